"""Concepts: stemmed words and pairs of them, and what each is worth to the reader of a cluster of
articles.

Coverage of weighted concepts under a budget follows Gillick and Favre, "A Scalable Global Model for
Summarization" (2009); the weights here count sentences and look at how early a concept stands.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing.languages.packs import pack_for

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_KEEP_TEXTS = (
    8_000  # sentences whose concepts are remembered: weighing and every section ask for them
)
# Tuned on half of 28 clusters of news with human summaries, tried on the other half.
SINGLE = 0.8  # what a word alone is worth beside a pair of words
ONCE = 0.1  # what a concept is worth that one sentence alone has
EARLY = 0.5  # the power at which a concept loses worth with the sentences that stand before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence as ranking sees it: its text, its family of versions, its place in the
    article, and its language.
    """

    text: str
    family: str
    position: int
    language: str | None = None


def lower_words(text: str) -> tuple[str, ...]:
    """The lower-cased words of `text`; bracketed insertions count as words too."""
    return tuple(_WORD.findall(text.lower()))


def word_stems(text: str, language: str | None = None) -> tuple[str, ...]:
    """The stems of the words of `text`, stop words of its language left as they are."""
    pack = pack_for(language)
    stop, stem_word = pack.small_words, pack.stem_word
    return tuple(word if word in stop else stem_word(word) for word in lower_words(text))


@lru_cache(maxsize=_KEEP_TEXTS)
def find_concepts(text: str, language: str | None = None) -> tuple[str, ...]:
    """The concepts of `text`, each once, in order; bracketed insertions have none.

    They are the stems of its content words and its pairs of neighbouring stems of which one at
    least is a content word (those hold a blank).
    """
    row = word_stems(_BRACKETED.sub(" ", text), language)
    stop = pack_for(language).small_words
    found = dict.fromkeys(stem for stem in row if stem not in stop and _is_content(stem))
    found.update(
        (f"{left} {right}", None)
        for left, right in pairwise(row)
        if left not in stop or right not in stop
    )
    return tuple(found)


def _is_content(stem: str) -> bool:
    return len(stem) > 1 or stem.isdigit()


def weigh_concepts(units: Sequence[Unit]) -> dict[str, float]:
    """What each concept is worth, over all sentences of a cluster.

    A concept is worth the number of sentences that have it, whichever article they stand in, and
    less the later the first of them stands in its article. What one sentence alone says counts
    little. Sentences that versions of one article share count once.
    """
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    places: dict[tuple[str, str, str | None], int] = {}
    for unit in units:
        own = (unit.family, unit.text, unit.language)
        places[own] = min(places.get(own, unit.position), unit.position)
    for (_, text, language), position in places.items():
        for concept in find_concepts(text, language):
            counts[concept] += 1
            first[concept] = min(first.get(concept, position), position)
    return {
        concept: weigh_concept(count, first[concept], single=" " not in concept)
        for concept, count in counts.items()
    }


def weigh_concept(count: int, first: int, *, single: bool) -> float:
    """What a concept is worth that `count` sentences have, the first of them at place `first`."""
    repeated = float(count) if count > 1 else ONCE
    earliness: float = (1.0 + first) ** -EARLY
    return repeated * (SINGLE if single else 1.0) * earliness
