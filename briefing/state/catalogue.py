"""The catalogue of what was read: one row an article, so that a build asks for what it needs and no
more.

An article's number is its document's id read as a number. Everything here follows from the sources
and the config alone, in whatever order the articles came, and can be made anew from them.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from briefing.state import notes, offers
from briefing.state.store import Store, plain_errors, read_column


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An article as it was read. `source` and `result` are the keys of what it was made of and is
    kept under.

    `unrelated` tells that it is not about the brief; its `aside` then describes it.
    `file` is the file in which it lies, from the config's folder; `digest` that of the file's
    bytes. `aside` is the packed reason why it can't be used, None for a document. `address` is
    where it lies on the web, if anywhere.
    """

    number: int
    locator: str
    file: str
    digest: str
    source: str
    result: str
    aside: bytes | None
    address: str | None
    foreign: bool
    shingles: bytes
    unrelated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """An article in its family. `head` is its packed document without the text, `key` that under
    which it is read.

    `place` is its place among the versions, 0 the latest. Days are ordinals, 0 where nothing is
    known.
    """

    number: int
    family: str
    place: int
    relation: str
    head: bytes
    first_day: int
    last_day: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """What making a brief asks of an article: as `Settled`, and the key under which its text is
    kept.
    """

    number: int
    result: str
    family: str
    place: int
    relation: str
    head: bytes
    key: str


_INSIDE = "file IN (SELECT value FROM json_each(?))"


def document_number(document: str) -> int:
    """The number of a document's id."""
    return int(document[1:], 16)


@contextmanager
def change_catalogue(store: Store) -> Iterator[None]:
    """Make all changes within, or none. What was found of the articles as they were is forgotten:
    see `notes.FOUND`.
    """
    with notes.change_notes(store):
        notes.put_note(store, notes.FOUND, None)
        yield


def known(store: Store, files: Iterable[str] | None = None) -> dict[str, tuple[int, str]]:
    """(number, source key) by locator of every article, or of those in some files."""
    query = "SELECT locator, number, source FROM article"
    with plain_errors(store.path):
        if files is None:
            rows = store.connection.execute(query).fetchall()
        else:
            inside = json.dumps(list(files))
            rows = store.connection.execute(f"{query} WHERE {_INSIDE}", (inside,)).fetchall()
    return {locator: (number, source) for locator, number, source in rows}


def digests(store: Store) -> dict[str, str]:
    """The digest of every article's file, by locator."""
    with plain_errors(store.path):
        return dict(
            store.connection.execute("SELECT locator, digest FROM article ORDER BY locator")
        )


def was_torn(store: Store) -> bool:
    """Whether a source was edited while it was read: it stands without the key of what it was
    made of.
    """
    with plain_errors(store.path):
        return (
            store.connection.execute("SELECT 1 FROM article WHERE source = '' LIMIT 1").fetchone()
            is not None
        )


def packed_shingles(store: Store, one: int) -> bytes | None:
    """The packed shingles of an article; None where there is no such one."""
    row = store.connection.execute(
        "SELECT shingles FROM article WHERE number = ?", (one,)
    ).fetchone()
    return row[0] if row else None


def put_entry(store: Store, entry: CatalogueEntry) -> None:
    """Enter an article, in no family yet and not understood, in the caller's transaction.

    What its passages offered before is forgotten: it may be set aside now.
    """
    offers.forget_offers(store, entry.number)
    store.connection.execute(
        "INSERT OR REPLACE INTO article (number, locator, file, digest, source, result, aside, "
        "address, foreign_tongue, shingles, unrelated) VALUES (:number, :locator, :file, :digest, "
        ":source, :result, :aside, :address, :foreign, :shingles, :unrelated)",
        asdict(entry),
    )


def drop_article(store: Store, one: int) -> None:
    """Strike an article out, in the caller's transaction."""
    offers.forget_offers(store, one)
    store.connection.execute("DELETE FROM article WHERE number = ?", (one,))


def unsettle_families(store: Store, numbers: Iterable[int]) -> None:
    """Take articles out of their families, in the caller's transaction: those must be told anew.

    What was read and set aside for its date (see `set_aside`) is asked again; what could not be
    read is not.
    """
    store.connection.executemany(
        "UPDATE article SET family = '', aside = CASE WHEN head IS NULL THEN aside END WHERE "
        "number = ?",
        ((one,) for one in numbers),
    )


def set_aside(store: Store, one: int, reason: bytes) -> None:
    """Set a document aside that was read, in the caller's transaction; `reason` is packed."""
    offers.forget_offers(store, one)
    store.connection.execute(
        "UPDATE article SET aside = ?, head = x'', first_day = 0, last_day = 0, understood = '', "
        "offers = 0 WHERE number = ?",
        (reason, one),
    )


def unsettled_documents(store: Store) -> list[int]:
    """The documents that are in no family yet."""
    return read_column(
        store, "SELECT number FROM article WHERE family = '' AND aside IS NULL ORDER BY number"
    )


