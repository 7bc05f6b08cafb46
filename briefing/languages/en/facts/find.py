"""From sentences to facts: who is to blame for what, and the year in which a thing was made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.language import wordlist
from briefing.language.identity import Remembered
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.stances import name_text
from briefing.model import Reading, Span

_PATTERNS = wordlist.patterns("en", "facts/patterns", saying=SAYING_VERBS)
_BLAMING = ("is_to_blame", "blames", "holds_responsible", "lies_with")
_MAKING = ("made", "founded", "opened", "born")
_GROUPS = (("hints_blame", _BLAMING), ("hints_year", _MAKING))
_UNSURE = _PATTERNS["unsure"]
_KEEP = 2_000  # articles remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact:
    """What a sentence says of a thing: `what` are its folded words, `names` those that are names,
    `value` the folded words of who is to blame, or the year; `kind` groups what can be compared.
    """

    kind: str
    sentence: Span
    what: frozenset[str]
    names: frozenset[str]
    value: frozenset[str]
    words: frozenset[str]
    dated: bool


def dates_saying(sentence: str) -> bool:
    """Whether a sentence tells on which day somebody said so."""
    return _PATTERNS["said_on"].search(sentence) is not None


def find_facts(reading: Reading) -> tuple[StatedFact, ...]:
    """The facts of an article's body, in order."""
    return _FACTS(reading)


def _read_article(reading: Reading) -> tuple[StatedFact, ...]:
    return tuple(_read_facts(reading))


_FACTS = Remembered(find=_read_article, most=_KEEP)


def _read_facts(reading: Reading) -> Iterator[StatedFact]:
    text = reading.document.text
    for passage in reading.passages:
        for span in passage.sentences if passage.may_tell else ():
            told = text[span.start : span.end]
            for kind in _hinted_kinds(told):
                found = _PATTERNS[kind].search(told)
                if found is not None and _UNSURE.search(found[0]) is None:
                    yield _make_fact(reading, kind, span, found)


def _hinted_kinds(told: str) -> Iterator[str]:
    """The kinds of which a sentence may hold one: asked first, for looking takes longer."""
    for hint, kinds in _GROUPS:
        if _PATTERNS[hint].search(told) is not None:
            yield from kinds


def _make_fact(reading: Reading, kind: str, span: Span, found: re.Match[str]) -> StatedFact:
    dated = kind in _MAKING
    value = frozenset({found["year"]}) if dated else fold_text(found["who"])
    names = name_text(reading, found["what"])
    return StatedFact(
        kind=kind if dated else _BLAMING[0],
        sentence=span,
        what=fold_text(found["what"]) - names,
        names=names,
        value=value,
        words=fold_text(found.string),
        dated=dated,
    )
