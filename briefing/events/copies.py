"""Articles that retell one another sentence by sentence: a release and its reworded copy are one
origin.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.language.identity import Same
from briefing.languages.en.sameness import Gist, read_gist, vocabulary
from briefing.model import Reading, Span

_LEAST = 3  # sentences of the shorter article; of fewer nothing can be said
_ALIKE = 0.5  # share of the shorter sentence's words from which one sentence retells another
_ALIKE_IN_ORDER = 0.4  # the same where all sentences follow each other as in the other article
_MOSTLY = 0.6  # share of the shorter article's sentences from which it is a copy
_FEWEST_IN_COPY = 4  # sentences of an article that may be called a copy and left untold
_NEARLY_ALL = 0.8  # share of them that retell the original
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
    return _retells_in_order(shorter, longer) or _retells_most(shorter, longer)


def find_retold(copy: Reading, original: Reading) -> tuple[Span, ...]:
    """The sentences of a copy that its original tells too; none where it is no copy.

    A copy has four sentences or more, of which four fifths each retell one of the original's, in
    its order: with as many of the same words, no other figure and no denial more or less. Two
    reports of one event share facts, hardly in one order and never so many.
    """
    theirs = [gist for _, gist in _told_gists(original)]
    own = list(_told_gists(copy))
    places = [(span, _find_counterpart(gist, theirs)) for span, gist in own]
    retold = [(span, place) for span, place in places if place is not None]
    in_order = all(before < after for (_, before), (_, after) in pairwise(retold))
    if len(own) < _FEWEST_IN_COPY or len(retold) < _NEARLY_ALL * len(own) or not in_order:
        return ()
    return tuple(span for span, _ in retold)


def _told_gists(reading: Reading) -> Iterator[tuple[Span, Gist]]:
    """The sentences of an article's body that have enough words to be told from others."""
    text = reading.document.text
    for span in _body_spans(reading):
        words = text[span.start : span.end]
        if len(vocabulary(words)) > _LEAST:
            yield span, read_gist(words)


def _find_counterpart(told: Gist, sources: Sequence[Gist]) -> int | None:
    """Which sentence is retold by another that says nothing else in figures or denials: the one
    with the most of its words, None where there is none with enough.
    """
    shares = [len(told.words & one.words) / min(len(told.words), len(one.words)) for one in sources]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < _ALIKE_IN_ORDER:
        return None
    source = sources[best]
    return best if told.numbers <= source.numbers and told.turns == source.turns else None


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


def _retells_most(shorter: Sequence[frozenset[str]], longer: Sequence[frozenset[str]]) -> bool:
    """Whether most sentences of the shorter article retell one of the longer; no more of them are
    looked at than it takes to know.
    """
    missed = 0
    for sentence in shorter:
        missed += not _is_retold(sentence, longer)
        if len(shorter) - missed < _MOSTLY * len(shorter):
            return False
    return True


def _is_retold(sentence: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    length = len(sentence)
    for other in others:  # no generator: a brief of many articles asks this a million times
        if other and len(sentence & other) >= _ALIKE * min(length, len(other)):
            return True
    return False


def sentence_words(reading: Reading) -> tuple[frozenset[str], ...]:
    """The words of each sentence of an article's body that has enough of them to be told from
    others, remembered.
    """
    return _sentence_words(Same(reading=reading))


@lru_cache(maxsize=_KEEP)
def _sentence_words(same: Same) -> tuple[frozenset[str], ...]:
    text = same.reading.document.text
    found = (vocabulary(text[span.start : span.end]) for span in _body_spans(same.reading))
    return tuple(words for words in found if len(words) > _LEAST)


def _body_spans(reading: Reading) -> Iterator[Span]:
    """The sentences of an article's body."""
    for passage in reading.passages:
        yield from passage.sentences if passage.is_live else ()
