"""Any one value of a brief.json changed at random: refused, and never with a traceback."""

import json
import random

import pytest

from briefing.verification.verify import verify_brief
from tests.verification.forging import copied

UNPROVABLE = {"made_at", "fingerprint", "released"}
"""What neither the articles nor the desk's files can show: when it was made, and which edition it
is."""


def places(node, under=()):
    """Give every place in a tree of JSON: what holds it, its key, and the keys on the way."""
    keys = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in keys:
        yield node, key, (*under, key)
        yield from places(value, (*under, key))


def damaged(value, rng):
    """Give another value, of the same type where there is one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return rng.choice(["", value + "x", "2025-99-99", value[::-1]])
    if isinstance(value, int | float):
        return rng.choice([value + 1, -1, 10**9, 0])
    if isinstance(value, list):
        return rng.choice([[], value + value[:1], value[1:], value[::-1]])
    return {} if isinstance(value, dict) else rng.choice(["x", 3])


@pytest.mark.soak
def test_no_damage_is_believed_or_breaks_the_proof(desk, tmp_path, count):
    file = tmp_path / "damaged.json"
    believed = []
    for seed in range(count(30, 1500)):
        rng = random.Random(seed)
        node = copied(desk.true)
        holder, key, way = rng.choice(list(places(node)))
        holder[key] = damaged(holder[key], rng)
        if node == desk.true or UNPROVABLE & set(way):
            continue
        file.write_text(json.dumps(node), encoding="utf-8")
        found = verify_brief(file, desk.folder, desk.folder / "config.yaml")
        if way == ("slug",) and any(
            "the config is of another brief" in note for note in found.notes
        ):
            # under another name it is another brief's config that lies there, and that is said
            continue
        if not found.failures:
            believed.append(way)
    assert believed == []
