"""Which documents are one article: versions of one outlet, or one text that several carry.

Texts are compared by shingles, runs of five words (Broder 1997, "On the resemblance and containment
of documents"), and by *containment*: the share of the smaller text's shingles that the larger
holds. Resemblance would miss an article that was later written on to twice its length.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Literal

from briefing import digest
from briefing.language import edtf, lines, lookalike
from briefing.model import Document, Family, Known, Mark, Span

Shingles = frozenset[int]

_WORD = re.compile(r"\w+")
_PAGE = re.compile(r"https?://[^/?]+(?:/\w|/?\?\w)")  # a page of a site, not the site
_LENGTH = 5  # words in a shingle
ONE_IN = 8  # of a long text's shingles that are kept: those it divides
_SHORT = 160  # shingles up to which a text keeps all
CONTAINED = 0.5
_KIN = 0.2  # containment that every two members of one family must reach
_FEWEST = 4  # shingles a text must have to be compared at all
_FEWEST_ALL = 12  # the same where all are kept
MOST_SHARING = 60  # documents remembered for one shingle; later ones still meet these
SHARED = 2  # such shingles that two must share to be compared
_MOST_COMPARED = 12  # members of a family that a newcomer is compared with
_SERIES = 6  # days from which alike texts of one outlet are issues of a series and no versions
_MARKED = 0.5
_VERSION = ", a version of this article"  # how the note on a fact ends that another version tells
_UNKNOWN = 9_999_999  # an ordinal later than any day's


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Two documents, by id, of which the larger text holds much of the smaller: which share of it,
    from 0 to 1.
    """

    one: str
    other: str
    share: float


def shingles(document: Document) -> Shingles:
    """The hashes of the shingles of the document's body: lines that no mark covers.

    A text of more than 160 shingles keeps those divisible by eight. The same text gives the same
    hashes on every machine, so they can be stored.
    """
    words: list[str] = []
    spans = lines.split_lines(document.text)
    for line, over in zip(spans, lines.marks_over(spans, document.marks), strict=True):
        if not _is_marked(line, over):
            words.extend(_WORD.findall(document.text[line.start : line.end].casefold()))
    hashes = frozenset(
        int.from_bytes(
            blake2b(
                " ".join(words[at : at + _LENGTH]).encode("utf-8", "replace"), digest_size=8
            ).digest()
        )
        for at in range(len(words) - _LENGTH + 1)
    )
    return hashes if len(hashes) <= _SHORT else _sample_hashes(hashes)


def group_families(
    documents: Sequence[Document], known: Mapping[str, Shingles] | None = None
) -> tuple[Family, ...]:
    """The families of `documents`, in the order of their first documents' locators.

    `known` holds shingles by document id where they are at hand; the rest is computed. Two
    documents are kin when half of the smaller one's shingles stand in the larger one, and a family
    grows only by documents that resemble all its members, so that a page which quotes two unrelated
    articles does not tie them together. Members are listed latest first: by the last day on which
    they may have been published (unknown counts as latest), then longer first, then by locator; but
    a text of no known outlet stands behind those of a known one, so that no look-alike replaces the
    genuine article.
    Documents of one address on the web are one article, whatever they say by now.
    """
    sets = {one.id: (known or {}).get(one.id) or shingles(one) for one in documents}
    return find_families(documents, sets, find_kin(sets))


def find_families(
    documents: Sequence[Document], sets: Mapping[str, Shingles], pairs: Iterable[Kin]
) -> tuple[Family, ...]:
    """The families of `documents` as `group` does, from their shingles and the pairs that are
    kin.

    What no pair and no address ties to the others has no say in their families: those of a part of
    a library that is tied to nothing outside are the same as those of the whole.
    """
    ordered = sorted(documents, key=lambda document: document.locator)
    held = [_make_set(sets[document.id]) for document in ordered]
    family_of = list(range(len(ordered)))
    members: dict[int, list[int]] = {index: [index] for index in range(len(ordered))}
    for here, there in _same_address(ordered):
        _join_families(members, family_of, here, there)
    for first, second in _closest_first(ordered, pairs):
        here, there = sorted((family_of[first], family_of[second]))
        if here == there or not _all_kin(held, members[here], members[there]):
            continue
        if not _is_series(ordered, members[here], members[there]):
            _join_families(members, family_of, here, there)
    return tuple(_make_family([ordered[index] for index in members[at]]) for at in sorted(members))


