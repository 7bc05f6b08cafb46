"""Land from Natural Earth 1:50m, clipped to a window: outlines only, no border of any country.

The data is `land-50m.json` of the npm package world-atlas (TopoJSON; the data is in the public
domain). Rings are clipped by Sutherland and Hodgman's method, which is right for any ring and a
convex window.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "land-50m.json"
HALF = 180.0  # degrees: half round the world
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWindow:
    """A stretch of the world in degrees: west < east, south < north."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """True where the window holds the point, its edge included."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def land_outlines(window: MapWindow) -> list[list[Point]]:
    """The outlines of land inside the window as rings of (lon, lat), outer and inner alike."""
    clipped = (
        _clip_ring(list(ring), window) for ring, box in _world_rings() if _meets_window(box, window)
    )
    return [ring for ring in clipped if len(ring) > 2]  # noqa: PLR2004 - fewer points hold no land


@cache
def _world_rings() -> tuple[tuple[tuple[Point, ...], MapWindow], ...]:
    """Every ring of the data and the box around it, read once."""
    topology = json.loads(_DATA.read_bytes())
    arcs = [_decode_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = (
        ring for one in _geometry_rings(topology) for ring in _unwrap_ring(_join_arcs(one, arcs))
    )
    return tuple((ring, _bounding_box(ring)) for ring in rings)


def _unwrap_ring(ring: Sequence[Point]) -> Iterator[tuple[Point, ...]]:
    """Take a ring across the 180th meridian without a leap, and give it once for each side that it
    shows on.

    A ring round a pole is closed over the pole.
    """
    turns, unrolled = 0, [ring[0]]
    for before, point in pairwise(ring):
        turns += (point[0] - before[0] < -HALF) - (point[0] - before[0] > HALF)
        unrolled.append((point[0] + 2 * HALF * turns, point[1]))
    if turns:
        pole = math.copysign(90.0, unrolled[0][1])
        unrolled += [(unrolled[-1][0], pole), (unrolled[0][0], pole)]
    box = _bounding_box(unrolled)
    for shift in (-2 * HALF, 0.0, 2 * HALF):
        if box.west + shift < HALF and box.east + shift > -HALF:
            yield tuple((lon + shift, lat) for lon, lat in unrolled)


def _geometry_rings(topology: Any) -> Iterator[list[int]]:  # noqa: ANN401 - decoded JSON
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            yield from polygon


def _decode_arc(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    """Undo TopoJSON's delta coding and quantisation."""
    (a, b), (c, d) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * a + c, y * b + d))
    return points


def _join_arcs(indices: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Join arcs to a ring; a negative index is the complement of the arc to run backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _bounding_box(ring: Sequence[Point]) -> MapWindow:
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return MapWindow(west=min(lons), south=min(lats), east=max(lons), north=max(lats))


def _meets_window(box: MapWindow, window: MapWindow) -> bool:
    """True where a ring's own box meets the window."""
    across = box.west <= window.east and box.east >= window.west
    return across and box.south <= window.north and box.north >= window.south


def _clip_ring(ring: list[Point], window: MapWindow) -> list[Point]:
    """Cut a ring at the four sides of the window, one after the other."""
    for axis, bound, sign in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        if not ring:
            return []
        kept: list[Point] = []
        for before, point in pairwise([ring[-1], *ring]):
            was, now = sign * (before[axis] - bound) >= 0, sign * (point[axis] - bound) >= 0
            if was != now:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                kept.append(
                    (
                        before[0] + part * (point[0] - before[0]),
                        before[1] + part * (point[1] - before[1]),
                    )
                )
            if now:
                kept.append(point)
        ring = kept
    return ring
