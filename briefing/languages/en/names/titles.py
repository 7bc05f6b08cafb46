"""Titles before a name: who somebody is, in the words that stand in front."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefing.language import wordlist
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    COUNTRY_SHORT,
    DEMONYMS,
    DEPARTMENTS,
    GIVEN,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
)
from briefing.languages.en.names.words import Words

_WORDS = wordlist.read("en", "words/titles")

_LINKS = frozenset({"of", "to", "for", "the", "and", "on"})
_WEAK_DEPARTMENTS = _WORDS.words("weak departments")
_BEHIND = _WORDS.words("behind")
HEADS = OFFICES | RANKS
"""Words that end a title or a role."""
_INSIDE = _LINKS | PARTICLES
_ENDINGS = BODY_HEADS | PLACE_HEADS
_PAIR = 2
_LONGEST_HIDDEN = 3
_OF_BODIES = _WORDS.words("legal") | {"of", "on"}
_BUILT = frozenset({"house", "guard"})  # offices in names of bodies that are none


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
    if last - first == _PAIR and _pairs_given(words, first):
        return None
    start = _skip_unknown(words, first, last)
    behind, end = _read_title(words, start, last)
    if behind == start:
        return None
    title = [word.rstrip(".") for word in words.lowers[start:behind]]
    return Titled(
        name=_name_start(words, behind, end, last),
        office=any(map(_is_mere_office, title)),
        sex=next(filter(None, map(HONORIFICS.get, reversed(title))), None),
    )


def _read_title(words: Words, start: int, last: int) -> tuple[int, int]:
    """How far a title reaches from `start`: the index behind the last word that makes one, and that
    of the first word which does not go on with it.
    """
    behind = start
    for index in range(start, last):
        word = words.lowers[index].rstrip(".")
        if _is_title_head(word):
            if word in GIVEN and behind > start:
                return behind, index
            behind = index + 1
        elif word in _BEHIND and start < behind == index:
            behind = index + 1
        elif not _goes_on(words, index, last, begun=behind > start):
            return behind, index
    return behind, last


def _pairs_given(words: Words, first: int) -> bool:
    """Whether a given name stands at `first`, before no office and no rank."""
    return words.lowers[first] in GIVEN and words.lowers[first + 1] not in HEADS


def _opens_name(words: Words, index: int, last: int) -> bool:
    """Whether what might modify an office is the given name behind a title: "Captain | Christian
    Berg".
    """
    ahead = (words.lowers[at].rstrip(".") for at in range(index + 1, last))
    return words.lowers[index] in GIVEN and not any(map(_is_title_head, ahead))


def _is_title_head(word: str) -> bool:
    """Whether a word, without its stop, makes a title."""
    return is_office(word) or word in RANKS or word in HONORIFICS


def _is_mere_office(word: str) -> bool:
    """Whether a word is an office and no rank."""
    return is_office(word) and word not in RANKS


def _goes_on(words: Words, index: int, last: int, *, begun: bool) -> bool:
    """Whether a title goes on with a word that makes none: one that links, once it has `begun`, or
    one that modifies an office.
    """
    if words.lowers[index].rstrip(".") in _LINKS:
        return begun
    if begun and _opens_name(words, index, last):
        return False
    return _modifies_office(words, index, last) or (not begun and _is_matter(words, index, last))


def _is_matter(words: Words, index: int, last: int) -> bool:
    """Whether a word says what an office is for, between a department and it: "Regional | Planning
    | Director".
    """
    between = index > 0 and words.lowers[index - 1] in DEPARTMENTS and index + 2 < last
    return between and words.lowers[index + 1] in OFFICES and words.lowers[index] not in GIVEN


def _name_start(words: Words, behind: int, index: int, last: int) -> int:
    """Where the name starts when the title's words reach to `index`; `last` where none
    follows.
    """
    linked = behind < last and words.lowers[behind] in _LINKS
    if index == last:
        spare = behind < last and not linked and not _is_place_word(words.lowers[behind])
        return behind if spare else last
    if not linked:
        return index
    if last - index == 1 and words.lowers[index] in BODY_HEADS:
        return last
    placed = _is_place_word(words.lowers[index - 1])
    return index if placed else _given_after(words, index, last)


def _skip_unknown(words: Words, first: int, last: int) -> int:
    """Step over a company's name in front of an office ("X Chief Executive Y")."""
    known = words.lowers[first] in GIVEN or is_office(words.lowers[first])
    if known or _modifies_office(words, first, last):
        return first
    for index in range(first + 1, min(first + 4, last - 1)):
        word = words.lowers[index]
        if word in _LINKS or word in PARTICLES:
            return first
        if _opens_office(word) or _opens_rank(words, index, last):
            return index
    return first


def _opens_rank(words: Words, index: int, last: int) -> bool:
    """Whether a department opens a title behind a place's name ("Vellin | Police Officer X")."""
    heads = index + 2 < last and _is_title_head(words.lowers[index + 1].rstrip("."))
    return heads and words.lowers[index] in DEPARTMENTS


def _opens_office(word: str) -> bool:
    """Whether a word opens an office behind a company's name: no given name, and no rank but
    "chief".
    """
    opens = is_office(word) or word in {"chief", "vice", "deputy"}
    return opens and word not in GIVEN and word not in RANKS - {"chief"}


def is_office(word: str) -> bool:
    """Whether a lower-case word names an office, in the singular or the plural."""
    return word in OFFICES or (word.endswith("s") and word[:-1] in OFFICES)


def is_of_several(word: str) -> bool:
    """Whether a lower-case word names an office in the plural: "Senators X and Y"."""
    return is_office(word) and word not in OFFICES


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
    for index in range(max(first + 1, last - _LONGEST_HIDDEN), last - 1):
        if words.lowers[index] not in GIVEN or words.lowers[index - 1] in _INSIDE:
            continue
        ahead = words.lowers[first:index]
        if words.lowers[last - 1] in _ENDINGS or any(map(is_office, ahead)):
            return None
        if ahead[-1].endswith("ist") or not _OF_BODIES.isdisjoint(ahead):
            return index
    return None


def is_body(words: Words, first: int, last: int) -> bool:
    """Whether a run is a body by its own words: its last noun, or the noun before "of"."""
    lowers = words.lowers[first:last]
    if _holds_office(lowers):
        return False
    if lowers[-1].rstrip(".") in BODY_HEADS and len(lowers) > 1:
        return True
    return any(
        word in BODY_HEADS and following in {"of", "for", "on"}
        for word, following in pairwise(lowers)
    )


def _holds_office(lowers: Sequence[str]) -> bool:
    """Whether the first office of a run goes on with what it is of: "Minister for Trade"."""
    offices = (at for at, word in enumerate(lowers) if is_office(word) and word not in _BUILT)
    behind = next(offices, len(lowers)) + 1
    return behind < len(lowers) and lowers[behind] in {"of", "to", "for"}
