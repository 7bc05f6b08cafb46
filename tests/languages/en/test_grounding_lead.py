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
