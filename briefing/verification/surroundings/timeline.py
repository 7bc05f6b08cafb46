"""The timeline, row by row."""

from collections.abc import Iterator

from briefing.language import edtf
from briefing.model import Event
from briefing.offer.timeline import TimelineMaterial, make_timeline
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case


def check_timeline(case: Case) -> Iterator[ProofFailure]:
    """Make each row of the timeline anew from the statement it cites; rows stand in order of their
    dates, once.
    """
    dates = [event.date for event in case.brief.timeline]
    rows = {(event.date, event.text) for event in case.brief.timeline}
    if len(rows) < len(dates) or dates != sorted(dates, key=edtf.sort_key):
        yield ProofFailure(where="timeline", what="is not in order, each row once")
    opens = next(iter(case.brief.bottom_line), None)
    main = next((key for key, name in case.names.items() if name == opens), "")
    for event in case.brief.timeline:
        what = _row_fault(case, event, main)
        if what:
            yield ProofFailure(where=f"timeline/{event.date}", what=what)


def _row_fault(case: Case, event: Event, main: str) -> str:
    """Say what is wrong with a row of the timeline, or ""; `main` is the key of the statement that
    opens the brief.
    """
    cited = case.again(event.citations)
    keys = frozenset(case.names)
    rows = [
        row
        for one in cited
        for row in make_timeline(
            TimelineMaterial(candidates=(one,), readings=case.readings, keys=keys, main=main)
        )
    ]
    made = {_row_words(row, case.names.get(row.statement or "")) for row in rows}
    if _row_words(event, event.statement) not in made:
        return "no statement sets this at that date"
    if event.citations not in {one.statement.citations for one in cited}:
        return "its attribution is not the one that the article gives"
    return ""


def _row_words(event: Event, statement: str | None) -> tuple[str, str, str, str | None]:
    """What a row says, its statement as the brief names it."""
    return event.date, event.text, event.basis, statement
