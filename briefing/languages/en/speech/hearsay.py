"""Sayings without a source of their own: "reportedly", "is seen as", "described by analysts as"."""

from dataclasses import dataclass

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.quotes import Quote, is_inside
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Saying, Span

_PATTERNS = wordlist.patterns("en", "words/hearsay_patterns")
_CLAIMED, _JUDGED, _BY = (_PATTERNS[name] for name in ("claimed", "judged", "by"))
_SIGNS: tuple[tuple[late.Pattern, Saying], ...] = ((_CLAIMED, "claim"), (_JUDGED, "judgement"))
SIGNS = WORDS.words("signs of hearsay")
"""Lower-case words without one of which no sentence shows hearsay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearsay:
    """The words that show it, its kind, and whoever is named behind "by" (None where nobody is)."""

    cue: Span
    kind: Saying
    speaker: Span | None = None


def find_sign(text: str, sentence: Span, quotes: tuple[Quote, ...]) -> Hearsay | None:
    """The first sign of hearsay in a sentence, outside quotations, or None."""
    for match in _BY.finditer(text, sentence.start, sentence.end):
        if not is_inside(quotes, match.start()):
            speaker = Span(start=match.start(1), end=match.end(1))
            return Hearsay(
                cue=Span(start=match.start(), end=match.end()), kind="judgement", speaker=speaker
            )
    for pattern, kind in _SIGNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if not is_inside(quotes, match.start()):
                return Hearsay(cue=Span(start=match.start(), end=match.end()), kind=kind)
    return None
