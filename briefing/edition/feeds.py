"""Feeds beside the brief: static files that name the released editions, and no other."""

from collections.abc import Iterator
from pathlib import Path

from briefing import registry
from briefing.model import Brief
from briefing.render.feed_entry import FeedEntry, FeedHead
from briefing.render.json import BrokenBrief, decode_brief
from briefing.render.page import view_page
from briefing.render.plain import clean_line
from briefing.render.templates import Templates
from briefing.settings import Settings
from briefing.state import atomic, deliveries, editions, record
from briefing.state.store import Store

# Entries that a feed holds; who reads less often finds the rest in the folder of editions.
_MOST = 30


def write_feeds(settings: Settings, store: Store) -> None:
    """Write the feeds that the config asks for anew: the newest released editions that are kept.

    An edition is released when an analyst let it go or a message with it was begun. Journal and
    index must agree, and the caller holds the lock of the output. Raises UserError where a template
    of the user's is wrong, WorkError where an edition can't be read.
    """
    feeds = registry.make_feeds(settings)
    if not feeds:
        return
    entries = tuple(_list_entries(settings, store))
    frame = settings.frame()
    head = FeedHead(
        title=clean_line(frame.title),
        slug=frame.slug,
        language=clean_line(frame.language) or "en",
        author=clean_line(frame.contact) or clean_line(frame.title),
        marking=clean_line(frame.marking),
    )
    mode = 0o600 if frame.is_private else 0o644
    for feed in feeds.values():
        made = feed(head, entries)
        path = settings.output / made.name
        if not _is_there(path, made.content):
            atomic.write_atomically(path, made.content, mode)


def _is_there(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _list_entries(settings: Settings, store: Store) -> Iterator[FeedEntry]:
    """The entries, newest edition first."""
    output = settings.output
    known = {one.number: one for one in record.made_editions(store, output)}
    there = set(editions.kept_numbers(output))
    released = deliveries.settled_editions(store, output) & there & known.keys()
    for number in sorted(released, reverse=True)[:_MOST]:
        kept = editions.read_manifest(output / editions.FOLDER / f"{number:04d}")
        brief = _read_brief(kept)
        if brief is not None:
            yield _make_entry(settings, kept, brief, known[number].approved_at or kept.made_at)


def _read_brief(kept: editions.Kept) -> Brief | None:
    """The brief of an edition; None where it has no brief.json, or one of another program."""
    if "brief.json" not in kept.files:
        return None
    try:
        return decode_brief((kept.folder / "brief.json").read_bytes())
    except (BrokenBrief, OSError):
        return None


def _make_entry(settings: Settings, kept: editions.Kept, brief: Brief, released: str) -> FeedEntry:
    documents = brief.documents
    page = view_page(brief, documents)
    folder = settings.base / "templates"
    templates = Templates(folder=folder if folder.is_dir() else None)
    content = templates.render("feed.html.j2", {"page": page}, {}, page.language)
    return FeedEntry(
        title=f"{page.title} – {page.edition}",
        fingerprint=kept.fingerprint,
        released=released,
        summary=page.news.summary,
        content=content.strip(),
        files={name: f"{editions.FOLDER}/{kept.number:04d}/{name}" for name in kept.files},
    )
