"""Rows of the timeline: which statement stands for a day, and what of it is shown."""

from dataclasses import replace

import pytest

from briefing import split
from briefing.languages import packs
from briefing.languages.en import reading
from briefing.model import Known
from briefing.offer.candidates import offer_candidates
from briefing.offer.timeline import Telling, TimelineMaterial, is_foretold, make_timeline
from tests.languages.en.articles import article

AHEAD = "President Karin Osk is to address the parliament of Ostrel on Friday."
SPOKE = (
    "President Karin Osk told the parliament of Ostrel on Friday that the state would pay for "
    "every house."
)


def rows(*lines, main="", worth=1.0):
    """Give the timeline of an article of 18 November 2025, a Tuesday; `main` is a text that its
    brief opens with.
    """
    document, _ = article("\n\n".join(lines), "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    made = offer_candidates(read, lambda _passage: ())
    told = tuple(replace(one, weight=worth) for one in made)
    opens = next((one.statement.key for one in told if one.statement.text == main), "")
    material = TimelineMaterial(
        candidates=told, readings={"d": read}, keys=frozenset({opens}), main=opens
    )
    return [(e.date, e.text, *([e.basis] if main else [])) for e in make_timeline(material)]


@pytest.mark.parametrize(
    ("date", "published", "ahead"),
    [("2025-11-21", "2025-11-18", True), ("2025-11-18", "2025-11-18", False), ("2025-11",
    "2025-10-30", True),
     ("2025-11-21", "2025-11-18/2025-12-01", False), ("2025-11-21", None, False), (None,
     "2025-11-18", False)],
)  # fmt: skip
def test_what_lies_behind_the_article_is_foretold(date, published, ahead):
    assert (
        is_foretold(date, Known(value=published, basis="supplied") if published else None) is ahead
    )


def test_what_was_said_that_day_has_a_row_and_what_might_be_has_none():
    assert [text.split(" [")[0] for _, text in rows(SPOKE.replace("Friday", "Monday"))] == [
        "President Karin Osk told the parliament of Ostrel on Monday"
    ]
    assert (
        rows(
            "President Karin Osk would have told the parliament of Ostrel on Monday what the dam "
            "had cost."
        )
        == []
    )


def test_a_row_says_what_its_it_is():
    firm = "The shipping company Orvill Lines runs eleven ferries on the lower river."
    made = [text for _, text in rows(f"{firm} It made a profit of two million crowns last year.")]
    assert made
    assert not any(text.startswith("… It") for text in made)


def test_the_main_event_stands_on_its_day_before_all_else():
    more = "On Monday a crane of the harbour of Ostrel fell."
    spoke = SPOKE.replace("Friday", "Monday")
    placed = rows(more, spoke)[0][1].replace("…", "").strip()
    assert placed.startswith("On Monday")
    (first, *_) = rows(more, spoke, main=spoke.replace("Monday", "Monday [17 November 2025]"))
    assert first[1].startswith("President Karin Osk told")


def test_a_main_event_without_a_date_stands_at_the_day_of_its_report():
    decided = "The council of Ostrel decided to raise the mooring toll to nine crowns."
    assert rows(decided) == []
    assert rows(decided, main=decided) == [("2025-11-18", decided, "reported")]


@pytest.mark.parametrize(
    "decided",
    [
        "On the eve of the vote, a Thursday, the council of Ostrel raised the toll to nine crowns.",
        "The following Monday, the council of Ostrel raised the mooring toll to nine crowns.",
        "A week later, the council of Ostrel raised the mooring toll to nine crowns.",
    ],
)
def test_a_main_event_that_is_dated_by_something_else_has_no_day_of_its_report(decided):
    assert rows(decided, main=decided) == []


def test_a_second_row_of_a_statement_gives_way_to_others(monkeypatch):
    monkeypatch.setattr("briefing.offer.timeline.MOST", 2)
    twice = (
        "Vellin shut its quay on Monday, 10 November 2025, and its mill burned on 11 November 2025."
    )
    once = "On 12 November 2025 a crane of the harbour of Ostrel fell on a ship of the council."
    assert len({text for _, text in rows(twice, once)}) == 2


def test_the_refrain_of_a_series_has_no_row():
    spoke = SPOKE.replace("Friday", "Monday")
    assert rows(spoke)
    assert not rows(spoke, worth=0.4)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The board of Vellin met Ruth Adeyemi’s 2016 opponent in the council hall.", []),
        ("The mayor wrote a 1999 book on Vellin with his father and sold it.", []),
        ("Ivo Castren, who in 1996 helped to build the quay of Vellin, died of a fever.", []),
        ("The quay of Vellin, which sank in 1996, was raised in 2003 by its owners.", ["2003"]),
        ("The port of Vellin closed its oldest quay in 2014.", ["2014"]),
        ("The 2016 flood of Vellin took three houses, the mayor said.", []),
        ("The port of Vellin sold nine ships a year between 2005 and 2008.", []),
        ("The mayor of Vellin called the press because the clerk failed in 2014 to speak.", []),
        ("When the port of Vellin closed in 2014 its quays were sold.", ["2014"]),
        ("A guard wounded on Monday died in Vellin in March 2024.", ["2024-03"]),
        ("The talks held in 2014 were the last in Vellin.", []),
        ("Ivo Castren, who earned 412,000 crowns in 2014, was accused of hiding.", []),
        ("The port of Vellin has changed the rules signed by Ivo Castren in 2014.", []),
        ("The rules were signed by Ivo Castren in 2014.", ["2014"]),
        ("The port of Vellin had offered four crowns more this year.", []),
        ("The boat that sank in 2014 had left Vellin.", []),
        ("The port of Vellin on Monday closed its quay.", ["2025-11-17"]),
        ("The mayor Karin Osk said on Monday that the port of Vellin was sold.", ["2025-11-17"]),
    ],
)
def test_what_only_says_which_one_is_meant_dates_nothing(text, dates):
    assert [date for date, _ in rows(text)] == dates


