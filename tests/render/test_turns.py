"""Shortening what a statement read before and reads now to what differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.turns import shorten_turn

LONG = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("It rains.", "It snows.", ("It rains.", "It snows.")),
        (f"{LONG} and more", LONG, ("… nine ten eleven twelve and more", "")),
        (LONG, f"But {LONG}", ("", "But one two three four …")),
        (f"Then, {LONG}", LONG.capitalize(), ("Then, one two three four …", "")),
        (
            f"{LONG} stays {LONG}",
            f"{LONG} goes {LONG}",
            (
                "… nine ten eleven twelve stays one two three four …",
                "… nine ten eleven twelve goes one two three four …",
            ),
        ),
        (
            "one two three four five six seven eight 9",
            "one two three four five six seven eight 10",
            (
                "one two three four five six seven eight 9",
                "one two three four five six seven eight 10",
            ),
        ),
        (LONG, "", (LONG, "")),
        ("", "", ("", "")),
    ],
)
def test_what_differs_is_left_with_a_few_words_around_it(was, now, expected):
    assert shorten_turn(was, now) == expected


_WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join)


@given(was=_WORDS, now=_WORDS)
def test_no_word_is_added_and_the_order_stays(was, now):
    for text, short in zip((was, now), shorten_turn(was, now), strict=True):
        words = iter(text.split())
        assert all(word in words for word in short.split() if word != "…")
