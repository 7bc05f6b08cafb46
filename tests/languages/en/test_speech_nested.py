"""A source clause that is all that another one tells: "According to X, Y said that …"."""

import pytest

from briefing.languages.en import names, speech
from tests.languages.en.articles import article


def heard(text):
    """Give speaker, role and relay of what an article's first sentence tells."""
    document, passages = article(text, "Vellin Gazette")
    entities, mentions = names.find_names(document, passages, ())
    said = speech.find_speech(document, passages, entities, mentions)[0]
    return said.speaker, said.role, said.relayed


@pytest.mark.parametrize(
    ("text", "speaker", "role", "relayed"),
    [
        ("According to Reuters, Ines Dorrat said that it rained.", "Ines Dorrat", "", "Reuters"),
        (
            ("According to the Sorrel Courier, the chair of the board, Ines Dorrat, said that it "
             "rained."),
            "Ines Dorrat", "chair of the board", "Sorrel Courier",
        ),
        (
            ("According to the newspaper Sorrel Courier, Ines Dorrat, the chair of the board, said "
             "that it rained."),
            "Ines Dorrat", "the chair of the board", "Sorrel Courier",
        ),
        ("According to sources, Ines Dorrat said that it rained.", "sources", "", ""),
        ("According to Anna Rossi, Ines Dorrat said that it rained.", "Anna Rossi", "", ""),
        ("Ines Dorrat said that it rained, according to Reuters.", "Ines Dorrat", "", "Reuters"),
        ("Ines Dorrat said that it rained, according to police.", "Ines Dorrat", "", ""),
        ("Owners warned that it rained, according to a report seen by Reuters.",
        "a report seen by Reuters", "", ""),
        ("According to Reuters, it rained and Ines Dorrat said that it was late.", "Reuters", "",
        ""),
    ],
)  # fmt: skip
def test_speaks_through_an_outlet_and_not_through_a_person(text, speaker, role, relayed):
    assert heard(text) == (speaker, role, relayed)


@pytest.mark.parametrize(
    "text",
    [
        "According to the Sorrel Courier, the chair of the board, Ines Dorrat, was ill.",
        "According to Anna Rossi, minister Ines Dorrat said that it rained.",
    ],
)
def test_gives_nobody_the_office_of_who_is_named_behind_it(text):
    assert heard(text)[1] == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It rained,” said the leader of the team, Captain Rolf Adler.", "Rolf Adler"),
        ("“It rained,” said the leader of the team, before he left.", "the leader of the team"),
        (
            (
                "Officials close to the inquiry, who asked not to be named, said they had seen no "
                "report."
            ),
            "Officials close to the inquiry",
        ),
    ],
)
def test_names_the_speaker_behind_a_description(text, speaker):
    assert heard(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tests by the Harbour Office confirmed lead in 28 samples, the mayor said.", "the mayor"),
        ("The board announced a toll on the quay, Ruth Adeyemi said.", "Ruth Adeyemi"),
        ("Divers identified the wreck of the Brenna, the coast guard said.", "the coast guard"),
        ("The board confirmed the toll on the quay on Monday in Vellin.", "The board"),
    ],
)
def test_who_tells_what_an_office_did_is_the_speaker(text, speaker):
    assert heard(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A poll by the Harbour Institute published on Tuesday found that most of them like it.",
            "A poll by the Harbour Institute",
        ),
        (
            "A survey by Orvill Data released on Monday showed that half of them like the quay.",
            "A survey by Orvill Data",
        ),
        (
            "A study by the Guild of Tolm presented on Friday said that the quay was unsafe.",
            "A study by the Guild of Tolm",
        ),
    ],
)
def test_when_a_study_appeared_is_no_part_of_its_name(text, speaker):
    assert heard(text)[0] == speaker
