"""What a later version of an article turns round is shown, and what it only words anew is not."""

import pytest

from briefing.events.reversals import CALLED, TOPIC, list_reversals
from tests.events.making import read

REST = "The council of the town will meet again on Friday to speak of the money for the old bridge."
FAMILIES = {"old": "f", "new": "f", "else": "g"}

TURNED = [
    (
        "The mayor said that the harbour of Vessim would stay open through the winter.",
        "The mayor said that the harbour of Vessim would be shut through the winter.",
    ),
    (
        "The minister said that no ferry to Orrin Island would be cancelled before May.",
        "The minister said that every ferry to Orrin Island would be cancelled before May.",
    ),
    (
        "The port handled 3,200 ships since January, a rise of 12 per cent on the year before.",
        "The port handled 3,200 ships since January, a fall of 12 per cent on the year before.",
    ),
    (
        "The union of the crane drivers accepted the offer of the port authority on Thursday.",
        "The union of the crane drivers rejected the offer of the port authority on Thursday.",
    ),
    (
        "The judge said that the captain of the Orla was guilty of the loss of his ship.",
        "The judge said that the captain of the Orla was not guilty of the loss of his ship.",
    ),
]


def rows(before, after, families=FAMILIES, older=frozenset({"old"})):
    readings = {
        "old": read("old", before, published="2025-03-12"),
        "new": read("new", after, published="2025-03-13"),
    }
    return list_reversals(readings, families, older)


@pytest.mark.parametrize(("before", "after"), TURNED)
def test_a_sentence_turned_round_is_shown_with_the_later_word_first(before, after):
    (row,) = rows(f"{REST}\n\n{before}", f"{after}\n\n{REST}")
    assert row.topic == TOPIC
    assert [one.text for one in row.positions] == [after, before]
    assert [one.as_of for one in row.positions] == ["2025-03-13", "2025-03-12"]
    assert [one.citations[0].quote for one in row.positions] == [after, before]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TURNED[0][0], TURNED[0][0]),
        (TURNED[0][0], TURNED[0][0].replace("mayor said", "mayor told reporters")),
        (TURNED[2][0], REST),
        (TURNED[2][0], TURNED[2][0].replace("3,200", "3,300")),
        ("It rose in the end.", "It fell in the end."),
    ],
)
def test_what_is_worded_anew_left_out_or_too_short_to_tell_is_no_reversal(before, after):
    assert rows(f"{REST}\n\n{before}", f"{after}\n\n{REST}") == ()


def test_two_places_told_of_side_by_side_are_not_one_turned_round():
    north = "The northern quay of Vessim harbour was opened again to lorries and cranes on Monday."
    south = "The southern quay of Vessim harbour was closed again to lorries and cranes on Monday."
    assert rows(f"{north}\n\n{south}", f"{south}\n\n{REST}\n\n{north}") == ()
    assert rows(north, f"{north}\n\n{south}") == ()
    assert rows(f"{north}\n\n{south}", south) == ()


def test_only_versions_of_one_article_turn_round():
    before, after = TURNED[0]
    assert rows(before, after, families={"old": "f", "new": "g"}) == ()
    assert rows(before, after, older=frozenset()) == ()


OFFER = "Harbour clerk Piet Anders said the crews would vote on Thursday and"
CALLINGS = [
    (f"{OFFER} called the offer a first step.", f"{OFFER} called the offer a betrayal."),
    (
        f"{OFFER} described the offer of the owners as a gift to the crews.",
        f"{OFFER} described the offer of the owners as an insult to the crews.",
    ),
    (
        "The mayor said in the council that the new bridge over the Orla was a success.",
        "The mayor said in the council that the new bridge over the Orla was a costly mistake.",
    ),
    (
        "The owners dismissed the paper of the crane drivers as an empty threat, the clerk said.",
        "The owners dismissed the paper of the crane drivers as a joke, the clerk said.",
    ),
]


@pytest.mark.parametrize(("before", "after"), CALLINGS)
def test_what_a_later_version_calls_otherwise_is_shown_and_not_called_a_reversal(before, after):
    (row,) = rows(f"{REST}\n\n{before}", f"{after}\n\n{REST}")
    assert row.topic == CALLED
    assert [one.text for one in row.positions] == [after, before]


@pytest.mark.parametrize(
    "after",
    [
        f"{OFFER} called the offer a small step.",
        f"{OFFER} called the offer of the owners a first step.",
        f"{OFFER} called the offer 3 first steps.",
        f"{OFFER} called for another vote.",
        f"{OFFER} called the owners a first step.",
    ],
)
def test_another_adjective_figure_or_wording_is_no_other_calling(after):
    assert rows(f"{REST}\n\n{CALLINGS[0][0]}", f"{after}\n\n{REST}") == ()
