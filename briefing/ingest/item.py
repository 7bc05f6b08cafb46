"""What goes through the reading rooms: bytes with their origin, and what was taken out of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.ingest.clean.page import Line
from briefing.model import Known, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes that may hold an article or several, and where they came from.

    `locator` names it for good, `path` shows it to a reader. `url` and `charset` are what the
    server said, `said` what a container said of its part (a feed of its entry, an e-mail of its
    attachment), by field. `revision` is the digest of the whole file, containers included; `depth`
    counts these.
    """

    locator: str
    path: str | None
    data: bytes
    revision: str
    url: str | None = None
    charset: str | None = None
    retrieved: str | None = None
    said: Mapping[str, Known] = field(default_factory=dict)
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of one article as a reader gives it, before it is cleaned and described.

    `lines` are those that may be the article's own; `marks` lie over the rest and over whatever the
    format itself names (captions, headings). `facts` are what the format declares, by field (title,
    outlet, author, published, url). `language` is the declared one, an ISO 639 code, or None.
    `retrieved` is when the file says that its page was saved, an instant in UTC.
    """

    text: str
    encoding: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    facts: Mapping[str, Known] = field(default_factory=dict)
    language: str | None = None
    caveats: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Why there is no article in some bytes, in words a reader understands."""

    reason: str
