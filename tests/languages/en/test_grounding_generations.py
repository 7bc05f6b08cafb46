"""Surnames of somebody "Jr.": what a bracket adds to them, and when none may."""

import pytest

from tests.languages.en.test_grounding_loose_ends import told

FIRST = "Karl Castren {0} wrote to the Lower River Club of Tolm in the spring.\n"


@pytest.mark.parametrize("generation", ["Jr.", "Sr.", "III", "IV"])
def test_a_surname_behind_an_address_is_completed_on_both_sides(generation):
    text = FIRST.format(generation) + "Three firms said that Mr. Castren had paid for six boats."
    expected = f"Three firms said that Mr. [Karl] Castren [{generation}] had paid for six boats."
    assert told(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Three firms praised the Castren plan for six boats.",
        "Three firms sold the Castren boats on the market of Tolm.",
        "A friend of Castren paid for six boats on the market of Tolm.",
    ],
)
def test_a_bare_surname_may_be_the_fathers(sentence):
    assert told(FIRST.format("Jr.") + sentence) == sentence


def test_an_owner_keeps_his_ending():
    text = FIRST.format("III") + "Three firms have sold Mr. Castren’s boats in Tolm."
    assert told(text) == "Three firms have sold Mr. [Karl] Castren [III]’s boats in Tolm."


@pytest.mark.parametrize(
    "opening",
    [
        "In a letter a week later, the club of Tolm",
        "At a second fair two years earlier, the club of Tolm",
        "With another gift a month later, the club of Tolm",
        "On a foggy evening three days before, the club of Tolm",
    ],
)
def test_a_time_counted_from_what_stands_elsewhere_hangs(opening):
    sentence = f"{opening} bought six boats."
    assert told(FIRST.format("Jr.") + sentence) != sentence


def test_a_time_that_is_counted_from_now_does_not_hang():
    sentence = "In a letter to the mayor, the club of Tolm offered six boats."
    assert told(FIRST.format("Jr.") + sentence) == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Lock Master Ivo Holm on how the lower quay of Tolm was closed by the board.",
        "Tolm Director of Locks Ruth Adeyemi on why boats were sold to six firms.",
        "Mayor Karl Fasch of Vellin on what became of the boats in the valley.",
    ],
)
def test_the_line_under_a_film_is_no_statement(line):
    assert told(FIRST.format("Jr.") + line) == "fragment"


def test_who_speaks_on_something_has_a_verb():
    line = "Lock Master Ivo Holm spoke on how the quay of Tolm was closed in May 2024."
    assert told(FIRST.format("Jr.") + line) == line
