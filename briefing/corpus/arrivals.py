"""Which sources must be looked at: all of them, or, where the folders still tell, those that came,
went or changed.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing.ingest import Folder, Found
from briefing.job.load import Job
from briefing.state import catalogue, notes, witness
from briefing.state.store import Store

_FOLDER = "folder "  # how the names begin under which listings are noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What is to be looked at, by locator, and the articles that are gone: their numbers, and their
    locators.
    """

    found: Mapping[str, Found]
    gone: tuple[int, ...]
    left: tuple[str, ...]


def ask_everything(job: Job, store: Store) -> Arrivals:
    """Ask every source for all that it has."""
    found = {one.locator: one for source in job.sources for one in source(job.base, job.readers)}
    return _tell_arrivals(catalogue.known(store), found)


def ask_changed(job: Job, store: Store, seen: witness.Observation) -> Arrivals | None:
    """Ask only for files that don't stand as they stood when the catalogue was last brought up to
    date.

    Gives None where the listings can't tell: sources that are no folders, or folders inside one
    another, names that hold line ends, what can't be listed.
    """
    watched = _watched_folders(job)
    if watched is None:
        return None
    found: dict[str, Found] = {}
    touched: list[str] = []
    for folder, root in watched:
        files = _touched_files(_base_folder(job), root, store, seen)
        if files is None:
            return None
        for file in (job.base / folder.path / name for name in files):
            found.update((one.locator, one) for one in folder.at(job.base, file, job.readers))
            touched.append(locate_file(job, file))
    return _tell_arrivals(catalogue.known(store, touched), found)


def _watched_folders(job: Job) -> list[tuple[Folder, str]] | None:
    """The sources' folders, each with where it lies; None where their listings don't tell of all
    sources, each once.
    """
    folders = [source for source in job.sources if isinstance(source, Folder)]
    roots = [_source_root(job, folder) for folder in folders]
    listed = len(folders) == len(job.sources) and _are_apart(roots)
    if not listed or not all(os.path.isdir(root) for root in roots):  # noqa: PTH112
        return None
    return list(zip(folders, roots, strict=True))


def locate_file(job: Job, file: Path) -> str:
    """Name a file as the catalogue does: from the config's folder."""
    return os.path.relpath(file, job.base)


def note_listings(job: Job, store: Store, seen: witness.Observation) -> None:
    """Note the listings of the sources' folders, in the caller's transaction; those that stand so
    already are left.
    """
    roots = [_source_root(job, source) for source in job.sources if isinstance(source, Folder)]
    is_ours = partial(_lies_below_any, roots=roots)
    base = _base_folder(job)
    listed = {
        witness.kept_path(base, name): seen.listings[name]
        for name in filter(is_ours, seen.listings)
    }
    young = [witness.kept_path(base, path) for path in filter(is_ours, seen.fresh)]
    before = _known_listings(store)
    changed = [
        name
        for name in sorted(before.keys() | listed.keys())
        if before.get(name) != listed.get(name)
    ]
    for name in changed:
        notes.put_note(store, _FOLDER + name, listed.get(name))
    # That some have come of age is no reason to write.
    if changed or not _young_files(store).issuperset(young):
        notes.put_note(store, "young", "\0".join(young).encode("utf-8", "surrogateescape"))


def _base_folder(job: Job) -> str:
    return os.path.abspath(job.base)  # noqa: PTH100 - as the witness names it


def _source_root(job: Job, folder: Folder) -> str:
    return witness.absolute_path(_base_folder(job), folder.path)


def _lies_below(name: str, root: str) -> bool:
    return name == root or name.startswith(root + os.sep)


def _lies_below_any(name: str, roots: Sequence[str]) -> bool:
    return any(_lies_below(name, root) for root in roots)


def _are_apart(roots: Sequence[str]) -> bool:
    return not any(
        _lies_below(one, other)
        for at, one in enumerate(roots)
        for to, other in enumerate(roots)
        if at != to
    )


def _tell_arrivals(known: Mapping[str, tuple[int, str]], found: Mapping[str, Found]) -> Arrivals:
    gone = {locator: number for locator, (number, _) in known.items() if locator not in found}
    return Arrivals(found=found, gone=tuple(gone.values()), left=tuple(gone))


def _known_listings(store: Store) -> dict[str, bytes]:
    return {
        name.removeprefix(_FOLDER): blob for name, blob in notes.read_notes(store, _FOLDER).items()
    }


def _young_files(store: Store) -> set[str]:
    """The files whose times proved nothing when the folders were noted."""
    packed = notes.read_note(store, "young") or b""
    return set(packed.decode("utf-8", "surrogateescape").split("\0")) - {""}


def _touched_files(
    base: str, root: str, store: Store, seen: witness.Observation
) -> list[str] | None:
    """The files below a root that don't stand as they stood, from that root; None where that
    can't be told.
    """
    known = {
        witness.absolute_path(base, name): blob for name, blob in _known_listings(store).items()
    }
    young = (witness.absolute_path(base, path) for path in _young_files(store))
    files = {path for path in (*young, *seen.fresh) if _lies_below(path, root)}
    for folder in filter(partial(_lies_below, root=root), known.keys() | seen.listings.keys()):
        lines = _differing_lines(known.get(folder, b""), seen.listings.get(folder, b""))
        for name in _listed_names(lines):
            if name is None:
                return None
            files.add(os.path.join(folder, name))  # noqa: PTH118 - as text
    return sorted(os.path.relpath(file, root) for file in files)


def _differing_lines(old: bytes, new: bytes) -> set[bytes]:
    """The lines that one of two listings has and the other hasn't."""
    return set(old.split(b"\n")) ^ set(new.split(b"\n"))


def _listed_names(lines: set[bytes]) -> Iterator[str | None]:
    """The names that listings' lines begin with; None for what is no such line, or tells of an
    error.
    """
    for line in lines - {b""}:
        name, mark, stamp = line.partition(b"\0")
        good = mark and name and not stamp.startswith(b"error")
        yield name.decode("utf-8", "surrogateescape") if good else None
