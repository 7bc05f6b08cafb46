"""Statements in outline: of very many, which are worth looking at, told from a few numbers each.

An outline is what ranking a statement takes, without its words: its concepts are numbers, two of
which may by a rare chance be one. So outlines choose what is looked at, and never what is told.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from zlib import crc32

from briefing.model import Candidate
from briefing.offer.concepts import find_concepts, weigh_concept

# Of a statement's worth: what each repair leaves, how far length counts against it, words below
# which it doesn't.
_COST, _LENGTH, _TERSE = 0.93, 0.45, 8
_HEAD = 6  # numbers before an outline's concepts


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One candidate of an article: its passage, its place among what that offers, what ranks it.

    `concepts` are 32-bit numbers, odd ones for single words.
    """

    index: int
    passage: int
    position: int
    words: int
    cost: int
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An outline with its article, its family of versions, and how much each section wants of it,
    from 0 to 1.
    """

    article: int
    family: str
    outline: Outline
    sections: Mapping[str, float]


def outline_candidates(candidates: Sequence[Candidate]) -> tuple[Outline, ...]:
    """The outline of each of an article's candidates."""
    places: Counter[int] = Counter()
    made = []
    for one in candidates:
        made.append(_outline(one, places[one.passage]))
        places[one.passage] += 1
    return tuple(made)


def _outline(one: Candidate, index: int) -> Outline:
    return Outline(
        index=index,
        passage=one.passage,
        position=one.position,
        words=len(one.statement.text.split()),
        cost=one.cost,
        concepts=tuple(
            _concept_number(one_of) for one_of in find_concepts(one.statement.text, one.language)
        ),
    )


def _concept_number(concept: str) -> int:
    return crc32(concept.encode("utf-8", "surrogatepass")) & ~1 | (" " not in concept)


def pack_outlines(made: Sequence[Outline]) -> bytes:
    """Outlines as bytes: rows of 32-bit numbers, little-endian."""
    row = array("I")
    for one in made:
        row.extend((one.index, one.passage, one.position, one.words, one.cost, len(one.concepts)))
        row.extend(one.concepts)
    if sys.byteorder == "big":
        row.byteswap()
    return row.tobytes()


def unpack_outlines(data: bytes) -> Iterator[Outline]:
    """The outlines that `pack` had. Raises ValueError where the bytes end in the middle of a
    number.
    """
    row = array("I")
    row.frombytes(data)
    if sys.byteorder == "big":
        row.byteswap()
    at = 0
    while at < len(row):
        index, passage, position, words, cost, count = row[at : at + _HEAD]
        at += _HEAD
        yield Outline(
            index=index,
            passage=passage,
            position=position,
            words=words,
            cost=cost,
            concepts=tuple(row[at : at + count]),
        )
        at += count


def keep_worthiest(offered: Sequence[Offered], room: Mapping[str, int]) -> tuple[Offered, ...]:
    """What sections should look at: of each, as many as it has `room` for, those worth most by
    themselves.

    Concepts weigh as in `concepts.weigh_concepts`; what choosing what is told asks besides is not
    asked yet.
    """
    weights = _weigh_concepts(offered)
    worth = [_outline_worth(one.outline, weights) for one in offered]
    taken: set[int] = set()
    for slug, most in room.items():
        wanted = [
            (worth[at] * one.sections[slug], -at)
            for at, one in enumerate(offered)
            if slug in one.sections
        ]
        taken.update(-at for _, at in nlargest(most, wanted))
    return tuple(offered[at] for at in sorted(taken))


def _weigh_concepts(offered: Sequence[Offered]) -> dict[int, float]:
    """Each concept's weight over all outlines; counted by whole rows, as there are very
    many.
    """
    counts = Counter(chain.from_iterable(one.outline.concepts for one in offered))
    first: dict[int, int] = {}
    for one in sorted(offered, key=lambda one: -one.outline.position):
        first.update(dict.fromkeys(one.outline.concepts, one.outline.position))
    return {
        concept: weigh_concept(count, first[concept], single=bool(concept & 1))
        for concept, count in counts.items()
    }


def _outline_worth(outline: Outline, weights: Mapping[int, float]) -> float:
    """What a statement is worth by itself: its concepts for its length."""
    total = sum([weights[concept] for concept in outline.concepts])
    length: float = max(outline.words, _TERSE) ** _LENGTH
    return round(total / length * _COST**outline.cost, 9)
