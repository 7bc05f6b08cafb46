"""Clauses of two articles: joined where they tell one happening, never where they exclude each
other."""

import pytest

from briefing.events.connect import connect_clauses
from tests.events.making import read


def joined(left, right, published="2025-03-12"):
    readings = [read("a", left), read("b", right, published=published)]
    found = connect_clauses(readings, {"a": "fa", "b": "fb"})
    return bool(found.agreeing)


SAME = [
    (
        "The visit came shortly after a phone call between President Mira Sand and Tolen Marsh.",
        "Mira Sand held a phone call with Prime Minister Tolen Marsh, an official said.",
    ),
    (
        "Nobody has been charged since the fall of Orsin Vale.",
        "Rebels overthrew Orsin Vale last year and took his palace.",
    ),
    (
        "A convoy of Norwegian, Danish and Swedish officers toured southern Finland on Monday.",
        "Norwegian and Danish officials have carried out a joint tour in southern Finland.",
    ),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_happening_in_other_words_is_joined(left, right):
    assert joined(left, right)


APART = [
    ("The rebels killed the soldiers at the harbour on Monday.",
    ("The soldiers killed the rebels " "at the harbour on Monday.")),
    ("Norway attacked Denmark on 3 March 2025.", "Denmark attacked Norway on 3 March 2025."),
    ("Mira Sand met Tolen Marsh in Oslo.", "Mira Sand did not meet Tolen Marsh in Oslo."),
    ("Mira Sand met Tolen Marsh in Oslo.", "Mira Sand will meet Tolen Marsh in Oslo."),
    ("Mira Sand met Tolen Marsh on 3 March 2025.", "Mira Sand met Tolen Marsh on 5 March 2025."),
    ("Mira Sand met Tolen Marsh in Oslo.", "Mira Sand met Berit Marsh in Oslo."),
    ("Mira Sand met Tolen Marsh in Oslo.", "Mira Sand met Tolen Marsh in Rome."),
    ("Norwegian officers toured northern Finland on Monday.",
    ("Norwegian officers toured southern " "Finland on Monday.")),
    ("The raid in Tolm killed 44 people on 3 March 2025.",
    ("The raid in Tolm killed 31 people on 3 " "March 2025.")),
    ("Norwegian settlers attacked Danish farms.", "Norwegian troops attacked Danish farms."),
    ("The son of Mira Sand was arrested in Oslo.", "Mira Sand was arrested in Oslo."),
    ("The board raised the fares in Oslo on 3 March 2025.",
    ("The board cut the fares in Oslo on 3 " "March 2025.")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_excludes_the_other_is_never_joined(left, right):
    assert not joined(left, right)


def test_versions_of_one_article_are_not_joined():
    text = SAME[0][0]
    found = connect_clauses([read("a", text), read("b", text)], {"a": "f", "b": "f"})
    assert not found.agreeing


def test_agreement_goes_both_ways():
    readings = [read("a", SAME[0][0]), read("b", SAME[0][1])]
    found = connect_clauses(readings, {"a": "fa", "b": "fb"})
    pairs = {
        (place, (o.document, o.trigger)) for place, others in found.agreeing.items() for o in others
    }
    assert pairs == {(other, one) for one, other in pairs}


def test_one_soldier_is_not_two():
    left = "Norwegian soldier killed in southern Finland on 3 March 2025."
    assert not joined(left, "Two Norwegian soldiers killed in southern Finland on 3 March 2025.")


def test_a_reworded_copy_confirms_nothing():
    release = (
        "The Harbour Board of Tolm announced today that Norway had attacked the port of Tolm on 3 "
        "March 2025.\n"
        "Ships bound for Tolm will be sent to Vellin, the board said in its statement.\n"
        "All wages of the harbour workers will be paid in full while the port is closed."
    )
    copy = (
        "The Harbor Board of Tolm has announced now that Norway had attacked the port of Tolm on 3 "
        "March 2025.\n"
        "Ships headed for Tolm are to be sent to Vellin, the board stated in a statement.\n"
        "All wages of harbor workers might be paid in full while the port stays shut."
    )
    assert joined(release.split("\n", maxsplit=1)[0], copy.split("\n", maxsplit=1)[0])
    assert not joined(release, copy)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Mira Sand met Tolen Marsh in Oslo on 30 March 2025.",
            "Mira Sand met Tolen Marsh in Oslo.",
        ),
        (
            "Police arrested Orsin Vale in Tolm on 29 March 2025.",
            "Police arrested Orsin Vale in Tolm.",
        ),
        ("Rebels attacked the port of Tolm on 30 March 2025.", "Rebels attacked the port of Tolm."),
    ],
)
def test_no_article_tells_what_happened_after_it_appeared(left, right):
    def told(published):
        made = [read("a", left, published="2025-04-01"), read("b", right, published=published)]
        return bool(connect_clauses(made, {"a": "fa", "b": "fb"}).agreeing)

    assert told("2025-04-02")
    assert told("2025-03-29")  # it may be the thirtieth where that was written
    assert not told("2025-03-27")
