"""How high a water stands, before newer articles measured it anew."""

from dataclasses import replace

import pytest

from briefing.compose.levels import find_older_levels, weigh_levels
from tests.compose.making import candidate, shortlist
from tests.events.making import read

OLD = "The level of Lake Orsin had fallen by 1.1 metres since Thursday, the water board said."
NEW = "Lake Orsin was 6.4 metres lower than on Thursday, the water board said."


def find_older(said, later=NEW, day="2025-11-14"):
    readings = {
        "a": read("a", said, published="2025-11-10"),
        "b": read("b", later, published=day),
    }
    told = [candidate(said, "a").statement, candidate(later, "b").statement]
    keys = find_older_levels(told, readings)
    return [one.text for one in told if one.key in keys]


@pytest.mark.parametrize(
    "said",
    [
        OLD,
        "The lake fell by 2 metres in a night.",
        "The water of the lake stood 0.9 metres below its crest.",
    ],
)
def test_a_level_is_overtaken_by_a_newer_one(said):
    assert find_older(said) == [said]


@pytest.mark.parametrize(
    ("said", "later", "day"),
    [
        (OLD, NEW, "2025-11-10"),  # of one day
        (OLD, NEW.replace("Orsin", "Tolm"), "2025-11-14"),  # another lake
        (OLD, NEW.replace("6.4", "1.1"), "2025-11-14"),  # the same
        (OLD, NEW.replace("metres", "feet"), "2025-11-14"),  # in another measure
        (OLD, "Lake Orsin covers 40 hectares, the water board said.", "2025-11-14"),
        ("The dam of Orsin is 71 metres high.", NEW, "2025-11-14"),
        ("A shelf 2 metres below the lake was found.", NEW, "2025-11-14"),
    ],
)
def test_what_is_no_older_level_of_the_same_water_stays(said, later, day):
    assert find_older(said, later, day) == []


def test_an_older_level_is_worth_little_and_a_pinned_one_as_much():
    readings = {
        "a": read("a", OLD, published="2025-11-10"),
        "b": read("b", NEW, published="2025-11-14"),
    }
    old, new = candidate(OLD, "a"), candidate(NEW, "b")
    pinned = replace(old, statement=replace(old.statement, pinned=True))
    rows = [weigh_levels([shortlist([one, new])], readings)[0].ranked for one in (old, pinned)]
    assert [[item.candidate.weight for item in row] for row in rows] == [[0.4, 1.0], [1.0, 1.0]]
    assert rows[0][0].candidate.setbacks == ("overtaken",)
