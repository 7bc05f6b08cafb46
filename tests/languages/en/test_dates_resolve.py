"""Dates that only the article's own date places."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import Folder, Supplied, read_article
from briefing.language import edtf
from briefing.languages.en.dates import find_dates, resolve_dates
from briefing.model import Document, Known

SEEDS = Path(__file__).parents[3] / "seeds"
TUESDAY = "2025-11-18"


def article(text, published):
    known = Known(value=published, basis="stated") if published else None
    return Document(
        id="a",
        locator="a.txt",
        path=None,
        url=None,
        revision="",
        size=0,
        encoding="utf-8",
        text=text,
        language="en",
        published=known,
    )


def placed(text, published):
    return [
        (text[one.start : one.end], one.edtf)
        for one in resolve_dates(article(text, published), 0, len(text))
    ]


PLACED = [
    ("He arrived on Sunday.", "Sunday", "2025-11-16"),
    ("He arrived on Tuesday.", "Tuesday", "2025-11-18"),
    ("He arrived on Monday night.", "Monday night", "2025-11-17"),
    ("The talks will resume on Friday.", "Friday", "2025-11-21"),
    ("He was there last Sunday.", "last Sunday", "2025-11-16"),
    ("He met them yesterday.", "yesterday", "2025-11-17"),
    ("He was expected to leave tomorrow.", "tomorrow", "2025-11-19"),
    ("He called two days ago.", "two days ago", "2025-11-16"),
    ("The trip was a month ago.", "a month ago", "2025-10~"),
    ("It fell nearly a decade ago.", "nearly a decade ago", "2015~"),
    ("It fell less than a month ago.", "less than a month ago", "2025-10-18/2025-11-18"),
    ("It fell last December.", "last December", "2024-12"),
    ("It fell in December last year.", "December last year", "2024-12"),
    ("It fell last month.", "last month", "2025-10"),
    ("It fell this year.", "this year", "2025"),
    ("It fell late last year.", "late last year", "2024-09~/2024-12~"),
    ("It fell last week.", "last week", "2025-11-10/2025-11-16"),
    ("It fell earlier this month.", "earlier this month", "2025-11-01/2025-11-18"),
    ("It fell in early August.", "early August", "2025-08-01~/2025-08-10~"),
    ("It fell on July 31, when", "July 31", "2025-07-31"),
    ("Since December, it has been so.", "December", "2024-12"),
    ("He came on Sunday, 16 November.", "Sunday, 16 November", "2025-11-16"),
    (
        "It fell in the first quarter of last year.",
        "the first quarter of last year",
        "2024-01/2024-03",
    ),
    ("It fell over the weekend.", "the weekend", "2025-11-15/2025-11-16"),
    ("It rose last quarter.", "last quarter", "2025-07/2025-09"),
    ("It rose on March 11 this year.", "March 11 this year", "2025-03-11"),
    ("It fell on 2–5 May, when he left.", "2–5 May", "2025-05-02/2025-05-05"),
    ("He came on June 2-5 and left.", "June 2-5", "2025-06-02/2025-06-05"),
    ("He came on the 3rd of last month.", "the 3rd of last month", "2025-10-03"),
    ("He came on the 31st of this month.", "the 31st of this month", None),
    ("It will fall in December.", "December", "2025-12"),
    ("It will fall on 24 December.", "24 December", "2025-12-24"),
    ("It fell in December.", "December", None),
    ("It began in early April.", "early April", "2025-04-01~/2025-04-10~"),
    ("Early April was cold.", "Early April", "2025-04-01~/2025-04-10~"),
    (
        "It will be so by the end of June next year.",
        "the end of June next year",
        "2026-06-21~/2026-06-30~",
    ),
    ("It fell in last year's March sales.", "last year's March", "2024-03"),
    ("It fell in the second half of last year.", "the second half of last year", "2024-07/2024-12"),
    ("It fell this autumn.", "this autumn", "2025-23"),
    ("It will fall this December.", "this December", "2025-12"),
    ("It will fall next March.", "next March", "2026-03"),
    ("They met on Monday last week.", "Monday last week", "2025-11-10"),
    ("It will be done two days from now.", "two days from now", "2025-11-20"),
    ("It will be done three days from Friday.", "three days from Friday", None),
    ("It fell more than a year ago.", "more than a year ago", None),
    ("It fell less than two weeks ago.", "less than two weeks ago", "2025-11-04/2025-11-18"),
    ("It fell under a year ago.", "under a year ago", "2024-11-18/2025-11-18"),
    ("It was posted 48 hours ago.", "48 hours ago", "2025-11-16"),
    ("It was posted 36 hours ago.", "36 hours ago", None),
    ("They met last weekend.", "last weekend", "2025-11-15/2025-11-16"),
    ("They meet this weekend.", "this weekend", None),
    ("They will be done by the end of the month.", "the end of the month", "2025-11-30"),
    ("They will be done by the end of the year.", "the end of the year", "2025-12-31"),
    ("They will be done later this year.", "later this year", "2025-11/2025-12"),
    ("They will be done later this week.", "later this week", "2025-11-18/2025-11-23"),
    ("They came earlier this year.", "earlier this year", "2025-01/2025-11"),
    ("It fell in the last decade, they said.", "the last decade", None),
    ("It rose early last decade.", "early last decade", "2010~/2013~"),
    ("It fell more than two days later.", "more than two days later", None),
    ("On that day he came.", "that day", None),
    ("It fell the day before yesterday.", "the day before yesterday", "2025-11-16"),
    ("They will be done by year end.", "year end", "2025-12-31"),
    ("They will be done by the month’s end.", "the month’s end", "2025-11-30"),
    ("The pit is expected to close at year-end, it said.", "year-end", "2025-12~"),
    ("Profits doubled at year-end, it said.", "year-end", None),
    ("The guild held a rally Monday by the quay.", "Monday", "2025-11-17"),
    ("A boat may have sunk, a clerk said Sunday.", "Sunday", "2025-11-16"),
    ("She spoke in a telephone interview Monday.", "Monday", "2025-11-17"),
    ("The sum will be paid December 14 to all.", "December 14", "2025-12-14"),
    ("Rescued on October 5 by pilots, he lives.", "October 5", "2025-10-05"),
    ("They are open at the end of the year.", "the end of the year", "2025-12~"),
    ("He came on Friday the 7th.", "Friday the 7th", "2025-11-07"),
    ("He came on Friday the 8th.", "Friday the 8th", None),
    (
        "It rose in the first nine months of this year.",
        "the first nine months of this year",
        "2025-01/2025-09",
    ),
    ("It fell in the last week of last month.", "the last week of last month", None),
    ("They met one month and 21 days ago.", "21 days ago", None),
    ("He left on Tuesday, November 17.", "Tuesday, November 17", None),
    ("It fell last spring.", "last spring", None),
    ("It rose last October.", "last October", None),
    ("before 8 December there was calm", "8 December", None),
    ("It was so in recent weeks.", "recent weeks", None),
    ("It was said a few days ago.", "a few days ago", None),
    ("Talks may begin on Friday.", "Friday", None),
    ("He said: “We met on Monday.”", "Monday", None),
    ("It met next Friday.", "next Friday", None),
    ("The envoy, who was ill, arrives in Paris on Friday.", "Friday", None),
    ("June 14 – a hall in Paris", "June 14", None),
    ("The tour kicks off June 9 in Paris.", "June 9", None),
    ("The meeting would be moved from Friday.", "Friday", None),
    ("His sentencing is scheduled for Feb. 14, officials said.", "Feb. 14", None),
    ("Talks were scheduled for Monday.", "Monday", None),
    ("Talks are scheduled for Monday.", "Monday", "2025-11-24"),
    ("“We shall win next week,” he said.", "next week", None),
    ("The United Nations meets Friday.", "Friday", None),
    ("It was posted just over 24 hours ago.", "just over 24 hours ago", "2025-11-17~"),
    ("Two men met the following Tuesday.", "the following Tuesday", None),
]


@pytest.mark.parametrize(("text", "said", "date"), PLACED)
def test_a_relative_date_is_placed_by_the_articles_date_or_left_open(text, said, date):
    assert placed(text, TUESDAY) == [(said, date)]
    assert [dated.relative for dated in resolve_dates(article(text, TUESDAY), 0, len(text))] == [
        True
    ]


@pytest.mark.parametrize(
    ("supplied", "line", "date"),
    [
        ("2025-11-17", "Tuesday, November 18, 2025", None),
        ("2025-11-18", "Tuesday, November 18, 2025", "2025-11-17"),
        ("2025-11", "Tuesday, November 18, 2025", "2025-11-17"),
        ("2025-03-02", "Tuesday, November 18, 2025", "2025-03-01"),
        ("2025-11-18", "No line of its own", "2025-11-17"),
    ],
)
def test_where_desk_and_article_differ_by_days_only_what_both_place_is_placed(
    supplied, line, date, tmp_path
):
    text = (
        f"A meeting of the board in the capital\n\n{line}\n\nThe board met yesterday in the old "
        f"town hall.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = Folder(path=".")(tmp_path)[0]
    document = read_article(found, Supplied(published=supplied))
    assert isinstance(document, Document)
    start = text.index("The board")
    assert [one.edtf for one in resolve_dates(document, start, len(text))] == [date]


@pytest.mark.parametrize(("text", "said", "date"), PLACED)
def test_without_the_articles_date_nothing_relative_is_placed(text, said, date):
    assert date is None or date
    assert placed(text, None) == [(said, None)]
    assert resolve_dates(article(text, None), 0, len(text)) == find_dates(text, 0, len(text))


@pytest.mark.parametrize(
    ("published", "text", "date"),
    [
        ("2025-02-18", "It fell last summer.", "2024-22"),
        ("2025-02-18", "It fell in December.", "2024-12"),
        ("2025-01-07", "It fell on 28 December.", "2024-12-28"),
        ("2025-02-28", "It fell on 29 February.", None),
        ("2025-11-22", "They met this weekend.", "2025-11-22/2025-11-23"),
        ("2025-11-22", "They met last weekend.", "2025-11-15/2025-11-16"),
        ("2025-11-21", "They meet over the weekend.", None),
        ("0001-01-01", "It fell last year, in December last year and a year ago.", None),
        ("2025-11-17/2025-11-24", "It toured the south on Monday.", "2025-11-17/2025-11-24"),
        ("2025-11-18/2025-11-20", "It toured the south on Monday.", "2025-11-17"),
        ("2025-08-04/2025-09-30", "He went there on July 31.", "2025-07-31"),
        ("2025-11-17/2025-12-08", "He came on Sunday, 16 November.", "2025-11-16"),
        ("2025-11-17/2025-12-08", "It fell last month.", "2025-10/2025-11"),
        ("2025-11", "It fell last year.", "2024"),
        ("2025-11", "It toured the south on Monday.", "2025-10-27/2025-11-24"),
        ("2025", "It toured the south on Monday.", None),
        ("2024/2025", "It fell last year.", None),
        ("2025-11-18~", "It toured the south on Monday.", None),
        ("2025-11-18/..", "It fell last year.", None),
    ],
)
def test_a_range_of_publication_gives_one_answer_a_range_or_none(published, text, date):
    assert {edtf for _, edtf in placed(text, published)} == {date}


def test_the_previous_evening_leads_on_from_the_day_just_told():
    text = "He came on Sunday, 16 November, hours after the two men spoke the previous evening."
    assert placed(text, "2025-11-17/2025-12-08") == [
        ("Sunday, 16 November", "2025-11-16"),
        ("the previous evening", "2025-11-15"),
    ]


def test_what_a_sentence_leads_on_from_may_stand_before_the_stretch():
    text = "It began on 17 November. The next day, it ended."
    start = text.index("The next")
    assert [one.edtf for one in resolve_dates(article(text, "2025-11-30"), start, len(text))] == [
        "2025-11-18"
    ]


def test_a_weekday_in_a_story_of_another_month_stays_open():
    text = "On 3 June 2025 the army came. On Monday it left."
    assert placed(text, TUESDAY)[1] == ("Monday", None)


def test_a_day_in_a_story_of_another_year_stays_open():
    assert placed("In 2017 they signed. On 7 July the truce began.", TUESDAY)[1] == ("7 July", None)


def test_each_line_is_a_paragraph_of_its_own():
    assert placed("He said “so.\nHe left on Monday.", TUESDAY) == [("Monday", "2025-11-17")]


def test_a_line_broken_to_a_width_goes_on():
    text = (
        "The delegation came to the town in the south on 17\nNovember 2025 and, as its men said "
        "later on, "
        "it left the\nnext day."
    )
    assert placed(text, None) == [
        ("17\nNovember 2025", "2025-11-17"),
        ("the\nnext day", "2025-11-18"),
    ]


@pytest.mark.parametrize(
    ("name", "published", "said", "date"),
    [
        ("000", "2025-11-17/2025-11-24", "Monday", "2025-11-17/2025-11-24"),
        ("001", "2025-11-17/2025-12-08", "the previous evening", "2025-11-15"),
        ("001", "2025-11-17/2025-12-08", "8 December", None),
        ("003", "2025-08-04/2025-09-30", "early August", "2025-08-01~/2025-08-10~"),
        ("004", "2025-11-18", "Sunday", "2025-11-16"),
        ("004", "2025-11-18", "December last year", "2024-12"),
    ],
)
def test_the_five_articles_are_dated_as_a_careful_reader_dates_them(name, published, said, date):
    text = next(SEEDS.glob(f"{name}_*.txt")).read_bytes().decode()
    assert (said, date) in placed(text, published)


_WORDS = (
    "17 November 8 December Monday Sunday Friday, last next this week month year ago later two a "
    "the of in on since . "
    "“ ” yesterday today early mid late end quarter summer previous evening will said fell "
    "weekend days 31 May July \n In 2017"
).split(" ")
_NEWS = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
_PUBLISHED = st.one_of(
    st.none(),
    st.dates(min_value=dt.date(1, 1, 2)).map(str),
    st.sampled_from(
        [
            "2025-11",
            "2025",
            "9999",
            "0001",
            "2025-11-17/2025-11-24",
            "2025~",
            "../2025",
            "rubbish",
            "199X",
        ]
    ),
)


@given(text=st.one_of(st.text(max_size=80), _NEWS), published=_PUBLISHED)
def test_any_text_and_any_article_date_give_valid_dates_or_none(text, published):
    for dated in resolve_dates(article(text, published), 0, len(text)):
        assert dated.edtf is None or edtf.is_valid(dated.edtf)


def test_the_clock_is_never_asked(monkeypatch):
    class Clockless(dt.date):
        @classmethod
        def today(cls):
            pytest.fail("the clock was asked")

    rooms = ("resolution", "weekdays", "units", "counted", "month_days", "yearless", "meaning")
    for module in rooms:
        monkeypatch.setattr(f"briefing.languages.en.dates.{module}.date", Clockless)
    for text, said, date in PLACED:
        assert placed(text, TUESDAY) == [(said, date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Karst dam burst early on Sunday, officials said.", "2025-11-16"),
        ("A cliff slid into the bay on Monday.", "2025-11-17"),
        ("Rebels overran the post on Friday, the army said.", "2025-11-14"),
        ("Two trains hid the blaze until Friday.", None),
        ("A burst pipe on Sunday may close the road.", None),
    ],
)
def test_a_verb_whose_past_has_no_ending_of_its_own_is_past_too(text, date):
    assert [found for _, found in placed(text, TUESDAY)] == [date]
