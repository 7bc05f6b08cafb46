"""Somebody whom the entities don't hold: spoken of by a noun, or by a name that nobody read.

Whoever isn't read as a person may be the one meant, so nobody else is certain then.
"""

from collections.abc import Iterator, Sequence
from re import Match

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.nouns import KIN, PEOPLE
from briefing.languages.en.lexicon import HONORIFICS, MONTHS, OFFICES, RANKS, WEEKDAYS
from briefing.languages.en.names.lists import (
    BODY_HEADS,
    BODY_NAMES,
    DEMONYMS,
    DEPARTMENTS,
    DICTIONARY,
    GIVEN,
    ORDINARY,
    PLACE_HEADS,
    PLACES,
    SURNAMES,
)
from briefing.model import Mention, Span

_WORDS = wordlist.read("en", "antecedents/words")
_DETERMINERS = _WORDS.words("determiners")
_BRINGING_IN = _WORDS.words("bringing in")
_ADJECTIVES = _WORDS.words("adjectives")
_AGENTS = _WORDS.entries("agents")
_SURE_AGENTS, _NO_AGENTS = tuple(_WORDS.entries("sure agents")), _WORDS.words("no agents")
_TRADES = wordlist.read("en", "words/strangers").words("trades")
_HUMANS = KIN | PEOPLE | OFFICES | _TRADES
_NO_NAME = DEMONYMS | ORDINARY | BODY_HEADS | PLACE_HEADS | OFFICES | KIN | PEOPLE
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
_KNOWN = BODY_NAMES | DEPARTMENTS | frozenset(HONORIFICS) | RANKS
_WORD = late.pattern(r"\w[\w'’-]*")
_PAIR = late.pattern(r"\b[A-Z][a-z]+(?:-[A-Z]?[a-z]+)? [A-Z][a-z]+\b")
_UPPER = late.pattern(r"\b[A-Z][\w-]*")
_CAPITAL = late.pattern(r"\b[A-Z][\w-]*[a-z]\b")
_OPENER = late.pattern(r"[A-Z][a-z]+(?= [a-z])")
_ADDRESSED = late.pattern(r"\b(?:Mr|Mrs|Ms|Dr|Miss)\.? [A-Z][\w’'-]+")
_OWNER = late.pattern(rf"['’]s (?:\w+ )?(?:{'|'.join(sorted(OFFICES | KIN))}), [A-Z]")
_OWNING = late.pattern(r"[’']s?$")
_LED = late.pattern(r"\b(?:in|at|near|from|to|for|the|of) (?:[A-Z][\w-]+ )*$")
_APPOSED = late.pattern(r"[’'s]*,")
_AHEAD = 3  # words behind a determiner among which its noun is looked for
_ROLE_GAP = 30  # characters between a role and the name behind it
_AGE_GAP = 6  # characters between a name and its apposition


def names_others(index: SentenceIndex, start: int, end: int) -> bool:
    """Somebody who is no entity is spoken of in a stretch: by a noun, or by a name nobody read."""
    return speaks_of_human(index, start, end) or names_stranger(index, start, end)


def names_stranger(index: SentenceIndex, start: int, end: int, *, placed: bool = False) -> bool:
    """A capitalised word that may be somebody's name stands in a stretch and was not understood.

    With `placed` a word that a preposition of place or "the" leads is taken for a place or a body.
    """
    mentions = index.named(start, end)
    if any(not _is_inside(one, mentions) for one in _ADDRESSED.finditer(index.text, start, end)):
        return True
    return any(
        _may_be_somebody(match.group().lower())
        and not _is_inside(match, mentions)
        and _OWNER.match(index.text, match.end()) is None
        and not (placed and _LED.search(index.text, start, match.start()))
        for match in _CAPITAL.finditer(index.text, start, end)
    )


def names_bare_body(index: SentenceIndex, number: int, start: int, end: int) -> bool:
    """Whether a stretch of sentence `number` has, outside quotations, what was read as a body's
    name and is one word without "the": it may be a person's.
    """
    for mention in index.named(start, end):
        name = index.text[mention.start : mention.end]
        led = index.text[max(0, mention.start - 4) : mention.start].lower() == "the "
        bare = mention.kind == "body" and not (led or " " in name or name.isupper())
        if bare and not index.quoted(number, mention.start):
            return True
    return False


