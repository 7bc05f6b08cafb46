"""What passages of a catalogue's articles offer: how well each tag fits them, what they could tell
in outline.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.state.store import Store, plain_errors, read_column


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageOffer:
    """What a passage could tell, in outline (packed), and how well tags fit it, those that don't
    aside.
    """

    passage: int
    tags: Mapping[str, float]
    outlines: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A passage's offer with its article: the number, the family, the last day on which it may have
    appeared.
    """

    number: int
    family: str
    day: int
    offer: PassageOffer


UNKNOWN, UNKNOWN_APART = -1, -2
"""How many statements an article offers that was never asked; the second where its words alone
tell that nothing of it can serve."""
UNASKED = b"?"
"""The outlines of a passage that was never asked, though an article has it."""


def note_offers(store: Store, one: int, offers: Sequence[PassageOffer], count: int) -> None:
    """Note what an article's passages offer, `count` statements in all (or UNKNOWN), in the
    caller's transaction.
    """
    forget_offers(store, one)
    store.connection.executemany(
        "INSERT INTO offer VALUES (?, ?, ?, ?)",
        ((one, offer.passage, json.dumps(dict(offer.tags)), offer.outlines) for offer in offers),
    )
    store.connection.executemany(
        "INSERT INTO fit SELECT ?, ?, last_day, number, ? FROM article WHERE number = ?",
        ((tag, score, offer.passage, one) for offer in offers for tag, score in offer.tags.items()),
    )
    store.connection.execute("UPDATE article SET offers = ? WHERE number = ?", (count, one))


def note_outlines(store: Store, one: int, outlines: Mapping[int, bytes]) -> None:
    """Note in outline what some passages of an article offer, of which it is known how well tags
    fit them, in the caller's transaction. What the others offer stays as it is.
    """
    store.connection.executemany(
        "UPDATE offer SET outlines = ? WHERE number = ? AND passage = ?",
        ((packed, one, passage) for passage, packed in outlines.items()),
    )


def forget_offers(store: Store, one: int) -> None:
    """Forget what an article's passages offer, in the caller's transaction."""
    store.connection.execute("DELETE FROM fit WHERE number = ?", (one,))
    store.connection.execute("DELETE FROM offer WHERE number = ?", (one,))


def unknown_offers(store: Store, numbers: Iterable[int]) -> list[int]:
    """Those of some articles that were never asked what they offer, in order."""
    return read_column(
        store,
        "SELECT number FROM json_each(?) CROSS JOIN article ON number = value"
        " WHERE offers < 0 AND aside IS NULL ORDER BY number",
        (json.dumps(sorted(set(numbers))),),
    )


def unknown_documents(store: Store, most: int, *, apart: bool) -> list[int]:
    """The first `most` articles that were never asked what they offer; with `apart` also those of
    which nothing can serve.
    """
    return read_column(
        store,
        "SELECT number FROM article WHERE offers BETWEEN ? AND ? AND aside IS NULL"
        " ORDER BY number LIMIT ?",
        (UNKNOWN_APART if apart else UNKNOWN, UNKNOWN, most),
    )


def count_known(store: Store, *, apart: bool) -> int:
    """How many statements those articles offer that were asked; with `apart` also those of which
    nothing can serve.
    """
    with plain_errors(store.path):
        (count,) = store.connection.execute(
            "SELECT coalesce(sum(offers), 0) FROM article WHERE offers > 0 AND apart <= ?"
            " AND aside IS NULL",
            (apart,),
        ).fetchone()
    return int(count)


def best_offers(store: Store, tag: str, most: int, since: int) -> Iterator[Held]:
    """The passages that a tag fits best, at most `most`; of equals the newest.

    Only of articles that may have appeared on day `since` or later; 0 takes all.
    """
    return _held_rows(
        store,
        "fit CROSS JOIN offer USING (number, passage) CROSS JOIN article USING (number)"
        " WHERE tag = ? AND (day >= ? OR day = 0) ORDER BY tag, score DESC, day DESC, number, "
        "passage LIMIT ?",
        (tag, since, most),
    )


def all_offers(store: Store, numbers: Iterable[int]) -> Iterator[Held]:
    """All that some articles offer."""
    asked = json.dumps(sorted(numbers))
    where = "json_each(?) CROSS JOIN offer ON number = value CROSS JOIN article USING (number)"
    return _held_rows(store, where, (asked,))


def _held_rows(store: Store, where: str, values: tuple[str | int, ...]) -> Iterator[Held]:
    with plain_errors(store.path):
        rows = store.connection.execute(
            # `where` is made of words of ours.
            f"SELECT number, passage, tags, outlines, family, last_day FROM {where}",  # noqa: S608
            values,
        ).fetchall()
    for one, passage, tags, outlines, family, day in rows:
        yield Held(
            number=one,
            family=family,
            day=day,
            offer=PassageOffer(passage=passage, tags=json.loads(tags), outlines=outlines),
        )


def is_crowded(store: Store, tags: Iterable[str], most: int) -> bool:
    """Whether a tag fits more than `most` passages."""
    with plain_errors(store.path):
        return any(
            store.connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM fit WHERE tag = ? LIMIT ?)", (tag, most + 1)
            ).fetchone()[0]
            > most
            for tag in tags
        )
