"""Word documents: paragraphs and tables in their order, as a reader sees them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.ingest import archive
from briefing.ingest.clean.page import read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.parts import UnpackBudget
from briefing.model import Known, Mark, Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {
        f"{_W}{name}"
        for name in (
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "pPr",
            "sectPr",
            "tblPr",
            "trPr",
            "tcPr",
        )
    }
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
_SMALLEST = 4  # half points; smaller type can't be read
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    text: str
    style: str = ""


def content(item: Item) -> Content | Unreadable:
    """Give the text of a Word document, one line for each paragraph or row of a table.

    What was deleted under "track changes", fields' code and hidden type are not part of it. Nothing
    outside the file is opened, and a document that declares entities is refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(item.data)) as opened:
            body = _read_part(opened, "word/document.xml")
            notes = (
                _read_part(opened, "word/footnotes.xml")
                if "word/footnotes.xml" in opened.namelist()
                else None
            )
    except archive.DAMAGED:
        return Unreadable(reason="a damaged or truncated Word document")
    if isinstance(body, Unreadable):
        return body
    paragraphs = list(_read_paragraphs(body))
    if isinstance(notes, etree._Element):  # noqa: SLF001 - lxml names its element type so
        paragraphs += _read_paragraphs(notes)
    if not paragraphs:
        return Unreadable(reason="the document holds no text")
    return _join_paragraphs(paragraphs)


def _read_part(opened: zipfile.ZipFile, name: str) -> "etree._Element | Unreadable":
    data = archive.unpack_part(opened, opened.getinfo(name), UnpackBudget())
    if isinstance(data, Unreadable):
        return data
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return Unreadable(
            reason="the document declares entities of its own: no word processor writes that"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return Unreadable(reason="a damaged or truncated Word document")


def _read_paragraphs(root: "etree._Element") -> Iterator[_Paragraph]:
    """Give the paragraphs of a part; a table gives one for each row, its cells parted by tabs."""
    tables: set[etree._Element] = set()
    for node in root.iter(f"{_W}p", f"{_W}tr"):
        inside = next((above for above in node.iterancestors(f"{_W}tr") if above in tables), None)
        if inside is not None or any(above.tag in _SKIPPED for above in node.iterancestors()):
            continue
        if node.tag == f"{_W}tr":
            tables.add(node)
            cells = (
                " ".join(" ".join(_paragraph_text(p).split()) for p in cell.iter(f"{_W}p"))
                for cell in node.iter(f"{_W}tc")
            )
            row = "\t".join(text for cell in cells if (text := " ".join(cell.split())))
            if row:
                yield _Paragraph(text=row)
            continue
        style = node.find(f"{_W}pPr/{_W}pStyle")
        named = (style.get(f"{_W}val") or "").casefold() if style is not None else ""
        for part in _paragraph_text(node).split("\n"):
            text = " ".join(part.split())
            if text:
                yield _Paragraph(text=text, style=named)


def _paragraph_text(paragraph: "etree._Element") -> str:
    pieces: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in _BREAKS:
            pieces.append("\n")
        elif node.tag == f"{_W}tab":
            pieces.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            pieces.append("\u2011")
        elif (
            node.tag not in _SKIPPED
            and node.tag != f"{_W}p"
            and not (node.tag == f"{_W}r" and _is_hidden(node))
        ):
            waiting.append(iter(node))
    return "".join(pieces)


def _is_hidden(run: "etree._Element") -> bool:
    look = run.find(f"{_W}rPr")
    if look is None:
        return False
    vanish, colour, size = (look.find(f"{_W}{name}") for name in ("vanish", "color", "sz"))
    if vanish is not None and vanish.get(f"{_W}val", "true") not in _OFF:
        return True
    if (
        size is not None
        and (size.get(f"{_W}val") or "").isdigit()
        and int(size.get(f"{_W}val") or 0) < _SMALLEST
    ):
        return True
    ground = look.find(f"{_W}shd") is not None or look.find(f"{_W}highlight") is not None
    return colour is not None and (colour.get(f"{_W}val") or "").upper() in _WHITE and not ground


def _join_paragraphs(paragraphs: list[_Paragraph]) -> Content:
    lines, marks, at = [], [], 0
    facts: dict[str, Known] = {}
    for one in paragraphs:
        span = Span(start=at, end=at + len(one.text))
        at = span.end + 1
        kind = _style_kind(one.style)
        if kind:
            marks.append(
                Mark(start=span.start, end=span.end, kind=kind, reason=f"is set as a {kind}")
            )
        if kind == "title" and "title" not in facts:
            value = one.text.replace("\t", " ")
            facts["title"] = Known(
                value=value, basis="stated", note="set as the title", evidence=(span,)
            )
        lines.append(read_line(one.text, span.start))
    text = "\n".join(one.text for one in paragraphs)
    return read_statements(
        Content(text=text, encoding="utf-8", lines=tuple(lines), marks=tuple(marks), facts=facts)
    )


def _style_kind(style: str) -> str:
    if style.startswith("heading") or style == "subtitle":
        return "heading"
    return {"title": "title", "caption": "caption"}.get(style, "")
