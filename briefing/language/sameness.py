"""Do two sentences say the same? Same numbers, same names, same polarity, and most of the same words.

Word overlap alone is not sameness. The rule is deliberately hard: a missed paraphrase costs a footnote, a
false one makes a brief say that two outlets agree when they don't.
"""

import re
from dataclasses import dataclass

from briefing.language import lexicon

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_NUMBER = re.compile(r"\d[\d.,]*")
_BRACKET = re.compile(r"\[[^\]]*\]")
_COUNTS = {
    word: str(n) for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_SMALL = frozenset(
    "a an the and or of to in on at by for from with as that this these those it its is are was were be been has"
    " have had he she they his her their who which said says s t mr mrs ms".split()
)
_NEGATIONS = frozenset({"not", "no", "never", "none", "neither", "nor", "without", "cannot", "n't", "unable", "nobody"})
_SUFFIX = re.compile(r"(?:’s|'s|ing|ed|es|s|ly)$")
_ALIKE = 0.6
_CONTAINED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a sentence is compared by."""

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negative: bool
    hedges: frozenset[str]


def gist(text: str) -> Gist:
    """Give the gist of a statement's text; what stands in square brackets is left out."""
    bare = _BRACKET.sub(" ", text)
    tokens = _WORD.findall(bare)
    lower = [token.lower().replace("’", "'") for token in tokens]
    numbers = {number.strip(".,") for number in _NUMBER.findall(bare)}
    numbers |= {_COUNTS[word] for word in lower if word in _COUNTS and word != "one"}
    return Gist(
        words=frozenset(_stem(word) for word in lower if word not in _SMALL),
        names=frozenset(_stem(token.lower()) for token in tokens[1:] if token[0].isupper()),
        numbers=frozenset(numbers),
        negative=any(word in _NEGATIONS or word.endswith("n't") for word in lower),
        hedges=frozenset(word for word in lower if word in lexicon.HEDGES),
    )


def _stem(word: str) -> str:
    """Cut one common ending: enough to compare, too little to trust."""
    return _SUFFIX.sub("", word) if len(word) > 4 else word  # noqa: PLR2004 - short words have no ending to spare


def same(left: Gist, right: Gist) -> bool:
    """Tell whether two statements from different articles say the same thing."""
    if left.negative != right.negative or left.numbers != right.numbers:
        return False
    if not left.words or not right.words:
        return False
    shared = len(left.words & right.words)
    union = len(left.words | right.words)
    names = left.names ^ right.names
    return shared / union >= _ALIKE and len(names) <= 1


def version(left: Gist, right: Gist) -> bool:
    """Tell whether two sentences of versions of one article are the same sentence, edited."""
    if left.numbers != right.numbers or left.negative != right.negative or not left.words or not right.words:
        return False
    shared = len(left.words & right.words)
    return shared / min(len(left.words), len(right.words)) >= _CONTAINED


def overlap(left: Gist, right: Gist) -> float:
    """Give the share of the shorter one's words that the other has too, from 0 to 1."""
    smaller = min(len(left.words), len(right.words))
    return len(left.words & right.words) / smaller if smaller else 0.0
