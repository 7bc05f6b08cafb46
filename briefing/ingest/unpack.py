"""Files that hold several articles: which there are, and one of them at a time."""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from briefing import digest
from briefing.ingest import archive, feedfile, mail, records, sniff
from briefing.ingest.found import Found
from briefing.ingest.html import several
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import MOST_DEEP, RefusedPart, UnpackBudget
from briefing.ingest.reader import Reader
from briefing.ingest.sniff import Kind

MOST_BYTES = 20_000_000
MOST_IN_CONTAINER = 200_000_000
_HEAD = 4096
_CONTAINERS: Mapping[
    Kind, Callable[[Item, UnpackBudget, str | None], Iterable[Item | RefusedPart]]
] = {
    "zip": archive.archive_members,
    "mail": mail.members,
    "json": records.members,
    "feed": feedfile.members,
    "html": several.members,
}
_OWN = frozenset({"mail"})  # containers that are an article themselves
_ARTICLES = frozenset({"mail", "html"})  # what is read as one article, too, however deep it lies


def unpack_found(found: Found, readers: Sequence[Reader]) -> Iterator[Found]:
    """Give `found`, or what it holds where it is a container: a letter counts, and so does what is
    attached to it.

    What can't be opened is given as it is: reading it says why. What one of the user's `readers`
    takes is an article, whatever else it may look like.
    """
    kind = kind_at(found.file)
    if kind not in _CONTAINERS or found.size > MOST_IN_CONTAINER:
        yield found
        return
    item = load_file(found.file, found.path)
    places = (
        list(_article_places(item, UnpackBudget(), readers))
        if isinstance(item, Item)
        else [found.locator]
    )
    yield from (
        found if place == found.locator else replace(found, locator=place, path=place)
        for place in places
    )


def _article_places(item: Item, budget: UnpackBudget, readers: Sequence[Reader]) -> Iterator[str]:
    """Give the locators of all articles that an item is or holds, whether they can be read or
    not.
    """
    kind = kind_of(item, readers)
    parts = iter(()) if isinstance(kind, Unreadable) else _container_parts(item, kind, budget, None)
    first = next(parts, None)
    if first is None or kind in _OWN:
        yield item.locator
    for part in (first, *parts) if first is not None else ():
        if isinstance(part, RefusedPart):
            yield part.locator
        else:
            yield from _article_places(part, budget, readers)


def take_part(item: Item, place: str, readers: Sequence[Reader]) -> Item | RefusedPart | Unreadable:
    """Give the part of `item` that stands at `place`, which may be the item itself."""
    budget = UnpackBudget()
    while item.locator != place:
        kind = kind_of(item, readers)
        parts = (
            iter(())
            if isinstance(kind, Unreadable)
            else _container_parts(item, kind, budget, place)
        )
        part = next(parts, None)
        if part is None:
            return Unreadable(reason="no longer in the file that held it")
        if isinstance(part, RefusedPart):
            return part
        item = part
    return item


def kind_of(item: Item, readers: Sequence[Reader]) -> Kind | Unreadable:
    """Say what an item is by its content, or why it can't be read."""
    if any(reader.takes(item) for reader in readers):
        return "own"
    kind = sniff.sniff_kind(item.data)
    found = archive.archive_kind(item.data) if kind == "zip" else kind
    if found in _CONTAINERS and found not in _ARTICLES and item.depth >= MOST_DEEP:
        return Unreadable(
            reason=f"not opened: it lies in {item.depth} files, each inside the other"
        )
    return found


def _container_parts(
    item: Item, kind: Kind, budget: UnpackBudget, target: str | None
) -> Iterator[Item | RefusedPart]:
    if kind not in _CONTAINERS or item.depth >= MOST_DEEP:
        return
    try:
        yield from _CONTAINERS[kind](item, budget, target)
    except archive.DAMAGED:
        return


def load_file(file: Path, path: str) -> Item | Unreadable:
    """Read a file of which parts are asked for one by one; `path` is its own path from the config's
    folder.
    """
    try:
        status = file.stat()
        if status.st_size > MOST_IN_CONTAINER or not stat.S_ISREG(status.st_mode):
            return Unreadable(reason="too large to be opened")
        data, revision = _read_bytes(str(file), status.st_size, status.st_mtime_ns, status.st_ino)
    except OSError as error:
        return Unreadable(reason=f"cannot be read: {error.strerror or type(error).__name__}")
    return Item(locator=path, path=path, data=data, revision=revision)


@lru_cache(maxsize=1)
def _read_bytes(file: str, _size: int, _mtime_ns: int, _inode: int) -> tuple[bytes, str]:
    """Read a file; the last one is kept while it stays as it is."""
    data = Path(file).read_bytes()
    return data, digest.of_bytes(data)


def kind_at(file: Path) -> Kind:
    """Say what a file seems to be by its first bytes."""
    try:
        with file.open("rb") as stream:
            return sniff.sniff_kind(stream.read(_HEAD))
    except OSError:
        return "text"
