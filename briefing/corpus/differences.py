"""What the catalogue doesn't say as it is: sources that came, changed or went, told by digests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing import digest
from briefing.corpus import annotation, arrivals
from briefing.ingest import Found
from briefing.job import code_version
from briefing.job.load import Job
from briefing.settings import analyst
from briefing.state import catalogue, listing, notes, revisions, store, witness

UNREAD = "error"
"""How the digest of a file that can't be read begins."""
CIRCUMSTANCES = "circumstances"
"""What is noted of a finished build: all but the sources' files that the catalogue follows from."""
_FEW = 1000  # sources of which the catalogue is asked one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """A source to be entered, as it stood when it was looked at: `result` and `source` are keys.

    `named` tells that the analyst's file names it: then it belongs to the brief whatever it says.
    """

    found: Found
    stamp: str
    digest: str
    result: str
    source: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What the catalogue doesn't say as it is.

    `new` are sources in order of their locators, `gone` the numbers and `left` the locators of
    those that are there no more. `stamps` are (locator, stamp, digest) of the files that had to be
    read to know.
    """

    new: tuple[NewSource, ...]
    gone: tuple[int, ...]
    left: tuple[str, ...]
    stamps: tuple[tuple[str, str, str], ...]


def find_differences(
    opened: store.Store, job: Job, seen: witness.Observation | None
) -> Differences:
    """Compare the sources with the catalogue; only files that don't stand as it knows them are
    read.
    """
    arrived = None
    if (
        seen is not None
        and notes.read_note(opened, CIRCUMSTANCES) == digest_circumstances(job).encode()
    ):
        arrived = arrivals.ask_changed(job, opened, seen)
    arrived = arrived or arrivals.ask_everything(job, opened)
    found = arrived.found
    stamps = {name: listing.file_stamp(str(one.file)) for name, one in found.items()}
    known = revisions.get_digests(opened, stamps)
    digests = digests_of(found, known)
    return Differences(
        new=tuple(_new_sources(opened, job, found, stamps, digests)),
        gone=arrived.gone,
        left=arrived.left,
        stamps=tuple(
            (name, stamps[name], digests[name])
            for name in sorted(found.keys() - known.keys())
            if not digests[name].startswith(UNREAD)
        ),
    )


def _new_sources(
    opened: store.Store,
    job: Job,
    found: Mapping[str, Found],
    stamps: Mapping[str, str],
    digests: Mapping[str, str],
) -> Iterator[NewSource]:
    """The sources that the catalogue doesn't have as they are, in order of their locators."""
    shelf = _digest_entry_rules(job)
    readers = tuple(map(code_version.describe_stage, job.readers))
    named = _named_sources(job)
    known = catalogue.known(opened, _found_files(job, found) if len(found) < _FEW else None)
    for name in sorted(found):
        result = digest.of_fields((name, digests[name], repr(job.supplied.get(name)), *readers))
        source = digest.of_fields((shelf, result, *(("named",) if name in named else ())))
        if known.get(name, (0, ""))[1] != source:
            yield NewSource(
                found=found[name],
                stamp=stamps[name],
                digest=digests[name],
                result=result,
                source=source,
                named=name in named,
            )


def _named_sources(job: Job) -> frozenset[str]:
    """The sources that the analyst's file names, where that decides whether they belong."""
    return frozenset(analyst.list_paths(job.analyst.file) if job.about is not None else ())


def _found_files(job: Job, found: Mapping[str, Found]) -> list[str]:
    return sorted({arrivals.locate_file(job, one.file) for one in found.values()})


def digests_of(found: Mapping[str, Found], known: Mapping[str, str]) -> dict[str, str]:
    """The digest of every source's file; each file is read once, and none whose stamp is
    known.
    """
    files = {one.file for name, one in found.items() if name not in known and not one.aside}
    read = {file: listing.hash_of(str(file)) for file in sorted(files)}
    return {
        name: f"{UNREAD} {one.aside}" if one.aside else known.get(name) or read[one.file]
        for name, one in found.items()
    }


def list_digests(opened: store.Store) -> dict[str, str]:
    """The digest of every source's file as it was entered, by locator."""
    return catalogue.digests(opened)


def digest_circumstances(job: Job) -> str:
    """Digest all but the sources' files that the catalogue follows from."""
    stages = map(code_version.describe_stage, (*job.sources, *job.readers))
    named = sorted(_named_sources(job))
    return digest.of_fields(
        (_digest_entry_rules(job), repr(sorted(job.supplied.items())), *stages, *named)
    )


def _digest_entry_rules(job: Job) -> str:
    """Digest what an article is entered by, whatever it says."""
    return digest.of_fields(
        (
            digest_ingestion(),
            repr(job.outlets),
            job.as_of,
            job.frame.language,
            annotation.head_codec().shape,
            *_digest_subject(job),
        )
    )


def _digest_subject(job: Job) -> tuple[str, ...]:
    """Digest by what an article belongs to the brief; nothing where all do."""
    if job.about is None:
        return ()
    rooms = code_version.digest_rooms("tag", "split.py", "walk/about.py", "walk/withdrawals.py")
    return rooms, code_version.describe_stage(job.about)


def digest_ingestion() -> str:
    """The digest of the stage that reads sources."""
    return digest.of_fields(
        (
            "ingest",
            code_version.digest_rooms("ingest", "versions"),
            annotation.document_codec().shape,
        )
    )
