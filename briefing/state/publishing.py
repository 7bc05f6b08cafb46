"""An edition's folder written whole and moved into place, and the copies of its files.

What is written is on the disk before it has its name; a kill at any instant leaves the one edition
or the other whole.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import digest
from briefing.errors import WorkError
from briefing.model import Artifact, Document, Edition
from briefing.state import atomic, manifest, witness
from briefing.state.editions import FOLDER, kept_numbers, newest_sound, readable_editions
from briefing.state.manifest import NAME as MANIFEST
from briefing.state.manifest import Kept, read_manifest

_RENEWAL = ".renewal"  # what is to take the newest edition's place
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """The text of one source as evidence: quotes are `text[start:end]` of it.

    `original` are the source's own bytes where they should be kept too (None: the text is enough,
    or is those bytes decoded).
    """

    document: str
    revision: str
    text: str
    original: bytes | None = None


def make_exhibits(documents: Iterable[Document]) -> tuple[Exhibit, ...]:
    """The evidence that an edition keeps of `documents`, in order of their ids."""
    found = (
        Exhibit(document=item.id, revision=item.revision, text=item.text) for item in documents
    )
    return tuple(sorted(found, key=lambda item: item.document))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What ties an edition to the ones before it, and keeps it from others.

    `before` is the digest of the manifest that it follows, "" where it follows none, None where
    that is the newest folder's. `sign` is handed the finished manifest, before the edition is in
    place. A `private` edition is readable by its owner alone.
    """

    before: str | None = None
    sign: Callable[[Path], None] | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """An edition before it is in its place: its files, the texts it rests on, and what it was made
    with.
    """

    edition: Edition
    artifacts: tuple[Artifact, ...]
    evidence: tuple[Exhibit, ...]
    versions: Mapping[str, str]


def publish_folder(output: Path, pressed: Pressed, seal: Seal) -> Kept:
    """Write an edition's folder, move it into place, and copy its files to `output`.

    For the holder of the lock. A kill at any instant leaves the last whole edition;
    `recover_editions` finishes the rest. Raises WorkError when the number is taken, the disk is
    full or the edition can't be signed, UserError when the place may not be written; nothing then
    remains of the attempt.
    """
    shelf, number = output / FOLDER, pressed.edition.number
    atomic.make_folder(shelf)
    folder = shelf / f"{number:04d}"
    if folder.exists():
        message = f"{folder}: edition {number} is there already and is never changed"
        raise WorkError(message)
    beside = atomic.staging_path(folder)
    with _discard_failed(beside, folder):
        _prepare_folder(output, beside, pressed, seal)
        beside.rename(folder)
        atomic.sync_folder(shelf)
    place_copies(output, folder)
    return read_manifest(folder)


@contextmanager
def _discard_failed(beside: Path, shown: Path) -> Iterator[None]:
    """Leave nothing at `beside` where what is done here fails; an OSError is told as one of
    `shown`.
    """
    try:
        yield
    except OSError as error:
        atomic.discard_path(beside)
        raise atomic.refusal_error(error, shown) from error
    except WorkError:
        atomic.discard_path(beside)
        raise


def _prepare_folder(output: Path, beside: Path, pressed: Pressed, seal: Seal) -> None:
    """Write the whole folder of an edition under another name."""
    beside.mkdir(mode=0o700 if seal.private else 0o777, parents=True)
    written = _fill_folder(beside, pressed, private=seal.private)
    head = {
        **_manifest_head(pressed.edition),
        "before": _previous_digest(output, seal),
        "versions": _sort_pairs(pressed.versions),
    }
    _close_folder(beside, {**head, **written}, seal)


def renew_folder(
    output: Path, pressed: Pressed, seal: Seal, record: Callable[[Kept], None]
) -> Kept:
    """Put another edition in the place of the newest, which nobody was given yet.

    For the holder of the lock. `record` is told of it when it lies ready, before it is moved. A
    kill at any instant leaves the one or the other whole: see `record.finish_renewal`. Raises as
    `publish_folder`.
    """
    shelf, number = output / FOLDER, pressed.edition.number
    beside, ready = atomic.staging_path(shelf / f"{number:04d}"), shelf / _RENEWAL
    with _discard_failed(beside, beside):
        _prepare_folder(output, beside, pressed, seal)
        atomic.discard_path(ready)
        beside.rename(ready)
        atomic.sync_folder(shelf)
    record(read_manifest(ready))
    finish_renewal(output, number)
    drop_renewal(output)
    return read_manifest(shelf / f"{number:04d}")


def renewal_left(output: Path) -> Kept | None:
    """What was to take an edition's place when a run was killed; None where nothing was, or nothing
    whole.
    """
    try:
        return read_manifest(output / FOLDER / _RENEWAL)
    except WorkError:
        return None


def finish_renewal(output: Path, number: int) -> None:
    """Put what lies ready in the place of edition `number`, unless it is there already."""
    shelf = output / FOLDER
    ready, folder = shelf / _RENEWAL, shelf / f"{number:04d}"
    try:
        if not folder.exists():
            ready.rename(folder)
        elif read_manifest(ready).digest != read_manifest(folder).digest:
            atomic.swap_folders(ready, folder)
        atomic.sync_folder(shelf)
    except OSError as error:
        raise atomic.refusal_error(error, folder) from error
    place_copies(output, folder)


