"""Texts that hold much of one another.

Texts are compared by shingles, runs of five words (Broder 1997, "On the resemblance and containment
of documents"), and by *containment*: the share of the smaller text's shingles that the larger
holds. Resemblance would miss an article that was later written on to twice its length.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from briefing.language import lines
from briefing.model import Document, Mark, Span

Shingles = frozenset[int]

_WORD = re.compile(r"\w+")
_LENGTH = 5  # words in a shingle
ONE_IN = 8  # of a long text's shingles that are kept: those it divides
_SHORT = 160  # shingles up to which a text keeps all
CONTAINED = 0.5
_FEWEST = 4  # shingles a text must have to be compared at all
_FEWEST_ALL = 12  # the same where all are kept
MOST_SHARING = 60  # documents remembered for one shingle; later ones still meet these
SHARED = 2  # such shingles that two must share to be compared
_MARKED = 0.5


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


def _is_marked(line: Span, marks: Sequence[Mark]) -> bool:
    return any(
        min(mark.end, line.end) - max(mark.start, line.start) >= _MARKED * (line.end - line.start)
        for mark in marks
    )


def _sample_hashes(hashes: Shingles) -> Shingles:
    return frozenset(one for one in hashes if one % ONE_IN == 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShingleSet:
    """A document's shingles, those of them that a sample keeps, and whether these are all it has
    kept.
    """

    kept: Shingles
    sample: Shingles
    is_sample: bool


def make_set(hashes: Shingles) -> ShingleSet:
    """A document's shingles with the sample of them, to be compared with many."""
    is_sample = not any(one % ONE_IN for one in hashes)
    return ShingleSet(
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
    own = make_set(one)
    return lambda other: sampled_containment(own, make_set(other))


def smaller_size(one: Shingles) -> Callable[[int, bool], int]:
    """What says of another set, by its size and whether it is a sample, how many shingles the
    smaller of both has where their containment is told; 0 where that can't be known without it.

    Sets that can't share enough need not be looked into.
    """
    own = make_set(one)

    def count_smaller(size: int, is_sample: bool) -> int:  # noqa: FBT001 - one of two
        if own.is_sample and not is_sample:
            return 0  # of the other, a sample would count
        return min(len(own.sample if is_sample else own.kept), size)

    return count_smaller


def sampled_containment(one: ShingleSet, other: ShingleSet) -> float:
    """The share of the smaller set that the larger holds, both sampled if either is; 0 if
    tiny.
    """
    sampled = one.is_sample or other.is_sample
    first, second = (one.sample, other.sample) if sampled else (one.kept, other.kept)
    smaller = min(len(first), len(second))
    return (
        len(first & second) / smaller if smaller >= (_FEWEST if sampled else _FEWEST_ALL) else 0.0
    )
