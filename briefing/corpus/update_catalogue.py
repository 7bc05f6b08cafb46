"""Bringing the catalogue up to date: what came is read, what went is struck out, families are told
anew.

What is worked out of a source is kept batch by batch, so that a build which is stopped goes on
where it was. The catalogue then says the same whether it grew article by article or was made at
once.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing import digest, versions, workers
from briefing.corpus import annotation, arrivals
from briefing.corpus.differences import (
    CIRCUMSTANCES,
    UNREAD,
    NewSource,
    digest_circumstances,
    digest_ingestion,
    find_differences,
)
from briefing.corpus.families import settle_families
from briefing.corpus.stage_cache import StageCache, split_batches
from briefing.job.load import Job
from briefing.job.progress import Progress, count_items, report_nothing
from briefing.languages import is_told
from briefing.model import Document, Quarantined
from briefing.state import catalogue, kindred, listing, notes, revisions, store, witness
from briefing.state.catalogue import CatalogueEntry, Shelved
from briefing.tag import Terms
from briefing.walk import about

_BUILT = "built"  # noted once a build was made of what the catalogue says
_ROUND = 5000  # sources read, then entered at once
_RULE = kindred.KinRule(
    containment=versions.containment,
    smaller=versions.smaller_size,
    least=versions.CONTAINED,
    shared=versions.SHARED,
    most=versions.MOST_SHARING,
    one_in=versions.ONE_IN,
)


def refresh_catalogue(memory: StageCache, job: Job, seen: witness.Observation | None) -> None:
    """Make the catalogue say what the sources and the config give today.

    `seen` is how the folders stood before anything was read; where the catalogue knows how they
    stood before, only what differs is looked at.
    """
    found = find_differences(memory.store, job, seen)
    if found.gone or found.new:
        revisions.put_digests(memory.store, found.stamps)
        # Until all is done, nothing is known of how the folders stood.
        with catalogue.change_catalogue(memory.store):
            notes.put_note(memory.store, CIRCUMSTANCES, None)
            notes.put_note(memory.store, _BUILT, None)
            for number in found.gone:
                _strike_source(memory, number)
        revisions.forget_digests(memory.store, found.left)
    _take_in(memory, job, found.new)
    settle_families(memory, job)


def is_current(opened: store.Store, job: Job, seen: witness.Observation | None) -> bool:
    """Whether the catalogue says what the sources and the config give today, so that `refresh`
    would write nothing.
    """
    if catalogue.unsettled_documents(opened):
        return False
    found = find_differences(opened, job, seen)
    return not found.gone and not found.new


def finish_build(memory: StageCache, job: Job, seen: witness.Observation) -> None:
    """Note that a build was made of what the catalogue says, and how the folders stood before
    anything was read.
    """
    with notes.change_notes(memory.store):
        notes.put_note(memory.store, _BUILT, b"1")
        _note_standing(memory, job, seen)


def note_folders(memory: StageCache, job: Job, seen: witness.Observation) -> None:
    """Note how the folders of which the catalogue is up to date stood before anything was read, so
    that next time only what differs is looked at. Nobody made an edition of it.
    """
    with notes.change_notes(memory.store):
        _note_standing(memory, job, seen)


def _note_standing(memory: StageCache, job: Job, seen: witness.Observation) -> None:
    if not catalogue.was_torn(memory.store):
        arrivals.note_listings(job, memory.store, seen)
        notes.put_note(memory.store, CIRCUMSTANCES, digest_circumstances(job).encode())


def is_finished(opened: store.Store) -> bool:
    """Whether a build was made of what the catalogue says."""
    return notes.read_note(opened, _BUILT) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadSource:
    """A source that was read, and whether it is not about the brief; None where that is still to
    be asked, because a reading of it was kept.
    """

    new: NewSource
    unrelated: bool | None


def _take_in(memory: StageCache, job: Job, new: Sequence[NewSource]) -> None:
    """Read sources and enter them, round by round: what was read of very many is never held all at
    once.
    """
    lacking = set(store.lacking_inputs(memory.store, digest_ingestion(), (o.result for o in new)))
    to_read = len(new) if job.about is not None else len(lacking)
    tell = memory.tell if len(new) > _ROUND else report_nothing
    asked = done = 0
    for some in split_batches(new, _ROUND):
        work = list(_source_files(job, some, lacking))
        read = _read_sources(memory, some, work, _tell_beyond(memory.tell, asked, to_read))
        asked += len(work)
        _enter_all(memory, job, read, _tell_beyond(tell, done, len(new)))
        done += len(some)


def _tell_beyond(tell: Progress, before: int, total: int) -> Progress:
    """Tell of a round as what comes after `before`, of `total`."""
    return lambda what, done, _: tell(what, before + done, total)


def _source_files(
    job: Job, new: Sequence[NewSource], lacking: Collection[str]
) -> Iterator[annotation.SourceFile]:
    """The sources that are looked at: those of which no reading is kept, and where the config says
    what belongs, all.
    """
    for one in new:
        if one.result in lacking or job.about is not None:
            yield annotation.SourceFile(
                found=one.found,
                supplied=job.supplied.get(one.found.locator),
                readers=job.readers,
                about=_subject_of(job, one),
                known=one.result not in lacking,
                digest=one.digest,
            )


def _read_sources(
    memory: StageCache,
    new: Sequence[NewSource],
    work: Sequence[annotation.SourceFile],
    tell: Progress,
) -> list[_ReadSource]:
    """Read sources and keep what they were read as, but of those that are not about the brief; give
    all of `new` as they were read, those too of which a reading is kept and which nobody asks.
    """
    made = count_items(
        workers.map_items(annotation.ingest_source, work, memory.crew), "reading", len(work), tell
    )
    looked_at = {id(one.found) for one in work}
    read = []
    for batch in split_batches(new):
        rows = [
            _take_result(one, next(made) if id(one.found) in looked_at else b"") for one in batch
        ]
        made_anew = {one.new.result: packed for one, packed in rows if packed}
        store.put_many(memory.store, digest_ingestion(), made_anew)
        read += [one for one, _ in rows]
    return read


def _take_result(new: NewSource, packed: bytes | None) -> tuple[_ReadSource, bytes | None]:
    """A source that was looked at, with what it was read as: b"" where a reading of it is kept,
    None where it is not about the brief.
    """
    if packed == b"":
        return _ReadSource(new=new, unrelated=None), packed
    return _ReadSource(new=_check_unedited(new, packed), unrelated=packed is None), packed


def _subject_of(job: Job, new: NewSource) -> Terms | None:
    """What a source must hold to belong; None where it belongs whatever it holds."""
    return None if new.named else job.about


def _enter_all(memory: StageCache, job: Job, read: Sequence[_ReadSource], tell: Progress) -> None:
    """Enter sources, all of them at once: what they hold lies all over the catalogue, and is
    written once a time.
    """
    told = count_items(iter(read), "entering", len(read), tell)
    with catalogue.change_catalogue(memory.store):
        for batch in split_batches(told):
            kept = store.get_many(
                memory.store, digest_ingestion(), [one.new.result for one in batch]
            )
            for one in batch:
                _enter_source(memory, _make_entry(job, one, kept.get(one.new.result, b"")))


def _check_unedited(one: NewSource, packed: bytes | None) -> NewSource:
    """A source that was read; without a key where it was edited meanwhile, so that it is read
    again.
    """
    if listing.file_stamp(str(one.found.file)) == one.stamp and not one.digest.startswith(UNREAD):
        return one
    return replace(
        one, source="", result=digest.of_fields((one.result, digest.of_bytes(packed or b"")))
    )


def _make_entry(job: Job, read: _ReadSource, packed: bytes) -> CatalogueEntry:
    """The row of a source. One that is not about the brief is nobody's kin, and serves nothing."""
    new = read.new
    made, shingles = _unpack_source(job, read, packed)
    document = made if isinstance(made, Document) else None
    listed = made if made is not None else _describe_unrelated(new)
    return CatalogueEntry(
        number=catalogue.document_number(listed.id),
        locator=listed.locator,
        file=arrivals.locate_file(job, new.found.file),
        digest=new.digest,
        source=new.source,
        result=new.result,
        aside=None if document else annotation.aside_codec().encode(listed),
        address=versions.web_address(document) if document else None,
        foreign=document is not None and not is_told(document.language),
        shingles=kindred.pack_shingles(frozenset(shingles)) if document else b"",
        unrelated=made is None,
    )


