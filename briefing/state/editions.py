"""Editions: folders that are written once, whole, and never changed.

`<output>/editions/0003/` holds brief.{md,html,pdf,json}, `evidence/` with the text of every source
the edition rests on, and `manifest.json` with the hash of each file, so that an old edition can be
verified alone on another machine. `<output>/brief.*` are copies of the newest edition's files. The
folders are the record: the store can be rebuilt from them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import digest
from briefing.errors import WorkError
from briefing.model import Artifact, Document, Edition
from briefing.state import atomic, witness

MANIFEST = "manifest.json"
FOLDER = "editions"

_SCHEMA = 1
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEdition:
    """An edition as its folder records it. `files` maps each name in the folder to its sha256."""

    folder: Path
    number: int
    made_at: str
    fingerprint: str
    previous: int | None
    files: Mapping[str, str]
    documents: Mapping[str, str]
    versions: Mapping[str, str]


def make_exhibits(documents: Iterable[Document]) -> tuple[Exhibit, ...]:
    """Give the evidence that an edition keeps of `documents`, in order of their ids."""
    found = (
        Exhibit(document=item.id, revision=item.revision, text=item.text) for item in documents
    )
    return tuple(sorted(found, key=lambda item: item.document))


def fingerprint_brief(brief: Mapping[str, Any], look: str = "") -> str:
    """Give the digest of what readers would see of a parsed brief.json.

    The edition's own number and time are left out, and so is what merely tells how it differs from
    the edition before: the same content told twice has one fingerprint. `look` may be a digest of
    templates and formats, for those who count a new look as a new edition.
    """
    plain = {key: value for key, value in brief.items() if key not in {"edition", "changes"}}
    plain["sections"] = [_without_change(section) for section in brief.get("sections", ())]
    canonical = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return digest.of_fields((canonical, look))


def _without_change(section: Mapping[str, Any]) -> dict[str, Any]:
    statements = [
        {key: value for key, value in statement.items() if key != "change"}
        for statement in section.get("statements", ())
    ]
    return {**section, "statements": statements}


def publish_folder(
    output: Path,
    edition: Edition,
    artifacts: Iterable[Artifact],
    evidence: Iterable[Exhibit],
    versions: Mapping[str, str],
) -> KeptEdition:
    """Write an edition's folder, move it into place, and copy its files to `output`.

    For the holder of the lock. A kill at any instant leaves the last whole edition; `recover`
    finishes the rest. Raises WorkError when the number is taken or the disk is full, UserError when
    the place may not be written; nothing then remains of the attempt.
    """
    shelf = output / FOLDER
    atomic.make_folder(shelf)
    folder = shelf / f"{edition.number:04d}"
    if folder.exists():
        message = f"{folder}: edition {edition.number} is there already and is never changed"
        raise WorkError(message)
    beside = atomic.staging_path(folder)
    try:
        _fill_folder(beside, edition, artifacts, evidence, versions)
        beside.rename(folder)
        atomic.sync_folder(shelf)
    except OSError as error:
        atomic.discard_path(beside)
        raise atomic.refusal_error(error, folder) from error
    place_copies(output, folder)
    return read_edition(folder)


def _fill_folder(
    folder: Path,
    edition: Edition,
    artifacts: Iterable[Artifact],
    evidence: Iterable[Exhibit],
    versions: Mapping[str, str],
) -> None:
    """Write every file of an edition into `folder`, the manifest last, and sync them."""
    (folder / "evidence").mkdir(parents=True)
    hashes: dict[str, str] = {}
    for artifact in artifacts:
        hashes[artifact.name] = _put_file(folder, artifact.name, artifact.content)
    documents: dict[str, str] = {}
    for exhibit in evidence:
        name = f"evidence/{_file_name(exhibit.document)}"
        documents[exhibit.document] = f"{name}.txt"
        hashes[f"{name}.txt"] = _put_file(
            folder, f"{name}.txt", exhibit.text.encode("utf-8", "surrogatepass")
        )
        if exhibit.original is not None:
            hashes[f"{name}.source"] = _put_file(folder, f"{name}.source", exhibit.original)
    manifest = {
        "manifest": _SCHEMA,
        "number": edition.number,
        "made_at": edition.made_at,
        "fingerprint": edition.fingerprint,
        "previous": edition.previous,
        "versions": dict(sorted(versions.items())),
        "documents": dict(sorted(documents.items())),
        "files": dict(sorted(hashes.items())),
    }
    _put_file(
        folder, MANIFEST, (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()
    )
    atomic.sync_folder(folder / "evidence")
    atomic.sync_folder(folder)


def _put_file(folder: Path, name: str, content: bytes) -> str:
    atomic.write_through(folder / name, content, mode=0o444)
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
                atomic.write_atomically(target, content)
                moved.append(name)
        elif target.exists() and atomic.discard_path(target):
            moved.append(name)
    return tuple(moved)


def own_files(kept: KeptEdition) -> tuple[str, ...]:
    """Name the files of an edition that a writer of the user's made."""
    return tuple(name for name in kept.files if "/" not in name and name not in witness.OUTPUTS)


