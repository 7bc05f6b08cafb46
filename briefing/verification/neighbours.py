"""What an edition says of the one before it, held to that one where it is at hand."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from briefing.errors import WorkError
from briefing.model import Brief, Changes
from briefing.state import editions
from briefing.state.manifest import Kept
from briefing.verification.originals import read_record
from briefing.walk.comparison import Past


def find_past(brief: Brief, kept: Kept | None) -> Past | None:
    """The edition before a brief, without the ids of those before that; None where it is not at
    hand.

    A trial has none, and neither has a first edition. Of a reader's copy it isn't asked: what is
    new in it was counted from what that reader had.
    """
    said = brief.edition
    if brief.rendition is not None or said is None:
        return None
    if said.number == 0:
        return Past()
    if kept is None:
        return None
    if said.previous is None:
        return Past() if kept.number == 1 else None
    found = _record_before(kept.folder.parent, said.previous)
    return Past(last=found[0]) if found else None


def remember_ids(past: Past, number: int) -> Past:
    """Add the ids that all editions at hand gave before edition `number`, each with the key that it
    was first given for.
    """
    if past.last is None:
        return past
    ids: dict[str, str] = {}
    for one in editions.readable_editions(past.last.folder.parent.parent):
        if one.number < number:
            for name, key in _read_ids(one).items():
                ids.setdefault(name, key)
    return replace(past, ids=ids)


def _read_ids(kept: Kept) -> dict[str, str]:
    try:
        return editions.statement_ids(kept)
    except (WorkError, KeyError, TypeError):  # a damaged one is named elsewhere
        return {}


def list_differences(brief: Brief, past: Past) -> Iterator[str]:
    """Hold what is new, changed and withdrawn to the edition before."""
    found = read_record(past.last.folder) if past.last else None
    if found is not None:
        yield from _compare_statements(brief, found[1])


def _record_before(shelf: Path, number: int) -> tuple[Kept, Brief] | None:
    return read_record(shelf / f"{number:04d}") if shelf.name == editions.FOLDER else None


def _compare_statements(brief: Brief, before: Brief) -> Iterator[str]:
    """Say where statements are new, kept, changed or gone otherwise than a brief says of them."""
    now = {one.id: one for one in brief.statements}
    was = {one.id: one for one in before.statements}
    said = brief.changes
    for one in now.values():
        if (one.change == "new") == (one.id in was):
            yield f"changes: {one.id} is {one.change}, and edition {said.previous} says otherwise"
        elif one.change == "kept" and one.text.split() != was[one.id].text.split():
            yield f"changes: {one.id} reads otherwise than in edition {said.previous}"
    read = {name: one.text for name, one in was.items()}
    gone = {(name, text) for name, text in read.items() if name not in now}
    yield from _compare_changes(said, read, gone)


def _compare_changes(
    said: Changes, read: Mapping[str, str], gone: AbstractSet[tuple[str, str]]
) -> Iterator[str]:
    """Say where the changes tell otherwise how statements `read` in the edition before, and which
    of them are `gone`.
    """
    for changed in said.changed:
        if read.get(changed.id) != changed.was:
            yield f"changes: {changed.id} did not read so in edition {said.previous}"
    if {(one.id, one.was) for one in said.withdrawn} != gone:
        yield f"changes: what was withdrawn since edition {said.previous} is not what went"
