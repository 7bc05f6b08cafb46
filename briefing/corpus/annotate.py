"""Every article of the catalogue read, tagged and searched for what it could tell, unless that is kept already."""

from collections.abc import Iterator, Mapping, Sequence

from briefing import digest, workers
from briefing.corpus import annotation, stage_cache, update_catalogue
from briefing.corpus.stage_cache import Memory, batches
from briefing.job.load import Job
from briefing.job.progress import counted
from briefing.languages import primary_code
from briefing.offer import outline
from briefing.state import catalogue, offers
from briefing.state.catalogue import Shelved
from briefing.state.offers import Offer

_ROUND = 4000  # articles handed to processes at once: their texts are in memory meanwhile


def understand(memory: Memory, job: Job) -> None:
    """Understand what was not, and note in the catalogue how well tags fit its passages."""
    named = stage_cache.stages(job)
    stage = digest.of_fields((*named.values(), job.frame.language, str(greedy(job))))
    pending = catalogue.pending(memory.store, stage)
    keys = catalogue.keys(memory.store, pending)
    lacking = stage_cache.lacking(memory.store, named, keys.values())
    missing = [number for number in pending if keys[number] in lacking]
    made = counted(_worked_out(memory, job, missing), "understanding", len(missing), memory.tell)
    for batch in batches(pending):
        rows = {row.number: row for row in catalogue.shelved(memory.store, batch)}
        done: dict[str, dict[str, bytes]] = {}
        for number in batch:
            if keys[number] in lacking:
                done[keys[number]] = _made(next(made))
        stage_cache.keep(memory.store, named, done)
        there = stage_cache.kept(
            memory.store, named, [row.key for row in rows.values() if row.key not in done]
        )
        with catalogue.change(memory.store):
            for row in rows.values():
                _note(memory, job, row, stage, done.get(row.key) or there[row.key])


def _worked_out(memory: Memory, job: Job, missing: Sequence[int]) -> Iterator[annotation.Article]:
    """Give the articles of which something must be worked out, with everything."""
    desk = annotation.Study(desk=annotation.desk(job.pinned, job.taggers))
    for start in range(0, len(missing), _ROUND):
        yield from workers.map(
            desk, _articles(memory, job, missing[start : start + _ROUND]), memory.jobs
        )


def _articles(memory: Memory, job: Job, numbers: Sequence[int]) -> list[annotation.Article]:
    found = []
    for batch in batches(numbers):
        rows = {row.number: row for row in catalogue.shelved(memory.store, batch)}
        documents = update_catalogue.texts(memory.store, [rows[number] for number in batch])
        kept = stage_cache.kept(
            memory.store, stage_cache.stages(job), [rows[number].key for number in batch]
        )
        found += [
            annotation.Article(document=document, **kept[rows[number].key])
            for number, document in zip(batch, documents, strict=True)
        ]
    return found


def _made(done: annotation.Article) -> dict[str, bytes]:
    return {name: getattr(done, name) for name in ("parts", "tags", "offers", "outlines")}


def _note(
    memory: Memory, job: Job, row: Shelved, stage: str, kept: Mapping[str, bytes | None]
) -> None:
    """Note what an article offers; one in another language than the brief's serves nothing."""
    serves = annotation.heads().decode(row.head).language in {None, primary_code(job.frame.language)}
    made = _offers(job, kept) if serves else []
    count = annotation.offers_in(kept["offers"] or b"") if serves else 0
    offers.understand(memory.store, row.number, stage, made, count)


def _offers(job: Job, kept: Mapping[str, bytes | None]) -> list[Offer]:
    """Give what passages offer: those with a tag, or all where a section takes whatever there is."""
    tags = {
        passage: {tag.name: tag.score for tag in given}
        for passage, given in annotation.tags().decode(kept["tags"] or b"")
    }
    outlines: dict[int, list[outline.Outline]] = {passage: [] for passage in tags}
    for one in outline.unpack(kept["outlines"] or b""):
        outlines.setdefault(one.passage, []).append(one)
    return [
        Offer(passage=passage, tags=tags.get(passage, {}), outlines=outline.pack(made))
        for passage, made in outlines.items()
        if passage in tags or greedy(job)
    ]


def greedy(job: Job) -> bool:
    """Tell whether a section takes every passage."""
    return any(not tags for tags in job.tags.values())
