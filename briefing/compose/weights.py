"""What the candidates of a shortlist are worth, settled one by one."""

from collections.abc import Callable
from dataclasses import replace

from briefing.model import Candidate, Ranked, Shortlist


def scale_worths(shortlist: Shortlist, rate: Callable[[Candidate], float]) -> Shortlist:
    """A shortlist whose candidates are worth as many times as much as `rate` gives for each."""
    return replace(
        shortlist,
        ranked=tuple(_scale_worth(item, rate(item.candidate)) for item in shortlist.ranked),
    )


def _scale_worth(item: Ranked, times: float) -> Ranked:
    if times == 1.0:
        return item
    candidate = item.candidate
    return replace(item, candidate=replace(candidate, weight=candidate.weight * times))
