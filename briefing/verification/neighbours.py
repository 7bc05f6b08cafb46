"""What an edition says of the one before it, held to that one where it is at hand."""

from collections.abc import Iterator
from pathlib import Path

from briefing.model import Brief, Statement
from briefing.state import editions
from briefing.state.manifest import Kept
from briefing.verification.evidence import read_record


def compare_before(brief: Brief, kept: Kept | None) -> tuple[tuple[str, ...], bool]:
    """Hold what is new, changed and withdrawn to the edition before; tell whether that could be
    asked.

    A first edition has none before it. Causes are not asked: the articles of that day would be
    needed.
    """
    if brief.rendition is not None or kept is None or brief.edition is None:
        return (), False
    if brief.edition.previous is None:
        return (), kept.number == 1
    found = _brief_before(kept.folder.parent, brief.edition.previous)
    return (tuple(_list_differences(brief, found)), True) if found else ((), False)


def _brief_before(shelf: Path, number: int) -> Brief | None:
    found = read_record(shelf / f"{number:04d}")
    return found[1] if found and shelf.name == editions.FOLDER else None


def _list_differences(brief: Brief, before: Brief) -> Iterator[str]:
    now = {one.id: one for one in _all_statements(brief)}
    was = {one.id: one for one in _all_statements(before)}
    said = brief.changes
    for one in now.values():
        if (one.change == "new") == (one.id in was):
            yield f"changes: {one.id} is {one.change}, and edition {said.previous} says otherwise"
        elif one.change == "kept" and one.text.split() != was[one.id].text.split():
            yield f"changes: {one.id} reads otherwise than in edition {said.previous}"
    for changed in said.changed:
        if changed.id not in was or was[changed.id].text != changed.was:
            yield f"changes: {changed.id} did not read so in edition {said.previous}"
    gone = {(name, one.text) for name, one in was.items() if name not in now}
    if {(one.id, one.was) for one in said.withdrawn} != gone:
        yield f"changes: what was withdrawn since edition {said.previous} is not what went"


def _all_statements(brief: Brief) -> Iterator[Statement]:
    for section in brief.sections:
        yield from section.statements
