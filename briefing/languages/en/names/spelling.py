"""Keys for names whose spelling varies: transliteration, articles, titles, doubled letters.

The foldings are the well-known variants of romanised Arabic, Russian and Ukrainian names (q/k,
ou/u, ei/ey, aa/a, -y/-i); they are meant for English news and claim no linguistic completeness.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.language import late, wordlist
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import BODY_HEADS, GIVEN, PARTICLES

_SPLIT = late.pattern(r"[^\w]+")
_ARTICLE = late.pattern(r"\b(?:al|el|as|ash|ad|an|ar|at|az)[-‐‑–]\s*(?=\w)")
_FOLDS: tuple[tuple[late.Pattern, str], ...] = tuple(
    (late.pattern(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"ph", "f"), (r"tch", "ch"), (r"dj", "j"), (r"ks", "x"), (r"q", "k"), (r"ck", "k"),
        (r"ou|oo|uw", "u"),
        (r"ee|ei|ey|ij|iy|yi|ie$", "i"), (r"^(?:ye|je)(?=\w)", "e"), (r"^iou|^you|^yu", "u"),
        (r"ff$", "v"),
        (r"(\w)\1+", r"\1"), (r"y$", "i"), (r"(?<=[aeiou])h$", ""),
    )
)  # fmt: skip
# Most names hold nothing that varies, and tens of thousands are folded as the lists are read.
_VARIES = late.pattern("|".join(one.pattern for one, _ in _FOLDS))
_VARIANTS = tuple(map(frozenset, wordlist.read("en", "words/name_variants").rows()))
_TITLE_WORDS = frozenset(HONORIFICS) | RANKS | OFFICES
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PAIR = 2
_MIN_SKELETON = 3
_MIN_LIKENESS = 0.8
_KEEP = 50_000  # words and names remembered: articles repeat theirs


@lru_cache(maxsize=_KEEP)
def fold_word(word: str) -> str:
    """Fold one word of a name: no case, no accents, transliteration variants made equal."""
    plain = _strip_word(word)
    return _fold_lines(plain) if _VARIES.search(plain) else plain


def fold_list(words: Iterable[str]) -> frozenset[str]:
    """Fold each word of a long list: all at once, a word a line, in a third of the time."""
    return frozenset(_fold_lines("\n".join(map(_strip_word, words))).split("\n"))


def _strip_word(word: str) -> str:
    """The letters and figures of a word, without case and accents."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))


def _fold_lines(plain: str) -> str:
    """Lines, each a word, with what varies made equal."""
    for pattern, replacement in _FOLDS:
        plain = pattern.sub(replacement, plain)
    return plain


@lru_cache(maxsize=_KEEP)
def name_parts(name: str) -> tuple[str, ...]:
    """The lower-case words of a name without titles, points and Arabic articles; particles
    stay.
    """
    lowered = _ARTICLE.sub("", name.lower().replace("’s ", " ").replace("'s ", " "))
    words = [word for word in _SPLIT.split(lowered) if word]
    kept = [word for word in words if word not in {"al", "el", "the"}] or words
    while len(kept) > 1 and kept[0] in _TITLE_WORDS and not _is_part_of_name(kept):
        kept = kept[1:]
    return tuple(kept)


def _is_part_of_name(words: list[str]) -> bool:
    """Whether a title's word is part of the name: a given name, a body's noun."""
    return (len(words) == _PAIR and words[0] in GIVEN) or words[-1] in BODY_HEADS


@lru_cache(maxsize=_KEEP)
def name_key(name: str) -> str:
    """The key under which printings of one full name meet: "Alexey", "Alexei".

    Titles, articles, points, case, accents, doubled letters and common transliteration variants do
    not matter. Different given names give different keys; so may distant spellings of one: see
    `same_person`.
    """
    return " ".join(filter(None, (fold_word(word) for word in name_parts(name)))) or name.casefold()


def generation_of(words: Sequence[str]) -> tuple[str, ...]:
    """What tells a name's bearer from father or son of the same name: ("jr",), or ()."""
    return tuple(words[-1:]) if len(words) > _PAIR and words[-1] in _GENERATIONS else ()


def bare_parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without "Jr." or the like: "castren" of "Castren Jr."."""
    return words[:-1] if len(words) > 1 and words[-1] in _GENERATIONS else words


def surname_of(words: Sequence[str]) -> tuple[str, ...]:
    """The last part of a name with the particles before it: ("van", "dyke"), ("hart",).

    "Jr." is no part of it: articles go on with the surname alone.
    """
    words = words[: len(words) - len(generation_of(words))]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return tuple(words[first:])


def surname_bones(name: str) -> str:
    """What two names must have in common for `same_person` to hold: their surnames'
    consonants.
    """
    return _word_skeleton(fold_word("".join(surname_of(name_parts(name)))))


def same_person(a: str, b: str) -> bool:
    """Whether two printed names can be one person's: surname and given name must both agree.

    A name without a given name agrees only with the same name, as it stands alone. Middle names and
    initials may be missing on one side. Says no when in doubt: known given names that differ are
    two people's.
    """
    first, second = name_parts(a), name_parts(b)
    if not first or not second:
        return False
    if min(len(first), len(second)) == 1:
        return len(first) == len(second) and fold_word(first[0]) == fold_word(second[0])
    if generation_of(first) != generation_of(second):
        return False
    first, second = (words[: len(words) - len(generation_of(words))] for words in (first, second))
    last, other = surname_of(first), surname_of(second)
    if not _agree_in_bones("".join(last), "".join(other)):
        return False
    return _agree_in_given(first[: len(first) - len(last)], second[: len(second) - len(other)])


def are_namesakes(a: str, b: str) -> bool:
    """Whether two names are one but for "Jr." or the like, which one of them lacks: one person
    whose articles differ, or father and son.
    """
    first, second = name_parts(a), name_parts(b)
    generations = generation_of(first), generation_of(second)
    if all(generations) or not any(generations):
        return False
    bare = (" ".join(w[: len(w) - len(generation_of(w))]) for w in (first, second))
    return same_person(*bare)


def _agree_in_given(given: Sequence[str], others: Sequence[str]) -> bool:
    """Whether given names agree: the first two, and one of the others where both have some."""
    if not given or not others:
        return not given and not others
    if not same_given(given[0], others[0]):
        return False
    middle = list(zip(given[1:], others[1:], strict=False))
    return not middle or any(same_given(one, two) for one, two in middle)


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be spellings of one; an initial agrees with what it
    begins.
    """
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if fold_word(a) == fold_word(b) or any(a in group and b in group for group in _VARIANTS):
        return True
    if a in GIVEN and b in GIVEN:
        return False
    sexes = {GIVEN.get(a), GIVEN.get(b)}
    return not {"he", "she"} <= sexes and _agree_in_bones(a, b)


def _agree_in_bones(a: str, b: str) -> bool:
    """Whether two words are one in other vowels: same consonants, at least three of them, and
    alike.
    """
    one, two = fold_word(a), fold_word(b)
    if one == two:
        return True
    bones, others = _word_skeleton(one), _word_skeleton(two)
    if bones != others or len(bones) < _MIN_SKELETON:
        return False
    opens = one[0] == two[0] or {one[0], two[0]} <= set("aeiou")
    if not opens or (one[-1] in "aeiou") != (two[-1] in "aeiou"):
        return False
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - slow, and few words get so far

    return JaroWinkler.similarity(one, two) >= _MIN_LIKENESS


def _word_skeleton(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiou")
