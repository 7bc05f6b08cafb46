"""From a found file to its document, or to the reason why there is none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from briefing import digest
from briefing.ingest import confined, decode, fetched, sniff, unpack
from briefing.ingest.formats import OURS
from briefing.ingest.found import Found
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.reader import Reader
from briefing.ingest.sniff import Kind
from briefing.ingest.supplied import Supplied
from briefing.ingest.unpack import MOST_BYTES, MOST_IN_CONTAINER
from briefing.model import Document, Quarantined

_NOTHING: Mapping[Kind, str] = {
    "zip": "a zip file without an article in it",
    "epub": "a damaged e-book, or one without chapters",
    "ole": "a damaged or truncated office document",
    "mbox": "a mailbox without letters in it",
    "chat": "a chat without messages in it",
    "feed": "a feed without entries, or damaged",
    "xml": "XML that is neither a page nor a feed",
}
_NO_NAME = ".no such name"  # hidden, so no source has it
_LARGE = frozenset(
    "pdf docx odt rtf epub zip ole msg tnef mail mbox mhtml webarchive json feed".split()
)
_RISKY = frozenset(
    {"pdf", "zip", "ole", "tnef", "rtf"}
)  # whose size says nothing of what reading them takes
_SMALL = 256_000  # bytes up to which any other file is read in no time


def find_articles(found: Found, readers: Sequence[Reader]) -> Iterator[Found]:
    """`found`, or what it holds where it is a container and none of `readers` takes it."""
    kind = unpack.kind_at(found.file)
    if not unpack.is_container(kind) or found.size > MOST_IN_CONTAINER:
        yield found
        return
    if _is_harmless(kind, found.size) and not unpack.holds_others(found, readers):
        yield found
        return
    listed = confined.run_confined(unpack.list_found, (_name_absolutely(found), tuple(readers)))
    if not isinstance(listed, list):
        yield replace(found, aside=listed.reason)
        return
    yield from (replace(one, file=found.file) for one in listed)


def _name_absolutely(found: Found) -> Found:
    """Name the file so that a process which stands in another folder finds it."""
    return replace(found, file=found.file.absolute())


def read_article(
    found: Found, supplied: Supplied | None, readers: Sequence[Reader] = ()
) -> Document | Quarantined:
    """The document that `found` is, described by `supplied` first and by its own words second.

    `readers` are the user's own, in order; they are asked before ours.

    Whatever is in the file, this returns: a file that is empty, unreadable, too large or no article
    comes back as Quarantined with the reason, and so does one whose reading takes too much time or
    memory. Small plain files are read here, others by a process with limits.
    """
    if found.aside:
        return _set_aside(found, None, found.aside)
    kind = unpack.kind_at(found.file)
    most = MOST_IN_CONTAINER if kind in _LARGE else MOST_BYTES
    if found.size > most:
        return _set_aside(found, None, _too_large(found.size, most))
    if _is_harmless(kind, found.size) and not _lies_inside(found):
        return read_here((found, supplied, tuple(readers)))
    made = confined.run_confined(read_here, (_name_absolutely(found), supplied, tuple(readers)))
    if isinstance(made, confined.Broken):
        return _set_aside(found, None, made.reason)
    return made


def _is_harmless(kind: Kind, size: int) -> bool:
    return kind == "text" or (kind not in _RISKY and size <= _SMALL)


def _lies_inside(found: Found) -> bool:
    return _outer_path(found) != found.locator and "://" not in found.locator


def read_here(
    asked: tuple[Found, Supplied | None, tuple[Reader, ...]],
) -> Document | Quarantined:
    """Do as `read` does, in this very process and without limits."""
    # Here, as in `formats`: the rules by which an article is read take time to make ready, and who
    # looks at what was read needs none.
    from briefing.ingest.describe import describe_document  # noqa: PLC0415

    found, supplied, readers = asked
    if found.aside:
        return _set_aside(found, None, found.aside)
    item = _open_item(found, readers)
    if isinstance(item, Quarantined):
        return item
    made = _read_item(item, readers)
    if isinstance(made, Unreadable):
        return _set_aside(found, item, made.reason)
    return describe_document(item, made, supplied or Supplied())


def _read_item(item: Item, readers: Sequence[Reader]) -> Content | Unreadable:
    """What the first reader that takes an item, ours last, makes of it."""
    if not item.data.strip():
        return Unreadable(reason="the file is empty")
    kind = unpack.kind_of(item, readers)
    if isinstance(kind, Unreadable):
        return kind
    reader = next((one for one in readers if one.takes(item)), OURS.get(kind))
    if reader is None:
        return Unreadable(reason=_say_nothing(kind, item))
    if kind not in _LARGE and len(item.data) > MOST_BYTES:
        return Unreadable(reason=_too_large(len(item.data), MOST_BYTES))
    return _read_content(reader, item)


def _say_nothing(kind: Kind, item: Item) -> str:
    """Say why there is no article in what no reader takes."""
    if kind == "feed":
        from briefing.ingest import feedfile  # noqa: PLC0415 - see `read_here`

        broken = feedfile.entries(item.data)
        if isinstance(broken, Unreadable):
            return broken.reason
    return _NOTHING[kind]


def glance_text(found: Found, readers: Sequence[Reader]) -> str | None:
    """The characters of a plain text that would be read here, before anything of it is; None for
    whatever else a file may be, and where reading would change its words.
    """
    if readers or not _is_small_file(found):
        return None
    try:
        data = found.file.read_bytes()
    except OSError:
        return None
    if sniff.sniff_kind(data) != "text":
        return None
    from briefing.ingest import text  # noqa: PLC0415 - see `read_here`

    decoded = decode.decode_text(data)
    if isinstance(decoded, decode.Undecodable) or text.why_unfit(decoded.text):
        return None
    return None if text.sets_aside(decoded.text) else decoded.text


def _is_small_file(found: Found) -> bool:
    """Whether what was found is a small file of the user's, no part of one and nothing fetched."""
    own = not found.aside and found.locator == found.path and not _lies_inside(found)
    return own and found.size <= _SMALL


