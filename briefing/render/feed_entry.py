"""What a feed of released editions holds, whatever its format, and the names in it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

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


def listed_files(entry: FeedEntry) -> list[tuple[str, str]]:
    """Name and path of the files that an entry leads to, the page first."""
    return [(name, entry.files[name]) for name in _LISTED if name in entry.files]


def name_feed(head: FeedHead) -> str:
    """The feed's own name, the same for ever."""
    return uuid.uuid5(_NAMESPACE, head.slug).urn


def name_entry(head: FeedHead, entry: FeedEntry) -> str:
    """The name of an entry: the same while its edition is."""
    return uuid.uuid5(_NAMESPACE, f"{head.slug} {entry.fingerprint}").urn
