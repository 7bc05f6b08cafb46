"""Persons that the lists of names know, in many languages, and what only looks like one."""

import pytest

from briefing.languages.en import names
from briefing.languages.en.names import lists as names_lists
from tests.languages.en.articles import article


def persons(text: str) -> set[str]:
    document, passages = article(text)
    return {
        entity.name
        for entity in names.find_names(document, passages, ())[0]
        if entity.kind == "person"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The prize went to Oksana Zellinenko after two days of play.", "Oksana Zellinenko"),
        ("They sent off Park Min-Jae in the second half of the match.", "Park Min-Jae"),
        ("A fine was paid by Hwang Do-Yun before the end of the year.", "Hwang Do-Yun"),
        ("The song was written by Ngozi Adebanwe in the spring of 1990.", "Ngozi Adebanwe"),
        ("The bridge was drawn by Fatemeh Orvani for the old town.", "Fatemeh Orvani"),
        ("The bank hired Shreya Morkandar to look after its old loans.", "Shreya Morkandar"),
        ("The vote was lost by Pádraig Venn in the small hours.", "Pádraig Venn"),
        ("The town elected Yevhen Dorratko for the third time in a row.", "Yevhen Dorratko"),
        ("The paper quoted Peter Stones on the new rule for the boats.", "Peter Stones"),
    ],
)
def test_full_names_of_many_languages(text: str, name: str) -> None:
    assert name in persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "The wind sank the ferry Anna Maria near the island in the night.",
        "The storm hit the tanker Robert Black on its way to the island.",
        "The court heard the owner of the yacht Laura Green on Monday.",
        "The town was hit by the hurricane Maria Rosa in the autumn.",
        "The fans of the Austin Red Hats left the ground before the end.",
        "She read the novel Peter Stone in one night on the train.",
        "The boats went on to St. Petersburg in the first days of May.",
        "He came back to Louisiana Tech after two years of odd jobs.",
        "The Madison Girls were seen by a million people each week.",
    ],
)
def test_ships_storms_works_and_teams_are_no_persons(text: str) -> None:
    assert persons(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fortunately Robert Venn had a good boat and a long rope with him.", "Robert Venn"),
        ("Yesterday Laura Venn sold the last of the old boats to a museum.", "Laura Venn"),
        ("Surprisingly Peter Venn stayed in the town for the whole winter.", "Peter Venn"),
    ],
)
def test_an_ordinary_word_that_opens_a_sentence_is_no_part_of_a_name(text: str, name: str) -> None:
    assert persons(text) == {name}


def test_the_lists_hold_no_word_twice_and_no_capital() -> None:
    for words in (names_lists.GIVEN, names_lists.SURNAMES, names_lists.DICTIONARY):
        assert all(word == word.lower() == word.casefold() for word in words)
    assert not names_lists.SURNAMES & names_lists.WORD_SURNAMES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The ministry’s spokes\u00adwoman, Laura Gre\u00aden, said that the talks would go on.",
            "Laura Green",
        ),
        ("The fine was paid by Rob\u200bert Black before the end of the year.", "Robert Black"),
        ("The town was led by Ma\u2060ry Jo\u2060nes for more than nine years.", "Mary Jones"),
    ],
)
def test_marks_where_a_word_may_break_are_no_part_of_a_name(text: str, name: str) -> None:
    assert name in persons(text)
