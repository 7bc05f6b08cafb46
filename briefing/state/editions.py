"""Editions: folders that are written once, whole, and never changed.

`<output>/editions/0003/` holds brief.{md,html,pdf,json}, `evidence/` with the text of every source
the edition rests on, and `manifest.json` with the hash of each file, so that an old edition can be
verified alone on another machine. `<output>/brief.*` are copies of the newest edition's files. The
folders are the record: the store can be rebuilt from them.
"""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from briefing import digest
from briefing.errors import WorkError
from briefing.state import manifest
from briefing.state.manifest import NAME as MANIFEST
from briefing.state.manifest import Kept, content_of, file_faults, read_manifest

__all__ = ["FOLDER", "MANIFEST", "Kept", "file_faults", "read_manifest"]

FOLDER = "editions"


def kept_numbers(output: Path) -> tuple[int, ...]:
    """The numbers of the editions kept under `output`, oldest first."""
    shelf = output / FOLDER
    names = [path.name for path in shelf.iterdir()] if shelf.is_dir() else []
    return tuple(sorted(int(name) for name in names if name.isascii() and name.isdigit()))


def next_number(output: Path, floor: int = 0) -> int:
    """The number of the next edition: one above every number ever given out.

    `floor` is the highest number the store remembers, in case somebody removed folders by hand.
    """
    return max((floor, *kept_numbers(output))) + 1


def newest_edition(output: Path) -> Kept | None:
    """The newest edition, or None before the first."""
    found = kept_numbers(output)
    return read_manifest(output / FOLDER / f"{found[-1]:04d}") if found else None


def readable_editions(output: Path) -> tuple[Kept, ...]:
    """The editions whose manifest can be read, oldest first."""
    found = []
    for number in kept_numbers(output):
        try:
            found.append(read_manifest(output / FOLDER / f"{number:04d}"))
        except WorkError:
            continue
    return tuple(found)


def sound_editions(output: Path) -> tuple[Kept, ...]:
    """The editions whose brief is as their manifest has it, oldest first."""
    return tuple(one for one in readable_editions(output) if _is_sound(one))


def newest_sound(output: Path) -> Kept | None:
    """The newest edition that can be gone on from: its brief is as its manifest has it."""
    return next((one for one in reversed(readable_editions(output)) if _is_sound(one)), None)


def newest_sound_of(output: Path, numbers: Collection[int]) -> Kept | None:
    """The newest of some editions that can be gone on from."""
    found = (one for one in reversed(readable_editions(output)) if one.number in numbers)
    return next((one for one in found if _is_sound(one)), None)


def damaged_since(output: Path) -> tuple[int, ...]:
    """The numbers of the editions after the newest sound one: each is damaged."""
    last = newest_sound(output)
    return tuple(n for n in kept_numbers(output) if n > (last.number if last else 0))


def _is_sound(kept: Kept) -> bool:
    wanted = kept.files.get("brief.json")
    content = content_of(kept.folder, "brief.json") if wanted else None
    return wanted is None or (content is not None and digest.of_bytes(content) == wanted)


def read_brief(kept: Kept) -> dict[str, Any] | None:
    """An edition's brief.json, parsed; None where it has none. Raises WorkError where it can't
    be read.
    """
    if "brief.json" not in kept.files:
        return None
    try:
        found: dict[str, Any] = json.loads((kept.folder / "brief.json").read_bytes())
    except (OSError, ValueError) as error:
        message = f"{kept.folder / 'brief.json'}: cannot be read: {error}; {manifest.REMEDY}"
        raise WorkError(message) from error
    return found


def statement_ids(kept: Kept) -> dict[str, str]:
    """The ids of an edition's statements, with the keys they had in it."""
    sections = (read_brief(kept) or {}).get("sections", ())
    return {
        statement["id"]: statement["key"]
        for section in sections
        for statement in section["statements"]
    }


def source_texts(folder: Path) -> dict[str, str]:
    """The text of every source an edition keeps, by document id: what `verify` replays on.

    Raises WorkError when one of them is missing or was altered.
    """
    kept = read_manifest(folder)
    found = {}
    for document, name in kept.documents.items():
        content = content_of(folder, name)
        if content is None or digest.of_bytes(content) != kept.files.get(name):
            message = f"{folder / name}: the evidence is missing or was altered; {manifest.REMEDY}"
            raise WorkError(message)
        found[document] = content.decode("utf-8", "surrogatepass")
    return found
