"""Containers: what lies in one, how its parts are named safely, and how much may be taken out of
one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from briefing.ingest.item import Item, Unreadable
from briefing.language import late
from briefing.model import Known

MOST_DEEP = 8
"""Containers inside containers that are still opened."""

MOST_PARTS = 20_000
"""Parts of one file that are read, those of containers inside it counted too."""

_DRIVE = late.pattern(r"^[A-Za-z]:")
_LONGEST_NAME = 120
_NOT_IN_NAMES = late.pattern(r"[^\w .,()+@&'\[\]=~#%-]")
_NO_ARTICLE = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerPart:
    """One thing that lies in a container.

    `name` is its own, tricks included; `size` counts bytes, as far as the container tells before it
    is opened. `take` gives the bytes, or why it is not opened. `charset`, `said` and `retrieved`
    are what the container says of it.
    """

    name: str
    size: int
    take: Callable[[], bytes | Unreadable]
    charset: str | None = None
    said: Mapping[str, Known] = field(default_factory=dict)
    retrieved: str | None = None


@dataclass(slots=True)
class UnpackBudget:
    """What may still be unpacked out of one file: bytes, and parts. Shared by all containers in
    it.
    """

    size: int = 500_000_000
    parts: int = MOST_PARTS + 1  # one more says that there are more

    def take(self, size: int) -> bool:
        """Take one part of `size` bytes, or say that no more may be taken."""
        if size > self.size or self.parts < 1:
            return False
        self.size -= size
        self.parts -= 1
        return True


def refuse_part(name: str, reason: str) -> ContainerPart:
    """A part that is named but never opened, with the reason."""
    return ContainerPart(name=name, size=0, take=lambda: Unreadable(reason=reason))


def cap_parts(
    parts: Sequence[ContainerPart], more: str, most: int = MOST_PARTS
) -> list[ContainerPart]:
    """Parts up to a number; of what lies beyond only that it is not read, `more` saying what."""
    if len(parts) <= most:
        return list(parts)
    return [*parts[:most], refuse_part("more", f"not read: beyond the first {most:,}{more}")]


def name_parts(item: Item, parts: Iterable[ContainerPart]) -> dict[str, ContainerPart]:
    """The parts of `item` by their locators, in order.

    A locator is the container's, then the part's own path with all tricks taken out; two parts of
    one name get different ones.
    """
    named: dict[str, ContainerPart] = {}
    used: dict[str, int] = {}
    for part in parts:
        wanted = f"{item.locator}/{_plain_path(part.name)}"
        place = wanted
        while place in named:
            used[wanted] = used.get(wanted, 1) + 1
            stem = PurePosixPath(wanted)
            place = f"{stem.parent}/{stem.stem}~{used[wanted]}{stem.suffix}"
        named[place] = part
    return named


def may_be_article(name: str) -> bool:
    """Whether a part may be an article: it is not hidden, no settings and no README."""
    path = PurePosixPath(name.replace("\\", "/"))
    if any(step.startswith((".", "__MACOSX")) and step not in {".", ".."} for step in path.parts):
        return False
    return path.stem.casefold() != "readme" and path.suffix.casefold() not in _NO_ARTICLE


def take_part(item: Item, place: str, part: ContainerPart) -> Item | Unreadable:
    """The part of `item` that stands at `place`, or why it is not opened."""
    data = part.take()
    if isinstance(data, Unreadable):
        return data
    return Item(
        locator=place,
        path=place,
        data=data,
        revision=item.revision,
        charset=part.charset,
        said=part.said,
        retrieved=part.retrieved,
        depth=item.depth + 1,
    )


def first_value(values: Mapping[str, object], names: Iterable[str]) -> object:
    """The first of `names` that has a value, or None."""
    return next(
        (values[name] for name in names if values.get(name) not in (None, "", [], {})), None
    )


def _plain_path(name: str) -> str:
    steps = (step for step in name.replace("\\", "/").split("/"))
    return (
        "/".join(_safe_step(step) for step in steps if step.strip() not in {"", ".", ".."})
        or "part"
    )


def _safe_step(step: str) -> str:
    plain = _NOT_IN_NAMES.sub("_", _DRIVE.sub("", step)).strip(" .")
    if len(plain) <= _LONGEST_NAME:
        return plain or "_"
    ending = PurePosixPath(plain).suffix[:10]
    return plain[: _LONGEST_NAME - len(ending)] + ending
