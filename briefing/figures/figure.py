"""What a figure is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture as SVG, its text alternative and caption, and the table that it was drawn from.

    `name` is the kind: "support", "timeline", "map" or "coverage".
    """

    name: str
    title: str
    alt: str
    svg: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