def _read_content(reader: Reader, item: Item) -> Content | Unreadable:
    """Read an item; a reader of the user's that stumbles costs the brief one source, not the
    build.
    """
    if reader in OURS.values():
        return reader(item)
    try:
        return reader(item)
    except Exception as error:  # noqa: BLE001 - whatever somebody else's code may raise
        return Unreadable(reason=f"{type(reader).__name__} fails: {type(error).__name__}: {error}")


def _open_item(found: Found, readers: Sequence[Reader]) -> Item | Quarantined:
    """Read what was found; a part of a file is taken out of it, without its neighbours."""
    if _lies_inside(found):
        item = unpack.load_file(found.file, _outer_path(found))
        part = unpack.find_part(item, found.locator, readers) if isinstance(item, Item) else item
        return part if isinstance(part, Item) else _set_aside(found, None, part.reason)
    try:
        data, revision = unpack.read_whole(found.file)
    except OSError as error:
        return _set_aside(found, None, f"cannot be read: {error.strerror or type(error).__name__}")
    item = Item(locator=found.locator, path=found.path, data=data, revision=revision)
    reason = fetched.failure(item, found.file)
    return _set_aside(found, item, reason) if reason else fetched.described(item, found.file)


def _outer_path(found: Found) -> str:
    """The path of the file itself, without what goes on inside it."""
    whole = found.file.as_posix()
    if whole.endswith(found.path):
        return found.path
    path = PurePosixPath(found.path)
    return next(
        (str(one) for one in (path, *path.parents) if f"/{whole}".endswith(f"/{one}")),
        found.locator,
    )


def original_file(base: Path, path: str) -> Path:
    """Find the file under `base` that `path` leads to or into; where there is none, where it would
    lie.

    A path that no file can have (one with NUL in it, or too long a name) leads to a name that is
    not there.
    """
    wanted = base / path
    try:
        wanted.resolve().exists()
    except (OSError, ValueError, RuntimeError):
        return base / _NO_NAME
    return next(
        (one for one in (wanted, *wanted.parents) if one.is_file() and one.is_relative_to(base)),
        wanted,
    )


def _too_large(size: int, most: int) -> str:
    return f"too large: {size / 1_000_000:.0f} MB, of at most {most / 1_000_000:.0f} MB"


def _set_aside(found: Found, item: Item | None, reason: str) -> Quarantined:
    return Quarantined(
        id=digest.name_source(found.locator),
        locator=found.locator,
        path=None
        if fetched.is_failure(found.file)
        else found.path,  # the address says more to a reader
        size=found.size if item is None else len(item.data),
        revision=None if item is None else item.revision,
        reason=reason,
    )
