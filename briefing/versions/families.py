"""Which documents are one article: versions of one outlet, or one text that several carry."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from briefing import digest
from briefing.language import edtf, lookalike
from briefing.model import Document, Family, Known
from briefing.versions.kin import (
    Kin,
    Shingles,
    ShingleSet,
    find_kin,
    make_set,
    sampled_containment,
    shingles,
)

_PAGE = re.compile(r"https?://[^/?]+(?:/\w|/?\?\w)")  # a page of a site, not the site
_KIN = 0.2  # containment that every two members of one family must reach
_MOST_COMPARED = 12  # members of a family that a newcomer is compared with
_SERIES = 6  # days from which alike texts of one outlet are issues of a series and no versions
_VERSION = ", a version of this article"  # how the note on a fact ends that another version tells
_UNKNOWN = 9_999_999  # an ordinal later than any day's


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
    held = [make_set(sets[document.id]) for document in ordered]
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


def _all_kin(sets: Sequence[ShingleSet], here: list[int], there: list[int]) -> bool:
    return all(
        sampled_containment(sets[one], sets[other]) >= _KIN
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
