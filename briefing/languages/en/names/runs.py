"""Runs of capitalised words in a sentence: where names may stand, before anything is known of
them.
"""

from dataclasses import dataclass

from briefing.language import wordlist
from briefing.languages.en.lexicon import HONORIFICS, MONTHS, OFFICES, RANKS, WEEKDAYS
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    BODY_NAMES,
    DEPARTMENTS,
    DICTIONARY,
    GIVEN,
    ORDINARY,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    THINGS,
)
from briefing.languages.en.names.titles import is_body
from briefing.languages.en.names.words import Words, is_capital

_WORDS = wordlist.read("en", "words/name_runs")

_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_QUOTES = frozenset("\"“‘«'([:;—–-*•")
_BODY_ADJECTIVES = _WORDS.words("body adjectives")
_NOBILIARY = _WORDS.words("nobiliary")
_TAKING_OF = BODY_HEADS | OFFICES | PLACE_HEADS | _WORDS.words("taking of")
_ABBREVIATED = 4  # letters: "OPEC" and "USA" are no datelines
_PAIRED, _LONGEST_TOWN = 2, 4  # words before a state in a dateline: a town and a comma, or more
_FULL = 2  # words of a full name
_NO_LINKS = _WORDS.words("no links")  # particles that join no body's name
_TO_HEADS = _WORDS.words("to heads")
_AND_HEADS = _WORDS.words("and heads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words [first, last) of a sentence, all of them capitalised or linking such; `opens` where it
    opens a clause.
    """

    first: int
    last: int
    opens: bool


def find_runs(words: Words, plain: frozenset[str]) -> list[Run]:
    """The runs of a sentence in order; `plain` are the words the article also writes in lower
    case.

    A common word that owes its capital to the start of the sentence is cut off; a possessive ends a
    run.
    """
    found: list[Run] = []
    behind = 0
    for index, text in enumerate(words.texts):
        if index < behind or not (is_capital(text) and text[:1].isalpha()):
            continue
        last = _extend_run(words, index)
        opens = index == 0 or words.texts[index - 1] in _QUOTES
        first = _cut_dateline(words, index, last) if index == 0 else _cut_land(words, index, last)
        if first == index:
            first = (
                _cut_ordinary(words, index, last, plain)
                if opens
                else _cut_pronoun(words, index, last)
            )
        if first < last:
            found.append(Run(first=first, last=last, opens=opens))
        behind = last
    return found


def _cut_dateline(words: Words, first: int, last: int) -> int:
    """Skip a place in capitals at the head of a sentence, a dateline that has lost its dash:
    "VELLIN President X said".
    """
    for count in (2, 1):
        at = first + count
        texts = words.texts[first:at]
        place = " ".join(words.lowers[first:at]) in PLACES and sum(map(len, texts)) > _ABBREVIATED
        if at < last and place and all(map(str.isupper, texts)) and _ends_capitals(words.texts[at]):
            return at
    return first


def _ends_capitals(word: str) -> bool:
    """Whether a word is not set in capitals, but for its letters' stops: "U.S."."""
    return not word.isupper() or "." in word


def _cut_land(words: Words, first: int, last: int) -> int:
    """Skip the state behind a town in capitals that opens its sentence, where a dateline has lost
    its dash: "TOLM, Sorrel | Mayor X said".
    """
    if first < _PAIRED or first > _LONGEST_TOWN or words.texts[first - 1] != ",":
        return first
    towns = words.texts[: first - 1]
    if not all(map(str.isupper, towns)) or sum(map(len, towns)) < _ABBREVIATED:
        return first
    for at in (first + 2, first + 1):
        if at < last and " ".join(words.lowers[first:at]) in PLACES:
            return at
    return first


def _extend_run(words: Words, first: int) -> int:
    """The index behind the last word that belongs to the run from `first`."""
    last, count = first + 1, len(words)
    while (
        last < count
        and last - 1 not in words.possessive
        and words.starts[last] - words.ends[last - 1] == 1
    ):
        if is_capital(words.texts[last]):
            last += 1
            continue
        step = _link_length(words, first, last)
        if not step:
            break
        last += step
    return last


def _link_length(words: Words, first: int, at: int) -> int:
    """How many words from `at` on link the run to a further capitalised word, 0 for none."""
    word = words.lowers[at]
    after = at + 1
    if word in {"of", "for", "on", "to"} and words.lower(after) == "the":
        after += 1
    if (
        after >= len(words)
        or not is_capital(words.texts[after])
        or words.starts[after] - words.ends[after - 1] != 1
    ):
        return 0
    if words.lowers[after] in _CALENDAR:  # "told Fox News on Tuesday"
        return 0
    inside = frozenset(words.lowers[first:at])
    return after + 1 - at if _links_name(words, at, after, inside) else 0


def _links_name(words: Words, at: int, after: int, inside: frozenset[str]) -> bool:
    """Whether a small word at `at` links what is `inside` a name to the capital at `after`."""
    word = words.lowers[at]
    if word == "&" or (word in PARTICLES and word not in _NO_LINKS):
        return True
    if word in {"of", "for", "on"}:
        return _titled_end(words, at, word)
    if word == "to":
        return bool(inside & _TO_HEADS)
    if word != "and" or "of" not in inside:
        return False
    return bool(inside & _AND_HEADS) and words.lowers[after] not in PLACES


def _titled_end(words: Words, at: int, link: str) -> bool:
    """Whether the word before a link is one that takes it ("Ministry of", "Council on",
    "Secretary for").
    """
    before = words.lowers[at - 1]
    if link == "of":
        return before in _TAKING_OF or before.removesuffix("s") in OFFICES
    return before in BODY_HEADS or (link == "for" and before in OFFICES)


def _cut_ordinary(words: Words, first: int, last: int, plain: frozenset[str]) -> int:
    """Skip the common words at the start of a sentence's run."""
    while first < last and not _begins_name(words, first, last, plain):
        first += 1
    return first


def _begins_name(words: Words, first: int, last: int, plain: frozenset[str]) -> bool:
    """Whether a name begins with the word at `first`; `plain` are those that the text writes in
    small letters.
    """
    word, several = words.lowers[first], last - first > 1
    if _is_body_behind_article(words, first, last):
        return True
    if word not in plain and _modifies_body(words, first, last):
        return True
    if several and _opens_persons_name(words, first, plain):
        return True
    if _opens_with_known(words, first, last):
        return True
    if word in plain and not (several and _may_open_name(word)):
        return False
    return not _is_opener(words, first, last)


def _is_body_behind_article(words: Words, first: int, last: int) -> bool:
    """Whether "The" that opens a sentence stands before the words of a body's name, whose capitals
    are then all its own: "The | Food Safety Board", though the text writes of food, too.
    """
    led = first > 0 and last - first > 1 and words.lowers[first - 1] == "the"
    return led and is_body(words, first, last)


def _opens_persons_name(words: Words, first: int, plain: frozenset[str]) -> bool:
    """Whether a particle, a given name or a title stands before another word of a name."""
    nobiliary = words.lowers[first] in _NOBILIARY
    return nobiliary or _is_given(words, first, plain) or _opens_title(words, first)


def _opens_title(words: Words, first: int) -> bool:
    """Whether a rank's word stands before another word that makes a title ("Vice President"), or a
    department before an office, what it is for between them or not ("Defence Minister", "Regional
    Planning Director").
    """
    word, following = words.lowers[first], words.lowers[first + 1].rstrip(".")
    if word in DEPARTMENTS and (following in OFFICES or words.lower(first + 2) in OFFICES):
        return following in OFFICES or words.texts[first + 1][:1].isupper()
    return word in RANKS and (following in RANKS or following in OFFICES)


def _is_given(words: Words, first: int, plain: frozenset[str]) -> bool:
    """Whether a given name stands at `first` that is no word of the text, before no common one."""
    word = words.lowers[first]
    return word in GIVEN and word not in plain and words.lowers[first + 1] not in ORDINARY


def _modifies_body(words: Words, first: int, last: int) -> bool:
    """Whether a body's name opens with an adjective or a department."""
    word = words.lowers[first]
    return (word in _BODY_ADJECTIVES or word in DEPARTMENTS) and is_body(words, first, last)


def _is_opener(words: Words, first: int, last: int) -> bool:
    """An ordinary word that is none of a name's ("Fortunately X Y", "Whenever Z"), and opens no
    title ("National Security Adviser X").
    """
    word, following = words.lowers[first], words.lower(first + 1)
    titled = first + 1 < last and word in DEPARTMENTS and following in DEPARTMENTS | OFFICES
    if _bare_word(word) in ORDINARY and not titled:
        return True
    if first + 1 >= last or word not in DICTIONARY or _belongs_to_name(word):
        return False
    return not is_body(words, first, last) and (following in GIVEN or following not in DICTIONARY)


def _belongs_to_name(word: str) -> bool:
    """Whether a word of the dictionary may open a name or a title."""
    if word in DEPARTMENTS or word in PLACE_HEADS or word in THINGS:
        return True
    return word.rstrip(".") in HONORIFICS or word.rstrip(".") in RANKS or _may_open_name(word)


def _bare_word(word: str) -> str:
    """Cut a contraction: "they're" is "they"."""
    return word.replace("’", "'").partition("'")[0]


def _opens_with_known(words: Words, first: int, last: int) -> bool:
    """Whether a known place or body opens the run ("New York", "Home Office")."""
    lowers = words.lowers[first : min(first + 3, last)]
    wholes = [" ".join(lowers[:count]) for count in range(1, len(lowers) + 1)]
    return any(whole in PLACES or whole in BODY_NAMES for whole in wholes)


def _may_open_name(word: str) -> bool:
    """Whether a word may open a name or a title though it is also a common word."""
    return word in OFFICES or word in BODY_HEADS or word in GIVEN


def _cut_pronoun(words: Words, first: int, last: int) -> int:
    """Skip a capital that is no name inside a sentence: "I", a lone "The" or "A", and an ordinary
    word before a full name ("The Real | Karl Berg").
    """
    while first < last and words.texts[first] in {
        "I",
        "A",
        "I'm",
        "I’m",
        "I've",
        "I’ve",
        "I'd",
        "I’d",
        "I'll",
        "I’ll",
    }:
        first += 1
    if last - first == 1 and words.lowers[first] in ORDINARY:
        return last
    named = last - first > _FULL and words.lowers[first + 1] in GIVEN
    cut = named and _is_opener(words, first, last) and not _opens_with_known(words, first, last)
    return first + 1 if cut else first
