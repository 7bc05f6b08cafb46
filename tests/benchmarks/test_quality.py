"""Floors under what is measured: they may be raised, never lowered."""

import pytest

from benchmarks import quality


@pytest.mark.parametrize(("half", "right", "wrong"), [("tune", 58, 0), ("test", 46, 2)])
def test_dates_keep_their_floors(half, right, wrong):
    found = quality.dates(half)
    assert found["right"] >= right
    assert found["wrong"] <= wrong


@pytest.mark.parametrize(("half", "right", "wrong"), [("tune", 88, 1), ("test", 65, 0)])
def test_persons_keep_their_floors(half, right, wrong):
    found = quality.persons(half)
    assert found["right"] >= right
    assert found["wrong"] <= wrong


@pytest.mark.parametrize(("half", "right", "wrong"), [("tune", 21, 0), ("test", 21, 1)])
def test_traps_of_dates_keep_their_floors(half, right, wrong):
    found = quality.traps(half)
    assert found["right"] >= right
    assert found["wrong"] <= wrong


@pytest.mark.parametrize(("half", "right"), [("tune", 10), ("test", 19)])
def test_nobody_says_what_another_said(half, right):
    found = quality.labels(half)
    assert found["right"] >= right
    assert found["wrong"] == 0


@pytest.mark.parametrize(("half", "right"), [("tune", 8), ("test", 13)])
def test_brackets_keep_their_floors(half, right):
    found = quality.brackets(half)
    assert found["right"] >= right
    assert found["wrong"] == 0


def test_rows_are_whole_and_each_stands_in_its_sentence():
    for row in quality.rows("dates"):
        half, _article, _day, expression, _meant, sentence = row
        assert half in {"tune", "test"}
        assert expression in sentence


def test_the_table_has_a_row_for_each_half():
    (table,) = quality.tables()
    assert [row[0] for row in table.rows] == [
        f"{name}, {half}"
        for name in ("dates", "traps", "persons", "labels", "brackets")
        for half in ("tune", "test")
    ]
