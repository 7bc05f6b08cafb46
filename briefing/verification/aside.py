"""The sources that a brief set aside, read again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing import digest, versions
from briefing.ingest import Reader, original_file, read_article
from briefing.ingest.unpack import MOST_IN_CONTAINER
from briefing.job.load import Job
from briefing.model import Brief, Document, Quarantined
from briefing.state.regular import is_regular, read_regular
from briefing.verification.audit import Audit
from briefing.verification.originals import found_file
from briefing.walk.library import set_aside_late
from briefing.walk.notebook import Notebook
from briefing.walk.outlets import grade_document


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAside:
    """The documents with what versions of them say, those set aside included in what is said; what
    is wrong with what was set aside, and what of it nothing at hand shows.
    """

    documents: tuple[Document, ...]
    faults: tuple[str, ...]
    unknown: tuple[str, ...]


def hold_aside(audit: Audit, made: Sequence[Document], desk: Job | None) -> HeldAside:
    """Read again what a brief set aside, and say of what it does so wrongly; `made` are its other
    sources as read anew.

    What appeared after the cut-off can be read, and its versions are told by it; that it did may
    be the desk's word.
    """
    aside = _list_aside(audit.brief)
    again = {one.id: _read_aside(one, audit.base, desk, audit.readers) for one in aside}
    told = _tell_together(audit.notebook, made, again.values())
    cut = _cut_off(audit.brief.as_of, desk)
    after = {one.id: set_aside_late(cut, one) for one in told if one.id in again}
    judged = {one.id: _judge_aside(one, again[one.id], after.get(one.id)) for one in aside}
    readable = _judged_so(aside, judged, "readable")
    wrong = _judged_so(aside, judged, "unreadable", *(("readable",) if desk else ()))
    return HeldAside(
        documents=tuple(one for one in told if one.id not in again),
        faults=tuple(f"{locator}: was not set aside for that reason" for locator in wrong),
        unknown=(*_judged_so(aside, judged, "unread"), *(() if desk else readable)),
    )


def _list_aside(brief: Brief) -> tuple[Quarantined, ...]:
    """The sources that a brief set aside, in its order."""
    return tuple(entry.quarantined for entry in brief.sources if entry.quarantined is not None)


def _cut_off(as_of: str, desk: Job | None) -> str:
    """The day after which nothing is looked at; the brief's own where the config gives none."""
    return as_of if desk is None or desk.as_of != "latest" else "latest"


def _judged_so(
    aside: Sequence[Quarantined], judged: Mapping[str, str], *verdicts: str
) -> tuple[str, ...]:
    """The locators of what was judged to be one of `verdicts`, in order."""
    return tuple(one.locator for one in aside if judged[one.id] in verdicts)


def _tell_together(
    notebook: Notebook, made: Iterable[Document], again: Iterable[Document | Quarantined | None]
) -> tuple[Document, ...]:
    """All that are documents in order of their locators, with what versions of them say of each
    other.
    """
    read = [one for one in again if isinstance(one, Document)]
    ordered = sorted((*made, *read), key=lambda one: one.locator)
    families = notebook.ask(versions.group_families, tuple(map(versions.before_inference, ordered)))
    return versions.infer_metadata(ordered, families)


def _judge_aside(
    one: Quarantined, again: Document | Quarantined | None, after: Quarantined | None
) -> Literal["right", "unread", "readable", "unreadable"]:
    """Judge what was set aside by how it reads `again`, and by how it is set aside `after` the
    cut-off: "right" where either says the same, else what it is.
    """
    if again is None:
        return "unread"
    if one in (again, after):
        return "right"
    return "readable" if isinstance(again, Document) else "unreadable"


def _read_aside(
    one: Quarantined, base: Path, desk: Job | None, readers: Sequence[Reader]
) -> Document | Quarantined | None:
    """Read a source that was set aside; None where it is not at hand as it was."""
    file = original_file(base, one.path or one.locator)
    inside = file.resolve().is_relative_to(base.resolve())
    if one.revision is None or not inside or not is_regular(file):
        return None
    try:
        data = read_regular(file, MOST_IN_CONTAINER)
    except OSError:
        return None
    if digest.of_bytes(data) != one.revision:
        return None
    supplied = None if desk is None else desk.supplied.get(one.locator)
    found = read_article(found_file(one, file, len(data)), supplied, readers)
    if isinstance(found, Document) and desk is not None:
        return grade_document(found, desk.outlets)
    return found
