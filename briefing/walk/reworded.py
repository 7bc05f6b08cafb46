"""Reworded copies: an article whose sentences retell another outlet's one by one, in other words.

Copy and original are one family and so count as one outlet, and what both tell is told in the words
of the original. Which of the two that is must be plain: the release of the one concerned, or the
article that appeared on an earlier day; else both are told. What the copy alone tells is told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.events.copies import find_retold
from briefing.language import edtf, late, lookalike
from briefing.languages import is_rewritten
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.languages.en.kinds import LABELS
from briefing.model import Candidate, Document, Family, Reading, Span
from briefing.walk.library import Considered, Holdings
from briefing.walk.notebook import Notebook

_SIGN = late.pattern("[A-ZÀ-Þ]\\w+|\\d[\\d.,]*")  # a name or a figure, which a copy takes over
_MOST_READ = 8_000  # characters of an article that are looked through for them
_MOST_HOLDERS = 12  # articles that hold a sign by which copies are looked for
_FEWEST_SHARED = 4  # such signs that a copy shares with its original
_DAYS = 6  # between copy and original; a text alike of another week tells of another week


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFindings:
    """The families of articles, copies in those of their originals, and by copy the sentences that
    its original tells too.
    """

    families: tuple[Family, ...]
    retold: Mapping[str, tuple[Span, ...]]


def join_copies(considered: Considered) -> Considered:
    """What is considered, each reworded copy in the family of its original."""
    holdings = considered.holdings
    found = note_copies(considered.notebook, considered.readings, holdings.families)
    if found.families == holdings.families:
        return considered
    joined: Holdings = replace(holdings, families=found.families)
    return replace(considered, holdings=joined)


def drop_retold(candidates: Sequence[Candidate], considered: Considered) -> tuple[Candidate, ...]:
    """Candidates without those of a copy that tell nothing beyond its original; pinned ones stay.

    `considered` is as it was before `join_copies`.
    """
    families = considered.holdings.families
    found = note_copies(considered.notebook, considered.readings, families)
    if not found.retold:
        return tuple(candidates)
    return tuple(
        one
        for one in candidates
        if one.statement.pinned or not _is_retold(one, found.retold.get(one.document, ()))
    )


def note_copies(
    notebook: Notebook, readings: Sequence[Reading], families: tuple[Family, ...]
) -> CopyFindings:
    """The copies among articles, worked out once a making."""
    ordered = tuple(sorted(readings, key=lambda one: one.document.id))
    return notebook.ask(find_copies, ordered, families)


def find_copies(readings: tuple[Reading, ...], families: tuple[Family, ...]) -> CopyFindings:
    """The copies among articles that are in no family with others so far."""
    single = {one.documents[0]: one for one in families if len(one.documents) == 1}
    by_id = {one.document.id: one for one in readings if one.document.id in single}
    retold: dict[str, tuple[Span, ...]] = {}
    original_of: dict[str, str] = {}
    originals: set[str] = set()
    for pair in _possible_pairs(by_id):
        first, copy = sorted(pair, key=lambda name: _origin_rank(by_id[name].document))
        if {first, copy} & original_of.keys() or copy in originals:
            continue
        spans = _compare_texts(by_id[first], by_id[copy])
        if spans is not None:
            original_of[copy] = first
            originals.add(first)
            retold |= {copy: spans} if spans else {}
    return CopyFindings(families=_join_families(families, original_of), retold=retold)


def _compare_texts(first: Reading, copy: Reading) -> tuple[Span, ...] | None:
    """The sentences of a copy that the article before it tells; empty where nothing says which of
    the two is the copy, None where neither is one.
    """
    if not _may_be_copy(first, copy):
        return None
    if _origin_rank(first.document) < _origin_rank(copy.document):
        return find_retold(copy, first) or None
    return () if find_retold(copy, first) or find_retold(first, copy) else None


def _join_families(
    families: tuple[Family, ...], original_of: Mapping[str, str]
) -> tuple[Family, ...]:
    """Families with the copies in those of their originals, which stand first in them."""
    copies: dict[str, list[str]] = defaultdict(list)
    for copy, first in sorted(original_of.items()):
        copies[first].append(copy)
    return tuple(
        replace(one, documents=(*one.documents, *copies[one.documents[0]]), relation="reworded")
        if one.documents[0] in copies
        else one
        for one in families
        if one.documents[0] not in original_of
    )


def _possible_pairs(readings: Mapping[str, Reading]) -> Iterator[tuple[str, str]]:
    """The pairs of articles that share some names and figures which few others have, in order."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(readings):
        for sign in set(_SIGN.findall(readings[name].document.text[:_MOST_READ])):
            holders[sign].append(name)
    few = (names for names in holders.values() if 1 < len(names) <= _MOST_HOLDERS)
    shared = Counter(pair for names in few for pair in combinations(names, 2))
    return iter(sorted(pair for pair, count in shared.items() if count >= _FEWEST_SHARED))


def _may_be_copy(one: Reading, other: Reading) -> bool:
    """Whether two articles are of two known outlets, of one week, and in a language whose sentences
    can be held beside one another.
    """
    documents = (one.document, other.document)
    if not all(each.outlet and is_rewritten(each.language) for each in documents):
        return False
    houses = {lookalike.spelling_key(each.outlet.value) for each in documents if each.outlet}
    days = [day for day in map(_known_day, documents) if day is not None]
    return len(houses) > 1 and (not days or max(days) - min(days) <= _DAYS)


def _origin_rank(document: Document) -> tuple[bool, int]:
    """What of two texts alike comes first: a release, then what appeared earlier."""
    kind = document.kind.value.casefold() if document.kind else ""
    day = _known_day(document)
    return LABELS.get(kind, kind) != RELEASE, day if day is not None else 0


def _known_day(document: Document) -> int | None:
    """The first day, as an ordinal, on which a document may have appeared; None where unknown."""
    known = document.published
    if known is None or not edtf.is_valid(known.value):
        return None
    return edtf.bounds(known.value)[0].toordinal()


def _is_retold(candidate: Candidate, retold: Sequence[Span]) -> bool:
    """Whether all that a candidate is made of stands in sentences that the original tells."""
    bases = candidate.statement.bases
    return bool(retold) and all(
        any(span.start <= one.start and one.end <= span.end for span in retold) for one in bases
    )