def drop_renewal(output: Path) -> None:
    """Clear away what lies ready, or was replaced."""
    atomic.discard_path(output / FOLDER / _RENEWAL)


def _manifest_head(edition: Edition) -> dict[str, Any]:
    """What a manifest says of an edition before it says what is in it."""
    return {
        "manifest": manifest.SCHEMA,
        "number": edition.number,
        "made_at": edition.made_at,
        "fingerprint": edition.fingerprint,
        "previous": edition.previous,
    }


def _previous_digest(output: Path, seal: Seal) -> str:
    """The digest of the manifest that the next edition follows: the newest that can be read."""
    if seal.before is not None:
        return seal.before
    last = next(reversed(readable_editions(output)), None)
    return last.digest if last else ""


def _fill_folder(folder: Path, pressed: Pressed, *, private: bool) -> dict[str, Any]:
    """Write the files of an edition into `folder`; give the digest of each, and which is which
    source's.
    """
    mode = 0o400 if private else 0o444
    (folder / "evidence").mkdir()
    hashes: dict[str, str] = {}
    for artifact in pressed.artifacts:
        hashes[artifact.name] = _put_file(folder, artifact.name, artifact.content, mode)
    documents: dict[str, str] = {}
    for exhibit in pressed.evidence:
        name = f"evidence/{_file_name(exhibit.document)}"
        documents[exhibit.document] = f"{name}.txt"
        text = exhibit.text.encode("utf-8", "surrogatepass")
        hashes[f"{name}.txt"] = _put_file(folder, f"{name}.txt", text, mode)
        if exhibit.original is not None:
            hashes[f"{name}.source"] = _put_file(folder, f"{name}.source", exhibit.original, mode)
    return {"documents": _sort_pairs(documents), "files": _sort_pairs(hashes)}


def _close_folder(folder: Path, node: Mapping[str, Any], seal: Seal) -> None:
    """Write the manifest of what lies in `folder`, sign it where a key is given, and sync it
    all.
    """
    text = json.dumps(node, indent=1, ensure_ascii=False) + "\n"
    _put_file(folder, MANIFEST, text.encode(), 0o400 if seal.private else 0o444)
    if seal.sign is not None:
        seal.sign(folder / MANIFEST)
    atomic.sync_folder(folder / "evidence")
    atomic.sync_folder(folder)


def _sort_pairs(pairs: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(pairs.items()))


def _put_file(folder: Path, name: str, content: bytes, mode: int) -> str:
    atomic.write_through(folder / name, content, mode=mode)
    return digest.of_bytes(content)


def _file_name(document: str) -> str:
    """Give a file name for a document id; one that could be a path or hidden is digested."""
    return (
        document
        if _PLAIN_NAME.fullmatch(document)
        else digest.short_digest("d-", document, digits=32)
    )


def place_copies(output: Path, folder: Path) -> tuple[str, ...]:
    """Make the files in `output` those of the edition in `folder`; give the names that changed.

    Each is replaced in one step. A format that this edition does not have is removed, so that what
    stands there is always of one edition.
    """
    moved = []
    for name in (*witness.OUTPUTS, *_own_names(output, folder)):
        source, target = folder / name, output / name
        if source.exists():
            content = source.read_bytes()
            if not target.is_file() or target.read_bytes() != content:
                atomic.write_atomically(target, content, _copy_mode(folder))
                moved.append(name)
        elif target.exists() and atomic.discard_path(target):
            moved.append(name)
    return tuple(moved)


def own_files(kept: Kept) -> tuple[str, ...]:
    """Name the files of an edition that a writer of the user's made."""
    return tuple(name for name in kept.files if "/" not in name and name not in witness.OUTPUTS)


def _own_names(output: Path, folder: Path) -> list[str]:
    """Name the files of the user's writers in an edition, in the one before and in the one whose
    place it took, which may have had others.
    """
    before = [number for number in kept_numbers(output) if number < int(folder.name)]
    shelf = output / FOLDER
    beside = [folder, shelf / _RENEWAL, *(shelf / f"{number:04d}" for number in before[-1:])]
    found = set[str]()
    for one in beside:
        with suppress(WorkError):  # whoever reads the damaged one says so
            found.update(own_files(read_manifest(one)))
    return sorted(found)


def _copy_mode(folder: Path) -> int:
    """The mode of an edition's copies: its owner's alone where the edition is."""
    return 0o644 if folder.stat().st_mode & 0o077 else 0o600


def recover_editions(output: Path) -> tuple[str, ...]:
    """Finish or clear away what a killed run left: for the holder of the lock, at every start.

    Gives the names of what was swept or put in place; empty after a clean end.
    """
    shelf = output / FOLDER
    done = [*atomic.sweep_folder(output), *atomic.sweep_folder(shelf)]
    last = newest_sound(output)
    if last is not None:
        done.extend(place_copies(output, last.folder))
    return tuple(done)
