"""The analyst's file: what must be told, what must not, what is wrong, what they judge."""

import json
import re

import pytest

from briefing.settings import seals
from tests.projects.desk import statements

COURIER = "articles/b_courier.txt"
PLACE = (COURIER, 7)


def explained(desk, text):
    """Give the lines that `explain` offers for the statement that holds `text`, by their first
    word."""
    found = next(s for s in statements(desk.brief()) if text in s["text"])
    code, out, _ = desk.run("explain", found["id"])
    assert code == 0
    return found, {
        key: line.strip()
        for line in out.splitlines()
        for key in ("pin", "exclude")
        if line.strip().startswith(f"{key}:")
    }


def test_what_explain_offers_works_when_pasted(desk):
    desk.build()
    _, lines = explained(desk, "16 vessels")
    desk.analyst(lines["exclude"] + "\n")
    assert desk.run("build", "--strict", "--formats", "markdown,json")[0] == 0
    after = desk.brief()
    assert not any("16 vessels" in s["text"] for s in statements(after))
    assert any(
        "16 vessels" in gone["was"] and gone["cause"] for gone in after["changes"]["withdrawn"]
    )
    assert desk.run("verify")[0] == 0


def test_a_pinned_passage_is_told_in_its_section(desk):
    config = desk.folder / "config.yaml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("statements: 6", "statements: 1"),
        encoding="utf-8",
    )
    desk.build()
    text = (desk.folder / "articles/a_gazette.txt").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("In November 2024"))
    desk.analyst(
        f"pin: [{{path: articles/a_gazette.txt, passage: 8, hash: {seals.passage_seal(line)}, "
        f"section: works}}]\n"
    )
    brief = desk.build("--strict")
    works = next(section for section in brief["sections"] if section["slug"] == "works")
    assert any("two barges" in s["text"] for s in works["statements"])
    assert desk.run("verify")[0] == 0


def test_a_correction_stands_beside_the_words_that_it_corrects(desk):
    desk.analyst(
        f"correct: [{{path: {COURIER}, passage: 4, was: five months, now: four months, reason: the "
        f"contract}}]\n"
    )
    brief = desk.build()
    found = next(one for one in brief["disagreements"] if "analyst" in one["topic"])
    assert found["positions"][0]["text"] == "five months"
    assert found["positions"][1]["text"].startswith("four months")
    assert "the contract" in found["positions"][1]["text"]
    assert any("five months" in s["text"] for s in statements(brief)), (
        "the source's words were mended"
    )
    assert desk.run("verify")[0] == 0


def test_a_judgement_is_printed_apart_with_what_it_rests_on(desk):
    desk.analyst(
        "scale: phia\njudgements:\n  - text: The tolls will rise.\n    likelihood: realistic "
        "possibility\n"
        "    confidence: low\n    reason: the board wants it\n"
        f"    cites: [{{path: {COURIER}, quote: if the tolls on the lower river were raised}}]\n"
    )
    brief = desk.build()
    (found,) = brief["judgements"]
    assert (found["likelihood"], found["confidence"], found["scale"].lower()) == (
        "realistic possibility",
        "low",
        "phia",
    )
    assert found["citations"][0]["quote"] == "if the tolls on the lower river were raised"
    assert not any("The tolls will rise" in s["text"] for s in statements(brief))
    assert "The tolls will rise." in (desk.folder / "output/brief.md").read_text(encoding="utf-8")
    assert desk.run("verify")[0] == 0


STALE = {
    "a changed passage": f"exclude: [{{path: {COURIER}, passage: 7, hash: 0123456789ab, reason: "
    f"wrong}}]",
    "a passage that is not there": f"exclude: [{{path: {COURIER}, passage: 70, reason: wrong}}]",
    "a source that is not there": "exclude: [{path: articles/none.txt, reason: wrong}]",
    "words that are not there": f"correct: [{{path: {COURIER}, passage: 7, was: 99 ships, now: 9, "
    f"reason: wrong}}]",
    "a pin": f"pin: [{{path: {COURIER}, passage: 7, hash: 0123456789ab, section: works}}]",
    "a judgement's quote": "judgements: [{text: So., likelihood: likely, confidence: low, reason: "
    "r, "
    f"cites: [{{path: {COURIER}, quote: nobody says this}}]}}]",
}


@pytest.mark.parametrize("what", STALE)
def test_a_stale_entry_is_said_loudly_decides_nothing_and_fails_when_strict(desk, what):
    plain = desk.build()
    desk.analyst(STALE[what] + "\n")
    code, _, err = desk.run("build", "--formats", "markdown,json")
    assert code == 0
    assert re.search(r"^analyst\.yaml:1:\d+: warning: .*stale", err, re.MULTILINE), err
    assert [s["text"] for s in statements(desk.brief())] == [s["text"] for s in statements(plain)]
    assert desk.run("verify")[0] == 0
    assert desk.run("build", "--strict", "--formats", "markdown,json")[0] == 1
    assert desk.run("check", "--strict")[0] == 1


