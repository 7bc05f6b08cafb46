"""The terms of a tag as an analyst writes them, and what they ask for.

    patrol                    a word in any of its forms (by its English stem): patrol, patrols,
    patrolling patrol*                   every word that begins so military police           a
    phrase: these words in a row, each in any form, over spaces or hyphens "Big Three" (in quotes)
    these very forms, not their stems; also part of a phrase: Russian "forces" strike* & Israel*
    both in one sentence; `[strike*, Israel*]` means the same strike*|raid & Israel*
    alternatives, within a conjunction or without base^2  or  base: 2       a weight; 1 where none
    is given -power plant              an exclusion (also `not: power plant`): a sentence that holds
    it counts for nothing "@meeting"                a signal: what the article tells, whatever its
    words (see `signals`)

A word in capitals of at most three letters (US, EU, IT) matches capitals only, so that it is not
taken for "us" and "it". Everything else ignores case.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from briefing.language import late
from briefing.languages import is_told, primary_code, told_codes

Plain = str | int | float | list[str] | dict[str, str | int | float]
Entry = Plain | dict[str, list[Plain]]
"""One term in the configuration: text, a list (all in one sentence), {term: weight}, or terms for
texts in one language, {ru: [term, term]}.
"""

SIGNALS: Mapping[str, str] = {
    "person+office": "a named person is given an office, a rank or a standing",
    "meeting": "a named person meets, visits, calls or receives somebody",
    "statement": "a named person who is no analyst says something",
    "speech:analyst": "an analyst, expert or specialist speaks, named or not",
    "speech:source": "an unnamed source speaks",
    "judgement": "somebody judges, predicts or interprets, the author included",
    "opinion": "the whole article is an opinion piece",
    "event": "something that happened is told, neither judged nor foreseen",
    "date:past": "a date before the article's own stands here",
}
"""What can be asked for with `@name`, and what each means."""

WORD_CHARACTERS = r"\w\u0300-\u036f\u064b-\u065f\u0670"
"""What words are made of, for a regular expression's class: combining accents and vowel signs
too."""

_PIECE = late.pattern(rf"[{WORD_CHARACTERS}]+\*?|\*")
_WEIGHT = late.pattern(r"\s*\^\s*([0-9]+(?:\.[0-9]+)?)$")
_EXCLUDED = late.pattern(r"(?:-(?=\S)|not\s*:)\s*", re.IGNORECASE)
_AND = late.pattern(r"(?:^|(?<=\s))&(?:$|(?=\s))")
_SHOUTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a phrase: folded text, and whether stem, beginning or the very form must
    agree.
    """

    text: str
    how: Literal["stem", "start", "exact"]
    capitals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words in a row."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A signal by its name in `SIGNALS`."""

    name: str


Leaf = Phrase | Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: every group must be met in one sentence, a group by any of its leaves. With a
    `language` it is looked for in texts of that language alone.
    """

    printed: str
    groups: tuple[tuple[Leaf, ...], ...]
    weight: float = 1.0
    excluded: bool = False
    language: str = ""

    def asks_of(self, language: str | None) -> bool:
        """Whether it is looked for in texts of a language; one that nothing shows is English."""
        return not self.language or self.language == primary_code(language or "en")


def fold_case(text: str) -> str:
    """Give `text` in lower case with every character in its place.

    `str.lower` makes two characters of a dotted capital I, which would move all that follow; here
    it is a plain i. Final and other sigma become one letter.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(
            char.lower() if len(char.lower()) == 1 else char.lower()[0] for char in text
        )
    return lowered.replace("ς", "σ")


def parse_entry(entry: Entry) -> tuple[Term, ...]:
    """The terms that one entry of the configuration means.

    Raises ValueError, with words for the analyst, for an entry that can never match anything:
    no letter in it, an unknown signal, a weight that is not above zero, a wildcard that leads a
    word.
    """
    if isinstance(entry, dict):
        return tuple(term for key, value in entry.items() for term in _read_pair(str(key), value))
    if isinstance(entry, list):
        return (_read_term(" & ".join(str(part) for part in entry)),)
    return (_read_term(str(entry)),)


def _read_pair(key: str, value: str | float | list[Plain]) -> tuple[Term, ...]:
    """The terms of `term: weight`, or of `language: [term, …]`."""
    if not isinstance(value, list):
        return (_weighted_term(key, value),)
    if not key.isalpha() or not is_told(key):
        message = f"'{key}' is no language whose texts are told (write {', '.join(told_codes())})"
        raise ValueError(message)
    return tuple(
        replace(term, language=primary_code(key)) for one in value for term in parse_entry(one)
    )


def _weighted_term(key: str, value: str | float) -> Term:
    if key.strip().casefold() == "not":
        return _read_term(f"not: {value}")
    try:
        weight = float(value)
    except ValueError:
        message = f"the weight of '{key}' must be a number, not '{value}'"
        raise ValueError(message) from None
    term = _read_term(key)
    return Term(
        printed=term.printed,
        groups=term.groups,
        weight=_positive_weight(weight, key),
        excluded=term.excluded,
    )


def _read_term(written: str) -> Term:
    text = " ".join(written.split())
    excluded = _EXCLUDED.match(text)
    body = text[excluded.end() :] if excluded else text
    weight = _WEIGHT.search(body)
    if weight:
        body = body[: weight.start()]
    groups = tuple(_read_group(part, written) for part in _AND.split(body))
    return Term(
        printed=body.strip(),
        groups=groups,
        weight=_positive_weight(float(weight.group(1)), written) if weight else 1.0,
        excluded=excluded is not None,
    )


def _positive_weight(weight: float, written: str) -> float:
    # Any finite ceiling; it also refuses nan and infinity.
    if not 0 < weight <= 1000:  # noqa: PLR2004
        message = f"the weight of '{written}' must be above 0 and at most 1000"
        raise ValueError(message)
    return weight


def _read_group(part: str, written: str) -> tuple[Leaf, ...]:
    return tuple(_read_leaf(alternative.strip(), written) for alternative in part.split("|"))


def _read_leaf(text: str, written: str) -> Leaf:
    if text.startswith("@"):
        return _read_signal(text[1:].strip().casefold())
    words = tuple(
        _read_word(piece, exact=quoted)
        for quoted, part in _quoted_parts(text)
        for piece in _PIECE.findall(part)
    )
    if not any(word.text for word in words):
        message = f"'{written}' holds nothing to look for: a term needs a letter or a digit"
        raise ValueError(message)
    if not words[0].text:
        message = f"'{written}' begins with a wildcard: '*' stands at the end of a word"
        raise ValueError(message)
    return Phrase(words=words)


def _quoted_parts(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of `text` between quotation marks, and whether each is quoted; an odd mark
    quotes nothing.
    """
    parts = text.split('"')
    if len(parts) % 2 == 0:
        parts = ["".join(parts)]
    for number, part in enumerate(parts):
        yield number % 2 == 1, part


def _read_word(piece: str, *, exact: bool) -> Word:
    letters = piece.rstrip("*")
    capitals = letters.isalpha() and letters.isupper() and 1 < len(letters) <= _SHOUTED
    if piece.endswith("*"):
        return Word(text=fold_case(letters), how="start", capitals=capitals)
    return Word(
        text=fold_case(letters), how="exact" if exact or capitals else "stem", capitals=capitals
    )


def _read_signal(name: str) -> Signal:
    if name not in SIGNALS:
        near = get_close_matches(name, SIGNALS, n=1)
        advice = f" (did you mean '@{near[0]}'?)" if near else ""
        message = f"unknown signal '@{name}'{advice}"
        raise ValueError(message)
    return Signal(name=name)
