"""What was worked out before, kept in the store: only what is not there is done, by as many processes as help.

A result's key is the digest of its stage (the code and its options) and the digest of its input. Results
are kept batch by batch, so that a build which is stopped goes on where it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from briefing import digest, versions, workers
from briefing.ingest import Found
from briefing.model import Candidate, Document, Quarantined, Reading
from briefing.pipeline import code, study, walk
from briefing.pipeline.order import Order
from briefing.pipeline.progress import Progress, counted, silent
from briefing.state import listing, store
from briefing.state.store import Store

T = TypeVar("T")

Chosen = Mapping[str, frozenset[int] | None]
"""Which articles are taken along, by id, and which of their passages; None: all of them."""

Ingested = tuple[Document | Quarantined, tuple[int, ...]]

_BATCH = 200  # articles asked for, or kept, at once
_UNREAD = "error"  # how the digest of a file that can't be read begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One article as read and tagged, with all that it could tell, whatever section that serves."""

    reading: Reading
    offers: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The store as the walk uses it. `jobs` is the number of processes, 0 one for each processor."""

    store: Store
    jobs: int = 0
    tell: Progress = silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read, and the digest of each source's file by locator.

    `seen` are locator, stamp and digest of those whose stamp was not known.
    """

    library: walk.Library
    digests: Mapping[str, str]
    seen: tuple[tuple[str, str, str], ...]


def library(memory: Memory, order: Order) -> Read:
    """Read every source whose bytes are not known; as `walk.ingest`, but kept.

    A source is known by its locator and the bytes of the file in which it lies, of which it may be a part.
    """
    found = {one.locator: one for source in order.sources for one in source(order.base)}
    stamps = {name: listing.stamp(str(one.file)) for name, one in found.items()}
    known = store.get_revisions(memory.store, stamps)
    digests = digests_of(found, known)
    keys = {name: _source_key(one, digests[name], order) for name, one in found.items()}
    made = _ingested(memory, keys)
    sources = [study.Source(found=found[name], supplied=order.supplied.get(name)) for name in sorted(found)]
    missing = [source for source in sources if source.found.locator not in made]
    results = workers.map(study.ingest, missing, memory.jobs)
    torn: set[str] = set()
    for batch in _batches(zip(missing, counted(results, "reading", len(missing), memory.tell), strict=True)):
        fresh: dict[str, bytes] = {}
        for source, packed in batch:
            name = source.found.locator
            made[name] = study.documents().decode(packed)
            if listing.stamp(str(source.found.file)) == stamps[name] and not digests[name].startswith(_UNREAD):
                fresh[keys[name]] = packed
            else:  # edited since it was looked at, or not to be read: the next build looks again
                torn.add(name)
        store.put_many(memory.store, _ingesting(), fresh)
    return Read(
        library=_shelved(order, [made[name] for name in sorted(made)]),
        digests=digests,
        seen=tuple((name, stamps[name], digests[name]) for name in sorted(found.keys() - known.keys() - torn)),
    )


def digests_of(found: Mapping[str, Found], known: Mapping[str, str]) -> dict[str, str]:
    """Give the digest of every source's file; each file is read once, and none whose stamp is known."""
    files = {one.file for name, one in found.items() if name not in known and not one.aside}
    read = {file: listing.hash_of(str(file)) for file in sorted(files)}
    return {
        name: f"{_UNREAD} {one.aside}" if one.aside else known.get(name) or read[one.file]
        for name, one in found.items()
    }


def _ingested(memory: Memory, keys: Mapping[str, str]) -> dict[str, Ingested]:
    """Give what is kept of sources, by locator."""
    made: dict[str, Ingested] = {}
    for batch in _batches(keys.items()):
        kept = store.get_many(memory.store, _ingesting(), [key for _, key in batch])
        made.update((name, study.documents().decode(kept[key])) for name, key in batch if key in kept)
    return made


def _shelved(order: Order, made: Sequence[Ingested]) -> walk.Library:
    """Put what was read on the shelves: graded, in families, what can't be read aside."""
    documents = tuple(walk.graded(one, order.outlets) for one, _ in made if isinstance(one, Document))
    shingles = {one.id: frozenset(hashes) for one, hashes in made if isinstance(one, Document)}
    families = versions.group(documents, shingles)
    return walk.Library(
        documents=versions.infer(documents, families),
        families=families,
        quarantined=tuple(one for one, _ in made if isinstance(one, Quarantined)),
    )


