"""What was said of somebody's staying in office before he left it."""

from dataclasses import replace

import pytest

from briefing.compose.departures import find_outlived, weigh_outlived
from tests.compose.making import candidate, shortlist
from tests.events.making import read

STAYS = "The ministry of Tolm says the report is false and that Stepan Kolar remains in office."
LEFT = "Interior Minister Stepan Kolar resigned on Sunday over the fire of Vellin."


def outlived(said, later=LEFT, day="2025-11-14"):
    """Whether what was said on 10 November is outlived by what an article of `day` tells."""
    readings = {
        "a": read("a", said, published="2025-11-10"), "b": read("b", later, published=day),
    }  # fmt: skip
    return bool(find_outlived([candidate(said, "a").statement], readings))


@pytest.mark.parametrize(
    "said",
    [
        STAYS,
        "Stepan Kolar said that he would not resign over the fire of Vellin.",
        "Stepan Kolar dismissed calls for his resignation on Monday in Tolm.",
        "The guild of Tolm said that Stepan Kolar should step down.",
        "A spokeswoman denied that Stepan Kolar had resigned.",
        "Stepan Kolar has no plans to quit, his deputy said.",
    ],
)
def test_who_has_left_no_longer_stays(said):
    assert outlived(said)


@pytest.mark.parametrize(
    "later",
    [
        "Interior Minister Stepan Kolar stepped down on Sunday in Vellin.",
        "Interior Minister Stepan Kolar was dismissed by the president of Tolm.",
        "Stepan Kolar lost his post at midnight, the president of Tolm said.",
    ],
)
def test_there_are_several_ways_to_leave(later):
    assert outlived(STAYS, later)


@pytest.mark.parametrize(
    ("said", "later", "day"),
    [
        (STAYS, LEFT, "2025-11-10"),
        (STAYS, LEFT, "2025-11-09"),
        (STAYS, LEFT, "2025-11"),
        (STAYS, "Interior Minister Olin Fasch resigned on Sunday over the fire.", "2025-11-14"),
        (STAYS, "A paper denied that Stepan Kolar had resigned.", "2025-11-14"),
        (STAYS, "Reports that Stepan Kolar resigned were spread in Tolm.", "2025-11-14"),
        (STAYS, "Stepan Kolar could not say whether his deputy resigned.", "2025-11-14"),
        ("Stepan Kolar said that the guild of Tolm had set the fire.", LEFT, "2025-11-14"),
    ],
)
def test_other_words_stand(said, later, day):
    assert not outlived(said, later, day)


def test_what_is_outlived_is_worth_less_unless_it_is_pinned():
    readings = {
        "a": read("a", STAYS, published="2025-11-10"),
        "b": read("b", LEFT, published="2025-11-14"),
    }
    said = candidate(STAYS, "a")
    pinned = replace(said, statement=replace(said.statement, pinned=True))
    other = candidate(LEFT, "b")
    for one, worth in ((said, 0.4), (pinned, 1.0)):
        (made,) = weigh_outlived([shortlist([one, other])], readings)
        assert [item.candidate.weight for item in made.ranked] == [worth, 1.0]
