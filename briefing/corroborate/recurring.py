"""What recurs in a series is background, what one issue alone says is its news.

A series are articles of one outlet of which each says much that others say in the same words: a
central bank's statements, weekly situation reports.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.model import Candidate, Document
from briefing.offer.setbacks import set_back

# By judgement, tried on ten statements of a central bank: alike from this share of words on.
_ALIKE = 0.7
_FEWEST = 3  # issues that say something before it recurs
_SERIAL = 0.4  # share of its statements that recur, from which an article is an issue of a series
_BACKGROUND, _NEWS = 0.4, 1.5  # what is left of the worth of what recurs, and of what doesn't
_MOST = 400  # statements of an outlet that are held against one another, the last


def weigh_recurring(
    candidates: Sequence[Candidate], documents: Mapping[str, Document]
) -> tuple[Candidate, ...]:
    """The candidates, in a series those worth less that recur, and those more that don't."""
    issues = _count_issues(candidates, documents)
    recur = {key for key, count in issues.items() if count >= _FEWEST}
    total = Counter(key[0] for key in issues)
    again = Counter(key[0] for key in recur)
    serial = {one for one, count in total.items() if again[one] >= _SERIAL * count}
    return tuple(
        _weigh_issue(one, recurs=one.name in recur)
        if one.document in serial and one.name in issues
        else one
        for one in candidates
    )


def _weigh_issue(candidate: Candidate, *, recurs: bool) -> Candidate:
    if recurs:
        return set_back(candidate, _BACKGROUND, "recurring")
    return replace(candidate, weight=candidate.weight * _NEWS)


def _count_issues(
    candidates: Sequence[Candidate], documents: Mapping[str, Document]
) -> dict[tuple[str, str], int]:
    """In how many articles of its outlet each statement is said, its own among them."""
    by_outlet: dict[str, list[Candidate]] = {}
    for one in candidates:
        outlet = documents[one.document].outlet
        if outlet is not None:
            by_outlet.setdefault(outlet.value, []).append(one)
    counts: dict[tuple[str, str], int] = {}
    for several in by_outlet.values():
        if len({one.document for one in several}) < _FEWEST:
            continue
        held = several[-_MOST:]
        for one, said in zip(held, _list_tellers(held), strict=True):
            counts[one.name] = len(said)
    return counts


def _list_tellers(held: Sequence[Candidate]) -> list[set[str]]:
    """For each candidate the articles that say it, in much the same words."""
    said = [{one.document} for one in held]
    words = [vocabulary(one.statement.text) for one in held]
    for first, second in combinations(range(len(held)), 2):
        if vocabulary_overlap(words[first], words[second]) >= _ALIKE:
            said[first].add(held[second].document)
            said[second].add(held[first].document)
    return said
