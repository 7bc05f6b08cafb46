"""Who is accused and not heard: a gap that names the party and where it is accused."""

from dataclasses import replace

import pytest

from briefing.compose.accused import unheard_parties
from briefing.compose.gaps import find_gaps
from briefing.registry.rules import find_rules
from tests.compose.making import candidate
from tests.compose.test_gaps import brief

ACCUSED = "The dockers accused Haldane Coal of hiding a report on the quay."
OTHER = "The northern quay was closed on Monday."


def told(*texts, speakers=()):
    """Statements numbered as in a first section, the last of them by the speakers given."""
    made = [
        replace(candidate(text, f"d{number}").statement, number=f"1.{number}")
        for number, text in enumerate(texts, 1)
    ]
    for place, speaker in enumerate(speakers, len(made) - len(speakers)):
        first = made[place].citations[0]
        heard = replace(first, attribution=replace(first.attribution, speaker=speaker))
        made[place] = replace(made[place], citations=(heard,))
    return made


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (ACCUSED, "Haldane Coal"),
        ("Ines Dorrat was accused of taking bribes.", "Ines Dorrat"),
        ("Dockers say that Ines Dorrat is accused by the council of fraud.", "Ines Dorrat"),
        ("The guild accuses the Bank of Vellin of keeping two books.", "Bank of Vellin"),
    ],
)
def test_who_is_accused_and_not_heard_is_named(text, party):
    assert unheard_parties(told(OTHER, text)) == [(party, "1.2")]
    gaps = find_gaps(brief(text, OTHER), find_rules(brief(text, OTHER), {}))
    assert [one.slots["party"] for one in gaps if one.kind == "unheard"] == [party]


@pytest.mark.parametrize(
    "text",
    [
        "The dockers accused the company of hiding a report.",  # no name
        "The dockers accused France of hiding a report.",  # for a state many speak
        "He was accused of fraud.",
        "Haldane Coal accused nobody of anything.",
        "Haldane Coal was fined over a report.",
    ],
)
def test_who_is_not_named_or_not_accused_makes_no_gap(text):
    assert unheard_parties(told(OTHER, text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Haldane Coal denied that there was a report.", ""),
        ("A lawyer for Haldane declined to comment.", ""),
        ("There was no report.", "Haldane Coal"),
        ("There was no report.", "Haldane"),
        ("There was no report.", "the company"),  # it may be
        ("There was no report.", "its chairman"),
    ],
)
def test_who_is_heard_or_may_be_makes_no_gap(text, speaker):
    assert unheard_parties(told(ACCUSED, text, speakers=(speaker,))) == []


@pytest.mark.parametrize("speaker", ["the police", "the mayor of Tolm", "Ida Kroll", "Orvill Bank"])
def test_what_another_says_is_no_answer(speaker):
    assert unheard_parties(told(ACCUSED, OTHER, speakers=(speaker,)))
