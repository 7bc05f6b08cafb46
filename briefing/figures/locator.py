"""A locator map of the places that the brief names: coast, points, names, scale; no line else.

Positions come from the config or a gazetteer and are approximate. Where some places crowd together,
a second panel beside shows them at a larger scale, and a frame on the first shows where it lies.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.figures import coast, labels, svg
from briefing.figures.coast import MapWindow
from briefing.figures.decimals import write_number
from briefing.figures.figure import Figure
from briefing.language.phrases import Phrases
from briefing.model import Brief, Place

WIDTH, HEIGHT, GAP = 108.0, 80.0, 4.0
MOST, MARGIN, SMALLEST = 24, 0.18, 0.25
CROWD, NEAR = 3, (0.08, 0.11, 0.15, 0.2)
KILOMETRES = 111.32


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A window of the world on a rectangle of the picture (equirectangular, true to scale
    midway).
    """

    window: MapWindow
    left: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """The place of a point on the picture."""
        window = self.window
        x = (lon - window.west) / (window.east - window.west) * WIDTH
        return self.left + x, (window.north - lat) / (window.north - window.south) * HEIGHT

    def spots(self, places: Sequence[Place]) -> list[tuple[float, float]]:
        """Where places with coordinates are on the picture."""
        return [self.at(place.lon or 0.0, place.lat or 0.0) for place in places]


def draw_locator(brief: Brief, words: Phrases) -> Figure | None:
    """Draw the places that have coordinates; None where there are none."""
    found = list(filter(_has_coordinates, brief.places))[:MOST]
    if not found:
        return None
    first = Panel(window=window_around(found), left=0)
    crowd = crowded_places(found, first)
    panels = [first, Panel(window=window_around(crowd), left=WIDTH + GAP)] if crowd else [first]
    near = set(crowd)
    alone = [place for place in found if place not in near]
    scale = words.say("kilometres", count="{length}")
    drawn = _draw_panel(first, alone, "a", scale)
    if crowd:
        drawn += _draw_frame(first, panels[1].window) + _draw_panel(panels[1], crowd, "b", scale)
    alt = words.say(
        "map_alt", count=len(found), names=words.list_all([place.name for place in found])
    )
    enlarged = " " + words.say("map_enlarged") if crowd else ""
    return Figure(
        name="map",
        title=words.say("map_title"),
        alt=alt,
        svg=svg.picture(len(panels) * (WIDTH + GAP) - GAP, HEIGHT, alt, [drawn]),
        caption=words.say("map_caption") + enlarged,
        columns=tuple(
            words.say(f"map_{head}") for head in ("place", "latitude", "longitude", "from")
        ),
        rows=tuple(_describe_place(place, words) for place in found),
    )


def _has_coordinates(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _describe_place(place: Place, words: Phrases) -> tuple[str, str, str, str]:
    """A place's row: its name, where it lies and how that is known."""
    basis = words.find_word("basis", place.basis) or place.basis or words.say("not_stated")
    return place.name, words.decimal(place.lat or 0.0), words.decimal(place.lon or 0.0), basis


def window_around(places: Sequence[Place]) -> MapWindow:
    """A window with a margin round the places, in the picture's proportions."""
    lats, lons = [p.lat or 0.0 for p in places], [p.lon or 0.0 for p in places]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.1)
    high = max((max(lats) - min(lats)) * (1 + 2 * MARGIN), SMALLEST)
    wide = max((max(lons) - min(lons)) * (1 + 2 * MARGIN), SMALLEST / squeeze)
    high = max(high, wide * squeeze * HEIGHT / WIDTH)
    wide = high / squeeze * WIDTH / HEIGHT
    return MapWindow(
        west=lon - wide / 2, east=lon + wide / 2, south=lat - high / 2, north=lat + high / 2
    )


def crowded_places(places: Sequence[Place], panel: Panel) -> list[Place]:
    """The places within the smallest of the radii `NEAR` (parts of the width) that holds
    `CROWD`.

    Empty where no group is so close, or where the group is all there is.
    """
    spots = panel.spots(places)
    for near in NEAR:
        groups = [
            [
                place
                for place, spot in zip(places, spots, strict=True)
                if math.dist(centre, spot) <= WIDTH * near
            ]
            for centre in spots
        ]
        best = max(groups, key=len)
        if CROWD <= len(best) < len(places):
            return best
    return []


def _draw_panel(panel: Panel, places: Sequence[Place], name: str, scale: str) -> str:
    """Draw one panel: water, land, points, names, and a bar that `scale` says the length of."""
    left, spots = panel.left, panel.spots(places)
    box = labels.Box(left=left + 1, top=1, right=left + WIDTH - 1, bottom=HEIGHT - 9)
    placed = labels.place_labels([place.name for place in places], spots, box)
    return "".join(
        [
            svg.element("rect", x=left, y=0, width=WIDTH, height=HEIGHT, fill=svg.WATER),
            _draw_land(panel),
            *(svg.element("circle", cx=x, cy=y, r=1.7, fill=svg.ACCENT) for x, y in spots),
            *(labels.draw_label(label) for label in placed),
            _draw_scale(panel.window, left + 4, HEIGHT - 4, scale),
            svg.element(
                "rect",
                x=left,
                y=0,
                width=WIDTH,
                height=HEIGHT,
                fill="none",
                stroke=svg.QUIET,
                stroke_width=0.5,
                class_=f"panel-{name}",
            ),
        ],
    )


def _draw_land(panel: Panel) -> str:
    """Draw the land in a panel's window, "" where there is none."""
    rings = [[panel.at(*point) for point in ring] for ring in coast.land_outlines(panel.window)]
    path = "".join(
        "M" + "L".join(f"{write_number(x)} {write_number(y)}" for x, y in ring) + "Z"
        for ring in rings
    )
    if not path:
        return ""
    paint: dict[str, str | float] = {"fill": svg.LAND, "stroke": svg.QUIET, "stroke_width": 0.35}
    return svg.element("path", d=path, **paint, fill_rule="evenodd")


def _draw_frame(panel: Panel, window: MapWindow) -> str:
    (left, top), (right, bottom) = (
        panel.at(window.west, window.north),
        panel.at(window.east, window.south),
    )
    left, top = max(left, 0.5), max(top, 0.5)
    width, height = min(right, WIDTH) - left, min(bottom, HEIGHT) - top
    return svg.element(
        "rect",
        x=left,
        y=top,
        width=width,
        height=height,
        fill="none",
        stroke=svg.ACCENT,
        stroke_width=0.8,
    )


def _draw_scale(window: MapWindow, x: float, y: float, scale: str) -> str:
    """Draw a bar of a round number of kilometres, about a quarter of the panel long."""
    middle = math.radians((window.north + window.south) / 2)
    per_km = WIDTH / ((window.east - window.west) * KILOMETRES * max(math.cos(middle), 0.1))
    wanted = WIDTH / 4 / per_km
    power = 10 ** math.floor(math.log10(wanted))
    length = next(step * power for step in (5, 2, 1) if step * power <= wanted)
    words = scale.format(length=f"{length:g}")
    return svg.line(x, y, x + length * per_km, y, stroke=svg.INK, stroke_width=1) + svg.text(
        x + 3 + length * per_km, y + 2, words, size=6, fill=svg.INK
    )
