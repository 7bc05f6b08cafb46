"""Noun phrases: where one may start, where it ends, which word is its head."""

from briefing.language import wordlist
from briefing.languages.en.lexicon import MONTHS, OFFICES, WEEKDAYS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.sources import PRONOUNS, SOURCES
from briefing.languages.en.speech.verbs import SPEAKING

PREPOSITIONS: frozenset[str] = WORDS.words("prepositions")
"""Words that open what is said of a head noun behind it, or a phrase ahead of a subject."""

DAYS: frozenset[str] = frozenset(WEEKDAYS) | frozenset(MONTHS)
ARTICLES = frozenset({"a", "an", "the"})
LONGEST = 30
"""Words of the longest noun phrase that is read."""

_TOPICAL = wordlist.read("en", "words/sources").words("topical")
_MARKS = frozenset({",", ".", ";", ":", "—", "–", "(", ")", "?", "!"})
_PHRASE_ENDS = WORDS.words("phrase ends")


def opens_nominal(words: Words, at: int) -> bool:
    """Whether a noun phrase can start here: a name, a determiner, a pronoun or a source
    noun.
    """
    return (
        words.texts[at][:1].isupper()
        or words.lowers[at] in DETERMINERS
        or words.lowers[at] in PRONOUNS
        or words.lowers[at] in SOURCES
        or words.lowers[at] in OFFICES
    )


def head_of(words: Words, first: int, last: int) -> str:
    """The lower-case head noun of a phrase: its last word before a preposition, a comma or
    "who".
    """
    at = first
    while (
        at < last
        and words.lowers[at] not in PREPOSITIONS
        and words.texts[at] not in {",", "who", "which", "that"}
    ):
        if at > first and words.lowers[at].endswith("ed") and words.texts[at].islower():
            break
        at += 1
    return words.lowers[max(at - 1, first)]


def phrase_end(words: Words, first: int, masked: frozenset[int]) -> int:
    """The index behind a noun phrase that starts at `first` ("according to | the team's coach
    |, …").
    """
    at = first
    while (
        at < len(words)
        and at - first < LONGEST
        and at not in masked
        and not _ends_phrase(words, at, first)
    ):
        at += 1
    return at


def _ends_phrase(words: Words, at: int, first: int) -> bool:
    text, word = words.texts[at], words.lowers[at]
    if text in _MARKS:
        return True
    if at == first:
        return False
    if text == "-" and words.starts[at] > words.ends[at - 1]:
        return True
    if word in {"on", "at"} and _defines(words, at):
        return False
    return word in _PHRASE_ENDS or (word in ARTICLES and _opens_another(words, at))


def _opens_another(words: Words, at: int) -> bool:
    """Whether an article opens another phrase: behind a name, and before no other."""
    named = words.texts[at - 1][:1].isupper() and at - 1 not in words.possessive
    following = words.texts[at + 1] if at + 1 < len(words) else ""
    return named and not following[:1].isupper()


def _defines(words: Words, at: int) -> bool:
    """Whether "on" or "at" says who a source is ("people briefed on X", "officials at X"), not when
    or where it spoke.
    """
    following = words.texts[at + 1] if at + 1 < len(words) else ""
    if following[:1].isdigit() or following.lower() in DAYS:
        return False
    if words.lowers[at] == "on":
        return words.lowers[at - 1] in _TOPICAL
    noun = words.texts[at - 1].islower() and words.lowers[at - 1] not in SPEAKING
    after = words.texts[at + 2] if at + 2 < len(words) else ""
    return noun and (following[:1].isupper() or (following == "the" and after[:1].isupper()))


def extend_apposition(
    words: Words,
    masked: frozenset[int],
    first: int,
    last: int,
    ends: frozenset[str] = frozenset({","}),
) -> int:
    """Take the name in "According to the team's coach, X, …" along, and the name's title."""
    if words.lower(last) != "," or words.texts[last - 1][:1].isupper():
        return last
    end = phrase_end(words, last + 1, masked)
    named = all(words.texts[at][:1].isupper() for at in range(last + 1, end))
    return end if end > last + 2 and named and words.lower(end) in ends and first < last else last
