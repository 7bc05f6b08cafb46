"""Whether a phrase can be a speaker, and agrees with the verb of saying behind it."""

from briefing.language import wordlist
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.lists import COMPANY_NOUNS, DEMONYMS
from briefing.languages.en.names.words import Words
from briefing.languages.en.speech import agents
from briefing.languages.en.speech.agents import DETERMINERS, RELATIVES
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import PREPOSITIONS, head_of
from briefing.languages.en.speech.sources import KNOWN, PRONOUNS, RESEARCH, SOURCES
from briefing.languages.en.speech.verbs import SPEAKING

_AGENTS = tuple(wordlist.read("en", "antecedents/words").words("agents") - {"ar"})
_BASES = frozenset({"show", "report", "claim", "note", "state", "hope", "fear", "post", "comment"})
_MEMBERS = frozenset({"states", "reports", "claims", "pledges", "notes"})
_SOME = frozenset({"some", "many", "most", "few"})
_PLURALS = frozenset({"they", "many", "some", "people", "media", "police"})
_PASTS = frozenset({"read", "thought", "forecast", "posted"})  # the same in both numbers
_ABBREVIATED = 2  # words: "the UN | claim", not "the host of a TV | show"
_NEAR = WORDS.words("near")
_PERSONS = KNOWN | RESEARCH | nouns.PEOPLE | nouns.KIN | nouns.GROUPS
_SINGULAR = OFFICES | COMPANY_NOUNS
_SPEAKING_HEADS = KNOWN | RESEARCH


def can_be_speaker(words: Words, first: int, last: int, verb: str) -> bool:
    """Whether a phrase can be a speaker: a name, a pronoun, a source noun; any noun with a
    verb of speaking.
    """
    if first >= last:
        return True
    if not agents.can_speak(words, first, last) or _opens_as_adjunct(words, first):
        return False
    if _names_speaker(words, first, last) or _has_source_noun(words, first, last):
        return True
    if verb not in SPEAKING:
        return False
    if words.lowers[first] in {"a", "an"} and verb.endswith("ed"):
        return head_of(words, first, last).endswith(_AGENTS)  # "a plan announced this year"
    return _is_definite(words, first, last)


def _opens_as_adjunct(words: Words, first: int) -> bool:
    """Whether an adverb and a participle open a phrase: "largely targeting voters in battleground
    | states".
    """
    return words.lowers[first].endswith("ly") and words.lower(first + 1).endswith("ing")


def _names_speaker(words: Words, first: int, last: int) -> bool:
    """Whether a phrase ends in a pronoun or a name of its own, or opens with one."""
    if words.lowers[last - 1] in PRONOUNS:
        return True
    if words.texts[last - 1][:1].isupper() and not _ends_adjunct(words, first, last):
        return True
    return _opens_with_name(words, first, last)


def _ends_adjunct(words: Words, first: int, last: int) -> bool:
    """Whether the name at the end of a phrase only says more of a noun in small letters, which is
    nobody: "the attack on | X".
    """
    at = first
    while at < last and words.lowers[at] not in PREPOSITIONS:
        if words.lowers[at] == "," or words.lowers[at] in RELATIVES:
            return False
        at += 1
    if at in {first, last} or not words.texts[at - 1].islower():
        return False
    head = words.lowers[at - 1]
    return head.removesuffix("s") not in _PERSONS and head not in _PERSONS and head.isalpha()


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
    if words.lowers[first] in {"a", "an"} and verb in _BASES:
        return False  # "an NBC | show"
    if verb in _MEMBERS and words.lowers[last - 1] in DEMONYMS:
        return False  # "as Soviet | states"
    head = head_of(words, first, last)
    if verb.endswith("s"):
        return _takes_singular(words, last, head)
    return verb in _PASTS or _takes_plural(words, first, last, head)


def _takes_singular(words: Words, last: int, head: str) -> bool:
    """Whether a subject may stand before a form in -s: "X reports", and not "by some |
    estimates".
    """
    if head in _SOME:
        return False
    return _ends_in_name(words, last) or (head in KNOWN and not head.endswith("s"))


def _takes_plural(words: Words, first: int, last: int, head: str) -> bool:
    """Whether a subject may stand before a form without -s: "analysts fear", "the UN claim"."""
    if head in _PLURALS or (head.endswith("s") and not _ends_in_name(words, last)):
        return True
    return words.texts[last - 1].isupper() and last - first <= _ABBREVIATED


def _ends_in_name(words: Words, last: int) -> bool:
    """Whether the word before `last` is a name or an abbreviation; any word opens a sentence with
    a capital.
    """
    final = words.texts[last - 1]
    return (final[:1].isupper() and last > 1) or (final.isupper() and len(final) > 1)
