"""Word documents: paragraphs and tables in their order, as a reader sees them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from briefing.ingest import archive, asides, embedded, officexml, raising, titles
from briefing.ingest.asides import Aside
from briefing.ingest.clean.page import read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.html.values import clean_value
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Content, Item, Unreadable
from briefing.language import late, unseen
from briefing.model import Known, Mark, Span

_Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE = "docProps/core.xml"
_EDGE = late.pattern(r"word/(?:header|footer)\d*\.xml")
_SKIPPED = frozenset(
    f"{_W}{name}" for name in "del moveFrom instrText delText pPr sectPr tblPr trPr tcPr rt".split()
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_ROW = f"{_W}tr"
_HOLDING_BACK = _SKIPPED | {_ROW}  # what stands in these is no line of its own
_TEXTS = frozenset({f"{_W}t", f"{_M}t"})
_SIGNS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": " ",
    f"{_W}ptab": " ",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "",
}
_SET = {f"{_M}sup": "power", f"{_M}sub": "lowered"}
_NOTE_STYLE = late.pattern(r"(?:foot|end)note-?(?:reference|anchor)", re.IGNORECASE)
_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
_SMALLEST = 4  # half points; smaller type can't be read
_OFF = frozenset({"0", "false", "off", "none"})
_DAMAGED = Unreadable(reason="a damaged or truncated Word document")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    text: str
    style: str = ""
    beside: tuple[Aside, ...] = ()


def content(item: Item) -> Content | Unreadable:
    """The text of a Word document, one line for each paragraph or row of a table.

    Notes, footnotes before endnotes, follow the text; heads and feet of its pages stand at the end,
    marked. What was deleted under "track changes", fields' code and hidden type are not part of it,
    and neither are note marks and struck-out words, which are marked where they stood. Nothing
    outside the file is opened, and a document that declares entities is refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(item.data)) as opened:
            return _join_paragraphs(opened)
    except archive.DAMAGED:
        return _DAMAGED


def _join_paragraphs(opened: zipfile.ZipFile) -> Content | Unreadable:
    body = _read_part(opened, "word/document.xml")
    if isinstance(body, Unreadable):
        return body
    found = embedded.embedded_pages(opened, body)
    paragraphs = list(_read_paragraphs(body, found.lines))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        paragraphs += _of_part(opened, name)
    if not paragraphs:
        return Unreadable(reason=found.unread or "the document holds no text")
    edges = sorted(name for name in opened.namelist() if _EDGE.fullmatch(name))
    running = dict.fromkeys(one.text for name in edges for one in _of_part(opened, name))
    return _set_paragraphs(paragraphs, tuple(running), _stated_title(opened), found.unread)


def _of_part(opened: zipfile.ZipFile, name: str) -> list[_Paragraph]:
    """The paragraphs of a part beside the text; none where there is no such part, or a damaged
    one.
    """
    root = _read_part(opened, name) if name in opened.namelist() else None
    return list(_read_paragraphs(root, {})) if isinstance(root, _Element) else []


def _stated_title(opened: zipfile.ZipFile) -> Known | None:
    """The title that the file's properties state, unless a program put it there."""
    root = _read_part(opened, _CORE) if _CORE in opened.namelist() else None
    stated_title = root.findtext(f"{_DC}title") if isinstance(root, _Element) else None
    title = clean_value(stated_title or "")
    if not titles.is_written(title):
        return None
    return Known(value=title, basis="stated", note="the document's own title")


def _read_part(opened: zipfile.ZipFile, name: str) -> _Element | Unreadable:
    data = archive.unpack_part(opened, opened.getinfo(name))
    if isinstance(data, Unreadable):
        return data
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return Unreadable(
            reason="the document declares entities of its own: no word processor writes that"
        )
    root = officexml.parse_xml(data)
    return _DAMAGED if root is None else root


def _read_paragraphs(root: _Element, pages: Mapping[str, Sequence[Block]]) -> Iterator[_Paragraph]:
    """The paragraphs of a part; a table gives one for each row, its cells parted by tabs.

    `pages` are the lines of embedded pages by the number of their relation.
    """
    for node in root.iter(f"{_W}p", _ROW, f"{_W}altChunk"):
        if any(above.tag in _HOLDING_BACK for above in node.iterancestors()):
            continue
        if node.tag == f"{_W}altChunk":
            for block in pages.get(node.get(f"{_R}id", ""), ()):
                yield _Paragraph(text=block.text, style=block.kind, beside=block.asides)
        elif node.tag == _ROW:
            yield from _split_paragraph(_row_text(node))
        else:
            named = _set_value(node, f"pPr/{_W}pStyle").casefold()
            for part in _paragraph_text(node).split("\n"):
                yield from _split_paragraph(" ".join(part.split()), named)


