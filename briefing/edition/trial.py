"""The brief as it would be now: everything an edition has, and no edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from briefing.corpus import library as catalogue
from briefing.corpus import update_catalogue
from briefing.corpus.stage_cache import StageCache, Studied, StudyKey, Worktable
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
from briefing.walk.notebook import Notebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A brief that was made and not kept.

    `page` is brief.html as a build of now would write it, `is_kept` whether the newest edition is
    the very same; `ids` has the key of each statement that an edition told, by its id. `rests_on`
    and `articles` are for the trial after this one.
    """

    settings: Settings
    job: Job
    made: MadeBrief
    brief: Brief
    page: Artifact
    is_kept: bool
    warnings: tuple[Problem, ...]
    ids: Mapping[str, str]
    rests_on: "_Inputs | None" = None
    articles: Mapping[StudyKey, Studied] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inputs:
    """All that a brief is made of before it is rendered, as the disk has it: the listing of each
    folder but those of looks, the hashes of files so young that their times prove nothing, and what
    editions said.
    """

    listings: Mapping[str, bytes]
    young: Mapping[str, str]
    baseline: str
    ids: Mapping[str, str]

    def are_same(self, other: "_Inputs | None") -> bool:
        """Whether the same brief is made of both."""
        return (
            other is not None
            and (self.listings, self.baseline, self.ids)
            == (other.listings, other.baseline, other.ids)
            and all(other.young.get(path, seen) == seen for path, seen in self.young.items())
        )


def make_trial(
    config: Path, tell: Progress = report_nothing, earlier: Trial | None = None
) -> Trial:
    """Make the brief as it would be now, by the same walk and with the same catalogue as a build.

    What is worked out of articles is kept for the next build; nothing else is written, nothing
    fetched, nothing sent. Waits while a build is at work. Of the trial before, `earlier`, articles
    that did not change are taken as they lie open, and what was worked out of the very same as it
    stands in the notebook; where the looks alone changed, all but the page is.
    Raises UserError and WorkError as a build does.
    """
    output = load_job(config)[0].output
    with session.hold_lock(output, None), session.at_work(config) as work:
        ids = store.given_ids(work.store)
        inputs = _look_at_inputs(work, ids)
        if earlier and inputs and inputs.are_same(earlier.rests_on):
            made, articles = earlier.made, earlier.articles
        else:
            made, articles = _make_brief(work, Past(last=work.baseline, ids=ids), tell, earlier)
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
            rests_on=inputs,
            articles=articles,
        )


def _make_brief(
    work: session.Work, past: Past, tell: Progress, earlier: Trial | None
) -> tuple[MadeBrief, Mapping[StudyKey, Studied]]:
    """Make the brief, and give the articles that lie open for the next one."""
    table = Worktable(before=earlier.articles if earlier else {})
    known = earlier.made.considered.notebook.before if earlier else {}
    with session.hire_workers(work.settings.workers, 0) as crew:
        memory = StageCache(store=work.store, crew=crew, tell=tell, table=table)
        library = catalogue.update(memory, work.job, work.seen)
        update_catalogue.note_folders(memory, work.job, work.seen)
        ask = recall_asking(work)
        return make(work.job, library, past, ask, Notebook(before=known)), table.now


def _look_at_inputs(work: session.Work, ids: Mapping[str, str]) -> _Inputs | None:
    """What the brief rests on; None with an editor, whose answers stand nowhere on the disk."""
    if work.job.editing is not None:
        return None
    counts = partial(_is_read, work)
    return _Inputs(
        listings={path: blob for path, blob in work.seen.listings.items() if counts(path)},
        young={path: seen for path, seen in work.seen.fresh.items() if counts(path)},
        baseline=work.baseline.fingerprint if work.baseline else "",
        ids=ids,
    )


def _is_read(work: session.Work, path: str) -> bool:
    """Whether what lies at `path` may show in more than looks: a folder of themes or templates
    may hold articles too.
    """
    base, theme = work.settings.base, work.settings.brief.theme
    looks = [base / name for name in ("templates", theme) if name]
    sources = [base / one for source in work.job.sources for one in source.watched(base).folders]
    return _is_below(path, sources) or not _is_below(path, looks)


def _is_below(path: str, folders: Iterable[Path]) -> bool:
    return any(Path(path).is_relative_to(folder.absolute()) for folder in folders)


def _print_page(job: Job, brief: Brief) -> Artifact:
    """brief.html, by the config's own writer where it has one."""
    pages = {name: one for name, one in job.writers.items() if isinstance(one, Html)}
    only = replace(job, writers=pages or {"html": Html()})
    artifacts, missing = render_edition.render_formats(only, brief)
    if missing:
        raise WorkError(missing[0])
    return artifacts[0]