def _unpack_source(
    job: Job, read: _ReadSource, packed: bytes
) -> tuple[Document | Quarantined | None, Sequence[int]]:
    """What a source was read as, with its shingles; None where it is not about the brief."""
    if read.unrelated:
        return None, ()
    made, shingles = annotation.document_codec().decode(packed)
    still_asked = read.unrelated is None and isinstance(made, Document)
    if still_asked and not about.belongs(_subject_of(job, read.new), made):
        return None, ()
    return made, shingles


def _describe_unrelated(new: NewSource) -> Quarantined:
    revision = None if new.digest.startswith(UNREAD) else new.digest
    return about.describe_unrelated(new.found, revision)


def _enter_source(memory: StageCache, entry: CatalogueEntry) -> None:
    """Enter a source in place of what stood there; whoever it is or was tied to gets a new
    family.
    """
    before = catalogue.packed_shingles(memory.store, entry.number)
    if before is not None:
        catalogue.unsettle_families(memory.store, kindred.tied_articles(memory.store, entry.number))
    if before and before != entry.shingles:
        kindred.leave_kin(memory.store, _RULE, entry.number, kindred.unpack_shingles(before))
    catalogue.put_entry(memory.store, entry)
    if entry.shingles and before != entry.shingles:
        kindred.join_kin(memory.store, _RULE, entry.number, kindred.unpack_shingles(entry.shingles))
    catalogue.unsettle_families(memory.store, kindred.tied_articles(memory.store, entry.number))


def _strike_source(memory: StageCache, number: int) -> None:
    """Strike out a source that is gone."""
    catalogue.unsettle_families(memory.store, kindred.tied_articles(memory.store, number))
    before = catalogue.packed_shingles(memory.store, number)
    if before:
        kindred.leave_kin(memory.store, _RULE, number, kindred.unpack_shingles(before))
    catalogue.drop_article(memory.store, number)


def load_documents(opened: store.Store, rows: Sequence[Shelved]) -> list[Document]:
    """Whole documents, in the order of `rows`."""
    kept = store.get_many(opened, digest_ingestion(), (row.result for row in rows))
    return [
        replace(
            annotation.head_codec().decode(row.head),
            text=annotation.document_codec().decode(kept[row.result])[0].text,
        )
        for row in rows
    ]
