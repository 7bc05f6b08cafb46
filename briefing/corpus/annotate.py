"""Every article of the catalogue read, tagged and searched for what it could tell, unless that is
kept already.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing import digest, workers
from briefing.corpus import annotation, stage_cache, update_catalogue
from briefing.corpus.stage_cache import StageCache, split_batches
from briefing.job.load import Job
from briefing.job.progress import count_items
from briefing.languages import is_told
from briefing.model import Document, Reading
from briefing.offer import outline
from briefing.state import catalogue, offers
from briefing.state.catalogue import Shelved
from briefing.state.offers import PassageOffer
from briefing.state.store import Store

ROUND = 4000  # articles handed to processes at once: their texts are in memory meanwhile


def is_done(opened: Store, job: Job) -> bool:
    """Whether every article was searched for what it could tell, so that `annotate` would
    write nothing.
    """
    return not catalogue.pending_documents(opened, _stage(job))


def annotate(memory: StageCache, job: Job) -> None:
    """Work out what was not, and note in the catalogue how well tags fit its passages."""
    named, stage = stage_cache.digest_stages(job), _stage(job)
    pending = catalogue.pending_documents(memory.store, stage)
    keys = catalogue.document_keys(memory.store, pending)
    lacking = stage_cache.missing_keys(memory.store, named, keys.values())
    missing = [number for number in pending if keys[number] in lacking]
    made = count_items(
        _worked_out(memory, job, missing), "understanding", len(missing), memory.tell
    )
    for batch in split_batches(pending):
        rows = {row.number: row for row in catalogue.shelved_documents(memory.store, batch)}
        done: dict[str, dict[str, bytes]] = {}
        for number in batch:
            if keys[number] in lacking:
                done[keys[number]] = _packed_results(next(made))
        stage_cache.keep_results(memory.store, named, done)
        there = stage_cache.kept_results(
            memory.store, named, [row.key for row in rows.values() if row.key not in done]
        )
        with catalogue.change_catalogue(memory.store):
            for row in rows.values():
                _note_offers(memory, job, row, stage, done.get(row.key) or there[row.key])


def _stage(job: Job) -> str:
    """Digest what the catalogue's notes on an article's offers follow from, the article aside."""
    named = stage_cache.digest_stages(job)
    return digest.of_fields((*named.values(), job.frame.language, str(takes_everything(job))))


def _worked_out(
    memory: StageCache, job: Job, missing: Sequence[int]
) -> Iterator[annotation.Article]:
    """The articles of which something must be worked out, with everything."""
    study = annotation.Study(desk=annotation.pack_desk(job.pinned, job.taggers))
    for start in range(0, len(missing), ROUND):
        yield from workers.map_items(
            study, _load_articles(memory, job, missing[start : start + ROUND]), memory.jobs
        )


def read(memory: StageCache, job: Job, documents: Sequence[Document]) -> Iterator[Reading]:
    """Whole documents as read and tagged, in their order; what is not kept is worked out, and
    not kept.
    """
    stages = stage_cache.digest_stages(job)
    named = {name: stages[name] for name in ("parts", "tags")}
    keys = {one.id: stage_cache.article_key(one) for one in documents}
    kept = stage_cache.kept_results(memory.store, named, keys.values())
    lacking = [one for one in documents if None in kept[keys[one.id]].values()]
    study = annotation.Study(desk=annotation.pack_desk(job.pinned, job.taggers), offering=False)
    articles = [annotation.Article(document=one, **kept[keys[one.id]]) for one in lacking]
    made = workers.map_items(study, articles, memory.jobs)
    for one in documents:
        there = kept[keys[one.id]]
        found = _packed_results(next(made)) if None in there.values() else there
        yield annotation.join_reading(
            one,
            annotation.parts_codec().decode(found["parts"] or b""),
            annotation.tags_codec().decode(found["tags"] or b""),
        )


def _load_articles(
    memory: StageCache, job: Job, numbers: Sequence[int]
) -> list[annotation.Article]:
    found = []
    for batch in split_batches(numbers):
        rows = {row.number: row for row in catalogue.shelved_documents(memory.store, batch)}
        documents = update_catalogue.load_documents(
            memory.store, [rows[number] for number in batch]
        )
        kept = stage_cache.kept_results(
            memory.store, stage_cache.digest_stages(job), [rows[number].key for number in batch]
        )
        found += [
            annotation.Article(document=document, **kept[rows[number].key])
            for number, document in zip(batch, documents, strict=True)
        ]
    return found


def _packed_results(done: annotation.Article) -> dict[str, bytes]:
    return {name: getattr(done, name) for name in ("parts", "tags", "offers", "outlines")}


def _note_offers(
    memory: StageCache, job: Job, row: Shelved, stage: str, kept: Mapping[str, bytes | None]
) -> None:
    """Note what an article offers; one in a language that no pack serves is not told."""
    serves = is_told(annotation.head_codec().decode(row.head).language)
    made = _passage_offers(job, kept) if serves else []
    count = annotation.offers_in(kept["offers"] or b"") if serves else 0
    offers.note_offers(memory.store, row.number, stage, made, count)


def _passage_offers(job: Job, kept: Mapping[str, bytes | None]) -> list[PassageOffer]:
    """What passages offer: those with a tag, or all where a section takes whatever there
    is.
    """
    tags = {
        passage: {tag.name: tag.score for tag in given}
        for passage, given in annotation.tags_codec().decode(kept["tags"] or b"")
    }
    outlines: dict[int, list[outline.Outline]] = {passage: [] for passage in tags}
    for one in outline.unpack_outlines(kept["outlines"] or b""):
        outlines.setdefault(one.passage, []).append(one)
    return [
        PassageOffer(
            passage=passage, tags=tags.get(passage, {}), outlines=outline.pack_outlines(made)
        )
        for passage, made in outlines.items()
        if passage in tags or takes_everything(job)
    ]


def takes_everything(job: Job) -> bool:
    """Whether a section takes every passage."""
    return any(not tags for tags in job.tags.values())
