"""Who is accused in a text, and whether a text or a speaker lets the accused be heard."""

from collections.abc import Iterator

from briefing.language import wordlist
from briefing.languages.en.acting import named_states, seated_states

_PATTERNS = wordlist.patterns("en", "words/accusing_patterns")


def find_accused(text: str) -> Iterator[str]:
    """The parties that a text names as accused of something; states are none, for who speaks for
    them bears other names.
    """
    for name in ("accuses", "is_accused"):
        for found in _PATTERNS[name].finditer(text):
            party = found["party"]
            if not (list(named_states(party)) or list(seated_states(party))):
                yield party


def is_answered(text: str, party: str) -> bool:
    """Whether a text that names a party, or a part of its name, tells that somebody answers."""
    return _names_party(text, party) and _PATTERNS["answers"].search(text) is not None


def may_speak(speaker: str, party: str) -> bool:
    """Whether a speaker is a party, speaks for it, or may be it under a noun without a name of its
    own: "the company", not "the mayor of Morvad".
    """
    if _names_party(speaker, party):
        return True
    named = any(letter.isupper() for letter in speaker[1:])
    return not named and _PATTERNS["stands_for"].search(speaker) is not None


def _names_party(text: str, party: str) -> bool:
    told = text.casefold()
    return any(word in told for word in _PATTERNS["telling"].findall(party.casefold()))