def _join_families(
    members: dict[int, list[int]], family_of: list[int], here: int, there: int
) -> None:
    """Make the documents of one family members of another."""
    joining = members.pop(there)
    members[here].extend(joining)
    for index in joining:
        family_of[index] = here


def _closest_first(ordered: Sequence[Document], pairs: Iterable[Kin]) -> Iterator[tuple[int, int]]:
    """Pairs of kin as places among documents, those that share most first."""
    place = {document.id: at for at, document in enumerate(ordered)}
    tied: list[tuple[float, int, int]] = []
    for one in pairs:
        first, second = sorted((place[one.one], place[one.other]))
        tied.append((-one.share, first, second))
    for _, first, second in sorted(tied):
        yield first, second


def infer_metadata(
    documents: Sequence[Document], families: Sequence[Family]
) -> tuple[Document, ...]:
    """Give `documents` with the day that a version of the same article states and they don't.

    It becomes approximate ("2025-11-18~") and is `inferred`, since a version may be some days
    younger. An outlet is never taken over: a text that resembles an outlet's may be anybody's.
    Syndicated texts learn nothing.
    """
    by_id = {document.id: document for document in documents}
    told: dict[str, Document] = {}
    for family in families:
        if family.relation == "version":
            versions = [by_id[one] for one in family.documents if one in by_id]
            told.update(
                {document.id: _told_by_versions(document, versions) for document in versions}
            )
    return tuple(told.get(document.id, document) for document in documents)


def _told_by_versions(document: Document, versions: list[Document]) -> Document:
    others = [other for other in versions if other.id != document.id]
    dated = [
        (other.published.value, other)
        for other in others
        if other.published and other.published.basis != "inferred"
    ]
    if document.published is None and len({value for value, _ in dated}) == 1:
        value, other = dated[0]
        document = replace(
            document,
            published=_inferred_value(value if "/" in value else value.rstrip("~?%") + "~", other),
        )
    return document


