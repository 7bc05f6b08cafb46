"""EDTF dates: which are valid, what they cover, and how two of them stand to each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import edtf

_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-11-17", date(2025, 11, 17), date(2025, 11, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-11?", date(2025, 11, 1), date(2025, 11, 30)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2022-22", date(2022, 6, 1), date(2022, 8, 31)),
        ("2022-24", date(2021, 12, 1), date(2023, 2, 28)),
        ("2025-11-17/2025-11-24", date(2025, 11, 17), date(2025, 11, 24)),
        ("2025-10-11~/2025-10-20~", date(2025, 10, 11), date(2025, 10, 20)),
        ("../2024-12", date.min, date(2024, 12, 31)),
        ("2024-12/..", date(2024, 12, 1), date.max),
    ],
)
def test_bounds_are_the_first_and_last_day(text, first, last):
    assert edtf.is_valid(text)
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2025-13",
            "2025-02-30",
            "2025-1-1",
            "25",
            "0000",
            "2025/",
            "/2025",
            "../..",
            "2025/2024",
            "2025-25",
        ),
        *("2025-11-17/", "2025-11-17~~", "2025/2026/2027", "199Xs", "٢٠٢٥", "2025\n", "today"),
    ],
)
def test_what_is_no_date_is_refused(text):
    assert not edtf.is_valid(text)
    with pytest.raises(ValueError, match="not an EDTF date"):
        edtf.bounds(text)


@given(text=st.text(alphabet="0123456789-/X~?%.", max_size=24))
def test_a_valid_date_has_ordered_bounds_and_no_text_makes_trouble(text):
    if edtf.is_valid(text):
        first, last = edtf.bounds(text)
        assert first <= last
        assert edtf.count_days(text) == (last - first).days + 1


@given(one=_DAYS, other=_DAYS)
def test_a_span_of_days_covers_exactly_those_days(one, other):
    first, last = min(one, other), max(one, other)
    assert edtf.bounds(edtf.write_span(first, last)) == (first, last)


def test_a_span_is_written_in_its_shortest_form():
    assert edtf.write_span(date(2025, 1, 1), date(2025, 12, 31)) == "2025"
    assert edtf.write_span(date(2025, 2, 1), date(2025, 2, 28)) == "2025-02"
    assert edtf.write_span(date(2025, 1, 1), date(2025, 3, 31)) == "2025-01/2025-03"
    assert edtf.write_span(date(2024, 1, 1), date(2025, 12, 31)) == "2024/2025"


def test_dates_sort_by_their_first_day_and_the_wider_first():
    dates = ["2025-11-17", "2024", "2025-11", "2025-11-01", "2025", "2024-12~"]
    assert sorted(dates, key=edtf.sort_key) == [
        "2024",
        "2024-12~",
        "2025",
        "2025-11",
        "2025-11-01",
        "2025-11-17",
    ]


def test_only_a_certain_calendar_day_is_a_day():
    assert edtf.is_day("2025-11-17")
    assert not any(
        edtf.is_day(text)
        for text in ("2025-11-17~", "2025-11", "2025-11-17/2025-11-17", "2025-99-17")
    )
