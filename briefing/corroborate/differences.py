"""Where sources differ: each side with its source, never averaged and never mended.

Every kind of difference is one pure function of two statements of different articles. All of them
ask for a clear pattern and shared words first: a difference that isn't one would discredit those
that are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.corroborate import kinds
from briefing.corroborate.kinds import KINDS, Kind, Marks
from briefing.corroborate.side import Contrast, Side
from briefing.languages.en.excerpt import cut_excerpt
from briefing.model import Candidate, Disagreement, Pinned, Position

_MOST = 8  # rows in a brief; the table is for the differences that matter
_PER_KIND = 2
_COMMON = (
    60  # a mark that more statements than this both seek and give says too little to compare by
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDifference:
    """A difference, and both sides."""

    contrast: Contrast
    left: Side
    right: Side


def find_differences(
    candidates: Sequence[Candidate],
    families: Mapping[str, str],
    pinned: Sequence[Pinned],
    told: frozenset[str],
) -> tuple[Disagreement, ...]:
    """Where statements of different articles differ, most telling kinds first.

    `told` holds the keys of the statements that the brief tells: a side that is told is named by
    its key. Of several that show one difference the shortest are taken.
    """
    sides = [
        Side.of(candidate, families[candidate.document], tuple(pinned)) for candidate in candidates
    ]
    found: list[FoundDifference] = []
    for kind in KINDS:
        pairs = [
            FoundDifference(contrast=contrast, left=left, right=right)
            for left, right in _meeting_pairs(sides, kind)
            if _can_differ(left, right, kind)
            and (contrast := kind.contrast(left, right)) is not None
        ]
        pairs.sort(
            key=lambda f: (
                f.left.length + f.right.length,
                -_count_told(f, told),
                f.left.key,
                f.right.key,
            )
        )
        found.extend(_keep_distinct(pairs))
    return tuple(_make_disagreement(one, told) for one in found[:_MOST])


def _can_differ(left: Side, right: Side, kind: Kind) -> bool:
    """Whether two statements can differ: of different articles, or of versions where the kind
    allows it.
    """
    versions = kind.versions and left.candidate.document != right.candidate.document
    return left.family != right.family or versions


def _meeting_pairs(sides: Sequence[Side], kind: Kind) -> Iterator[tuple[Side, Side]]:
    """The pairs of which one seeks what the other gives, each once, in order."""
    seeking = _index_marks(sides, kind.seeks)
    giving = _index_marks(sides, kind.gives)
    met: dict[int, set[int]] = {}
    for mark, seekers in seeking.items():
        givers = giving.get(mark, [])
        if min(len(seekers), len(givers)) > _COMMON:
            continue
        for one in seekers:
            for other in givers:
                if one != other:
                    met.setdefault(min(one, other), set()).add(max(one, other))
    for first in sorted(met):
        for second in sorted(met[first]):
            yield sides[first], sides[second]


def _index_marks(sides: Sequence[Side], marks: Marks) -> dict[str, list[int]]:
    """Index statements by their marks."""
    holders: dict[str, list[int]] = {}
    for place, side in enumerate(sides):
        for mark in sorted(marks(side)):
            holders.setdefault(mark, []).append(place)
    return holders


def suspect_keys(candidates: Sequence[Candidate], pinned: Sequence[Pinned]) -> frozenset[str]:
    """The keys of statements that can't be right as they stand: somebody visits his own
    country.

    They are shown beside what other sources say, and told nowhere else: neither repeated nor
    mended.
    """
    pins = tuple(pinned)
    return frozenset(
        candidate.statement.key
        for candidate in candidates
        if kinds.own_visit(Side.of(candidate, "", pins))
    )


def _count_told(found: FoundDifference, told: frozenset[str]) -> int:
    """Count the sides that the brief tells."""
    return (found.left.key in told) + (found.right.key in told)


def _keep_distinct(pairs: Sequence[FoundDifference]) -> list[FoundDifference]:
    """Keep one difference for each topic and for each statement, as many as a kind may show."""
    kept: list[FoundDifference] = []
    topics: set[str] = set()
    used: set[str] = set()
    for pair in pairs:
        own = {pair.left.key, pair.right.key}
        if pair.contrast.topic not in topics and not used & own:
            kept.append(pair)
            topics.add(pair.contrast.topic)
            used |= own
            if len(kept) == _PER_KIND:
                break
    return kept


def _make_disagreement(found: FoundDifference, told: frozenset[str]) -> Disagreement:
    """A difference as the brief shows it."""
    contrast = found.contrast
    sides = (
        _make_position(found.left, contrast.left, told),
        _make_position(found.right, contrast.right, told),
    )
    return Disagreement(topic=contrast.topic, positions=sides)


def _make_position(side: Side, through: int, told: frozenset[str]) -> Position:
    """One side: its own words as far as they tell, its citations, its key where the brief
    tells it.
    """
    statement = side.candidate.statement
    return Position(
        text=cut_excerpt(statement.text, through),
        statement=statement.key if statement.key in told else None,
        citations=statement.citations,
    )
