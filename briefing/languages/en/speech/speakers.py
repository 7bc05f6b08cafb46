"""Whether a phrase can be a speaker, and agrees with the verb of saying behind it."""

from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.lists import COMPANY_NOUNS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents
from briefing.languages.en.speech.agents import DETERMINERS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import head_of
from briefing.languages.en.speech.sources import KNOWN, PRONOUNS, RESEARCH, SOURCES
from briefing.languages.en.speech.verbs import SPEAKING

_NEAR = WORDS.words("near")
_SINGULAR = OFFICES | COMPANY_NOUNS
_SPEAKING_HEADS = KNOWN | RESEARCH


def can_be_speaker(words: Words, first: int, last: int, verb: str) -> bool:
    """Whether a phrase can be a speaker: a name, a pronoun, a source noun; any noun with a
    verb of speaking.
    """
    if first >= last:
        return True
    if not agents.can_speak(words, first, last):
        return False
    if words.texts[last - 1][:1].isupper() or words.lowers[last - 1] in PRONOUNS:
        return True
    if _opens_with_name(words, first, last) or _has_source_noun(words, first, last):
        return True
    return verb in SPEAKING and _is_definite(words, first, last)


def _has_source_noun(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is headed by a noun for a source: "officials familiar with …"."""
    if words.lowers[first] in SOURCES and words.lower(first + 1) in _NEAR:
        return True
    head = head_of(words, first, last)
    singular = head[:-1] if head.endswith("s") else ""
    return (
        head in _SPEAKING_HEADS or singular in _SINGULAR or _precedes_participle(words, first, last)
    )


def _is_definite(words: Words, first: int, last: int) -> bool:
    """Whether a phrase holds a name behind its first word, or opens as one of a certain noun."""
    if any(words.texts[at][:1].isupper() for at in range(first + 1, last)):
        return True
    determined = words.lowers[first] in DETERMINERS or first in words.possessive
    return determined or words.texts[first][:1].isdigit()


def _opens_with_name(words: Words, first: int, last: int) -> bool:
    """Whether a phrase opens with a name that a comma ends ("X, who toured the town, …")."""
    at = first
    while at < last and words.texts[at][:1].isupper() and at not in words.possessive:
        at += 1
    return at > first and words.lower(at) == ","


def _precedes_participle(words: Words, first: int, last: int) -> bool:
    """Whether a source noun stands before a participle: "a new study documenting …"."""
    return any(
        words.lowers[at] in SOURCES and words.lowers[at + 1].endswith(("ing", "ed"))
        for at in range(first, min(first + 5, last - 1))
    )


def agrees_with_verb(words: Words, first: int, last: int, verb: str) -> bool:
    """Whether a subject agrees with a form that is also a noun ("X reports", "analysts
    fear").
    """
    if first >= last:
        return True
    head = head_of(words, first, last)
    capital = _ends_in_name(words, last)
    plural = head.endswith("s") and not capital
    if verb.endswith("s"):
        return not plural and (capital or head in KNOWN)
    if verb in {"read", "thought", "forecast", "posted"}:
        return True
    return (
        plural
        or head in {"they", "many", "some", "people", "media", "police"}
        or words.texts[last - 1].isupper()
    )


def _ends_in_name(words: Words, last: int) -> bool:
    """Whether the word before `last` is a name or an abbreviation; any word opens a sentence with
    a capital.
    """
    final = words.texts[last - 1]
    return (final[:1].isupper() and last > 1) or (final.isupper() and len(final) > 1)
