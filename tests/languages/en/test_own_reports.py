"""What an outlet says of its own earlier report: told, counted and joined nowhere."""

from dataclasses import replace

import pytest

from briefing.language.draft import Refused
from briefing.languages.en.clauses.counts import find_counts
from briefing.languages.en.grounding import ground_sentences
from briefing.languages.en.own_reports import tells_own_report
from tests.events.making import read

OWN = [
    "The Tarn Post reported on June 4 that three dockers of Vellin were injured by a lorry.",
    "Tarn Post reported on Monday that three dockers of Vellin were injured by a lorry.",
    "The Tarn Post incorrectly said that three dockers of Vellin were injured by a lorry.",
    "The Tarn Post apologises for its report that three dockers of Vellin were injured.",
    "Tarn Post has retracted a story by its editor about three injured dockers of Vellin.",
    "An earlier report by the Tarn Post said that three dockers of Vellin were injured.",
]
OTHERS = [
    "The Vellin Gazette reported on June 4 that three dockers of Vellin were injured by a lorry.",
    "Three dockers of Vellin told the Tarn Post on June 4 that they were injured by a lorry.",
    "The Tarn Post has learned that three dockers of Vellin were injured by a lorry on June 4.",
    "An earlier report by the guild said that three dockers of Vellin were injured on June 4.",
]


def taken(text, outlet="Tarn Post"):
    made = read("a", f"The quay of Vellin was shut on Monday.\n\n{text}", outlet, "2025-06-12")
    return made, made.passages[-1].sentences


@pytest.mark.parametrize("text", OWN)
def test_an_outlets_own_earlier_report_is_neither_told_nor_counted(text):
    made, sentences = taken(text)
    assert tells_own_report(made, sentences[0])
    assert isinstance(ground_sentences(made, sentences), Refused)
    assert find_counts(made) == ()


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_report_is(text):
    made, sentences = taken(text)
    assert not tells_own_report(made, sentences[0])
    assert not isinstance(ground_sentences(made, sentences), Refused)


def test_of_no_outlet_nobody_knows_what_is_its_own():
    made, sentences = taken(OWN[0])
    nameless = replace(made, document=replace(made.document, outlet=None))
    assert not tells_own_report(nameless, sentences[0])
