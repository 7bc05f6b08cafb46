"""Which articles of a catalogue are kin, kept up to date as they come and go.

The pairs are those of `versions.find_kin`, whatever the order in which articles came: two are
compared that share enough shingles which the lesser number is one of the first to hold.
"""

import json
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from briefing.state.store import Store, plain_errors

Shingles = frozenset[int]

_SIZE = 8  # bytes of a packed shingle
_LOWEST = 0 if sys.byteorder == "little" else _SIZE - 1  # which of them is the lowest


@dataclass(frozen=True, slots=True, kw_only=True)
class KinRule:
    """When two articles are kin: what `versions` says.

    `containment` of a set says of another which share of the smaller the larger holds, `smaller`
    how large that is by the other's size and whether all of it are multiples of `one_in`, a power
    of two up to 256: a sample; `least` is what makes kin, `shared` how many shingles two must share
    to be compared, `most` how many articles are met through one shingle.
    """

    containment: Callable[[Shingles], Callable[[Shingles], float]]
    smaller: Callable[[Shingles], Callable[[int, bool], int]]
    least: float
    shared: int
    most: int
    one_in: int


def pack_shingles(shingles: Shingles) -> bytes:
    """Shingles, numbers below 2**64, as bytes."""
    return array("Q", sorted(shingles)).tobytes()


def unpack_shingles(data: bytes) -> Shingles:
    """The shingles that `pack` had."""
    found = array("Q")
    found.frombytes(data)
    return frozenset(found)


def join_kin(store: Store, rule: KinRule, number: int, shingles: Shingles) -> None:
    """Take an article in, in the caller's transaction: note what it holds and whose kin it is."""
    own = [_signed_number(one) for one in sorted(shingles)]
    met, dropped = _meet_others(store, rule, number, own)
    store.connection.executemany("INSERT INTO holder VALUES (?, ?)", ((one, number) for one in own))
    _note_kin(store, rule, number, met)
    for one in sorted(dropped):
        _forget_kin(store, rule, one)


def _meet_others(
    store: Store, rule: KinRule, number: int, own: Sequence[int]
) -> tuple[dict[int, int], set[int]]:
    """Whom an article that holds `own` is compared with, each with how many shingles both hold at
    most; and who through it is no more among the first to hold one.
    """
    met, dropped = Counter[int](), set[int]()
    uncounted = 0  # shingles that others may hold as well without being met through them
    for one in own:
        held = _first_holders(store, one, rule.most)
        if len(held) < rule.most:  # these are all who hold it, and it is one of the first
            met.update(held)
            continue
        uncounted += 1
        met.update(other for other in held if other < number)
        if held[-1] > number:
            dropped.add(held[-1])
            met.update(_later_holders(store, one, number))
    enough = {other: count + uncounted for other, count in met.items() if count >= rule.shared}
    return enough, dropped


def _forget_kin(store: Store, rule: KinRule, one: int) -> None:
    """Forget the kin that an article does not meet now that it is no more among the first to hold
    something.
    """
    rows = store.connection.execute("SELECT other FROM kin WHERE one = ?", (one,)).fetchall()
    for (other,) in rows:
        if not _are_compared(store, rule, one, other):
            store.connection.execute("DELETE FROM kin WHERE one = ? AND other = ?", (one, other))


def leave_kin(store: Store, rule: KinRule, number: int, shingles: Shingles) -> None:
    """Take an article out, in the caller's transaction."""
    own = [_signed_number(one) for one in sorted(shingles)]
    store.connection.execute("DELETE FROM kin WHERE one = ? OR other = ?", (number, number))
    risen = _find_heirs(store, rule, number, own)
    store.connection.executemany(
        "DELETE FROM holder WHERE shingle = ? AND number = ?", ((one, number) for one in own)
    )
    # Now among the first to hold something, an heir may meet some that it did not.
    for heir in sorted(risen):
        later = {other for one in risen[heir] for other in _later_holders(store, one, heir)}
        compared = [other for other in later if _are_compared(store, rule, heir, other)]
        _note_kin(store, rule, heir, dict.fromkeys(compared, inf))


