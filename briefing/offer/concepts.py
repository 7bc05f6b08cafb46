"""Concepts: stemmed word pairs, and what each is worth to the reader of a cluster of articles.

Coverage of weighted word pairs under a budget follows Gillick and Favre, "A Scalable Global Model
for Summarization" (2009); the weights here also look at how early and in how many independent
articles a pair stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt

import Stemmer

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_STOP = frozenset(
    "a an the and or but of to in on at by for from with as that this these those it its is are was were be been"
    " being has have had do does did he she they his her their them him i we you our us me my your who whom which"
    " what when where while than then there here not no nor so if into over under after before about between"
    " during against also more most other some such only own same too very can will just said says say told would"
    " could should may might s t mr mrs ms according one two new".split()
)
_STEMMER = Stemmer.Stemmer("english")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_KEEP = 200_000
_KEEP_PAIRS = 8_000  # sentences whose pairs are remembered: weighing and every section ask for them
_STEEP, _FLAT = 0.6, 0.08  # how fast a pair loses worth with the sentences that stand before it
ONCE = 0.35  # what a pair is worth that stands once among several articles
FIGURE = 0.5  # what a number is worth
SHARED = 1.4
LEAD = 3.0  # what telling an article's news is worth, beside the words it is told in


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence as ranking sees it: its text, its family of versions, its place in the article."""

    text: str
    family: str
    position: int


def words(text: str) -> tuple[str, ...]:
    """Give the lower-cased words of `text`; bracketed insertions count as words too."""
    return tuple(_WORD.findall(text.lower()))


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of the words of `text`, stop words left as they are."""
    return tuple(map(_stem, words(text)))


@lru_cache(maxsize=_KEEP)
def _stem(word: str) -> str:
    """Stem one word (Snowball English). Cached: a cluster repeats its words."""
    return word if word in _STOP else _STEMMER.stemWord(word)


@lru_cache(maxsize=_KEEP_PAIRS)
def pairs(text: str) -> tuple[str, ...]:
    """Give the concepts of `text`, each once, in order.

    They are neighbouring stems, at least one of them a content word, and every number and date by
    itself (with a `#`): figures are what a reader acts on, and no other word stands in for one.
    """
    row = stems(_BRACKETED.sub(" ", text))
    found = {
        f"{left} {right}": None
        for left, right in pairwise(row)
        if left not in _STOP or right not in _STOP
    }
    found.update({f"#{stem}": None for stem in row if stem[0].isdigit()})
    return tuple(found)


def lead(position: int, family: str) -> tuple[str, ...]:
    """Give the concept "what this article is about", which its first sentence alone has."""
    return (f"§{family}",) if position == 0 else ()


def weigh(units: Sequence[Unit], room: int) -> dict[str, float]:
    """Give each concept's weight over all sentences of a cluster.

    A pair that several independent articles (families) share is worth the root of their number; it
    is worth more where it stands early in one of them. Pairs that only one article has count
    little, and only as far as that article repeats them.
    """
    late = _late(units, room)
    once = ONCE if len({unit.family for unit in units}) > 1 else 1.0
    weights: dict[str, float] = {}
    first: dict[str, Unit] = {}
    several: dict[str, list[Unit]] = {}
    for unit in units:
        alone = once * _early(unit, late)
        for pair in pairs(unit.text):
            before = first.setdefault(pair, unit)
            if before is unit:
                weights[pair] = alone
            else:
                several.setdefault(pair, [before]).append(unit)
    weights.update((pair, _worth(where, late)) for pair, where in several.items())
    weights.update((pair, FIGURE) for pair in first if pair[0] == "#")
    weights.update(
        (concept, LEAD) for unit in units for concept in lead(unit.position, unit.family)
    )
    return weights


def _late(units: Sequence[Unit], room: int) -> float:
    """Give how fast pairs lose worth by place: the less room there is, the more beginnings count.

    News tells what matters first; a brief with room for half of it can look further down.
    """
    share = room / max(1, sum(len(unit.text.split()) for unit in units))
    return min(_STEEP, max(_FLAT, _STEEP - 1.5 * share))


def _early(unit: Unit, late: float) -> float:
    """Give what is left of a pair's worth where its sentence stands."""
    return 1.0 / (1.0 + late * unit.position)


def _worth(where: Sequence[Unit], late: float) -> float:
    """Weigh a pair that several sentences have: the root of their number, damped by how late the first stands.

    It is worth more where independent articles share it.
    """
    early = max(_early(unit, late) for unit in where)
    shared = any(unit.family != where[0].family for unit in where)
    return sqrt(len(where)) * (SHARED if shared else 1.0) * early
