"""`verify` accepts what is true and refuses every lie, however well it is told."""

import copy
import json
import random

import pytest

from briefing import cli
from briefing.verification.verify import list_failures
from tests.verification import (
    forge_around,
    forge_clauses,
    forge_quotes,
    forge_sources,
    forge_statements,
)
from tests.verification.forging import KINDS, consistent

ROOMS = (
    forge_quotes,
    forge_statements,
    forge_around,
    forge_sources,
    forge_clauses,
)  # importing them fills KINDS


def texts(desk):
    """Give the text of each source by its id: what a forger of junk quotes from."""
    return {
        one["id"]: (desk.folder / one["path"]).read_text(encoding="utf-8", errors="replace")
        for one in desk.true["sources"]
    }


def forged(desk, kind, seed):
    """Give a forged brief and what was done to it, or None where this kind finds nothing to
    forge."""
    for attempt in range(20):
        rng = random.Random(f"{kind} {seed} {attempt}")
        node = copy.deepcopy(desk.true)
        for one in node["sources"]:
            one["text of it"] = texts(desk)[one["id"]]
        done = KINDS[kind](rng, node)
        if done is None:
            continue
        for one in node["sources"]:
            one.pop("text of it", None)
        as_derived = node.pop("as derived", False)
        made = node if as_derived else consistent(node)
        for event in made["timeline"]:
            event.pop("follow", None)
        for section in made["sections"]:
            for statement in section["statements"]:
                statement.pop("as it is", None)
        if made != desk.true:
            return done, made
    return None


def judge(desk, node, place):
    """Give what `verify` finds wrong with a brief."""
    place.write_text(json.dumps(node), encoding="utf-8")
    return list_failures(place, desk.folder, desk.folder / "config.yaml")


def test_a_true_brief_is_accepted(desk, tmp_path):
    assert list_failures(desk.brief, desk.folder, desk.folder / "config.yaml") == []
    assert list_failures(desk.brief, desk.folder) == []
    assert judge(desk, desk.true, tmp_path / "same.json") == []


def test_every_file_of_forgeries_is_used():
    assert {function.__module__ for function in KINDS.values()} == {room.__name__ for room in ROOMS}


def test_to_be_consistent_forges_nothing(desk):
    assert consistent(copy.deepcopy(desk.true)) == desk.true


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_forgery_of_each_kind_is_refused(invented, seeded, kind, tmp_path):
    found = [
        (desk, one) for desk in (seeded, invented) if (one := forged(desk, kind, 0)) is not None
    ]
    assert found, f"neither brief has what {kind} forges"
    for desk, (done, node) in found:
        assert judge(desk, node, tmp_path / "forged.json"), (
            f"{desk.folder.name}: {done} was believed"
        )


def test_the_command_says_so(seeded, tmp_path, capfd):
    config = str(seeded.folder / "config.yaml")
    assert cli.run_command(["verify", "-c", config, str(seeded.brief)]) == 0
    done, node = forged(seeded, "word_dropped", 1)
    place = tmp_path / "forged.json"
    place.write_text(json.dumps(node), encoding="utf-8")
    assert cli.run_command(["verify", "-c", config, str(place)]) == 1, done
    assert capfd.readouterr().out.count("\n") > 1


@pytest.mark.soak
def test_hundreds_of_forgeries_are_refused(desk, tmp_path, count):
    believed, tried = [], 0
    for seed in range(1, count(2, 11)):
        for kind in sorted(KINDS)[:: count(7, 1)]:
            found = forged(desk, kind, seed)
            if found is not None:
                tried += 1
                if not judge(desk, found[1], tmp_path / "forged.json"):
                    believed.append(f"{kind} {seed}: {found[0]}")
    assert not believed
    assert tried >= count(8, 500)
