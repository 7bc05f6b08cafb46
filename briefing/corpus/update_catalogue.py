"""Bringing the catalogue up to date: what came is read, what went is struck out, families are told
anew.

What is worked out of a source is kept batch by batch, so that a build which is stopped goes on
where it was. The catalogue then says the same whether it grew article by article or was made at
once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from briefing import digest, versions, workers
from briefing.corpus import annotation, arrivals
from briefing.corpus.stage_cache import StageCache, article_key, split_batches
from briefing.ingest import Found
from briefing.job import code_version
from briefing.job.load import Job
from briefing.job.progress import count_items, report_nothing
from briefing.language import edtf
from briefing.languages import primary_code
from briefing.model import Document, Family
from briefing.state import catalogue, kindred, listing, store, witness
from briefing.state.catalogue import CatalogueEntry, Settled, Shelved
from briefing.walk.library import up_to
from briefing.walk.outlets import grade_document

_UNREAD = "error"  # how the digest of a file that can't be read begins
_BUILT, _CIRCUMSTANCES = (
    "built",
    "circumstances",
)  # what is noted: that a build was made, and of which config
_ROUND = 5000  # sources entered at once
_FEW = 1000  # sources of which the catalogue is asked one by one
_RULE = kindred.KinRule(
    containment=versions.containment,
    least=versions.CONTAINED,
    shared=versions.SHARED,
    most=versions.MOST_SHARING,
)


def refresh_catalogue(memory: StageCache, job: Job, seen: witness.Observation | None) -> None:
    """Make the catalogue say what the sources and the config give today.

    `seen` is how the folders stood before anything was read; where the catalogue knows how they
    stood before, only what differs is looked at.
    """
    found = _find_differences(memory.store, job, seen)
    if found.gone or found.new:
        store.put_revisions(memory.store, found.stamps)
        with catalogue.change_catalogue(
            memory.store
        ):  # until all is done, nothing is known of how the folders stood
            catalogue.note_blob(memory.store, _CIRCUMSTANCES, None)
            catalogue.note_blob(memory.store, _BUILT, None)
            for number in found.gone:
                _strike_source(memory, number)
        store.forget_revisions(memory.store, found.left)
    _enter_all(memory, job, _read_sources(memory, job, found.new))
    _settle_families(memory, job)


def is_current(opened: store.Store, job: Job, seen: witness.Observation | None) -> bool:
    """Whether the catalogue says what the sources and the config give today, so that `refresh`
    would write nothing.
    """
    if catalogue.unsettled_documents(opened):
        return False
    found = _find_differences(opened, job, seen)
    return not found.gone and not found.new


def finish_build(memory: StageCache, job: Job, seen: witness.Observation) -> None:
    """Note that a build was made of what the catalogue says, and how the folders stood before
    anything was read.
    """
    with catalogue.change_catalogue(memory.store):
        catalogue.note_blob(memory.store, _BUILT, b"1")
        if not catalogue.was_torn(memory.store):
            arrivals.note_listings(job, memory.store, seen)
            catalogue.note_blob(memory.store, _CIRCUMSTANCES, _digest_circumstances(job).encode())


def is_finished(opened: store.Store) -> bool:
    """Whether a build was made of what the catalogue says."""
    return catalogue.noted(opened, _BUILT) is not None


def list_digests(opened: store.Store) -> dict[str, str]:
    """The digest of every source's file as it was entered, by locator."""
    return catalogue.digests(opened)


def digests_of(found: Mapping[str, Found], known: Mapping[str, str]) -> dict[str, str]:
    """The digest of every source's file; each file is read once, and none whose stamp is
    known.
    """
    files = {one.file for name, one in found.items() if name not in known and not one.aside}
    read = {file: listing.hash_of(str(file)) for file in sorted(files)}
    return {
        name: f"{_UNREAD} {one.aside}" if one.aside else known.get(name) or read[one.file]
        for name, one in found.items()
    }


def _digest_circumstances(job: Job) -> str:
    """Digest all but the sources' files that the catalogue follows from."""
    stages = map(code_version.describe_stage, (*job.sources, *job.readers))
    return digest.of_fields((_digest_entry_rules(job), repr(sorted(job.supplied.items())), *stages))


