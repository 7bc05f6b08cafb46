"""Texts of nearly the same words that can't both be true."""

import pytest

from briefing.languages.en.reversed_texts import denies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court ruled for the tenants of Tolm.", "The court ruled against the tenants of Tolm."),
        ("The bank of Tolm made a profit of 40 crowns.", "The bank of Tolm made a loss of 40 crowns."),
        ("All nine divers of Tolm came up.", "None of nine divers of Tolm came up."),
        ("The barge left Tolm for Vellin at noon.", "The barge left Vellin for Tolm at noon."),
        ("Ida Falk sold the mill to Ivo Rill.", "Ivo Rill sold the mill to Ida Falk."),
        ("At least 9 dockers were hurt in Tolm.", "At most 9 dockers were hurt in Tolm."),
        ("The guild hired 90 dockers in May.", "The guild fired 90 dockers in May."),
    ],
)  # fmt: skip
def test_one_word_or_two_names_turn_a_text_round(one, other):
    assert denies(one, other)
    assert denies(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The barge left Tolm for Vellin at noon.", "The barge left Tolm for Vellin at noon."),
        ("The guild hired 90 dockers in May.", "The guild hired 90 dockers of Tolm in May."),
        ("The guild hired 90 dockers in May.", "In May the guild hired 90 dockers."),
        ("In Vellin, Ida Falk met Ivo Rill.", "Ida Falk met Ivo Rill in Vellin."),
        ("The council of Tolm met on Monday.", "On Monday the council of Tolm met."),
        ("Ida Falk on Monday met Ivo Rill.", "Ida Falk met Ivo Rill on Monday."),
        ("The mill burned on Monday.", "The bank made a loss of 40 crowns."),
    ],
)
def test_other_texts_do_not(one, other):
    assert not denies(one, other)
