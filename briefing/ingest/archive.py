"""Zip files: archives of articles, and the office documents that are zip files themselves."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import (
    RefusedPart,
    UnpackBudget,
    leads_to_target,
    may_be_article,
    part_item,
    part_locator,
)

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
"""What reading a broken zip file may raise."""

_MOST_IN_PART = 20_000_000
_BOMB = 300  # times by which a part may grow when it is unpacked
_SMALL = 2_000_000  # bytes up to which any growth is fine
_ENCRYPTED = 1
_OFFICE = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an e-book",
    "AndroidManifest.xml": "a program",
    "META-INF/MANIFEST.MF": "a program",
}


def archive_kind(data: bytes) -> Literal["docx", "zip"] | Unreadable:
    """Say whether zipped bytes are a Word document or an archive, or why they are neither."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except DAMAGED:
        return Unreadable(reason="a damaged or truncated zip file")
    if "word/document.xml" in names:
        return "docx"
    what = next((what for name, what in _OFFICE.items() if name in names), None)
    if what:
        return Unreadable(reason=f"not an article: its content is {what}")
    return "zip" if names else Unreadable(reason="an empty zip file")


def archive_members(
    item: Item, budget: UnpackBudget, target: str | None = None
) -> Iterator[Item | RefusedPart]:
    """Give the files in an archive, in order of their names, or the one that is or holds `target`.

    Nothing is written anywhere.
    """
    archive = _open_archive(item.data)
    for info in archive.infolist():
        if info.is_dir() or not may_be_article(info.filename):
            continue
        place = part_locator(item, info.filename, budget)
        if not leads_to_target(place, target):
            continue
        data = unpack_part(archive, info, budget)
        if isinstance(data, Unreadable):
            yield RefusedPart(locator=place, path=place, size=info.file_size, reason=data.reason)
        else:
            yield part_item(item, place, data)


@lru_cache(maxsize=1)
def _open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive; the last one is kept, since its parts are asked for one by one."""
    return zipfile.ZipFile(io.BytesIO(data))


def unpack_part(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: UnpackBudget
) -> bytes | Unreadable:
    """Give the bytes of one part, or why it is not unpacked."""
    if info.flag_bits & _ENCRYPTED:
        return Unreadable(reason="encrypted: it needs a password")
    if info.file_size > _SMALL and info.file_size > _BOMB * max(1, info.compress_size):
        return Unreadable(
            reason=f"a zip bomb: {info.compress_size:,} bytes that unpack to {info.file_size:,}"
        )
    if info.file_size > _MOST_IN_PART:
        return Unreadable(
            reason=f"too large: {info.file_size / 1e6:.0f} MB, of at most {_MOST_IN_PART / 1e6:.0f} MB"
        )
    if not budget.take(info.file_size):
        return Unreadable(reason="not unpacked: the archive holds too much")
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except DAMAGED:
        return Unreadable(reason="damaged inside its zip file")
    if len(data) > info.file_size:
        return Unreadable(reason="a zip bomb: it unpacks to more than it says")
    return data