def _own_names(output: Path, folder: Path) -> list[str]:
    """Name the files of the user's writers in an edition, and in the one before, which may have had
    others.
    """
    before = [number for number in kept_numbers(output) if number < int(folder.name)]
    beside = [folder, *(output / FOLDER / f"{number:04d}" for number in before[-1:])]
    found = set[str]()
    for one in beside:
        with suppress(WorkError):  # whoever reads the damaged one says so
            found.update(own_files(read_edition(one)))
    return sorted(found)


def recover_editions(output: Path) -> tuple[str, ...]:
    """Finish or clear away what a killed run left: for the holder of the lock, at every start.

    Gives the names of what was swept or put in place; empty after a clean end.
    """
    shelf = output / FOLDER
    done = [*atomic.sweep_folder(output), *atomic.sweep_folder(shelf)]
    last = newest_edition(output)
    if last is not None:
        done.extend(place_copies(output, last.folder))
    return tuple(done)


def kept_numbers(output: Path) -> tuple[int, ...]:
    """Give the numbers of the editions kept under `output`, oldest first."""
    shelf = output / FOLDER
    names = [path.name for path in shelf.iterdir()] if shelf.is_dir() else []
    return tuple(sorted(int(name) for name in names if name.isascii() and name.isdigit()))


def next_number(output: Path, floor: int = 0) -> int:
    """Give the number of the next edition: one above every number ever given out.

    `floor` is the highest number the store remembers, in case somebody removed folders by hand.
    """
    return max((floor, *kept_numbers(output))) + 1


def newest_edition(output: Path) -> KeptEdition | None:
    """Give the newest edition, or None before the first."""
    found = kept_numbers(output)
    return read_edition(output / FOLDER / f"{found[-1]:04d}") if found else None


def every_edition(output: Path) -> tuple[KeptEdition, ...]:
    """Read the record of editions back from the folders, oldest first. Raises as `read` does."""
    return tuple(read_edition(output / FOLDER / f"{number:04d}") for number in kept_numbers(output))


def read_edition(folder: Path) -> KeptEdition:
    """Read an edition's manifest. Raises WorkError when it is missing or not ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["manifest"] != _SCHEMA:
            message = (
                f"{folder / MANIFEST}: written by a newer program (manifest {manifest['manifest']})"
            )
            raise WorkError(message)
        return KeptEdition(
            folder=folder,
            number=manifest["number"],
            made_at=manifest["made_at"],
            fingerprint=manifest["fingerprint"],
            previous=manifest["previous"],
            files=manifest["files"],
            documents=manifest["documents"],
            versions=manifest["versions"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{folder}: not a whole edition, its {MANIFEST} cannot be read: {error}"
        raise WorkError(message) from error


def read_brief(kept: KeptEdition) -> dict[str, Any] | None:
    """Give an edition's brief.json, parsed; None where it has none. Raises WorkError where it can't
    be read.
    """
    if "brief.json" not in kept.files:
        return None
    try:
        found: dict[str, Any] = json.loads((kept.folder / "brief.json").read_bytes())
    except (OSError, ValueError) as error:
        message = f"{kept.folder / 'brief.json'}: cannot be read: {error}"
        raise WorkError(message) from error
    return found


def statement_ids(kept: KeptEdition) -> dict[str, str]:
    """Give the ids of an edition's statements, with the keys they had in it."""
    sections = (read_brief(kept) or {}).get("sections", ())
    return {
        statement["id"]: statement["key"]
        for section in sections
        for statement in section["statements"]
    }


def source_texts(folder: Path) -> dict[str, str]:
    """Give the text of every source an edition keeps, by document id: what `verify` replays on.

    Raises WorkError when one of them is missing or was altered.
    """
    kept = read_edition(folder)
    found = {}
    for document, name in kept.documents.items():
        content = _file_content(folder, name)
        if content is None or digest.of_bytes(content) != kept.files.get(name):
            message = f"{folder / name}: the evidence is missing or was altered"
            raise WorkError(message)
        found[document] = content.decode("utf-8", "surrogatepass")
    return found


def file_faults(folder: Path) -> tuple[str, ...]:
    """Compare an edition's files with its manifest; give one line for each that differs."""
    kept = read_edition(folder)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    lines = []
    for name in sorted(present.union(kept.files) - {MANIFEST}):
        content = _file_content(folder, name)
        if content is None:
            lines.append(f"{folder / name}: missing")
        elif name not in kept.files:
            lines.append(f"{folder / name}: not in the manifest")
        elif digest.of_bytes(content) != kept.files[name]:
            lines.append(f"{folder / name}: altered since the edition was made")
    return tuple(lines)


def _file_content(folder: Path, name: str) -> bytes | None:
    """Read one file of an edition; None where it is missing or its name leads outside."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return None
    return path.read_bytes()
