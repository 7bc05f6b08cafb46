"""The brief's own words in one language: `briefing/languages/CODE/frame.toml`, read once.

A phrase is a text with slots, `"{count} of {total}"`, or a table of plural forms by CLDR's names,
of which the slot `count` (or the one that `by` names) chooses. Keys stand in tables for whoever
reads the file, but each key stands once in all of it. Every language has the keys and slots of
English; a test asks.

Nothing that an article says passes through here but as the value of a slot, and values are never
read as phrases.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any
from unicodedata import bidirectional

from briefing.language import plurals
from briefing.language.calendar_words import CalendarWords

_LANGUAGES = Path(__file__).resolve().parent.parent / "languages"
_FILE = "frame.toml"
_SETTINGS = frozenset({"frame", "plural", "dates", "lists"})  # tables that hold no phrases
_NOTED = "noted_"
_NOTES_INSIDE = frozenset({"reason", "what"})  # slots of notes that hold notes
_MARK = "\N{RIGHT-TO-LEFT MARK}"
PLAIN = "en"
"""The language whose words stand where a language has no frame."""

Slot = str | int
Phrase = str | Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """All phrases of a language by key.

    `direction` is "ltr" or "rtl"; `thousands` stands between groups of three digits, `point` before
    decimals.
    """

    language: str
    direction: str
    thousands: str
    point: str
    texts: Mapping[str, Phrase]
    forms: Mapping[str, str]
    lists: Mapping[str, str]
    days: CalendarWords

    def say(self, key: str, /, **slots: Slot) -> str:
        """A phrase, its slots filled. Raises KeyError for an unknown phrase or a missing slot."""
        return "".join(
            text if slot is None else self.fit_slot(slots[slot])
            for text, slot in self.pieces(key, slots)
        )

    def pieces(self, key: str, slots: Mapping[str, Slot]) -> Iterator[tuple[str, str | None]]:
        """A phrase in pieces: its own words with None, or "" with the name of a slot."""
        for text, name, _, _ in Formatter().parse(self.choose_form(key, slots)):
            if text:
                yield text, None
            if name is not None:
                yield "", name

    def choose_form(self, key: str, slots: Mapping[str, Slot]) -> str:
        """A phrase with its slots open, in the plural form that a count among `slots` asks for."""
        phrase = self.texts[key]
        if isinstance(phrase, str):
            return phrase
        count = int(slots[phrase.get("by", "count")])
        return phrase.get(plurals.find_form(count, self.forms), phrase["other"])

    def fit_slot(self, value: Slot) -> str:
        """The value of a slot; one that ends otherwise than the language runs is closed off, so
        that digits and signs behind it keep the language's order.
        """
        text = str(value)
        if self.direction == "ltr" or _last_direction(text) != "L":
            return text
        return f"{_MARK}{text}{_MARK}"

    def join(self, words: Sequence[str]) -> str:
        """Words as a list of the language: "a, b and c"."""
        if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
            return "".join(words)
        soft = "soft" in self.lists and re.match(self.lists["soft"], words[-1])
        pattern = self.lists["soft_last" if soft else "last"]  # Spanish: "Siria e Irán"
        return pattern.format(first=self.lists["comma"].join(words[:-1]), last=words[-1])

    def list_all(self, words: Sequence[str]) -> str:
        """Words after each other without an "and"."""
        return self.lists["comma"].join(words)

    def list_apart(self, words: Sequence[str]) -> str:
        """Words that have commas of their own, after each other."""
        return self.lists["semicolon"].join(words)

    def decimal(self, value: float) -> str:
        """A number with two decimals."""
        return f"{value:.2f}".replace(".", self.point)

    def number(self, value: int) -> str:
        """A number with its digits in groups."""
        return f"{value:,}".replace(",", self.thousands)

    def say_count(self, value: str) -> str:
        """A count as it is kept, its digits in groups; what is no whole number stands as it is."""
        return self.number(int(value)) if value.isascii() and value.isdigit() else value

    def retell(self, text: str) -> str:
        """What the program noted in English (a cause, a caveat), in this language; whatever is no
        such note stands as it is.
        """
        if self.language == PLAIN:
            return text
        for pattern, key in _noted_patterns():
            found = pattern.fullmatch(text)
            if found is not None:
                told = {
                    name: self._retell_slot(name, one) for name, one in found.groupdict().items()
                }
                return self.say(key, **told)
        return text

    def _retell_slot(self, name: str, text: str) -> str:
        """What stands in a slot of a note, told again where it is a note itself."""
        return self.retell(text) if name in _NOTES_INSIDE else text

    def find_word(self, table: str, code: str) -> str:
        """The word for a code of ours ("kind", "opinion"); "" where the language has none."""
        found = self.texts.get(f"{table}_{code}")
        return found if isinstance(found, str) else ""


def _last_direction(text: str) -> str:
    """The direction of the last letter or digit that has one: "L", "R", "AL", or "" for none."""
    return next((k for k in map(bidirectional, reversed(text)) if k in {"L", "R", "AL"}), "")


def known_codes() -> tuple[str, ...]:
    """The languages that have a frame, in order."""
    return tuple(sorted(path.parent.name for path in _LANGUAGES.glob(f"*/{_FILE}")))


def find_phrases(language: str) -> Phrases:
    """The phrases of a language by its tag ("ar-SY"); English ones where it has no frame."""
    code = language.split("-", maxsplit=1)[0].lower()
    return read_phrases(code if code in _all_codes() else PLAIN)


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(known_codes())


@cache
def _noted_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """English notes as patterns of what they may hold, with their keys, the most said first."""
    english = read_phrases(PLAIN)
    noted = {key: one for key, one in english.texts.items() if key.startswith(_NOTED)}
    shapes = [
        (shape, key)
        for key, one in noted.items()
        for shape in (
            [one] if isinstance(one, str) else [one[f] for f in plurals.FORMS if f in one]
        )
    ]
    shapes.sort(key=lambda pair: -sum(len(text) for text, *_ in Formatter().parse(pair[0])))
    return tuple((re.compile(_shape_pattern(shape), re.DOTALL), key) for shape, key in shapes)


def _shape_pattern(shape: str) -> str:
    return "".join(
        re.escape(text) + (f"(?P<{name}>.*?)" if name else "")
        for text, name, _, _ in Formatter().parse(shape)
    )


@cache
def read_phrases(code: str) -> Phrases:
    """The frame of a language. Raises OSError without one, ValueError for a key that stands
    twice, KeyError for a setting that is missing.
    """
    tables: dict[str, Any] = tomllib.loads((_LANGUAGES / code / _FILE).read_text(encoding="utf-8"))
    texts: dict[str, Phrase] = {}
    for name, table in tables.items():
        if name in _SETTINGS:
            continue
        twice = texts.keys() & table.keys()
        if twice:
            message = f"{code}/{_FILE}: {min(twice)!r} stands twice"
            raise ValueError(message)
        texts |= table
    return Phrases(
        language=code,
        direction=tables["frame"]["direction"],
        thousands=tables["frame"]["thousands"],
        point=tables["frame"]["decimal"],
        texts=texts,
        forms=tables.get("plural", {}),
        lists=tables["lists"],
        days=CalendarWords.of_table(tables["dates"]),
    )
