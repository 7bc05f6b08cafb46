"""The corridor: the only place that touches disk, clock and store on the way to an edition."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.corpus import library as catalogue
from briefing.corpus import update_catalogue
from briefing.corpus.stage_cache import StageCache
from briefing.edition import feeds, plan, render_edition, session
from briefing.edition.asking import report_asking, say_cost
from briefing.edition.editor_seat import look_up_replies, take_asking
from briefing.edition.make import MadeBrief, count_sources, make, make_anew
from briefing.edition.publish import count_told, name_output, publish_edition
from briefing.edition.session import Work
from briefing.errors import Problem, UserError
from briefing.job.load import Job, load_job
from briefing.job.progress import Progress, report_nothing
from briefing.model import Changes, Edition
from briefing.stages import Writer
from briefing.state import atomic, editions, store, witness
from briefing.walk.comparison import Past

__all__ = ["BuildOptions", "MadeBrief", "Outcome", "build_edition", "make", "make_anew"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line asks of one build.

    `output` makes a trial in another folder, no edition; `formats` are kinds of writers, none means
    all that the config lists. `wait` is how many seconds to wait for another run, None as long as
    it takes; `jobs` the number of processes, 0 one for each processor; `fetch` asks feeds and pages
    for what is new before; without `editor` the config's editor is left out; `tell` is told how far
    the work is.
    """

    force: bool = False
    output: Path | None = None
    as_of: str | None = None
    formats: tuple[str, ...] | None = None
    strict: bool = False
    wait: float | None = None
    jobs: int = 0
    fetch: bool = False
    editor: bool = True
    tell: Progress = report_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did: the one line to print, the exit code, and what to warn of.

    `edition` is the number of the edition that a build made, with what is new in it; None where it
    made none. `busy` tells that another run was at work, so that nothing was done.
    """

    message: str
    exit_code: int = 0
    problems: tuple[Problem, ...] = ()
    edition: int | None = None
    changes: Changes | None = None
    busy: bool = False


def build_edition(config: Path, options: BuildOptions) -> Outcome:
    """Make an edition if anything changed, and say in one line what was made.

    Raises UserError for the user's mistakes and WorkError where the work found a problem; the last
    edition then stands untouched.
    """
    if options.output is not None:
        return _build_trial(config, options, options.output)
    settings, job = load_job(config)
    seen = None if options.fetch else session.observe_inputs(settings, job)
    line = _unchanged_line(config, options, seen)
    if line is not None:
        return Outcome(message=line)
    with ExitStack() as held:
        other = held.enter_context(session.hold_lock(settings.output, 0))
        if other is not None:  # who waits looks again: much may come meanwhile
            seen, other = None, held.enter_context(session.hold_lock(settings.output, options.wait))
        if other is not None:
            return Outcome(message=f"Left to {other}", busy=True)
        if options.fetch:
            session.fetch_sources(job)
        work = held.enter_context(session.at_work(config, seen))
        line = _unchanged_line(
            config, options, work.seen
        )  # whoever held the lock may have done it all
        return _build_locked(work, options) if line is None else Outcome(message=line)


def _unchanged_line(
    config: Path, options: BuildOptions, seen: witness.Observation | None
) -> str | None:
    """What to say if what was observed gives nothing new; None where it does, or was not
    observed.
    """
    if seen is None or options.force or options.strict:
        return None
    return witness.unchanged_line(config, visible_options(options), seen)


def _build_locked(work: Work, options: BuildOptions) -> Outcome:
    """Make the brief and the edition, and remember what they rest on."""
    work = replace(work, job=_apply_options(work.job, options))
    doubts: list[str] = []
    with session.hire_workers(work.settings.workers, options.jobs, doubts.append) as crew:
        memory = StageCache(store=work.store, crew=crew, tell=options.tell)
        library = catalogue.update(memory, work.job, work.seen)
        asking = take_asking(work)
        past = Past(last=work.baseline, ids=store.given_ids(work.store))
        made = make(work.job, library, past, asking)
    done = publish_edition(work, made, force=options.force)
    update_catalogue.finish_build(memory, work.job, work.seen)
    output = work.settings.output
    place = name_output(output, done.kept.files)
    boxes = render_edition.warn_of_letters(work.job, done.brief)
    asked = report_asking(asking) if asking else ()
    warnings = (*work.warnings, *made.warnings, *_doubt_workers(work, doubts), *boxes, *asked)
    cost = say_cost(asking) if asking else ""
    feeds.write_feeds(work.settings, work.store)
    if not done.missing:
        said = "Nothing changed since edition" if done.new else "Nothing new since edition"
        line = f"{said} {done.kept.number}: {count_sources(made)}, {place}"
        plan.remember_inputs(work.store, plan.collect_inputs(work.settings, work.job, {}))
        store.remember(
            work.store,
            work.settings.path,
            work.seen,
            output=output,
            line=line,
            options=visible_options(options),
        )
    if not done.new:
        line = f"Nothing new since edition {done.kept.number}: {count_sources(made)}, {place}"
        return _make_outcome(_join_lines(line, cost), warnings, done.missing, options)
    told = f"{count_told(done.brief)} from {count_sources(made)}: {place}"
    line = f"Edition {done.kept.number}{' (renewed)' if done.renewed else ''}: {told}"
    outcome = _make_outcome(_join_lines(line, cost), warnings, done.missing, options)
    return replace(outcome, edition=done.kept.number, changes=done.brief.changes)


def _doubt_workers(work: Work, doubts: Sequence[str]) -> Iterator[Problem]:
    """Say what went wrong with workers: the brief is the same, and somebody should know."""
    for line in dict.fromkeys(doubts):
        yield Problem(
            path=work.settings.path.name, line=0, column=0, message=line, severity="warning"
        )


def _join_lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def visible_options(options: BuildOptions) -> list[str]:
    """What of the options shows in an edition, for the witness."""
    shown = [options.as_of or "", ",".join(options.formats or ())]
    return shown if options.editor else [*shown, "plain"]


def _apply_options(job: Job, options: BuildOptions) -> Job:
    """Apply the command's options to what the config orders."""
    if options.as_of:
        job = replace(job, as_of=options.as_of)
    if options.formats:
        job = replace(job, writers=_wanted_writers(job.writers, options.formats))
    return job if options.editor else replace(job, editing=None)


