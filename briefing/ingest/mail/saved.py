"""Pages that a browser saved as one file: in the form of a letter (MHTML), or as Safari does."""

import plistlib
from dataclasses import replace
from datetime import UTC
from email.message import Message

from briefing.ingest.html.page import content as content_of_page
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.mail import parse
from briefing.language.addresses import is_web_address
from briefing.model import Known


def content(item: Item) -> Content | Unreadable:
    """The article of a saved page, with its address; the day of saving is when it was
    retrieved.

    Only the page itself is read, none of the frames in it.
    """
    message = parse.parse_letter(item.data)
    if isinstance(message, Unreadable):
        return message
    page = _page_part(message)
    if page is None:
        return Unreadable(reason="a saved page without the page itself")
    label = parse.charset_of(page)
    made = content_of_page(replace(item, data=parse.data_of(page), charset=label))
    if isinstance(made, Unreadable):
        return made
    names = ((message, "Snapshot-Content-Location"), (page, "Content-Location"))
    addresses = (parse.header_of(part, name) for part, name in names)
    url = next((one for one in addresses if is_web_address(one)), "")
    facts = {"url": Known(value=url, basis="stated", note="the saved page")} if url else {}
    return replace(made, facts={**facts, **made.facts}, retrieved=_saved_at(message))


def _saved_at(message: Message) -> str | None:
    """When the page was saved, in UTC as other pages that were fetched say it."""
    saved = parse.sent_on(message)
    if saved is None:
        return None
    moment = saved.astimezone(UTC) if saved.tzinfo else saved.replace(tzinfo=UTC)
    return moment.isoformat().replace("+00:00", "Z")


def content_of_archive(item: Item) -> Content | Unreadable:
    """The article of a page that Safari saved (.webarchive), with its address."""
    try:
        held = plistlib.loads(item.data)["WebMainResource"]
        data, url = bytes(held["WebResourceData"]), str(held.get("WebResourceURL") or "")
        label = held.get("WebResourceTextEncodingName")
    except _BROKEN:
        return Unreadable(reason="a damaged property list, or none of a saved page")
    charset = label if isinstance(label, str) else None
    made = content_of_page(replace(item, data=data, charset=charset))
    if isinstance(made, Unreadable) or not is_web_address(url):
        return made
    facts = {"url": Known(value=url, basis="stated", note="the saved page")}
    return replace(made, facts={**facts, **made.facts})


_BROKEN = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


def _page_part(message: Message) -> Message | None:
    """The part that is the page: the one that the file names as its start, else the first."""
    pages = [
        part
        for part in parse.list_leaves(message)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}
    ]
    start = parse.parameter_of(message, "start")
    named = (one for one in pages if start and str(one.get("Content-ID") or "").lower() == start)
    return next(named, next(iter(pages), None))
