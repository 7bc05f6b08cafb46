"""Do two sentences say the same? Same numbers, same names, same polarity, and most of the same
words.

Word overlap alone is not sameness. The rule is deliberately hard: a missed paraphrase costs a
footnote, a false one makes a brief say that two outlets agree when they don't.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.language import late, wordlist
from briefing.languages.en import lexicon
from briefing.languages.en.opposites import ROLES, SAYING, TIMES, UNREAL, WHENS, are_opposed

_WORDS = wordlist.read("en", "words/sameness")

_WORD = late.pattern(r"[^\W_]+(?:[’'][^\W_]+)?")
_NUMBER = late.pattern(r"\d[\d.,]*")
_BRACKET = late.pattern(r"\[([^\]]*)\]")
_COUNTS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
# What counts without a figure: "dozens" and "hundreds" are as far apart as 24 and 200.
_AMOUNTS = _WORDS.words("amounts")
_SMALL = _WORDS.words("small")
_NEGATIONS = _WORDS.words("negations")
# These turn a statement round too, but a paraphrase may have one where the other has "not".
_TURNING = lexicon.NEGATIONS - _WORDS.words("loose negations")
_SUFFIX = late.pattern(r"(?:’s|'s|ing|ed|es|s|ly)$")
_TITLES = frozenset(
    word
    for title in (*lexicon.HONORIFICS, *lexicon.RANKS, *lexicon.OFFICES)
    for word in title.split()
)
_KEEP = 50_000  # words remembered: articles repeat theirs
_SHORT = 4  # letters of a word that has no ending to spare
_KEEP_GISTS = 4096  # of 5 kB each
_ALIKE = 0.6
_CONTAINED, _EDITED = 0.8, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a sentence is compared by.

    `words` are stems without the small words, brackets left out; `names` the capitalised ones but
    the first word, which is the `opener` (empty where it is small); `inserted` what brackets name;
    `dates` what they date. `row` are names in order, `figures` the numbers in order, with the
    unit written on them, `turns` how often it is turned round. `order` are the stems in order,
    `roles` the small words that who does what to whom may hang on.
    """

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negative: bool
    hedges: frozenset[str]
    plain: frozenset[str] = frozenset()
    opener: str = ""
    inserted: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    row: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    turns: int = 0
    order: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@lru_cache(maxsize=_KEEP_GISTS)
def vocabulary(text: str) -> frozenset[str]:
    """The `words` of a text's gist alone, which is all that `vocabulary_overlap` asks for."""
    return _stem_words(_lower_words(_WORD.findall(_BRACKET.sub(" ", text))))


@lru_cache(maxsize=_KEEP_GISTS)
def read_gist(text: str) -> Gist:
    """The gist of a statement's text; what stands in square brackets counts as put in, not as
    its words. Remembered: a statement is held beside others for many reasons, in each making anew.
    """
    bare = _BRACKET.sub(" ", text)
    brackets = _BRACKET.findall(text)
    tokens = _WORD.findall(bare)
    lower = _lower_words(tokens)
    figures = tuple(dict.fromkeys(filter(None, map(_figure_value, _split_tokens(bare)))))
    row = tuple(dict.fromkeys(_stem_capitalised(tokens[1:])))
    return Gist(
        words=_stem_words(lower),
        names=frozenset(row),
        numbers=frozenset(figures) - _AMOUNTS,
        negative=_count_negations(lower, _NEGATIONS) > 0,
        hedges=lexicon.HEDGES.intersection(lower),
        plain=frozenset(lower),
        opener=_read_opener(tokens),
        inserted=_inserted_names(brackets),
        dates=frozenset(filter(_NUMBER.search, brackets)),
        row=row,
        figures=figures,
        turns=_count_negations(lower, _TURNING),
        order=_in_order(lower),
        roles=tuple(sorted(word for word in lower if word in ROLES)),
    )


def _lower_words(tokens: Sequence[str]) -> list[str]:
    return [token.lower().replace("’", "'") for token in tokens]


def _stem_words(lower: Sequence[str]) -> frozenset[str]:
    """The stems of words, small ones left out."""
    return frozenset([_cut_ending(word) for word in lower if word not in _SMALL])


def _stem_capitalised(tokens: Sequence[str]) -> list[str]:
    """The stems of the words that begin with a capital, in order."""
    return [_cut_ending(token.lower()) for token in tokens if token[0].isupper()]


def _read_opener(tokens: Sequence[str]) -> str:
    """The stem of a first word that may be a name, else ""."""
    first = _lower_words(tokens[:1])
    opens = bool(first) and tokens[0][0].isupper() and first[0] not in _SMALL
    return _cut_ending(first[0]) if opens else ""


def _inserted_names(brackets: Sequence[str]) -> frozenset[str]:
    """The stems of names in brackets that hold no date."""
    named = [bracket for bracket in brackets if not _NUMBER.search(bracket)]
    return frozenset(stem for one in named for stem in _stem_capitalised(_WORD.findall(one)))


def _count_negations(lower: Sequence[str], negations: Collection[str]) -> int:
    """How many words negate, "n't" at their end included."""
    return len([word for word in lower if word in negations or word.endswith("n't")])


