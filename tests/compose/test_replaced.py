"""Figures that a later article, or a later entry of a live page, calls the ones given before."""

import pytest

from briefing.compose.replaced import find_replaced, weigh_replaced
from briefing.offer.candidates import offer_candidates
from tests.compose.making import shortlist
from tests.events.making import read


def replaced(first, later, day="2025-05-09"):
    """Give the texts of one sentence in an article of 1 May whose figure a later one replaced."""
    readings = {
        "d1": read("d1", first, "Olm Post", published="2025-05-01"),
        "d2": read("d2", later, "Vellin Post", published=day),
    }
    made = [
        one.statement
        for reading in readings.values()
        for one in offer_candidates(reading, lambda _passage: ())
    ]
    found = find_replaced(made, readings)
    return {one.text for one in made if one.key in found and len(one.citations) == 1}


LEAD = "The harbour of Olm lost ships in the storm."


@pytest.mark.parametrize(
    ("told", "later", "over"),
    [
        ("Dana Krull leads by 2,140 votes.", "The figure replaces the 2,140 of the clerk.", True),
        ("Dana Krull leads by 2,140 votes.", "The clerk spoke of 2,140 again.", False),
        ("Olm Harbour lost five ships.", "It sank nine ships. Until now it had been five.", True),
        ("Olm Harbour lost five men.", "It sank nine ships. Until now it had been five.", False),
        ("Dana Krull has two missed tests.", "Vellin now counts one test instead of two.", True),
        (
            "Olm Harbour lost 40 ships.",
            "Nine ships sank. The earlier figure of 40 was wrong.",
            True,
        ),
        (
            "Olm Harbour lost 40 ships.",
            "Nine ships sank, not 40 as in 1998, Dana Krull said.",
            False,
        ),
    ],
)
def test_a_figure_is_replaced_where_a_later_article_says_so_of_the_same_thing(told, later, over):
    assert replaced(f"{LEAD}\n\n{told}", f"{LEAD}\n\n{later}") == ({told} if over else set())


def test_an_older_article_replaces_nothing():
    told, later = "Dana Krull leads by 2,140 votes.", "The figure replaces the 2,140 of the clerk."
    assert replaced(f"{LEAD}\n\n{told}", f"{LEAD}\n\n{later}", day="2025-04-28") == set()


def test_a_live_page_corrects_its_own_entry():
    wrong = "14:30 Dana Krull put those who were saved at 178."
    right = "18:15 A correction: the coast guard now says 175 people were rescued, not 178."
    page = read("d1", f"{LEAD}\n\n{right}\n\n{wrong}", "Olm Post", published="2025-05-01")
    (weighed,) = weigh_replaced(
        [shortlist(offer_candidates(page, lambda _passage: ()))], {"d1": page}
    )
    worth = {one.candidate.statement.text: one.candidate.weight for one in weighed.ranked}
    assert worth[wrong.removeprefix("14:30 ")] == pytest.approx(0.4)
    assert min(worth.values()) == pytest.approx(0.4)
