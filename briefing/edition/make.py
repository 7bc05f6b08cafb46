"""Making a brief: the walk, with what was worked out before, and the proof at its end."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from briefing.corpus import annotate, shortlist, update_catalogue
from briefing.corpus.stage_cache import Memory
from briefing.edition import session
from briefing.errors import Problem, UserError, WorkError
from briefing.ingest import Folder
from briefing.job.load import Job
from briefing.model import Brief, Reading
from briefing.settings import analyst
from briefing.state import store, witness
from briefing.verification import proof
from briefing.walk import decisions
from briefing.walk.assemble import assemble
from briefing.walk.foreign import warn_of_languages
from briefing.walk.library import Library

_FAILURES = 20  # of a proof that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief that is proved, with what it was made of: of very many articles those that were looked at."""

    brief: Brief
    library: Library
    readings: tuple[Reading, ...]
    warnings: tuple[Problem, ...]
    excluded: Mapping[str, str]


def make(job: Job, memory: Memory, seen: witness.Observation | None = None) -> Made:
    """Walk the articles once and prove what comes out; `memory` has what need not be done again.

    `seen` is how the sources' folders stood before, where that is known: only what changed since is
    looked at. Raises UserError where no source can be read, WorkError where a statement does not
    replay.
    """
    update_catalogue.refresh(memory, job, seen)
    annotate.understand(memory, job)
    considered = shortlist.consider(memory, job)
    library, readings = considered.library, considered.readings
    if not library.count:
        raise UserError(*_nothing(job, library))
    brief, excluded = assemble(job, library, readings, considered.offers)
    failures = proof.failures(brief, readings, job.sections)
    if failures:
        shown = "\n".join(f"  {failure}" for failure in failures[:_FAILURES])
        message = (
            f"the brief does not prove, so it is not written: {len(failures)} failures\n{shown}"
        )
        raise WorkError(message)
    doubts = tuple(analyst.doubts(job.analyst, decisions.passages(readings)))
    warnings = (*doubts, *_set_aside(library), *warn_of_languages(job, library))
    return Made(
        brief=brief, library=library, readings=readings, warnings=warnings, excluded=excluded
    )


def make_anew(job: Job) -> Made:
    """Make a brief of which nothing is kept, and for which nothing was."""
    with closing(store.scratch()) as scratch:
        return make(job, Memory(store=scratch))


def _nothing(job: Job, library: Library) -> tuple[Problem, ...]:
    """Say why there is nothing to make a brief of."""
    unread = tuple(
        Problem(
            path=one.path or one.locator, line=0, column=0, message=f"can't be used: {one.reason}"
        )
        for one in library.quarantined
    )
    first = job.sources[0] if job.sources else None
    place = first.path if isinstance(first, Folder) else "sources"
    advice = fill_them(job)
    nothing = Problem(
        path=place, line=0, column=0, message="no readable source at all", advice=advice
    )
    return (*unread, nothing)


def fill_them(job: Job) -> str:
    """Say how sources without an article come to some: a folder is filled, a feed is asked."""
    asked = [source for source in job.sources if isinstance(source, session.Fetching)]
    if not asked:
        return "put articles there"
    ask = "`briefing build --online` asks feeds and pages"
    return ask if len(asked) == len(job.sources) else f"put articles there; {ask}"


def _set_aside(library: Library) -> tuple[Problem, ...]:
    """Warn of what could not be read: once, in one line, however much it is."""
    found = library.quarantined
    if not found:
        return ()
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    message, advice = (
        f"set aside: {found[0].reason}{more}",
        "`briefing sources` lists every one" if more else "",
    )
    place = found[0].path or found[0].locator
    return (
        Problem(path=place, line=0, column=0, message=message, advice=advice, severity="warning"),
    )


def counted(made: Made) -> str:
    """Say how many sources there were, and how many could not be read."""
    count = made.library.count
    aside = len(made.library.quarantined)
    return f"{count} source{'s' * (count != 1)}" + (f", {aside} set aside" if aside else "")
