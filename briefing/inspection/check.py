"""Every problem of a config and of all that it reads, at once; nothing is made."""

from dataclasses import replace
from pathlib import Path

from briefing.compare import compare
from briefing.edition import render_edition
from briefing.edition.make import fill_them
from briefing.errors import Problem
from briefing.job.load import Job, load_job
from briefing.model import Reading
from briefing.settings import analyst
from briefing.walk import decisions
from briefing.walk.assemble import assemble
from briefing.walk.foreign import warn_of_languages
from briefing.walk.library import Library, ingest, understand


def list_problems(config: Path) -> list[Problem]:
    """Give every problem of the config and of all that it reads; empty when all is well.

    Raises UserError where the config can't be read at all.
    """
    _, job = load_job(config)
    library = ingest(job)
    readings = tuple(understand(job, document) for document in library.documents)
    _try_templates(job, library, readings)
    doubts = analyst.doubts(job.analyst, decisions.passages(readings))
    aside = [
        Problem(
            path=one.path or one.locator,
            line=0,
            column=0,
            message=f"set aside: {one.reason}",
            severity="warning",
        )
        for one in library.quarantined
    ]
    none = (
        []
        if library.documents
        else [
            Problem(
                path=str(config),
                line=0,
                column=0,
                message="no readable source at all",
                advice=fill_them(job),
            )
        ]
    )
    return [*job.warnings, *doubts, *aside, *none, *warn_of_languages(job, library)]


def _try_templates(job: Job, library: Library, readings: tuple[Reading, ...]) -> None:
    """Run every template once over the brief as it would be. Raises UserError where one of the user's fails."""
    if readings:
        brief, _ = assemble(job, library, readings)
        writers = {kind: writer for kind, writer in job.writers.items() if kind != "pdf"}
        render_edition.render(replace(job, writers=writers), compare(brief, None))
