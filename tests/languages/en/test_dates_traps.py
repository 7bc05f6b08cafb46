"""Tense, comparison and anchor: a weekday or a count that is no date of the article's week stays
open."""

import pytest

from briefing import ingest, split
from briefing.languages.en import reading


def dated(sentence, tmp_path, before=""):
    """Give the date of each expression of a sentence, in an article of Thursday, 20 March 2025."""
    text = f"Tarn locks\n\nTarn Post, 20 March 2025\n\n{before}{sentence}\n"
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=len(text), mtime_ns=0
    )
    document = ingest.read_article(found, None)
    first = text.index(sentence)
    dates = reading.read_language(document, split.split_passages(document), ()).dates
    return {text[d.start : d.end]: d.edtf for d in dates if d.start >= first}


@pytest.mark.parametrize(
    ("sentence", "said", "right"),
    [
        ("The locks stay shut until Monday, the guard said.", "Monday", {"2025-03-24", None}),
        ("The road remains flooded until Tuesday, police said.", "Tuesday", {"2025-03-25", None}),
        ("The mills will stand still until Friday.", "Friday", {"2025-03-21", None}),
        ("The ferries were full until Wednesday evening.", "Wednesday evening", {"2025-03-19",
        None}),
        ("The mills took no grain until Tuesday.", "Tuesday", {"2025-03-18", None}),
        ("The council meets on Tuesday, the clerk said.", "Tuesday", {"2025-03-25", None}),
        ("The jury hears the pilot on Monday, a guard said.", "Monday", {"2025-03-24", None}),
        ("The new ferry sails on Saturday, its owner told reporters.", "Saturday", {"2025-03-22",
        None}),
        ("The night before the flood, on Sunday, the guard left the lock.", "Sunday", {None}),
        ("Two days after the fire, on Monday, the mill reopened.", "Monday", {None}),
        ("On Friday, one day before the vote, the mayor left the town.", "Friday", {None}),
        ("The bridge was opened on Tuesday, a year later than promised.", "a year later", {None}),
        ("The works ended on Monday, three weeks earlier than planned.", "three weeks earlier",
        {None}),
        ("The ferry left two days later than the barge.", "two days later", {None}),
        ("The season began a month late this year.", "late this year", {None}),
        ("The rains came so late this year that wells fell dry.", "late this year", {None}),
        ("The club Sheffield Wednesday beat the guild of Tarn.", "Wednesday", {None}),
    ],
)  # fmt: skip
def test_a_trap_is_never_dated_wrongly(sentence, said, right, tmp_path):
    assert dated(sentence, tmp_path).get(said) in right


@pytest.mark.parametrize(
    ("sentence", "said", "right"),
    [
        ("The council met on Tuesday, the clerk said.", "Tuesday", "2025-03-18"),
        ("The guard said on Monday that the locks were shut.", "Monday", "2025-03-17"),
        ("The council will meet on Tuesday.", "Tuesday", "2025-03-25"),
        ("The ferry sank last month.", "last month", "2025-02"),
    ],
)
def test_what_is_certain_is_dated(sentence, said, right, tmp_path):
    assert dated(sentence, tmp_path)[said] == right


@pytest.mark.parametrize(
    ("before", "sentence", "said"),
    [
        ("The barge Sorrel sank on 4 March with its grain.\n\n",
        ("The barge went down last month, " "pilots say."), "last month"),
        ("The mill burned down on 2 January 2025.\n\n", "The fire at the mill broke out last year.",
        "last year"),
        ("On March 11 the lock of Tarn broke.\n\n", "The lock broke last week, the guard said.",
        "last week"),
    ],
)  # fmt: skip
def test_what_the_article_dates_otherwise_stays_open(before, sentence, said, tmp_path):
    right = {None} if said != "last week" else {None, "2025-03-10/2025-03-16"}
    assert dated(sentence, tmp_path, before)[said] in right


def test_marks_that_open_low_close_high(tmp_path):
    told = dated("„The lock is lost,“ the envoy Ivo Brandt said on Wednesday.", tmp_path)
    assert told["Wednesday"] == "2025-03-19"
    assert dated("„The lock broke on Wednesday,“ the envoy said.", tmp_path)["Wednesday"] is None


@pytest.mark.parametrize(
    ("before", "sentence", "said"),
    [
        ("The siege of Tarn ended on 21 March 2024.\n\n", "By Tuesday the town had no water.",
         "Tuesday"),
        ("The mill of Tarn burned down on 3 May 2019.\n\nIt was never rebuilt.\n\n",
         "On Monday the keeper left the valley.", "Monday"),
        ("The bank closed its doors on 19 September 2024 after a run.\n\n",
         "The auditors signed the accounts on Wednesday.", "Wednesday"),
    ],
)  # fmt: skip
def test_a_weekday_of_an_article_that_looks_back_stays_open(before, sentence, said, tmp_path):
    assert dated(sentence, tmp_path, before)[said] is None


@pytest.mark.parametrize(
    ("before", "said", "right"),
    [
        ("The mill burned on 3 May 2019.\n\nA new one opened last week.\n\n", "Monday",
         "2025-03-17"),
        ("The keeper left on Sunday.\n\nHe came on 3 May 2019.\n\n", "Monday", "2025-03-17"),
        ("The lock broke on 12 March 2025.\n\n", "Monday", "2025-03-17"),
    ],
)  # fmt: skip
def test_a_weekday_is_dated_where_the_news_is_of_these_days(before, said, right, tmp_path):
    assert dated("The guild met on Monday.", tmp_path, before)[said] == right


@pytest.mark.parametrize(
    ("before", "sentence", "right"),
    [
        ("The library of Senn opened its doors in 2022.\n\n",
         "The library of Senn, which opened its doors last year, won a prize.", None),
        ("Since the tunnel of Tarn was finished in 2021, 300 lorries a day use it.\n\n",
         "The tunnel of Tarn was finished last year.", None),
        ("In 2022 the firm Orvill bought the harbour railway.\n\n",
         "Last year the firm Orvill bought the harbour railway and its ships.", None),
        ("The mill was built in 1922.\n\n", "The guild grew last year.", "2024"),
    ],
)  # fmt: skip
def test_last_year_stays_open_where_the_article_tells_another(before, sentence, right, tmp_path):
    found = dated(sentence, tmp_path, before)
    assert {words.lower(): edtf for words, edtf in found.items()}["last year"] == right
