"""Which sentence stands behind another: statements of two parts, and the proof of them, go by
it.
"""

from briefing.model import Passage, Reading, Span


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
