"""Articles that retell one another sentence by sentence: a release and its reworded copy are one
origin.
"""

from collections.abc import Sequence
from functools import lru_cache

from briefing.language.identity import Same
from briefing.languages.en.sameness import vocabulary
from briefing.model import Reading

_LEAST = 3  # sentences of the shorter article; of fewer nothing can be said
_ALIKE = 0.5  # share of the shorter sentence's words from which one sentence retells another
_ALIKE_IN_ORDER = 0.4  # the same where all sentences follow each other as in the other article
_MOSTLY = 0.6  # share of the shorter article's sentences from which it is a copy
_KEEP = 1024  # articles whose words are remembered


def is_reworded(one: Reading, other: Reading) -> bool:
    """Whether most sentences of the shorter article retell sentences of the other one, or all of
    them do so less closely and in its order.

    Two reports of one event share some sentences (what was said, what is known), hardly most.
    """
    ours, theirs = sentence_words(one), sentence_words(other)
    shorter, longer = sorted((ours, theirs), key=len)
    if len(shorter) < _LEAST:
        return False
    retold = sum(_is_retold(sentence, longer) for sentence in shorter)
    return retold >= _MOSTLY * len(shorter) or _retells_in_order(shorter, longer)


def _retells_in_order(shorter: Sequence[frozenset[str]], longer: Sequence[frozenset[str]]) -> bool:
    """Whether every sentence of the shorter article retells another of the longer, one after the
    other: a copy with other words for most.
    """
    places = []
    for words in shorter:
        shares = [len(words & other) / min(len(words), len(other)) for other in longer]
        if max(shares) < _ALIKE_IN_ORDER:
            return False
        places.append(shares.index(max(shares)))
    return places == sorted(set(places))


def _is_retold(sentence: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    return any(
        len(sentence & other) >= _ALIKE * min(len(sentence), len(other))
        for other in others
        if other
    )


def sentence_words(reading: Reading) -> tuple[frozenset[str], ...]:
    """The words of each sentence of an article's body that has enough of them to be told from
    others, remembered.
    """
    return _sentence_words(Same(reading=reading))


@lru_cache(maxsize=_KEEP)
def _sentence_words(same: Same) -> tuple[frozenset[str], ...]:
    text = same.reading.document.text
    found = (
        vocabulary(text[span.start : span.end])
        for passage in same.reading.passages
        if passage.is_live
        for span in passage.sentences
    )
    return tuple(words for words in found if len(words) > _LEAST)
