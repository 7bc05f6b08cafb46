"""Statements that hold two sides of what the sources differ on: a dispute in one breath."""

from collections.abc import Iterable, Sequence

from briefing.model import Citation, Disagreement, Statement


def find_two_sided(
    statements: Iterable[Statement], disagreements: Sequence[Disagreement]
) -> frozenset[str]:
    """The keys of statements whose own words two positions or more of a row are cited for: "the
    ministry said 2.5 billion; a report put it at 7.1".
    """
    return frozenset(
        one.key for one in statements if any(_holds_two(one, row) for row in disagreements)
    )


def _holds_two(statement: Statement, row: Disagreement) -> bool:
    held = [
        position
        for position in row.positions
        if any(_is_inside(cited, statement.bases) for cited in position.citations)
    ]
    return len(held) > 1


def _is_inside(cited: Citation, bases: Sequence[Citation]) -> bool:
    """Whether what is cited stands in what a statement is made of."""
    return any(
        one.document == cited.document and one.start <= cited.start and cited.end <= one.end
        for one in bases
    )
