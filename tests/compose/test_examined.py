"""What was being examined, before a later article told what came out."""

from dataclasses import replace

import pytest

from briefing.compose.examined import find_answered, weigh_answered
from tests.compose.making import candidate, shortlist
from tests.events.making import read

ASKED = (
    "Police are investigating whether the fire at the mill of Vellin was linked to the theft of"
    " copper wire, the prosecutor said."
)
FOUND = "Engineers concluded that the fire at the mill had no link to the theft of copper wire."


def find(asked=ASKED, found=FOUND, day="2025-03-14"):
    readings = {
        "a": read("a", asked, published="2025-03-10"),
        "b": read("b", found, published=day),
    }
    told = [candidate(asked, "a").statement, candidate(found, "b").statement]
    keys = find_answered(told, readings)
    return [one.text for one in told if one.key in keys]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ASKED, FOUND),
        (
            "The board is examining whether the ferry Marrow carried more people than is allowed.",
            "The board found that the ferry Marrow carried 41 people more than is allowed.",
        ),
        (
            "Doctors are testing whether the water of the Lorn well made the 12 children ill.",
            "Tests showed that the 12 children were made ill by milk and not by the Lorn well.",
        ),
    ],
)
def test_what_was_examined_is_overtaken_by_what_was_found(asked, found):
    assert find(asked, found) == [asked]


@pytest.mark.parametrize(
    ("asked", "found", "day"),
    [
        (ASKED, FOUND, "2025-03-10"),  # of one day
        (ASKED, "The fire at the mill and the theft of copper wire are two cases.", "2025-03-14"),
        (ASKED, "Police found a ladder at the mill of Vellin.", "2025-03-14"),  # of something else
        (
            "Police examine whether the death of a woman of 58 is linked to the cuts at the ward.",
            "A doctor found no link between the cuts at the ward and the death of a man of 74.",
            "2025-03-14",
        ),  # of somebody else
        ("The mill of Vellin burned for two days.", FOUND, "2025-03-14"),
    ],
)
def test_what_is_still_examined_stays(asked, found, day):
    assert find(asked, found, day) == []


def test_what_was_examined_is_worth_little_and_a_pinned_one_as_much():
    readings = {
        "a": read("a", ASKED, published="2025-03-10"),
        "b": read("b", FOUND, published="2025-03-14"),
    }
    asked, found = candidate(ASKED, "a"), candidate(FOUND, "b")
    pinned = replace(asked, statement=replace(asked.statement, pinned=True))
    rows = [
        weigh_answered([shortlist([one, found])], readings)[0].ranked for one in (asked, pinned)
    ]
    assert [[item.candidate.weight for item in row] for row in rows] == [[0.4, 1.0], [1.0, 1.0]]
