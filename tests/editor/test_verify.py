"""A forged answer is refused: what is told must be what the kept answers choose, of what the program
allows.
"""

import json

import pytest

from tests.editor.scripted import choosing, tell_last


@pytest.fixture
def edited(desk, asked):
    """A desk whose newest edition an editor chose for, and its brief.json."""
    asked(choosing(tell_last))
    return desk, desk.build()


def part_of(brief, subject="dam"):
    return next(one for one in brief["editor"]["parts"] if one["reply"]["subject"] == subject)


def strange_key(brief):
    part_of(brief)["reply"]["chosen"][0] = "k000000000000"


def other_order(brief):
    part_of(brief)["reply"]["chosen"].reverse()


def key_of_another_section(brief):
    part_of(brief)["reply"]["chosen"].insert(0, brief["sections"][2]["statements"][0]["key"])


def nothing_chosen(brief):
    part_of(brief)["reply"]["chosen"] = []


def other_request(brief):
    part_of(brief)["reply"]["request"] = "0" * 64


def no_refusals(brief):
    part_of(brief)["refused"] = []


def other_program(brief):
    part_of(brief)["unedited"] = part_of(brief)["unedited"][1:]


def no_editor(brief):
    del brief["editor"]


def other_model(brief):
    brief["editor"]["model"] = "another-model"


def one_part_less(brief):
    brief["editor"]["parts"] = brief["editor"]["parts"][1:]


def other_opening(brief):
    told = [one["id"] for section in brief["sections"] for one in section["statements"]]
    brief["bottom_line"] = [told[-1], told[0]]


def opening_by_reply(brief):
    part_of(brief, "bottom line")["reply"]["chosen"].reverse()


def statement_left_out(brief):
    brief["sections"][0]["statements"].pop(0)


FORGERIES = (
    strange_key,
    other_order,
    key_of_another_section,
    nothing_chosen,
    other_request,
    no_refusals,
    other_program,
    no_editor,
    other_model,
    one_part_less,
    other_opening,
    opening_by_reply,
    statement_left_out,
)


@pytest.mark.parametrize("forge", FORGERIES, ids=[one.__name__ for one in FORGERIES])
def test_a_forged_answer_is_refused(edited, forge):
    desk, brief = edited
    for file in desk.folder.glob("config.yaml.db*"):  # a forger would see to that, too
        file.unlink()
    forge(brief)
    elsewhere = desk.folder / "given"
    elsewhere.mkdir()
    place = elsewhere / "brief.json"
    place.write_text(json.dumps(brief, ensure_ascii=False, indent=1), encoding="utf-8")
    code, out, err = desk.run("verify", str(place), "-c", "config.yaml")
    assert code == 1, (out, err)


def test_without_the_config_who_chose_is_named_as_not_checked(edited, tmp_path):
    desk, brief = edited
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("articles", "desk"):
        (desk.folder / name).rename(alone / name)
    place = alone / "brief.json"
    place.write_text(json.dumps(brief, ensure_ascii=False, indent=1), encoding="utf-8")
    code, out, _ = desk.run("verify", str(place), "-c", str(alone / "config.yaml"))
    assert code == 0, out
    assert "editor" in next(one for one in out.splitlines() if "all of bottom_line" in one)
    opening = brief["bottom_line"]
    brief["bottom_line"] = opening[::-1]
    place.write_text(json.dumps(brief, ensure_ascii=False, indent=1), encoding="utf-8")
    assert desk.run("verify", str(place), "-c", str(alone / "config.yaml"))[0] == 1


def test_a_reader_s_copy_says_what_of_the_editor_is_its_own(edited):
    desk, _ = edited
    config = desk.folder / "config.yaml"
    with config.open("a", encoding="utf-8") as file:
        file.write(
            "mail: {from: desk@example.org, after: build, courier: {kind: outbox, form: eml},"
            " recipients: [{to: one@example.org, sections: [people], formats: [json]}]}\n"
        )
    assert desk.run("build", "--force")[0] == 0
    code, out, err = desk.run("send")
    assert code == 0, (out, err)
    letters = list((desk.folder / "output" / "outbox").rglob("*.eml"))
    assert letters
    code, out, err = desk.run("verify", str(letters[0]))
    assert code == 0, (out, err)
