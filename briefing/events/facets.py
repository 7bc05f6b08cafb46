"""Where two articles tell one happening and differ in one part of it: whether, when, where, who.

A kind of dispute is a part of a clause. Two clauses dispute it where they clash in it, would tell
one happening without it, and share so much else that no second happening can be meant.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefing.events.agree import (
    are_others,
    clash_of_time,
    days_between,
    parties_in,
    share_words,
    tell_one_happening,
)
from briefing.language import edtf
from briefing.languages.en.clauses.likeness import are_exclusive, likeness_of
from briefing.model import Clause, Party, Slot

_SURE = 3  # what a party that both name is worth
_PLACED: tuple[Slot, ...] = ("place", "origin")
_SOON = 3  # days between articles of which each has another doer

Clash = Callable[[Clause, Clause], bool]
Drop = Callable[[Clause], Clause]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A part of a happening that can be disputed: the row's title, whether two clauses clash in
    it, and a clause without it.
    """

    topic: str
    clash: Clash
    drop: Drop


def _clash_in_truth(left: Clause, right: Clause) -> bool:
    """Whether one says that it happened and the other that it didn't."""
    told = left.modality == right.modality == "happened"
    return told and left.positive != right.positive and _share_parties(left, right)


def _clash_in_time(left: Clause, right: Clause) -> bool:
    """Whether two clauses set at other days what happens to a thing once."""
    days = all(c.dates and all(edtf.is_day(day) for day in c.dates) for c in (left, right))
    once = left.kind in {"once", "change"} or left.modality == "planned"
    return once and days and clash_of_time(left, right) and _share_parties(left, right)


def _clash_in_place(left: Clause, right: Clause) -> bool:
    """Whether two clauses set at other places what happened on one day to one that both name."""
    ours, theirs = parties_in(left, _PLACED[:1]), parties_in(right, _PLACED[:1])
    named = all(p.names for p in (*ours, *theirs))
    apart = all(
        are_exclusive(a, b) and not set(a.lands) ^ set(b.lands) for a in ours for b in theirs
    )
    return bool(ours and theirs and named and apart and _share_parties(left, right))


def _clash_in_doer(left: Clause, right: Clause) -> bool:
    """Whether two clauses have others do to one that both name what happens to it once."""
    ours, theirs = parties_in(left, ("agent",)), parties_in(right, ("agent",))
    if left.kind not in {"once", "single"} or not are_others(ours, theirs):
        return False
    if any(_share_surname(a, b) for a in ours for b in theirs):
        return False  # a word too many in a name is far likelier than a namesake's deed
    if not all(p.names or p.lands for p in (*ours, *theirs)):
        return False
    return days_between(left, right, _SOON) and _befalls_one(left, right)


def _share_parties(left: Clause, right: Clause) -> bool:
    """Whether a doer or sufferer of both is the same by name."""
    return any(_is_one(a, b) for slot in ("agent", "patient") for a, b in _pairs(left, right, slot))


def _share_surname(one: Party, other: Party) -> bool:
    """Whether two parties have a surname in common, whatever their given names."""
    ours, theirs = ({name.split(" ")[0] for name in party.names} for party in (one, other))
    return bool(ours & theirs)


def _befalls_one(left: Clause, right: Clause) -> bool:
    return any(_is_one(a, b) for a, b in _pairs(left, right, "patient"))


def _pairs(left: Clause, right: Clause, slot: Slot) -> Iterator[tuple[Party, Party]]:
    return ((a, b) for a in parties_in(left, (slot,)) for b in parties_in(right, (slot,)))


def _is_one(one: Party, other: Party) -> bool:
    return likeness_of(one, other) >= _SURE


def _drop_truth(clause: Clause) -> Clause:
    return replace(clause, positive=True)


def _drop_time(clause: Clause) -> Clause:
    return replace(clause, dates=(), weekdays=())


def _drop_place(clause: Clause) -> Clause:
    return replace(clause, parties=tuple(p for p in clause.parties if p.slot not in _PLACED))


def _drop_doer(clause: Clause) -> Clause:
    return replace(clause, parties=tuple(p for p in clause.parties if p.slot != "agent"))


FACETS: tuple[Facet, ...] = (
    Facet(topic="Whether it happened", clash=_clash_in_truth, drop=_drop_truth),
    Facet(topic="Who did it", clash=_clash_in_doer, drop=_drop_doer),
    Facet(topic="On which day", clash=_clash_in_time, drop=_drop_time),
    Facet(topic="Where it happened", clash=_clash_in_place, drop=_drop_place),
)


def disputed_facet(left: Clause, right: Clause) -> Facet | None:
    """The one part of a happening that two clauses of different articles tell differently."""
    if not _are_told_alike(left, right):
        return None
    clashing = [facet for facet in FACETS if facet.clash(left, right)]
    if len(clashing) != 1:
        return None
    (facet,) = clashing
    ours, theirs = facet.drop(left), facet.drop(right)
    return facet if tell_one_happening(ours, theirs) and tell_one_happening(theirs, ours) else None


def _are_told_alike(left: Clause, right: Clause) -> bool:
    """Whether two clauses tell of one class, as done or as planned, in sentences that say much the
    same.
    """
    if left.predicate != right.predicate or left.nominal or right.nominal:
        return False
    if left.modality != right.modality or left.modality not in {"happened", "planned"}:
        return False
    return share_words(left, right)  # asked before any facet is: few pairs do
