"""Articles of the catalogue worked out as far as somebody asks for it, unless that is kept already.

In order of what it costs: all are tagged, mostly by their words alone; the language of those that
may be told is read; what they could tell is worked out of those alone whose passages fit best.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing import digest, split, workers
from briefing.corpus import annotation, stage_cache, update_catalogue
from briefing.corpus.annotation import Depth
from briefing.corpus.stage_cache import StageCache, split_batches
from briefing.job.load import Job
from briefing.job.progress import count_items
from briefing.languages import is_told
from briefing.model import Document, Reading
from briefing.offer import outline, packed
from briefing.offer.outline import Outline
from briefing.state import catalogue, offers
from briefing.state.catalogue import Shelved
from briefing.state.offers import PassageOffer
from briefing.state.store import Store

ROUND = 4000  # articles handed to processes at once: their texts are in memory meanwhile
_AT_ONCE = 100  # articles of which is asked at once how much they could tell
_SAYING: Mapping[Depth, str] = {
    "tagged": "tagging",
    "read": "understanding",
    "offered": "grounding",
    "compared": "understanding",
}


class FixedStoreError(Exception):
    """Something must be worked out, and there is no place where it could be kept."""


def is_done(opened: Store, job: Job) -> bool:
    """Whether every article was tagged, so that `annotate` would write nothing."""
    return not catalogue.pending_documents(opened, _stage(job))


def annotate(memory: StageCache, job: Job) -> None:
    """Tag what is not tagged, and note in the catalogue how well tags fit its passages."""
    stage = _stage(job)
    pending = catalogue.pending_documents(memory.store, stage)
    for rows, kept in _worked_out(memory, job, pending, "tagged"):
        with catalogue.change_catalogue(memory.store):
            for row in rows:
                _note_tags(memory, job, row, stage, kept[row.key]["tags"] or b"")


def offer(memory: StageCache, job: Job, numbers: Sequence[int]) -> None:
    """Work out what articles could tell, and note it in the catalogue in outline."""
    lacking = offers.unknown_offers(memory.store, numbers)
    for rows, kept in _worked_out(memory, job, lacking, "offered"):
        with catalogue.change_catalogue(memory.store):
            for row in rows:
                _note_offers(memory, job, row, kept[row.key])


def offer_passages(memory: StageCache, job: Job, passages: Mapping[int, Collection[int]]) -> None:
    """Work out what some passages of articles could tell, by the numbers of both, and note it in
    the catalogue in outline. They are passages that some tag fits.
    """
    keys = catalogue.document_keys(memory.store, passages)
    asked = {keys[number]: tuple(sorted(passages[number])) for number in passages}
    for rows, kept in _worked_out(memory, job, sorted(passages), "offered", asked):
        with catalogue.change_catalogue(memory.store):
            for row in rows:
                made = dict.fromkeys(asked[row.key], b"") | {
                    passage: outline.pack_outlines(found)
                    for passage, found in _outlines_by_passage(kept[row.key]).items()
                }
                offers.note_outlines(memory.store, row.number, made)


def understand(memory: StageCache, job: Job, numbers: Sequence[int]) -> None:
    """Read the language of articles and find what they tell and count, where that is not done."""
    for _ in _worked_out(memory, job, numbers, "compared"):
        pass


def tells_little(memory: StageCache, job: Job, most: int, *, apart: bool) -> bool:
    """Whether all articles together could tell at most `most` statements; `apart` counts those too
    of which nothing can serve.

    Asked article by article, in the order of their numbers, until they are too many: a large corpus
    is not worked out to know that it is large.
    """
    while offers.count_known(memory.store, apart=apart) <= most:
        some = offers.unknown_documents(memory.store, _AT_ONCE, apart=apart)
        if not some:
            return True
        offer(memory, job, some)
    return False


def _stage(job: Job) -> str:
    """Digest what the catalogue's notes on an article's tags follow from, the article aside."""
    named = stage_cache.digest_stages(job)
    return digest.of_fields(
        (*named.values(), job.frame.language, str(takes_everything(job)), str(offers.UNASKED))
    )


_Kept = Mapping[str, Mapping[str, bytes | None]]
"""By article's key, what is kept of each stage."""


def _worked_out(
    memory: StageCache,
    job: Job,
    numbers: Sequence[int],
    depth: Depth,
    asked: stage_cache.Asked = stage_cache.WHOLE,
) -> Iterator[tuple[list[Shelved], _Kept]]:
    """Articles batch by batch with their results; what is lacking is worked out and kept. `asked`
    are the passages that are to be grounded, where not all are.

    Raises FixedStoreError where something lacks and the store is a snapshot.
    """
    named = stage_cache.digest_stages(job)
    keys = catalogue.document_keys(memory.store, numbers)
    lacking = stage_cache.missing_keys(memory.store, named, keys.values(), depth, asked)
    missing = [number for number in numbers if keys[number] in lacking]
    if missing and memory.store.fixed:
        raise FixedStoreError
    made = count_items(
        _study_articles(memory, job, missing, depth, asked),
        _SAYING[depth],
        len(missing),
        memory.tell,
    )
    for batch in split_batches(numbers):
        rows = catalogue.shelved_documents(memory.store, batch)
        done = {
            keys[number]: _packed_results(next(made)) for number in batch if keys[number] in lacking
        }
        stage_cache.keep_results(memory.store, named, done)
        there = stage_cache.kept_results(
            memory.store, named, [row.key for row in rows if row.key not in done]
        )
        yield rows, {**there, **done}