def kept_results(store: Store, numbers: Iterable[int]) -> dict[int, tuple[str, bytes]]:
    """(key of what is kept of its reading, packed shingles) of articles by number."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT number, result, shingles FROM article WHERE number IN (SELECT value FROM "
            "json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return {one: (result, packed) for one, result, packed in rows}


def settle_families(store: Store, settled: Iterable[Settled]) -> None:
    """Put articles into families, in the caller's transaction; what must be understood anew loses
    what was.
    """
    store.connection.executemany(
        "UPDATE article SET family = :family, place = :place, relation = :relation, head = :head, "
        "first_day = :first_day, last_day = :last_day, understood = CASE WHEN key = :key THEN "
        "understood ELSE '' END, key = :key WHERE number = :number",
        (asdict(one) for one in settled),
    )


def shelved_documents(store: Store, numbers: Iterable[int]) -> list[Shelved]:
    """Give documents in order of their locators."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT number, result, family, place, relation, head, key FROM article"
            " WHERE number IN (SELECT value FROM json_each(?)) AND aside IS NULL ORDER BY locator",
            (json.dumps(sorted(numbers)),),
        )
        names = [column[0] for column in rows.description]
        return [Shelved(**dict(zip(names, row, strict=True))) for row in rows]


def named_documents(store: Store, paths: Iterable[str]) -> list[int]:
    """The numbers of the documents with these locators."""
    return sorted(
        read_column(
            store,
            "SELECT number FROM article WHERE aside IS NULL AND locator IN (SELECT value FROM "
            "json_each(?))",
            (json.dumps(list(paths)),),
        )
    )


def pending_documents(store: Store, stage: str) -> list[int]:
    """The documents that were not understood by `stage`, in order of their numbers."""
    return read_column(
        store,
        # Two ranges of the index, where != would look at every article.
        "SELECT number FROM article WHERE (understood < ?1 OR understood > ?1) AND aside IS "
        "NULL ORDER BY number",
        (stage,),
    )


def note_tagged(store: Store, one: int, stage: str, *, out_of_reach: bool) -> None:
    """Note that `stage` tagged an article, and whether nothing of it can serve, in the caller's
    transaction.
    """
    store.connection.execute(
        "UPDATE article SET understood = ?, apart = ? WHERE number = ?", (stage, out_of_reach, one)
    )


def documents_apart(store: Store) -> list[int]:
    """The documents of which nothing can serve, nor of any other of their family."""
    return read_column(
        store,
        "SELECT number FROM article AS one WHERE apart = 1 AND aside IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM article AS other WHERE other.family = one.family AND other.apart = 0"
        " AND other.aside IS NULL)",
    )


def newest_documents(store: Store, most: int, *, foreign: bool) -> list[int]:
    """The documents that appeared last, in the brief's own language or in another; what bears
    no date is old.
    """
    return read_column(
        store,
        "SELECT number FROM article WHERE foreign_tongue = ? AND aside IS NULL"
        " ORDER BY last_day DESC, number LIMIT ?",
        (foreign, most),
    )


def all_documents(store: Store) -> list[int]:
    """Every document's number."""
    return read_column(store, "SELECT number FROM article WHERE aside IS NULL")


def asides(store: Store) -> list[bytes]:
    """Why articles can't be used, packed, in order of their locators."""
    return read_column(
        store,
        "SELECT aside FROM article WHERE aside IS NOT NULL AND unrelated = 0 ORDER BY locator",
    )


def count_unrelated(store: Store) -> int:
    """How many articles are not about the brief."""
    with plain_errors(store.path):
        (count,) = store.connection.execute(
            "SELECT count(*) FROM article WHERE unrelated = 1"
        ).fetchone()
    return int(count)


def unrelated_articles(store: Store, most: int | None = None) -> Iterator[bytes]:
    """The articles that are not about the brief, packed, in order of their locators; the first
    `most` of them, or all.
    """
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT aside FROM article WHERE unrelated = 1 ORDER BY locator LIMIT ?",
            (-1 if most is None else most,),
        )
        yield from (packed for (packed,) in rows)


def count_documents(store: Store) -> tuple[int, int]:
    """How many documents there are, and the last of their first days."""
    with plain_errors(store.path):
        (count,) = store.connection.execute(
            "SELECT count(*) FROM article WHERE aside IS NULL"
        ).fetchone()
        (day,) = store.connection.execute(
            "SELECT coalesce(max(first_day), 0) FROM article"
        ).fetchone()
    return count, day


def count_entries(store: Store) -> int:
    """How many articles were entered, whatever became of them."""
    with plain_errors(store.path):
        (count,) = store.connection.execute("SELECT count(*) FROM article").fetchone()
    return int(count)


def document_keys(store: Store, numbers: Iterable[int]) -> dict[int, str]:
    """The keys under which documents are read, by number."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT number, key FROM article WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(numbers)),),
        )
        return dict(rows.fetchall())
