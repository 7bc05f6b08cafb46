"""Floors under what is measured: they may be raised, never lowered."""

import pytest

from benchmarks import quality


@pytest.mark.parametrize(("half", "right", "wrong"), [("tune", 41, 0), ("test", 34, 2)])
def test_dates_keep_their_floors(half, right, wrong):
    found = quality.dates(half)
    assert found["right"] >= right
    assert found["wrong"] <= wrong


def test_rows_are_whole_and_each_stands_in_its_sentence():
    for row in quality.rows("dates"):
        half, _article, _day, expression, _meant, sentence = row
        assert half in {"tune", "test"}
        assert expression in sentence


def test_the_table_has_a_row_for_each_half():
    (table,) = quality.tables()
    assert [row[0] for row in table.rows] == ["dates, tune", "dates, test"]
