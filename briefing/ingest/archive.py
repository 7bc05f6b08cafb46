"""Zip files: archives of articles, and the office documents that are zip files themselves."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from functools import partial
from typing import Literal

from briefing.ingest import page_folders
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import ContainerPart, may_be_article

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)
"""What reading a broken zip file may raise."""

_MOST_IN_PART = 20_000_000
_BOMB = 300  # times by which a part may grow when it is unpacked
_SMALL = 2_000_000  # bytes up to which any growth is fine
_ENCRYPTED = 1
ZipKind = Literal["docx", "odt", "epub", "zip"]


def _no_article(what: str) -> Unreadable:
    return Unreadable(reason=f"not an article: its content is {what}")


_BOOK = "META-INF/container.xml"
_BY_PART: Mapping[str, ZipKind | Unreadable] = {
    "word/document.xml": "docx",
    _BOOK: "epub",
    "xl/workbook.xml": _no_article("a spreadsheet"),
    "ppt/presentation.xml": _no_article("a presentation (save it as PDF)"),
    "Index/Document.iwa": _no_article("a Pages document (save it as PDF or .docx)"),
    "FixedDocumentSequence.fdseq": _no_article("an XPS document (save it as PDF)"),
    "AndroidManifest.xml": _no_article("a program"),
    "META-INF/MANIFEST.MF": _no_article("a program"),
}  # by the part that tells it; the first that is there counts
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_KINDS: Mapping[bytes, ZipKind | Unreadable] = {
    b"text": "odt",
    b"spreadsheet": _no_article("a spreadsheet"),
    b"presentation": _no_article("a presentation (save it as PDF)"),
    b"": _no_article("a drawing"),
}  # by the beginning of what follows in the declared type


def archive_kind(data: bytes) -> ZipKind | Unreadable:
    """Say which document zipped bytes are, whether they are an archive, or why they are neither."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            declared = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except DAMAGED:
        return Unreadable(reason="a damaged or truncated zip file")
    if declared.startswith(_OPEN_DOCUMENT) and _BOOK not in names:
        return _kind_of_open_document(declared.removeprefix(_OPEN_DOCUMENT))
    told = (_BY_PART[part] for part in _BY_PART if part in names)
    return next(told, "zip" if names else Unreadable(reason="an empty zip file"))


def _kind_of_open_document(named: bytes) -> ZipKind | Unreadable:
    return next(kind for beginning, kind in _OPEN_KINDS.items() if named.startswith(beginning))


def list_parts(item: Item) -> list[ContainerPart]:
    """The files in an archive that may be articles; nothing is written anywhere.

    Raises one of `DAMAGED` where the archive can't be opened.
    """
    archive = zipfile.ZipFile(io.BytesIO(item.data))
    pages = page_folders.page_stems(archive.namelist())
    return [
        ContainerPart(
            name=info.filename, size=info.file_size, take=partial(unpack_part, archive, info)
        )
        for info in archive.infolist()
        if not info.is_dir()
        and may_be_article(info.filename)
        and not page_folders.lies_beside_page(info.filename, pages)
    ]


def unpack_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | Unreadable:
    """The bytes of one part, or why it is not unpacked."""
    if info.flag_bits & _ENCRYPTED:
        return Unreadable(reason="encrypted: it needs a password")
    if info.file_size > _SMALL and info.file_size > _BOMB * max(1, info.compress_size):
        return Unreadable(
            reason=f"a zip bomb: {info.compress_size:,} bytes that unpack to {info.file_size:,}"
        )
    if info.file_size > _MOST_IN_PART:
        return Unreadable(
            reason=f"too large: {info.file_size / 1e6:.0f} MB, of at most "
            f"{_MOST_IN_PART / 1e6:.0f} MB"
        )
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except DAMAGED:
        return Unreadable(reason="damaged inside its zip file")
    if len(data) > info.file_size:
        return Unreadable(reason="a zip bomb: it unpacks to more than it says")
    return data
