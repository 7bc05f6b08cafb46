"""From a found file to its documents, or to the reasons why there are none."""

from collections.abc import Callable, Iterator, Mapping

from briefing import digest
from briefing.ingest import sniff, text
from briefing.ingest.describe import document
from briefing.ingest.folder import Found
from briefing.ingest.html import content as html
from briefing.ingest.item import Content, Item, Unreadable
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
    return tuple(_results(item, supplied))


_READERS: Mapping[Kind, Callable[[Item], Content | Unreadable]] = {"text": text.content, "html": html}


def _results(item: Item, supplied: Mapping[str, Supplied]) -> Iterator[Document | Quarantined]:
    kind = sniff.kind(item.data)
    reader = _READERS.get(kind, text.content)
    made = reader(item)
    if isinstance(made, Unreadable):
        yield aside(item, made.reason)
    else:
        yield document(item, made, supplied.get(item.locator) or Supplied())


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
