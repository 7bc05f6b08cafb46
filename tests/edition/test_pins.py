"""A pin is an order: told in the section that it names, or the build says why not."""

import json
import re

import pytest

from tests.projects.desk import Desk, statements

CONFIG = """\
brief: {title: The mill at Ormen, as_of: 2026-05-10, window: 30d}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: mill, title: The mill, terms: [mill, wheel*], statements: 1}
  - {slug: money, title: Money, terms: [crowns], statements: 1}
  - {slug: views, title: Views, kind: positions, terms: [mill], statements: 2}
outputs: [{kind: markdown}, {kind: json}]
"""
ARTICLES = {
    "a.txt": """\
Mill at Ormen reopens

Ormen Post, 5 May 2026

The mill at Ormen reopened on Monday after its wheel was repaired, the town said.

Ferries run every twenty minutes. The baker Hugo Lind lends bicycles to nurses.

It was closed for a year. Nobody there remembers a longer silence.

The repair of it cost two million crowns, the treasurer Ada Nyholm said.

The wheel weighs nine tonnes and was cast in Ormen. The old wheel stands in the yard.

The company said that the wheel had been tested. The inspectors denied that.
""",
    "b.txt": """\
Mill closes

Ormen Post, 5 May 2024

The mill at Ormen closed on 2 May 2024 because its wheel was cracked.
""",
    "d.txt": """\
Harbour talks

Ormen Post, 6 May 2026

He did not say when they would end, or why they had begun at all. She would not say it either.

The talks at the harbour of Ormen go on, the town said.
""",
    "c.txt": """\
Notizie da Ormen

Corriere di Ormen, 5 maggio 2026

Il mulino di Ormen è stato riaperto lunedì, ha detto il comune, dopo che la ruota era stata
riparata. I costi della riparazione non sono ancora noti alla città e non lo saranno presto.
""",
}


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """A brief of three articles with room for one statement in each of its sections."""
    folder = tmp_path / "mill"
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


def pin(desk, *entries):
    """Pin passages, each (file, passage, section)."""
    lines = [
        f"  - {{path: articles/{name}, passage: {number}"
        + (f", section: {section}}}" if section else "}")
        for name, number, section in entries
    ]
    desk.analyst("pin:\n" + "\n".join(lines) + "\n")


def texts(desk, slug):
    return [
        one["text"]
        for section in desk.brief()["sections"]
        if section["slug"] == slug
        for one in section["statements"]
    ]


ORDERS = {
    "a passage that no section takes": ("a.txt", 4, "money", "The baker Hugo Lind"),
    "a passage that another section takes": ("a.txt", 3, "money", "reopened on Monday"),
    "an article from before the window": ("b.txt", 3, "mill", "closed on 2 May 2024"),
    "a report among views": ("a.txt", 7, "views", "weighs nine tonnes"),
    "sentences that can't stand alone": ("d.txt", 3, "mill", "begun at all. She would"),
    "the best section where none is named": ("a.txt", 6, "", "two million crowns"),
    "a line that is taken for no text of the article": (
        "a.txt",
        1,
        "mill",
        "Mill at Ormen reopens",
    ),
    "a claim with its denial": ("a.txt", 8, "mill", "The inspectors denied that."),
}


@pytest.mark.parametrize("what", ORDERS)
def test_a_pin_is_told_in_its_section_and_proved(desk, what):
    name, number, section, words = ORDERS[what]
    pin(desk, (name, number, section))
    desk.build()
    told = texts(desk, section or "money")
    assert any(words in one for one in told), told
    assert desk.run("verify") == (0, "output/brief.json: every statement holds\n", "")
    assert "pinned by the analyst" in (desk.folder / "output/brief.md").read_text("utf-8")


def test_every_sentence_of_a_pinned_passage_is_told_once(desk):
    pin(desk, ("a.txt", 7, "mill"), ("a.txt", 7, "mill"))
    desk.build()
    told = " ".join(texts(desk, "mill"))
    assert told.count("nine tonnes") == told.count("stands in the yard") == 1


def test_pins_are_told_over_budget(desk):
    pin(desk, *(("a.txt", number, "money") for number in (3, 4, 6, 7)))
    desk.build()
    told = " ".join(texts(desk, "money"))
    for words in ("reopened on Monday", "Hugo Lind", "two million crowns", "nine tonnes"):
        assert words in told


REFUSED = {
    "a passage that no section takes": (("a.txt", 4, ""), "no section's tags fit it"),
    "another language": (("c.txt", 3, "mill"), "it is in it"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_pin_that_can_not_be_obeyed_fails_the_build_at_its_place(desk, what):
    entry, why = REFUSED[what]
    pin(desk, entry)
    code, _, err = desk.run("build")
    assert code == 2
    assert re.search(
        rf"^analyst\.yaml:2:5: error: passage {entry[1]} of .*{why}", err, re.MULTILINE
    ), err
    assert not (desk.folder / "output/brief.md").exists()
    assert why in desk.run("check")[2]


def test_words_pinned_to_two_sections_are_refused_with_both_lines(desk):
    pin(desk, ("a.txt", 3, "mill"), ("a.txt", 3, "money"))
    code, _, err = desk.run("build")
    assert code == 2
    assert "analyst.yaml:3:5: error: " in err
    assert "pinned to mill already, in line 2" in err


def test_nobody_but_the_analyst_makes_a_statement_pinned(desk):
    """Sentences that can't stand alone are believed as pinned where the desk's files say so."""
    pin(desk, ("d.txt", 3, "mill"))
    desk.build()
    (desk.folder / "analyst.yaml").unlink()
    forged = desk.folder / "forged.json"
    node = desk.brief()
    node["edition"]["number"] = 0
    forged.write_text(json.dumps(node, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    code, out, _ = desk.run("verify", "forged.json")
    assert code == 1 or "not checked" in out
    for one in statements(node):
        one.pop("pinned", None)
    forged.write_text(json.dumps(node, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    code, out, _ = desk.run("verify", "forged.json")
    assert code == 1
    assert "it can't stand alone" in out
