"""What an article takes for known where it opens, and the bodies of which each country has one."""

import pytest

from briefing.language.draft import Refused
from briefing.languages.en.grounding import ground_sentences, vague_descriptions
from tests.languages.en.test_grounding_edges import read

OPENING = (
    "The central bank lent Vellin Savings two million crowns on Monday and the finance minister "
    "promised that no saver would lose money."
)
SAVERS = "The savers of Vellin went to the finance minister in June 2025 and the minister left."


def ground(text, number=0):
    """What becomes of a sentence of an article, by its place among the passages."""
    made = read(text)
    told = [passage for passage in made.passages if passage.may_tell]
    return ground_sentences(made, told[number].sentences[:1])


@pytest.mark.parametrize(
    "text",
    [
        OPENING,
        "Soldiers seized the state broadcaster in Ostrel on Monday and said that they ruled.",
        "The company that owns the quay of Vellin and the agency in charge of it will merge.",
    ],
)
def test_what_an_article_opens_with_stands(text):
    assert not isinstance(ground(f"{text}\n\n{SAVERS}"), Refused)


@pytest.mark.parametrize(
    "text",
    [
        "The man took a cab from the quay of Vellin to the mill and paid nothing.",
        "He took a cab from the quay of Vellin to the mill and paid nothing for it.",
        "An insider refused to confirm the reports about the quay of Vellin on Monday.",
    ],
)
def test_of_somebody_only_the_title_tells(text):
    talk = "A man of Vellin was told of the reports of the quay and the strangers, it was said."
    assert isinstance(ground(f"{talk}\n\n{text}", 1), Refused)


@pytest.mark.parametrize(
    "body", ["coast guard", "defence ministry", "supreme court", "central bank", "election board"]
)
def test_a_body_of_which_there_is_one_needs_nothing_before_it(body):
    text = (
        f"Ruth Adeyemi went to the {body} of Ostrel.\n\nIn June 2025 nobody of Vellin came."
        f"\n\nThe {body} said that 112 people of Vellin had come to the quay in June 2025."
    )
    made = read(text)
    refused = isinstance(ground_sentences(made, made.passages[-1].sentences), Refused)
    assert refused is (body == "election board")


def test_nobody_knows_whose_ministry_is_meant_where_two_states_are_told_of():
    text = (
        "France and Spain went to the defence ministry of Ostrel.\n\nIn June 2025 nobody came."
        "\n\nThe defence ministry said that 112 people of Vellin had come to the quay in June 2025."
    )
    made = read(text)
    assert isinstance(ground_sentences(made, made.passages[-1].sentences), Refused)


def test_descriptions_of_such_bodies_hang_on_nothing():
    text = f"{OPENING}\n\nThe central bank said that it had lent Vellin Savings two million crowns."
    made = read(text)
    draft = ground_sentences(made, made.passages[-1].sentences)
    assert not isinstance(draft, Refused)
    assert vague_descriptions(draft) == ()


CASTREN = "Ivo Castren, the owner of the quay of Vellin, was taken away on Monday."
OFFICE = "said that he would be tried by the court of Vellin in June 2025."


@pytest.mark.parametrize(
    ("voice", "stands"),
    [
        ("The prosecutor, Olaf Renner,", False),
        ("Prosecutor Olaf Renner", False),
        ("The lawyer Ruth Adeyemi of Tolm", False),
        ("Mayor Olaf Renner", True),
    ],
)
def test_nobody_knows_of_whom_a_prosecutor_speaks(voice, stands):
    made = read(f"{CASTREN} {voice} {OFFICE}")
    sentences = made.passages[-1].sentences
    alone = ground_sentences(made, sentences[-1:])
    assert isinstance(alone, Refused) is not stands
    assert not isinstance(ground_sentences(made, sentences), Refused)


def test_a_prosecutor_who_speaks_of_nobody_else_means_himself():
    made = read(f"The quay of Vellin was shut on Monday. Prosecutor Olaf Renner {OFFICE}")
    assert not isinstance(ground_sentences(made, made.passages[-1].sentences[-1:]), Refused)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("said in June 2025 that the true toll of the quay was twice that.", False),
        ("said that “at least twice that” was paid for the quay of Vellin in June 2025.", False),
        ("said that the toll of the quay was twice that of Tolm in June 2025.", True),
        ("put the number at 1,900 in Vellin in June 2025.", False),
        ("put the number of dead in Vellin at 1,900 in June 2025.", True),
    ],
)
def test_how_much_is_twice_that_stands_elsewhere(said, stands):
    made = read(f"{CASTREN}\n\nMayor Olaf Renner {said}")
    alone = ground_sentences(made, made.passages[-1].sentences)
    assert isinstance(alone, Refused) is not stands


def test_a_place_and_a_day_before_a_dash_are_no_part_of_a_sentence():
    made = read(f"Castren, Sunday — {CASTREN}\n\n{SAVERS}")
    told = ground_sentences(made, made.passages[0].sentences[:1])
    assert not isinstance(told, Refused)
    assert told.behind_drop(told.start) == told.reading.document.text.index("Ivo")