def without_sources(brief):
    return {name: value for name, value in brief.items() if name != "sources"}


def every_source(node):
    """The ids of the sources that anything below `node` cites."""
    if isinstance(node, dict):
        yield from [node["source"]] if isinstance(node.get("source"), str) else []
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from every_source(item)


def test_a_whole_source_can_be_left_out(desk):
    desk.analyst("exclude: [{path: articles/c_review.txt, reason: its outlet is not known}]\n")
    brief = desk.build()
    paths = {one["id"]: one["path"] for one in brief["sources"]}
    cited = {paths[one] for one in every_source(without_sources(brief))}
    assert cited
    assert "articles/c_review.txt" not in cited
    assert desk.run("verify")[0] == 0


def test_merged_spellings_are_one_name(desk):
    article = desk.folder / "articles/c_review.txt"
    article.write_text(
        article.read_text(encoding="utf-8")
        .replace("Anton Reves", "Anton Rieves")
        .replace("He believes", "Mr Rieves believes")
        + "\nAnton Reves, a shipping analyst in Vellin, was not at the opening of the quay.\n",
        encoding="utf-8",
    )
    desk.analyst("names: {merge: [{name: Anton Reves, forms: [Anton Rieves]}]}\n")
    brief = desk.build()
    assert {"name": "Anton Reves", "aliases": ["Anton Rieves"]}.items() <= next(
        name for name in brief["names"] if name["name"] == "Anton Reves"
    ).items()
    assert desk.run("verify")[0] == 0


OPPOSITES = {
    "one passage": "exclude:\n  - {path: articles/b_courier.txt, passage: 7, hash: SEAL, reason: "
    "wrong}",
    "a whole source": "exclude:\n  - {path: articles/b_courier.txt, reason: wrong}",
}


@pytest.mark.parametrize("what", OPPOSITES)
def test_a_passage_pinned_and_excluded_is_refused_with_both_lines(desk, what):
    desk.build()
    (found,) = [
        one
        for one in json.loads(desk.run("passages", "--json")[1])
        if (one["path"], one["number"]) == PLACE
    ]
    seal = seals.passage_seal(found["text"])
    pin = f"pin:\n  - {{path: {COURIER}, passage: 7, hash: {seal}, section: works}}\n"
    desk.analyst(pin + OPPOSITES[what].replace("SEAL", seal) + "\n")
    code, _, err = desk.run("build", "--formats", "json")
    said = (
        f"analyst.yaml:2:5: error: passage 7 of {COURIER} is pinned and can't be told: "
        "it is excluded in line 4"
    )
    assert (code, err) == (2, f"{said} (take one of them out)\n")
    assert desk.run("check")[2] == err
    desk.analyst(
        pin + OPPOSITES[what].replace("SEAL", "0123456789ab").replace("b_courier", "none") + "\n"
    )
    assert "it is excluded in line" not in desk.run("build", "--formats", "json")[2]


def test_a_moved_passage_is_told_in_its_new_section_alone_and_proves(desk):
    desk.build()
    found, lines = explained(desk, "16 vessels")
    entry = re.search(r"\{path: .*hash: \w+", lines["pin"]).group()
    slug = next(one["slug"] for one in desk.brief()["sections"] if found in one["statements"])
    other = "money" if slug != "money" else "works"
    desk.analyst(f"move: [{entry}, section: {other}}}]\nscale: icd203\n")
    after = desk.build()
    where = [
        one["slug"]
        for one in after["sections"]
        for told in one["statements"]
        if "16 vessels" in told["text"]
    ]
    assert where == [other]
    assert desk.run("verify")[0] == 0


def test_a_marked_outlet_and_person_count_before_the_config(desk):
    before = desk.build()
    outlet = "Vellin Gazette"
    assert {one["reliability"] for one in before["sources"] if one["outlet"] == outlet} == {"B"}
    desk.analyst(
        f"outlets: [{{name: {json.dumps(outlet)}, reliability: D, note: owned by the port}}]\n"
        "people: [{name: Somebody Unheard, role: pilot}]\n"
    )
    after = desk.build()
    assert {one["reliability"] for one in after["sources"] if one["outlet"] == outlet} == {"D"}
    assert desk.run("verify")[0] == 0


def test_what_was_kept_changes_nothing_in_the_brief(desk):
    before = desk.build()
    _, lines = explained(desk, "16 vessels")
    desk.analyst(lines["pin"].replace("pin:", "keep:").partition(", section")[0] + "}]\n")
    after = desk.build("--force")
    assert after["sections"] == [
        {**one, "statements": [{**told, "change": "kept"} for told in one["statements"]]}
        for one in before["sections"]
    ]
