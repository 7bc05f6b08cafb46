"""Names beside points on a map, so that none hides another: the first free of eight places each."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.figures import svg

SIZE, OFFSET, RADIUS = 7.0, 3.2, 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The area that both rectangles cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)

    def outside(self, other: "Box") -> float:
        """The area of this rectangle that lies outside `other`."""
        area = (self.right - self.left) * (self.bottom - self.top)
        return area - self.overlap(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with the place of its baseline's start.

    `across` is the point of it that holds: 0 its start, 1 its end, 0.5 its middle. A reader's face
    may be wider than the one that was reckoned with: the name then grows away from its spot.
    """

    words: str
    x: float
    y: float
    across: float = 0


def place_labels(
    names: Sequence[str], spots: Sequence[tuple[float, float]], inside: Box
) -> list[Label]:
    """Find each name a place beside its spot, from right to left, that hides as little as can be.

    Greedy, in the order given, eight places each: n names cost n squared at most, and n is small.
    """
    taken = [
        Box(left=x - RADIUS, top=y - RADIUS, right=x + RADIUS, bottom=y + RADIUS) for x, y in spots
    ]
    laid = []
    for words, spot in zip(names, spots, strict=True):
        wide = svg.text_width(words, SIZE)
        choices = [(_label_box(spot, wide, across, down), across) for across, down in _PLACES]
        best, across = min(choices, key=lambda choice: _hiding_cost(choice[0], taken, inside))
        taken.append(best)
        laid.append(Label(words=words, x=best.left, y=best.bottom - SIZE * 0.22, across=across))
    return laid


# Across: 0 begins at the spot, 1 ends at it, 0.5 lies midway. Down: 0 above, 1 below, 0.5 beside.
_PLACES = ((0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0, 0), (0, 1), (1, 0), (1, 1))


def draw_label(label: Label) -> str:
    """Write a label on a pale ground, so that it reads over a coastline."""
    ground = {"x": label.x - 0.8, "y": label.y - SIZE * 0.8, "height": SIZE, "rx": 1}
    pale = svg.element(
        "rect",
        **ground,
        width=svg.text_width(label.words, SIZE) + 1.6,
        fill=svg.LAND,
        fill_opacity=0.75,
    )
    anchor = None if label.across == 0 else "end" if label.across == 1 else "middle"
    held = label.x + label.across * svg.text_width(label.words, SIZE)
    return pale + svg.text(held, label.y, label.words, size=SIZE, text_anchor=anchor)


def _label_box(spot: tuple[float, float], wide: float, across: float, down: float) -> Box:
    x, y = spot
    beside = down == 0.5  # noqa: PLR2004 - the middle of the scale above
    gap = OFFSET if beside else 0.0
    left = {0: x + gap, 1: x - wide - gap, 0.5: x - wide / 2}[across]
    top = {0: y - SIZE - RADIUS, 1: y + RADIUS, 0.5: y - SIZE / 2}[down]
    return Box(left=left, top=top, right=left + wide, bottom=top + SIZE)


def _hiding_cost(box: Box, taken: Sequence[Box], inside: Box) -> float:
    return 4 * box.outside(inside) + sum(box.overlap(other) for other in taken)
