"""Where the bytes and the texts of sources may lie, and the editions that keep them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing import digest
from briefing.errors import WorkError
from briefing.ingest import Found, Reader, original_file
from briefing.ingest.unpack import MOST_IN_CONTAINER
from briefing.model import Brief, Document, Quarantined
from briefing.render.json import BrokenBrief, decode_brief
from briefing.state import editions
from briefing.state.manifest import content_of
from briefing.state.regular import is_regular, read_regular

_BRIEFS = 2  # that are kept read: most often one file lies beside its edition, of the same bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSource:
    """A source as a brief describes it, where its bytes or its text may lie, and the user's own
    readers. `bound` says that the config at hand is the brief's: then what lies where it says is
    the source, and no copy beside the brief.
    """

    document: Document
    path: Path
    base: Path
    shelves: tuple["TextShelf", ...]
    readers: tuple[Reader, ...] = ()
    bound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShelf:
    """An edition that keeps texts, and how the brief in it describes its sources: none where it has
    no brief that its manifest vouches for.
    """

    kept: editions.Kept
    sources: frozenset[Document]

    def text_of(self, document: Document) -> Path | None:
        """Where the text of a source lies here, as the manifest has it."""
        name = self.kept.documents.get(document.id)
        content = None if name is None else content_of(self.kept.folder, name)
        if name is None or content is None or digest.of_bytes(content) != self.kept.files.get(name):
            return None
        return self.kept.folder / name


def keeping_editions(path: Path) -> Iterator[TextShelf]:
    """The editions that may keep sources' texts: the one the brief is of, or those beside it,
    newest first.
    """
    shelf = path.parent / editions.FOLDER
    beside = [shelf / f"{number:04d}" for number in reversed(editions.kept_numbers(path.parent))]
    for folder in [path.parent] if (path.parent / editions.MANIFEST).exists() else beside:
        try:
            kept = editions.read_manifest(folder)
        except WorkError:
            continue
        found = read_record(folder)
        entries = found[1].sources if found else ()
        yield TextShelf(
            kept=kept,
            sources=frozenset(one.document for one in entries if one.document is not None),
        )


def file_standing(asked: AskedSource) -> str:
    """Say what became of a source's own file, the first that lies where it may: "same", "edited"
    or, where only an edition has it, "kept".
    """
    file = next(filter(is_regular, original_files(asked)), None)
    if file is None:
        return "kept"
    return "edited" if read_same_bytes(file, asked.document) is None else "same"


def read_same_bytes(file: Path, document: Document) -> bytes | None:
    """The bytes of a file where they are those that were read."""
    try:
        data = read_regular(file, MOST_IN_CONTAINER)
    except OSError:
        return None
    return data if digest.of_bytes(data) == document.revision else None


def found_file(document: Document | Quarantined, file: Path, size: int) -> Found:
    """A source's file as a folder would have found it."""
    return Found(
        locator=document.locator,
        path=document.path or document.locator,
        file=file,
        size=size,
        mtime_ns=0,
    )


def original_files(asked: AskedSource) -> Iterator[Path]:
    """Where the source itself may lie: below the config's folder, or beside the brief."""
    wanted = asked.document.path or asked.document.locator
    for folder in (asked.base, asked.path.parent, asked.path.parent.parent):
        file = original_file(folder, wanted)
        if file.resolve().is_relative_to(folder.resolve()):
            yield file
        if asked.bound and is_regular(file):
            return


def kept_texts(asked: AskedSource) -> Iterator[Path]:
    """Where editions keep the source's text."""
    found = (shelf.text_of(asked.document) for shelf in asked.shelves)
    yield from (file for file in found if file is not None)


def read_record(folder: Path) -> tuple[editions.Kept, Brief] | None:
    """An edition's manifest and brief; None where it has none, or one that its manifest
    doesn't have.
    """
    try:
        kept = editions.read_manifest(folder)
        data = content_of(folder, "brief.json")
        same = data is not None and digest.of_bytes(data) == kept.files.get("brief.json")
        return (kept, decode_once(data)) if data is not None and same else None
    except (WorkError, BrokenBrief):
        return None


@lru_cache(maxsize=_BRIEFS)
def decode_once(data: bytes) -> Brief:
    """The brief of a brief.json's bytes; see `decode_brief`. Pure, so it is kept."""
    return decode_brief(data)
