"""Phrases found in texts: which words agree, where they begin and end."""

import re

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from briefing.tag import matching
from briefing.tag.pattern import Phrase, parse_entry


def _phrases(*written: str) -> list[Phrase]:
    return [
        leaf
        for one in written
        for term in parse_entry(one)
        for group in term.groups
        for leaf in group
    ]


def _found(text: str, *written: str) -> list[str]:
    return [
        text[start:end]
        for start, end, _ in matching.find_phrases(matching.build_matcher(_phrases(*written)), text)
    ]


GOLDEN = [
    ("Loans were loaned; the loaner alone.", "loan", ["Loans", "loaned"]),
    ("Policies of a policy; police", "policy", ["Policies", "policy"]),
    ("hoping, hoped, hopped, hope", "hope", ["hoping", "hoped", "hope"]),
    ("visible visibility", "visible", ["visible", "visibility"]),
    ("He dies. Dying, died; dyed", "die", ["dies", "Dying", "died"]),
    ("Patrols patrolled. Parole.", "patrol*", ["Patrols", "patrolled"]),
    ("compatrol patrol", "patrol*", ["patrol"]),
    (
        "Military police, military-police and militarypolice",
        "military police",
        ["Military police", "military-police"],
    ),
    (
        "military\u00a0police  military\n police",
        "military police",
        ["military\u00a0police", "military\n police"],
    ),
    ("the big three and the Big Threes", '"Big Three"', ["big three"]),
    ("US aid to us; Us and US", "US", ["US", "US"]),
    ("The U.S. and the us", "U.S.", ["U.S"]),
    ("AT&T at t", "AT&T", ["AT&T"]),
    ("Russia’s bases, Russia's base", "Russia", ["Russia", "Russia"]),
    ("buffer and zone, buffer zone.", "buffer zone", ["buffer zone"]),
    ("Co-operation, co operation, cooperation", "co-operation", ["Co-operation", "co operation"]),
    ("café Café cafés", "cafe\u0301".replace("e\u0301", "é"), ["café", "Café", "cafés"]),
    ("Chapter 11, chapter 111", "Chapter 11", ["Chapter 11"]),
    ("قوات روسية", "روسية", ["روسية"]),
]


@pytest.mark.parametrize(("text", "term", "found"), GOLDEN, ids=[term for _, term, _ in GOLDEN])
def test_a_term_finds_these_words(text, term, found):
    assert _found(text, term) == found


def test_a_long_term_that_fails_its_boundary_hides_no_short_one():
    assert _found("a general motorsport fan", '"general motors"', '"general"') == ["general"]


@pytest.mark.parametrize("before", ["İİİ ", "ẞ ß ", "ΑΣ Σ ", "ﬁ ŉ ", "\U0001f600 ", "é ", "İ"[:0]])
def test_offsets_hold_behind_letters_whose_case_is_odd(before):
    text = before + "İstanbul patrols"
    hits = matching.find_phrases(matching.build_matcher(_phrases("patrol*", "İstanbul")), text)
    assert [text[start:end] for start, end, _ in hits] == ["İstanbul", "patrols"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_part_no_word_and_move_no_offset(sign):
    text = f"The nego{sign}tia{sign}tions on the air{sign}base went on."
    hits = matching.find_phrases(matching.build_matcher(_phrases("negotiations", "airbase")), text)
    assert [text[start:end] for start, end, _ in hits] == [
        f"nego{sign}tia{sign}tions",
        f"air{sign}base",
    ]


@given(
    st.text(alphabet="abİΣß -.’&\n", max_size=60),
    st.lists(st.text(alphabet="abİΣß* ", min_size=1), max_size=4),
)
def test_a_hit_stands_at_the_edges_of_words(text, written):
    phrases = []
    for one in written:
        try:
            phrases += _phrases(one)
        except ValueError:
            continue
    for start, end, _ in matching.find_phrases(matching.build_matcher(phrases), text):
        assert 0 <= start < end <= len(text)
        assert not start or not re.match(r"\w\w", text[start - 1 : start + 1])
        assert not re.match(r"\w\w", text[end - 1 : end + 1])


@given(
    st.lists(st.sampled_from(["base", "port", "north port", "nor*", "based"]), unique=True),
    st.randoms(),
)
def test_the_order_of_the_phrases_changes_nothing(written, random):
    text = "Northern ports based at north port; bases, basing. Norport."
    shuffled = list(written)
    random.shuffle(shuffled)
    assert sorted(_found(text, *written)) == sorted(_found(text, *shuffled))


WORDS = (
    "policy policies hope hoping visible visibility create creation creating happy happily "
    "happiness relation "
    "relational national organise organisation tie tied tying lie lying die dying sky skies "
    "general generally "
    "ability able responsible responsibility democracy democratic analysis analyse strategy "
    "strategies"
).split()


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_words_of_one_stem_find_each_other(term, word):
    stem = Stemmer.Stemmer("english").stemWord
    assert bool(_found(word, term)) == (stem(term) == stem(word))


def test_a_matcher_of_nothing_finds_nothing():
    assert matching.find_phrases(matching.build_matcher(()), "anything") == []