def _wanted_writers(writers: Mapping[str, Writer], formats: Sequence[str]) -> dict[str, Writer]:
    """Keep the writers of the formats asked for."""
    missing = [name for name in formats if name not in writers]
    if missing:
        message, advice = (
            f"{missing[0]!r} is no output of this config",
            f"there are {', '.join(sorted(writers))}",
        )
        raise UserError(Problem(path="--formats", line=0, column=0, message=message, advice=advice))
    return {kind: writer for kind, writer in writers.items() if kind in formats}


def _build_trial(config: Path, options: BuildOptions, target: Path) -> Outcome:
    """Write a brief elsewhere, without an edition. An editor is not asked: what the newest edition
    keeps of its answers is used.
    """
    settings, job = load_job(config)
    job = _apply_options(job, options)
    made = make_anew(job, look_up_replies(job, editions.newest_sound(settings.output)))
    brief = replace(
        made.brief,
        edition=Edition(number=0, made_at=render_edition.made_at(), fingerprint=""),
    )
    artifacts, missing = render_edition.render_formats(job, brief)
    atomic.make_folder(target)
    mode = 0o600 if brief.frame.is_private else 0o644
    for artifact in artifacts:
        atomic.write_atomically(target / artifact.name, artifact.content, mode)
    names = ", ".join(artifact.name for artifact in artifacts)
    warnings = (*job.warnings, *made.warnings, *render_edition.warn_of_letters(job, brief))
    return _make_outcome(f"Wrote a trial to {target}: {names}", warnings, missing, options)


def _make_outcome(
    line: str, warnings: Sequence[Problem], missing: Sequence[str], options: BuildOptions
) -> Outcome:
    """The outcome; a format that could not be made, or a warning under --strict, is exit 1."""
    message = "\n".join([line, *(f"not made: {reason}" for reason in missing)])
    failed = bool(missing) or (options.strict and bool(warnings))
    return Outcome(message=message, exit_code=1 if failed else 0, problems=tuple(warnings))
