"""A brief set beside the last edition: ids that last, what is new, changed or gone, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.compare import compare
from briefing.job.load import Job
from briefing.model import Brief, Reading, SourceEntry
from briefing.state import editions
from briefing.walk import absences
from briefing.walk.library import Considered, Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What editions said before: the last one, and the id of every statement ever told, with its
    key.
    """

    last: editions.Kept | None = None
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What a brief was made of today: the job, its library and what of it was looked at, and what
    the analyst excludes.

    `excluded` maps the key of a statement that may not be told to the reason.
    """

    job: Job
    library: Library
    considered: Considered
    excluded: Mapping[str, str]


def compare_with(past: Past, brief: Brief, today: Today) -> Brief:
    """The brief with ids, and with what differs from the last edition and why."""
    previous = editions.read_brief(past.last) if past.last else None
    readings, recalled = today.considered.readings, _recall(previous, today)
    by_id = {reading.document.id: reading for reading in (*readings, *recalled)}
    why = absences.of_absence(previous, today.job, brief, by_id, today.excluded)
    known = replace(brief, sources=(*brief.sources, *map(_unlisted, recalled)))
    compared = compare(known, previous, causes=why, past=past.ids)
    named = replace(compared, sources=compared.sources[: len(brief.sources)])
    if previous is None or past.last is None:
        return named
    documents = {one: reading.document for one, reading in by_id.items()}
    revised = absences.find_revisions(previous, editions.source_texts(past.last.folder), documents)
    return replace(named, changes=replace(named.changes, revised=revised))


def _recall(previous: Mapping[str, Any] | None, today: Today) -> Sequence[Reading]:
    """Take out what the last edition cites and is not looked at any more, though it is there."""
    if previous is None:
        return ()
    at_hand = {reading.document.id for reading in today.considered.readings}
    cited = {source["id"] for source in previous["sources"] if source["number"]}
    return tuple(today.library.readings(cited - at_hand)) if cited - at_hand else ()


def _unlisted(reading: Reading) -> SourceEntry:
    """A source that is there and not listed, so that a statement which went is not laid to its
    going.
    """
    document = reading.document
    return SourceEntry(
        id=document.id,
        number=0,
        document=document,
        quarantined=None,
        family=None,
        relation=None,
        cited=0,
    )
