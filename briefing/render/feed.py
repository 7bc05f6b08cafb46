"""Feeds of released editions, for readers of feeds: Atom (RFC 4287) and JSON Feed 1.1.

Each edition is one entry: what is new in it as content, with links to its page and its PDF. A feed
is a static file beside the brief; where it is published, `link` says, else links are relative to
the file itself.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from briefing import digest
from briefing.model import Artifact
from briefing.render import media

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES: Mapping[str | None, str] = {None: _ATOM}
_VERSION = "https://jsonfeed.org/version/1.1"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Names of entries come of these, so that they stay the same whoever makes the feed anew.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.rfc-editor.org/rfc/rfc4287")
# The files that an entry leads to, the page first.
_LISTED = ("brief.html", "brief.pdf", "brief.docx", "brief.md", "brief.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A released edition: its files' paths beside the feed by their names; `released` is
    ISO 8601 UTC.

    `content` is HTML of our own, `summary` the same in one line of plain text.
    """

    title: str
    fingerprint: str
    released: str
    summary: str
    content: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What a feed says of itself. `author` is the brief's contact, or its title without one."""

    title: str
    slug: str
    language: str
    author: str
    marking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """An Atom feed of released editions. `link` is the address at which the output folder is
    published, to be given where readers of the feed need whole addresses.
    """

    name: str = "feed.atom"
    link: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a `link` that nothing can be appended to."""
        _check_link(self.link)

    def __call__(self, head: FeedHead, entries: Sequence[FeedEntry], /) -> Artifact:
        """The feed with the entries as they come, newest first; the same entries give the same
        bytes.
        """
        # The stubs forget that a name space may have no prefix.
        root = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMES)  # type: ignore[arg-type]
        root.set(_LANGUAGE, head.language)
        _add(root, "id", _name_feed(head))
        _add(root, "title", head.title)
        _add(root, "updated", max((one.released for one in entries), default=_NEVER))
        _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", head.author)
        etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", href=self.link + self.name)
        if head.marking:
            etree.SubElement(root, f"{{{_ATOM}}}category", term=head.marking)
        for entry in entries:
            self._add_entry(etree.SubElement(root, f"{{{_ATOM}}}entry"), head, entry)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return _make_artifact(self.name, "application/atom+xml", content)

    def _add_entry(self, node: etree._Element, head: FeedHead, entry: FeedEntry) -> None:
        _add(node, "id", _name_entry(head, entry))
        _add(node, "title", entry.title)
        _add(node, "updated", entry.released)
        _add(node, "published", entry.released)
        for number, (name, path) in enumerate(_listed_files(entry)):
            link = etree.SubElement(node, f"{{{_ATOM}}}link", href=self.link + path)
            link.set("rel", "related" if number else "alternate")
            link.set("type", media.find_type(name))
        _add(node, "summary", entry.summary)
        _add(node, "content", entry.content).set("type", "html")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonFeed:
    """A JSON Feed of released editions. `link` is the address at which the output folder is
    published, to be given where readers of the feed need whole addresses.
    """

    name: str = "feed.json"
    link: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a `link` that nothing can be appended to."""
        _check_link(self.link)

    def __call__(self, head: FeedHead, entries: Sequence[FeedEntry], /) -> Artifact:
        """The feed with the entries as they come, newest first; the same entries give the same
        bytes.
        """
        feed = {
            "version": _VERSION,
            "title": head.title,
            "language": head.language,
            "authors": [{"name": head.author}],
            **({"feed_url": self.link + self.name} if self.link else {}),
            "items": [self._make_item(head, entry) for entry in entries],
        }
        content = json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"
        return _make_artifact(self.name, "application/feed+json", content)

    def _make_item(self, head: FeedHead, entry: FeedEntry) -> dict[str, object]:
        files = _listed_files(entry)
        return {
            "id": _name_entry(head, entry),
            "title": entry.title,
            "date_published": entry.released,
            "summary": entry.summary,
            "content_html": entry.content,
            **({"url": self.link + files[0][1]} if files else {}),
            **({"tags": [head.marking]} if head.marking else {}),
            "attachments": [
                {"url": self.link + path, "mime_type": media.find_type(name)}
                for name, path in files[1:]
            ],
        }


_NEVER = "1970-01-01T00:00:00Z"  # the time of a feed in which there is nothing yet


def _check_link(link: str) -> None:
    """Raise ValueError for an address that is not one of the web, or does not end in a slash."""
    if link and not (link.startswith(("https://", "http://")) and link.endswith("/")):
        message = f"{link!r} is no address of a folder (write https://desk.example/briefs/)"
        raise ValueError(message)


def _listed_files(entry: FeedEntry) -> list[tuple[str, str]]:
    """Name and path of the files that an entry leads to, the page first."""
    return [(name, entry.files[name]) for name in _LISTED if name in entry.files]


def _add(parent: etree._Element, tag: str, text: str) -> etree._Element:
    node = etree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    node.text = text
    return node


def _name_feed(head: FeedHead) -> str:
    return uuid.uuid5(_NAMESPACE, head.slug).urn


def _name_entry(head: FeedHead, entry: FeedEntry) -> str:
    return uuid.uuid5(_NAMESPACE, f"{head.slug} {entry.fingerprint}").urn


def _make_artifact(name: str, media_type: str, content: bytes) -> Artifact:
    return Artifact(
        name=name, media_type=media_type, content=content, sha256=digest.of_bytes(content)
    )
