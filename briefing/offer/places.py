"""The places that the brief names, with coordinates where the desk has pinned them."""

from collections.abc import Sequence
from itertools import product

from briefing.languages.en.names import Pinned
from briefing.model import Brief, Place, Reading, Span, Statement
from briefing.offer.people import cite_span


def named_places(
    brief: Brief, readings: Sequence[Reading], pinned: Sequence[Pinned]
) -> tuple[Place, ...]:
    """Give each pinned place that a statement names, at its first citation, in order of the
    statements.
    """
    by_id = {reading.document.id: reading for reading in readings}
    wanted = [
        pin for pin in pinned if pin.kind == "place" and pin.lat is not None and pin.lon is not None
    ]
    found: dict[str, Place] = {}
    for statement, pin in product(brief.statements, wanted):
        span = None if pin.name in found else _name_in_statement(statement, pin)
        if span is None:
            continue
        reading = by_id[statement.citations[0].document]
        found[pin.name] = Place(
            name=pin.name,
            lat=pin.lat,
            lon=pin.lon,
            basis="config",
            citations=(cite_span(reading, span),),
        )
    return tuple(found.values())


def _name_in_statement(statement: Statement, pin: Pinned) -> Span | None:
    """Where the statement's basis names the place, as a whole word."""
    basis = statement.citations[0]
    for form in (pin.name, *pin.aliases):
        at = basis.quote.find(form)
        while at >= 0:
            before, after = (
                basis.quote[at - 1 : at] if at else "",
                basis.quote[at + len(form) : at + len(form) + 1],
            )
            if not before.isalnum() and not after.isalnum():
                return Span(start=basis.start + at, end=basis.start + at + len(form))
            at = basis.quote.find(form, at + 1)
    return None
