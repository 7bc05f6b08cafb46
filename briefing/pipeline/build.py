"""The corridor: the only place that touches disk, clock and store on the way to an edition."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing.compare import compare
from briefing.errors import Problem, UserError, WorkError
from briefing.model import Brief, Edition, Reading
from briefing.pipeline import decide, press, walk
from briefing.pipeline.order import Order, take
from briefing.render.json import encode
from briefing.settings import Settings, analyst, claim
from briefing.stages import Writer
from briefing.state import atomic, editions, store, witness


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the command line asks of one build.

    `output` makes a trial in another folder, no edition; `formats` are kinds of writers, none means
    all that the config lists; `plan` only says what is stale.
    """

    force: bool = False
    plan: bool = False
    output: Path | None = None
    as_of: str | None = None
    formats: tuple[str, ...] | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command did: the one line to print, the exit code, and what to warn of."""

    message: str
    exit_code: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief that is proved, with what it was made of."""

    brief: Brief
    library: walk.Library
    readings: tuple[Reading, ...]
    warnings: tuple[Problem, ...]
    excluded: Mapping[str, str]


def make(order: Order) -> Made:
    """Walk the articles once and prove what comes out.

    Raises UserError where no source can be read, WorkError where a statement does not replay.
    """
    library = walk.ingest(order)
    if not library.documents:
        raise UserError(*_nothing(order, library))
    readings = tuple(walk.understand(order, document) for document in library.documents)
    brief, excluded = walk.tell(order, library, readings)
    failures = walk.proved(brief, readings)
    if failures:
        shown = "\n".join(f"  {failure}" for failure in failures[:20])
        message = f"the brief does not prove, so it is not written: {len(failures)} failures\n{shown}"
        raise WorkError(message)
    doubts = tuple(analyst.doubts(order.analyst, decide.passages(readings)))
    return Made(brief=brief, library=library, readings=readings, warnings=(*order.warnings, *doubts), excluded=excluded)


def _nothing(order: Order, library: walk.Library) -> tuple[Problem, ...]:
    """Say why there is nothing to make a brief of."""
    unread = tuple(
        Problem(path=one.path or one.locator, line=0, column=0, message=f"can't be used: {one.reason}")
        for one in library.quarantined
    )
    place = str(getattr(order.sources[0], "path", "sources")) if order.sources else "sources"
    return (
        *unread,
        Problem(path=place, line=0, column=0, message="no readable source at all", advice="put articles there"),
    )


def build(config: Path, options: BuildOptions) -> Outcome:
    """Make an edition if anything changed, and say in one line what was made.

    Raises UserError for the user's mistakes and WorkError where the work found a problem; the last
    edition then stands untouched.
    """
    if not options.force and options.output is None and not options.plan:
        line = witness.unchanged(config, _asked(options))
        if line is not None:
            return Outcome(message=line)
    settings, order = take(config)
    if options.as_of:
        order = replace(order, as_of=options.as_of)
    if options.formats:
        order = replace(order, writers=_wanted(order.writers, options.formats))
    if options.output is not None:
        return _try(order, options, options.output)
    seen = observe(settings)
    made = make(order)
    return _publish(settings, order, made, seen, options)


def _asked(options: BuildOptions) -> list[str]:
    """Give what of the options shows in an edition, for the witness."""
    return [options.as_of or "", ",".join(options.formats or ())]


def _wanted(writers: Mapping[str, Writer], formats: Sequence[str]) -> dict[str, Writer]:
    """Keep the writers of the formats asked for."""
    missing = [name for name in formats if name not in writers]
    if missing:
        message, advice = f"{missing[0]!r} is no output of this config", f"there are {', '.join(sorted(writers))}"
        raise UserError(Problem(path="--formats", line=0, column=0, message=message, advice=advice))
    return {kind: writer for kind, writer in writers.items() if kind in formats}


def observe(settings: Settings) -> witness.Observation:
    """Look at everything the build is about to read."""
    folders = [settings.base / str(c.options["path"]) for c in settings.sources if "path" in c.options]
    return witness.observe(
        settings.path,
        files=[settings.base / analyst.NAME],
        folders=[*folders, settings.base / "templates"],
        skip=[settings.output],
    )


