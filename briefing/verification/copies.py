"""What is new in a reader's copy, held to the editions that the reader may have had before."""

import json
from collections.abc import Iterator, Mapping

from briefing.deliver.selection import (
    EditionIndex,
    cut_rendition,
    index_edition,
    known_statements,
)
from briefing.model import Brief, Rendition
from briefing.state import editions
from briefing.state.manifest import Kept, content_of
from briefing.verification.originals import read_record

History = tuple[tuple[int, tuple[str, ...], bool], ...]


def is_owed(copy: Brief, given: Rendition, kept: Kept | None) -> bool:
    """Whether a copy of the edition `kept` tells as new what a reader is owed who had its baseline,
    alone or after all editions before it.

    False says only that nothing at hand shows it: a reader may have had others.
    """
    found = read_record(kept.folder) if kept is not None else None
    if kept is None or found is None:
        return False
    indexes = _index_editions(kept)
    for history in _likely_histories(given, kept, indexes):
        known = known_statements(history, indexes)
        made = cut_rendition(found[1], given.sections, known, indexes)
        opens = not made.bottom_line or made.bottom_line == copy.bottom_line
        if made.changes == copy.changes and _states(made) == _states(copy) and opens:
            return True
    return False


def _index_editions(kept: Kept) -> dict[int, EditionIndex]:
    """Index the editions at hand up to one, by number; a damaged one is left out."""
    found = {}
    for one in editions.readable_editions(kept.folder.parent.parent):
        data = content_of(one.folder, "brief.json") if one.number <= kept.number else None
        try:
            found.update({one.number: index_edition(json.loads(data))} if data else {})
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _likely_histories(
    given: Rendition, kept: Kept, indexes: Mapping[int, EditionIndex]
) -> Iterator[History]:
    """What a reader may have been sent: nothing, the baseline alone, or all up to it."""
    base = given.baseline
    yield ((base, given.sections, True),) if 0 < base < kept.number else ()
    yield tuple((number, given.sections, True) for number in sorted(indexes) if number <= base)


def _states(brief: Brief) -> dict[str, str]:
    return {one.id: one.change for one in brief.statements}
