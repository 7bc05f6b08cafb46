"""Forgeries of every value that brief.json may hold: one kind for each place in its shape and each
way to change it.

They follow the declared shape, so that whatever brief.json comes to hold is forged too.
"""

from briefing.render import published, shapes
from briefing.verification.unchecked import WHICH
from tests.verification.forging import copied, twist

_KEPT = object()


def leaves(form, place=()):
    """Give (place, shape) for every value in a shape: a place is the keys on the way, "[]" for an
    item of a list."""
    if isinstance(form, shapes.Maybe):
        yield from leaves(form.shape, place)
    elif isinstance(form, shapes.Pairs):
        yield from leaves(form.shape, (*place, "{}"))
        yield (*place, "{}"), form.shape
    elif isinstance(form, shapes.ListOf):
        yield place, form
        yield from leaves(form.shape, (*place, "[]"))
    elif isinstance(form, shapes.Record):
        for name, entry in form.flat.items():
            yield from leaves(entry.shape, (*place, name))
    else:
        yield place, form


def named(place):
    """Give a place as `verify` names fields: sections[].statements[].text."""
    return ".".join(place).replace(".[]", "[]").replace(".{}", "")


PLACES = {named(place): (place, form) for place, form in leaves(published.file_layout())}
WAYS = ("other", "gone", "more", "swapped")
KINDS = [f"{name} {way}" for name in PLACES for way in WAYS if way in ("other", "swapped")]
KINDS += [
    f"{name} {way}"
    for name, (_, form) in PLACES.items()
    for way in ("gone", "more")
    if isinstance(form, shapes.ListOf)
]


def holders(node, place):
    """Give (what holds it, its key) for every value of a node at a place."""
    if not place:
        return
    first, *rest = place
    if first == "[]":
        keys = range(len(node)) if isinstance(node, list) else ()
    elif first == "{}":
        keys = list(node) if isinstance(node, dict) else ()
    else:
        keys = [first] if isinstance(node, dict) and first in node else ()
    for key in keys:
        if rest:
            yield from holders(node[key], rest)
        else:
            yield node, key


def changed(rng, value, form):
    """Give another value of the same shape, `_KEPT` where there is none."""
    if isinstance(form, shapes.OneOf):
        others = [word for word in form.words if word != value]
        return rng.choice(others) if others else _KEPT
    word = form.word if isinstance(form, shapes.Scalar) else ""
    if isinstance(value, bool) or word == "flag":
        return not value
    if isinstance(value, str) or (value is None and word in {"text", "name"}):
        return rng.choice([twist(rng, value or ""), (value or "") + " x", "A"])
    if isinstance(value, int | float):
        return value + rng.choice([1, 2, 7])
    if isinstance(value, list):
        return value[::-1] if value != value[::-1] else _KEPT
    return _KEPT


def forge(rng, true, kind):
    """Give a copy of `true` with one value forged, None where it holds nothing of that kind."""
    name, way = kind.rsplit(" ", 1)
    place, form = PLACES[name]
    node = copied(true)
    found = list(holders(node, place))
    if not found and place[-1] in ("unlisted", "considered", "rendition") and way == "other":
        return _optional(rng, node, place)
    if not found:
        return None
    holder, key = rng.choice(found)
    value = holder[key]
    if way == "gone" and value:
        value.pop(rng.randrange(len(value)))
    elif way == "more" and value:
        value.append(copied(rng.choice(value)))
    elif way == "swapped" and len(found) > 1:
        others = [one for one in found if one[0][one[1]] is not value]
        if not others:
            return None
        other, there = rng.choice(others)
        holder[key], other[there] = copied(other[there]), copied(value)
    elif way == "other":
        made = changed(rng, value, form)
        if made is _KEPT:
            return None
        holder[key] = made
    return node if node != true else None


def _optional(rng, node, place):
    """Put in what true briefs leave out: each of these once switched a check off."""
    if place[-1] == "considered":
        rng.choice(node["sources"])["considered"] = False
    else:
        node[place[-1]] = {
            "unlisted": rng.choice([1, 600]),
            "rendition": {
                "sections": rng.choice([[], [one["slug"] for one in node["sections"]]]),
                "baseline": 0,
            },
        }[place[-1]]
    return node


def differing(true, forged, place=()):
    """Give the places, as `verify` names fields, at which two nodes differ."""
    if true == forged:
        return set()
    if isinstance(true, dict) and isinstance(forged, dict):
        keys = true.keys() | forged.keys()
        return {
            one for key in keys for one in differing(true.get(key), forged.get(key), (*place, key))
        }
    same = isinstance(true, list) and isinstance(forged, list) and len(true) == len(forged)
    if same and sorted(map(repr, true)) != sorted(map(repr, forged)):
        return {
            one
            for left, right in zip(true, forged, strict=True)
            for one in differing(left, right, (*place, "[]"))
        }
    return {named(place)}


def covered(place, fields):
    """Tell whether a place lies under one of the fields named; "all of" a list names its length and
    order only."""
    return any(
        place in (field, field.removeprefix(WHICH)) or place.startswith((f"{field}.", f"{field}["))
        for field in fields
    )
