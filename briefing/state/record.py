"""The record of editions: in the store to be asked, in the journal to last.

An event goes into the journal first. If the machine stops between the two, the store lacks what the
journal has, and `rebuild` brings it back; never the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import UserError
from briefing.state import editions, journal, publishing
from briefing.state.store import Store, file_problem, name_output, plain_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRecord:
    """An edition as recorded; `approved_by` and `approved_at` are '' until it is released.

    `manifest` is the digest of its manifest, '' where an older program recorded it.
    """

    number: int
    made_at: str
    fingerprint: str
    approved_by: str = ""
    approved_at: str = ""
    manifest: str = ""


def note_edition(store: Store, output: Path, kept: editions.Kept) -> None:
    """Record an edition whose folder is in place, with the digest of its manifest.

    What the record has of an edition stays, whatever lies in its folder by now.
    """
    _note_editions(store, output, [kept])


def _note_editions(store: Store, output: Path, found: Sequence[editions.Kept]) -> None:
    shelf = output / editions.FOLDER
    known = journal.manifest_digests(journal.read_events(shelf))
    for kept in found:
        if kept.number not in known:
            journal.append_event(
                shelf, {"event": journal.MADE, "edition": kept.number, "manifest": kept.digest}
            )
        _write_edition(store, output, kept, known.setdefault(kept.number, kept.digest))


def _write_edition(store: Store, output: Path, kept: editions.Kept, manifest: str) -> None:
    name = name_output(store, output)
    row = (name, kept.number, kept.made_at, kept.fingerprint, manifest)
    with plain_errors(store.path), store.connection:
        store.connection.execute(
            "INSERT OR IGNORE INTO edition (output, number, made_at, fingerprint, manifest)"
            " VALUES (?, ?, ?, ?, ?)",
            row,
        )
        store.connection.execute(
            "UPDATE edition SET manifest = ? WHERE output = ? AND number = ? AND manifest = ''",
            (manifest, name, kept.number),
        )


def renew_edition(store: Store, output: Path, kept: editions.Kept) -> None:
    """Record that an edition is about to be another: the store first, for it alone says at a start
    after a kill whether what lies beside was meant.
    """
    row = (kept.made_at, kept.fingerprint, kept.digest, name_output(store, output), kept.number)
    with plain_errors(store.path), store.connection:
        store.connection.execute(
            "UPDATE edition SET made_at = ?, fingerprint = ?, manifest = ?"
            " WHERE output = ? AND number = ?",
            row,
        )
    _note_renewed(output, kept)


def _note_renewed(output: Path, kept: editions.Kept) -> None:
    """Say it in the journal, if that doesn't say so yet."""
    shelf = output / editions.FOLDER
    if journal.manifest_digests(journal.read_events(shelf)).get(kept.number) != kept.digest:
        journal.append_event(
            shelf, {"event": journal.RENEWED, "edition": kept.number, "manifest": kept.digest}
        )


def finish_renewal(store: Store, output: Path) -> None:
    """Finish or clear away the renewal of an edition that a killed run left half done."""
    left = publishing.renewal_left(output)
    if left is None:
        return
    meant = {one.number: one.manifest for one in made_editions(store, output)}
    if meant.get(left.number) == left.digest:
        _note_renewed(output, left)
        publishing.finish_renewal(output, left.number)
    publishing.drop_renewal(output)


def made_editions(store: Store, output: Path) -> tuple[EditionRecord, ...]:
    """The editions of `output`, oldest first, those that were pruned included."""
    with plain_errors(store.path):
        rows = store.connection.execute(
            "SELECT number, made_at, fingerprint, approved_by, approved_at, manifest FROM edition "
            "WHERE output = ? ORDER BY number",
            (name_output(store, output),),
        ).fetchall()
    return tuple(
        EditionRecord(
            number=row[0],
            made_at=row[1],
            fingerprint=row[2],
            approved_by=row[3],
            approved_at=row[4],
            manifest=row[5],
        )
        for row in rows
    )


def approve_edition(store: Store, output: Path, number: int, who: str, at: str) -> EditionRecord:
    """Release an edition for sending; who did so first stays. Raises UserError when there is
    none.
    """
    known = {one.number: one for one in made_editions(store, output)}
    if number not in known:
        numbers = ", ".join(map(str, known)) or "none"
        raise UserError(
            file_problem(output, f"there is no edition {number}", f"made so far: {numbers}")
        )
    if not known[number].approved_at:
        journal.append_event(
            output / editions.FOLDER, {"event": "approved", "edition": number, "who": who, "at": at}
        )
        _write_approval(store, output, number, who, at)
    return {one.number: one for one in made_editions(store, output)}[number]


def _write_approval(store: Store, output: Path, number: int, who: str, at: str) -> None:
    with plain_errors(store.path), store.connection:
        store.connection.execute(
            "UPDATE edition SET approved_by = ?, approved_at = ? WHERE output = ? AND number = ? "
            "AND approved_at = ''",
            (who, at, name_output(store, output), number),
        )


def last_manifest(store: Store, output: Path) -> str | None:
    """The digest of the newest manifest on record, whatever lies in its folder; None where none
    is.
    """
    known = {one.number: one.manifest for one in made_editions(store, output) if one.manifest}
    known |= journal.manifest_digests(journal.read_events(output / editions.FOLDER))
    return known[max(known)] if known else None


def rebuild_record(store: Store, output: Path) -> int:
    """Read the record of editions back from their folders and the journal: how many there are.

    An edition whose manifest can't be read has no say.
    """
    kept = editions.readable_editions(output)
    _note_editions(store, output, kept)
    for event in journal.read_events(output / editions.FOLDER):
        if event.get("event") == "approved":
            number, who, at = event["edition"], event["who"], event["at"]
            _write_approval(store, output, int(number), str(who), str(at))
    return len(kept)
