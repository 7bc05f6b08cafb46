"""Titles before a name: who somebody is, in the words that stand in front."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    COUNTRY_SHORT,
    DEMONYMS,
    DEPARTMENTS,
    GIVEN,
    ORDINARY,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
)
from briefing.languages.en.names.words import Words

_LINKS = frozenset({"of", "to", "for", "the", "and", "on"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "another"})
_NOT_IN_ROLE = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "said", "says",
    "told", "met",
    "can", "could", "may", "might", "did", "does", "do", "named", "called", "appointed", "elected",
})  # fmt: skip
_WEAK_DEPARTMENTS = frozenset(
    {"national", "general", "state", "central", "federal", "public", "human", "and", "social"}
)
_ONCE = frozenset({"former", "retired", "acting", "interim", "outgoing", "deputy", "then"})
"""Words that tell since when or until when somebody holds an office."""
_HEADS = OFFICES | RANKS
_ADJECTIVAL = frozenset({"major", "general", "private"})  # ranks only with a capital
_INSIDE = _LINKS | PARTICLES
_ENDINGS = BODY_HEADS | PLACE_HEADS
_REACH = 8
_LOOSE = 2
_BRIDGES = frozenset({"and", "of", "for"})
_PAIR = 2
_LONGEST_HIDDEN = 3
_LEGAL = frozenset(
    {"llc", "inc", "ltd", "plc", "corp", "co", "association", "university", "council", "society"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title at the head of a run: the name starts at word `name`; `office` tells whether an
    office is in it.
    """

    name: int
    office: bool
    sex: Literal["he", "she"] | None


def split_title(words: Words, first: int, last: int) -> Titled | None:
    """Split a run into title and name: "French Defence Minister | X". None where no title leads it.

    `name` equals `last` where the whole run is a title.
    """
    if (
        words.lowers[first] in GIVEN
        and last - first == _PAIR
        and words.lowers[first + 1] not in _HEADS
    ):
        return None
    start = _skip_unknown(words, first, last)
    index, behind, office = start, start, False
    sex: Literal["he", "she"] | None = None
    while index < last:
        word = words.lowers[index].rstrip(".")
        if is_office(word) or word in RANKS or word in HONORIFICS:
            if index > start and word in GIVEN and behind > start:
                break
            behind = index + 1
            office = office or (is_office(word) and word not in RANKS)
            sex = HONORIFICS.get(word) or sex
        elif word in _LINKS:
            if behind == start:
                break
        elif not _modifies_office(words, index, last):
            break
        index += 1
    if behind == start:
        return None
    return Titled(name=_name_start(words, behind, index, last), office=office, sex=sex)


def _name_start(words: Words, behind: int, index: int, last: int) -> int:
    """Where the name starts when the title's words reach to `index`; `last` where none
    follows.
    """
    linked = behind < last and words.lowers[behind] in _LINKS
    if index == last:
        spare = behind < last and not linked and not _is_place_word(words.lowers[behind])
        return behind if spare else last
    if linked and (last - index == 1 and words.lowers[index] in BODY_HEADS):
        return last
    if linked and not _is_place_word(words.lowers[index - 1]):
        return _given_after(words, index, last)
    return index


def _skip_unknown(words: Words, first: int, last: int) -> int:
    """Step over a company's name in front of an office ("X Chief Executive Y")."""
    if (
        words.lowers[first] in GIVEN
        or _modifies_office(words, first, last)
        or is_office(words.lowers[first])
    ):
        return first
    for index in range(first + 1, min(first + 4, last - 1)):
        word = words.lowers[index]
        if word in _LINKS or word in PARTICLES:
            return first
        if (
            (is_office(word) or word in {"chief", "vice", "deputy"})
            and word not in GIVEN
            and word not in RANKS - {"chief"}
        ):
            return index
    return first


def is_office(word: str) -> bool:
    """Whether a lower-case word names an office, in the singular or the plural."""
    return word in OFFICES or (word.endswith("s") and word[:-1] in OFFICES)


def _is_place_word(word: str) -> bool:
    return (
        word in PLACES
        or word in DEMONYMS
        or (word in DEPARTMENTS and word not in _WEAK_DEPARTMENTS)
        or word == "states"
    )


