"""Counts that outlets give alike: "nineteen people lost their lives" beside "nineteen were
killed".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from briefing.events.days import appeared_near
from briefing.events.points import all_figures
from briefing.languages import is_rewritten
from briefing.languages.en.assertions import is_long_past
from briefing.languages.en.assertions.clocks import CLOCK
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.clauses.parties import name_key
from briefing.languages.packs import pack_for
from briefing.model import Clause, Count, Figured, Reading

_NEAR = timedelta(days=14)  # between articles that tell one count
_MANY = 10  # of which as many soldiers and people are hardly others
_COMMON = 2  # names of two articles that tell one story
_BLOCK = 60  # a value that more counts than this have says too little to compare by


def join_same_counts(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[tuple[Clause, Clause]]:
    """The pairs of counts of one quantity, event and value that articles of two families give, each
    as a clause of its figure. A floor ("at least nine") is another value.
    """
    by_id = {one.document.id: one for one in readings}
    for held in _group_alike(readings).values():
        for one, other in combinations(held, 2) if len(held) <= _BLOCK else ():
            apart = families[one.document] != families[other.document]
            if apart and _are_of_one(one, other, by_id):
                ours, theirs = (_make_clause(c, by_id[c.document]) for c in (one, other))
                if ours is not None and theirs is not None:
                    yield ours, theirs


def _group_alike(readings: Sequence[Reading]) -> Mapping[tuple[object, ...], Sequence[Count]]:
    """The counts of articles by what they count, and their value."""
    alike: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for reading in readings:
        if is_rewritten(reading.document.language):
            for one in pack_for(reading.document.language).find_counts(reading):
                alike[one.quantity, one.value, one.floor].append(one)
    return alike


def _are_of_one(one: Count, other: Count, readings: Mapping[str, Reading]) -> bool:
    """Whether two counts of one value are of one event: what is named near both is the same, or
    near one nothing is and their articles have names in common.
    """
    first, second = readings[one.document], readings[other.document]
    if one.group != other.group and ((one.group and other.group) or Decimal(one.value) < _MANY):
        return False
    if not appeared_near(first.document, second.document, _NEAR):
        return False
    ours, theirs = _names_near(one, first), _names_near(other, second)
    if ours and theirs:
        return bool(ours & theirs)
    common = _names_of(first) & _names_of(second)
    told = len(common) >= _COMMON or not {*one.about}.isdisjoint(other.about)
    return Decimal(one.value) >= _MANY and told


def _names_near(count: Count, reading: Reading) -> frozenset[str]:
    """The names in the sentence of a count and the one before it in its paragraph, folded."""
    passage = next(one for one in reading.passages if one.number == count.passage)
    before = [span.start for span in passage.sentences if span.start <= count.start]
    start = before[-2] if len(before) > 1 else passage.start
    return _names_of(reading, start, count.end)


def _names_of(reading: Reading, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The names in a stretch of an article, folded."""
    names = {one.key: one.name for one in reading.entities}
    return frozenset(
        name_key(names[mention.entity])
        for mention in reading.mentions
        if start <= mention.start and (end is None or mention.start < end)
        if mention.entity in names
    )


def _is_counted(figured: Figured, count: Count) -> bool:
    return figured.kind != CLOCK and figured.told == Decimal(count.value)


def _make_clause(count: Count, reading: Reading) -> Clause | None:
    """A count as a clause of its figure; None where its sentence gives the figure twice."""
    found = [
        placed.figured.figure
        for placed in all_figures(reading)
        if placed.line.span.start == count.start and _is_counted(placed.figured, count)
        if not is_long_past(reading, placed.figured.dates)
    ]
    if len(found) != 1:
        return None
    return Clause(
        document=count.document,
        passage=count.passage,
        start=found[0].start,
        end=found[0].end,
        trigger=found[0].start,
        predicate=count.quantity,
        kind="single",
        nominal=True,
        parties=(),
        quantities=(found[0],),
        published=publication_day(reading.document),
    )
