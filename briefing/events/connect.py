"""Clauses of different articles joined where they tell one happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from briefing.events.agree import tell_one_happening
from briefing.events.copies import is_reworded
from briefing.events.facets import disputed_facet
from briefing.languages.packs import pack_for
from briefing.model import Clause, Reading

_BLOCK = 60  # a party that more clauses of a class than this name says too little to compare by

Place = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The clauses of all articles, by article in order, and for each those that tell the same
    happening.

    `agreeing` is by a clause's place: its article and where its verb or noun starts. `disputed` are
    the pairs that differ in one part of what they tell.
    """

    clauses: Mapping[str, tuple[Clause, ...]]
    agreeing: Mapping[Place, tuple[Clause, ...]]
    disputed: tuple[tuple[Clause, Clause], ...] = ()


def place_of(clause: Clause) -> Place:
    """The place by which a clause is known."""
    return clause.document, clause.trigger


def connect_clauses(readings: Sequence[Reading], families: Mapping[str, str]) -> Connections:
    """Find the clauses of articles and join those that tell one happening.

    Versions of one article, which share a family, and reworded copies are never joined with each
    other. What each clause agrees with isn't handed on: three near misses would make one truth.
    """
    clauses = {
        one.document.id: pack_for(one.document.language).find_clauses(one) for one in readings
    }
    every = [clause for document in sorted(clauses) for clause in clauses[document]]
    by_id = {one.document.id: one for one in readings}
    copies: dict[tuple[str, str], bool] = {}
    found: dict[Place, list[Clause]] = defaultdict(list)
    disputed: list[tuple[Clause, Clause]] = []
    for one, other in _meeting_pairs(every):
        pair = one.document, other.document
        met = None if families[pair[0]] == families[pair[1]] else _compare_clauses(one, other)
        if met is None:
            continue
        if pair not in copies:
            copies[pair] = is_reworded(by_id[pair[0]], by_id[pair[1]])
        if copies[pair]:
            continue
        if met == "agreed":
            found[place_of(one)].append(other)
            found[place_of(other)].append(one)
        else:
            disputed.append((one, other))
    return Connections(
        clauses=clauses,
        agreeing={place: tuple(sorted(them, key=place_of)) for place, them in found.items()},
        disputed=tuple(disputed),
    )


def _compare_clauses(one: Clause, other: Clause) -> Literal["agreed", "disputed"] | None:
    """Whether two clauses tell one happening, or dispute a part of it; None for neither.

    Asked both ways: which article comes first must not decide whether two agree.
    """
    if tell_one_happening(one, other) and tell_one_happening(other, one):
        return "agreed"
    return None if disputed_facet(one, other) is None else "disputed"


def _meeting_pairs(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """The pairs worth comparing: of one class, with a name, state or noun in common, each
    once.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for key in _meeting_keys(clause):
            holders[key].append(number)
    few = (numbers for numbers in holders.values() if 1 < len(numbers) <= _BLOCK)
    met = {pair for numbers in few for pair in combinations(numbers, 2)}
    for first, second in sorted(met):
        yield clauses[first], clauses[second]


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
