"""How much of a large corpus is looked at together: each tag hands on the passages that it fits best."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest

from briefing.language import edtf
from briefing.model import Document
from briefing.pipeline import keep
from briefing.pipeline.keep import Chosen, Memory
from briefing.pipeline.order import Order

_Scored = tuple[float, str, int]


def choose(memory: Memory, order: Order, documents: Sequence[Document]) -> Chosen:
    """Give the passages that the brief is made of: all of them, unless a tag fits more than `order.consider`.

    What the analyst's file names is always among them. A section without tags, which takes everything, looks at
    that many articles, the newest first.
    """
    scored: dict[str, list[_Scored]] = {name: [] for name in order.taggers}
    for document, passages in keep.tagged(memory, order, documents):
        for number, tags in passages:
            for tag in tags:
                scored[tag.name].append((-tag.score, document.id, number))
    greedy = any(not tags for tags in order.tags.values())
    newest = _newest(documents, order.consider) if greedy else []
    if all(len(found) <= order.consider for found in scored.values()) and (not greedy or len(newest) == len(documents)):
        return dict.fromkeys((document.id for document in documents), None)
    chosen: dict[str, set[int]] = {}
    for found in scored.values():
        for best in nsmallest(order.consider, found):
            chosen.setdefault(best[1], set()).add(best[2])
    named = set(_named(order))
    whole = {*newest, *(one.id for one in documents if (one.path or one.locator) in named)}
    return {
        one.id: None if one.id in whole else frozenset(chosen[one.id])
        for one in documents
        if one.id in whole or one.id in chosen
    }


def _newest(documents: Sequence[Document], limit: int) -> list[str]:
    """Give the ids of the newest documents; what bears no date counts as old."""
    dated = [
        (-edtf.bounds(one.published.value)[1].toordinal() if one.published else 0, one.locator, one.id)
        for one in documents
    ]
    return [one[2] for one in nsmallest(limit, dated)]


def _named(order: Order) -> Iterator[str]:
    """Give the paths that the analyst's file speaks of."""
    file = order.analyst.file
    yield from (entry.path for entry in file.pin)
    yield from (entry.path for entry in file.exclude)
    yield from (entry.path for entry in file.correct)
    yield from (cited.path for judgement in file.judgements for cited in judgement.cites)
