"""What passages of a catalogue's articles offer: how well each tag fits them, what they could tell
in outline.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.state.store import Store, plain_errors


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


def note_offers(
    store: Store, one: int, stage: str, offers: Sequence[PassageOffer], count: int
) -> None:
    """Note what an article's passages offer, `count` statements in all, in the caller's
    transaction.
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
    store.connection.execute(
        "UPDATE article SET understood = ?, offers = ? WHERE number = ?", (stage, count, one)
    )


def forget_offers(store: Store, one: int) -> None:
    """Forget what an article's passages offer, in the caller's transaction."""
    store.connection.execute("DELETE FROM fit WHERE number = ?", (one,))
    store.connection.execute("DELETE FROM offer WHERE number = ?", (one,))


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
            f"SELECT number, passage, tags, outlines, family, last_day FROM {where}",  # noqa: S608 - words of ours
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
