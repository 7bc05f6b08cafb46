"""How much a statement has to hold on to."""

from dataclasses import replace

import pytest

from briefing.compose.substance import ENOUGH_SUBSTANCE, is_thin, measure_substance
from tests.compose.making import candidate

LONG = "The keeper of the lock spoke at length of the river and of its banks to the crews."


def made(text=LONG, happenings=1, position=5, **more):
    one = candidate(text, "d1", position=position, speaker=more.pop("speaker", ""))
    return replace(one, happenings=happenings, language="en", **more)


@pytest.mark.parametrize(
    ("text", "happenings", "position", "much"),
    [
        (LONG, 0, 5, 0.0),
        (LONG, 1, 5, 0.5),
        (LONG, 7, 5, 1.0),  # a row of verbs is no better for its length
        (LONG, 1, 1, 1.5),  # the second sentence of its article
        (LONG.replace("length", "20 minutes' length"), 1, 5, 1.5),
        (LONG.replace("crews", "crews [on 20 May]"), 1, 5, 0.5),  # a bracket is ours
        (LONG.replace("crews", "nine crews"), 1, 5, 1.0),
        (LONG.replace("spoke at length", "did not speak"), 1, 5, 1.0),
        ("The lock is shut.", 0, 5, -0.5),
    ],
)
def test_figures_happenings_and_denials_count(text, happenings, position, much):
    assert measure_substance(made(text, happenings, position)) == much


def test_a_voice_counts_and_its_denial_twice():
    assert measure_substance(made(speaker="Ida Moor")) == 1.0
    assert measure_substance(made(issued=True)) == 1.0
    denied = LONG.replace("spoke at length", "did not speak")
    assert measure_substance(made(denied, speaker="Ida Moor")) == 2.0


def test_a_day_counts():
    one = made(happenings=0)
    dated = replace(one, statement=replace(one.statement, date="2025-04-09"))
    assert measure_substance(dated) == ENOUGH_SUBSTANCE
    assert is_thin(one)
    assert not is_thin(dated)


def test_nothing_is_thin_where_nobody_reads_clauses():
    assert not is_thin(made(happenings=None))
