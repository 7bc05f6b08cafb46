"""Statements that hold two sides of a difference."""

from dataclasses import replace

import pytest

from briefing.compose.two_sides import find_two_sided
from briefing.model import Disagreement, Position
from tests.compose.making import candidate, citation

BOTH = "The ministry said 25 boats sank; the guild of pilots put them at 71."


def row(*texts, document="d1"):
    """A difference whose positions are cited for what these words of BOTH say."""
    made = []
    for text in texts:
        start = BOTH.index(text)
        cited = replace(citation(text, document), start=start, end=start + len(text))
        made.append(Position(text=text, statement=None, citations=(cited,)))
    return Disagreement(topic="How many", positions=tuple(made))


@pytest.mark.parametrize(
    ("texts", "document", "held"),
    [
        (("The ministry said 25 boats sank", "the guild of pilots put them at 71"), "d1", True),
        ((BOTH, BOTH), "d1", True),
        (("The ministry said 25 boats sank",), "d1", False),
        (("The ministry said 25 boats sank", "the guild of pilots put them at 71"), "d2", False),
    ],
)
def test_what_two_positions_are_cited_for_holds_both_sides(texts, document, held):
    told = candidate(BOTH, "d1").statement
    other = candidate("No boat sank off Vellin.", "d3").statement
    expected = {told.key} if held else set()
    assert find_two_sided([told, other], [row(*texts, document=document)]) == expected


def test_without_differences_nothing_holds_both_sides():
    assert find_two_sided([candidate(BOTH).statement], []) == frozenset()
