"""Finds phrases in texts of languages other than English: word by word, by the stems of their pack.

Stems of many languages are no beginnings of their words (Arabic cuts what is written before them),
so that the automaton of `matching` can't look for them; there every word of a text is asked.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.language.pack import LanguagePack
from briefing.tag.pattern import WORD_CHARACTERS, Phrase, Word, fold_case

_WORD = re.compile(rf"[{WORD_CHARACTERS}]+")
_BETWEEN = re.compile(r"[.’'&/]?(?:\s+|[-\u2010-\u2013])?")


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
    forms = {token[0]: _known_forms(pack, token[0]) for token in tokens}
    hits = []
    for number, phrase in enumerate(phrases):
        wanted = [_wanted_form(pack, word) for word in phrase.words]
        for at in range(len(tokens) - len(wanted) + 1):
            row = tokens[at : at + len(wanted)]
            met = all(
                _agrees(word, form, forms[token[0]], text[token.start() : token.end()])
                for word, form, token in zip(phrase.words, wanted, row, strict=True)
            )
            if met and _are_joined(folded, row):
                hits.append((row[0].start(), row[-1].end(), number))
    return sorted(hits)


def _find_letters(phrases: Sequence[Phrase], folded: str) -> Iterator[tuple[int, int, int]]:
    """The places of phrases by their letters alone."""
    for number, phrase in enumerate(phrases):
        letters = "".join(word.text for word in phrase.words)
        at = folded.find(letters)
        while at >= 0:
            yield at, at + len(letters), number
            at = folded.find(letters, at + 1)


def _known_forms(pack: LanguagePack, word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The bare forms of a word, and their stems."""
    bare = pack.bare_forms(word)
    return frozenset(bare), frozenset(pack.stem_word(form) for form in bare)


def _wanted_form(pack: LanguagePack, word: Word) -> str:
    return pack.stem_word(word.text) if word.how == "stem" else word.text


def _agrees(
    word: Word, wanted: str, known: tuple[frozenset[str], frozenset[str]], printed: str
) -> bool:
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