def _try(order: Order, options: BuildOptions, target: Path) -> Outcome:
    """Write a brief elsewhere, without an edition."""
    made = make(order)
    brief = replace(compare(made.brief, None), edition=Edition(number=0, made_at=press.made_at(), fingerprint=""))
    artifacts, missing = press.render(order, brief)
    atomic.make_folder(target)
    for artifact in artifacts:
        atomic.write(target / artifact.name, artifact.content)
    names = ", ".join(artifact.name for artifact in artifacts)
    return _outcome(f"Wrote a trial to {target}: {names}", made.warnings, missing, options)


def _publish(settings: Settings, order: Order, made: Made, seen: witness.Observation, options: BuildOptions) -> Outcome:
    """Compare with the last edition, render, and keep the edition if there is anything new in it."""
    output = settings.output
    atomic.make_folder(output)
    claim(settings.path, output)
    editions.recover(output)
    last = editions.newest(output)
    brief = compare(made.brief, previous(last), causes=made.excluded)
    found = editions.fingerprint(json.loads(encode(brief)), press.look(order))
    if last is not None and last.fingerprint == found and not options.force:
        line = f"Nothing new since edition {last.number}: {_counted(made)}, {_shown(output, last.files)}"
        _remember(settings, seen, line, options)
        return _outcome(line, made.warnings, (), options)
    number = editions.next_number(output)
    edition = Edition(number=number, made_at=press.made_at(), fingerprint=found, previous=last.number if last else None)
    artifacts, missing = press.render(order, replace(brief, edition=edition))
    editions.publish(output, edition, artifacts, editions.exhibits(made.library.documents), press.versions(artifacts))
    shown = _shown(output, [artifact.name for artifact in artifacts])
    if not missing:
        again = f"Nothing changed since edition {number}: {_counted(made)}, {shown}"
        _remember(settings, seen, again, options)
    line = f"Edition {number}: {_told(brief)} from {_counted(made)}: {shown}"
    return _outcome(line, made.warnings, missing, options)


def _outcome(line: str, warnings: Sequence[Problem], missing: Sequence[str], options: BuildOptions) -> Outcome:
    """Give the outcome; a format that could not be made, or a warning under --strict, is exit 1."""
    message = "\n".join([line, *(f"not made: {reason}" for reason in missing)])
    failed = bool(missing) or (options.strict and bool(warnings))
    return Outcome(message=message, exit_code=1 if failed else 0, problems=tuple(warnings))


def _told(brief: Brief) -> str:
    """Say how much the brief tells, and how much of it is new."""
    total = sum(len(section.statements) for section in brief.sections)
    if not brief.changes.previous:
        return f"{total} statements"
    new, changed, gone = len(brief.changes.new), len(brief.changes.changed), len(brief.changes.withdrawn)
    return f"{total} statements ({new} new, {changed} changed, {gone} withdrawn)"


def _counted(made: Made) -> str:
    """Say how many sources there were, and how many could not be read."""
    count = len(made.library.documents)
    aside = len(made.library.quarantined)
    return f"{count} source{'s' * (count != 1)}" + (f", {aside} set aside" if aside else "")


def _shown(output: Path, names: Iterable[str]) -> str:
    """Name the brief as the user would type it: the file that most readers want of those that were made."""
    made = set(names)
    best = next((name for name in ("brief.pdf", "brief.html", "brief.md", "brief.json") if name in made), "")
    return os.path.relpath(output / best)


def previous(last: editions.Kept | None) -> dict[str, Any] | None:
    """Read the last edition's brief.json."""
    path = last.folder / "brief.json" if last else None
    if path is None or not path.exists():
        return None
    previous: dict[str, Any] = json.loads(path.read_bytes())
    return previous


def _remember(settings: Settings, seen: witness.Observation, line: str, options: BuildOptions) -> None:
    """Let the next build know that nothing has changed until something has."""
    opened = store.open_store(Path(witness.store_path(settings.path)))
    try:
        store.remember(opened, settings.path, seen, output=settings.output, line=line, options=_asked(options))
    finally:
        opened.close()
