"""What outlets tell differently, sentence beside sentence: contradictions first, then how things
stand, replies, and figures.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from briefing.events import (
    amounts,
    contradictions,
    contrasts,
    facts,
    replies,
    rival_counts,
    slots,
    stances,
)
from briefing.events.contradictions import OPPOSED
from briefing.events.points import FIGURES, meet_points
from briefing.model import Disagreement, Reading

TOPICS = (
    contradictions.TOPICS
    | replies.TOPICS
    | contrasts.TOPICS
    | rival_counts.TOPICS
    | stances.TOPICS
    | slots.TOPICS
    | facts.TOPICS
    | amounts.TOPICS
)
_MOST = 9  # rows of a brief: the table is for what matters


def list_differing(
    readings: Sequence[Reading], families: Mapping[str, str], older: AbstractSet[str]
) -> tuple[Disagreement, ...]:
    """The rows of all; see `list_contradictions`, `list_stances`, `list_replies`, `list_amounts`.

    `older` are the documents that a later version has replaced; they differ from nothing.
    """
    ordered = sorted(readings, key=lambda one: one.document.id)
    fresh = [one for one in ordered if one.document.id not in older]
    opposed, measured = meet_points(fresh, families, (OPPOSED, FIGURES))
    return _leave_repeated(
        (
            *contradictions.list_contradictions(opposed),
            *stances.list_stances(fresh, families),
            *slots.list_slots(fresh, families),
            *facts.list_facts(fresh, families),
            *replies.list_replies(fresh),
            *contrasts.list_contrasts(fresh),
            *contrasts.list_denied(fresh, families),
            *rival_counts.list_rival_counts(fresh, families),
            *amounts.list_amounts(measured),
        )
    )


def _leave_repeated(rows: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """The rows without those whose very sentences an earlier one holds beside each other."""
    kept: list[Disagreement] = []
    known: list[set[tuple[str, int]]] = []
    for row in rows:
        places = _places_of(row)
        if places not in known:
            kept.append(row)
            known.append(places)
    return tuple(kept)


def keep_chief(
    rows: Sequence[Disagreement], shown: Sequence[Disagreement] = ()
) -> tuple[Disagreement, ...]:
    """The rows that a brief shows beside those `shown` already, whose sentences tell no more: to a
    question each sentence once, and no more rows than matter.
    """
    kept: list[Disagreement] = []
    before = {place for row in shown for place in _places_of(row)}
    used: set[tuple[str, tuple[str, int]]] = set()
    for row in rows:
        places = _places_of(row)
        own = {(row.topic, place) for place in places}
        if not places & before and not own & used and len(kept) < _MOST:
            kept.append(row)
            used |= own
    return tuple(kept)


def leave_counted(
    rows: Sequence[Disagreement], counted: Sequence[Disagreement]
) -> tuple[Disagreement, ...]:
    """The rows without those in which the sentences of a row of counts differ in a figure once
    more.
    """
    known = [_places_of(row) for row in counted]
    return tuple(
        row
        for row in rows
        if row.topic not in amounts.TOPICS or not any(_places_of(row) <= one for one in known)
    )


def _places_of(row: Disagreement) -> set[tuple[str, int]]:
    """Where the sentences of a row begin, each in its article."""
    return {(c.document, c.start) for p in row.positions for c in p.citations}
