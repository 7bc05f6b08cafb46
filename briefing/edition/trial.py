"""The brief as it would be now: everything an edition has, and no edition."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.corpus import library as catalogue
from briefing.corpus.stage_cache import StageCache
from briefing.edition import publish, render_edition, session
from briefing.edition.editor_seat import recall_asking
from briefing.edition.make import MadeBrief, make
from briefing.errors import Problem, WorkError
from briefing.job.load import Job, load_job
from briefing.job.progress import Progress, report_nothing
from briefing.model import Artifact, Brief
from briefing.render.html import Html
from briefing.settings import Settings
from briefing.state import store
from briefing.walk.comparison import Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A brief that was made and not kept.

    `page` is brief.html as a build of now would write it, `is_kept` whether the newest edition is
    the very same; `ids` has the key of each statement that an edition told, by its id.
    """

    settings: Settings
    job: Job
    made: MadeBrief
    brief: Brief
    page: Artifact
    is_kept: bool
    warnings: tuple[Problem, ...]
    ids: Mapping[str, str]


def make_trial(config: Path, tell: Progress = report_nothing) -> Trial:
    """Make the brief as it would be now, by the same walk and with the same catalogue as a build.

    What is worked out of articles is kept for the next build; nothing else is written, nothing
    fetched, nothing sent. Waits while a build is at work. Raises UserError and WorkError as a
    build does.
    """
    output = load_job(config)[0].output
    with session.hold_lock(output, None), session.at_work(config) as work:
        crew = session.hire_workers(work.settings.workers, 0)
        memory = StageCache(store=work.store, crew=crew, tell=tell)
        library = catalogue.update(memory, work.job, work.seen)
        ids = store.given_ids(work.store)
        past = Past(last=work.baseline, ids=ids)
        made = make(work.job, library, past, recall_asking(work))
        brief = publish.draft_edition(work, made.brief)
        return Trial(
            settings=work.settings,
            job=work.job,
            made=made,
            brief=brief,
            page=_print_page(work.job, brief),
            is_kept=bool(work.last and brief.edition == publish.edition_of(work.last)),
            warnings=(*work.warnings, *made.warnings),
            ids=ids,
        )


def _print_page(job: Job, brief: Brief) -> Artifact:
    """brief.html, by the config's own writer where it has one."""
    pages = {name: one for name, one in job.writers.items() if isinstance(one, Html)}
    only = replace(job, writers=pages or {"html": Html()})
    artifacts, missing = render_edition.render_formats(only, brief)
    if missing:
        raise WorkError(missing[0])
    return artifacts[0]
