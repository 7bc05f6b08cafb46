"""Clauses of different articles joined where they tell one happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from briefing.events.agree import share_party, tell_one_happening
from briefing.events.copies import is_reworded
from briefing.events.facets import disputed_facet
from briefing.events.figures import join_figures
from briefing.events.retold import join_retold
from briefing.events.same_counts import join_same_counts
from briefing.events.same_figures import join_same_figures
from briefing.languages.packs import pack_for
from briefing.model import Clause, Reading

_BLOCK = 60  # a party that more clauses of a class than this name says too little to compare by

Place = tuple[str, int]
Verdict = Literal["agreed", "disputed"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What was found of clauses held beside one another, each named by its article and its number
    there, and of articles: whether one is a reworded copy of the other.
    """

    clauses: Mapping[tuple[Place, Place], Verdict] = field(default_factory=dict)
    copies: Mapping[tuple[str, str], bool] = field(default_factory=dict)

    def keep_between(self, documents: frozenset[str]) -> "Compared":
        """What was found between articles of which both are among `documents`."""
        return Compared(
            clauses={
                pair: verdict
                for pair, verdict in self.clauses.items()
                if documents.issuperset((pair[0][0], pair[1][0]))
            },
            copies={
                pair: copied for pair, copied in self.copies.items() if documents.issuperset(pair)
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The clauses of all articles, by article in order, and for each those that tell the same
    happening.

    `agreeing` is by a clause's place: its article and where its verb or noun starts. `disputed` are
    the pairs that differ in one part of what they tell. `figures` are those that two articles tell
    alike, by article, each as a clause of its own; they are in `agreeing`, too. `compared` is for
    whoever joins much the same articles again.
    """

    clauses: Mapping[str, tuple[Clause, ...]]
    agreeing: Mapping[Place, tuple[Clause, ...]]
    disputed: tuple[tuple[Clause, Clause], ...] = ()
    figures: Mapping[str, tuple[Clause, ...]] = field(default_factory=dict)
    compared: Compared = field(default_factory=Compared, compare=False, repr=False)


def place_of(clause: Clause) -> Place:
    """The place by which a clause is known."""
    return clause.document, clause.trigger


def _order_of(clause: Clause) -> tuple[Place, int, int]:
    """What clauses are sorted by: several of one place are told apart by where they stand."""
    return place_of(clause), clause.start, clause.end


def connect_clauses(
    readings: Sequence[Reading], families: Mapping[str, str], known: Compared | None = None
) -> Connections:
    """Find the clauses of articles and join those that tell one happening.

    Versions of one article, which share a family, and reworded copies are never joined with each
    other. What each clause agrees with isn't handed on: three near misses would make one truth.
    What is `known` of the very same articles is not asked again.
    """
    clauses = {
        one.document.id: pack_for(one.document.language).find_clauses(one) for one in readings
    }
    compared = _compare_all(readings, families, clauses, known or Compared())
    found: dict[Place, list[Clause]] = defaultdict(list)
    disputed: list[tuple[Clause, Clause]] = []
    for (first, second), met in compared.clauses.items():
        if met is None or compared.copies[first[0], second[0]]:
            continue
        one, other = clauses[first[0]][first[1]], clauses[second[0]][second[1]]
        if met == "agreed":
            found[place_of(one)].append(other)
            found[place_of(other)].append(one)
        else:
            disputed.append((one, other))
    figures = _join_figures(readings, families, found, compared)
    return Connections(
        clauses=clauses,
        figures=figures,
        agreeing={place: tuple(sorted(them, key=_order_of)) for place, them in found.items()},
        disputed=tuple(disputed),
        compared=compared,
    )


def _join_figures(
    readings: Sequence[Reading],
    families: Mapping[str, str],
    found: dict[Place, list[Clause]],
    compared: Compared,
) -> dict[str, tuple[Clause, ...]]:
    """Add the figures that articles tell alike, reworded copies aside, to what agrees; all of them
    by article, in order.
    """
    by_id = {one.document.id: one for one in readings}
    copies = dict(compared.copies)
    told: dict[str, set[Clause]] = defaultdict(set)
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    for one, other in (
        *join_figures(ordered, families),
        *join_same_figures(ordered, families),
        *join_same_counts(ordered, families),
        *join_retold(ordered, families),
    ):
        pair = (one.document, other.document)
        if pair not in copies:
            copies[pair] = is_reworded(by_id[pair[0]], by_id[pair[1]])
        if not copies[pair]:
            for mine, theirs in ((one, other), (other, one)):
                told[mine.document].add(mine)
                others = found.setdefault(place_of(mine), [])
                if theirs not in others:
                    others.append(theirs)
    return {name: tuple(sorted(held, key=_order_of)) for name, held in told.items()}


def _compare_all(
    readings: Sequence[Reading],
    families: Mapping[str, str],
    clauses: Mapping[str, Sequence[Clause]],
    known: Compared,
) -> Compared:
    """Hold the clauses of articles that are of two families beside one another, and those articles
    of which some meet.
    """
    by_id = {one.document.id: one for one in readings}
    verdicts: dict[tuple[Place, Place], Verdict] = {}
    copies: dict[tuple[str, str], bool] = {}
    for first, second in _meeting_places(clauses, families):
        beside, pair = (first, second), (first[0], second[0])
        if beside in known.clauses:
            verdicts[beside] = known.clauses[beside]
        else:
            one, other = clauses[first[0]][first[1]], clauses[second[0]][second[1]]
            verdicts[beside] = _compare_clauses(one, other)
        if verdicts[beside] is not None and pair not in copies:
            again = known.copies.get(pair)
            copies[pair] = is_reworded(by_id[pair[0]], by_id[pair[1]]) if again is None else again
    return Compared(clauses=verdicts, copies=copies)


def _meeting_places(
    clauses: Mapping[str, Sequence[Clause]], families: Mapping[str, str]
) -> Iterator[tuple[Place, Place]]:
    """The clauses of two families that are worth comparing, each named by its article and its
    number there, in order.
    """
    places = [(name, at) for name in sorted(clauses) for at in range(len(clauses[name]))]
    for one, other in _meeting_pairs([clauses[name][at] for name, at in places]):
        first, second = places[one], places[other]
        if families[first[0]] != families[second[0]]:
            yield first, second


def _compare_clauses(one: Clause, other: Clause) -> Verdict:
    """Whether two clauses tell one happening, or dispute a part of it; None for neither.

    Asked both ways: which article comes first must not decide whether two agree. Nor do two dispute
    anything that name nobody alike, as most that meet.
    """
    if not share_party(one, other):
        return None
    if tell_one_happening(one, other) and tell_one_happening(other, one):
        return "agreed"
    return None if disputed_facet(one, other) is None else "disputed"


def _meeting_pairs(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """The pairs worth comparing, by number and in order: of one class, with a name, state or noun
    in common, each once.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for key in _meeting_keys(clause):
            holders[key].append(number)
    few = (numbers for numbers in holders.values() if 1 < len(numbers) <= _BLOCK)
    return sorted({pair for numbers in few for pair in combinations(numbers, 2)})


def _meeting_keys(clause: Clause) -> Iterable[str]:
    """What a clause can be met by; in a large block of a state, its places and dates tell
    apart.
    """
    words = sorted(
        {
            word
            for p in clause.parties
            for word in (*_short_names(p.names), *p.lands, p.head)
            if word
        }
    )
    return [f"{clause.predicate} {word}" for word in words]


def _short_names(names: Sequence[str]) -> Iterator[str]:
    """Names without given names, by which persons meet."""
    return (name.split(" ")[0] for name in names)
