"""A hundred traps of tense, comparison and anchor, kept as text: no expression gets a wrong date."""

from pathlib import Path

import pytest

from tests.languages.en.test_dates_traps import dated

LINES = (Path(__file__).parent / "dates_traps.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "said", "right"), ROWS)
def test_no_expression_gets_a_wrong_date(sentence, said, right, tmp_path):
    allowed = {None, *right.split()} - {"open"}
    found = dated(sentence, tmp_path)
    given = {edtf for words, edtf in found.items() if words in said or said in words}
    assert given <= allowed