def _modifies_office(words: Words, index: int, last: int) -> bool:
    word = words.lowers[index]
    if word in DEPARTMENTS or word in DEMONYMS or word in PLACES or word in COUNTRY_SHORT:
        return True
    return any(
        first >= 0
        and first + 1 < last
        and f"{words.lowers[first]} {words.lowers[first + 1]}" in PLACES
        for first in (index - 1, index)
    )


def _given_after(words: Words, index: int, last: int) -> int:
    """Find the given name behind "Director of the X Y": without one the run names no person."""
    for at in range(index, last - 1):
        if words.lowers[at] in GIVEN:
            return at
    return last


def hidden_name(words: Words, first: int, last: int) -> int | None:
    """Where a person's name starts behind a body's ("University of X | Given Surname"), or
    None.
    """
    for index in range(first + 1, last - 1):
        word = words.lowers[index]
        if (
            word not in GIVEN
            or last - index > _LONGEST_HIDDEN
            or words.lowers[index - 1] in _INSIDE
        ):
            continue
        if words.lowers[last - 1] in _ENDINGS:
            return None
        ahead = set(words.lowers[first:index])
        if any(is_office(office) for office in ahead):
            return None
        if (
            ahead & _LEGAL
            or "of" in ahead
            or "on" in ahead
            or words.lowers[index - 1].endswith("ist")
        ):
            return index
    return None


def role_before(words: Words, first: int, heads: frozenset[str] = _HEADS) -> int | None:
    """The first word of a role in lower case that stands straight before a name, or None.

    "the deputy defence minister | X", "team member | X"; with other `heads` also
    "the French daily | X".
    """
    head = words.lower(first - 1)
    if first < 1 or head not in heads - _ADJECTIVAL or words.texts[first - 1][:1].isupper():
        return None
    start, loose = first - 1, 0
    for index in range(first - 2, max(first - 2 - _REACH, -1), -1):
        word = words.lowers[index]
        if _ends_role(words, index):
            break
        if word not in _ONCE and not _belongs_to_role(words, index):
            loose += 1
            if loose > _LOOSE or word in ORDINARY or word.endswith(("ed", "ing", "ly")):
                break
        start = index
    joined = start > 0 and words.ends[start - 1] == words.starts[start]
    return None if joined and words.texts[start - 1] == "/" else start


def _ends_role(words: Words, index: int) -> bool:
    """Whether no role before a name reaches to a word: it begins a phrase, or bridges nothing."""
    word = words.lowers[index]
    if word in _ONCE:
        return False
    if word in _DETERMINERS or not word[:1].isalnum() or word in _NOT_IN_ROLE:
        return True
    return word in _BRIDGES and not _bridges_role(words, index)


def _belongs_to_role(words: Words, index: int) -> bool:
    """Whether a word is one that roles are made of."""
    word = words.lowers[index]
    listed = word in DEPARTMENTS or word in DEMONYMS or word in OFFICES or word in PLACES
    return listed or word in _BRIDGES or _is_named(words, index) or "-" in word


def _is_named(words: Words, index: int) -> bool:
    """Whether a word is part of a name: a capital on no ordinary word, or inside a run of
    capitals.
    """
    if not words.texts[index][:1].isupper():
        return False
    word, following = words.lowers[index], words.lower(index + 1)
    inside = index > 0 or f"{word} {following}" in PLACES
    return word not in ORDINARY or (inside and words.texts[index + 1][:1].isupper())


def _bridges_role(words: Words, index: int) -> bool:
    """Whether "and", "of" or "for" holds a role together: two offices, two departments, or two
    capitals.
    """
    left, right = words.lower(index - 1), words.lower(index + 1)
    if words.lowers[index] == "and":
        return left in OFFICES or (left in DEPARTMENTS and right not in OFFICES)
    return (
        words.texts[index - 1][:1].isupper() and words.texts[index + 1][:1].isupper()
        if index
        else False
    )


def is_body(words: Words, first: int, last: int) -> bool:
    """Whether a run is a body by its own words: its last noun, or the noun before "of"."""
    lowers = words.lowers[first:last]
    offices = [
        index
        for index, word in enumerate(lowers)
        if is_office(word) and word not in {"house", "guard"}
    ]
    if offices and offices[0] + 1 < len(lowers) and lowers[offices[0] + 1] in {"of", "to", "for"}:
        return False
    if lowers[-1].rstrip(".") in BODY_HEADS and len(lowers) > 1:
        return True
    return any(
        word in BODY_HEADS and following in {"of", "for", "on"}
        for word, following in pairwise(lowers)
    )
