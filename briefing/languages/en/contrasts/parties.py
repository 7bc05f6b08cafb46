"""Who answers for a sentence, and which figure it says is not right."""

from briefing.languages.en.contrasts.voices import PATTERNS, find_voice
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.model import Reading

_NOT_NUMBER = PATTERNS["not_number"]


def name_party(reading: Reading, text: str) -> str:
    """Who says a sentence: whoever it names, or the outlet of a release; "" where it is nobody."""
    return find_voice(text) or (_outlet(reading) if is_release(reading) else "")


def is_release(reading: Reading) -> bool:
    """Whether an article is a release, in which its issuer speaks."""
    kind = reading.document.kind
    return kind is not None and kind.value == RELEASE


def _outlet(reading: Reading) -> str:
    outlet = reading.document.outlet
    return "" if outlet is None else str(outlet.value)


def says_not(text: str) -> frozenset[str]:
    """The figures, in small letters as they stand, that a text says are not right: "one, not
    two".
    """
    return frozenset(one["number"].lower() for one in _NOT_NUMBER.finditer(text))
