"""What articles of later days tell of those whom an earlier one names or lets speak: found once for
all that overtakes earlier words so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from briefing.compose.weights import scale_worths
from briefing.model import Candidate, Reading, Setback, Shortlist, Span, Statement

ListEvents = Callable[[Reading], Iterator[tuple[str, date, Span]]]
"""What gives the names of whom an article tells something, its day, and the sentence that does."""
IsOvertaken = Callable[[Statement, Mapping[str, Reading], Mapping[str, date]], bool]
"""What says whether a statement is overtaken by what is told of names, on the days given."""


def list_latest(readings: Mapping[str, Reading], events_of: ListEvents) -> dict[str, date]:
    """The latest day on which something is told of each name."""
    since: dict[str, date] = {}
    for reading in readings.values():
        for name, day, _ in events_of(reading):
            since[name] = max(day, since.get(name, day))
    return since


def find_event(
    statement: Statement,
    readings: Mapping[str, Reading],
    events_of: ListEvents,
    is_overtaken: IsOvertaken,
) -> tuple[Reading, Span] | None:
    """The first sentence that overtakes a statement, and its article; None where none does."""
    for reading in readings.values():
        for name, day, sentence in events_of(reading):
            if is_overtaken(statement, readings, {name: day}):
                return reading, sentence
    return None


def weigh_overtaken(
    shortlists: Sequence[Shortlist], keys: AbstractSet[str], worth: float, why: Setback
) -> tuple[Shortlist, ...]:
    """The shortlists, the statements of `keys` worth that share of what they were; pinned ones
    stay.
    """

    def rate(candidate: Candidate) -> float:
        statement = candidate.statement
        return worth if statement.key in keys and not statement.pinned else 1.0

    return tuple(scale_worths(one, rate, why) for one in shortlists)


def list_statements(shortlists: Sequence[Shortlist]) -> list[Statement]:
    """What stands on shortlists, in their order."""
    return [item.candidate.statement for one in shortlists for item in one.ranked]


def find_sentence(reading: Reading, place: int) -> Span | None:
    """The told sentence that holds a place; None where none does."""
    told = (s for p in reading.passages if p.may_tell for s in p.sentences)
    return next((one for one in told if one.start <= place < one.end), None)
