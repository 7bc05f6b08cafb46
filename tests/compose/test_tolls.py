"""Counts of the dead: what they are read as, and which of them is the newest."""

import pytest

from briefing.compose.tolls import weigh_tolls
from briefing.languages.en.tolls import read_toll
from tests.compose.making import candidate, document, shortlist

NINE = "At least nine people were killed in the valley, said the head of the rescue service."
SIXTEEN = "The death toll in the valley stands at sixteen, the rescue service said."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (NINE, 9), (SIXTEEN, 16), ("Some 1,200 civilians have been killed since.", 1200),
        ("The flood killed at least 14 in the valley.", 14),
        ("Regional authorities speak of eleven dead.", 11),
        ("The death toll rose to 31 on Sunday.", 31), ("Nine people were injured.", None),
        ("Nobody was killed in the flood.", None), ("The bill was killed in 1999.", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_toll_is_a_number_of_dead(text, number):
    assert read_toll(text) == number


@pytest.mark.parametrize(
    ("old", "new", "days", "weights"),
    [
        (NINE, SIXTEEN, ("2025-04-15", "2025-04-20"), [0.5, 1.5]),
        (NINE, SIXTEEN, ("2025-04-15", "2025-04-15"), [1.0, 1.0]),
        (NINE, SIXTEEN, ("2024-04-15", "2025-04-20"), [1.0, 1.0]),
        (NINE, SIXTEEN, ("2025-04", "2025-04-20"), [1.0, 1.0]),
        (
            NINE,
            "A fire killed three sailors off Castren.",
            ("2025-04-15", "2025-04-20"),
            [1.0, 1.0],
        ),
        (NINE, SIXTEEN.replace("sixteen", "nine"), ("2025-04-15", "2025-04-20"), [1.0, 1.0]),
    ],
)
def test_the_newest_count_of_an_event_overtakes_the_older(old, new, days, weights):
    both = [shortlist([candidate(old, "d1"), candidate(new, "d2")])]
    made = weigh_tolls(
        both,
        {name: document(name, published=day) for name, day in zip(("d1", "d2"), days, strict=True)},
        {},
    )
    assert [item.candidate.weight for item in made[0].ranked] == weights
