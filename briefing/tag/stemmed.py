"""Finds phrases in texts of languages other than English: word by word, by the stems of their pack.

Stems of many languages are no beginnings of their words (Arabic cuts what is written before them),
so that the automaton of `matching` can't look for them; there every word of a text is asked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing.language import late
from briefing.language.pack import LanguagePack
from briefing.languages.packs import pack_for
from briefing.tag.pattern import WORD_CHARACTERS, Phrase, Word, fold_case

_WORD = late.pattern(rf"[{WORD_CHARACTERS}]+")
_KEEP, _KEEP_WORDS = 16, 50_000  # sets of phrases and words remembered: articles repeat theirs
_BETWEEN = late.pattern(r"[.’'&/]?(?:\s+|[-\u2010-\u2013])?")


_Forms = tuple[frozenset[str], frozenset[str]]
"""The bare forms of a word, and their stems."""


def find_phrases(
    phrases: Sequence[Phrase], pack: LanguagePack, text: str
) -> list[tuple[int, int, int]]:
    """(start, end, phrase number) for every place where a phrase stands in `text`, in order.

    Offsets are code points; places may overlap. In a language without spaces a phrase is found
    wherever its letters stand.
    """
    folded = fold_case(text)
    if not pack.spaced:
        return sorted(_find_letters(phrases, folded))
    tokens = list(_WORD.finditer(folded))
    forms = [_known_forms(pack.code, token[0]) for token in tokens]
    ready = _make_ready(tuple(phrases), pack.code)
    hits = []
    for at, known in enumerate(forms):
        for number in ready.possible(known):
            words, wanted = phrases[number].words, ready.wanted[number]
            row = tokens[at : at + len(words)]
            met = len(row) == len(words) and all(
                _agrees(word, form, forms[at + place], text[token.start() : token.end()])
                for place, (word, form, token) in enumerate(zip(words, wanted, row, strict=True))
            )
            if met and _are_joined(folded, row):
                hits.append((row[0].start(), row[-1].end(), number))
    return sorted(hits)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """Phrases made ready for one language: what their words must agree with, and which phrases
    begin with a form; those that begin with a beginning are always asked.
    """

    wanted: tuple[tuple[str, ...], ...]
    starting: Mapping[str, tuple[int, ...]]
    open: tuple[int, ...]

    def possible(self, known: _Forms) -> Iterator[int]:
        """The phrases that may begin with a word of these forms, each once."""
        bare, stems = known
        numbers = {number for form in bare | stems for number in self.starting.get(form, ())}
        yield from sorted(numbers.union(self.open))


@lru_cache(maxsize=_KEEP)
def _make_ready(phrases: tuple[Phrase, ...], code: str) -> _Ready:
    pack = pack_for(code)
    wanted = tuple(tuple(_wanted_form(pack, word) for word in one.words) for one in phrases)
    starting: dict[str, list[int]] = {}
    for number, one in enumerate(phrases):
        if one.words[0].how != "start":
            starting.setdefault(wanted[number][0], []).append(number)
    return _Ready(
        wanted=wanted,
        starting={form: tuple(numbers) for form, numbers in starting.items()},
        open=tuple(n for n, one in enumerate(phrases) if one.words[0].how == "start"),
    )


def _find_letters(phrases: Sequence[Phrase], folded: str) -> Iterator[tuple[int, int, int]]:
    """The places of phrases by their letters alone."""
    for number, phrase in enumerate(phrases):
        letters = "".join(word.text for word in phrase.words)
        at = folded.find(letters)
        while at >= 0:
            yield at, at + len(letters), number
            at = folded.find(letters, at + 1)


@lru_cache(maxsize=_KEEP_WORDS)
def _known_forms(code: str, word: str) -> _Forms:
    """The bare forms of a word, and their stems."""
    pack = pack_for(code)
    bare = pack.bare_forms(word)
    return frozenset(bare), frozenset(pack.stem_word(form) for form in bare)


def _wanted_form(pack: LanguagePack, word: Word) -> str:
    return pack.stem_word(word.text) if word.how == "stem" else word.text


def _agrees(word: Word, wanted: str, known: _Forms, printed: str) -> bool:
    """Whether a word of a text is what a word of a phrase asks for."""
    bare, stems = known
    if word.capitals and not printed[: len(word.text)].isupper():
        return False
    if word.how == "start":
        return any(form.startswith(wanted) for form in bare)
    return wanted in (stems if word.how == "stem" else bare)


def _are_joined(folded: str, row: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but a space or a hyphen stands between words."""
    return all(_BETWEEN.fullmatch(folded, one.end(), other.start()) for one, other in pairwise(row))
