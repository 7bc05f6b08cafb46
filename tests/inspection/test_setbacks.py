"""Why something is set back in the choice: each reason by itself, with where it stands."""

import re
import shlex

import pytest

from tests.projects.desk import Desk

CONFIG = """\
brief: {title: The quarry at Brant, as_of: 2026-03-20}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: quarry, title: The quarry, terms: [quarr*, Halvorn, killed, minister, said]}
outputs: [{kind: json}]
"""
BEFORE = """\
Wall falls at Brant

Brant Blad, 10 March 2026

The wall of the quarry at Brant fell on Tuesday, the police said.

{sentence}
"""
LATER = """\
News of Brant

{outlet}, 13 March 2026

{sentence}
"""
BETTER = """\
Owner loses licence

Fjell Radio, 14 March 2026

Halvorn has lost its licence for the quarry at Brant, the mining office said on Friday.

The court of Dorn fined the firm Halvorn 2 million crowns for the collapse at the quarry.

Rescue teams found 300 tonnes of dynamite in the northern tunnel of the quarry on Friday.
"""
# By reason: the sentence of the older article, one of a later article, and what is said.
SETBACKS = {
    "overtaken": (
        "The number of deaths in the quarry at Brant rose to five, the police said.",
        "The collapse of the quarry at Brant has killed nine people, the police said on Friday.",
        r"a later count has overtaken it: 1\.\d \(s-\w+\)",
    ),
    "taken back": (
        "The manager Olav Brekke said the quarry was checked every week by two engineers.",
        "The manager Olav Brekke withdrew his words about the quarry on Friday.",
        r"its speaker took his words back later, in articles/b.txt:3: “The manager Olav Brekke with",
    ),
    "outlived": (
        "The minister Dana Krull remains in office despite the collapse of the quarry at Brant.",
        "The minister Dana Krull resigned on Friday over the collapse of the quarry.",
        r"it tells of an office that was left since, in articles/b.txt:3: “The minister Dana Krull",
    ),
    "a quip": (
        "“My soup was still warm and nobody wanted to eat,” the cook Mette Rask said.",
        "The mining office closed the quarry at Brant for two years on Friday.",
        r"it is a quotation with hardly a word of what the articles open with",
    ),
    "so for now": (
        "The gate of the quarry at Brant stays shut, the minister Dana Krull said.",
        "The minister Dana Krull had two shafts of the quarry at Brant mapped.",
        r"it tells what was ahead, or how things stood, and newer days have passed",
    ),
    "said long ago": (
        "The engineer Ane Lid said in May 2023 that the quarry had cracks 40 metres long.",
        "The mining office closed the quarry at Brant for two years on Friday.",
        r"its date, 2023-05, lies half a year or more before its article: it counts as said then",
    ),
    "colour": (
        "The minister Dana Krull stood at the quarry and declined to comment on the collapse.",
        "The mining office closed the quarry at Brant for two years on Friday.",
        r"“declined to comment” marks it as colour",
    ),
}


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    return Desk(folder=tmp_path, capfd=capfd)


def lay(desk, sentence, later):
    texts = {
        "a.txt": BEFORE.format(sentence=sentence),
        "b.txt": LATER.format(outlet="Vest Posten", sentence=later),
        "c.txt": BETTER,
    }
    for name, text in texts.items():
        (desk.folder / "articles" / name).write_text(text, encoding="utf-8")
    assert desk.run("build")[0] == 0


@pytest.mark.parametrize("reason", SETBACKS)
def test_a_setback_is_named_with_its_evidence_and_a_pin_overrides_it(desk, reason):
    sentence, later, why = SETBACKS[reason]
    lay(desk, sentence, later)
    code, out, err = desk.run("explain", "articles/a.txt:4")
    assert code == 0, err
    set_back = "set back so far that quarry would tell it only if it had nothing else"
    assert re.search(rf"^not told: {set_back}: {why}", out, re.MULTILINE), out
    command = re.search(r"^to tell it: briefing (.+)$", out, re.MULTILINE)[1]
    assert desk.run(*shlex.split(command))[0] == 0
    assert desk.run("build")[0] == 0
    assert "told as " in desk.run("explain", "articles/a.txt:4")[1]


def test_what_was_foretold_for_a_day_gone_by_is_worth_nothing_until_it_is_pinned(desk):
    lay(desk, "The quarry at Brant will reopen on 12 March.", "Two shafts at Brant were mapped.")
    out = desk.run("explain", "articles/a.txt:4")[1]
    why = r"^not told in a section: worth nothing by now: it .* passed$"
    assert re.search(why, out, re.MULTILINE), out
    command = re.search(r"^to tell it: briefing (.+)$", out, re.MULTILINE)[1]
    assert desk.run(*shlex.split(command))[0] == 0
    assert desk.run("build")[0] == 0
    assert "told as " in desk.run("explain", "articles/a.txt:4")[1]


@pytest.mark.parametrize("reason", ["taken back", "outlived"])
def test_without_the_later_article_it_is_not_set_back(desk, reason):
    sentence, _, _ = SETBACKS[reason]
    lay(desk, sentence, "The mining office closed the quarry at Brant for two years on Friday.")
    out = desk.run("explain", "articles/a.txt:4")[1]
    assert "set back" not in out
