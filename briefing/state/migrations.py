"""The shape of the store, step by step: what a store of any age must go through to be today's."""

import sqlite3

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
    outcome TEXT NOT NULL CHECK (outcome IN ('intended', 'sent', 'deferred', 'refused', 'ambiguous')),
    attempts INTEGER NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (output, edition, recipient, courier)
) STRICT, WITHOUT ROWID;
CREATE TABLE given (id TEXT PRIMARY KEY, statement TEXT NOT NULL) STRICT, WITHOUT ROWID;
""",
    """
CREATE TABLE journal_read (output TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
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
)

NEWEST = len(STEPS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older store to today's shape, each step whole or not at all.

    Expects `connection` to hold no transaction. Raises sqlite3.Error; the version then tells how
    far it came, and the next start goes on from there.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(STEPS[version:], start=version + 1):
        head = f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; "
        connection.executescript(f"{head}{step}; PRAGMA user_version = {number}; COMMIT;")
