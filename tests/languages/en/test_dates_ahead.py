"""Days that lie ahead of the article's own, and dates that lean on another date in their
sentence."""

import pytest

from tests.languages.en.test_dates_resolve import placed

WEDNESDAY = "2026-03-18"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teyn demanded that it be lifted by Friday.", "2026-03-20"),
        ("The army demanded it be lifted before Friday.", "2026-03-20"),
        ("Traders want the gate opened before Friday.", "2026-03-20"),
        ("The council was told to decide by Friday.", "2026-03-20"),
        ("The ban would stay until Friday, the ministry said.", "2026-03-20"),
        ("The two sides will meet from Monday.", "2026-03-23"),
        ("The ministry said it would reopen the road from Monday.", "2026-03-23"),
        ("The council is to decide on Friday.", "2026-03-20"),
        ("Teyn asked that the ban be lifted on Friday.", "2026-03-20"),
        ("It had been shut by Friday, the ministry said.", None),
        ("The army had left the town before Friday.", None),
        ("The council agreed to meet on Friday.", None),
        ("The minister said that talks begin on Friday.", None),
        ("The deadline to answer was Friday.", None),
        ("Marches were planned in Teyn, Orm and several smaller towns on Friday.", None),
        ("The pilot was due in court on Tuesday.", None),
        ("The answer of the port was due on Friday.", None),
        ("The fleet is due in port on Friday.", "2026-03-20"),
        ("The guard had asked the town to leave by Friday.", None),
        ("The port had promised to answer by Saturday.", None),
        (
            "It is a step ahead from Monday, when Mr. Orm told the town he had no plan.",
            "2026-03-16",
        ),
        ("The army meets on Friday, when the mayor would speak.", None),
        ("The meeting would be moved from Friday.", None),
        ("The ferry sailed from Monday.", "2026-03-16"),
        ("He went to see his mother on Monday.", "2026-03-16"),
        ("The ban took effect on Friday.", "2026-03-13"),
        # Since when lies behind, whatever the verb.
        ("The chamber counted 90 sales that could not be completed since Monday.", "2026-03-16"),
        ("The gate will have been shut since Monday.", "2026-03-16"),
        ("The gate has been shut since Wednesday.", None),
    ],
)
def test_a_term_looks_ahead_where_its_sentence_does(text: str, expected: str | None) -> None:
    assert [edtf for _, edtf in placed(text, WEDNESDAY)] == [expected]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The board is to release its plan this week.", "2026-03-21", None),
        ("The members prepare to unveil their plan this week.", "2026-03-21", None),
        ("The board released its plan this week.", "2026-03-21", "2026-03-16/2026-03-22"),
        ("The board is to release its plan this week.", "2026-03-18", "2026-03-16/2026-03-22"),
        ("The board released its plan this week.", "2026-03-22", None),
        ("The pilots take a last bow on Sunday, a sight that pleased many.", "2026-03-21", None),
        ("The pilots sailed on Sunday.", "2026-03-21", "2026-03-15"),
    ],
)
def test_at_its_end_a_week_that_lies_ahead_may_be_the_next(
    text: str, day: str, expected: str | None
) -> None:
    assert [edtf for _, edtf in placed(text, day)] == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Shares fell on June 1st after the firm filed earlier today.",
            "2026-06-03",
            ["2026-06-01", "2026-06-01"],
        ),
        ("Shares fell on June 1st after the firm filed earlier today.", "2026-05-30", [None, None]),
        ("Shares fell on June 1st; today they rose.", "2026-06-03", ["2026-06-01", None]),
        (
            "Sales fell in January from the same month a year ago.",
            "2026-06-03",
            ["2026-01", "2025-01"],
        ),
        (
            "Sales fell in May from the same period a year earlier.",
            "2026-06-03",
            ["2026-05", "2025-05"],
        ),
        ("Sales fell from the same month a year ago.", "2026-06-03", [None]),
        ("The ferry ran in the last week of March.", "2026-04-01", ["2026-03-25~/2026-03-31~"]),
        ("The ferry ran in the first week of May 2024.", "2026-04-01", ["2024-05-01~/2024-05-07~"]),
        ("“We lost two boats yesterday,” he said.", "2026-04-01", [None]),
    ],
)
def test_a_date_leans_on_the_one_beside_it(
    text: str, published: str, expected: list[str | None]
) -> None:
    assert [edtf for _, edtf in placed(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The minister said on Thursday he was leaving in February.", "2018-12-22",
         ["2018-12-20", None]),
        ("The line was reopening in March, the council said.", "2018-11-03", [None]),
        (("A second bill would provide money for the remaining shuttered agencies of the state "
         "and their closed departments through September."), "2019-01-02", [None]),
        (("The plan could end the ban that was imposed by the port and backed by the mills in "
         "October."), "2019-01-02", [None]),
        ("He left in November.", "2019-01-02", ["2018-11"]),
        ("The bank closed two branches in November, and could close more.", "2019-01-02",
         ["2018-11"]),
        ("She was elected in February.", "2018-12-22", ["2018-02"]),
    ],
)  # fmt: skip
def test_what_was_under_way_or_might_be_places_no_month(
    text: str, published: str, expected: list[str | None]
) -> None:
    assert [edtf for _, edtf in placed(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Families of those killed in the Sept. 11 attacks may sue.", "2016-09-28", [None]),
        ("Fifteen of the Sept. 11 hijackers were named.", "2016-09-28", [None]),
        ("The Sept. 11 meeting was short.", "2016-09-28", ["2016-09-11"]),
        ("The 17 February Brigade kept the gate.", "2013-05-13", [None]),
        ("They met in May 9 Square.", "2013-05-13", [None]),
        ("On 17 February Brigadier Holt left.", "2013-05-13", ["2013-02-17"]),
        ("The bill will become law after voting to override it Wednesday.", "2016-09-29", [None]),
        ("The council will vote on Friday.", "2016-09-28", ["2016-09-30"]),
        ("He was still ill on Thursday, the clinic said.", "2017-06-14", [None]),
        ("He was still ill on Friday, the clinic said.", "2017-06-14", ["2017-06-09"]),
        ("The council met on Monday, the clerk said.", "2025-11-23", ["2025-11-17"]),
        ("The council met on Sunday, the clerk said.", "2025-11-22", ["2025-11-16"]),
    ],
)
def test_a_day_that_is_a_name_or_lies_too_far_for_its_weekday_stays_open(
    text: str, published: str, expected: list[str | None]
) -> None:
    assert [edtf for _, edtf in placed(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The talks in Tolm ended on Friday.", "2025-03-20", ["2025-03-14"]),
        ("Friday’s attack killed nine men.", "2025-03-20", ["2025-03-14"]),
        ("On Friday the talks in Tolm ended.", "2025-03-20", ["2025-03-14"]),
        ("The town of Tolm on Friday voted for it.", "2025-03-20", ["2025-03-14"]),
        ("The town of Tolm on Saturday voted for it.", "2025-03-20", ["2025-03-15"]),
        ("The mayor was still ill on Friday.", "2025-03-20", [None]),
        ("He remained shut in on Friday.", "2025-03-20", [None]),
        ("It was told in a talk of an hour on Friday with the paper.", "2025-03-20", [None]),
        (
            "The mayor fell on Thursday.\nThe clinic spoke on Friday.",
            "2025-03-20",
            ["2025-03-20", None],
        ),
        (
            "The clinic spoke on Friday.\nThe mayor fell on Thursday.",
            "2025-03-20",
            [None, "2025-03-20"],
        ),
        (
            "The mayor fell on Thursday.\nThe clinic spoke on Wednesday.",
            "2025-03-20",
            ["2025-03-20", "2025-03-19"],
        ),
        (
            "The mayor fell on Saturday.\nThe clinic spoke on Sunday.",
            "2025-03-22",
            ["2025-03-22", "2025-03-16"],
        ),
    ],
)
def test_six_days_back_is_meant_where_it_is_told_as_done_and_the_own_day_is_not_named(
    text: str, published: str, expected: list[str | None]
) -> None:
    assert [edtf for _, edtf in placed(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The plan, which the board discussed as recently as Friday, will cost more.",
            "2026-03-13",
        ),
        (
            "The ferry due in May, most recently on Monday the talk of the town, is late.",
            "2026-03-16",
        ),
        ("The deadline is one that the firm named as recently as Tuesday.", "2026-03-17"),
    ],
)
def test_what_was_so_recently_lies_behind_whatever_is_planned(text, expected):
    assert expected in [edtf for _, edtf in placed(text, WEDNESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "The club accused them of yielding to save mayors up for re-election in November.",
        "The paper praised two judges seeking a second term in May.",
        "They blamed a pilot facing a hearing in October.",
        "The board dismissed a clerk running for mayor in September.",
    ],
)
def test_what_somebody_has_before_him_is_of_no_certain_year(text):
    assert [edtf for _, edtf in placed(text, WEDNESDAY)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The pool that closed in May reopens on Friday.",
        "The guild, which voted in March, decides on Friday.",
        "The barge that ran aground in May sails on Friday.",
        "The duke visited Orm in May and leaves on Friday.",
    ],
)
def test_what_is_told_in_the_present_behind_something_past_stays_open(text):
    assert "Friday" not in {words for words, day in placed(text, WEDNESDAY) if day}