@pytest.mark.parametrize(("words", "dated"), [(11, True), (12, False)])
def test_a_date_far_behind_in_its_sentence_dates_nothing(words, dated):
    told = f"The port of Vellin closed its quay and {'sold ' * words}a crane and a mill in 2014."
    assert bool(rows(told)) is dated
    assert rows(told.replace(" in 2014.", ", their union said on Monday."))


@pytest.mark.parametrize(
    "line",
    [
        "President Karin Osk told the parliament this week that the dam fell this year.",
        "President Karin Osk told the parliament on Monday that it had paid for the dam this year.",
        "President Karin Osk opened a dam in Ostrel on Monday and said it was the third this year.",
    ],
)
def test_a_statement_has_no_row_for_a_year_beside_that_for_a_day_of_it(line):
    assert len(rows(line)) == 1


@pytest.mark.parametrize("word", ["hopes", "hoped", "is hoping"])
def test_a_hope_has_no_row(word):
    assert (
        rows(f"President Karin Osk {word} that the dam of Ostrel is rebuilt in March 2027.") == []
    )


def test_a_dateline_stands_in_no_date_s_way():
    told = f"The port of Vellin closed its quay and {'sold ' * 10}a crane in 2014."
    assert rows(f"CASTREN, Sorrel (Agency) — {told}")


def test_what_struck_many_has_its_day_behind_after():
    sank = (
        "At least 14 people died after a ferry of Ostrel capsized off the isle of Tolm on Monday."
    )
    assert [date for date, _ in rows(sank)] == ["2025-11-17"]
    assert rows("Karin Osk of Ostrel resigned after a ferry capsized off Tolm on Monday.") == []
    assert rows("At least 14 people of Ostrel died after the fire of Monday.") == []


def test_a_later_sentence_has_its_own_row():
    pair = "The port of Vellin has nine cranes. The mayor Karin Osk closed its quay in May 2014."
    assert all("nine cranes" not in text for date, text in rows(pair) if date == "2014-05")


def test_a_date_that_a_noun_owns_has_no_row_beside_the_first():
    told = "The mayor Karin Osk sent Ivo Castren away on Monday and paid for last week's march."
    reading, candidates = material(told)
    tellings = {"d": [telling(reading, "paid for last week's march", "2025-11-10/2025-11-16")]}
    made = TimelineMaterial(
        candidates=candidates, readings={"d": reading}, keys=frozenset(), tellings=tellings
    )
    assert [event.date for event in make_timeline(made)] == ["2025-11-17"]


