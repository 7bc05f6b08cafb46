"""What two outlets tell in other words of the same class, and what only sounds alike."""

import pytest

from briefing.events.connect import connect_clauses
from tests.events.making import read

TOLD = (
    ("The ancient dam at Quern crumbled in the night.", "The Quern dam gave way after the storm."),
    (
        "The only bridge into Alva was washed away by the river.",
        "The bridge at Alva was destroyed, the ministry said.",
    ),
    (
        "Jonas Merk will lead the new company from Alva.",
        "Mr Merk is a brewer. Jonas Merk will run the enlarged business.",
    ),
    (
        "The prosecutor of Lindal has opened an inquiry into the fire.",
        "The Lindal prosecutor is investigating why the mill burnt.",
    ),
    (
        "President Dora Vell cut short a visit to Norway.",
        "President Vell broke off her trip to Norway and flew home.",
    ),
    (
        "The Southern Front released 62 prisoners on 10 March 2025.",
        "We set free 62 captured soldiers on 10 March 2025.",
    ),
)
APART = (
    ("The dam at Quern crumbled in the night.", "The dam at Selm gave way in the night."),
    ("The wall of the Quern dam crumbled.", "The Quern dam gave way."),
    ("The bridge at Alva was destroyed.", "The second bridge at Alva was washed away."),
    ("The bridge at Alva was destroyed.", "The bridge at Alva was not washed away."),
    ("The bridge at Alva was destroyed.", "The bridge at Alva will be washed away."),
    ("Jonas Merk leads the company.", "Berta Merk runs the company."),
    ("The daughter of Jonas Merk quit.", "Jonas Merk stepped down."),
    ("Norwegian settlers attacked the farm.", "Norwegian troops shelled the farm."),
    ("The army released 62 prisoners on 10 March 2025.",
    "The army set free 120 detainees on 10 March 2025."),
    ("The strike in Alva will last thirty days.", "The strike in Alva will last thirty weeks."),
    ("Vell warned the miners of a flood.", "Vell warned that the budget would not do."),
    ("The General Motors manufacturing firm lost money.", "The manufacturing firm General Motors met."),
)  # fmt: skip


def _joined(one, other):
    readings = [read("a", one), read("b", other)]
    return connect_clauses(readings, {"a": "a", "b": "b"}).agreeing


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_one_happening_in_other_words_is_joined(one, other):
    assert _joined(one, other) or _joined(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_sounds_alike_is_not(one, other):
    assert not _joined(one, other)
    assert not _joined(other, one)


def test_what_is_supported_is_no_more_than_both_tell():
    readings = [
        read("a", "The dam at Quern, 30 metres high, crumbled with a roar."),
        read("b", "The Quern dam gave way."),
    ]
    found = connect_clauses(readings, {"a": "a", "b": "b"})
    text = readings[0].document.text
    told = {text[one.start : one.end] for one in found.figures["a"]}
    assert told == {"crumbled"}


def test_a_longer_clause_of_the_same_verb_is_not_supported_along_with_it():
    readings = [
        read("a", "The Quern dam crumbled on 10 March 2025 with a roar."),
        read("b", "The old dam at Quern gave way."),
    ]
    found = connect_clauses(readings, {"a": "a", "b": "b"})
    starts = {one.trigger for one in found.clauses["a"]}
    assert starts.isdisjoint(one.trigger for one in found.figures["a"])
