"""Statements that say the same become one claim, with all its support; independence is counted
here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from briefing.events.independence import distinct_origins, independent_outlets
from briefing.languages import is_rewritten
from briefing.languages.en.sameness import Gist, are_versions, read_gist, say_same, word_overlap
from briefing.model import Candidate, Citation, Claim, Document, Statement
from briefing.offer.setbacks import set_back

_OLDER = 0.5  # what is left of a statement's worth that a later version replaced
_MUCH = 0.6  # share of words from which it was replaced and not cut
_SHARED = 3  # uncommon words from which two statements are compared at all
_BLOCK = 60  # a word that more statements than this share says too little to compare by


def group_claims(
    candidates: Sequence[Candidate], families: Mapping[str, str], latest: Mapping[str, int]
) -> tuple[Claim, ...]:
    """Group candidates that say the same thing.

    `families` maps a document's id to its family's; `latest` gives a document's place among its
    versions, 0 the latest. Each candidate is in one claim, and each of a claim's others agrees with
    its
    lead: agreement isn't handed on, or three near-misses would make one truth. The lead is the one
    from the latest version that costs least; what stands only in an older version leads its own
    claim, and so does what the analyst pins.
    """
    ordered = sorted(
        candidates,
        key=lambda c: (
            not c.statement.pinned,
            latest[c.document],
            c.cost,
            c.position,
            c.document,
            c.statement.key,
        ),
    )
    agreeing: dict[int, list[int]] = {}
    for left, right in sorted({*_pairs_alike(ordered), *_pairs_agreeing(ordered, families)}):
        agreeing.setdefault(left, []).append(right)
    taken: set[int] = set()
    claims = []
    for index, lead in enumerate(ordered):
        if index not in taken:
            others = [
                other
                for other in agreeing.get(index, ())
                if other not in taken and not ordered[other].statement.pinned
            ]
            taken.update(others)
            claims.append(Claim(lead=lead, others=tuple(ordered[other] for other in others)))
    return tuple(claims)


def _pairs_alike(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The pairs of the same words in languages whose sentences are told as they stand: nothing less
    is the same there.
    """
    index: dict[str, list[int]] = {}
    for number, one in enumerate(candidates):
        if not is_rewritten(one.language):
            index.setdefault(one.statement.text, []).append(number)
    pairs = chain.from_iterable(combinations(numbers, 2) for numbers in index.values())
    return (pair for pair in pairs if _are_of_two(candidates, pair))


def _pairs_agreeing(
    candidates: Sequence[Candidate], families: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """The pairs that say the same in languages that are rewritten."""
    gists = {
        number: read_gist(one.statement.text)
        for number, one in enumerate(candidates)
        if is_rewritten(one.language)
    }
    for pair in _pairs_to_compare(gists):
        left, right = pair
        ours, theirs = (families[candidates[one].document] for one in pair)
        agree = are_versions if ours == theirs else say_same
        if _are_of_two(candidates, pair) and agree(gists[left], gists[right]):
            yield pair


def _are_of_two(candidates: Sequence[Candidate], pair: tuple[int, int]) -> bool:
    """Whether two candidates are of two articles: none supports itself."""
    left, right = pair
    return candidates[left].document != candidates[right].document


def _pairs_to_compare(gists: Mapping[int, Gist]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing: those that share at least three uncommon words."""
    index: dict[str, list[int]] = {}
    for number, gist in gists.items():
        for word in gist.words:
            index.setdefault(word, []).append(number)
    uncommon = (numbers for numbers in index.values() if len(numbers) <= _BLOCK)
    shared = Counter(chain.from_iterable(combinations(numbers, 2) for numbers in uncommon))
    return (pair for pair, count in shared.items() if count >= _SHARED)


def weigh_outdated(
    candidates: Sequence[Candidate], families: Mapping[str, str], latest: Mapping[str, int]
) -> tuple[Candidate, ...]:
    """The candidates, those worth less that the latest version of their article tells in other
    words.

    What stands only in an older version keeps its worth: it is news that was cut, not news that was
    mended.
    """
    newest: dict[str, list[Gist]] = {}
    several = {families[document] for document, place in latest.items() if place}
    for candidate in candidates:
        family = families[candidate.document]
        if family in several and not latest[candidate.document]:
            newest.setdefault(family, []).append(read_gist(candidate.statement.text))
    return tuple(
        set_back(c, _OLDER, "outdated")
        if latest[c.document] and _is_retold(c, newest.get(families[c.document], ()))
        else c
        for c in candidates
    )


def _is_retold(candidate: Candidate, newest: Sequence[Gist]) -> bool:
    """Whether the latest version says much the same as an older version's statement."""
    own = read_gist(candidate.statement.text)
    return any(word_overlap(own, other) >= _MUCH for other in newest)


def support_statement(
    claim: Claim, documents: Mapping[str, Document], families: Mapping[str, str]
) -> Statement:
    """The lead's statement with the others' quotes as support, and its outlets and origins
    counted.

    Only statements that are one whole quote support; one per document.
    """
    lead = claim.lead.statement
    seen = {claim.lead.document}
    support: list[Citation] = []
    for other in claim.others:
        if other.document not in seen and len(other.statement.parts) == 1:
            seen.add(other.document)
            support.append(replace(other.statement.citations[0], role="supports"))
    citations = (*lead.citations, *support)
    return replace(
        lead,
        citations=citations,
        outlets=independent_outlets(citations, documents, families),
        origins=distinct_origins(citations, documents, families),
    )
