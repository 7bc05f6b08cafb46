"""Sentences that deny, with the words of what they deny, to be held beside other articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language.identity import Remembered
from briefing.languages.en.assertions.fold import fold_text, fold_word
from briefing.languages.en.contrasts.voices import PATTERNS, find_voice
from briefing.languages.en.stances import name_sentence
from briefing.model import Reading, Span

_NEGATES, _NO_DENIAL, _MEANT = (PATTERNS[name] for name in ("negates", "no_denial", "meant"))
_ENDS, _STARTS = PATTERNS["ends_clause"], PATTERNS["starts_clause"]
_OWN, _LIGHT = PATTERNS["own_subject"], PATTERNS["light"]
_REFUTES, _OPENS, _FINITE = (PATTERNS[n] for n in ("refutes", "opens_pronoun", "finite"))
_LONGEST = 45  # words of a sentence in which what is denied can be told from what stands beside
_KEEP = 2_000  # articles remembered
_NAMED = 2  # words of names that the sentence before may have, for a pronoun to be that name


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """A sentence that denies something: `words` are those of what it denies, folded, the verb's
    among them in `verb`. `own` says that who denies speaks of himself, `refutes` that it says so in
    so many words ("it is untrue that").
    """

    sentence: Span
    voice: str
    words: frozenset[str]
    verb: frozenset[str]
    own: bool
    refutes: bool


def find_denied(reading: Reading) -> tuple[Denied, ...]:
    """The denials of an article's body, in order."""
    return _DENIED(reading)


def says_no(text: str) -> bool:
    """Whether a text says no of something, or tells only what is meant or to come."""
    return any(one.search(text) for one in (_NEGATES, _MEANT, _REFUTES))


def _read_article(reading: Reading) -> tuple[Denied, ...]:
    text = reading.document.text
    found: list[Denied] = []
    for passage in reading.passages:
        before: Span | None = None
        for span in passage.sentences if passage.may_tell else ():
            told = " ".join(text[span.start : span.end].split())
            if len(told.split()) <= _LONGEST:
                found += _read_sentence(reading, span, told, before)
            before = span
    return tuple(found)


_DENIED = Remembered(find=_read_article, most=_KEEP)


def _read_sentence(
    reading: Reading, span: Span, told: str, before: Span | None
) -> Iterator[Denied]:
    refuted = _REFUTES.search(told)
    no = refuted or _find_no(told)
    if no is None or _MEANT.search(told):
        return
    start, end = _clause_round(told, no)
    clause, behind = told[start:end], told[no.end() : end]
    voice = find_voice(told)
    names = _name_pointed(reading, before) if _points(clause, voice, refuted) else frozenset[str]()
    if names is None or (refuted is None and _FINITE.match(clause.strip())):
        return  # of whom "but was not wearing any" says so stands further up
    own = _OWN.match(clause) is not None
    core = behind if own or refuted else clause
    words = fold_text(_LIGHT.sub(" ", _NEGATES.sub(" ", core))) - fold_text(voice)
    yield Denied(
        sentence=span,
        voice=voice,
        words=words | names,
        verb=frozenset(_first_word(behind)),
        own=own,
        refutes=refuted is not None,
    )


def _find_no(told: str) -> re.Match[str] | None:
    """The word that says no, where it denies something."""
    return None if _NO_DENIAL.search(told) else _NEGATES.search(told)


def _points(clause: str, voice: str, refuted: object) -> bool:
    """Whether a clause is of somebody told before who is not the one who says it."""
    return _OPENS.match(clause) is not None and not voice and refuted is None


def _name_pointed(reading: Reading, before: Span | None) -> frozenset[str] | None:
    """The names of the sentence before, of which one may be meant; None where several may, or
    none.
    """
    names = name_sentence(reading, before) if before else frozenset[str]()
    return names if 0 < len(names) <= _NAMED else None


def _clause_round(told: str, no: re.Match[str]) -> tuple[int, int]:
    """Where the clause begins and ends in which a word says no."""
    starts = [one.end() for one in _STARTS.finditer(told, 0, no.start())]
    end = _ENDS.search(told, no.end())
    return starts[-1] if starts else 0, end.start() if end else len(told)


def _first_word(text: str) -> Sequence[str]:
    return [one for word in _LIGHT.sub(" ", text).split() if (one := fold_word(word.lower()))][:1]
