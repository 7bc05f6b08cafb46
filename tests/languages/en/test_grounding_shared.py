"""Surnames that two share, and words that look like somebody's surname and are none."""

import pytest

from briefing import split
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences, relative_edits
from tests.languages.en.articles import article

TWO = (
    "The engineer Lena Veld wrote the report on the dam for the town.\n\nInterior Minister Jonas "
    "Veld never read it."
)


def told(text, sentences=1):
    """Give what becomes of an article's last sentences, or why nothing does."""
    document, _ = article(text, "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    draft = ground_sentences(read, read.passages[-1].sentences[-sentences:])
    return (
        draft.reason
        if isinstance(draft, Refused)
        else fold_spaces(apply_edits(draft.text, relative_edits(draft)))
    )


def test_a_surname_of_two_persons_stands_for_neither():
    assert (
        told(f"{TWO}\n\nVeld rejected the call of the opposition to leave the town.")
        == "two share the name"
    )
    assert told(f"{TWO}\n\nLena Veld rejected the call of the town to be silent.").startswith(
        "Lena Veld rejected"
    )


def test_whoever_of_them_was_just_named_is_meant():
    pair = "Lena Veld rejected the call of the town. Veld had sent the report twice that year."
    assert told(f"{TWO}\n\n{pair}", 2).startswith("Lena Veld rejected the call of the town. ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents of Lower Tarn said that they had heard no siren.",
        "Two houses in Lower Tarn were lost to the river.",
    ],
)
def test_a_place_is_given_no_given_name(sentence):
    text = f"“We have not reached Upper Tarn,” Marta Ilves told the town.\n\n{sentence}"
    assert told(text) == sentence


def test_a_surname_behind_that_is_completed():
    first = "The engineer Anna Rossi wrote the report on the dam for the town."
    assert "noted that [Anna] Rossi had sent" in told(
        f"{first}\n\nTwo analysts noted that Rossi had sent it twice."
    )
