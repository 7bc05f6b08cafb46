"""Every problem of a config and of all that it reads, at once; nothing is made."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefing.edition import render_edition, session
from briefing.edition.make import fill_them, make
from briefing.edition.session import Look
from briefing.errors import Problem
from briefing.settings import analyst
from briefing.walk import decisions
from briefing.walk.foreign import warn_of_languages
from briefing.walk.library import Holdings


def list_problems(config: Path) -> list[Problem]:
    """Every problem of the config and of all that it reads; empty when all is well.

    Raises UserError where the config can't be read at all.
    """
    with session.look(config) as look:
        holdings = look.library.documents()
        if not look.is_unchanged and holdings.count:
            _try_templates(look)
        return [
            *look.job.warnings,
            *_doubt_decisions(look, holdings),
            *_list_set_aside(holdings),
            *_miss_sources(config, look, holdings),
            *warn_of_languages(look.job, holdings),
        ]


def _try_templates(look: Look) -> None:
    """Run every template once over the brief as it would be. Raises UserError where one of the
    user's fails.

    Where nothing changed since the last build, that has run them.
    """
    job = look.job
    writers = {kind: writer for kind, writer in job.writers.items() if kind != "pdf"}
    made = make(job, look.library)
    render_edition.render_formats(replace(job, writers=writers), made.brief)


def _doubt_decisions(look: Look, holdings: Holdings) -> Iterator[Problem]:
    """Ask the articles of which the analyst's file speaks whether its entries still fit."""
    paths = frozenset(analyst.list_paths(look.job.analyst.file))
    named = {one.id for one in holdings.documents if (one.path or one.locator) in paths}
    readings = tuple(look.library.readings(named)) if named else ()
    return analyst.stale_warnings(look.job.analyst, decisions.passage_texts(readings))


def _list_set_aside(holdings: Holdings) -> Iterator[Problem]:
    for one in holdings.quarantined:
        yield Problem(
            path=one.path or one.locator,
            line=0,
            column=0,
            message=f"set aside: {one.reason}",
            severity="warning",
        )


def _miss_sources(config: Path, look: Look, holdings: Holdings) -> Iterator[Problem]:
    """Say that there is nothing to make a brief of, if so."""
    if not holdings.count:
        yield Problem(
            path=str(config),
            line=0,
            column=0,
            message="no readable source at all",
            advice=fill_them(look.job),
        )
