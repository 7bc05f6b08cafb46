"""What was ahead, or went on, in an older article, and a newer one has behind it."""

from dataclasses import replace

import pytest

from briefing.compose.stale import find_stale, weigh_stale
from tests.compose.making import candidate, shortlist
from tests.events.making import read

LEAD = "A crane fell at the quay of Olm Harbour near Vellin Bridge."
NEWEST = "The harbour master of Vellin Bridge and Olm Harbour reopened the quay."


def standing(sentence, days=6, lead=LEAD):
    """Say what became of a sentence of 1 May (a Thursday) when the newest article is of days later:
    "gone", "open", or "" where it may stand.
    """
    told = candidate(sentence, "d1").statement
    text = f"{lead}\n\n{sentence}" if lead else sentence
    readings = {
        "d1": read("d1", text, "Olm Post", published="2025-05-01"),
        "d2": read("d2", NEWEST, "Vellin Post", published=f"2025-05-{1 + days:02}"),
    }
    start = text.index(sentence)
    passage = next(p for p in readings["d1"].passages if p.start <= start < p.end)
    cited = replace(
        told.citations[0], start=start, end=start + len(sentence), passage=passage.number
    )
    found = find_stale([replace(told, citations=(cited,))], readings)
    return "gone" if found.gone else "open" if found.open else ""


@pytest.mark.parametrize(
    ("sentence", "days", "stands"),
    [
        ("Mayor Dana Krull said the crane would be raised by Saturday.", 6, "gone"),
        ("Mayor Dana Krull said the crane would be raised by Saturday.", 1, ""),
        ("The mayor expects to finish on Monday.", 6, "gone"),
        ("The mayor expects to finish on Monday.", 3, ""),
        ("A judge is expected to be named today to lead an inquiry.", 1, "gone"),
        ("The council meets today.", 1, "gone"),
        ("The crews will not return today as the mayor had promised.", 1, ""),
        ("The council proposes that the quay be opened on 5 May.", 6, "gone"),
        ("The council proposes that the quay be opened on 9 May.", 6, ""),
        ("Complaints may be lodged with the council within three days.", 6, "gone"),
        ("Two boats are to be raised tomorrow.", 2, "gone"),
        ("The crane was raised on 30 April.", 6, ""),
        ("The council voted to open the quay on 5 May.", 6, ""),
    ],
)
def test_a_day_that_the_newest_article_has_reached_is_no_longer_ahead(sentence, days, stands):
    assert standing(sentence, days) == stands


@pytest.mark.parametrize(
    ("sentence", "days", "stands"),
    [
        ("Three tugs, two boats and 34 divers are engaged.", 6, "open"),
        ("Three tugs, two boats and 34 divers are engaged.", 2, ""),
        ("The search will go on for as long as there is hope.", 6, "open"),
        ("The search will go on for as long as there is hope.", 4, ""),
        ("The firm will pay each family 60,000 crowns.", 6, ""),
        ("The firm regrets the order, and will appeal against it.", 6, "open"),
        ("The firm will not appeal.", 6, ""),
        ("12:00 Trade: the quay stays shut.", 3, "open"),
        ("14:30 The figure for those saved is 178.", 3, "open"),
        ("The figure for those saved is 178.", 3, ""),
        ("The others are still waiting.", 6, "open"),
        ("The pilots were paid on Tuesday; the others are still waiting.", 6, "open"),
        ("The clerk says that nobody has been charged.", 6, "open"),
        ("“The boats are being towed,” the mayor said.", 6, ""),
        ("The firm is trying to raise the crane.", 6, ""),
        ("Olm has 300 islands that are served by old boats.", 6, ""),
        ("The worst wreck remains that of the Brenna.", 6, ""),
        ("The clerk remains at liberty until the judgment is final.", 6, ""),
    ],
)
def test_what_went_on_days_before_need_not_go_on(sentence, days, stands):
    assert standing(sentence, days) == stands


def test_the_first_sentence_of_an_article_tells_its_news():
    assert standing("Nine boats are being recalled.", lead="") == ""
    assert standing("Nine boats are being recalled.") == "open"


def test_what_no_newer_article_goes_on_with_may_stand():
    told = candidate("The boats are being towed.", "d1")
    readings = {
        "d1": read(
            "d1", "A wall fell in Brant.\n\nThe boats are being towed.", published="2025-05-01"
        ),
        "d2": read("d2", NEWEST, published="2025-05-09"),
    }
    cited = replace(told.statement.citations[0], passage=2, start=23, end=49)
    assert not find_stale([replace(told.statement, citations=(cited,))], readings).open


def test_what_is_gone_is_worth_nothing_and_a_summary_of_words_is_left_alone():
    text = "The council meets today."
    readings = {
        "d1": read("d1", f"{LEAD}\n\n{text}", published="2025-05-01"),
        "d2": read("d2", NEWEST, published="2025-05-07"),
    }
    made = candidate(text, "d1")
    start = readings["d1"].document.text.index(text)
    cited = replace(made.statement.citations[0], passage=2, start=start, end=start + len(text))
    made = replace(made, statement=replace(made.statement, citations=(cited,)))
    pinned = replace(made, statement=replace(made.statement, pinned=True))
    lists = [shortlist([made]), shortlist([made], words=200), shortlist([pinned])]
    weighed = weigh_stale(lists, readings)
    assert [one.ranked[0].candidate.weight for one in weighed] == [0.0, 1.0, 1.0]
    assert weighed[0].ranked[0].candidate.setbacks == ("passed",)
