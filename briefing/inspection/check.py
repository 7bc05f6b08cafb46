"""Every problem of a config and of all that it reads, at once; nothing is made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.edition import render_edition, session
from briefing.edition.make import make, say_nothing
from briefing.edition.session import Look
from briefing.errors import Problem, UserError
from briefing.inspection import anchors, announcing, coaching
from briefing.inspection.announcing import foresee_requests
from briefing.model import Brief
from briefing.settings import analyst, seals
from briefing.walk import decisions
from briefing.walk.about import UNRELATED
from briefing.walk.foreign import warn_of_languages
from briefing.walk.library import Holdings


def list_problems(config: Path) -> list[Problem]:
    """Every problem of the config and of all that it reads, and what the desk may have left out;
    empty when all is well.

    Raises UserError where the config can't be read at all.
    """
    with session.look(config) as look:
        holdings = look.library.documents()
        brief, mistakes = _try_brief(look) if holdings.count else (None, ())
        said = () if mistakes else announcing.announce_editor(look, foresee_requests(look))
        found = [
            *said,
            *mistakes,
            *look.job.warnings,
            *_doubt_decisions(look, holdings),
            *_list_set_aside(holdings),
            *_count_unrelated(holdings),
            *_miss_sources(config, look, holdings),
            *warn_of_languages(holdings, look.job.frame.language),
            *(render_edition.warn_of_letters(look.job, brief) if brief else ()),
            *coaching.list_advice(coaching.take_survey(look, brief)),
        ]
    return [*found, *_note_announcement(config, look, found)]


def list_requests(config: Path) -> list[dict[str, Any]]:
    """All that a build of now would send to its editor, word for word. Raises UserError as a build
    does.
    """
    with session.look(config) as look:
        return announcing.write_requests(foresee_requests(look))


def _note_announcement(config: Path, look: Look, found: Sequence[Problem]) -> tuple[Problem, ...]:
    """Note that what an editor is sent was said, where all else is in order."""
    ordered = look.job.editing
    if ordered is None or announcing.errors_of(found):
        return ()
    return announcing.note_said(config, look.settings, ordered)


def _try_brief(look: Look) -> tuple[Brief | None, tuple[Problem, ...]]:
    """The brief as it would be, and what keeps it from being made or printed.

    Every template is run once over it, except where nothing changed since the last build, which
    has run them.
    """
    try:
        if look.is_unchanged:
            return anchors.read_brief(look), ()
        job = look.job
        writers = {kind: writer for kind, writer in job.writers.items() if kind != "pdf"}
        brief = make(job, look.library).brief
    except UserError as error:
        return _make_unpinned(look), error.problems
    try:
        render_edition.render_formats(replace(job, writers=writers), brief)
    except UserError as error:
        return brief, error.problems
    return brief, ()


def _make_unpinned(look: Look) -> Brief | None:
    """The brief without pins, where one of them can't be obeyed, so that the rest is said too."""
    read = look.job.analyst
    if not read.file.pin:
        return None
    unpinned = replace(read, file=replace(read.file, pin=()))
    try:
        return make(replace(look.job, analyst=unpinned), look.library).brief
    except UserError:
        return None


def _doubt_decisions(look: Look, holdings: Holdings) -> Iterator[Problem]:
    """Ask the articles of which the analyst's file speaks whether its entries still fit."""
    paths = frozenset(analyst.list_paths(look.job.analyst.file))
    named = {one.id for one in holdings.documents if (one.path or one.locator) in paths}
    readings = tuple(look.library.readings(named)) if named else ()
    every = (*holdings.documents, *holdings.others)
    texts: seals.Texts = {
        **{one.path or one.locator: {} for one in every},
        **decisions.passage_texts(readings),
    }
    return seals.stale_warnings(look.job.analyst, texts)


def _list_set_aside(holdings: Holdings) -> Iterator[Problem]:
    for one in holdings.quarantined:
        yield Problem(
            path=one.path or one.locator,
            line=0,
            column=0,
            message=f"set aside: {one.reason}",
            severity="warning",
        )


def _count_unrelated(holdings: Holdings) -> Iterator[Problem]:
    """Say once how many articles are not about the brief: that is no mistake."""
    apart = holdings.unrelated
    if apart is None:
        return
    more = f", and {apart.count - 1} more" if apart.count > 1 else ""
    yield Problem(
        path=apart.locators[0],
        line=0,
        column=0,
        message=f"{UNRELATED}{more}",
        advice="`briefing sources` lists every one" if more else "",
        severity="note",
    )


def _miss_sources(config: Path, look: Look, holdings: Holdings) -> Iterator[Problem]:
    """Say that there is nothing to make a brief of, if so."""
    if not holdings.count:
        message, advice = say_nothing(look.job, holdings)
        yield Problem(path=str(config), line=0, column=0, message=message, advice=advice)
