"""Words that their speaker has taken back since."""

from dataclasses import replace

import pytest

from briefing.compose.retractions import find_taken_back, weigh_taken_back
from tests.compose.making import candidate, shortlist
from tests.events.making import read

BLAMED = "Interior Minister Stepan Kolar said that the guild of Tolm had set the fire of Vellin."
BACK = "Interior Minister Stepan Kolar apologised for having blamed the guild of Tolm for the fire."


def taken_back(later, day="2025-11-14", speaker="Stepan Kolar"):
    """Whether what Kolar said on 10 November counts as taken back, by an article of `day`."""
    readings = {
        "a": read("a", BLAMED, published="2025-11-10"), "b": read("b", later, published=day),
    }  # fmt: skip
    said = candidate(BLAMED, "a", kind="claim", speaker=speaker)
    return bool(find_taken_back([said.statement], readings))


@pytest.mark.parametrize(
    "later",
    [
        BACK,
        "Stepan Kolar withdrew his accusation against the guild of Tolm.",
        "Stepan Kolar admitted in Vellin that he had been wrong about the guild of Tolm.",
        "The clerk Karin Moe was heard. Stepan Kolar said the statement was imprecise and apologised.",
    ],
)
def test_who_takes_his_words_back_has_said_nothing(later):
    assert taken_back(later)


@pytest.mark.parametrize(
    ("later", "day", "speaker"),
    [
        ("Stepan Kolar apologised for the late trains of Tolm.", "2025-11-14", "Stepan Kolar"),
        (BACK, "2025-11-10", "Stepan Kolar"),
        (BACK, "2025-11-09", "Stepan Kolar"),
        (BACK, "2025-11", "Stepan Kolar"),
        (BACK, "2025-11-14", "Ruth Adeyemi"),
        (BACK, "2025-11-14", ""),
        ("Ruth Adeyemi of Vellin withdrew her accusation.", "2025-11-14", "Stepan Kolar"),
    ],
)
def test_other_words_stand(later, day, speaker):
    assert not taken_back(later, day, speaker)


def test_words_taken_back_are_worth_less_unless_they_are_pinned():
    readings = {
        "a": read("a", BLAMED, published="2025-11-10"),
        "b": read("b", BACK, published="2025-11-14"),
    }
    said = candidate(BLAMED, "a", kind="claim", speaker="Stepan Kolar")
    pinned = replace(said, statement=replace(said.statement, pinned=True))
    other = candidate(BACK, "b")
    for one, worth in ((said, 0.4), (pinned, 1.0)):
        (made,) = weigh_taken_back([shortlist([one, other])], readings)
        assert [item.candidate.weight for item in made.ranked] == [worth, 1.0]


COUNTED = "The Committee of Vellin, COVEL, said that 26 dockers had been killed in the fire."


@pytest.mark.parametrize(
    ("later", "back"),
    [
        ("COVEL withdraws its figure of 26 dead dockers and regrets the error.", True),
        ("In a statement COVEL withdrew its claim about the dockers of Vellin.", True),
        ("COVEL retracted its count of the dead on Monday in Vellin.", True),
        ("COVEL repeated its count of the dead on Monday in Vellin.", False),
        ("The guild OVER withdraws its figure of 26 dead dockers.", False),
    ],
)
def test_a_body_takes_its_figure_back(later, back):
    readings = {
        "a": read("a", COUNTED, published="2025-11-10"),
        "b": read("b", later, published="2025-11-14"),
    }
    said = candidate(COUNTED, "a", kind="claim", speaker="Committee of Vellin")
    assert bool(find_taken_back([said.statement], readings)) is back
