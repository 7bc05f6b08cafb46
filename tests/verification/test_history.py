"""What an edition says of the one before it and of what it set aside, with no record at hand."""

import copy
import json
import shutil

import pytest

from briefing import cli
from briefing.verification.verify import verify_brief
from tests.projects.eventful import lay_eventful
from tests.verification.conftest import TOPIC, Desk
from tests.verification.situations import (
    SOURCES_ALONE,
    WITH_CONFIG,
    WITH_NEIGHBOURS,
    lay_situations,
)


@pytest.fixture(scope="module")
def eventful(tmp_path_factory):
    """A desk with two editions between which much happened."""
    config = lay_eventful(tmp_path_factory.mktemp("history") / "desk")
    brief = json.loads((config.parent / "output" / "brief.json").read_bytes())
    return Desk(folder=config.parent, true=brief)


@pytest.fixture(scope="module")
def laid(eventful, tmp_path_factory):
    """The situations of its newest edition."""
    return lay_situations(eventful.folder, tmp_path_factory.mktemp("situations"))


def test_much_happened(eventful):
    changes = eventful.true["changes"]
    assert all(changes[one] for one in ("new", "changed", "withdrawn", "support", "revised"))
    reasons = [one["quarantined"] for one in eventful.true["sources"] if one["quarantined"]]
    assert len(reasons) == 2
    assert any("Withdrawn" in str(one["caveats"]) for one in eventful.true["sources"])
    assert [one["open"] for one in eventful.true["questions"]] == [False, True]


@pytest.mark.parametrize("part", ["changed", "withdrawn", "support", "revised"])
@pytest.mark.parametrize("key", ["was", "cause"])
def test_why_something_changed_is_worked_out_again(laid, eventful, part, key):
    node = copy.deepcopy(eventful.true)
    node["changes"][part][0][key] += " x"
    assert laid[WITH_NEIGHBOURS].judge(node).failures


def test_an_id_of_another_statement_is_refused(laid, eventful):
    node = json.loads(
        json.dumps(eventful.true).replace(eventful.true["changes"]["new"][0], "s-00000001")
    )
    assert any("id" in line for line in laid[WITH_NEIGHBOURS].judge(node).failures)


def test_what_was_set_aside_and_is_not_at_hand_is_named(laid, eventful):
    situation = laid[SOURCES_ALONE]
    assert "sources[].quarantined" not in situation.judge(eventful.true).unchecked
    scan = situation.base / "articles" / "h_scan.bin"
    content = scan.read_bytes()
    scan.unlink()
    try:
        verdict = situation.judge(eventful.true)
    finally:
        scan.write_bytes(content)
    assert verdict.failures == ()
    assert "sources[].quarantined" in verdict.unchecked
    assert any("h_scan.bin" in note for note in verdict.notes)


@pytest.mark.parametrize("name", ["g_later.txt", "h_scan.bin"])
def test_another_reason_for_setting_aside_is_refused(laid, eventful, name):
    node = copy.deepcopy(eventful.true)
    for one in node["sources"]:
        if one["path"].endswith(name):
            one["quarantined"] = "too large: 900 MB, of at most 50 MB"
    assert any(name in line for line in laid[WITH_NEIGHBOURS].judge(node).failures)


def test_no_article_is_too_late_for_a_config_without_a_cut_off(tmp_path):
    """A forger moves the cut-off back, so that an unwelcome article is too late."""
    shutil.copytree(TOPIC, tmp_path / "desk")
    config = tmp_path / "desk" / "config.yaml"
    whole = config.read_text(encoding="utf-8")

    def brief(as_of):
        config.write_text(whole.replace("as_of: 2025-03-10", f"as_of: {as_of}"), encoding="utf-8")
        place = ["--output", str(tmp_path / "desk" / "trial"), "--formats", "json", "-q"]
        assert cli.run_command(["build", "-c", str(config), *place]) == 0

    brief("2025-03-04")
    config.write_text(whole.replace("as_of: 2025-03-10", "as_of: latest"), encoding="utf-8")
    verdict = verify_brief(tmp_path / "desk" / "trial" / "brief.json", tmp_path / "desk", config)
    assert any("was not set aside for that reason" in line for line in verdict.failures)


def test_an_edition_is_no_readers_copy(laid, eventful):
    node = {**copy.deepcopy(eventful.true), "rendition": {"sections": [], "baseline": 1}}
    assert laid[WITH_NEIGHBOURS].judge(node).failures


@pytest.mark.parametrize("name", [WITH_NEIGHBOURS, WITH_CONFIG])
def test_another_order_of_what_is_told_is_refused(laid, eventful, name):
    node = copy.deepcopy(eventful.true)
    node["sections"][1]["statements"].reverse()
    assert laid[name].judge(node).failures


def test_what_is_cited_was_looked_at(laid, eventful):
    node = copy.deepcopy(eventful.true)
    node["sources"][0]["considered"] = False
    assert any("looked at" in line for line in laid[SOURCES_ALONE].judge(node).failures)
