"""The times of day that a live page sets before its posts, "15:05 The board …": labels, no words of
a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.language import wordlist
from briefing.language.identity import Remembered
from briefing.model import Passage, Reading, Span

_STAMP = wordlist.patterns("en", "words/stamp_patterns")["stamp"]
_SEVERAL = 2  # paragraphs that open so make a live page; one alone may be about that hour
_KEEP = 8


def find_stamps(text: str, passages: Sequence[Passage]) -> Mapping[int, int]:
    """Where the words begin behind each stamp, by the start of its paragraph."""
    told = (passage for passage in passages if passage.dropped is None)
    matches = (_STAMP.match(text, passage.start, passage.end) for passage in told)
    return {match.start(): match.end() for match in matches if match is not None}


def skip_stamp(stamps: Mapping[int, int], sentence: Span) -> Span:
    """A sentence without the hour that a live page sets before it."""
    begins = stamps.get(sentence.start)
    return sentence if begins is None else replace(sentence, start=begins)


def _of_live_page(reading: Reading) -> Mapping[int, int]:
    found = find_stamps(reading.document.text, reading.passages)
    return found if len(found) >= _SEVERAL else {}


STAMPS = Remembered(find=_of_live_page, most=_KEEP)
"""The stamps of an article that is a live page; none of any other, which may tell of that hour."""
