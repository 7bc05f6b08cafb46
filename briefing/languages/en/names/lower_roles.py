"""Roles in small letters straight before a name: "the deputy defence minister | X"."""

from briefing.language import wordlist
from briefing.languages.en.lexicon import MONTHS, OFFICES, SAYING_VERBS, WEEKDAYS
from briefing.languages.en.names.lists import DEMONYMS, DEPARTMENTS, ORDINARY, PLACES
from briefing.languages.en.names.titles import HEADS, is_office
from briefing.languages.en.names.words import Words

_WORDS = wordlist.read("en", "words/titles")

_DETERMINERS = _WORDS.words("determiners")
_NOT_IN_ROLE = _WORDS.words("not in role")
_BEFORE_VERBS = _WORDS.words("before verbs")
_NOUNS_TOO = _WORDS.words("verbs too")
_ONCE = _WORDS.words("once")
"""Words that tell since when or until when somebody holds an office."""
_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
_ADJECTIVAL = frozenset({"major", "general", "private"})  # ranks only with a capital
_REACH = 8
_SHORT_FORM = 4  # letters: "NATO chief X" is no dateline
_LOOSE = 2
_BRIDGES = frozenset({"and", "of", "for"})


def role_before(words: Words, first: int, heads: frozenset[str] = HEADS) -> int | None:
    """The first word of a role in lower case that stands straight before a name, or None.

    "the deputy defence minister | X", "team member | X"; with other `heads` also
    "the French daily | X".
    """
    if first < 1 or not _is_role_head(words, first - 1, heads) or first - 1 in words.possessive:
        return None  # "the paper’s | Ann Berg"
    start = _role_start(words, first - 1)
    return None if _is_slashed(words, start) or _is_verb(words, start, first) else start


def _role_start(words: Words, head: int) -> int:
    """The first of the words that belong to the role of which `head` is the last word."""
    start, loose = head, 0
    for index in range(head - 1, max(head - 1 - _REACH, -1), -1):
        if _ends_role(words, index) or _ends_time(words, index):
            return start
        if not _belongs_to_role(words, index):
            loose += 1
            if loose > _LOOSE or _is_no_noun(words.lowers[index]):
                return start
        start = index
    return start


def _ends_time(words: Words, index: int) -> bool:
    """Whether a dateline or a day ends with a word: "On Sunday | crane driver X"."""
    day = words.lowers[index] in _CALENDAR and words.texts[index][:1].isupper()
    return day or _ends_dateline(words, index)


def _ends_dateline(words: Words, index: int) -> bool:
    """Whether the words of a sentence up to one are a town in capitals, the dateline: "SAN VELLIN
    | investor X".
    """
    ahead = words.texts[: index + 1]
    return all(map(str.isupper, ahead)) and sum(map(len, ahead)) > _SHORT_FORM


def _is_verb(words: Words, start: int, first: int) -> bool:
    """Whether what seems a role of one word is a verb ("expected to | host | X"), or only what
    somebody is found to be ("the most | able candidate | X argues").
    """
    if not {"most", "more", "least"}.isdisjoint(words.lowers[max(start - 1, 0) : first]):
        return True
    return start == first - 1 and words.lower(start - 1) in _BEFORE_VERBS


def _is_slashed(words: Words, index: int) -> bool:
    """Whether a slash stands before a word, without a space."""
    joined = index > 0 and words.ends[index - 1] == words.starts[index]
    return joined and words.texts[index - 1] == "/"


def _is_role_head(words: Words, index: int, heads: frozenset[str]) -> bool:
    """Whether one of `heads` stands at `index` in small letters, as a role's last word."""
    small = not words.texts[index][:1].isupper()
    return small and words.lowers[index] in heads - _ADJECTIVAL


def _is_no_noun(word: str) -> bool:
    """Whether a word that belongs to no role looks like a verb, an adverb or a common word."""
    return word in ORDINARY or word.endswith(("ed", "ing", "ly"))


def qualifier_before(words: Words, first: int) -> int:
    """Where a title begins with what tells that its office is over or not yet held: "former |
    President X", "then-| Senator X".
    """
    while first > 0 and words.lowers[first - 1] in _ONCE:
        first -= 1
    return first


def _ends_role(words: Words, index: int) -> bool:
    """Whether no role before a name reaches to a word: it begins a phrase, or bridges nothing."""
    word = words.lowers[index]
    if word in _ONCE:
        return False
    if word in _DETERMINERS or not word[:1].isalnum() or word.isdigit() or word in _NOT_IN_ROLE:
        return True
    if (
        word in SAYING_VERBS.keys() - _NOUNS_TOO
        and words.texts[index].islower()
        and not is_office(word)
    ):
        return True  # "X thinks senator | Y"
    return word in _BRIDGES and not _bridges_role(words, index)


def _belongs_to_role(words: Words, index: int) -> bool:
    """Whether a word is one that roles are made of."""
    word = words.lowers[index]
    listed = word in DEPARTMENTS or word in DEMONYMS or word in OFFICES or word in PLACES
    return listed or word in _BRIDGES or word in _ONCE or _is_named(words, index) or "-" in word


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
    if words.lowers[index] == "of" and left in OFFICES and words.texts[index - 1].islower():
        return words.texts[index + 1].islower()  # "chief of staff"
    return (
        words.texts[index - 1][:1].isupper() and words.texts[index + 1][:1].isupper()
        if index
        else False
    )
