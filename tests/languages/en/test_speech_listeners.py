"""Who was told something and published nothing, and sayings that only date another clause."""

import pytest

from tests.languages.en.test_speech import find
from tests.languages.en.test_speech_agencies import attributed


@pytest.mark.parametrize(
    "listener", ["Castren Democrats", "Vellin Workers", "Lower River Guards", "Tolm Motors"]
)
def test_members_of_a_body_are_no_outlet(listener):
    text = f"Mayor Ruth Adeyemi told {listener} on Monday that the quay would reopen."
    assert [(one.speaker, one.relayed) for one in find(text, "Morning Post")] == [
        ("Ruth Adeyemi", "")
    ]


@pytest.mark.parametrize("listener", ["Vellin News", "the Tolm Times", "the Morning Chronicle"])
def test_an_outlet_in_the_plural_stays_one(listener):
    text = f"Mayor Ruth Adeyemi told {listener} on Monday that the quay would reopen."
    assert [bool(one.relayed) for one in find(text, "Morning Post")] == [True]


@pytest.mark.parametrize(
    "opening", ["By the time", "At the moment", "Until the day", "Before the hour"]
)
def test_a_saying_that_only_dates_another_clause_is_not_the_sentences(opening):
    text = f"{opening} Mayor Ruth Adeyemi said that the quay was safe, two barges had sunk there."
    assert attributed(text, "Morning Post").speaker == ""


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("The lawyer for Mr. Castren, Ruth Adeyemi,", "Ruth Adeyemi"),
        ("The widow of Mr. Castren, Ann Fasch,", "Ann Fasch"),
        ("A spokesman for Dr. Castren, Ivo Holm,", "Ivo Holm"),
        ("The lawyer for Mr. Castren", "The lawyer for Mr. Castren"),
        ("An aide to Mr. Castren", "An aide to Mr. Castren"),
    ],
)
def test_who_speaks_for_somebody_with_an_address_is_not_he(subject, speaker):
    text = f"Karl Castren left the quay on Monday. {subject} said that it was safe."
    assert [one.speaker for one in find(text, "Morning Post")] == [speaker]


def test_an_address_alone_governs_nothing():
    text = "Karl Castren left the quay on Monday. Mr. Castren said that it was safe."
    assert [one.speaker for one in find(text, "Morning Post")] == ["Karl Castren"]
