"""What an analyst may write as a term, and what comes back when it can't work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tag.pattern import SIGNALS, Phrase, Signal, Term, Word, fold, leaves, parse


def _phrase(*words: tuple[str, str]) -> Phrase:
    return Phrase(words=tuple(Word(text=text, how=how) for text, how in words))  # type: ignore[arg-type]


GOLDEN = [
    ("Patrol", Term(printed="Patrol", groups=((_phrase(("patrol", "stem")),),))),
    ("patrol*", Term(printed="patrol*", groups=((_phrase(("patrol", "start")),),))),
    ("air  strike*", Term(printed="air strike*", groups=((_phrase(("air", "stem"), ("strike", "start")),),))),
    ('"Big Three"', Term(printed='"Big Three"', groups=((_phrase(("big", "exact"), ("three", "exact")),),))),
    ("base^2", Term(printed="base", groups=((_phrase(("base", "stem")),),), weight=2.0)),
    ({"base": 0.5}, Term(printed="base", groups=((_phrase(("base", "stem")),),), weight=0.5)),
    ("-power plant", Term(printed="power plant", groups=((_phrase(("power", "stem"), ("plant", "stem")),),), excluded=True)),
    ("not: plant", Term(printed="plant", groups=((_phrase(("plant", "stem")),),), excluded=True)),
    ({"not": "plant"}, Term(printed="plant", groups=((_phrase(("plant", "stem")),),), excluded=True)),
    ("a & b|c", Term(printed="a & b|c", groups=((_phrase(("a", "stem")),), (_phrase(("b", "stem")), _phrase(("c", "stem")))))),
    ("AT&T", Term(printed="AT&T", groups=((Phrase(words=(Word(text="at", how="exact", capitals=True), Word(text="t", how="stem"))),),))),
    ("@Meeting ^3", Term(printed="@Meeting", groups=((Signal(name="meeting"),),), weight=3.0)),
    (2017, Term(printed="2017", groups=((_phrase(("2017", "stem")),),))),
]


@pytest.mark.parametrize(("entry", "term"), GOLDEN, ids=[str(entry) for entry, _ in GOLDEN])
def test_a_written_term_means_this(entry, term):
    assert parse(entry) == (term,)


def test_a_list_is_a_conjunction():
    assert parse(["strike*", "north|south"])[0].groups == parse("strike* & north|south")[0].groups


def test_every_key_of_a_mapping_is_a_term():
    assert [(term.printed, term.weight) for term in parse({"base": 2, "port": 1})] == [("base", 2.0), ("port", 1.0)]


def test_each_alternative_counts_as_a_term_of_its_own():
    assert leaves("a & b|c") == 3
    assert leaves({"a": 2, "not": "b c"}) == 2


WRONG = [
    ("", "nothing to look for"),
    ("  ", "nothing to look for"),
    ("*", "nothing to look for"),
    ("a & ", "nothing to look for"),
    ("a || b", "nothing to look for"),
    ("…", "nothing to look for"),
    ("* base", "begins with a wildcard"),
    ("@meting", "did you mean '@meeting'?"),
    ("@", "unknown signal '@'"),
    ("base^0", "above 0"),
    ({"base": "heavy"}, "must be a number, not 'heavy'"),
    ({"base": float("nan")}, "above 0"),
    ({"base": -1}, "above 0"),
]


@pytest.mark.parametrize(("entry", "words"), WRONG, ids=[str(entry) for entry, _ in WRONG])
def test_a_term_that_can_never_match_is_refused_in_words(entry, words):
    with pytest.raises(ValueError, match="(?i)" + words.replace("?", r"\?").replace("(", r"\(")):
        parse(entry)


@given(st.text(max_size=40))
def test_any_string_is_a_term_or_a_mistake_of_the_user(written):
    try:
        terms = parse(written)
    except ValueError as error:
        assert str(error)
        return
    assert all(leaf for term in terms for group in term.groups for leaf in group)


@given(st.text())
def test_folding_moves_no_character(text):
    assert len(fold(text)) == len(text)


def test_folding_is_lower_case_with_one_sigma_and_one_i():
    assert fold("İSTANBUL ΟΔΟΣ Straße") == "istanbul οδοσ straße"


def test_every_signal_is_explained():
    assert all(name == name.casefold() and words for name, words in SIGNALS.items())
