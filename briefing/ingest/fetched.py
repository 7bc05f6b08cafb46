"""What was fetched from the network, kept as evidence beside the config, so that no rebuild needs a
network.

A page is kept as `NAME.fetched` with `NAME.record.json` beside it: who sent it, when, and what was
said of it. NAME is the digest of address and bytes, so nothing kept is ever written over.
`index.json` says which name an address has, and why an address has none.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from briefing import digest
from briefing.ingest.found import Found
from briefing.ingest.item import Item
from briefing.model import Known

SUFFIX = ".fetched"
FAILED = ".failed"
_RECORD = ".record.json"
_INDEX = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedCopy:
    """What is known of one address: the name of its copy (empty: none), and why there is none.

    `etag` and `modified` are the server's words for the copy; `entries` are a feed's addresses.
    `failures` counts how often in a row it could not be had; `rests` is until when it is not asked
    again, in seconds since 1970.
    """

    name: str = ""
    reason: str = ""
    etag: str = ""
    modified: str = ""
    entries: tuple[str, ...] = ()
    failures: int = 0
    rests: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page as it came: its address, bytes and encoding, and what a feed says of it by field."""

    url: str
    data: bytes
    charset: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)


def index(folder: Path) -> dict[str, FetchedCopy]:
    """What is known of every address; nothing where nothing was ever fetched, or the index is
    broken.
    """
    try:
        known = json.loads((folder / _INDEX).read_text("utf-8"))
        return {
            url: FetchedCopy(**{**one, "entries": tuple(one["entries"])})
            for url, one in known.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def save(folder: Path, known: Mapping[str, FetchedCopy]) -> None:
    """Write the index beside and move it into place."""
    rows = {
        url: {
            "name": one.name,
            "reason": one.reason,
            "etag": one.etag,
            "modified": one.modified,
            "entries": list(one.entries),
            **({"failures": one.failures} if one.failures else {}),
            **({"rests": one.rests} if one.rests else {}),
        }
        for url, one in sorted(known.items())
    }
    _write_file(
        folder / _INDEX, json.dumps(rows, indent=1, ensure_ascii=False).encode("utf-8", "replace")
    )


def keep(folder: Path, page: FetchedPage) -> str:
    """Keep a page and give the name of its copy; a page that is there already stays as it is."""
    name = digest.of_fields((page.url, digest.of_bytes(page.data)))
    if not (folder / f"{name}{_RECORD}").exists():
        record = {
            "url": page.url,
            "charset": page.charset,
            "retrieved": _fetch_time(),
            "said": dict(page.said),
        }
        _write_file(folder / f"{name}{SUFFIX}", page.data)
        _write_file(
            folder / f"{name}{_RECORD}",
            json.dumps(record, indent=1, ensure_ascii=False).encode("utf-8", "replace"),
        )
    return name


def fail(folder: Path, url: str, reason: str) -> None:
    """Keep why an address could not be fetched."""
    _write_file(
        folder / f"{digest.of_fields((url,))}{FAILED}",
        json.dumps({"url": url, "reason": reason}).encode(),
    )


def found(base: Path, folder: str, urls: Iterable[str]) -> tuple[Found, ...]:
    """What is kept of `urls`, failures included, in order of the addresses."""
    known = index(base / folder)
    made: list[Found] = []
    for url in sorted(set(urls)):
        one = known.get(url)
        if one is not None:
            made += (
                _found_files(base, folder, url, f"{one.name}{SUFFIX}")
                if one.name
                else failed(base, folder, url)
            )
    return tuple(made)


def failed(base: Path, folder: str, url: str) -> tuple[Found, ...]:
    """The failure that is kept of an address, whatever else is; none where it never failed."""
    return _found_files(base, folder, url, f"{digest.of_fields((url,))}{FAILED}")


def _found_files(base: Path, folder: str, url: str, name: str) -> tuple[Found, ...]:
    file = base / folder / name
    if not file.is_file():
        return ()
    status = file.stat()
    path = PurePosixPath(folder, name).as_posix()
    return (
        Found(locator=url, path=path, file=file, size=status.st_size, mtime_ns=status.st_mtime_ns),
    )


def copy(folder: Path, name: str) -> bytes:
    """The bytes of a copy, empty where it is gone."""
    try:
        return (folder / f"{name}{SUFFIX}").read_bytes()
    except OSError:
        return b""


def failure(item: Item, file: Path) -> str | None:
    """Say why an address could not be fetched, where that is what `file` holds."""
    if not is_failure(file):
        return None
    try:
        return f"could not be fetched: {json.loads(item.data)['reason']}"
    except (ValueError, KeyError, TypeError):
        return "could not be fetched"


def is_failure(file: Path) -> bool:
    """Whether a file holds why an address could not be fetched."""
    return file.suffix == FAILED


def described(item: Item, file: Path) -> Item:
    """Add what the server and the feed said of a page that was fetched; any other file stays as it
    is.
    """
    if file.suffix != SUFFIX:
        return item
    try:
        record: dict[str, Any] = json.loads(
            (file.parent / f"{file.stem}{_RECORD}").read_text("utf-8")
        )
        told = record["said"].items()
        said = {
            name: Known(value=str(value), basis="stated", note="the feed") for name, value in told
        }
        return replace(
            item,
            url=record["url"],
            charset=record["charset"],
            retrieved=record["retrieved"],
            said=said,
        )
    except (OSError, ValueError, KeyError, AttributeError):
        return item


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _fetch_time() -> str:
    """The time, or the one that SOURCE_DATE_EPOCH sets for builds that must repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(epoch) if epoch.isdigit() else int(time.time())
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")
