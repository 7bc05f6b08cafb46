"""From a found file to its documents, or to the reasons why there are none."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing import digest
from briefing.ingest import archive, docx, feedfile, mail, pdf, records, sniff, text
from briefing.ingest.describe import document
from briefing.ingest.folder import Found
from briefing.ingest.html import content as html
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.parts import MOST_DEEP, Budget, Refused
from briefing.ingest.sniff import Kind
from briefing.ingest.supplied import Supplied
from briefing.model import Document, Quarantined

MOST_BYTES = 20_000_000


def read(found: Found, supplied: Supplied | None) -> Document | Quarantined:
    """Give the first document in `found`, described by `supplied` first and by its own words second.

    Whatever is in the file, this returns: a file that is empty, unreadable, too large or no text
    comes back as Quarantined with the reason.
    """
    return read_all(found, {found.locator: supplied} if supplied else {})[0]


def read_all(found: Found, supplied: Mapping[str, Supplied]) -> tuple[Document | Quarantined, ...]:
    """Give every document in `found`, at least one result; `supplied` is by locator."""
    item = _load(found)
    if isinstance(item, Quarantined):
        return (item,)
    return tuple(results(item, supplied))


_READERS: Mapping[Kind, Callable[[Item], Content | Unreadable]] = {
    "text": text.content,
    "html": html,
    "pdf": pdf.content,
    "docx": docx.content,
    "mail": mail.content,
    "json": records.content,
}
_CONTAINERS: Mapping[Kind, Callable[[Item, Budget], Iterable[Item | Refused]]] = {
    "zip": archive.members,
    "mail": mail.members,
    "json": records.members,
    "feed": feedfile.members,
}


def results(item: Item, supplied: Mapping[str, Supplied]) -> Iterator[Document | Quarantined]:
    """Give what is in `item`: its own article, and those of its parts, in order."""
    yield from _results(item, supplied, Budget())


def _results(item: Item, supplied: Mapping[str, Supplied], budget: Budget) -> Iterator[Document | Quarantined]:
    kind = _kind(item)
    if isinstance(kind, Unreadable):
        yield aside(item, kind.reason)
        return
    if kind in _CONTAINERS and item.depth >= MOST_DEEP:
        yield aside(item, f"not opened: it lies in {item.depth} files, each inside the other")
        return
    parts = iter(_CONTAINERS[kind](item, budget)) if kind in _CONTAINERS else iter(())
    first = next(parts, None)
    if kind in _READERS and (kind != "json" or first is None):
        yield _own(item, _READERS[kind], supplied)
    elif first is None:
        yield aside(item, _nothing(kind, item))
    for part in (first, *parts) if first is not None else ():
        if isinstance(part, Refused):
            yield _refused(part)
        elif not part.data.strip():
            yield aside(part, "the file is empty")
        else:
            yield from _results(part, supplied, budget)


def _kind(item: Item) -> Kind | Unreadable:
    kind = sniff.kind(item.data)
    return archive.kind(item.data) if kind == "zip" else kind


def _own(
    item: Item, reader: Callable[[Item], Content | Unreadable], supplied: Mapping[str, Supplied]
) -> Document | Quarantined:
    made = reader(item)
    if isinstance(made, Unreadable):
        return aside(item, made.reason)
    return document(item, made, supplied.get(item.locator) or Supplied())


def _nothing(kind: Kind, item: Item) -> str:
    """Say why a container without parts holds no article."""
    if kind == "zip":
        return "a zip file without an article in it"
    if kind == "feed":
        found = feedfile.entries(item.data)
        return found.reason if isinstance(found, Unreadable) else "the feed holds no entries"
    return "XML that is neither a page nor a feed"


def _refused(part: Refused) -> Quarantined:
    return Quarantined(
        id=digest.short("d", part.locator),
        locator=part.locator,
        path=part.path,
        size=part.size,
        revision=None,
        reason=part.reason,
    )


def aside(item: Item, reason: str) -> Quarantined:
    """Set an item aside."""
    return Quarantined(
        id=digest.short("d", item.locator),
        locator=item.locator,
        path=item.path,
        size=len(item.data),
        revision=digest.of_bytes(item.data),
        reason=reason,
    )


def _load(found: Found) -> Item | Quarantined:
    reason = ""
    if found.size > MOST_BYTES:
        reason = f"too large: {_millions(found.size)}, of at most {_millions(MOST_BYTES)}"
    else:
        try:
            data = found.file.read_bytes()
        except OSError as error:
            reason = f"cannot be read: {error.strerror or type(error).__name__}"
    if reason:
        return Quarantined(
            id=digest.short("d", found.locator),
            locator=found.locator,
            path=found.path,
            size=found.size,
            revision=None,
            reason=reason,
        )
    item = Item(locator=found.locator, path=found.path, data=data)
    return item if data.strip() else aside(item, "the file is empty")


def _millions(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
