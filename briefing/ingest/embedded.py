"""Pages that a Word document holds whole (`altChunk`): Word shows them as part of the text."""

import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.ingest import archive, charset, officexml
from briefing.ingest.decode import Undecodable
from briefing.ingest.html import hiding, raised, styled, visible
from briefing.ingest.html.depth import too_deep
from briefing.ingest.html.visible import Block
from briefing.ingest.item import Unreadable
from briefing.ingest.sniff import is_markup

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}altChunk"
_RELATIONS = "word/_rels/document.xml.rels"
_UNREAD = "the document embeds another one that is not read"
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The lines of embedded pages by the number of their relation, and why others are not read."""

    lines: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    unread: str = ""


def embedded_pages(opened: zipfile.ZipFile, body: "etree._Element") -> Embedded:
    """Read the HTML pages that `body` embeds; of other embedded documents only say that they are
    there.
    """
    if body.find(f".//{_CHUNK}") is None:
        return Embedded()
    found: dict[str, Sequence[Block]] = {}
    targets = list(_embedded_targets(opened).items())[:_MOST]
    for number, name in targets:
        lines = _read_page(opened, name)
        if lines is not None:
            found[number] = lines
    return Embedded(lines=found, unread="" if len(found) == len(targets) and found else _UNREAD)


def _embedded_targets(opened: zipfile.ZipFile) -> dict[str, str]:
    """The parts that hold embedded documents, by the number of their relation."""
    if _RELATIONS not in opened.namelist():
        return {}
    data = archive.unpack_part(opened, opened.getinfo(_RELATIONS))
    if isinstance(data, Unreadable) or b"<!" in data:
        return {}
    root = officexml.parse_xml(data)
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("word", one.get("Target", "")))
        for one in (() if root is None else root)
        if one.get("Type", "").endswith("/aFChunk") and one.get("TargetMode") != "External"
    }


def _read_page(opened: zipfile.ZipFile, name: str) -> Sequence[Block] | None:
    """The lines of one embedded page, or None where it is none."""
    name = name.lstrip("/")
    data = archive.unpack_part(opened, opened.getinfo(name)) if name in opened.namelist() else b""
    if isinstance(data, Unreadable) or not data:
        return None
    decoded = charset.decode_markup(data, None)
    if isinstance(decoded, Undecodable) or not is_markup(decoded.text) or too_deep(decoded.text):
        return None
    tree = visible.parse_page(decoded.text)
    style = styled.read_style(tree)
    hiding.remove_hidden(tree, style)
    raised.take_raised(tree, style.css)
    return visible.visible_blocks(tree)
