"""Terms on passages: which earn the tag, how much, and what never counts."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tag import Terms, tag_reading
from tests.tag.tag_example import reading


def _tags(line: str, *terms: object, needs: float = 1.0) -> dict[int, tuple[str, ...]]:
    found = Terms(terms=tuple(terms), needs=needs)(reading(line))
    return {number: tag.terms for number, tag in found.items()}


GOLDEN = [
    ("Troops went home.", ["troop"], ("Troops",)),
    ("Troops went home.", ["tank", "plane"], None),
    ("The army struck the port.", ["army & port"], ("army", "port")),
    ("The army rested. A port closed.", ["army & port"], None),
    ("The army struck the port.", [["army", "harbour|port"]], ("army", "port")),
    ("The navy struck.", ["army|navy"], ("navy",)),
    ("A power plant closed.", ["plant", "-power plant"], None),
    ("A power plant closed. A car plant opened.", ["plant", "-power plant"], ("plant",)),
    ("A plant closed.", ["plant^0.4", "close^0.4"], None),
    ("A plant closed.", ["plant^0.6", "close^0.4"], ("plant", "closed")),
    ("A plant closed.", [{"plant": 0.6, "close": 0.4}], ("plant", "closed")),
    ("Military police came.", ["military police", "police", "military"], ("Military police",)),
    ("Bases, bases and a base.", ["base"], ("Bases", "bases", "base")),
]


@pytest.mark.parametrize(
    ("line", "terms", "found"), GOLDEN, ids=[f"{line} {terms}" for line, terms, _ in GOLDEN]
)
def test_a_passage_earns_its_tag_by_these_words(line, terms, found):
    assert _tags(line, *terms) == ({} if found is None else {1: found})


def test_words_over_the_end_of_a_sentence_or_a_passage_are_no_phrase():
    terms = Terms(terms=("military police",))
    assert terms(reading("They are military. Police came.", "It was military", "police work")) == {}


def test_a_dropped_passage_earns_nothing():
    given_ = reading("Troops left.", "Troops came.", dropped=(1,))
    assert list(Terms(terms=("troop",))(given_)) == [2]


def test_a_heavier_term_scores_more_and_more_terms_score_more():
    line = reading("A base and a port.")
    light, heavy = Terms(terms=("base",))(line)[1], Terms(terms=("base^3",))(line)[1]
    both = Terms(terms=("base", "port"))(line)[1]
    assert 0 < light.score < both.score < heavy.score < 1


def test_a_word_said_again_adds_less_than_a_word_of_its_own():
    again, other = reading("A base, a base."), reading("A base, a port.")
    terms = Terms(terms=("base", "port"))
    assert terms(reading("A base, a hut."))[1].score < terms(again)[1].score < terms(other)[1].score


def test_a_long_passage_needs_more_for_the_same_score():
    terms = Terms(terms=("base",))
    assert (
        terms(reading("A base " + "stood " * 300))[1].score
        < terms(reading("A base stood"))[1].score
    )


def test_a_mistaken_term_is_refused_when_the_stage_is_made():
    with pytest.raises(ValueError, match="unknown signal"):
        Terms(terms=("fine", "@nonsense"))


def test_tags_found_together_are_those_found_alone():
    article = reading(
        "The army holds a base, the port.", "A power plant and no army base.", "US aid came."
    )
    alone = {
        "plain": Terms(terms=("army", "base*")),
        "whole": Terms(terms=("power plant", "plant", "-army base")),
        "both": Terms(terms=(["army", "port"], "US"), needs=0.5),
        "signal": Terms(terms=("@event", "aid")),
    }
    for passage in tag_reading(article, alone).passages:
        expected = {name: tagger(article).get(passage.number) for name, tagger in alone.items()}
        assert {one.name: (one.score, one.terms) for one in passage.tags} == {
            name: (one.score, one.terms) for name, one in expected.items() if one
        }


def test_no_terms_tag_nothing():
    assert Terms()(reading("Anything.")) == {}


def test_a_stage_travels_to_another_process_as_its_options():
    stage = Terms(terms=("base",), needs=0.5)
    stage(reading("A base."))
    copy = pickle.loads(pickle.dumps(stage))
    assert copy == stage
    assert vars(copy) == {"terms": ("base",), "needs": 0.5}
    assert copy(reading("A base.")) == stage(reading("A base."))


WORDS = ["army", "port", "base", "bases", "plant", "power", "İstanbul", "Straße", "US", "us"]
TERMS = [
    "army",
    "port & army",
    "base*",
    "plant^2",
    "power plant",
    "istanbul",
    "straße",
    "US",
    "army|port",
]
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(
    lambda words: " ".join(words) + "."
)


@given(LINES, st.lists(st.sampled_from(TERMS), unique=True, max_size=5), st.randoms())
def test_the_order_of_the_terms_changes_no_score(line, terms, random):
    shuffled = list(terms)
    random.shuffle(shuffled)
    one, other = (
        Terms(terms=tuple(terms))(reading(line)),
        Terms(terms=tuple(shuffled))(reading(line)),
    )
    assert {n: (tag.score, sorted(tag.terms)) for n, tag in one.items()} == {
        n: (tag.score, sorted(tag.terms)) for n, tag in other.items()
    }


@given(LINES, st.lists(st.sampled_from(TERMS), unique=True, max_size=5), st.sampled_from(TERMS))
def test_an_exclusion_never_raises_a_score(line, terms, excluded):
    without = Terms(terms=tuple(terms))(reading(line))
    with_it = Terms(terms=(*terms, f"-{excluded}"))(reading(line))
    assert set(with_it) <= set(without)
    assert all(with_it[number].score <= without[number].score for number in with_it)


@given(LINES, st.sampled_from(TERMS))
def test_an_exclusion_wins_over_the_same_term(line, term):
    assert Terms(terms=(term, f"-{term}"))(reading(line)) == {}


@given(st.text(max_size=80), st.lists(st.sampled_from(TERMS), max_size=5))
def test_terms_are_printed_as_they_stand_in_the_passage(line, terms):
    line = "x" + line.replace("\n", " ")
    for one in Terms(terms=tuple(terms))(reading(line)).values():
        assert all(word in line for word in one.terms)
        assert 0 < one.score < 1
        assert one.score == round(one.score, 4)
