"""Making a brief: the walk, with what was worked out before, and the proof at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing.errors import Problem, UserError, WorkError
from briefing.model import Brief, Reading
from briefing.pipeline import consider, decide, keep, walk
from briefing.pipeline.keep import Memory
from briefing.pipeline.order import Order
from briefing.settings import analyst

_FAILURES = 20  # of a proof that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief that is proved, with what it was made of.

    `digests` are those of the sources' files by locator; `seen` locator, stamp and digest where the stamp was
    not known yet. Both are empty without a memory.
    """

    brief: Brief
    library: walk.Library
    readings: tuple[Reading, ...]
    warnings: tuple[Problem, ...]
    excluded: Mapping[str, str]
    digests: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[tuple[str, str, str], ...] = ()


def make(order: Order, memory: Memory | None = None) -> Made:
    """Walk the articles once and prove what comes out; `memory` has what need not be done again.

    Raises UserError where no source can be read, WorkError where a statement does not replay.
    """
    read: keep.Read | None = None
    if memory is None:
        library = _stocked(order, walk.ingest(order))
        readings = tuple(walk.understand(order, document) for document in library.documents)
        brief, excluded = walk.tell(order, library, readings)
    else:
        read = keep.library(memory, order)
        library = _stocked(order, read.library)
        keep.understand(memory, order, library.documents)
        chosen = consider.choose(memory, order, library.documents)
        taken = [document for document in library.documents if document.id in chosen]
        articles = tuple(keep.studied(memory, order, taken))
        readings = tuple(article.reading for article in articles)
        brief, excluded = walk.tell(order, library, readings, keep.offered(order, articles, chosen))
    failures = walk.proved(brief, readings)
    if failures:
        shown = "\n".join(f"  {failure}" for failure in failures[:_FAILURES])
        message = f"the brief does not prove, so it is not written: {len(failures)} failures\n{shown}"
        raise WorkError(message)
    doubts = tuple(analyst.doubts(order.analyst, decide.passages(readings)))
    warnings = (*doubts, *_set_aside(library))
    made = Made(brief=brief, library=library, readings=readings, warnings=warnings, excluded=excluded)
    return replace(made, digests=read.digests, seen=read.seen) if read is not None else made


def _stocked(order: Order, library: walk.Library) -> walk.Library:
    """Give the library up to the cut-off; where nothing is left, say why there is nothing to make a brief of."""
    library = walk.up_to(order.as_of, library)
    if library.documents:
        return library
    unread = tuple(
        Problem(path=one.path or one.locator, line=0, column=0, message=f"can't be used: {one.reason}")
        for one in library.quarantined
    )
    place = str(getattr(order.sources[0], "path", "sources")) if order.sources else "sources"
    nothing = Problem(path=place, line=0, column=0, message="no readable source at all", advice="put articles there")
    raise UserError(*unread, nothing)


def _set_aside(library: walk.Library) -> tuple[Problem, ...]:
    """Warn of what could not be read: once, in one line, however much it is."""
    found = library.quarantined
    if not found:
        return ()
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    message, advice = f"set aside: {found[0].reason}{more}", "`briefing sources` lists every one" if more else ""
    place = found[0].path or found[0].locator
    return (Problem(path=place, line=0, column=0, message=message, advice=advice, severity="warning"),)


def counted(made: Made) -> str:
    """Say how many sources there were, and how many could not be read."""
    count = len(made.library.documents)
    aside = len(made.library.quarantined)
    return f"{count} source{'s' * (count != 1)}" + (f", {aside} set aside" if aside else "")
