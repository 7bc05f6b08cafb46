"""Which sentence stands behind another: statements of two parts, and the proof of them, go by
it.
"""

from bisect import bisect_right
from operator import attrgetter

from briefing.model import Passage, Reading, Span

_START = attrgetter("start")


def passages_up_to(reading: Reading, place: int) -> int:
    """How many passages of an article start at `place` or before it."""
    return bisect_right(reading.passages, place, key=_START)


def passage_at(reading: Reading, place: int) -> Passage | None:
    """The passage that holds `place`; None between two and outside of all."""
    last = passages_up_to(reading, place)
    passage = reading.passages[last - 1] if last else None
    return passage if passage is not None and place < passage.end else None


def passage_of(reading: Reading, sentence: Span) -> Passage:
    """The passage that a sentence of an article stands in. Raises ValueError for one that it
    hasn't.
    """
    passage = passage_at(reading, sentence.start)
    if passage is None:
        message = f"no passage at {sentence.start}"
        raise ValueError(message)
    return passage


def following_sentence(reading: Reading, passage: Passage, sentence: Span) -> Span | None:
    """The sentence behind `sentence`: in its passage, or the first of the passage behind that;
    None at the end.

    Raises ValueError where the passage has no such sentence.
    """
    at = passage.sentences.index(sentence) + 1
    if at < len(passage.sentences):
        return passage.sentences[at]
    behind = next((p for p in reading.passages if p.number == passage.number + 1), None)
    return behind.sentences[0] if behind is not None and behind.sentences else None
