"""The timeline: what the brief tells with a date, in order of the dates."""

from collections.abc import Sequence

from briefing.language import edtf
from briefing.model import Basis, Brief, Event, Reading, Statement


def timeline(brief: Brief, readings: Sequence[Reading]) -> tuple[Event, ...]:
    """Give a row for each dated statement of the brief, in date order; what has no date has no row.

    A date that hangs on the article's own is marked inferred.
    """
    by_id = {reading.document.id: reading for reading in readings}
    rows = [
        Event(date=statement.date, text=statement.text, statement=statement.key,
              citations=statement.citations[:1], basis=_basis(statement, by_id[statement.citations[0].document]))
        for section in brief.sections
        for statement in section.statements
        if statement.date is not None and statement.citations[0].attribution.kind == "reported"
    ]
    return tuple(sorted(rows, key=lambda event: (edtf.sort_key(event.date), event.statement or "")))


def _basis(statement: Statement, reading: Reading) -> Basis:
    """Tell how the statement's date is known."""
    basis = statement.citations[0]
    dated = next(
        (d for d in reading.dates if basis.start <= d.start < basis.end and d.edtf == statement.date), None
    )
    return dated.basis if dated else "stated"