def _row_text(row: _Element) -> str:
    """The words of a table's row, its cells parted by tabs; empty ones are left out."""
    cells = (
        " ".join(word for p in cell.iter(f"{_W}p") for word in _paragraph_text(p).split())
        for cell in row.iter(f"{_W}tc")
    )
    return "\t".join(filter(None, cells))


def _split_paragraph(text: str, style: str = "") -> Iterator[_Paragraph]:
    """The paragraph that a line is, without what is set aside; none where nothing is left."""
    plain, beside = asides.cut_asides(unseen.strip_unseen(text))
    if plain.strip():
        yield _Paragraph(text=plain, style=style, beside=beside)


def _paragraph_text(paragraph: _Element) -> str:
    """The words of a paragraph, those set aside between signs."""
    pieces: list[str] = []
    waiting = [(node, "") for node in reversed(paragraph)]
    while waiting:
        node, look = waiting.pop()
        if node.tag in _SIGNS:
            pieces.append(_SIGNS[node.tag])
        elif node.tag in _TEXTS:
            pieces.append(_shown_text(node.text or "", look, "".join(pieces[-2:])))
        elif _is_shown(node):
            if node.tag == f"{_M}den":
                pieces.append("/")
            inner = _element_look(node) or look
            waiting += [(child, inner) for child in reversed(node)]
    return "".join(pieces)


def _is_shown(node: _Element) -> bool:
    """Whether what an element of a paragraph holds is part of the paragraph's words."""
    if node.tag in _SKIPPED or node.tag == f"{_W}p":
        return False
    return node.tag != f"{_W}r" or not _is_hidden(node)


def _element_look(node: _Element) -> str:
    """How the text of an element is set: struck, note (by its style), raised, lowered, or as usual
    ("").
    """
    if node.tag in _SET:
        return _SET[node.tag]
    look = node.find(f"{_W}rPr") if node.tag == f"{_W}r" else None
    if look is None:
        return ""
    if _is_switched_on(look, "strike") or _is_switched_on(look, "dstrike"):
        return "struck"
    if _NOTE_STYLE.fullmatch(_set_value(look, "rStyle")):
        return "note"
    return "raised" if _set_value(look, "vertAlign") == "superscript" else ""


def _shown_text(text: str, look: str, before: str) -> str:
    """Text as it is set: between signs where it is set aside, raised where it is a power."""
    plain = asides.strip_signs(text)
    if not plain.strip() or not look:
        return plain
    if look == "lowered":
        return raising.lower_figures(plain)
    if look == "struck":
        return f"{asides.STRUCK}{plain}{asides.STRUCK}"
    verdict = "note" if look == "note" else raising.decide_raised(asides.drop_asides(before), plain)
    if look == "power" or verdict in {"power", "open"}:
        return raising.raise_figures(plain)
    return f"{asides.NOTE}{plain}{asides.NOTE}" if verdict == "note" else plain


def _is_hidden(run: _Element) -> bool:
    look = run.find(f"{_W}rPr")
    if look is None:
        return False
    size = _set_value(look, "sz")
    if _is_switched_on(look, "vanish") or (size.isdigit() and int(size) < _SMALLEST):
        return True
    grounds = (look.find(f"{_W}{name}") for name in ("shd", "highlight"))
    on_white = all(ground is None for ground in grounds)
    return on_white and _set_value(look, "color").upper() in _WHITE


def _is_switched_on(look: _Element, name: str) -> bool:
    """Whether a switch of a run is there and not off: one without a value is on."""
    switch = look.find(f"{_W}{name}")
    return switch is not None and switch.get(f"{_W}val", "true") not in _OFF


def _set_value(look: _Element, name: str) -> str:
    """What a run's setting is set to, "" where it isn't."""
    setting = look.find(f"{_W}{name}")
    return "" if setting is None else setting.get(f"{_W}val") or ""


def _set_paragraphs(
    paragraphs: Sequence[_Paragraph], running: Sequence[str], title: Known | None, unread: str
) -> Content:
    """Put the paragraphs together, and behind them the heads and feet of the pages, marked."""
    lines, marks, at = [], [], 0
    facts: dict[str, Known] = {}
    for one in paragraphs:
        span = Span(start=at, end=at + len(one.text))
        at = span.end + 1
        kind = _style_kind(one.style)
        marks += asides.aside_marks(one.beside, span.start)
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
    for words in running:
        marks.append(
            Mark(
                start=at, end=at + len(words), kind="repeat", reason="runs at the edge of the pages"
            )
        )
        at += len(words) + 1
    if title is not None:
        facts.setdefault("title", title)
    text = "\n".join((*(one.text for one in paragraphs), *running))
    return read_statements(
        Content(
            text=text,
            encoding="utf-8",
            lines=tuple(lines),
            marks=tuple(marks),
            facts=facts,
            caveats=(unread,) if unread else (),
        )
    )


def _style_kind(style: str) -> str:
    if style.startswith("heading") or style == "subtitle":
        return "heading"
    return {"title": "title", "caption": "caption"}.get(style, "")
