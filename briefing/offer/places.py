"""The places that the brief names, with coordinates of the desk's or of a small gazetteer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from briefing.language import lookalike, wordlist
from briefing.languages.en.acting import named_states
from briefing.languages.en.names import Pinned
from briefing.model import Brief, Place, Reading, Span, Statement
from briefing.offer.gazetteer import Town, locate_town
from briefing.offer.people import cite_span

_WHERE = wordlist.patterns("en", "words/place_patterns")["where"]
_LEAST = 2.0  # degrees round the pinned places, be there only one
_NEAR = 40  # characters before a name that show whether something is there


def named_places(
    brief: Brief, readings: Sequence[Reading], pinned: Sequence[Pinned]
) -> tuple[Place, ...]:
    """Each place that a statement names, at its first citation, in order of the statements: first
    those that the desk has pinned, then towns of the gazetteer.

    Where the desk has pinned places, it has said what the map is of: then a town is none that lies
    farther from them than they lie apart.
    """
    by_id = {reading.document.id: reading for reading in readings}
    placed = tuple(_pinned_places(brief, by_id, pinned))
    spelt = {lookalike.spelling_key(form) for pin in pinned for form in (pin.name, *pin.aliases)}
    towns = (
        place
        for place in _gazetteer_places(brief, by_id)
        if lookalike.spelling_key(place.name) not in spelt
    )
    return (*placed, *(place for place in towns if _is_near(place, placed)))


def _pinned_places(
    brief: Brief, readings: Mapping[str, Reading], pinned: Sequence[Pinned]
) -> Iterator[Place]:
    wanted = [
        pin for pin in pinned if pin.kind == "place" and pin.lat is not None and pin.lon is not None
    ]
    seen: set[str] = set()
    for statement, pin in product(brief.statements, wanted):
        span = None if pin.name in seen else _name_in_statement(statement, pin)
        if span is None:
            continue
        seen.add(pin.name)
        yield Place(
            name=pin.name,
            lat=pin.lat,
            lon=pin.lon,
            basis="config",
            citations=(cite_span(readings[statement.citations[0].document], span),),
        )


def _gazetteer_places(brief: Brief, readings: Mapping[str, Reading]) -> Iterator[Place]:
    """The towns of which a statement's basis says that something is there, each once, as they are
    printed.
    """
    seen: set[Town] = set()
    states: dict[str, frozenset[str]] = {}
    for statement in brief.statements:
        basis = statement.citations[0]
        reading = readings[basis.document]
        text = reading.document.text
        for mention in reading.mentions:
            inside = basis.start <= mention.start and mention.end <= basis.end
            before = text[max(basis.start, mention.start - _NEAR) : mention.start]
            if mention.kind != "place" or not inside or not _WHERE.search(before):
                continue
            if basis.document not in states:
                states[basis.document] = frozenset(named_states(text))
            name = " ".join(text[mention.start : mention.end].split())
            town = locate_town(name, states[basis.document])
            if town is None or town in seen:
                continue
            seen.add(town)
            span = Span(start=mention.start, end=mention.end)
            yield Place(
                name=name,
                lat=town.lat,
                lon=town.lon,
                basis="gazetteer",
                citations=(cite_span(reading, span),),
            )


def _is_near(place: Place, pinned: Sequence[Place]) -> bool:
    """Whether a place lies no farther from the pinned ones than those lie apart."""
    spans = (_reach([one.lat or 0.0 for one in pinned]), _reach([one.lon or 0.0 for one in pinned]))
    here = (place.lat or 0.0, place.lon or 0.0)
    return not pinned or all(low <= at <= high for at, (low, high) in zip(here, spans, strict=True))


def _reach(degrees: Sequence[float]) -> tuple[float, float]:
    """From where to where places lie, as much added on either side as they lie apart."""
    if not degrees:
        return 0.0, 0.0
    wide = max(max(degrees) - min(degrees), _LEAST)
    return min(degrees) - wide, max(degrees) + wide


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
