"""Which places a map shows: those that the desk pinned, and towns that can be no other."""

import json
import os
from pathlib import Path

import pytest

from briefing import cli
from briefing.offer.gazetteer import locate_town
from briefing.verification.verify import verify_brief

FINLAND = frozenset({"Finland"})


@pytest.mark.parametrize(
    ("name", "states", "lat"),
    [
        ("Turku", {"Finland"}, 60.45),
        ("Turku", set(), None),  # nothing says of which state, and it is no city of millions
        ("Dar‘a", {"Syria"}, 32.62),
        ("Deir Nowhere", {"Syria"}, None),
        ("Paris", set(), 48.85),
        ("Paris", {"South Africa"}, None),  # of which state it is, nobody can say
        ("London", {"Canada", "United Kingdom"}, 51.51),
        ("Springfield", {"United States"}, None),
        ("Luxembourg", {"Luxembourg"}, None),  # the state is no point
    ],
)
def test_a_town_is_found_where_it_can_be_no_other(name, states, lat):
    town = locate_town(name, frozenset(states))
    assert (town and town.lat) == lat


ARTICLE = """Quay of Turku closed

Vellin Post, 5 March 2025

The harbour board closed a quay in Turku, Finland, on 3 March 2025 after a fire.

The board agreed with Tampere that the ships of the harbour go elsewhere until 9 March 2025.
"""


def build(folder, config=""):
    """The brief.json of a project of one article."""
    (folder / "articles").mkdir()
    (folder / "articles" / "a.txt").write_text(ARTICLE)
    (folder / "config.yaml").write_text(
        "brief: {title: Quays, as_of: latest}\nsources: [{kind: folder, path: articles}]\n"
        "sections: [{slug: s, title: Quays, terms: [quay, harbour]}]\noutputs: [{kind: json}]\n"
        + config
    )
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert cli.run_command(["build", "-q"]) == 0
    finally:
        os.chdir(before)
    return json.loads((folder / "output" / "brief.json").read_bytes())


def test_towns_where_something_is_are_placed_and_a_forged_place_is_refused(tmp_path):
    made = build(tmp_path)
    (place,) = made["places"]  # Tampere is who agreed, and not where
    assert (place["name"], place["lat"], place["basis"]) == ("Turku", 60.45, "gazetteer")
    forged = {**made, "places": [{**place, "lat": 61.5}]}
    path = tmp_path / "output" / "brief.json"
    path.write_text(json.dumps(forged))
    assert verify_brief(path, tmp_path, None).failures


@pytest.mark.parametrize(
    ("far", "names"),
    [("lat: 61.0, lon: 24.0", ["Vellin", "Turku"]), ("lat: 62.5, lon: 28.5", ["Vellin"])],
)
def test_pinned_places_say_what_a_map_is_of(tmp_path, far, names):
    pins = (
        f"names:\n  places:\n    - {{name: Vellin, aliases: [harbour], {far}}}\n"
        "    - {name: Board, aliases: [quay], lat: 62.0, lon: 29.0}\n"
    )
    found = [place["name"] for place in build(tmp_path, pins)["places"]]
    assert [name for name in found if name != "Board"] == names
