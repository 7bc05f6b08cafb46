"""What somebody said, and says otherwise in a later article."""

import pytest

from briefing.compose.turned import find_turned
from briefing.offer.candidates import offer_candidates
from tests.events.making import read

MEAT = "The lawyer Dana Krull said that the defence would argue with tainted meat."
SCHOOL = "Colonel Olav Brekke said the school in Teyn had served as a barracks."


@pytest.mark.parametrize(
    ("said", "later", "turned"),
    [
        (MEAT, "Dana Krull said the defence would no longer rely on meat.", True),
        (MEAT, "Dana Krull said the court would no longer speak of the race.", False),
        (MEAT, "Ane Lid said the defence would no longer rely on meat.", False),
        (MEAT, "Dana Krull said again that the defence would rely on meat.", False),
        (SCHOOL, "10:30 Brekke corrects himself. The school was no barracks after all.", True),
        (SCHOOL, "10:30 Brekke corrects himself. The lorries were empty after all.", False),
        (SCHOOL, "Olav Brekke said until Tuesday that a school had become a barracks.", True),
        (SCHOOL, "“I no longer say the school was a barracks,” Ane Lid wrote.", False),
    ],
)
def test_what_its_speaker_says_otherwise_later_is_turned(said, later, turned):
    readings = {
        "d1": read("d1", said, "Olm Post", published="2025-05-01"),
        "d2": read("d2", later, "Vellin Post", published="2025-05-09"),
    }
    made = [one.statement for one in offer_candidates(readings["d1"], lambda _passage: ())]
    assert made
    assert bool(find_turned(made, readings)) is turned
