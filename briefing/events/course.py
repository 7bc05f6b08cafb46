"""Whether two counts of one thing are two opinions, or one count that went on.

Nine dead of Tuesday and sixteen of Friday are no dispute: the count rose. Two voices differ only
where one of them can't be the later state of what the other tells.
"""

from collections.abc import Mapping
from decimal import Decimal

from briefing.events.days import last_day
from briefing.language import wordlist
from briefing.languages.en.clauses.counts import RISING, SHIFTING
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.packs import find_answer
from briefing.model import Count, Reading, Span

_RISEN = wordlist.patterns("en", "words/count_patterns")["risen"]


def are_two_opinions(one: Count, other: Count, readings: Mapping[str, Reading]) -> bool:
    """Whether two counts of one quantity and event can't both be right, each of its own day; of
    soldiers and of people they can.

    Of what only rises, a higher count of a later day is none, nor one of the same day whose own
    sentence says that it rose; of what goes either way any of another day. Where a day is unknown
    nobody can say which came first: then only counts of one article differ, and one that is
    answered at once.
    """
    if one.value == other.value or one.group != other.group:
        return False
    if one.quantity not in RISING | SHIFTING:
        return True
    first, second = count_day(one, readings), count_day(other, readings)
    if not first or not second:
        return one.document == other.document or _is_either_answered(one, other, readings)
    low, high = sorted((one, other), key=_value_of)
    if first == second:
        return one.quantity in SHIFTING or not has_risen(high, readings)
    return one.quantity in RISING and count_day(high, readings) < count_day(low, readings)


def _value_of(count: Count) -> Decimal:
    return Decimal(count.value)


def count_day(count: Count, readings: Mapping[str, Reading]) -> str:
    """The last day on which a count's article may have appeared, "" for an unknown one."""
    return last_day(publication_day(readings[count.document].document))


def has_risen(count: Count, readings: Mapping[str, Reading]) -> bool:
    """Whether a count's own sentence says that it rose to its value."""
    text = readings[count.document].document.text[count.start : count.end]
    return _RISEN.search(text) is not None


def _is_either_answered(one: Count, other: Count, readings: Mapping[str, Reading]) -> bool:
    return _is_answered(one, readings) or _is_answered(other, readings)


def _is_answered(count: Count, readings: Mapping[str, Reading]) -> bool:
    span = Span(start=count.start, end=count.end)
    return find_answer(readings[count.document], span) is not None
