"""How much of a large corpus is looked at together: each tag hands on the passages that it fits best.

Of what these offer each section then looks at as many statements as are worth most by themselves,
many times more than it has room for. A small corpus is looked at whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing import tag
from briefing.model import Candidate, Document, Family, Reading
from briefing.offer import outline
from briefing.offer.outline import Offered
from briefing.pipeline import keep, shelve, study, understand, walk
from briefing.pipeline.keep import Memory, Studied
from briefing.pipeline.order import Order
from briefing.state import catalogue, kindred, offers
from briefing.state.catalogue import Shelved
from briefing.state.offers import Held

_WHOLE = 1500  # statements up to which all that is offered is looked at
_EACH = 12  # statements looked at for each that a section has room for
_ROOM = 8  # statements that a section is taken to have room for where the config doesn't say
_LISTED = 500  # documents up to which all are listed, looked at or not
_SECOND = 0.8  # what a section that isn't the passage's best leaves of its worth
_FOREIGN = 100  # documents in other languages that are listed of many


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What a brief is made of: the library, the articles looked at, and what they could tell, section by section."""

    library: walk.Library
    readings: tuple[Reading, ...]
    offers: tuple[Candidate, ...]


def consider(memory: Memory, order: Order) -> Considered:
    """Give what the brief is made of: all that there is, or of very much the part that fits it best."""
    count, offered, _ = catalogue.counted(memory.store)
    if offered <= _WHOLE and not offers.crowded(memory.store, order.taggers, order.consider):
        return _considered(memory, order, catalogue.everything(memory.store), None)
    wanted = _wanted(memory, order)
    named = catalogue.named(memory.store, set(_named(order)))
    tied = {one for number in (*wanted, *named) for one in kindred.tied(memory.store, number)}
    others = (
        set(catalogue.everything(memory.store))
        if count <= _LISTED
        else set(catalogue.newest(memory.store, _FOREIGN, foreign=True))
    )
    return _considered(
        memory, order, sorted(tied), {**wanted, **dict.fromkeys(named)}, sorted(others - tied)
    )


def _considered(
    memory: Memory,
    order: Order,
    numbers: Sequence[int],
    wanted: Mapping[int, Collection[int] | None] | None,
    others: Sequence[int] = (),
) -> Considered:
    rows = catalogue.shelved(memory.store, numbers)
    listed = catalogue.shelved(memory.store, others)
    library = _library(memory, rows, listed)
    asked: dict[str, Collection[int] | None] | None = None
    if wanted is not None:
        asked = {
            one.id: wanted[catalogue.number(one.id)]
            for one in library.documents
            if catalogue.number(one.id) in wanted
        }
        asked.update(dict.fromkeys(_outdating(library, asked)))
    articles = tuple(keep.studied(memory.store, order, library.documents, asked))
    return Considered(
        library=library,
        readings=tuple(article.reading for article in articles),
        offers=tuple(one for article in articles for one in _routed(order, article)),
    )


def _outdating(library: walk.Library, asked: keep.Wanted) -> list[str]:
    """Give the latest versions of articles of which older ones are looked at: they tell what is out of date."""
    several = (family.documents for family in library.families if family.relation == "version")
    return [latest for latest, *older in several if any(one in asked for one in older)]


def _library(memory: Memory, rows: Sequence[Shelved], others: Sequence[Shelved]) -> walk.Library:
    """Give the library of the articles that are looked at, and of those that are listed as well."""
    count, _, newest = catalogue.counted(memory.store)
    documents = tuple(shelve.texts(memory.store, rows))
    heads = tuple(study.heads().decode(row.head) for row in others)
    return walk.Library(
        documents=documents,
        families=_families((*rows, *others), (*documents, *heads)),
        quarantined=tuple(
            study.asides().decode(packed) for packed in catalogue.asides(memory.store)
        ),
        others=heads,
        count=count,
        newest=walk.day(newest),
    )