def _ingesting() -> str:
    return digest.of_fields(("ingest", code.version("ingest", "versions.py"), study.documents().shape))


def _source_key(found: Found, revision: str, order: Order) -> str:
    return digest.of_fields((found.locator, revision, repr(order.supplied.get(found.locator))))


def understand(memory: Memory, order: Order, documents: Sequence[Document]) -> None:
    """Read, tag and search every article for what it could tell, unless that is kept already."""
    stages = _stages(order)
    packed = study.Study(desk=study.desk(order.pinned, order.taggers))
    missing = _missing(memory, stages, documents)
    results = workers.map(packed, missing, memory.jobs)
    for batch in _batches(zip(missing, counted(results, "understanding", len(missing), memory.tell), strict=True)):
        for name, stage in stages.items():
            lacking = [pair for pair in batch if getattr(pair[0], name) is None]
            fresh = {_article_key(one.document): getattr(done, name) for one, done in lacking}
            store.put_many(memory.store, stage, fresh)


def tagged(memory: Memory, order: Order, documents: Sequence[Document]) -> Iterator[tuple[Document, study.Tags]]:
    """Give the tags of articles that were understood, without the articles."""
    stage = _stages(order)["tags"]
    for some in _batches(documents):
        keys = {document.id: _article_key(document) for document in some}
        kept = store.get_many(memory.store, stage, keys.values())
        for document in some:
            yield document, study.tags().decode(kept[keys[document.id]])


def studied(memory: Memory, order: Order, documents: Sequence[Document]) -> Iterator[Studied]:
    """Give articles that were understood, in the order of `documents`."""
    stages = _stages(order)
    for some in _batches(documents):
        kept = _kept(memory, stages, some)
        for document in some:
            yield _decoded(document, kept[document.id])


def _stages(order: Order) -> dict[str, str]:
    """Give the digest of each stage that an article goes through by itself."""
    reading = digest.of_fields(("read", code.version("split.py"), study.parts().shape, repr(order.pinned)))
    taggers = [part for name, one in order.taggers.items() for part in (name, code.stage(one))]
    return {
        "parts": reading,
        "tags": digest.of_fields(("tag", reading, code.version("tag"), study.tags().shape, *taggers)),
        "offers": digest.of_fields(("offer", reading, code.version("summarize"), study.offers().shape)),
    }


def _article_key(document: Document) -> str:
    """Digest all that a document is: its text by the digest of its bytes, the rest as it stands."""
    return digest.of_fields((document.revision, repr(replace(document, text=""))))


def _missing(memory: Memory, stages: Mapping[str, str], documents: Sequence[Document]) -> list[study.Article]:
    """Give the articles of which something must be worked out, with what there is of them."""
    found = []
    for some in _batches(documents):
        kept = _kept(memory, stages, some)
        found += [
            study.Article(document=document, **kept[document.id])
            for document in some
            if None in kept[document.id].values()
        ]
    return found


def _kept(memory: Memory, stages: Mapping[str, str], some: Sequence[Document]) -> dict[str, dict[str, bytes | None]]:
    """Give by document what is kept of each stage."""
    keys = {document.id: _article_key(document) for document in some}
    by_stage = {name: store.get_many(memory.store, stage, keys.values()) for name, stage in stages.items()}
    return {one: {name: found.get(key) for name, found in by_stage.items()} for one, key in keys.items()}


def _decoded(document: Document, kept: Mapping[str, bytes | None]) -> Studied:
    parts, tags, offers = kept["parts"] or b"", kept["tags"] or b"", kept["offers"] or b""
    reading = study.whole(document, study.parts().decode(parts), study.tags().decode(tags))
    return Studied(reading=reading, offers=study.offers().decode(offers))


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, _BATCH)):
        yield batch


def offered(order: Order, articles: Sequence[Studied], chosen: Chosen) -> tuple[Candidate, ...]:
    """Give what the chosen passages could tell, in reading order, each with the sections that it may serve."""
    found: list[Candidate] = []
    for article in articles:
        numbers = chosen[article.reading.document.id]
        offers = [one for one in article.offers if numbers is None or one.passage in numbers]
        by_number = {passage.number: passage for passage in article.reading.passages}
        routes = {number: walk.routes(order, by_number[number]) for number in {one.passage for one in offers}}
        found.extend(replace(one, sections=routes[one.passage]) for one in offers)
    return tuple(found)
