"""Making a brief: the walk, with what was worked out before, and the proof at its end."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from briefing.errors import Problem, UserError, WorkError
from briefing.model import Brief, Reading
from briefing.pipeline import consider, decide, session, shelve, understand, walk
from briefing.pipeline.keep import Memory
from briefing.pipeline.order import Order
from briefing.settings import analyst
from briefing.state import store, witness

_FAILURES = 20  # of a proof that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief that is proved, with what it was made of: of very many articles those that were looked at."""

    brief: Brief
    library: walk.Library
    readings: tuple[Reading, ...]
    warnings: tuple[Problem, ...]
    excluded: Mapping[str, str]


def make(order: Order, memory: Memory, seen: witness.Observation | None = None) -> Made:
    """Walk the articles once and prove what comes out; `memory` has what need not be done again.

    `seen` is how the sources' folders stood before, where that is known: only what changed since is
    looked at. Raises UserError where no source can be read, WorkError where a statement does not
    replay.
    """
    shelve.refresh(memory, order, seen)
    understand.understand(memory, order)
    considered = consider.consider(memory, order)
    library, readings = considered.library, considered.readings
    if not library.count:
        raise UserError(*_nothing(order, library))
    brief, excluded = walk.tell(order, library, readings, considered.offers)
    failures = walk.proved(brief, readings)
    if failures:
        shown = "\n".join(f"  {failure}" for failure in failures[:_FAILURES])
        message = (
            f"the brief does not prove, so it is not written: {len(failures)} failures\n{shown}"
        )
        raise WorkError(message)
    doubts = tuple(analyst.doubts(order.analyst, decide.passages(readings)))
    warnings = (*doubts, *_set_aside(library))
    return Made(
        brief=brief, library=library, readings=readings, warnings=warnings, excluded=excluded
    )


def make_anew(order: Order) -> Made:
    """Make a brief of which nothing is kept, and for which nothing was."""
    with closing(store.scratch()) as scratch:
        return make(order, Memory(store=scratch))


def _nothing(order: Order, library: walk.Library) -> tuple[Problem, ...]:
    """Say why there is nothing to make a brief of."""
    unread = tuple(
        Problem(
            path=one.path or one.locator, line=0, column=0, message=f"can't be used: {one.reason}"
        )
        for one in library.quarantined
    )
    place = str(getattr(order.sources[0], "path", "sources")) if order.sources else "sources"
    advice = fill_them(order)
    nothing = Problem(
        path=place, line=0, column=0, message="no readable source at all", advice=advice
    )
    return (*unread, nothing)


def fill_them(order: Order) -> str:
    """Say how sources without an article come to some: a folder is filled, a feed is asked."""
    asked = [source for source in order.sources if isinstance(source, session.Fetching)]
    if not asked:
        return "put articles there"
    ask = "`briefing build --online` asks feeds and pages"
    return ask if len(asked) == len(order.sources) else f"put articles there; {ask}"


def _set_aside(library: walk.Library) -> tuple[Problem, ...]:
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
