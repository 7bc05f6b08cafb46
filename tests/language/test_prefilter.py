"""A pattern that is tried only where its words stand finds all that it finds when it is always tried."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import prefilter, wordlist
from briefing.language.prefilter import make_ready, make_ready_together

ROOT = Path(__file__).resolve().parents[2]
_FILES = ("denials", "furniture_patterns", "hanging_patterns", "timeline_patterns")
_LETTERS = "abkis"
# Signs whose other form is a plain letter where case is ignored, and some that have none.
_TEXTS = st.text("abkisABKIS \n\u0130\u0131\u017f\u212a’“.", max_size=12)


def _compose(inner):
    groups = inner.map("(?:{})".format)
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda several: f"(?:{'|'.join(several)})"),
        st.builds("{}{}".format, groups, st.sampled_from(("?", "*", "+", "{1,2}", "??", "{0,3}"))),
        groups.map("(?i:{})".format),
        groups.map("(?={})".format),
        groups.map("(?!{})".format),
        groups.map("^{}".format),
    )


_EXPRESSIONS = st.recursive(
    st.sampled_from(
        (
            *_LETTERS,
            "ab",
            "kiss",
            "KI",
            "[ab]",
            "[^a]",
            "[a-k]",
            r"\b",
            r"\w",
            ".",
            "$",
            "^",
            "’",
            "",
        )
    ),
    _compose,
    max_leaves=8,
)


@given(
    st.lists(_EXPRESSIONS, min_size=1, max_size=3),
    _TEXTS,
    st.sampled_from((0, re.IGNORECASE, re.MULTILINE)),
)
def test_nothing_is_missed_and_nothing_added(expressions, text, flags):
    patterns = [re.compile(one, flags) for one in expressions]
    found = any(one.search(text) for one in patterns)
    ready = make_ready(patterns)
    assert ready.finds_any(text) == found
    assert ready.may_find(text) or not found


@pytest.mark.parametrize("name", _FILES)
def test_patterns_of_english_find_the_same_in_news(name):
    texts = [file.read_text("utf-8", "replace") for file in sorted(ROOT.glob("seeds/*.txt"))]
    sentences = [one for text in texts for one in re.split(r"(?<=[.!?])\s+|\n", text)]
    for pattern in wordlist.patterns("en", f"words/{name}").values():
        ready = make_ready([pattern])
        for one in sentences:
            assert ready.finds_any(one) == (pattern.search(one) is not None), (pattern, one)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\bden(?:y|ies|ied)\b", "They dine on the quay."),
        ("apologi[sz]ed", "An apology came."),
        ("(?:the )?mayor", "The major left."),
        ("(?i:Mail|Post)ed", "He mails it."),
        (r"n['’]t\b", "It is not so."),
        ("ab(?:cd)+", "abc"),
    ],
)
def test_a_text_without_the_words_is_not_searched(expression, text):
    assert not make_ready([re.compile(expression)]).may_find(text)


def test_what_has_no_words_is_always_tried():
    ready = make_ready([re.compile(r"\d{4}"), re.compile("quay")])
    assert ready.may_find("")
    assert ready.finds_any("in 1996")
    assert not ready.finds_any("in May")


@pytest.mark.parametrize(
    ("ops", "parser"),
    [
        (None, None),
        (prefilter.ops, SimpleNamespace()),
        (prefilter.ops, SimpleNamespace(parse=lambda _: ())),
        (prefilter.ops, SimpleNamespace(parse=lambda *_: [("literal", "q")])),
        (prefilter.ops, SimpleNamespace(parse=lambda *_: [(prefilter.ops.LITERAL, "q")])),
        (SimpleNamespace(), prefilter.parser),
    ],
    ids=["gone", "without parse", "other arguments", "other codes", "other values", "other names"],
)
def test_a_python_that_takes_patterns_apart_otherwise_finds_the_same(monkeypatch, ops, parser):
    monkeypatch.setattr(prefilter, "ops", ops)
    monkeypatch.setattr(prefilter, "parser", parser)
    ready = make_ready([re.compile("^The quay"), re.compile("harbour")])
    assert ready.may_find("")
    assert ready.finds_any("The quay closed.")
    assert ready.finds_any("In the harbour.")
    assert not ready.finds_any("On the quay.")


@given(
    st.lists(st.lists(_EXPRESSIONS, max_size=3), min_size=1, max_size=3),
    st.lists(_TEXTS, min_size=1, max_size=3),
)
def test_sets_made_ready_together_find_what_each_finds_alone(several, texts):
    sets = {str(at): [re.compile(one) for one in some] for at, some in enumerate(several)}
    together = make_ready_together(sets)
    for text in (*texts, *texts):  # asked again, a text is remembered
        for name, patterns in sets.items():
            found = any(one.search(text) for one in patterns)
            assert together[name].finds_any(text) == found
            assert together[name].may_find(text) or not found


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("The quay opened.", {"quay"}),
        ("The harbour and its quay", {"quay", "harbour"}),
        ("Nothing at all", set()),
    ],
)
def test_a_set_is_not_answered_with_anothers_patterns(text, finding):
    sets = {name: [re.compile(rf"\b{name}\b")] for name in ("quay", "harbour", "crane")}
    together = make_ready_together(sets)
    assert {name for name, one in together.items() if one.finds_any(text)} == finding
    assert {name for name, one in together.items() if one.find_words(text) == name} == finding
