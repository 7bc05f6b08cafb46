"""A brief to be checked, with what is at hand, and what questions brought to light."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import UserError
from briefing.ingest import Reader
from briefing.job.load import Job, load_job
from briefing.job.orders import PROGRAM, as_ordered, changed_orders
from briefing.model import Brief, SectionRules
from briefing.registry.rules import find_rules
from briefing.settings import Settings
from briefing.state import editions
from briefing.verification.standing import EditionStanding
from briefing.verification.unchecked import Unchecked
from briefing.walk.notebook import Notebook

SHOWN = 3  # sources that one line names
MOST_FAILURES = 100  # that are looked for: who forged a thousand lines is refused by the first


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFiles:
    """The desk's files as they are now; `why` says why they can't be asked, "" where they can."""

    settings: Settings | None = None
    job: Job | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What some questions brought to light; notes and fields as `Verdict` has them."""

    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A brief to be checked, where it lies, and what is known of its edition and its desk. What is
    worked out of its articles stands in the `notebook`: the proof and the walk walked again ask the
    same of them.
    """

    brief: Brief
    path: Path
    base: Path
    standing: EditionStanding
    desk: DeskFiles
    notebook: Notebook = field(default_factory=Notebook, compare=False, repr=False)

    @property
    def rules(self) -> Mapping[str, SectionRules]:
        """The kind of each section by its slug: the config's own, or ours."""
        return find_rules(self.brief, self.desk.job.sections if self.desk.job else {})

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The config's own readers: what their formats say, no other can tell."""
        return self.desk.job.readers if self.desk.job else ()

    @property
    def changed(self) -> tuple[str, ...]:
        """What its edition was made with and is otherwise now; empty where it is no edition at
        hand.
        """
        kept, job = self.standing.kept, self.desk.job
        if kept is None or job is None:
            return ()
        return changed_orders(kept.versions, as_ordered(job, self.brief))

    @property
    def is_older(self) -> bool:
        """Whether another program made the edition, and a store knows of it."""
        known = self.standing.vouched or self.standing.unsealed
        return known and PROGRAM in self.changed

    @property
    def told_otherwise(self) -> bool:
        """Whether what the desk says today binds nothing: a store vouches for it, or the files
        changed since.
        """
        return self.standing.vouched or bool(set(self.changed) - {PROGRAM})


def read_desk_files(brief: Brief, config: Path | None) -> DeskFiles:
    """Read what the desk says today; a config of another brief is not this brief's: one of another
    slug, unless an edition in the config's output is the very one that the brief says it is.
    """
    if config is None or not config.is_file():
        return DeskFiles(why="no config at hand")
    try:
        settings, job = load_job(config)
    except UserError as error:
        return DeskFiles(why=f"the config can't be used: {error.problems[0]}")
    if job.frame.slug != brief.frame.slug and not _is_made_here(brief, settings):
        return DeskFiles(why=f"the config is of another brief: {job.frame.slug}")
    return DeskFiles(settings=settings, job=job)


def _is_made_here(brief: Brief, settings: Settings) -> bool:
    """Whether an edition in the output of a config has the build, or the number and the time, that
    a brief gives for its own.
    """
    said = brief.edition
    return said is not None and any(
        kept.fingerprint == said.fingerprint
        or (kept.number, kept.made_at) == (said.number, said.made_at)
        for kept in editions.readable_editions(settings.output)
    )


def name_some(names: Sequence[str]) -> str:
    """Name the first few of many."""
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
