"""What the candidates of a shortlist are worth, settled one by one."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.model import Candidate, Ranked, Setback, Shortlist
from briefing.offer.setbacks import set_back


def scale_worths(
    shortlist: Shortlist, rate: Callable[[Candidate], float], why: Setback
) -> Shortlist:
    """A shortlist whose candidates are worth as many times as much as `rate` gives for each; `why`
    is noted on those that it lowers.
    """
    return replace(
        shortlist,
        ranked=tuple(_scale_worth(item, rate(item.candidate), why) for item in shortlist.ranked),
    )


def _scale_worth(item: Ranked, times: float, why: Setback) -> Ranked:
    if times == 1.0:
        return item
    candidate = item.candidate
    if times < 1.0:
        return replace(item, candidate=set_back(candidate, times, why))
    return replace(item, candidate=replace(candidate, weight=candidate.weight * times))


def find_median(numbers: Iterable[float]) -> float:
    """The middle one of some numbers, or half of what the two in the middle are together. Raises
    IndexError where there is none.

    The standard library's own brings fractions and decimal numbers, which every start would pay.
    """
    row = sorted(numbers)
    return (row[(len(row) - 1) // 2] + row[len(row) // 2]) / 2
