"""Patterns that are compiled when they are first asked."""

import importlib
import pkgutil
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.ingest.clean.phrases import NoisePhrase
from briefing.language import late
from briefing.language.late import LatePattern
from briefing.language.prefilter import PatternSet
from briefing.languages.en.dates.meaning import DateRule

EXPRESSIONS = ("q(u)ay", "(?i:Q)uay|berth", r"\b(\w)\w*\1\b", "a?", "^quay")
READING = frozenset("compare compose corroborate events ingest language languages tag walk".split())
FLAGS = (0, re.IGNORECASE, re.MULTILINE | re.DOTALL)


@given(
    st.sampled_from(EXPRESSIONS),
    st.sampled_from(FLAGS),
    st.text("quayb QUA\nrteh", max_size=12),
    st.integers(0, 3),
)
def test_it_finds_what_a_compiled_pattern_finds(expression, flags, text, start):
    now, once = re.compile(expression, flags), late.pattern(expression, flags)
    for look in ("search", "match", "fullmatch"):
        here, there = (getattr(one, look)(text, start) for one in (now, once))
        assert (here and (here.span(), here.groups())) == (there and (there.span(), there.groups()))
    spans = [[match.span() for match in one.finditer(text, start)] for one in (now, once)]
    assert spans[0] == spans[1]
    assert once.findall(text, start) == now.findall(text, start)
    assert once.split(text, 2) == now.split(text, 2)
    assert once.sub("<\\g<0>>", text) == now.sub("<\\g<0>>", text)


def test_nothing_is_compiled_before_it_is_asked():
    wrong = late.pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_is_compiled_once():
    once = late.pattern("quay")
    assert once.search("a quay").re is once.compiled
    assert once.match("quay").re is once.compiled


def patterns_in(value):
    """The patterns that a constant of a module is or holds."""
    match value:
        case LatePattern():
            yield value
        case tuple() | frozenset() | list():
            for one in value:
                yield from patterns_in(one)
        case dict():
            yield from patterns_in(tuple(value.values()))
        case PatternSet():
            yield from patterns_in(value.patterns)
        case DateRule() | NoisePhrase():
            yield from patterns_in(value.pattern)


def test_every_pattern_that_is_shipped_compiles():
    """Else a slip would show only when an article first asks for it."""
    held = set()
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if module.name.split(".")[1] in READING:
            constants = vars(importlib.import_module(module.name)).values()
            held.update(patterns_in(tuple(constants)))
    assert len(held) > 500
    for one in held:
        assert one.compiled.pattern == one.pattern
