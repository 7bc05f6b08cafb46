"""What stands in commas between a subject and its verb: where it opens, what is none."""

from collections.abc import Sequence

from briefing.languages.en.names.lists import PARTICLES, PLACES
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import ARTICLES, DAYS, PREPOSITIONS

_OPENERS = WORDS.words("behind a subject")
_BEHIND_NAME = PREPOSITIONS | ARTICLES | {"and", "or", "with", "as", "who", "which"}
_CONNECTIVES = frozenset({"but", "and", "yet", "still", "meanwhile", "however", ","})
_LONGEST_TITLE, _SMALL = 9, 3  # words of a work's title; letters of the small ones in it


def is_title(words: Words, at: int, masked: frozenset[int]) -> bool:
    """Whether the quotation round a word is a work's title in an apposition: "X, the author of “The
    Long Quay,” | said".
    """
    first = last = at
    while first - 1 in masked:
        first -= 1
    while last + 1 in masked:
        last += 1
    apposed = first > 1 and (words.texts[first - 1] == "," or words.texts[first - 1].islower())
    return apposed and _has_title_case(words.texts[first : last + 1])


def _has_title_case(texts: Sequence[str]) -> bool:
    """Whether all but the small of some words have a capital, as in the title of a work."""
    told = [text for text in texts if text[:1].isalpha()]
    large = all(text[:1].isupper() for text in told if len(text) > _SMALL)
    return large and 0 < len(told) <= _LONGEST_TITLE


def is_where(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is a place's name that another's comma ends: "Vellin, | N.Y., said"."""
    named = words.lower(first - 1) == "," and words.texts[first - 2][:1].isupper()
    where = " ".join(words.lowers[first:last])
    return first > 1 and named and (where in PLACES or ("." in where and last - first == 1))


def leads_clause(words: Words, found: tuple[int, int], masked: frozenset[int]) -> bool:
    """Whether a name of several words stands behind a quotation or opens its sentence, and no verb
    of its own makes a clause of it: "Acme Steel employs 900 people, its chairman, | X, said", "The
    Swan, a tug, has lost a mast, the owner, | X, said".
    """
    first = found[0]
    named = all(text[:1].isupper() for text in words.texts[first : first + 2])
    connected = all(word in _CONNECTIVES for word in words.lowers[:first])
    opens = words.lowers[first] not in DAYS and (connected or first - 1 in masked)
    return named and opens and not (_goes_on(words, *found) or _acts_behind(words, *found))


def _acts_behind(words: Words, first: int, last: int) -> bool:
    """Whether a verb follows a comma inside a phrase, so that an apposition ended there."""
    behind = (at + 1 for at in range(first, last - 1) if words.texts[at] == ",")
    return any(agents.is_auxiliary(words, at) or words.texts[at] in agents.PAST for at in behind)


def is_named(words: Words, first: int, described: tuple[int, int]) -> bool:
    """Whether a name of several words fills its phrase up to one that opens with an article and
    only says who bears it, what follows a comma inside it being no name: "Because of it, | Ann
    Berg, a manager at the mill, south of town, | said".
    """
    start, last = described
    name = words.texts[first : start - 1]
    full = len(name) > 1 and all(text[:1].isupper() for text in name)
    if not full or words.lowers[start] not in ARTICLES or words.lower(first - 1) not in {"", ","}:
        return False
    parts = (at + 1 for at in range(start, last) if words.texts[at] == ",")
    return all(words.texts[at].islower() and words.lowers[at] not in ARTICLES for at in parts)


def _goes_on(words: Words, first: int, last: int) -> bool:
    """Whether a word in small letters stands behind the name that opens a phrase, and is none by
    which more is said of that name: "X of the guild", "X (Tolm)", "X, who …".
    """
    at = first
    while at < last and (words.texts[at][:1].isupper() or words.lowers[at] in PARTICLES):
        at += 1
    small = at < last and words.texts[at][:1].islower() and at not in words.possessive
    return small and words.lowers[at] not in _BEHIND_NAME


def ends_clause(words: Words, at: int, masked: frozenset[int]) -> bool:
    """Whether a quotation or another clause stands at a word; a stop before a comma ends none:
    "X, of Tolm, Md., said".
    """
    if words.texts[at] == "." and words.texts[at + 1] == ",":
        return False
    return at in masked or words.texts[at] in {";", ":", ".", "”"}


def opens_apposition(words: Words, at: int) -> bool:
    """Whether an apposition may open behind a word: behind a comma that opens no other part of a
    list.
    """
    return words.texts[at] == "," and words.lowers[at + 1] not in {"and", "or"}


def opens_clause(opener: str) -> bool:
    """Whether what opens an apposition is a clause or an adjunct: no part of the subject."""
    return opener.endswith(("ing", "ed")) or opener in _OPENERS
