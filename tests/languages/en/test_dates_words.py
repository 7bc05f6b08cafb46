"""Dates said to a reader, and read back from what was said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.calendar_words import thirds_of
from briefing.language.edtf import write_span
from briefing.languages.en.dates import bracket_date, date_words, find_dates

SAID = [
    ("2025-11-17", "17 November 2025"),
    ("2025-08", "August 2025"),
    ("2024", "2024"),
    ("199X", "the 1990s"),
    ("18XX", "the 19th century"),
    ("19XX", "the 20th century"),
    ("2022-22", "summer 2022"),
    ("2024~", "about 2024"),
    ("2025-11-04~", "about 4 November 2025"),
    ("2024?", "possibly 2024"),
    ("2024%", "possibly about 2024"),
    ("2025-11-17/2025-11-24", "17–24 November 2025"),
    ("2025-11-28/2025-12-03", "28 November – 3 December 2025"),
    ("2024-12-28/2025-01-03", "28 December 2024 – 3 January 2025"),
    ("2009-01/2009-03", "January–March 2009"),
    ("2024-11/2025-01", "November 2024 – January 2025"),
    ("2015/2017", "2015–2017"),
    ("2024-09~/2024-12~", "late 2024"),
    ("2025-10-11~/2025-10-20~", "mid-October 2025"),
    ("1990~/1993~", "early 1990s"),
    ("2025-10-12~/2025-10-20~", "about 12–20 October 2025"),
]


@pytest.mark.parametrize(("edtf", "said"), SAID)
def test_a_date_is_said_in_plain_english(edtf, said):
    assert date_words(edtf) == said
    assert bracket_date(edtf) == f"[{said}]"


def test_open_and_uneven_intervals_are_said_too():
    assert date_words("../2024") == "until 2024"
    assert date_words("2024-12/..") == "since December 2024"
    assert date_words("2025-08-01/2025-10~") == "1 August 2025 – about October 2025"
    assert date_words("2024-22/2025") == "summer 2024 – 2025"


def test_what_is_no_date_is_not_said():
    with pytest.raises(ValueError, match="not an EDTF date"):
        date_words("soon")


_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31))
_POINTS = st.one_of(
    _DAYS.map(str),
    _DAYS.map(lambda day: str(day)[:7]),
    _DAYS.map(lambda day: f"{day.year}-{21 + day.month % 4}"),
    st.sampled_from([f"{tens}X" for tens in range(180, 210) if tens % 10]),
)
_INTERVALS = st.tuples(_DAYS, _DAYS).map(lambda pair: write_span(min(pair), max(pair)))
_PARTS = st.tuples(_DAYS, st.sampled_from([0, 1, 2]), st.sampled_from([4, 7])).map(
    lambda drawn: "/".join(thirds_of(str(drawn[0])[: drawn[2]])[drawn[1]])
)
_ABOUT = st.one_of(_DAYS.map(str), _DAYS.map(lambda day: str(day)[:7])).map(lambda text: text + "~")
_YEARS = _DAYS.map(lambda day: str(day.year))


@given(
    edtf=st.one_of(_POINTS, _INTERVALS.filter(lambda text: len(text) > len("2025")), _PARTS, _ABOUT)
)
def test_what_is_said_reads_back_to_the_same_date(edtf):
    said = date_words(edtf)
    (found,) = find_dates(said, 0, len(said))
    assert (found.edtf, found.relative) == (edtf, False)
    assert said[found.start : found.end] in {said, said.removeprefix("the ")}


@given(edtf=_YEARS)
def test_a_year_reads_back_behind_a_word_that_makes_it_one(edtf):
    said = f"It fell in {date_words(edtf)}."
    assert [dated.edtf for dated in find_dates(said, 0, len(said))] == [edtf]
