"""The shape of the store, step by step: what a store of any age must go through to be today's."""

import sqlite3
from contextlib import closing
from functools import cache

from briefing.state import witness

# "brif" in ASCII: how SQLite's own tools tell a store of ours from any other database.
APPLICATION_ID = 0x62726966

STEPS: tuple[str, ...] = (
    witness.TABLES
    + """
CREATE TABLE stage (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE result (
    id INTEGER PRIMARY KEY,
    stage INTEGER NOT NULL REFERENCES stage ON DELETE CASCADE,
    input TEXT NOT NULL,
    used INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (stage, input)
) STRICT;
CREATE INDEX result_used ON result (used);
CREATE TABLE generation (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (1, 0);
CREATE TABLE revision (
    locator TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE edition (
    output TEXT NOT NULL,
    number INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    approved_by TEXT NOT NULL DEFAULT '',
    approved_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (output, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipt (
    output TEXT NOT NULL,
    edition INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    courier TEXT NOT NULL,
    message_id TEXT NOT NULL,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('intended', 'sent', 'deferred', 'refused', 'ambiguous')),
    attempts INTEGER NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (output, edition, recipient, courier)
) STRICT, WITHOUT ROWID;
CREATE TABLE given (id TEXT PRIMARY KEY, statement TEXT NOT NULL) STRICT, WITHOUT ROWID;
""",
    """
CREATE TABLE journal_read (
    output TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE release (output TEXT NOT NULL, edition INTEGER NOT NULL, PRIMARY KEY (output, edition))
    STRICT, WITHOUT ROWID;
CREATE TABLE selection (
    output TEXT NOT NULL,
    edition INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    courier TEXT NOT NULL,
    sections TEXT NOT NULL,
    PRIMARY KEY (output, edition, recipient, courier)
) STRICT, WITHOUT ROWID;
""",
    """
CREATE TABLE announced (
    output TEXT NOT NULL,
    edition INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    courier TEXT NOT NULL,
    message_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    at TEXT NOT NULL,
    sections TEXT NOT NULL,
    boot TEXT NOT NULL,
    PRIMARY KEY (output, edition, recipient, courier)
) STRICT, WITHOUT ROWID;
""",
    """
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    locator TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    source TEXT NOT NULL,
    result TEXT NOT NULL,
    aside BLOB,
    address TEXT,
    foreign_tongue INTEGER NOT NULL,
    shingles BLOB NOT NULL,
    family TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL DEFAULT 0,
    relation TEXT NOT NULL DEFAULT '',
    head BLOB,
    first_day INTEGER NOT NULL DEFAULT 0,
    last_day INTEGER NOT NULL DEFAULT 0,
    key TEXT NOT NULL DEFAULT '',
    understood TEXT NOT NULL DEFAULT '',
    offers INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_file ON article (file);
CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;
CREATE INDEX article_family ON article (family);
CREATE INDEX article_understood ON article (understood);
CREATE INDEX article_aside ON article (locator) WHERE aside IS NOT NULL;
CREATE INDEX article_offers ON article (offers) WHERE aside IS NULL;
CREATE INDEX article_torn ON article (number) WHERE source = '';
CREATE INDEX article_first ON article (first_day);
CREATE INDEX article_foreign ON article (foreign_tongue, last_day);
CREATE TABLE holder (
    shingle INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (shingle, number)
)
    STRICT, WITHOUT ROWID;
CREATE TABLE kin (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (one, other)
)
    STRICT, WITHOUT ROWID;
CREATE INDEX kin_other ON kin (other);
CREATE TABLE fit (
    tag TEXT NOT NULL,
    score REAL NOT NULL,
    day INTEGER NOT NULL,
    number INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    PRIMARY KEY (tag, score DESC, day DESC, number, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX fit_number ON fit (number);
CREATE TABLE offer (
    number INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    tags TEXT NOT NULL,
    outlines BLOB NOT NULL,
    PRIMARY KEY (number, passage)
) STRICT, WITHOUT ROWID;
CREATE TABLE shelf (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
""",
    """
ALTER TABLE edition ADD COLUMN manifest TEXT NOT NULL DEFAULT '';
""",
    """
ALTER TABLE article ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN unrelated INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_apart ON article (number) WHERE apart = 1;
CREATE INDEX article_unrelated ON article (locator) WHERE unrelated = 1;
DROP INDEX article_offers;
CREATE INDEX article_offers ON article (offers, apart) WHERE aside IS NULL;
DROP INDEX article_aside;
CREATE INDEX article_aside ON article (locator) WHERE aside IS NOT NULL AND unrelated = 0;
""",
)

NEWEST = len(STEPS)


def migrate_store(connection: sqlite3.Connection) -> None:
    """Bring an empty or older store to today's shape, each step whole or not at all.

    Expects `connection` to hold no transaction. Raises sqlite3.Error; the version then tells how
    far it came, and the next start goes on from there.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(STEPS[version:], start=version + 1):
        head = f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; "
        connection.executescript(f"{head}{step}; PRAGMA user_version = {number}; COMMIT;")


def tables_of(connection: sqlite3.Connection) -> frozenset[str]:
    """The names of the tables of a store."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(name for (name,) in rows)


@cache
def table_names() -> frozenset[str]:
    """The names of the tables that a store of today has."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        migrate_store(fresh)
        return tables_of(fresh)
