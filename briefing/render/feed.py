"""Feeds of released editions, for readers of feeds: Atom (RFC 4287) and JSON Feed 1.1.

Each edition is one entry: what is new in it as content, with links to its page and its PDF. A feed
is a static file beside the brief; where it is published, `link` says, else links are relative to
the file itself.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from briefing import digest
from briefing.model import Artifact
from briefing.render import media
from briefing.render.feed_entry import FeedEntry, FeedHead, listed_files, name_entry

_VERSION = "https://jsonfeed.org/version/1.1"


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
        from briefing.render import atom  # noqa: PLC0415 - lxml, which few briefs need

        content = atom.write_atom(head, entries, self.link, self.name)
        return _make_artifact(self.name, "application/atom+xml", content)


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
        files = listed_files(entry)
        return {
            "id": name_entry(head, entry),
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


def _check_link(link: str) -> None:
    """Raise ValueError for an address that is not one of the web, or does not end in a slash."""
    if link and not (link.startswith(("https://", "http://")) and link.endswith("/")):
        message = f"{link!r} is no address of a folder (write https://desk.example/briefs/)"
        raise ValueError(message)


def _make_artifact(name: str, media_type: str, content: bytes) -> Artifact:
    return Artifact(
        name=name, media_type=media_type, content=content, sha256=digest.of_bytes(content)
    )