def _study_articles(
    memory: StageCache,
    job: Job,
    missing: Sequence[int],
    depth: Depth,
    asked: stage_cache.Asked,
) -> Iterator[annotation.Results]:
    """What articles give of which something must be worked out, as far as `depth`."""
    desk = annotation.pack_desk(job.pinned, job.taggers)
    study = annotation.Study(desk=desk, depth=depth)
    for start in range(0, len(missing), ROUND):
        yield from workers.map_items(
            study, _load_articles(memory, job, missing[start : start + ROUND], asked), memory.crew
        )


def read(
    memory: StageCache, job: Job, documents: Sequence[Document], *, lean: bool = False
) -> Iterator[Reading]:
    """Whole documents as read and tagged, in their order; what is not kept is worked out, and
    not kept.

    With `lean` those whose language was never read come with their passages and tags alone.
    """
    stages = stage_cache.digest_stages(job)
    depth: Depth = "tagged" if lean else "read"
    named = {name: stages[name] for name in ("parts", "tags")}
    keys = [stage_cache.article_key(one) for one in documents]
    kept = stage_cache.kept_results(memory.store, named, keys)
    articles = [
        annotation.take_up(one, kept[key])
        for one, key in zip(documents, keys, strict=True)
        if _lacks_results(kept[key], depth)
    ]
    study = annotation.Study(desk=annotation.pack_desk(job.pinned, job.taggers), depth=depth)
    made = workers.map_items(study, articles, memory.crew)
    for one, key in zip(documents, keys, strict=True):
        lacking = _lacks_results(kept[key], depth)
        yield _join_found(one, _packed_results(next(made)) if lacking else kept[key])


def _lacks_results(kept: Mapping[str, bytes | None], depth: Depth) -> bool:
    """Whether an article of which this is kept is not worked out as far as `depth`."""
    return any(kept[name] is None for name in stage_cache.DEPTHS[depth])


def _join_found(document: Document, found: Mapping[str, bytes | None]) -> Reading:
    """A reading put together of what was found of it; without its parts, of its passages."""
    parts, given = found.get("parts"), annotation.unpack_tags(found.get("tags") or b"")
    if parts is None:
        return annotation.join_reading(
            document, (split.split_passages(document), (), (), (), ()), given
        )
    return annotation.join_reading(document, annotation.parts_codec().decode(parts), given)


def _load_articles(
    memory: StageCache, job: Job, numbers: Sequence[int], asked: stage_cache.Asked
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
            replace(
                annotation.take_up(document, kept[rows[number].key]),
                asked=asked.get(rows[number].key),
            )
            for number, document in zip(batch, documents, strict=True)
        ]
    return found


def _packed_results(done: annotation.Results) -> dict[str, bytes]:
    """What was made of an article, stage by stage; what was not asked for is not there."""
    found = zip(annotation.STAGES, done, strict=True)
    return {name: made for name, made in found if made is not None}


def _serves(row: Shelved) -> bool:
    """Whether an article may be told; one in a language that no pack serves is not."""
    return is_told(annotation.head_codec().decode(row.head).language)


def _note_tags(memory: StageCache, job: Job, row: Shelved, stage: str, tagged: bytes) -> None:
    """Note how well tags fit an article's passages; what those could tell is not known yet."""
    serves = _serves(row)
    mute, found = annotation.unpack_tagged(tagged)
    tags, apart = found if serves else (), mute and not takes_everything(job)
    made = [
        PassageOffer(
            passage=passage, tags={one.name: one.score for one in given}, outlines=offers.UNASKED
        )
        for passage, given in tags
    ]
    count = (offers.UNKNOWN_APART if apart else offers.UNKNOWN) if serves else 0
    offers.note_offers(memory.store, row.number, made, count)
    catalogue.note_tagged(memory.store, row.number, stage, out_of_reach=apart)


def _note_offers(
    memory: StageCache, job: Job, row: Shelved, kept: Mapping[str, bytes | None]
) -> None:
    serves = _serves(row)
    made = _passage_offers(job, kept) if serves else []
    count = packed.unpack_offers(kept["offers"] or b"").count() if serves else 0
    offers.note_offers(memory.store, row.number, made, count)


def _passage_offers(job: Job, kept: Mapping[str, bytes | None]) -> list[PassageOffer]:
    """What passages offer: those with a tag, or all where a section takes whatever there
    is.
    """
    tags = {
        passage: {tag.name: tag.score for tag in given}
        for passage, given in annotation.unpack_tags(kept["tags"] or b"")
    }
    outlines = dict.fromkeys(tags, ()) | _outlines_by_passage(kept)
    return [
        PassageOffer(
            passage=passage, tags=tags.get(passage, {}), outlines=outline.pack_outlines(made)
        )
        for passage, made in outlines.items()
        if passage in tags or takes_everything(job)
    ]


def _outlines_by_passage(kept: Mapping[str, bytes | None]) -> dict[int, tuple[Outline, ...]]:
    found: dict[int, list[Outline]] = {}
    for one in outline.unpack_outlines(kept["outlines"] or b""):
        found.setdefault(one.passage, []).append(one)
    return {passage: tuple(some) for passage, some in found.items()}


def takes_everything(job: Job) -> bool:
    """Whether a section takes every passage."""
    return any(not tags for tags in job.tags.values())
