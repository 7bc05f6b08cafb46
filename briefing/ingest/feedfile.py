"""RSS and Atom: a feed's entries as documents of their own, each described by what the feed says of
it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing.ingest.html import declared
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import RefusedPart, UnpackBudget, leads_to_target, part_item
from briefing.model import Known

_MOST_ENTRIES = 5_000
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed: its address, the words the feed gives of it as HTML, and what is said of
    it.
    """

    url: str
    markup: str
    said: dict[str, Known]


@lru_cache(maxsize=1)
def entries(data: bytes, url: str | None = None) -> list[FeedEntry] | Unreadable:
    """Give the entries of a feed in its order, or why there are none. Nothing is fetched."""
    import feedparser  # noqa: PLC0415 - slow to import, and few sources are feeds

    if b"<!ENTITY" in data:
        return Unreadable(reason="the feed declares entities of its own: it is not read")
    headers = {"content-location": url} if url else {}
    found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    if not found.entries:
        return Unreadable(
            reason="the feed holds no entries" if found.version else "damaged XML, or no feed"
        )
    house = declared.clean_value(str(found.feed.get("title") or ""))[:_LONGEST]
    return [_read_entry(one, house) for one in found.entries[:_MOST_ENTRIES]]


def members(
    item: Item, budget: UnpackBudget, target: str | None = None
) -> Iterator[Item | RefusedPart]:
    """Give each entry of a feed that lies in a folder, or the one at `target`, with the words that
    the feed gives.
    """
    found = entries(item.data)
    for number, entry in enumerate(found if isinstance(found, list) else (), start=1):
        place = f"{item.locator}/{number}"
        if not leads_to_target(place, target):
            continue
        data = f"<!DOCTYPE html>\n<body>{entry.markup}".encode("utf-8", "replace")
        if not budget.take(len(data)):
            yield RefusedPart(
                locator=place,
                path=place,
                size=len(data),
                reason="not read: the feed holds too much",
            )
        else:
            yield part_item(item, place, data, charset="utf-8", said=entry.said)


def _read_entry(one: Any, house: str) -> FeedEntry:  # noqa: ANN401 - the library ships no types
    bodies = [str(part.get("value") or "") for part in one.get("content") or ()]
    markup = max([*bodies, str(one.get("summary") or "")], key=len)
    url = str(one.get("link") or "").strip()
    url = url if declared.is_address(url) else ""
    title = str(one.get("title") or "")
    said = {
        "title": declared.plain_words(title),
        "author": declared.plain_words(str(one.get("author") or "")),
        "published": declared.declared_day(
            str(one.get("published") or one.get("date") or one.get("updated") or "")
        )
        or "",
        "outlet": house,
        "url": url,
    }
    known = {
        name: Known(value=value, basis="stated", note="the feed")
        for name, value in said.items()
        if value
    }
    return FeedEntry(url=url, markup=markup, said=known)
