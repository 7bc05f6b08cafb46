"""E-books (EPUB): each chapter a page of its own, in the order of reading."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefing.ingest import archive
from briefing.ingest.html import values
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.officexml import parse_xml
from briefing.ingest.parts import ContainerPart
from briefing.model import Known

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


def list_parts(item: Item) -> list[ContainerPart]:
    """The chapters of a book, each with the author and day that the book states; none where it
    is damaged.
    """
    opened = zipfile.ZipFile(io.BytesIO(item.data))
    names = {info.filename: info for info in opened.infolist()}
    package = _read_package(opened)
    if package is None:
        return []
    place, root = package
    said = _stated_facts(root)
    return [
        ContainerPart(
            name=name,
            size=names[name].file_size,
            take=partial(archive.unpack_part, opened, names[name]),
            said=said,
        )
        for name in _chapter_names(root, place)
        if name in names
    ]


def _read_package(opened: zipfile.ZipFile) -> "tuple[str, etree._Element] | None":
    """The file that says what the book consists of, with its place."""
    container = _parse_part(opened, _CONTAINER)
    if container is None:
        return None
    found = next((one for one in container.iter("{*}rootfile") if one.get("full-path")), None)
    place = found.get("full-path") or "" if found is not None else ""
    root = _parse_part(opened, place)
    return (place, root) if root is not None else None


def _parse_part(opened: zipfile.ZipFile, name: str) -> "etree._Element | None":
    try:
        data = archive.unpack_part(opened, opened.getinfo(name))
    except KeyError:
        return None
    return None if isinstance(data, Unreadable) else parse_xml(data)


def _chapter_names(root: "etree._Element", place: str) -> Iterator[str]:
    """The names of the chapters' files in the order of reading, each once."""
    held = {
        one.get("id"): one.get("href") or ""
        for one in root.iter("{*}item")
        if one.get("media-type") in _PAGES and "nav" not in (one.get("properties") or "").split()
    }
    order = (held.get(one.get("idref"), "") for one in root.iter("{*}itemref"))
    folder = posixpath.dirname(place)
    paths = (posixpath.normpath(posixpath.join(folder, unquote(one))) for one in order if one)
    yield from dict.fromkeys(paths)


def _stated_facts(root: "etree._Element") -> dict[str, Known]:
    found = {
        "author": values.clean_value(root.findtext(f".//{_DC}creator") or ""),
        "outlet": values.clean_value(root.findtext(f".//{_DC}publisher") or ""),
        "published": values.declared_day(root.findtext(f".//{_DC}date") or "") or "",
    }
    return {
        name: Known(value=value, basis="stated", note="the book")
        for name, value in found.items()
        if value
    }