def _in_order(lower: list[str]) -> tuple[str, ...]:
    """The stems in order, each once, owners aside: "Vellin's quay" is "the quay of Vellin"."""
    pairs = zip(["", *lower], lower, strict=False)
    owned = [word for before, word in pairs if before != "of" and not word.endswith("'s")]
    return tuple(dict.fromkeys(_cut_ending(word) for word in owned if word not in _SMALL))


def _split_tokens(text: str) -> list[str]:
    """Words and figures in order, figures with their points and commas."""
    return [
        token.strip(".,").lower()
        for token in re.findall(r"\d[\d.,]*(?:[a-zA-Z]+|%)?|[^\W\d_]+", text)
    ]


def _figure_value(token: str) -> str:
    """What a token counts, or "": "3", "three" as "3", "dozen". "One" may count nothing."""
    if token[:1].isdigit():
        return token
    if token in _COUNTS:
        return "" if _COUNTS[token] == "1" else _COUNTS[token]
    return token if token in _AMOUNTS else ""


@lru_cache(maxsize=_KEEP)
def _cut_ending(word: str) -> str:
    """Cut one common ending: enough to compare, too little to trust."""
    return _SUFFIX.sub("", word) if len(word) > _SHORT else word


_ASIDE = frozenset(_cut_ending(word) for word in (*SAYING, *_TITLES, *_COUNTS, *_COUNTS.values()))
_TIMED = frozenset(_cut_ending(word) for word in (*TIMES, *lexicon.WEEKDAYS))


def say_same(left: Gist, right: Gist) -> bool:
    """Whether two statements from different articles say the same thing."""
    if not left.words or not right.words or _clash_in_facts(left, right):
        return False
    if (
        bool(left.hedges) != bool(right.hedges)
        or _names_missing(left, right)
        or _names_missing(right, left)
    ):
        return False
    if _is_turned(left, right):
        return False
    return len(left.words & right.words) / len(left.words | right.words) >= _ALIKE


def are_versions(left: Gist, right: Gist) -> bool:
    """Whether two sentences of versions of one article are the same sentence, edited.

    The shorter one names nobody whom the longer one doesn't.
    """
    if not left.words or not right.words or _clash_in_facts(left, right):
        return False
    shorter, longer = sorted((left, right), key=lambda one: len(one.words))
    if _names_missing(shorter, longer):
        return False
    shared = len(left.words & right.words)
    return (
        shared / len(shorter.words) >= _CONTAINED
        and shared / len(left.words | right.words) >= _EDITED
    )


def _clash_in_facts(left: Gist, right: Gist) -> bool:
    """Whether two sentences differ in a number, a date, polarity, who does what to whom, or a
    turned word.
    """
    if (left.figures, left.negative, left.turns) != (right.figures, right.negative, right.turns):
        return True
    if left.dates and right.dates and left.dates.isdisjoint(right.dates):
        return True
    if _shared_row(left, right) != _shared_row(right, left):
        return True
    return (
        _each_replaces(left, right)
        or are_opposed(left.plain, right.plain)
        or _begins_apart(left, right)
        or _begins_apart(right, left)
    )


def _shared_row(one: Gist, other: Gist) -> list[str]:
    """The names of `one` that the other has too, in the order of `one`."""
    return [name for name in one.row if name in other.names]


def _each_replaces(left: Gist, right: Gist) -> bool:
    """Whether each has a word that the other lacks: one may stand for its opposite, whatever
    it is.

    Words of saying, titles and counted words aside, and words of time where brackets date both.
    """
    aside = _ASIDE | (_TIMED if left.dates and right.dates else frozenset())
    ours = (left.words | {left.opener}) - right.words - right.inserted - aside
    theirs = (right.words | {right.opener}) - left.words - left.inserted - aside
    return bool(ours - {""} and theirs - {""})


def _is_turned(left: Gist, right: Gist) -> bool:
    """Whether what both share stands in another order, or who does what to whom may differ."""
    shared = left.words & right.words
    order, other = ([word for word in one.order if word in shared] for one in (left, right))
    if order != other or left.roles != right.roles:
        return True
    whens, others = left.plain & WHENS, right.plain & WHENS
    if whens and others and whens != others:  # "after the rain" may be left out, not turned
        return True
    return not UNREAL.isdisjoint(left.plain ^ right.plain)


def _begins_apart(one: Gist, other: Gist) -> bool:
    """Whether the first word of `one`, which may be a name, is nowhere in `other`."""
    known = other.words | other.inserted | {other.opener}
    return bool(one.opener) and one.opener not in known


def _names_missing(one: Gist, other: Gist) -> frozenset[str]:
    """The names of `one`, titles aside, that `other` has nowhere, be it in small letters."""
    return (
        (one.names | one.inserted)
        - other.names
        - other.inserted
        - {other.opener}
        - other.words
        - _TITLES
    )


def word_overlap(left: Gist, right: Gist) -> float:
    """The share of the shorter one's words that the other has too, from 0 to 1."""
    return vocabulary_overlap(left.words, right.words)


def vocabulary_overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the smaller vocabulary that the other has too, from 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