def _find_heirs(
    store: Store, rule: KinRule, number: int, own: Sequence[int]
) -> dict[int, list[int]]:
    """Who will be among the first to hold some of `own` when an article is gone, and of which."""
    risen: dict[int, list[int]] = {}
    for one in own:
        held = _first_holders(store, one, rule.most + 1)
        if len(held) > rule.most and number in held[: rule.most]:
            risen.setdefault(held[-1], []).append(one)
    return risen


def tied_articles(store: Store, number: int) -> frozenset[int]:
    """Give all articles that kinship or one address ties to an article, through others too, itself
    among them.
    """
    found, pending = {number}, [number]
    while pending:
        one = pending.pop()
        rows = store.connection.execute(
            "SELECT other FROM kin WHERE one = :one UNION SELECT one FROM kin WHERE other = :one"
            " UNION SELECT number FROM article WHERE address = (SELECT address FROM article WHERE "
            "number = :one)",
            {"one": one},
        )
        fresh = {other for (other,) in rows} - found
        found |= fresh
        pending.extend(fresh)
    return frozenset(found)


def kin_pairs(store: Store, members: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """(lesser, greater, share) of the kin among `members`, which hold all that are tied to one
    another.
    """
    with plain_errors(store.path):
        for one in members:
            yield from store.connection.execute(
                "SELECT one, other, share FROM kin WHERE one = ?", (one,)
            ).fetchall()


def _note_kin(store: Store, rule: KinRule, one: int, most: Mapping[int, float]) -> None:
    """Note who of others is kin; `most` says how many shingles each shares with `one` at most.

    Nearly all share too few, whatever they hold: these are not taken apart.
    """
    own = _article_shingles(store, one)
    beside, smaller = rule.containment(own), rule.smaller(own)
    packed = _packed_shingles(store, most)
    for other, at_most in most.items():
        held = packed.get(other, b"")
        size = smaller(len(held) // _SIZE, _is_sample(held, rule.one_in))
        if size and at_most / size < rule.least:
            continue
        share = beside(unpack_shingles(held))
        if share >= rule.least:
            row = (min(one, other), max(one, other), share)
            store.connection.execute("INSERT OR REPLACE INTO kin VALUES (?, ?, ?)", row)


def _packed_shingles(store: Store, numbers: Iterable[int]) -> dict[int, bytes]:
    """What articles hold, as it was packed."""
    rows = store.connection.execute(
        "SELECT number, shingles FROM article WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return dict(rows.fetchall())


def _is_sample(packed: bytes, one_in: int) -> bool:
    """Whether all shingles are multiples of `one_in`, by the lowest byte of each."""
    return not packed[_LOWEST::_SIZE].translate(None, _multiples(one_in))


@cache
def _multiples(one_in: int) -> bytes:
    return bytes(range(0, 256, one_in))


def _are_compared(store: Store, rule: KinRule, one: int, other: int) -> bool:
    """Whether two are compared: `one`, the lesser, is among the first to hold enough of what
    both have.
    """
    common = sorted(_article_shingles(store, one) & _article_shingles(store, other))
    count = sum(
        one in _first_holders(store, _signed_number(shingle), rule.most) for shingle in common
    )
    return count >= rule.shared


def _article_shingles(store: Store, number: int) -> Shingles:
    row = store.connection.execute(
        "SELECT shingles FROM article WHERE number = ?", (number,)
    ).fetchone()
    return unpack_shingles(row[0]) if row else frozenset()


def _first_holders(store: Store, shingle: int, most: int) -> list[int]:
    """The first articles that hold a shingle."""
    rows = store.connection.execute(
        "SELECT number FROM holder WHERE shingle = ? ORDER BY number LIMIT ?", (shingle, most)
    )
    return [number for (number,) in rows]


def _later_holders(store: Store, shingle: int, number: int) -> Iterator[int]:
    """The articles behind `number` that hold a shingle."""
    rows = store.connection.execute(
        "SELECT number FROM holder WHERE shingle = ? AND number > ?", (shingle, number)
    )
    return (other for (other,) in rows.fetchall())


def _signed_number(shingle: int) -> int:
    """A shingle as the signed number that SQLite has."""
    return shingle - 2**64 if shingle >= 2**63 else shingle
