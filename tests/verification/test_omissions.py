"""Rows that a brief leaves out, tells twice or in another order: refused where its config is at
hand."""

import json

import pytest

from briefing.verification.verify import verify_brief
from tests.verification.forging import copied


def verdict(desk, node, tmp_path, *, config=True):
    """Verify a changed brief beside nothing but its config."""
    file = tmp_path / "brief.json"
    file.write_text(json.dumps(node), encoding="utf-8")
    return verify_brief(file, desk.folder, desk.folder / "config.yaml" if config else None)


@pytest.mark.parametrize("table", ["disagreements", "timeline"])
def test_no_row_can_go_unseen(desk, tmp_path, table):
    for number in range(len(desk.true[table])):
        node = copied(desk.true)
        del node[table][number]
        assert verdict(desk, node, tmp_path).failures, f"row {number} went unseen"


def test_differences_stand_in_order_and_once(desk, tmp_path):
    rows = desk.true["disagreements"]
    turned = [{**rows[0], "positions": rows[0]["positions"][::-1]}, *rows[1:]]
    wrongs = [one for one in (rows[::-1], [*rows, rows[0]], turned) if one != rows]
    assert len(wrongs) >= 2
    for wrong in wrongs:
        assert verdict(desk, {**desk.true, "disagreements": wrong}, tmp_path).failures


def test_a_citation_counts_once(desk, tmp_path):
    for row, number in (
        (row, number) for row, one in enumerate(desk.true["disagreements"]) for number in (0, 1)
    ):
        node = copied(desk.true)
        side = node["disagreements"][row]["positions"][number]
        side["citations"] += side["citations"][:1]
        assert verdict(desk, node, tmp_path, config=False).failures


def test_without_the_config_it_is_said_that_rows_may_be_missing(desk, tmp_path):
    found = verdict(desk, desk.true, tmp_path, config=False)
    assert not found.failures
    rows = {"all of disagreements", "all of timeline"}
    assert rows <= set(found.unchecked)
    assert not rows & set(verdict(desk, desk.true, tmp_path).unchecked)
