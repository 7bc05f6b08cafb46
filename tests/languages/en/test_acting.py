"""Which states a sentence has act, and for which states a seat speaks."""

import pytest

from briefing.languages.en.acting import acting_states, seated_states


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Norway controls the northern strait.", {"norway"}),
        ("The United States has closed its port, and Peru signs pacts.", {"united states", "peru"}),
        ("The US threatened to close its port.", {"united states"}),
        ("Chile, which closed the pass, says nothing.", {"chile"}),
        ("A storm in Norway killed ten sailors.", set()),
        ("US officials closed the port.", set()),
        ("Norway's minister closed the port.", set()),
        ("Norwegian sailors closed the port.", set()),
        ("They told us was it so.", set()),
    ],
)  # fmt: skip
def test_a_state_acts_by_its_own_name(sentence, states):
    assert acting_states(sentence) == states


def test_a_seat_of_government_speaks_for_its_state():
    assert seated_states("a spokesman of the White House") == {"United States"}
    assert seated_states("Oslo and Downing Street") == {"Norway", "United Kingdom"}
    assert seated_states("a pentagonal fort, Whitehaven") == frozenset()