def _same_address(ordered: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """(index, index) of each document whose address an earlier one has, with that earlier
    one.
    """
    first: dict[str, int] = {}
    for index, document in enumerate(ordered):
        page = web_address(document)
        if page is not None:
            earlier = first.setdefault(page, index)
            if earlier != index:
                yield earlier, index


def web_address(document: Document) -> str | None:
    """The page of the web that a document is, None where it is none or only names its site."""
    return (
        document.url.rstrip("/") if document.url is not None and _PAGE.match(document.url) else None
    )


def _inferred_value(value: str, other: Document) -> Known:
    return Known(value=value, basis="inferred", note=f"from {other.locator}{_VERSION}")


def before_inference(document: Document) -> Document:
    """A document as it was before `infer`: without the day that another version states."""
    return replace(document, published=_own_fact(document.published))


def _own_fact(fact: Known | None) -> Known | None:
    told = fact is not None and fact.basis == "inferred" and fact.note.endswith(_VERSION)
    return None if told else fact


def _is_marked(line: Span, marks: Sequence[Mark]) -> bool:
    return any(
        min(mark.end, line.end) - max(mark.start, line.start) >= _MARKED * (line.end - line.start)
        for mark in marks
    )


def _sample_hashes(hashes: Shingles) -> Shingles:
    return frozenset(one for one in hashes if one % ONE_IN == 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShingleSet:
    """A document's shingles, those of them that a sample keeps, and whether these are all it has
    kept.
    """

    kept: Shingles
    sample: Shingles
    is_sample: bool


def _make_set(hashes: Shingles) -> _ShingleSet:
    is_sample = not any(one % ONE_IN for one in hashes)
    return _ShingleSet(
        kept=hashes, sample=hashes if is_sample else _sample_hashes(hashes), is_sample=is_sample
    )


def find_kin(sets: Mapping[str, Shingles], most: int = MOST_SHARING) -> Iterator[Kin]:
    """Every two sets that are kin, through an inverted index; ids are met in their order.

    Two are compared that share at least SHARED shingles which the lesser id is one of the first
    `most` to hold: a shingle that everybody has tells little, and those who come later still meet
    its first holders.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for own in sorted(sets):
        met: Counter[str] = Counter()
        beside = containment(sets[own])
        for one in sorted(sets[own]):
            at = holders[one]
            met.update(at)
            if len(at) < most:
                at.append(own)
        for other in sorted(other for other, count in met.items() if count >= SHARED):
            share = beside(sets[other])
            if share >= CONTAINED:
                yield Kin(one=other, other=own, share=share)


def containment(one: Shingles) -> Callable[[Shingles], float]:
    """What says of another set which share of the smaller the larger holds.

    The share is from 0 to 1, and 0 where there is too little to tell by.
    """
    own = _make_set(one)
    return lambda other: _sampled_containment(own, _make_set(other))


def smaller_size(one: Shingles) -> Callable[[int, bool], int]:
    """What says of another set, by its size and whether it is a sample, how many shingles the
    smaller of both has where their containment is told; 0 where that can't be known without it.

    Sets that can't share enough need not be looked into.
    """
    own = _make_set(one)

    def count_smaller(size: int, is_sample: bool) -> int:  # noqa: FBT001 - one of two
        if own.is_sample and not is_sample:
            return 0  # of the other, a sample would count
        return min(len(own.sample if is_sample else own.kept), size)

    return count_smaller


def _sampled_containment(one: _ShingleSet, other: _ShingleSet) -> float:
    """The share of the smaller set that the larger holds, both sampled if either is; 0 if
    tiny.
    """
    sampled = one.is_sample or other.is_sample
    first, second = (one.sample, other.sample) if sampled else (one.kept, other.kept)
    smaller = min(len(first), len(second))
    return (
        len(first & second) / smaller if smaller >= (_FEWEST if sampled else _FEWEST_ALL) else 0.0
    )


def _all_kin(sets: Sequence[_ShingleSet], here: list[int], there: list[int]) -> bool:
    return all(
        _sampled_containment(sets[one], sets[other]) >= _KIN
        for one in here[:_MOST_COMPARED]
        for other in there[:_MOST_COMPARED]
    )


def _is_series(documents: Sequence[Document], here: list[int], there: list[int]) -> bool:
    """Whether two of one outlet's texts that are alike appeared days apart: a form filled in again.

    A central bank's statements and weekly situation reports repeat most of their words and tell
    another day's facts; versions of one article follow one another within days.
    """
    return any(
        _appeared_apart(documents[one], documents[other])
        for one in here[:_MOST_COMPARED]
        for other in there[:_MOST_COMPARED]
    )


def _appeared_apart(one: Document, other: Document) -> bool:
    """Whether two documents of one outlet state days that lie too far apart for versions."""
    if one.outlet is None or other.outlet is None:
        return False
    if _folded_outlet(one.outlet.value) != _folded_outlet(other.outlet.value):
        return False
    first, second = _stated_days(one), _stated_days(other)
    if first is None or second is None:
        return False
    return max(first[0], second[0]) - min(first[1], second[1]) >= _SERIES


def _stated_days(document: Document) -> tuple[int, int] | None:
    """The first and the last day, as ordinals, on which a document says it appeared; None for
    nothing stated.
    """
    known = document.published
    if known is None or known.basis == "inferred" or not edtf.is_valid(known.value):
        return None
    first, last = edtf.bounds(known.value)
    return first.toordinal(), last.toordinal()


def _make_family(members: list[Document]) -> Family:
    ordered = sorted(members, key=lambda document: document.locator)
    named = any(document.outlet is not None for document in members)
    ordered.sort(
        key=lambda one: (named and one.outlet is not None, _latest_day(one), len(one.text)),
        reverse=True,
    )
    first = min(document.id for document in members)
    return Family(
        id=digest.short_digest("f", first),
        documents=tuple(document.id for document in ordered),
        relation=_relation_of(members),
    )


def _relation_of(members: Sequence[Document]) -> Literal["single", "version", "syndicated"]:
    """How the documents of a family are related: those of several outlets are passed on, unless
    one address has them all.
    """
    if len(members) == 1:
        return "single"
    houses = {_folded_outlet(document.outlet.value) for document in members if document.outlet}
    addresses = {(document.url or document.id).rstrip("/") for document in members}
    return "syndicated" if len(houses) > 1 and len(addresses) > 1 else "version"


def _latest_day(document: Document) -> int:
    if document.published is None or not edtf.is_valid(document.published.value):
        return _UNKNOWN
    return edtf.bounds(document.published.value)[1].toordinal()


def _folded_outlet(outlet: str) -> str:
    """An outlet's name as it is compared."""
    return lookalike.spelling_key(outlet)
