"""Files that hold several articles: which there are, and one of them at a time."""

import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from briefing import digest
from briefing.ingest import sniff
from briefing.ingest.found import Found
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import (
    MOST_DEEP,
    MOST_PARTS,
    ContainerPart,
    UnpackBudget,
    name_parts,
    take_part,
)
from briefing.ingest.reader import Reader
from briefing.ingest.sniff import Kind

MOST_BYTES = 20_000_000
MOST_IN_CONTAINER = 200_000_000
_HEAD = 4096
_CONTAINERS: frozenset[Kind] = frozenset(
    {"zip", "mail", "mbox", "chat", "msg", "tnef", "epub", "json", "feed", "html"}
)
_IN_DOUBT: frozenset[Kind] = frozenset({"zip", "ole", "mbox", "chat"})  # until read whole
_OWN = frozenset({"mail", "msg", "tnef"})  # containers that are an article themselves
_ARTICLES = _OWN | {"html"}  # what is read as one article, too, however deep it lies
_KEPT = MOST_DEEP + 1  # containers kept open: as many as may lie in each other
_TOO_MUCH = Unreadable(reason="not opened: it, or the file that holds it, holds too much")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A container with what tells it from all others, so that it can be kept while its parts are
    asked for.
    """

    revision: str
    locator: str
    item: Item = field(compare=False)
    readers: tuple[Reader, ...]


def is_container(kind: Kind) -> bool:
    """Whether files that seem to be of a kind may hold several articles."""
    return kind in _CONTAINERS or kind in _IN_DOUBT


def holds_others(found: Found, readers: Sequence[Reader]) -> bool:
    """Whether a small file that may be a container holds anything but itself."""
    item = load_file(found.file, found.path)
    return isinstance(item, Item) and bool(_table_of(item, readers))


def list_found(asked: tuple[Found, Sequence[Reader]]) -> list[Found]:
    """`found`, or what it holds where it is a container: a letter counts, and so does what is
    attached to it.

    What can't be opened is given as it is, or with the reason as its `aside`. What one of the
    user's readers takes is an article, whatever else it may look like.
    """
    found, readers = asked
    item = load_file(found.file, found.path)
    if isinstance(item, Unreadable):
        return [found]
    return [
        found
        if place == item.locator and not aside
        else replace(found, locator=place, path=place, aside=aside)
        for place, aside in _find_places(item, UnpackBudget(), readers)
    ]


def _find_places(
    item: Item, budget: UnpackBudget, readers: Sequence[Reader]
) -> list[tuple[str, str]]:
    """The locators of all articles that an item is or holds, and why what isn't opened is
    not.

    """
    table = _table_of(item, readers)
    if len(table) > budget.parts:
        many = f"not opened: it holds {len(table):,} files"
        return [(item.locator, f"{many}, of at most {MOST_PARTS:,} in all")]
    found = [(item.locator, "")] if not table or kind_of(item, readers) in _OWN else []
    for place, part in table.items():
        inner = take_part(item, place, part) if budget.take(part.size) else _TOO_MUCH
        if isinstance(inner, Item) and item.depth >= MOST_DEEP:
            inner = Unreadable(reason=_lies_too_deep(inner))
        found += (
            [(place, inner.reason)]
            if isinstance(inner, Unreadable)
            else _places_inside(inner, budget, readers)
        )
    return found


def _places_inside(
    inner: Item, budget: UnpackBudget, readers: Sequence[Reader]
) -> list[tuple[str, str]]:
    """The same of a part, which is told as one where something in it holds too much."""
    found = _find_places(inner, budget, readers)
    too_much = any(aside == _TOO_MUCH.reason for _, aside in found)
    return [(inner.locator, _TOO_MUCH.reason)] if too_much else found


def find_part(item: Item, place: str, readers: Sequence[Reader]) -> Item | Unreadable:
    """The part of `item` that stands at `place`, which may be the item itself."""
    while item.locator != place:
        step = _step_to(_table_of(item, readers), item.locator, place)
        if step is None:
            return Unreadable(reason="no longer in the file that held it")
        inner = _take_part(_open_container(item, readers), step)
        if isinstance(inner, Unreadable):
            return inner
        item = inner
    return item


def kind_of(item: Item, readers: Sequence[Reader]) -> Kind | Unreadable:
    """Say what an item is by its content, or why it can't be read."""
    if any(reader.takes(item) for reader in readers):
        return "own"
    kind = sniff.sniff_kind(item.data)
    found = _look_closely(item, kind) if kind in _IN_DOUBT else kind
    if found in _CONTAINERS and found not in _ARTICLES and item.depth >= MOST_DEEP:
        return Unreadable(reason=_lies_too_deep(item))
    return found


def _look_closely(item: Item, kind: Kind) -> Kind | Unreadable:
    from briefing.ingest import containers  # noqa: PLC0415 - see its text

    return containers.EXACTLY[kind](item)


def _lies_too_deep(item: Item) -> str:
    return f"not opened: it lies in {item.depth} files, each inside the other"


def _step_to(table: Mapping[str, ContainerPart], start: str, place: str) -> str | None:
    """The part of a container that is at `place`, or else the one that holds it; None where
    there is none.
    """
    if place in table:
        return place
    step = start
    for name in place.removeprefix(f"{start}/").split("/"):
        step = f"{step}/{name}"
        if step in table:
            return step
    return None


def _table_of(item: Item, readers: Sequence[Reader]) -> Mapping[str, ContainerPart]:
    """The parts of an item by locator, none where it is no container or a broken one."""
    return _part_table(_open_container(item, readers))


def _open_container(item: Item, readers: Sequence[Reader]) -> _Opened:
    return _Opened(revision=item.revision, locator=item.locator, item=item, readers=tuple(readers))


@lru_cache(maxsize=_KEPT)
def _part_table(opened: _Opened) -> Mapping[str, ContainerPart]:
    kind = kind_of(opened.item, opened.readers)
    if isinstance(kind, Unreadable) or kind not in _CONTAINERS:
        return {}
    if kind == "html" and opened.item.depth >= MOST_DEEP:
        return {}
    from briefing.ingest import containers  # noqa: PLC0415 - see its text

    return name_parts(opened.item, containers.list_parts(opened.item, kind))


@lru_cache(maxsize=_KEPT)
def _take_part(opened: _Opened, place: str) -> Item | Unreadable:
    """Take a part out of a container; the last ones are kept, since what they hold is asked for one
    by one.
    """
    return take_part(opened.item, place, _part_table(opened)[place])


def load_file(file: Path, path: str) -> Item | Unreadable:
    """Read a file of which parts are asked for one by one; `path` is its own path from the config's
    folder.
    """
    try:
        status = file.stat()
        if status.st_size > MOST_IN_CONTAINER or not stat.S_ISREG(status.st_mode):
            return Unreadable(reason="too large to be opened")
        data, revision = read_whole(file)
    except OSError as error:
        return Unreadable(reason=f"cannot be read: {error.strerror or type(error).__name__}")
    return Item(locator=path, path=path, data=data, revision=revision)


def read_whole(file: Path) -> tuple[bytes, str]:
    """The bytes of a file and their digest; those of the last one are kept. Raises OSError."""
    status = file.stat()
    return _read_bytes(str(file), status.st_size, status.st_mtime_ns, status.st_ino)


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
