"""A surname that somebody bears whom the article never names in full is nobody's for sure."""

import pytest

from tests.languages.en.test_names import find, mentioned, role


@pytest.mark.parametrize(
    "text",
    [
        "The first lady, Ruth Castren, came. Mr. Castren left early. Castren spoke of the quay.",
        "Ann Castren met the press. Mr. Castren told her so. Nobody had asked Castren about it.",
        "Mark Castren built it. Mrs. Castren paid for it. The Castren years were good for Vellin.",
    ],
)
def test_a_bare_surname_is_not_given_to_the_one_who_is_named_in_full(text):
    bare = [who for form, who in mentioned(text) if form == "Castren"]
    assert not any(" " in who for who in bare)


def test_a_president_is_not_his_wife():
    text = (
        "The first lady, Ruth Castren, came. Mr. Castren left early. President Castren said that "
        "he would stay, and Mrs. Castren said that she would."
    )
    assert role(text, "Ruth Castren") is None
    assert role(text, "Castren") == "President"


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Castren came. Ms. Castren left early. Castren spoke of the quay.",
        "Mark Castren came with Ann Castren. Mr. Castren left. Ms. Castren spoke.",
    ],
)
def test_a_title_that_fits_joins_as_before(text):
    assert all(" " in who for _, who in mentioned(text))


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("Army Capt. Christian Berg said so.", "Christian Berg", "Army Capt."),
        ("Vellin Mayor Florence Holm said so.", "Florence Holm", "Vellin Mayor"),
        ("They met State Trooper Jordan Fasch.", "Jordan Fasch", "State Trooper"),
    ],
)
def test_a_given_name_that_is_a_place_or_a_people_is_no_part_of_the_title(text, name, stated):
    assert role(text, name) == stated
    assert len(find(text)) >= 1


def forms(text: str) -> dict[str, set[str]]:
    """What each person is called in a text."""
    return {
        name: set(entity.forms) for name, entity in find(text).items() if entity.kind == "person"
    }


def test_a_couple_named_by_one_full_name_gives_it_to_neither() -> None:
    named = forms(
        "Rizal and Gazala Osk spoke in Vellin. Their son, Capt. Humay Osk, died in 2004. "
        "Mr. Osk spoke first. Ms. Osk said nothing. Mr. Osk left."
    )
    assert named["Gazala Osk"] == {"Gazala Osk"}
    assert named["Humay Osk"] == {"Humay Osk"}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            "Bill Castren left with Karin Castren. Mr. Castren was tired. Mrs. Castren was not.",
            {
                "Bill Castren": {"Bill Castren", "Castren"},
                "Karin Castren": {"Karin Castren", "Castren"},
            },
        ),
        (
            "Karin Castren ran for mayor. Ms. Castren spoke.",
            {"Karin Castren": {"Karin Castren", "Castren"}},
        ),
    ],
)
def test_a_couple_s_surname_means_the_one_whose_full_name_shows_the_sex(text, called) -> None:
    named = forms(text)
    assert {name: named[name] for name in called} == called