def _families(rows: Sequence[Shelved], documents: Sequence[Document]) -> tuple[Family, ...]:
    """Put families together again, in order of their first documents' locators."""
    by_family: dict[str, list[tuple[int, str]]] = {}
    relation = {row.family: row.relation for row in rows}
    for row, document in sorted(
        zip(rows, documents, strict=True), key=lambda pair: pair[1].locator
    ):
        by_family.setdefault(row.family, []).append((row.place, document.id))
    return tuple(
        Family(id=name, documents=tuple(one for _, one in sorted(members)), relation=relation[name])  # type: ignore[arg-type]
        for name, members in by_family.items()
    )


def _wanted(memory: Memory, order: Order) -> dict[int, set[int]]:
    """Give by article the indices of the offers that some section looks at."""
    opening = walk.opening(
        walk.cut_off(order.as_of, walk.day(catalogue.counted(memory.store)[2])), order.window
    )
    since = opening.toordinal() if opening else 0
    held: dict[tuple[int, int], Held] = {}
    for name in order.taggers:
        held.update(
            ((one.number, one.offer.passage), one) for one in _handed_on(memory, order, name, since)
        )
    if understand.greedy(order):
        newest = catalogue.newest(memory.store, order.consider, foreign=False)
        held.update(
            ((one.number, one.offer.passage), one) for one in offers.offered(memory.store, newest)
        )
    offered = list(_offered(order, [passage for _, passage in sorted(held.items())], since))
    wanted: dict[int, set[int]] = {}
    for one in outline.shortlisted(offered, _rooms(order)):
        wanted.setdefault(one.article, set()).add(one.outline.index)
    return wanted


def _handed_on(memory: Memory, order: Order, name: str, since: int) -> list[Held]:
    """Give the passages that a tag fits best, at most `consider` of them.

    Where a section takes what is older than the window too, half of them at most are kept for the
    window.
    """
    recent = list(offers.best(memory.store, name, order.consider, since))
    if not since or not _asks_for_older(order, name):
        return recent
    first = {(one.number, one.offer.passage): one for one in recent[: (order.consider + 1) // 2]}
    whenever = offers.best(memory.store, name, order.consider, 0)
    found = first | {(one.number, one.offer.passage): one for one in whenever}
    return list(found.values())[: order.consider]


def _asks_for_older(order: Order, name: str) -> bool:
    """Tell whether a section that takes the tag takes articles from before the window."""
    return any(
        getattr(order.sections[slug], "older", True)
        for slug, tags in order.tags.items()
        if name in tags
    )


def _rooms(order: Order) -> dict[str, int]:
    """Give how many statements each section looks at."""
    budget = {
        slug: getattr(stage, "statements", None) or _ROOM for slug, stage in order.sections.items()
    }
    return {slug: _EACH * statements for slug, statements in budget.items()}


def _offered(order: Order, passages: Iterable[Held], since: int) -> Iterator[Offered]:
    """Give the outlines of what passages offer, with how much sections want of it."""
    sections = walk.wanting(order)
    new_only = {slug for slug, stage in order.sections.items() if not getattr(stage, "older", True)}
    for held in passages:
        left_out = new_only if 0 < held.day < since else ()
        takers = tag.takers(held.offer.tags, sections)
        wanted = {
            slug: _SECOND if at else 1.0 for at, slug in enumerate(takers) if slug not in left_out
        }
        for one in outline.unpack(held.offer.outlines):
            yield Offered(article=held.number, family=held.family, outline=one, sections=wanted)


def _named(order: Order) -> Iterator[str]:
    """Give the paths that the analyst's file speaks of."""
    file = order.analyst.file
    yield from (entry.path for entry in file.pin)
    yield from (entry.path for entry in file.exclude)
    yield from (entry.path for entry in file.correct)
    yield from (cited.path for judgement in file.judgements for cited in judgement.cites)


def _routed(order: Order, article: Studied) -> Iterator[Candidate]:
    """Give what an article could tell, each with the sections that it may serve."""
    by_number = {passage.number: passage for passage in article.reading.passages}
    routes = {
        number: walk.routes(order, by_number[number])
        for number in {one.passage for one in article.offers}
    }
    return (replace(one, sections=routes[one.passage]) for one in article.offers)