def names_unread(index: SentenceIndex, start: int, end: int) -> bool:
    """Whether a capitalised word inside a sentence [start, end) is nothing that was read or that
    the lists know, whatever else it may mean in small letters: "Brown’s work", "Triple H".
    """
    mentions = index.named(start, end)
    return any(
        match.start() > start + 1
        and not _is_known(match.group().lower())
        and not _is_inside(match, mentions)
        for match in _UPPER.finditer(index.text, start, end)
    )


def opens_unread(index: SentenceIndex, span: Span) -> bool:
    """Whether a sentence opens with a word that is no ordinary one, was read as nothing and may be
    somebody's name: "Rex was fed".
    """
    opening = _OPENER.match(index.text, span.start, span.end)
    if opening is None or _is_inside(opening, index.named(span.start, span.end)):
        return False
    word = opening.group().lower()
    return word not in DICTIONARY and _may_be_somebody(word)


def _is_known(word: str) -> bool:
    """Whether the lists know a capitalised word (given in lower case) as no person's name."""
    return word in _NO_NAME or word in _KNOWN or word in PLACES or word in _CALENDAR or word == "i"


def _may_be_somebody(word: str) -> bool:
    """Whether a capitalised word (given in lower case) may be a part of a person's name."""
    if word in _NO_NAME or word in _KNOWN or word.removesuffix("s") in DEMONYMS:
        return False
    return word in GIVEN or word in SURNAMES or word not in DICTIONARY


def speaks_of_human(index: SentenceIndex, start: int, end: int) -> bool:
    """Whether a stretch speaks of somebody the entities do not hold ("a teacher", an unread
    full name).

    Roles of the persons named there (before the name, or in an apposition) do not count.
    """
    mentions = index.named(start, end)
    return any(
        not _belongs_to_person(index, mentions, first, last)
        for first, last in _find_humans(index.text, start, end)
    ) or any(
        _may_be_name(match.group()) and not _is_inside(match, mentions)
        for match in _PAIR.finditer(index.text, start, end)
    )


def _find_humans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a stretch speaks of a human by a determiner and a noun close behind it."""
    matches = list(_WORD.finditer(text, start, end))
    for at, match in enumerate(matches):
        determiner = match.group().lower()
        if determiner not in _DETERMINERS:
            continue
        for place in range(at + 1, min(at + 1 + _AHEAD, len(matches))):
            if _is_human(matches, place, determiner):
                yield match.start(), matches[place].end()


def _is_human(matches: Sequence[Match[str]], place: int, determiner: str) -> bool:
    """Whether the word at `place` is a noun for a human, as its determiner has it."""
    word = _OWNING.sub("", matches[place].group())
    following = matches[place + 1].group() if place + 1 < len(matches) else ""
    if word in _ADJECTIVES and following.islower() and following not in ORDINARY:
        return False
    if word in _HUMANS or (word.endswith(_SURE_AGENTS) and word not in _NO_AGENTS):
        return True
    return determiner in _BRINGING_IN and word.endswith(_AGENTS)


def _belongs_to_person(
    index: SentenceIndex, mentions: Sequence[Mention], start: int, end: int
) -> bool:
    """Whether a noun belongs to a person named beside it."""
    return any(
        _is_role_before(index.text[end : mention.start])
        if mention.start >= end
        else _is_apposition(index.text[mention.end : start])
        for mention in mentions
        if mention.kind == "person"
    )


def _is_role_before(gap: str) -> bool:
    """Whether what stands between a noun and a name behind it leaves the noun the name's role."""
    return len(gap) <= _ROLE_GAP and not set(gap) & set(".;:") and gap.count(",") <= 1


def _is_apposition(gap: str) -> bool:
    """Whether what stands between a name and a noun behind it makes that an apposition."""
    return len(gap) <= _AGE_GAP and _APPOSED.match(gap) is not None


def _is_inside(match: Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether a match touches a mention."""
    return any(one.start < match.end() and match.start() < one.end for one in mentions)


def _may_be_name(pair: str) -> bool:
    """Whether two capitalised words may be a person's name that nobody read."""
    words = pair.lower()
    return words not in PLACES and not any(
        word in _NO_NAME or word in PLACES for word in words.split(" ")
    )
