"""Sayings without a source of their own: "reportedly", "is seen as", "described by analysts as"."""

import re
from dataclasses import dataclass

from briefing.languages.en.antecedents.quotes import Quote, is_inside
from briefing.model import Saying, Span

_BE = r"\b(?:is|are|was|were|has been|have been|had been)(?: \w+ly| also| now| often| still)?"
_CLAIMED = re.compile(
    rf"\b(?:reportedly|allegedly|purportedly|supposedly)\b|{_BE} (?:said|reported|alleged|claimed"
    rf"|rumou?red) to\b"
    r"|\bit (?:is|was|has been)(?: \w+ly)? (?:reported|said|alleged|claimed|rumou?red) that\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"{_BE} (?:seen|viewed|regarded|perceived|considered) as\b|{_BE} (?:expected|believed|thought"
    rf"|assumed|feared) to\b"
    r"|\bit (?:is|was|has been)(?: \w+ly)? (?:believed|assumed|thought|expected|feared|hoped) "
    r"that\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"{_BE} (?:described|seen|viewed|regarded|called|dubbed|portrayed|considered|criticised"
    rf"|criticized|praised) by "
    r"((?:\w[\w'’-]* ){0,5}?\w[\w'’-]*)(?= as\b|[,.;])"
)
SIGNS = frozenset({
    "reportedly", "allegedly", "purportedly", "supposedly", "said", "reported", "alleged",
    "claimed", "rumored",
    "rumoured", "seen", "viewed", "regarded", "perceived", "considered", "expected", "believed",
    "thought", "assumed",
    "feared", "hoped", "described", "called", "dubbed", "portrayed", "criticised", "criticized",
    "praised",
})  # fmt: skip
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
    signs: tuple[tuple[re.Pattern[str], Saying], ...] = (
        (_CLAIMED, "claim"),
        (_JUDGED, "judgement"),
    )
    for pattern, kind in signs:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if not is_inside(quotes, match.start()):
                return Hearsay(cue=Span(start=match.start(), end=match.end()), kind=kind)
    return None
