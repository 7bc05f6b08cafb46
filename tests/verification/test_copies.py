"""Readers' copies: the true ones are accepted whatever sections were chosen; what is forged in one is
refused, or named."""

import copy
import json
from itertools import combinations

import pytest

from briefing.job.load import load_job
from briefing.mailing.renditions import make_rendition, open_shelf
from briefing.render.json import encode_brief
from briefing.state import editions
from briefing.verification.verify import verify_brief
from tests.verification.situations import (
    NAMES,
    SOURCES_ALONE,
    WITH_CONFIG,
    WITH_NEIGHBOURS,
    WITH_RECORD,
    lay_situations,
)

SLUGS = ("people", "works", "money", "ferry", "views")


@pytest.fixture(scope="module")
def laid(laden, tmp_path_factory):
    """The situations of its newest edition."""
    return lay_situations(laden.folder, tmp_path_factory.mktemp("situations"))


@pytest.fixture(scope="module")
def cut(laden):
    """Cut the newest edition to sections, for a reader who had the first."""
    _, job = load_job(laden.folder / "config.yaml")
    older, newest = editions.readable_editions(laden.folder / "output")
    shelf = open_shelf(job, newest, [older])
    return lambda slugs: json.loads(
        encode_brief(make_rendition(shelf, (slugs, ((1, slugs, True),))).brief)
    )


@pytest.fixture
def judge(laid, tmp_path):
    """Verify a copy that lies somewhere, in one of the situations."""

    def verify(name, node):
        place = tmp_path / "copy.json"
        place.write_text(json.dumps(node), encoding="utf-8")
        return verify_brief(place, laid[name].base, laid[name].config)

    return verify


def test_a_true_copy_of_whatever_sections_is_accepted(judge, cut, count):
    chosen = [slugs for some in (1, 2, 3, 4, 5) for slugs in combinations(SLUGS, some)]
    for slugs in chosen[:: count(4, 1)]:
        verdict = judge(WITH_RECORD, cut(slugs))
        assert (verdict.failures, verdict.complete) == ((), True), (slugs, verdict.failures)
        assert judge(SOURCES_ALONE, cut(slugs)).failures == (), slugs


def test_a_copy_names_no_statement_of_a_section_left_out(cut):
    node = cut(("people", "money"))
    told = {one["id"] for section in node["sections"] for one in section["statements"]}
    rows = [*node["timeline"], *(p for one in node["disagreements"] for p in one["positions"])]
    assert any(one["statement"] is None for one in node["timeline"])
    assert {one["statement"] for one in rows} <= {None, *told}


@pytest.mark.parametrize(
    "said", [None, {"number": 99}, {"made_at": "2025-01-01T00:00:00Z"}, {"previous": None}]
)
def test_a_copy_of_another_edition_is_refused(judge, cut, said):
    node = cut(("works",))
    node["edition"] = said and node["edition"] | said
    assert judge(WITH_RECORD, node).failures
    assert judge(WITH_NEIGHBOURS, node).failures


def test_a_copy_opens_as_its_edition_does(judge, cut):
    node = cut(("people", "works", "money"))
    assert len(node["bottom_line"]) > 1
    node["bottom_line"].reverse()
    assert judge(WITH_RECORD, node).failures


@pytest.mark.parametrize("name", [WITH_CONFIG, SOURCES_ALONE])
def test_a_place_found_otherwise_is_refused(judge, cut, name):
    node = cut(("people", "money"))
    assert node["places"]
    node["places"][0]["basis"] = "gazetteer"
    assert judge(name, node).failures


@pytest.mark.parametrize("name", [WITH_CONFIG, SOURCES_ALONE])
def test_places_left_out_are_named(judge, cut, name):
    node = cut(("people", "money"))
    node["places"].pop()
    verdict = judge(name, node)
    assert verdict.failures or "all of places" in verdict.unchecked


@pytest.mark.parametrize("name", [one for one in NAMES if one != "edition alone"])
def test_a_source_that_is_not_listed_is_refused(judge, cut, name):
    """Wherever it is asked first, it is no bug of ours."""
    node = cut(("works",))
    node["sections"][0]["statements"][0]["citations"][0]["source"] = "A"
    assert any("not listed" in line for line in judge(name, node).failures)


@pytest.mark.parametrize("slugs", [(), ("works",)])
@pytest.mark.parametrize("name", [WITH_RECORD, WITH_NEIGHBOURS])
def test_another_slug_does_not_take_a_brief_from_its_config(judge, cut, laden, name, slugs):
    for node in (copy.deepcopy(laden.true), cut(slugs)):
        node |= {"slug": "another", "marking": "TLP:CLEAR"}
        assert judge(name, node).failures


@pytest.mark.parametrize("kind", ["no edition", "trial", "copy"])
def test_what_is_no_edition_does_not_stand_where_the_newest_belongs(laid, laden, cut, kind):
    node = cut(("works",)) if kind == "copy" else copy.deepcopy(laden.true)
    if kind == "no edition":
        node["edition"] = None
    if kind == "trial":
        node["edition"]["number"] = 0
    place = laid[WITH_NEIGHBOURS].base / "output" / "brief.json"
    true = place.read_bytes()
    place.chmod(0o644)
    place.write_text(json.dumps(node), encoding="utf-8")
    try:
        failures = verify_brief(place, laid[WITH_NEIGHBOURS].base).failures
    finally:
        place.write_bytes(true)
    assert any("edition 2 belongs here" in line for line in failures)


@pytest.mark.parametrize("name", ["brief.pdf", "Brief.pdf", "BRIEF.HTM", "brief.md.html"])
def test_a_page_beside_the_newest_edition_is_one_of_its_files(laid, name):
    place = laid[WITH_NEIGHBOURS].base / "output" / name
    place.write_bytes(b"%PDF-1.7")
    try:
        verdict = verify_brief(place.with_name("brief.json"), laid[WITH_NEIGHBOURS].base)
    finally:
        place.unlink()
    assert any(name in line for line in verdict.failures)
