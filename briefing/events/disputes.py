"""The rows of what articles dispute about one happening, each side in its own words."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from briefing.events.facets import FACETS, disputed_facet
from briefing.events.support import cite_clause
from briefing.languages.en.excerpt import cut_excerpt
from briefing.model import Citation, Clause, Disagreement, Position, Reading

_MOST = 2  # rows of a kind: the table is for what matters
TOPICS = frozenset(facet.topic for facet in FACETS)


def list_disputes(
    disputed: Sequence[tuple[Clause, Clause]],
    readings: Mapping[str, Reading],
    older: AbstractSet[str],
) -> tuple[Disagreement, ...]:
    """A row for each pair of clauses that dispute a part of one happening, kind by kind.

    Versions of an article that a later one has replaced dispute nothing, and neither does a
    sentence that what stands behind it takes back.
    """
    rows: dict[str, list[Disagreement]] = {facet.topic: [] for facet in FACETS}
    for left, right in disputed:
        if older.isdisjoint((left.document, right.document)):
            row = _dispute_row(left, right, readings)
            if row is not None:
                rows[row.topic].append(row)
    return tuple(row for topic in rows for row in rows[topic])


def keep_foremost(rows: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """The rows that a brief shows: two of a kind at most, no sentence in two of them."""
    kept: list[Disagreement] = []
    used: set[Citation] = set()
    for row in rows:
        own = {cited for position in row.positions for cited in position.citations}
        alike = sum(one.topic == row.topic for one in kept)
        if not own & used and alike < _MOST:
            kept.append(row)
            used |= own
    return tuple(kept)


def _dispute_row(
    left: Clause, right: Clause, readings: Mapping[str, Reading]
) -> Disagreement | None:
    """The row of two clauses; None where they dispute nothing, or a side was taken back."""
    facet = disputed_facet(left, right)
    if facet is None:
        return None
    ours, theirs = _make_position(left, readings), _make_position(right, readings)
    if ours is None or theirs is None:
        return None
    return Disagreement(topic=facet.topic, positions=(ours, theirs))


def _make_position(clause: Clause, readings: Mapping[str, Reading]) -> Position | None:
    """One side: the sentence that tells the clause, as far as the clause goes."""
    cited = cite_clause(clause, readings)
    if cited is None:
        return None
    text = " ".join(cited.quote.split())
    told = len(" ".join(cited.quote[: clause.end - cited.start].split()))
    return Position(
        text=cut_excerpt(text, told),
        statement=None,
        citations=(replace(cited, role="basis"),),
        as_of=clause.published or None,
    )
