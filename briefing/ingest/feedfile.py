"""RSS and Atom: a feed's entries as documents of their own, each described by what the feed says of
it.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from briefing.ingest import bylines, decode
from briefing.ingest.decode import Undecodable
from briefing.ingest.html import values
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import ContainerPart, cap_parts
from briefing.language import late
from briefing.language.addresses import is_web_address
from briefing.model import Known

_MOST_ENTRIES = 5_000
_BEGINS = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_ENDS = (b"item>", b"entry>")
_LONGEST = 300
_HEAD = 64  # bytes
_DECLARED = re.compile(
    rb"""(\A[^>]{0,20}<\?xml[^>]{0,200}?encoding\s*=\s*)(["'])[\w.:-]{2,40}["']"""
)
# The library calls the date of an entry in RSS an update where it is Dublin Core's; in Atom an
# update is one.
_DATED, _DATED_IN_ATOM = ("published", "date", "updated"), ("published",)
_MAILBOX = late.pattern(r"\s*\S+@\S+\s*\((?P<name>[^()]{2,100})\)\s*")
_BEHIND = late.pattern(r"\s[-–—|·:]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One entry of a feed: its address, the words the feed gives of it as HTML, and what is said of
    it.
    """

    url: str
    markup: str
    said: dict[str, Known]


@lru_cache(maxsize=1)
def entries(data: bytes, url: str | None = None) -> list[ParsedEntry] | Unreadable:
    """The entries of a feed in its order, or why there are none. Nothing is fetched."""
    import feedparser  # noqa: PLC0415 - slow to import, and few sources are feeds

    data = _cut_entries(_narrow_feed(data))
    if b"<!ENTITY" in data:
        return Unreadable(reason="the feed declares entities of its own: it is not read")
    headers = {"content-location": url} if url else {}
    if decode.plainly_utf8(data):  # whatever the declaration says
        data = _DECLARED.sub(rb"\1\2utf-8\2", data, count=1)
        headers["content-type"] = "application/xml; charset=utf-8"
    found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    if not found.entries:
        return Unreadable(
            reason="the feed holds no entries" if found.version else "damaged XML, or no feed"
        )
    house = values.clean_value(str(found.feed.get("title") or ""))[:_LONGEST]
    dated = _DATED_IN_ATOM if str(found.version).startswith("atom") else _DATED
    return [_read_entry(one, house, dated) for one in found.entries]


def _narrow_feed(data: bytes) -> bytes:
    """A feed in UTF-8 that came in UTF-16 or UTF-32, so that nothing in it is hidden by zeros."""
    if b"\x00" not in data[:_HEAD]:
        return data
    decoded = decode.decode_text(data)
    if isinstance(decoded, Undecodable):
        return data
    return _DECLARED.sub(rb"\1\2utf-8\2", decoded.text.encode(), count=1)


def _cut_entries(data: bytes) -> bytes:
    """A feed without what is beyond one entry more than are read; its end stays, so that it is
    whole.
    """
    beyond = next(islice(_BEGINS.finditer(data), _MOST_ENTRIES + 1, None), None)
    if beyond is None:
        return data
    last = max(data.rfind(end) + len(end) for end in _ENDS)
    return data[: beyond.start()] + data[last:]


def list_parts(item: Item) -> list[ContainerPart]:
    """Give each entry of a feed that lies in a folder, with the words that the feed gives."""
    found = entries(item.data)
    if isinstance(found, Unreadable):
        return []
    parts = [
        ContainerPart(
            name=str(number), size=0, take=partial(entry_page, one), charset="utf-8", said=one.said
        )
        for number, one in enumerate(found, start=1)
    ]
    return cap_parts(parts, " entries", _MOST_ENTRIES)


def entry_page(entry: ParsedEntry) -> bytes:
    """A page in UTF-8 of the words that the feed gives of an entry."""
    return f"<!DOCTYPE html>\n<body>{entry.markup}".encode("utf-8", "replace")


def _read_entry(
    one: Any,  # noqa: ANN401 - the library ships no types
    house: str,
    dated: Sequence[str],
) -> ParsedEntry:
    """One entry of a feed called `house`; `dated` are the fields that may give its first day."""
    bodies = [_first_said(part, "value") for part in one.get("content") or ()]
    markup = max([*bodies, _first_said(one, "summary")], key=len)
    url = _first_said(one, "link").strip()
    url = url if is_web_address(url) else ""
    own = _own_source(one)
    said = {
        "title": _without_source(values.plain_words(_first_said(one, "title")), own),
        "author": _entry_author(one),
        "published": values.declared_day(_first_said(one, *dated)),
        "updated": "" if "updated" in dated else values.declared_day(_first_said(one, "updated")),
        "outlet": own or ("" if _has_other_source(one, url) else house),
        "url": url,
    }
    known = {
        name: Known(value=value, basis="stated", note="the feed")
        for name, value in said.items()
        if value
    }
    return ParsedEntry(url=url, markup=markup, said=known)


def _first_said(one: Any, *names: str) -> str:  # noqa: ANN401 - the library ships no types
    """What the first of these fields says that says anything, "" for none."""
    values = (one.get(name) for name in names)
    return next((str(value) for value in values if value), "")


def _name_of_mailbox(author: str) -> str:
    """The name of an author who is given as RSS asks for it: "jh@post.example (Jana Holm)"."""
    match = _MAILBOX.fullmatch(author)
    return match["name"] if match else author


def _entry_author(one: Any) -> str:  # noqa: ANN401 - the library ships no types
    """Who wrote an entry; an account that programs fill in is nobody."""
    author = _name_of_mailbox(values.plain_words(_first_said(one, "author")))
    return "" if bylines.is_nobody(author) else author


def _own_source(one: Any) -> str:  # noqa: ANN401 - the library ships no types
    """The outlet that an entry names as its source: an aggregator's title is none of it."""
    source = one.get("source") or {}
    named = _first_said(source, "title", "value") or _first_said(one, "publisher")
    return "" if "@" in named or "://" in named else values.plain_words(named)[:_LONGEST]


def _has_other_source(one: Any, url: str) -> bool:  # noqa: ANN401 - the library ships no types
    """Whether an entry's source is an address on another host than the entry's own `url`: then the
    feed's title is none of its outlet.
    """
    address = _first_said(one.get("source") or {}, "href", "url", "link")
    host = urlsplit(address).hostname if is_web_address(address) else None
    return host is not None and host != urlsplit(url).hostname


def _without_source(title: str, source: str) -> str:
    """Give a title without the outlet that an aggregator puts behind it."""
    parts = _BEHIND.split(title)
    if source and len(parts) > 1 and parts[-1].strip().casefold() == source.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" -–—|·:")
    return title
