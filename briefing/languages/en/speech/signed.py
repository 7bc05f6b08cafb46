"""Source clauses without a verb of saying: "NAME: “…”", "“…” — Name", "X called Y a Z", "X called
for Y".
"""

from briefing.languages.en.antecedents.nouns import TIMES
from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.lists import DICTIONARY, GIVEN, SURNAMES
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.sources import SOURCES

_OPEN = frozenset({"“", '"', "«"})
_CLOSE = frozenset({"”", '"', "»"})
_DASHES = frozenset({"—", "–", "―", "-"})
_LONGEST_NAME = 4  # words
_REACH = 30  # words behind "called" in which what somebody is called must stand
_PARTICLES = WORDS.words("particles")
_ARTICLES = frozenset({"a", "an"})
_NOT_AHEAD = WORDS.words("not ahead")


def leading_label(words: Words, masked: frozenset[int]) -> tuple[int, int] | None:
    """(end of a name that opens the sentence, start of the quotation behind its colon), None
    where none does.
    """
    end = next((at for at, text in enumerate(words.texts[: _LONGEST_NAME + 1]) if text == ":"), 0)
    behind = end + 1
    if not end or behind >= len(words) or not (behind in masked or words.texts[behind] in _OPEN):
        return None
    return (end, behind) if _is_name(words, 0, end) else None


def find_dashes(words: Words) -> list[int]:
    """The places of the dashes behind which a name may sign."""
    if _DASHES.isdisjoint(words.texts):
        return []
    return [at for at, text in enumerate(words.texts) if at and text in _DASHES]


def signing_name(words: Words, dash: int, masked: frozenset[int]) -> int | None:
    """Where the name ends that signs a quotation behind the dash at `dash`, None where nothing
    like it stands there.
    """
    if not _closes_quotation(words, dash, masked):
        return None
    end = dash + 1
    while end < len(words) and words.texts[end][:1].isupper():
        end += 1
    closed = end == len(words) or words.texts[end] in {",", ".", "("}
    return end if closed and end - dash > 1 and _is_name(words, dash + 1, end) else None


def _closes_quotation(words: Words, dash: int, masked: frozenset[int]) -> bool:
    """Whether a quotation ends straight before a dash."""
    mark = words.texts[dash - 1]
    return mark in _CLOSE and (dash - 1 in masked or mark == '"')


def called_content(words: Words, masked: frozenset[int], verb: int) -> int | None:
    """Where the content behind "called" starts, None where somebody only calls a meeting or a
    neighbour.
    """
    first = verb + 1
    if first >= len(words) or words.lower(verb - 1) == "so" or words.lowers[first] in _PARTICLES:
        return None
    if words.lowers[first] in {"for", "on", "upon"}:
        return first + 1 if _is_asked(words, first) else None
    reach = range(first + 1, min(first + _REACH, len(words)))
    quoted = not masked.isdisjoint((first, *reach))
    apposed = words.lower(verb - 1) == ","
    named = quoted or (not apposed and any(_is_predicated(words, at) for at in reach))
    return first if named else None


def _is_asked(words: Words, first: int) -> bool:
    """Whether "called for" is followed by anything, or "called on" by whom it is asked "to"."""
    if words.lowers[first] == "for":
        return first + 1 < len(words)
    return "to" in words.lowers[first + 1 : first + _REACH]


def _is_predicated(words: Words, at: int) -> bool:
    """Whether "a" opens what somebody is called: "called the vote | a mistake", not "in a hurry" or
    "a day later".
    """
    if words.lowers[at] not in _ARTICLES or words.lowers[at - 1] in _NOT_AHEAD:
        return False
    return words.lowers[at - 1].isalpha() and words.lower(at + 1) not in TIMES


def _is_name(words: Words, first: int, last: int) -> bool:
    """Whether words are a person's name: capitals, the last of them no plain word of the
    dictionary.
    """
    if last - first > _LONGEST_NAME or not all(t[:1].isupper() for t in words.texts[first:last]):
        return False
    final = words.lowers[last - 1]
    plain = final in DICTIONARY and final not in SURNAMES and final not in GIVEN
    return not (plain or final in OFFICES or final in SOURCES)
