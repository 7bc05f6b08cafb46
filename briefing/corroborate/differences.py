"""Where sources differ: each side with its source, never averaged and never mended.

Every kind of difference is one pure function of two statements of different articles. All of them ask for
a clear pattern and shared words first: a difference that isn't one would discredit those that are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.corroborate import kinds
from briefing.corroborate.side import Contrast, Side
from briefing.language.excerpt import excerpt
from briefing.model import Candidate, Disagreement, Pinned, Position

Kind = Callable[[Side, Side], Contrast | None]

KINDS: tuple[Kind, ...] = (
    kinds.participants,
    kinds.announcement,
    kinds.visitor,
    kinds.timing,
    kinds.extent,
    kinds.number,
    kinds.view,
)
_MOST = 8  # rows in a brief; the table is for the differences that matter
_PER_KIND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A difference, and both sides."""

    contrast: Contrast
    left: Side
    right: Side


def differences(
    candidates: Sequence[Candidate], families: Mapping[str, str], pinned: Sequence[Pinned], told: frozenset[str]
) -> tuple[Disagreement, ...]:
    """Give where statements of different families differ, most telling kinds first.

    `told` holds the keys of the statements that the brief tells: a side that is told is named by its key.
    Of several that show one difference the shortest are taken.
    """
    sides = [Side.of(candidate, families[candidate.document], tuple(pinned)) for candidate in candidates]
    found: list[Found] = []
    for kind in KINDS:
        pairs = [
            Found(contrast=contrast, left=left, right=right)
            for first, left in enumerate(sides)
            for right in sides[first + 1 :]
            if left.family != right.family and (contrast := kind(left, right)) is not None
        ]
        pairs.sort(key=lambda f: (f.left.length + f.right.length, -_told(f, told), f.left.key, f.right.key))
        found.extend(_distinct(pairs))
    return tuple(_disagreement(one, told) for one in found[:_MOST])


def suspects(candidates: Sequence[Candidate], pinned: Sequence[Pinned]) -> frozenset[str]:
    """Give the keys of statements that can't be right as they stand: somebody visits his own country.

    They are shown beside what other sources say, and told nowhere else: neither repeated nor mended.
    """
    pins = tuple(pinned)
    return frozenset(
        candidate.statement.key for candidate in candidates if kinds.own_visit(Side.of(candidate, "", pins))
    )


def _told(found: Found, told: frozenset[str]) -> int:
    """Count the sides that the brief tells."""
    return (found.left.key in told) + (found.right.key in told)


def _distinct(pairs: Sequence[Found]) -> list[Found]:
    """Keep one difference for each topic and for each statement."""
    kept: list[Found] = []
    for pair in pairs:
        used = {key for one in kept for key in (one.left.key, one.right.key)}
        if pair.contrast.topic not in {one.contrast.topic for one in kept} and not used & {
            pair.left.key,
            pair.right.key,
        }:
            kept.append(pair)
    return kept[:_PER_KIND]


def _disagreement(found: Found, told: frozenset[str]) -> Disagreement:
    """Give a difference as the brief shows it."""
    contrast = found.contrast
    sides = (_position(found.left, contrast.left, told), _position(found.right, contrast.right, told))
    return Disagreement(topic=contrast.topic, positions=sides)


def _position(side: Side, through: int, told: frozenset[str]) -> Position:
    """Give one side: its own words as far as they tell, its citations, its key where the brief tells it."""
    statement = side.candidate.statement
    return Position(
        text=excerpt(statement.text, through),
        statement=statement.key if statement.key in told else None,
        citations=statement.citations,
    )
