"""Do two sentences say the same? Same numbers, same names, same polarity, and most of the same
words.

Word overlap alone is not sameness. The rule is deliberately hard: a missed paraphrase costs a
footnote, a false one makes a brief say that two outlets agree when they don't.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages.en import lexicon
from briefing.languages.en.opposites import ROLES, SAYING, TIMES, UNREAL, WHENS, are_opposed

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_NUMBER = re.compile(r"\d[\d.,]*")
_BRACKET = re.compile(r"\[([^\]]*)\]")
_COUNTS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
# What counts without a figure: "dozens" and "hundreds" are as far apart as 24 and 200.
_AMOUNTS = frozenset(
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty"
    " ninety hundred hundreds thousand thousands million millions billion billions trillion dozen "
    "dozens half third"
    " quarter twice double doubled triple tripled both first second fourth fifth sixth "
    "tenth".split()
)
_SMALL = frozenset(
    "a an the and or of to in on at by for from with as that this these those it its is are was "
    "were be been has"
    " have had he she they his her their who which said says s t mr mrs ms".split()
)
_NEGATIONS = frozenset(
    {"not", "no", "never", "none", "neither", "nor", "without", "cannot", "n't", "unable", "nobody"}
)
# These turn a statement round too, but a paraphrase may have one where the other has "not".
_TURNING = lexicon.NEGATIONS - frozenset(
    "end ended stop stops stopped stopping longer except excluding unlike against instead rather "
    "only yet little"
    " few".split()
)
_SUFFIX = re.compile(r"(?:’s|'s|ing|ed|es|s|ly)$")
_TITLES = frozenset(
    word
    for title in (*lexicon.HONORIFICS, *lexicon.RANKS, *lexicon.OFFICES)
    for word in title.split()
)
_KEEP = 50_000  # words remembered: articles repeat theirs
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


def vocabulary(text: str) -> frozenset[str]:
    """The `words` of a text's gist alone, which is all that `common` asks for."""
    lower = [token.lower().replace("’", "'") for token in _WORD.findall(_BRACKET.sub(" ", text))]
    return frozenset([_cut_ending(word) for word in lower if word not in _SMALL])


def read_gist(text: str) -> Gist:
    """The gist of a statement's text; what stands in square brackets counts as put in, not as
    its words.
    """
    bare = _BRACKET.sub(" ", text)
    brackets = _BRACKET.findall(text)
    tokens = _WORD.findall(bare)
    lower = [token.lower().replace("’", "'") for token in tokens]
    figures = [found for token in _split_tokens(bare) if (found := _figure_value(token))]
    row = tuple(
        dict.fromkeys(_cut_ending(token.lower()) for token in tokens[1:] if token[0].isupper())
    )
    first = lower[0] if tokens and tokens[0][0].isupper() and lower[0] not in _SMALL else ""
    return Gist(
        words=frozenset(_cut_ending(word) for word in lower if word not in _SMALL),
        names=frozenset(row),
        numbers=frozenset(figure for figure in figures if figure not in _AMOUNTS),
        negative=any(word in _NEGATIONS or word.endswith("n't") for word in lower),
        hedges=frozenset(word for word in lower if word in lexicon.HEDGES),
        plain=frozenset(lower),
        opener=_cut_ending(first),
        inserted=frozenset(
            _cut_ending(word.lower())
            for bracket in brackets
            if not _NUMBER.search(bracket)
            for word in _WORD.findall(bracket)
            if word[0].isupper()
        ),
        dates=frozenset(bracket for bracket in brackets if _NUMBER.search(bracket)),
        row=row,
        figures=tuple(dict.fromkeys(figures)),
        turns=sum(word in _TURNING or word.endswith("n't") for word in lower),
        order=_in_order(lower),
        roles=tuple(sorted(word for word in lower if word in ROLES)),
    )


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
    return _SUFFIX.sub("", word) if len(word) > 4 else word  # noqa: PLR2004 - short words have no ending to spare


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
    if (
        left.figures != right.figures
        or left.negative != right.negative
        or left.turns != right.turns
    ):
        return True
    if left.dates and right.dates and not left.dates & right.dates:
        return True
    common = set(left.row) & set(right.row)
    if [name for name in left.row if name in common] != [
        name for name in right.row if name in common
    ]:
        return True
    if _each_replaces(left, right):
        return True
    return (
        are_opposed(left.plain, right.plain)
        or _begins_apart(left, right)
        or _begins_apart(right, left)
    )


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
    rows = [[word for word in one.order if word in shared] for one in (left, right)]
    unreal = {word for word in left.plain ^ right.plain if word in UNREAL}
    whens = [[word for word in sorted(one.plain) if word in WHENS] for one in (left, right)]
    moved = whens[0] != whens[1] and all(whens)  # "after the rain" may be left out, not turned
    return rows[0] != rows[1] or left.roles != right.roles or moved or bool(unreal)


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
