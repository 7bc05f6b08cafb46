"""What stands over an article and is no title of it, and titles of others that a caption parts."""

import pytest

from tests.ingest.test_clean import PARAGRAPHS, marked

TITLE = "Town refuses to pay for its own water"
OTHERS = [
    "Harbour Bridge Closed Again After Storm",
    "Rovers Beat Wanderers After Extra Time",
    "Nine Ways of Saving Water This Summer",
    "Council Votes for Longer School Meals",
]


@pytest.mark.parametrize(
    "line",
    [
        "The trade in water is the oldest of all trades in the valley (",
        "The trade in water is the oldest of all trades in the valley –",
        "The trade in water is the oldest of all trades in the valley [",
        "This report was paid for by the chamber. All opinions are its own #water",
        "Who pays for water? The town that drinks it must say so soon",
    ],
)
def test_a_first_line_that_was_cut_off_or_holds_a_sentence_is_no_title(line):
    assert line not in marked(line, *PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Mayor vs. Miller: who pays for the town's own water",
        "U.S. engineers to look at the pipes of the town",
        "Who pays for the water?",
        "St. Anna refuses to pay for its own water",
    ],
)
def test_titles_with_stops_inside_are_titles(line):
    assert marked(line, *PARAGRAPHS)[line] == "title"


@pytest.mark.parametrize("sign", ["- ", "• ", "2. ", "b) "])
def test_an_item_of_a_list_is_no_kicker(sign):
    found = marked(TITLE, f"{sign}nine wells", *PARAGRAPHS)
    assert found == {TITLE: "title"}


def test_titles_of_others_over_the_text_are_marked():
    found = marked(TITLE, *OTHERS, *PARAGRAPHS)
    assert found == {TITLE: "title", **dict.fromkeys(OTHERS, "related")}


@pytest.mark.parametrize(
    "lines",
    [
        OTHERS[:2],  # a subtitle and a deck
        [*OTHERS[:3], "What it cost is unknown."],
        ["Nine wells", "Two rivers", "One lake", "No water"],
        ["the bridge is closed again after", "the rovers beat them after extra time", "nine ways"],
    ],
)
def test_what_else_stands_over_a_text_stays(lines):
    found = marked(TITLE, *lines, *PARAGRAPHS)
    assert "related" not in found.values()


def test_titles_at_the_end_are_a_row_though_one_is_a_caption():
    lines = ["- Wells of the Valley in Autumn", "- Photos: The Valley From Above", f"- {OTHERS[0]}"]
    found = marked(TITLE, *PARAGRAPHS, *lines)
    assert {found[lines[0]], found[lines[2]]} == {"related"}


def test_a_long_appeal_to_readers_who_liked_it_is_one():
    line = (
        "If you enjoyed this article, we have a proposition for you: " + "join the friends. " * 20
    )
    assert marked(*PARAGRAPHS[:3], line.strip(), *PARAGRAPHS[3:])[line.strip()] == "appeal"


@pytest.mark.parametrize("row", ["Dockers\t40", "Year\tCrowns"])
def test_a_row_of_a_table_is_neither_heading_nor_title(row):
    assert marked(*PARAGRAPHS[:2], row, *PARAGRAPHS[2:]) == {}
    assert row not in marked(row, *PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Correction, 5 March: Fifty dockers were named; there are forty.",
        "CORRECTION (5 March): Fifty dockers were named; there are forty.",
        "Correction Mar. 5, 2025: Fifty dockers were named; there are forty.",
        "Clarification at 10:30 — Fifty dockers were named; there are forty.",
        "Corrections: Fifty dockers were named; there are forty.",
        "A previous version of this story said that there were fifty dockers.",
        "The original version of this article named fifty dockers.",
    ],
)
def test_a_correction_is_one_in_every_form(line):
    assert marked(*PARAGRAPHS, line) == {line: "disclaimer"}


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers said: nobody left the prison that night.",
        "Correction of prices has begun: salt fell by a third on Monday.",
        "An earlier version of the bill had named the town as its owner.",
    ],
)
def test_what_only_sounds_like_a_correction_stays(line):
    assert marked(*PARAGRAPHS, line) == {}


@pytest.mark.parametrize(
    "line",
    ["- The Garden of Pell", "• Nine wells that ran dry", "the dearest wells of all the town"],
)
def test_an_item_or_a_line_in_small_letters_is_no_title(line):
    assert marked(line, *PARAGRAPHS).get(line) != "title"
