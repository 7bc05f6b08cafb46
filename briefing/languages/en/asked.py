"""Whether a text speaks of what a question asks for, by the question's terms.

A term is a word in any of its forms (patrol, patrols), `begin*`, a phrase (words in a row), or
several of these joined by ` & `, all of which must stand in the text. Case does not matter.
"""

from functools import lru_cache

from briefing.language import late

_WORD = late.pattern(r"[^\W_]+(?:[.,’'][^\W_]+)*\*?")
_ENDING = late.pattern(r"(?:’s|'s|ing|ed|es|s|ly|e)$")
_SHORT = 3  # letters that must be left of a word without its ending
_AND = " & "
_KEEP = 1_000


def find_fault(term: str) -> str:
    """Why a term can never match, "" where it can."""
    whole = all(_WORD.search(part) for part in term.split(_AND))
    return "" if whole else f"{term!r} holds no word to look for"


def answers_terms(text: str, terms: tuple[str, ...]) -> bool:
    """Whether one of `terms` stands in `text`."""
    told = _split_words(text)
    return any(all(_stands_in_row(part, told) for part in _split_term(term)) for term in terms)


def _stands_in_row(phrase: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether a phrase's words stand in a row among those of a text."""
    span = len(phrase)
    return any(
        all(
            _agrees_with_term(asked, word)
            for asked, word in zip(phrase, told[at : at + span], strict=True)
        )
        for at in range(len(told) - span + 1)
    )


def _agrees_with_term(asked: str, word: str) -> bool:
    """Whether a word is one that a term asks for."""
    if asked.endswith("*"):
        return word.startswith(asked[:-1])
    return asked == word or _cut_ending(asked) == _cut_ending(word)


@lru_cache(maxsize=_KEEP)
def _split_term(term: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_split_words(part) for part in term.split(_AND))


@lru_cache(maxsize=_KEEP)
def _split_words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=_KEEP)
def _cut_ending(word: str) -> str:
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _SHORT else word
