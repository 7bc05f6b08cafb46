"""Words of a sentence with their places: what the name, speech and antecedent rules read."""

from dataclasses import dataclass
from functools import lru_cache

from briefing.language import late, unseen, wordlist

_WORDS = wordlist.read("en", "words/articles_in_names")

_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Brig|Sgt|Cpl|Gov|Sen|Rep|Rev|Hon|Pres|Sec|Amb"
    "|Supt|Insp|St|Jr|Sr|Ft|Mt|Messrs|Cllr"
)
# The first branch is a short cut: letters alone before a space or a comma are what the others would
# give as well.
_WORD = late.pattern(
    rf"[A-Za-z]+(?=[ ,])|(?:[A-Za-z]\.){{2,8}}|(?:{_TITLES})\.|[A-Z]\.(?=[ ][A-Z])|\d[\d,.]*\d"
    rf"|\w+(?:\.(?:com|org|net|co|gov|edu|info|uk|de|fr|eu|io))+\b"
    rf"|[@#]?\w+(?:[-'’&{unseen.BREAKS}]\w+)*|[^\w\s]"
)
_BREAKS = dict.fromkeys(map(ord, unseen.BREAKS))
_POSSESSIVE = ("’s", "'s", "’S", "'S")
_SHORT = 2_000  # characters: longer sentences are rare, and not worth the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words and marks of one stretch of text, in order.

    `texts`, `lowers`, `starts` and `ends` run in step; offsets are absolute code points. A
    possessive `'s` is cut off its word and is no word of its own: `possessive` holds the indexes of
    the words that carried it.
    """

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    possessive: frozenset[int]

    def __len__(self) -> int:
        """The number of words and marks."""
        return len(self.texts)

    def lower(self, index: int) -> str:
        """The lower-case word at `index`, or an empty string where there is none."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""


def split_words(text: str, start: int, end: int) -> Words:
    """Cut `text[start:end]` into words and single marks; white space separates and is left out.

    Names, speech and antecedents ask for the same sentences in turn: short ones are remembered for
    a while, so nobody may change what this returns.
    """
    return (
        _split_cached(text, start, end) if end - start <= _SHORT else _cut_words(text, start, end)
    )


@lru_cache(maxsize=256)
def _split_cached(text: str, start: int, end: int) -> Words:
    return _cut_words(text, start, end)


def _cut_words(text: str, start: int, end: int) -> Words:
    texts: list[str] = _WORD.findall(text, start, end)
    starts = []
    place = start
    for word in texts:  # nothing but white space stands between two: quicker than their matches
        place = text.find(word, place)
        starts.append(place)
        place += len(word)
    ends = [place + len(word) for place, word in zip(starts, texts, strict=True)]
    piece = text[start:end]
    owned = "'" in piece or "’" in piece
    possessive = _cut_possessives(texts, ends) if owned else frozenset()
    if not piece.isascii():
        texts = [word if word.isascii() else word.translate(_BREAKS) for word in texts]
    return Words(
        texts=texts,
        lowers=list(map(str.lower, texts)),
        starts=starts,
        ends=ends,
        possessive=possessive,
    )


def _cut_possessives(texts: list[str], ends: list[int]) -> frozenset[int]:
    """Cut the possessive `'s` off words and their ends, in place; the indexes of those words."""
    owners = [
        at for at, word in enumerate(texts) if word.endswith(_POSSESSIVE) and len(word) > len("’s")
    ]
    for at in owners:
        texts[at] = texts[at][:-2]
        ends[at] -= 2
    return frozenset(owners)


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is: a capital first, or an Arabic article before
    one.
    """
    if word[:1].isupper():
        return True
    if "-" not in word:
        return False
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and head.islower() and tail[:1].isupper() and head in _ARTICLES


_ARTICLES = _WORDS.words()


def visible_text(text: str) -> str:
    """A text without the marks where its words may break, as a reader sees it."""
    return text if text.isascii() else text.translate(_BREAKS)
