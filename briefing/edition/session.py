"""At work on a brief: alone, with the store open, and with everything that is about to be read
looked at before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefing.corpus.library import Catalogue, look_up
from briefing.errors import Problem
from briefing.ingest.feed import Feed, fetch_feeds
from briefing.job import code_version
from briefing.job.load import Job, load_job
from briefing.settings import Settings, analyst, claim_output
from briefing.settings.running import WorkerSettings
from briefing.stages import FetchingSource
from briefing.state import atomic, deliveries, editions, lock, publishing, record, store, witness
from briefing.state.lock import Holder
from briefing.state.store import Store
from briefing.workers import Crew, KeptPool
from briefing.workers.crew import say_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a command works with while it holds the lock.

    `last` is the newest edition; `baseline` the one that what is new is counted from: the newest of
    the `settled` ones, which were released or mailed, and before the first of these the newest.
    """

    settings: Settings
    job: Job
    seen: witness.Observation
    store: Store
    last: editions.Kept | None
    baseline: editions.Kept | None
    settled: frozenset[int]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a command looks at that makes nothing: the library as it stands now, and the last
    edition.

    `is_unchanged` tells that the last edition is what a build of today would make.
    """

    settings: Settings
    job: Job
    library: Catalogue
    last: editions.Kept | None
    ids: Mapping[str, str]
    is_unchanged: bool


@contextmanager
def look(config: Path) -> Iterator[Look]:
    """Look at a config's articles and its last edition: nothing is written, and no running build is
    waited for.

    Raises UserError as `load_job`.
    """
    settings, job = load_job(config)
    seen = observe_inputs(settings, job)
    with look_up(Path(witness.store_path(config)), job, seen) as library:
        last = editions.newest_edition(settings.output)
        unchanged = witness.unchanged_line(config, ("", ""), seen) is not None
        ids = store.given_ids(library.memory.store)
        yield Look(
            settings=settings, job=job, library=library, last=last, ids=ids, is_unchanged=unchanged
        )


@contextmanager
def hire_workers(
    asked: WorkerSettings, jobs: int, doubt: Callable[[str], None] = say_nothing
) -> Iterator[Crew]:
    """Who works, as the config says and the command's `jobs` (0: as the config says); let go at
    the end.
    """
    here = 1 if asked.kind == "serial" else asked.jobs
    patience, pool = float(asked.patience), KeptPool()
    try:
        yield Crew(
            jobs=jobs or here, scheduler=asked.scheduler, patience=patience, doubt=doubt, pool=pool
        )
    finally:
        pool.leave()


def observe_inputs(settings: Settings, job: Job) -> witness.Observation:
    """Look at everything that a build of these settings reads."""
    rests = [source.watched(settings.base) for source in job.sources]
    files = [file for one in rests for file in one.files]
    folders = dict.fromkeys(folder for one in rests for folder in one.folders)
    themes = [settings.base / settings.brief.theme] if settings.brief.theme else []
    stages = (
        *job.sources,
        *job.readers,
        *job.taggers.values(),
        *job.sections.values(),
        *job.writers.values(),
    )
    return witness.observe_world(
        settings.path,
        files=[settings.base / analyst.NAME, *files, *code_version.own_files(stages)],
        folders=[*folders, *themes, settings.base / "templates"],
        skip=[settings.output],
    )


def network_sources(job: Job) -> list[FetchingSource]:
    """The sources that lie on the network."""
    return [source for source in job.sources if isinstance(source, FetchingSource)]


def fetch_sources(job: Job) -> None:
    """Ask the network for what is new: all feeds together, and what is no feed by itself. Raises
    UserError as a source does.
    """
    asked = network_sources(job)
    feeds = [one for one in asked if isinstance(one, Feed)]
    if feeds:
        fetch_feeds(job.base, feeds)
    for source in asked:
        if not isinstance(source, Feed):
            source.fetch(job.base)


@contextmanager
def hold_lock(output: Path, wait: float | None) -> Iterator[Holder | None]:
    """Hold the lock of an output folder; give who has it where that is not to be had in `wait`
    seconds.

    Raises UserError where the folder can't be written.
    """
    atomic.make_folder(output)
    held = lock.acquire_lock(output / editions.FOLDER, wait)
    if isinstance(held, Holder):
        yield held
        return
    with held:
        yield None


@contextmanager
def at_work(config: Path, observed: witness.Observation | None = None) -> Iterator[Work]:
    """Begin to work, for the holder of the lock: clear up after a killed run, open the store, read
    the config.

    `observed` is how everything stood a moment ago, where somebody has looked. The config is read
    after everything was looked at, so that an edit in between is seen the next time; of the
    analyst's file, which may be gone again by then, there is none in between. Raises UserError as
    `load_job`, and where the output belongs to another config by now.
    """
    settings, job = load_job(config)
    while True:
        before = _stamp_decisions(settings)
        seen = observed or observe_inputs(settings, job)
        observed = None
        again, job = load_job(config)
        same = (again.sources, again.output, again.brief.theme, _stamp_decisions(again)) == (
            settings.sources,
            settings.output,
            settings.brief.theme,
            before,
        )
        settings = again
        if same:
            break
    claim_output(settings.path, settings.output)
    publishing.recover_editions(settings.output)
    opened = store.open_store(Path(witness.store_path(config)))
    try:
        catch_up(opened, settings.output)
        last = editions.newest_sound(settings.output)
        settled = deliveries.settled_editions(opened, settings.output)
        said = [
            *opened.notes,
            *_damaged(settings.output),
            *_missing_editions(record.made_editions(opened, settings.output), last),
        ]
        notes = (
            Problem(path=str(config), line=0, column=0, message=note, severity="warning")
            for note in said
        )
        yield Work(
            settings=settings,
            job=job,
            seen=seen,
            store=opened,
            last=last,
            baseline=editions.newest_sound_of(settings.output, settled) or last,
            settled=settled,
            warnings=(*notes, *job.warnings),
        )
    finally:
        opened.close()


def _stamp_decisions(settings: Settings) -> tuple[int, int, int] | None:
    """What shows that the analyst's file was written again: its file number, time and size; None
    where there is none.
    """
    try:
        found = (settings.base / analyst.NAME).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _missing_editions(
    made: Sequence[record.EditionRecord], last: editions.Kept | None
) -> Iterator[str]:
    """Say that editions are on record of which no folder is left: their numbers, and mail sent by
    them, stay theirs.
    """
    if made and last is None:
        number = max(one.number for one in made)
        found = f"edition {number} is on record, but no edition lies in the output"
        yield f"{found}: the next is edition {number + 1}, with none to compare it with"


def _damaged(output: Path) -> Iterator[str]:
    """Name the newest editions where they are damaged, and what to do."""
    numbers = ", ".join(map(str, editions.damaged_since(output)))
    if numbers:
        yield (
            f"edition {numbers} in {output / editions.FOLDER} is damaged and passed over: what is "
            "new is counted from the last sound one; bring the folder back from a copy, or move it "
            "away"
        )


def catch_up(opened: Store, output: Path) -> None:
    """Bring folders and record together: a run may have been killed between the two, or the store
    deleted.
    """
    record.finish_renewal(opened, output)
    deliveries.catch_up(opened, output)
    known = {one.number for one in record.made_editions(opened, output) if one.manifest}
    if not known.issuperset(one.number for one in editions.readable_editions(output)):
        rebuild_records(opened, output)


def rebuild_records(opened: Store, output: Path) -> tuple[int, int]:
    """Read the record of editions and mail back from the folders: (editions, receipts) found.

    Statements get the ids back that they were given. A damaged edition has no say.
    """
    for kept in editions.sound_editions(output):
        store.keep_ids(opened, editions.statement_ids(kept))
    return record.rebuild_record(opened, output), deliveries.rebuild_index(opened, output)