def _digest_entry_rules(job: Job) -> str:
    """Digest what an article is entered by, whatever it says."""
    return digest.of_fields(
        (
            digest_ingestion(),
            repr(job.outlets),
            job.as_of,
            job.frame.language,
            annotation.head_codec().shape,
        )
    )


def digest_ingestion() -> str:
    """The digest of the stage that reads sources."""
    return digest.of_fields(
        (
            "ingest",
            code_version.digest_rooms("ingest", "versions.py"),
            annotation.document_codec().shape,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """A source to be entered, as it stood when it was looked at: `result` and `source` are keys."""

    found: Found
    stamp: str
    digest: str
    result: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Differences:
    """What the catalogue doesn't say as it is.

    `new` are sources in order of their locators, `gone` the numbers and `left` the locators of
    those that are there no more. `stamps` are (locator, stamp, digest) of the files that had to be
    read to know.
    """

    new: tuple[_New, ...]
    gone: tuple[int, ...]
    left: tuple[str, ...]
    stamps: tuple[tuple[str, str, str], ...]


def _find_differences(
    opened: store.Store, job: Job, seen: witness.Observation | None
) -> _Differences:
    """Compare the sources with the catalogue; only files that don't stand as it knows them are
    read.
    """
    arrived = None
    if (
        seen is not None
        and catalogue.noted(opened, _CIRCUMSTANCES) == _digest_circumstances(job).encode()
    ):
        arrived = arrivals.ask_changed(job, opened, seen)
    arrived = arrived or arrivals.ask_everything(job, opened)
    found = arrived.found
    stamps = {name: listing.file_stamp(str(one.file)) for name, one in found.items()}
    known = store.get_revisions(opened, stamps)
    digests = digests_of(found, known)
    return _Differences(
        new=tuple(_new_sources(opened, job, found, stamps, digests)),
        gone=arrived.gone,
        left=arrived.left,
        stamps=tuple(
            (name, stamps[name], digests[name])
            for name in sorted(found.keys() - known.keys())
            if not digests[name].startswith(_UNREAD)
        ),
    )


def _new_sources(
    opened: store.Store,
    job: Job,
    found: Mapping[str, Found],
    stamps: Mapping[str, str],
    digests: Mapping[str, str],
) -> Iterator[_New]:
    """The sources that the catalogue doesn't have as they are, in order of their locators."""
    shelf = _digest_entry_rules(job)
    readers = tuple(map(code_version.describe_stage, job.readers))
    known = catalogue.known(opened, _found_files(job, found) if len(found) < _FEW else None)
    for name in sorted(found):
        result = digest.of_fields((name, digests[name], repr(job.supplied.get(name)), *readers))
        source = digest.of_fields((shelf, result))
        if known.get(name, (0, ""))[1] != source:
            yield _New(
                found=found[name],
                stamp=stamps[name],
                digest=digests[name],
                result=result,
                source=source,
            )


def _read_sources(memory: StageCache, job: Job, new: Sequence[_New]) -> list[_New]:
    """Read every source of which no reading is kept, and keep it; give all as they were read."""
    lacking = set(
        store.lacking_inputs(memory.store, digest_ingestion(), (one.result for one in new))
    )
    missing = [one for one in new if one.result in lacking]
    work = [
        annotation.SourceFile(
            found=one.found,
            supplied=job.supplied.get(one.found.locator),
            readers=job.readers,
        )
        for one in missing
    ]
    made = count_items(
        workers.map_items(annotation.ingest_source, work, memory.jobs),
        "reading",
        len(work),
        memory.tell,
    )
    read = []
    for batch in split_batches(new):
        rows = [
            _check_unedited(one, next(made)) if one.result in lacking else (one, b"")
            for one in batch
        ]
        store.put_many(
            memory.store, digest_ingestion(), {one.result: packed for one, packed in rows if packed}
        )
        read += [one for one, _ in rows]
    return read


def _enter_all(memory: StageCache, job: Job, read: Sequence[_New]) -> None:
    """Enter sources, very many at once: what they hold lies all over the catalogue, and is written
    once a time.
    """
    tell = memory.tell if len(read) > _ROUND else report_nothing
    told = count_items(iter(read), "entering", len(read), tell)
    for start in range(0, len(read), _ROUND):
        with catalogue.change_catalogue(memory.store):
            for batch in split_batches(islice(told, min(_ROUND, len(read) - start))):
                kept = store.get_many(
                    memory.store, digest_ingestion(), [one.result for one in batch]
                )
                for one in batch:
                    _enter_source(memory, _make_entry(job, one, kept[one.result]))


def _check_unedited(one: _New, packed: bytes) -> tuple[_New, bytes]:
    """A source with what was read; without a key where it was edited meanwhile, so that it is
    read again.
    """
    if listing.file_stamp(str(one.found.file)) == one.stamp and not one.digest.startswith(_UNREAD):
        return one, packed
    return replace(
        one, source="", result=digest.of_fields((one.result, digest.of_bytes(packed)))
    ), packed


def _found_files(job: Job, found: Mapping[str, Found]) -> list[str]:
    return sorted({arrivals.locate_file(job, one.file) for one in found.values()})


def _make_entry(job: Job, new: _New, packed: bytes) -> CatalogueEntry:
    """The row of a source."""
    made, shingles = annotation.document_codec().decode(packed)
    document = made if isinstance(made, Document) else None
    return CatalogueEntry(
        number=catalogue.document_number(made.id),
        locator=made.locator,
        file=arrivals.locate_file(job, new.found.file),
        digest=new.digest,
        source=new.source,
        result=new.result,
        aside=None if document else annotation.aside_codec().encode(made),
        address=versions.web_address(document) if document else None,
        foreign=document is not None
        and document.language not in {None, primary_code(job.frame.language)},
        shingles=kindred.pack_shingles(frozenset(shingles)) if document else b"",
    )


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


def _settle_families(memory: StageCache, job: Job) -> None:
    """Tell the families of all that is in none, with what versions of an article say of each other.

    What appeared after the cut-off is set aside.
    """
    done = set[int]()
    unsettled = catalogue.unsettled_documents(memory.store)
    tell = memory.tell if len(unsettled) > _ROUND else report_nothing
    for batch in split_batches(count_items(iter(unsettled), "comparing", len(unsettled), tell)):
        members = sorted(
            {one for number in batch for one in kindred.tied_articles(memory.store, number)} - done
        )
        done.update(members)
        held = catalogue.kept_results(memory.store, members)
        documents = _graded_documents(memory, job, [result for result, _ in held.values()])
        ids = {catalogue.document_number(one.id): one.id for one in documents}
        sets = {
            ids[number]: kindred.unpack_shingles(packed) for number, (_, packed) in held.items()
        }
        kin = tuple(
            versions.Kin(one=ids[one], other=ids[other], share=share)
            for one, other, share in kindred.kin_pairs(memory.store, members)
        )
        told, families, aside = up_to(job.as_of, documents, sets, kin)
        family_of = {one: family for family in families for one in family.documents}
        with catalogue.change_catalogue(memory.store):
            catalogue.settle_families(
                memory.store, [_settled_document(one, family_of[one.id]) for one in told]
            )
            for late in aside:
                catalogue.set_aside(
                    memory.store,
                    catalogue.document_number(late.id),
                    annotation.aside_codec().encode(late),
                )


def _graded_documents(memory: StageCache, job: Job, results: Sequence[str]) -> tuple[Document, ...]:
    """Documents as they were read, in order of their locators."""
    kept = store.get_many(memory.store, digest_ingestion(), results)
    made = (annotation.document_codec().decode(kept[result])[0] for result in results)
    return tuple(
        sorted((grade_document(one, job.outlets) for one in made), key=lambda one: one.locator)
    )


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


def _settled_document(document: Document, family: Family) -> Settled:
    days = edtf.bounds(document.published.value) if document.published is not None else None
    return Settled(
        number=catalogue.document_number(document.id),
        family=family.id,
        place=family.documents.index(document.id),
        relation=family.relation,
        head=annotation.head_codec().encode(replace(document, text="")),
        first_day=days[0].toordinal() if days else 0,
        last_day=days[1].toordinal() if days else 0,
        key=article_key(document),
    )
