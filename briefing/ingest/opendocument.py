"""OpenDocument text (.odt): paragraphs, headings and tables in their order."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.ingest import archive, officexml
from briefing.ingest.clean.page import read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.item import Content, Item, Unreadable
from briefing.model import Known, Mark

if TYPE_CHECKING:
    from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HEADING, _ROW, _CELL = f"{_TEXT}h", f"{_TABLE}table-row", f"{_TABLE}table-cell"
_PARAGRAPHS = frozenset({f"{_TEXT}p", _HEADING})
_SKIPPED = frozenset(
    {
        *(f"{_TEXT}{name}" for name in ("tracked-changes", "note-citation", "ruby-text")),
        *(
            f"{_TEXT}{name}"
            for name in ("table-of-content", "alphabetical-index", "sequence-decls")
        ),
        *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")),
    }
)
_HOLDING_BACK = _SKIPPED | {_ROW}  # what stands in these is no line of its own
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_NOTE = f"{_TEXT}note"
_DAMAGED = Unreadable(reason="a damaged or truncated OpenDocument file")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    text: str
    is_heading: bool = False


def content(item: Item) -> Content | Unreadable:
    """The text of an OpenDocument text file, one line for each paragraph or row of a table.

    Comments and deleted words are not part of it; footnotes follow at the end. Nothing outside the
    file is opened, and a document that declares entities is refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(item.data)) as opened:
            body = _read_part(opened, "content.xml")
            about = _read_part(opened, "meta.xml") if "meta.xml" in opened.namelist() else None
    except archive.DAMAGED:
        return _DAMAGED
    if isinstance(body, Unreadable):
        return body
    blocks = [*_read_blocks(body, notes=False), *_read_blocks(body, notes=True)]
    if not blocks:
        return Unreadable(reason="the document holds no text")
    return _join_blocks(blocks, _stated_facts(about))


def _read_part(opened: zipfile.ZipFile, name: str) -> "etree._Element | Unreadable":
    data = archive.unpack_part(opened, opened.getinfo(name))
    if isinstance(data, Unreadable):
        return data
    root = officexml.parse_xml(data)
    return _DAMAGED if root is None else root


def _read_blocks(root: "etree._Element", *, notes: bool) -> Iterator[_Block]:
    """The paragraphs of the text, or those of its notes; a row of a table is one."""
    for node in root.iter(*_PARAGRAPHS, _ROW):
        above = {one.tag for one in node.iterancestors()}
        if (_NOTE in above) != notes or not _HOLDING_BACK.isdisjoint(above):
            continue
        if node.tag == _ROW:
            lines = [_row_words(node)]
        else:
            lines = [" ".join(part.split()) for part in _element_words(node).split("\n")]
        for words in filter(None, lines):
            yield _Block(text=words, is_heading=node.tag == _HEADING)


def _row_words(row: "etree._Element") -> str:
    """The words of a table's row, its cells parted by tabs; empty ones are left out."""
    cells = (" ".join(_element_words(cell).split()) for cell in row.iter(_CELL))
    return "\t".join(filter(None, cells))


def _element_words(node: "etree._Element") -> str:
    """The words inside an element, without notes and what is no text."""
    pieces: list[str] = []
    waiting: list[etree._Element | str] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        pieces.append(_SPACES.get(str(one.tag), ""))
        inner: list[etree._Element | str] = [one.text or ""]
        for child in one:
            shown = isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _NOTE
            inner += [child] if shown else []
            inner.append((" " if child.tag in _PARAGRAPHS else "") + (child.tail or ""))
        waiting += reversed(inner)
    return "".join(pieces)


def _stated_facts(about: "etree._Element | Unreadable | None") -> dict[str, Known]:
    """The title that the document's properties state."""
    if about is None or isinstance(about, Unreadable):
        return {}
    title = " ".join((about.findtext(f".//{_DC}title") or "").split())
    return {"title": Known(value=title, basis="stated", note="the properties")} if title else {}


def _join_blocks(blocks: list[_Block], facts: dict[str, Known]) -> Content:
    lines, marks, at = [], [], 0
    for one in blocks:
        end = at + len(one.text)
        if one.is_heading:
            marks.append(Mark(start=at, end=end, kind="heading", reason="is set as a heading"))
        lines.append(read_line(one.text, at))
        at = end + 1
    whole = "\n".join(one.text for one in blocks)
    return read_statements(
        Content(text=whole, encoding="utf-8", lines=tuple(lines), marks=tuple(marks), facts=facts)
    )
