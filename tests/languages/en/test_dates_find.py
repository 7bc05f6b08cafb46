"""Date expressions that the words alone place, and words that only look like dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import edtf
from briefing.languages.en.dates import find_dates

STATED = [
    ("He left on 17 November 2025.", "17 November 2025", "2025-11-17"),
    ("On November 17, 2025, he left.", "November 17, 2025", "2025-11-17"),
    ("On Monday, Nov. 17, 2025 he left.", "Monday, Nov. 17, 2025", "2025-11-17"),
    ("the 17th of November 2025", "17th of November 2025", "2025-11-17"),
    ("date 2025-11-17 here", "2025-11-17", "2025-11-17"),
    ("on 17/11/2025 he", "17/11/2025", "2025-11-17"),
    ("on 11/17/2025 he", "11/17/2025", "2025-11-17"),
    ("on 5.11.2025 he", "5.11.2025", "2025-11-05"),
    ("from 2–5 May 2025 on", "2–5 May 2025", "2025-05-02/2025-05-05"),
    ("on May 2-5, 2025,", "May 2-5, 2025", "2025-05-02/2025-05-05"),
    ("May 28 to June 3, 2025", "May 28 to June 3, 2025", "2025-05-28/2025-06-03"),
    ("compared to March of 2008.", "March of 2008", "2008-03"),
    ("in December 2024", "December 2024", "2024-12"),
    ("between July and December 2004", "July and December 2004", "2004-07/2004-12"),
    ("in mid-October 2025", "mid-October 2025", "2025-10-11~/2025-10-20~"),
    ("since late 2024 and", "late 2024", "2024-09~/2024-12~"),
    ("by the end of 2010.", "the end of 2010", "2010-12-31"),
    ("at the end of 2010.", "the end of 2010", "2010-12~"),
    ("They left on the fourth of July 1995.", "the fourth of July 1995", "1995-07-04"),
    (
        "Sales fell in the first nine months of 2009.",
        "the first nine months of 2009",
        "2009-01/2009-09",
    ),
    ("It rose in 2016 H2.", "2016 H2", "2016-07/2016-12"),
    ("It rose in 2016-Q1.", "2016-Q1", "2016-01/2016-03"),
    ("It was so in the second week of 2015.", "the second week of 2015", None),
    ("It earned more in fiscal year 2008.", "fiscal year 2008", None),
    ("It earned more in the 2008 fiscal year.", "the 2008 fiscal year", None),
    ("by the start of 2010.", "the start of 2010", "2010-01~"),
    ("May 2024 – June 2025", "May 2024 – June 2025", "2024-05/2025-06"),
    ("in July and August 2004", "July and August 2004", "2004-07/2004-08"),
    ("possibly March 2011", "possibly March 2011", "2011-03?"),
    ("In 2017, Presidents", "2017", "2017"),
    ("since 2022.", "2022", "2022"),
    ("strikes in 2024 alone.", "2024", "2024"),
    ("Under a 2018 arrangement", "2018", "2018"),
    ("replicate the 2017 accord.", "2017", "2017"),
    ("The 2017 Accord in the South", "2017", "2017"),
    ("The World Cup 2018 day five", "2018", "2018"),
    ("So it goes. 2024 was a year of war.", "2024", "2024"),
    ("the 2000s were", "the 2000s", "200X"),
    ("his book (1999) was", "1999", "1999"),
    ("from 1939–45 the", "1939–45", "1939/1945"),
    ("the 1990s were", "the 1990s", "199X"),
    ("in the late 1990s", "the late 1990s", None),
    ("in the first quarter of 2009,", "the first quarter of 2009", "2009-01/2009-03"),
    ("in Q3 2009", "Q3 2009", "2009-07/2009-09"),
    ("the second half of 2009", "the second half of 2009", "2009-07/2009-12"),
    ("in the summer of 2015", "the summer of 2015", "2015-22"),
    ("the 19th century", "the 19th century", "18XX"),
    ("about November 2025", "about November 2025", "2025-11~"),
]


@pytest.mark.parametrize(("text", "said", "date"), [case for case in STATED if case[2]])
def test_a_date_in_full_is_found_and_needs_no_article_date(text, said, date):
    assert [
        (text[dated.start : dated.end], dated.edtf, dated.relative, dated.basis)
        for dated in find_dates(text, 0, len(text))
    ] == [(said, date, False, "stated")]


def test_each_end_of_a_period_told_in_words_is_a_date_of_its_own():
    text = "between 2015 and 2017, from July 2003 to December 2004"
    assert [dated.edtf for dated in find_dates(text, 0, len(text))] == [
        "2015",
        "2017",
        "2003-07",
        "2004-12",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He may march for a second time, and may fall.",
        "Barcelona 4 (Messi 23′ pen, 45 1′, 48′, Busquets 85′)",
        "Price Dh1,470,000, 900Nm @ 1,350rpm, 626bhp",
        "The plan costs $2000 and some 2,000 people went by 1900 votes.",
        "It sent 2000 troops to 1800 villages and 1500 homes.",
        "Call +44 2025 550123 or 555-2015.",
        "A Boeing 747 and a Peugeot 2008 met at 20:15 on page 1999.",
        "The 2020 Sentra beats the 2021 RAV4 Prime.",
        "Theresa May said April Smith met June Jones.",
        "an august body, the fall of the town, spring water",
        "It reads USA Today, The Mail on Sunday and the Sunday Times on Black Friday.",
        "He comes every Monday and on Mondays.",
        "the season 2011-12",
        "31/13/2025 and 2025-02-30 are on no calendar.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert find_dates(text, 0, len(text)) == ()


@pytest.mark.parametrize("text", ["on 05/11/2025 he", "in the 1900s he"])
def test_a_date_with_two_readings_stays_open(text):
    assert [(dated.edtf, dated.relative) for dated in find_dates(text, 0, len(text))] == [
        (None, False)
    ]


def test_every_year_of_a_list_is_found():
    text = "in 2015, 2016 and 2017"
    assert [dated.edtf for dated in find_dates(text, 0, len(text))] == ["2015", "2016", "2017"]


def test_months_apart_are_no_period():
    text = "in January and June 2004"
    assert [dated.edtf for dated in find_dates(text, 0, len(text))] == [None, "2004-06"]


def test_a_day_that_no_calendar_has_stays_open():
    text = "on 30 February 2025 he"
    assert [
        (dated.edtf, text[dated.start : dated.end]) for dated in find_dates(text, 0, len(text))
    ] == [(None, "30 February 2025")]


def test_what_an_event_places_needs_no_article_date_and_has_none():
    text = "less than a month after the two men met"
    assert [
        (text[dated.start : dated.end], dated.edtf, dated.relative)
        for dated in find_dates(text, 0, len(text))
    ] == [("less than a month after", None, False)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 17 November 2025 he came, and left the next day.", ["2025-11-17", "2025-11-18"]),
        ("It began on 17 November 2025. Two days later, it ended.", ["2025-11-17", "2025-11-19"]),
        ("On 17 November 2025 he spoke. He had called a day earlier.", ["2025-11-17", None]),
        ("In 2017 he came; the following year he left.", ["2017", "2018"]),
        ("In 2017 he came; the previous evening he sang.", ["2017", None]),
        (
            "It began on 17 November 2025 and ended about a week later.",
            ["2025-11-17", "2025-11-24~"],
        ),
        (
            "It began on 17 November 2025, but was felt the day before.",
            ["2025-11-17", "2025-11-16"],
        ),
        ("It began on 17 November 2025 and was over the previous week.", ["2025-11-17", None]),
        ("It began in 2017 and ended two decades later.", ["2017", "2037~"]),
        ("In May 2017 he came, and that month he left.", ["2017-05", "2017-05"]),
    ],
)
def test_a_date_may_lead_on_from_the_one_before_it(text, dates):
    assert [dated.edtf for dated in find_dates(text, 0, len(text))] == dates


_WORDS = (
    "17 5 2025 1999 31 0 November Nov. May march Monday Sunday "
    "last next this week month year ago later days two a the of "
    'in on since between and – - / , . “ ” " yesterday today early mid late '
    "end quarter first half summer 1990s century "
    "previous evening ' 's will said days( ) : \n  less than about possibly few weekend decade "
    "12/11/2025 2025-11-17"
).split(" ")
_NEWS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)


@given(
    text=st.one_of(st.text(max_size=120), _NEWS),
    cut=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_expressions_of_any_text_are_ordered_inside_and_valid(text, cut):
    start = min(cut[0], len(text))
    end = max(start, len(text) - cut[1])
    reach = start
    for dated in find_dates(text, start, end):
        assert reach <= dated.start < dated.end <= end
        said = text[dated.start : dated.end]
        assert said == said.strip()
        assert dated.edtf is None or edtf.is_valid(dated.edtf)
        assert dated.basis == "stated" or dated.relative
        reach = dated.end