def material(text):
    """An article's reading and all that it offers."""
    document, _ = article(text, "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    return read, offer_candidates(read, lambda _passage: ())


def telling(read, words, date):
    """A clause of these words at a date that one article tells."""
    start = read.document.text.index(words)
    return Telling(start=start, end=start + len(words), dates=(date,), articles=1)


def test_a_main_event_whose_date_stands_late_has_its_own_day():
    led = "whose campaigns against the tolls of Vellin, the dam of Tolm and the guild of dealers "
    died = f"Karin Osk, {led}shaped the towns of the lower river for two ages, died on Monday."
    shown = died.replace("Monday", "Monday [17 November 2025]")
    assert [(date, basis) for date, _, basis in rows(died, main=shown)] == [
        ("2025-11-17", "inferred")
    ]


def test_a_later_sentence_of_a_dated_one_dates_no_row():
    lines = "Karin Osk died on Monday. Her death was told by the guild that she founded in 1975."
    assert all(date != "1975" for date, text in rows(lines) if "Monday" in text)


def test_a_later_sentence_that_is_shown_alone_has_its_row():
    lines = (
        "Karin Osk shut the quay in March 2014. Despite a plea, the guild of Ostrel fell in 1982."
    )
    assert [text.startswith("…") for date, text in rows(lines) if date == "1982"] in (
        [True],
        [False],
    )
    assert all("shut the quay" not in text for date, text in rows(lines) if date == "1982")


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("The dam of Tolm collapsed before dawn on ", False),
        ("The quay was shut shortly after midnight on ", False),
        ("The ferry left Vellin after dark last ", False),
        ("The mayor left before the vote on ", True),
        ("The northern quay was shut before ", True),
        ("The guild met after the fire on ", True),
        ("The crown closed at 4.1, a tenth below last ", True),
        ("The catch was larger compared with ", True),
        ("The lake rose above Tolm on ", False),
    ],
)
def test_a_time_of_day_before_a_day_bounds_nothing(before, bound):
    assert packs.pack_for("en").is_bound(before, "Tuesday", ",") is bound


@pytest.mark.parametrize(
    ("other", "days"),
    [
        ("The bridge of Tolm was shut on 18 May 2025.", ["2025-05-11", "2025-05-18"]),
        (
            "The bridge of Tolm was shut on 20 May 2025.",
            ["2025-05-11", "2025-05-18~", "2025-05-20"],
        ),
    ],
)
def test_about_a_day_that_has_a_row_is_no_row_of_its_own(other, days):
    told = rows(
        "The dockers of Vellin chose Ivo Castren on 11 May 2025. A week later a recount turned the "
        "result of the vote round.",
        other,
    )
    assert [date for date, _ in told] == days


@pytest.mark.parametrize(
    ("sentence", "hedged"),
    [
        ("The court lifted the order on Monday and said it would rule in May.", False),
        ("The guild said that it would meet the owners on Monday.", False),
        ("The guild would meet the owners on Monday.", True),
        ("The court lifted the order on Monday and said it might rule in May.", True),
    ],
)
def test_what_somebody_said_would_be_hedges_nothing(sentence, hedged):
    assert packs.pack_for("en").is_hedged(sentence) is hedged


def test_a_sentence_that_points_back_takes_along_only_what_explains_it():
    lines = (
        "The mayor shut the quay of Vellin. The guild of dockers will strike for five days. "
        "Its members had agreed to that in June 2014."
    )
    shown = [text for date, text in rows(lines) if date == "2014-06"]
    assert all("quay" not in text and "dockers" in text for text in shown)


@pytest.mark.parametrize(
    ("second", "rows_of_day"),
    [
        ("At noon on Monday forty cars fell into the river Savio near Ostrel.", 1),
        ("At noon on Monday the guild of dockers in Ostrel shut its hall.", 2),
    ],
)
def test_what_two_articles_open_with_of_one_day_and_thing_is_one_row(second, rows_of_day):
    readings, crowd = {}, []
    for name, text in (
        ("d", "The viaduct over the Savio came down on Monday before the lunch hour."),
        ("e", second),
    ):
        document, _ = article(text, "Vellin Gazette")
        document = replace(document, id=name)
        readings[name] = reading.read_language(document, split.split_passages(document), ())
        crowd += offer_candidates(readings[name], lambda _passage: ())
    made = make_timeline(TimelineMaterial(candidates=crowd, readings=readings, keys=frozenset()))
    assert len([one for one in made if one.date == "2025-11-17"]) == rows_of_day


@pytest.mark.parametrize(
    "ahead",
    [
        "President Karin Osk will address the parliament of Ostrel on Monday.",
        "The guild of bakers will close its shops on Monday.",
        "A court in Tolm will hear the owner of the ferry on Monday.",
    ],
)
def test_what_was_ahead_has_no_row_beside_what_happened_that_day(ahead):
    early, late = article(ahead, "Vellin Gazette")[0], article(SPOKE, "Vellin Gazette")[0]
    early = replace(early, id="e", published=Known(value="2025-11-14", basis="stated"))
    late = replace(late, published=Known(value="2025-11-18", basis="stated"))
    late = replace(late, text=late.text.replace("Friday", "Monday"))
    readings = {
        one.id: reading.read_language(one, split.split_passages(one), ()) for one in (early, late)
    }
    crowd = [c for one in readings.values() for c in offer_candidates(one, lambda _passage: ())]
    made = make_timeline(TimelineMaterial(candidates=crowd, readings=readings, keys=frozenset()))
    assert [one.text.split(" [")[0] for one in made] == [
        SPOKE.split(" Friday", maxsplit=1)[0] + " Monday"
    ]
