"""What an analyst may write as a term, and what comes back when it can't work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tag.pattern import (
    SIGNALS,
    Phrase,
    Signal,
    Term,
    Word,
    fold_case,
    parse_entry,
)


def _phrase(*words: tuple[str, str]) -> Phrase:
    return Phrase(words=tuple(Word(text=text, how=how) for text, how in words))  # type: ignore[arg-type]


def _one(printed: str, *groups: tuple[Phrase | Signal, ...], **more: object) -> Term:
    return Term(printed=printed, groups=groups, **more)  # type: ignore[arg-type]


AT = Word(text="at", how="exact", capitals=True)
BASE = _phrase(("base", "stem"))
PLANT = _phrase(("plant", "stem"))
A, B, C = (_phrase((letter, "stem")) for letter in "abc")
GOLDEN = [
    ("Patrol", _one("Patrol", (_phrase(("patrol", "stem")),))),
    ("patrol*", _one("patrol*", (_phrase(("patrol", "start")),))),
    ("air  strike*", _one("air strike*", (_phrase(("air", "stem"), ("strike", "start")),))),
    ('"Big Three"', _one('"Big Three"', (_phrase(("big", "exact"), ("three", "exact")),))),
    ('air "forces"', _one('air "forces"', (_phrase(("air", "stem"), ("forces", "exact")),))),
    ('air "base', _one('air "base', (_phrase(("air", "stem"), ("base", "stem")),))),
    ("base^2", _one("base", (BASE,), weight=2.0)),
    ({"base": 0.5}, _one("base", (BASE,), weight=0.5)),
    (
        "-power plant",
        _one("power plant", (_phrase(("power", "stem"), ("plant", "stem")),), excluded=True),
    ),
    ("not: plant", _one("plant", (PLANT,), excluded=True)),
    ({"not": "plant"}, _one("plant", (PLANT,), excluded=True)),
    ("a & b|c", _one("a & b|c", (A,), (B, C))),
    ("AT&T", _one("AT&T", (Phrase(words=(AT, Word(text="t", how="stem"))),))),
    ("@Meeting ^3", _one("@Meeting", (Signal(name="meeting"),), weight=3.0)),
    (2017, _one("2017", (_phrase(("2017", "stem")),))),
]


@pytest.mark.parametrize(("entry", "term"), GOLDEN, ids=[str(entry) for entry, _ in GOLDEN])
def test_a_written_term_means_this(entry, term):
    assert parse_entry(entry) == (term,)


def test_a_list_is_a_conjunction():
    assert (
        parse_entry(["strike*", "north|south"])[0].groups
        == parse_entry("strike* & north|south")[0].groups
    )


def test_every_key_of_a_mapping_is_a_term():
    assert [(term.printed, term.weight) for term in parse_entry({"base": 2, "port": 1})] == [
        ("base", 2.0),
        ("port", 1.0),
    ]


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
        parse_entry(entry)


def _refusal(written: str) -> str | None:
    try:
        parse_entry(written)
    except ValueError as error:
        return str(error)
    return None


@given(st.text(max_size=40))
def test_any_string_is_a_term_or_a_mistake_of_the_user(written):
    refusal = _refusal(written)
    assert refusal is None or refusal.endswith(("digit", "word", "1000", "'", "'?)"))
    if refusal is None:
        assert all(group for term in parse_entry(written) for group in term.groups)


@given(st.text())
def test_folding_moves_no_character(text):
    assert len(fold_case(text)) == len(text)


def test_folding_is_lower_case_with_one_sigma_and_one_i():
    assert fold_case("İSTANBUL ΟΔΟΣ Straße") == "istanbul οδοσ straße"


def test_every_signal_is_explained():
    assert all(name == name.casefold() and words for name, words in SIGNALS.items())
