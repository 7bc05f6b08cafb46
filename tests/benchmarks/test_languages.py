"""Floors of what is found in languages beside English: precision before everything."""

import pytest

from benchmarks import languages

LEAST_PRECISION = 0.98  # of speakers; one sentence in fifty may be a mistake of the rows
LEAST_RECALL = 0.9


@pytest.mark.parametrize("code", ["ar", "de", "es", "fr", "ru"])
def test_a_speaker_is_right_or_unsaid(code):
    found = languages.judge(code)
    named = found["right"] + found["wrong"] + found["caught"]
    assert found.total() == 150
    assert found["right"] >= LEAST_PRECISION * named
    assert found["right"] >= LEAST_RECALL * (found.total() - found["traps"] - found["caught"])


def test_a_russian_date_is_right_or_open():
    found = languages.judge_dates("ru")
    assert found.total() >= 150
    assert found["wrong"] == found["caught"] == 0
    assert found["right"] >= LEAST_RECALL * (found["right"] + found["open"])


def test_the_tables_have_a_row_a_language():
    speakers, dates = languages.tables()
    assert [row[0] for row in speakers.rows] == ["ar", "de", "es", "fr", "ru"]
    assert [row[0] for row in dates.rows] == ["ru"]
