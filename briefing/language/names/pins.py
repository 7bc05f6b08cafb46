"""What the config knows of a name."""

from dataclasses import dataclass

from briefing.model import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A name the analyst pins: how the brief spells it, its other spellings, and what is known of it.

    `name` and `aliases` are matched as whole words, case as printed. Empty strings and None are "not stated".
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    role: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
