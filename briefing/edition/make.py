"""Making a brief: the walk from a library to statements that are proved and compared with the last
edition.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from briefing.compose.editing.seat import Ask
from briefing.corpus import library as catalogue
from briefing.corpus.stage_cache import StageCache
from briefing.errors import Problem, UserError, WorkError
from briefing.ingest import Folder
from briefing.job.load import Job
from briefing.model import Brief
from briefing.settings import seals
from briefing.stages import FetchingSource
from briefing.state import store
from briefing.verification import proof
from briefing.walk import assemble, decisions, pins, resting, withdrawals
from briefing.walk.assemble import SectionsRanking
from briefing.walk.comparison import Past, Today, compare_with
from briefing.walk.decisions import Decided
from briefing.walk.foreign import warn_of_languages
from briefing.walk.library import LATE, Considered, Holdings, Library
from briefing.walk.notebook import Notebook
from briefing.walk.seat import take_seat

_FAILURES = 20  # of a proof that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBrief:
    """A brief that is proved and compared, with what of the library it was made of, what its
    sections were to choose from, and what to warn of.
    """

    brief: Brief
    considered: Considered
    ranking: SectionsRanking
    warnings: tuple[Problem, ...]


def make(
    job: Job,
    library: Library,
    past: Past | None = None,
    ask: Ask | None = None,
    notebook: Notebook | None = None,
) -> MadeBrief:
    """Make the brief of a library: what its sources could tell, decided, ranked, composed, proved,
    compared.

        sources -ingest-> Document -split-> Passage -tag-> tagged Passage -annotate-> Reading
          -offer-> Candidates: all this is the library's; what of it was done once is not done again
          -decide-> Decided, by the analyst's file -rank-> Ranking, section by section
          -compose-> Brief -prove-> Brief -compare-> Brief with ids and changes

    No clock, no network: what comes in decides what goes out, the replies of an editor too, which
    `ask` gives. Without a `past` every statement is new. What a `notebook` has of an earlier making
    is taken over where it was made of the same. Raises UserError where no source can be
    read or a pin can't be obeyed, WorkError where a statement does not replay.
    """
    notebook = notebook or Notebook()
    considered = withdrawals.take_out(replace(library.candidates(), notebook=notebook))
    refuse_nothing(job, considered.holdings)
    decided = assemble.decide(job, considered)
    ranking = assemble.rank(job, considered, decided)
    seat = take_seat(job, considered.holdings, ask)
    drafted = assemble.compose_brief(job, considered, decided, ranking, seat)
    refuse_untold(job, decided, drafted)
    prove(job, drafted, considered)
    today = Today(job=job, library=library, considered=considered, excluded=decided.excluded)
    brief = compare_with(past or Past(), drafted, today)
    return MadeBrief(
        brief=brief,
        considered=replace(considered, notebook=Notebook(before=notebook.now)),
        ranking=ranking,
        warnings=tuple(_warn(job, considered)),
    )


def make_anew(job: Job, ask: Ask | None = None) -> MadeBrief:
    """Make a brief of which nothing is kept, and for which nothing was."""
    with closing(store.scratch_store()) as scratch:
        return make(job, catalogue.update(StageCache(store=scratch), job, None), ask=ask)


def prove(job: Job, brief: Brief, considered: Considered) -> None:
    """Replay every statement with the articles alone. Raises WorkError where one fails."""
    failures = proof.find_failures(brief, considered.readings, job.sections, considered.notebook)
    if failures:
        shown = "\n".join(f"  {failure}" for failure in failures[:_FAILURES])
        message = (
            f"the brief does not prove, so it is not written: {len(failures)} failures\n{shown}"
        )
        raise WorkError(message)


def refuse_untold(job: Job, decided: Decided, brief: Brief) -> None:
    """Raise UserError where the analyst pins what the brief doesn't tell: a pin is an order."""
    untold = tuple(pins.list_untold(job, decided, brief))
    if untold:
        raise UserError(*untold)


def _warn(job: Job, considered: Considered) -> Iterator[Problem]:
    """Say what the analyst should look at."""
    withdrawn = {
        one.path or one.locator: said.rstrip(".")
        for one in considered.holdings.documents
        if (said := withdrawals.say_withdrawn(one))
    }
    texts = decisions.passage_texts(considered.readings)
    yield from seals.stale_warnings(job.analyst, texts, withdrawn)
    yield from resting.doubt_judgements(job.analyst, considered.readings)
    yield from _set_aside(considered.holdings)
    yield from warn_of_languages(considered.holdings, job.frame.language)


def refuse_nothing(job: Job, holdings: Holdings) -> None:
    """Raise UserError where there is nothing to make a brief of, and say why."""
    if holdings.count:
        return
    unread = tuple(
        Problem(
            path=one.path or one.locator, line=0, column=0, message=f"can't be used: {one.reason}"
        )
        for one in holdings.quarantined
    )
    first = job.sources[0] if job.sources else None
    place = first.path if isinstance(first, Folder) else "sources"
    message, advice = say_nothing(job, holdings)
    nothing = Problem(path=place, line=0, column=0, message=message, advice=advice)
    raise UserError(*unread, nothing)


def say_nothing(job: Job, holdings: Holdings) -> tuple[str, str]:
    """Why there is nothing to make a brief of, and what to do."""
    aside = holdings.quarantined
    if holdings.unrelated is not None and not aside:
        message = f"none of {holdings.unrelated.count} articles is about the brief"
        return message, "widen `about` in the config, or take it out"
    if aside and all(one.reason == LATE for one in aside):
        message = "every article appeared after the information cut-off"
        return message, "set brief.as_of to latest or to a later day"
    return "no readable source at all", fill_them(job)


def fill_them(job: Job) -> str:
    """Say how sources without an article come to some: a folder is filled, a feed is asked."""
    asked = [source for source in job.sources if isinstance(source, FetchingSource)]
    if not asked:
        return "put articles there"
    ask = "`briefing build --online` asks feeds and pages"
    return ask if len(asked) == len(job.sources) else f"put articles there; {ask}"


def _set_aside(holdings: Holdings) -> tuple[Problem, ...]:
    """Warn of what could not be read: once, in one line, however much it is."""
    found = holdings.quarantined
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


def count_sources(made: MadeBrief) -> str:
    """Say how many sources there were, and how many could not be read."""
    count = made.considered.holdings.count
    holdings = made.considered.holdings
    aside = len(holdings.quarantined)
    apart = holdings.unrelated.count if holdings.unrelated else 0
    return (
        f"{count} source{'s' * (count != 1)}"
        + (f", {aside} set aside" if aside else "")
        + (f", {apart} not about it" if apart else "")
    )
