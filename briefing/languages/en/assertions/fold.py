"""Words folded so that what tells one thing is one: by their class of happening, by the list of
words that news uses alike, else by their stem.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.language import late, wordlist
from briefing.languages.en.clauses.predicates import (
    NOUNS,
    VERBS,
    gerund_form,
    past_forms,
    third_person,
)
from briefing.languages.en.stems import stem_word

_WORD = late.pattern(r"[^\W_]+(?:-[^\W_]+)*")
_SHORT = 3  # letters of a word that says something
_KEEP, _KEEP_TEXTS = 50_000, 4096
_SMALL = wordlist.read("en", "words/small_words").words("small") | wordlist.read(
    "en", "assertions/words"
).words("empty", "saying", "modal", "being")
_ALIKE = wordlist.read("en", "assertions/alike")
_FORMS = wordlist.read("en", "clauses/forms")


def _forms_of(verb: str) -> tuple[str, ...]:
    return (verb, third_person(verb), *past_forms(verb), gerund_form(verb))


def _alike_forms() -> Iterator[tuple[str, str]]:
    """Every form of the words that news uses alike, with the stem that stands for it: by its form
    and not its stem, or Ms Ferri were a ship.
    """
    for row in _ALIKE.entries():
        words = row.split()
        for word in words:
            yield from ((form, stem_word(words[0])) for form in (word, *_forms_of(word)))


_LEMMAS: Mapping[str, str] = {
    form: row[0]
    for row in _FORMS.rows("irregular")
    for column in row[1:]
    for form in column.split()
}
_STANDS_FOR: Mapping[str, str] = dict(_alike_forms())
_SINGULAR: Mapping[str, str] = {row[1]: row[0] for row in _FORMS.rows("plurals")}

PLURALS = frozenset(_SINGULAR)
"""Plurals that don't end in "s"."""


def is_participle(word: str) -> bool:
    """Whether a lower-case word may be a participle: "forbidden", "used"."""
    return word in _LEMMAS or word.endswith("ed")


@lru_cache(maxsize=_KEEP)
def fold_word(word: str) -> str:
    """What a lower-case word folds to, verb or noun; "" for one that says nothing."""
    if len(word) < _SHORT or word in _SMALL:
        return ""
    return fold_verb(word) if word in VERBS else fold_noun(_LEMMAS.get(word, word))


@lru_cache(maxsize=_KEEP_TEXTS)
def fold_text(text: str) -> frozenset[str]:
    """The words of a text folded, without those that say nothing."""
    found = frozenset(map(fold_word, _WORD.findall(text.lower())))
    return found - {""}


def fold_verb(verb: str) -> str:
    """The class of a verb in any form, else what its base form folds to."""
    base = _LEMMAS.get(verb, verb)
    stem = stem_word(base)
    known = VERBS.get(verb) or VERBS.get(stem)
    if known is not None:
        return known.name
    return _STANDS_FOR.get(verb) or _STANDS_FOR.get(base, stem)


def fold_noun(noun: str) -> str:
    """The class that a lower-case noun names, else what its stem folds to; adjectives likewise."""
    known = NOUNS.get(noun)
    if known is not None:
        return known.name
    one = _SINGULAR.get(noun, noun)
    return _STANDS_FOR.get(one) or stem_word(one)
