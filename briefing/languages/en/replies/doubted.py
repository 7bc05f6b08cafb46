"""Figures that somebody disputes in a short sentence, and what is counted in the next: "Relatives
dispute the figures. Their committee says that 48 people …".
"""

from collections.abc import Iterator, Sequence

from briefing.language import wordlist
from briefing.languages.en.assertions import find_told
from briefing.languages.en.contrasts.voices import find_voice
from briefing.model import Figured, Reading, Span, ToldSentence

_PATTERNS = wordlist.patterns("en", "replies/patterns")
_DOUBTS_IT, _OWN_VIEW = _PATTERNS["doubts"], _PATTERNS["own_view"]
_DOUBTS, _WORD = _PATTERNS["doubts_figures"], _PATTERNS["word"]
_BACK = 3  # sentences before the doubt among which the figure stands


def pair_doubted(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Each sentence with a figure that the sentence behind it disputes, and the one that says
    otherwise.
    """
    told = find_told(reading)
    text = reading.document.text
    for place in range(1, len(told) - 1):
        span = told[place].span
        if _DOUBTS.search(text[span.start : span.end]) is not None:
            before = told[max(0, place - _BACK) : place]
            claim = _find_counted(text, before, told[place + 1])
            if claim is not None:
                yield claim, told[place + 1].span


def pair_viewed(text: str, told: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each sentence that somebody says, doubted in a short one behind it, and the doubter's own
    view: "Vasari doubts it. In his opinion the river …".
    """
    for claim, doubt, answer in zip(told, told[1:], told[2:], strict=False):
        doubted = _DOUBTS_IT.search(text[doubt.start : doubt.end]) is not None
        viewed = doubted and _OWN_VIEW.match(text[answer.start : answer.end]) is not None
        if viewed and find_voice(" ".join(text[claim.start : claim.end].split())):
            yield claim, answer


def _find_counted(text: str, before: Sequence[ToldSentence], theirs: ToldSentence) -> Span | None:
    """The nearest sentence that counts what is counted, and otherwise."""
    counts = {_what(text, one): one.told for one in theirs.figures if not one.part}
    for sentence in reversed(before):
        for one in sentence.figures:
            if counts.get(_what(text, one), one.told) != one.told:
                return sentence.span
    return None


def _what(text: str, one: Figured) -> str:
    """What a figure counts: its noun, or the word as it stands where that is "people"."""
    words = _WORD.findall(text[one.figure.start : one.figure.end])
    behind = _WORD.search(text, one.figure.end)
    last = words[-1] if words else behind[0] if behind else ""
    return one.counted or last.lower()
