"""The XML of an Atom feed (RFC 4287)."""

from collections.abc import Mapping, Sequence

from lxml import etree

from briefing.render import media
from briefing.render.feed_entry import FeedEntry, FeedHead, listed_files, name_entry, name_feed

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES: Mapping[str | None, str] = {None: _ATOM}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NEVER = "1970-01-01T00:00:00Z"  # the time of a feed in which there is nothing yet


def write_atom(head: FeedHead, entries: Sequence[FeedEntry], link: str, name: str) -> bytes:
    """The feed with its entries as they come. `link` is the address of the folder in which it is
    published as `name`, "" where addresses are relative to it.
    """
    # The stubs forget that a name space may have no prefix.
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMES)  # type: ignore[arg-type]
    root.set(_LANGUAGE, head.language)
    _add(root, "id", name_feed(head))
    _add(root, "title", head.title)
    _add(root, "updated", max((one.released for one in entries), default=_NEVER))
    _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", head.author)
    etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=link + name)
    if head.marking:
        etree.SubElement(root, f"{{{_ATOM}}}category", term=head.marking)
    for entry in entries:
        _add_entry(etree.SubElement(root, f"{{{_ATOM}}}entry"), head, entry, link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add_entry(node: etree._Element, head: FeedHead, entry: FeedEntry, link: str) -> None:
    _add(node, "id", name_entry(head, entry))
    _add(node, "title", entry.title)
    _add(node, "updated", entry.released)
    _add(node, "published", entry.released)
    for number, (name, path) in enumerate(listed_files(entry)):
        found = etree.SubElement(node, f"{{{_ATOM}}}link", href=link + path)
        found.set("rel", "related" if number else "alternate")
        found.set("type", media.find_type(name))
    _add(node, "summary", entry.summary)
    _add(node, "content", entry.content).set("type", "html")


def _add(parent: etree._Element, tag: str, text: str) -> etree._Element:
    node = etree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    node.text = text
    return node
