"""Containers: naming their parts safely, and how much may be taken out of one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from briefing.ingest.item import Item

MOST_DEEP = 3
"""Containers inside containers that are still opened."""

_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_NAME = 120
_NOT_IN_NAMES = re.compile(r"[^\w .,()+@&'\[\]=~#%-]")
_NO_ARTICLE = frozenset({".yaml", ".yml"})


@dataclass(slots=True)
class UnpackBudget:
    """What may still be unpacked out of one file: bytes, and parts. Shared by all containers in
    it.
    """

    size: int = 500_000_000
    parts: int = 20_000
    names: set[str] = field(default_factory=set)

    def take(self, size: int) -> bool:
        """Take one part of `size` bytes, or say that no more may be taken."""
        if size > self.size or self.parts < 1:
            return False
        self.size -= size
        self.parts -= 1
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPart:
    """A part that is not opened: its name, its size in bytes and the reason."""

    locator: str
    path: str | None
    size: int
    reason: str


def part_locator(item: Item, name: str, budget: UnpackBudget) -> str:
    """Give the locator of a part: the container's, then the part's own path with all tricks taken
    out.

    Two parts of the same name get different locators.
    """
    plain = "/".join(
        _safe_step(step)
        for step in name.replace("\\", "/").split("/")
        if step.strip() not in {"", ".", ".."}
    )
    wanted = f"{item.locator}/{plain or 'part'}"
    found, number = wanted, 1
    while found in budget.names:
        number += 1
        stem = PurePosixPath(wanted)
        found = f"{stem.parent}/{stem.stem}~{number}{stem.suffix}"
    budget.names.add(found)
    return found


def leads_to_target(place: str, target: str | None) -> bool:
    """Say whether the part at `place` is, or holds, the one wanted; without a target all are."""
    return target is None or target == place or target.startswith(f"{place}/")


def may_be_article(name: str) -> bool:
    """Say whether a part may be an article: it is not hidden, no settings and no README."""
    path = PurePosixPath(name.replace("\\", "/"))
    if any(step.startswith((".", "__MACOSX")) and step not in {".", ".."} for step in path.parts):
        return False
    return path.stem.casefold() != "readme" and path.suffix.casefold() not in _NO_ARTICLE


def part_item(item: Item, place: str, data: bytes, **more: Any) -> Item:  # noqa: ANN401 - fields of Item
    """Give the part of `item` that stands at `place`."""
    return Item(
        locator=place, path=place, data=data, revision=item.revision, depth=item.depth + 1, **more
    )


def first_value(values: Mapping[str, object], names: Iterable[str]) -> object:
    """Give the first of `names` that has a value, or None."""
    return next(
        (values[name] for name in names if values.get(name) not in (None, "", [], {})), None
    )


def _safe_step(step: str) -> str:
    plain = _NOT_IN_NAMES.sub("_", _DRIVE.sub("", step)).strip(" .")
    if len(plain) <= _LONGEST_NAME:
        return plain or "_"
    ending = PurePosixPath(plain).suffix[:10]
    return plain[: _LONGEST_NAME - len(ending)] + ending
