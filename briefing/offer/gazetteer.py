"""Where towns lie, by a small gazetteer: GeoNames' towns of at least 50,000 people (see
`gazetteer.txt`).
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.language import late, lookalike

_DATA = Path(__file__).parent / "gazetteer.txt"
_ALONE = "+"  # before a spelling that one town of the world has
_HOOKS = late.pattern(r"[’'‘`ʿʾʻ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town: its state as printed, and degrees north and east to hundredths."""

    state: str
    lat: float
    lon: float


def locate_town(name: str, states: frozenset[str]) -> Town | None:
    """Where a town of that name lies; `states` are those that its article names.

    None for a name that the gazetteer lacks, and where two towns may be meant: of several the one
    of which the article names the state, unless another is by far the largest of the world.
    """
    alone, towns = _read_towns().get(lookalike.spelling_key(_HOOKS.sub("", name)), (None, ()))
    near = [town for town in towns if town.state in states]
    if len(near) != 1:
        return alone
    return near[0] if alone in {None, near[0]} else None


@cache
def _read_towns() -> dict[str, tuple[Town | None, tuple[Town, ...]]]:
    """The towns of each folded spelling, and the one of them that needs no state beside it."""
    found: dict[str, list[Town]] = defaultdict(list)
    alone: dict[str, Town] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        state, place, names = line.split(" | ")
        lat, lon = map(float, place.split(" "))
        town = Town(state=state, lat=lat, lon=lon)
        for name in names.split(" "):
            folded = name.removeprefix(_ALONE)
            found[folded].append(town)
            if folded != name:
                alone[folded] = town
    return {name: (alone.get(name), tuple(towns)) for name, towns in found.items()}
