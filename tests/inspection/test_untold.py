"""Why a passage is not told: the true reason, and an advice that tells it."""

import re
import shlex

import pytest

from tests.projects.desk import Desk, statements

CONFIG = """\
brief: {title: The mill at Ormen, as_of: 2026-05-10, window: 30d}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: mill, title: The mill, terms: [mill, wheel*, miller*], statements: 2}
  - {slug: views, title: Views, kind: positions, terms: [weir], statements: 2}
outputs: [{kind: json}]
"""
ARTICLES = {
    "a.txt": """\
Mill at Ormen reopens

Ormen Post, 5 May 2026

The mill at Ormen reopened on 4 May 2026 after its wheel was repaired, the town said.

The baker Hugo Lind lends bicycles to nurses on Sundays.

The wheel of the mill weighs nine tonnes and was cast in Ormen by the firm Halvar in 1911.

The miller Ada Nyholm will grind 40 tonnes of rye for the bakers of the valley this summer.

The mill has a cellar where flour is kept dry in 300 sacks of linen.

“The weir is the soul of this valley and nobody may touch it ever again,” Ada Nyholm said on Monday.

The wheel of the mill was thought to be older than the church of the town.

Hugo Lind painted the weir at Ormen green in April 2026.
""",
    "b.txt": """\
Mill closes

Ormen Post, 5 May 2024

The mill at Ormen closed on 2 May 2024 because its wheel was cracked in a storm.
""",
    "c.txt": """\
Talks on the mill

Ormen Post, 6 May 2026

He did not say when the mill would be sold, or why it had been offered at all.

The mill at Ormen reopened on 4 May 2026 after its wheel was repaired, the town said on Monday.

After its wheel was repaired, the mill at Ormen reopened on 4 May 2026, the town said on Monday.

Cycling

Juniors won every relay because their captain outran old millers.
""",
    "d.txt": """\
Notizie dal mulino

Corriere di Ormen, 5 maggio 2026

Il mulino di Ormen è stato riaperto lunedì, ha comunicato il comune, dopo che la ruota era stata
riparata. I costi della riparazione non sono ancora noti, ha detto la sindaca nella serata.
""",
    "f.txt": """\
Wheel turns again

Radio Halvar, 5 May 2026

The mill at Ormen reopened on 4 May 2026 after its wheel was repaired, the town said.
""",
    "g.txt": """\
A ferry for the valley

Ormen Post, 7 May 2026

A ferry has carried the flour of the mill to Halvar since 3 May 2026, the port of Halvar said.
""",
    "h.txt": """\
Tickets for the museum

Ormen Post, 8 May 2026

A museum beside the mill sold 900 tickets to pupils of Halvar on 6 May 2026, the teacher Per Ek said.
""",
    "e.txt": """\
Mill sold

Ormen Post, 12 May 2026

The mill at Ormen was sold to the firm Halvar on 11 May 2026 for two million crowns.
""",
}
PINNED = {
    "a line of no article": ("a.txt", 1, "dropped as title"),
    "no tag": ("a.txt", 4, "no tag fits it"),
    "in passing": ("c.txt", 7, "under a subhead about something else and names mill in passing"),
    "refused": ("c.txt", 3, "its sentences can't stand alone: "),
    "older than the window": ("b.txt", 3, "older than the window of 30d"),
    "no room": ("g.txt", 3, "no room: mill tells 2 of 2 statements; before it came "),
    "repeating what is told": ("c.txt", 5, "it repeats "),
    "said by another": ("f.txt", 3, "says the same, and stands for it"),
}


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """A brief of five articles with little room."""
    folder = tmp_path / "mill"
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(folder)
    made = Desk(folder=folder, capfd=capfd)
    assert made.run("build")[0] == 0
    return made


def explained(desk, name, number):
    code, out, err = desk.run("explain", f"articles/{name}:{number}")
    assert code == 0, err
    return out


def told(desk, name, number):
    return "told as " in explained(desk, name, number)


@pytest.mark.parametrize("what", PINNED)
def test_the_reason_is_true_and_the_advice_tells_it(desk, what):
    name, number, why = PINNED[what]
    out = explained(desk, name, number)
    assert f"not told: {why}" in out or why in out, out
    command = re.search(r"^to tell it: briefing (.+)$", out, re.MULTILINE)[1]
    assert desk.run(*shlex.split(command))[0] == 0
    code, _, err = desk.run("build")
    assert code == 0, err
    assert told(desk, name, number)
    assert desk.run("verify")[0] == 0


def test_what_adds_next_to_nothing_is_named_as_that_where_the_config_gives_no_number(desk):
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8").replace("miller*], statements: 2", "miller*]")
    config.write_text(text, encoding="utf-8")
    assert desk.run("build")[0] == 0
    reasons = [explained(desk, "a.txt", number) for number in range(3, 11)]
    assert any("not told: too little: it adds " in one
               for one in reasons), reasons  # fmt: skip


def test_the_lines_to_paste_do_the_same_as_the_command(desk):
    out = explained(desk, "a.txt", 4)
    desk.analyst(re.search(r"^ +(pin: .+)$", out, re.MULTILINE)[1] + "\n")
    assert desk.run("build")[0] == 0
    assert told(desk, "a.txt", 4)


def test_what_the_analyst_excluded_is_told_once_that_is_taken_out(desk):
    number = next(n for n in range(3, 11) if told(desk, "a.txt", n) and n != 3)
    assert desk.run("exclude", f"articles/a.txt:{number}", "--reason", "stale")[0] == 0
    desk.run("build")
    out = explained(desk, "a.txt", number)
    assert "not told: excluded by the analyst in analyst.yaml, line 2: stale" in out
    assert "to tell it: take that entry out of analyst.yaml" in out
    (desk.folder / "analyst.yaml").unlink()
    desk.run("build")
    assert told(desk, "a.txt", number)


def test_another_language_and_a_source_after_the_cut_off_are_named_as_that(desk):
    out = explained(desk, "d.txt", 3)
    assert "not told: its source is in it, and no language pack serves that" in out
    code, _, err = desk.run("explain", "articles/e.txt:3")
    assert code == 2
    assert "it appeared after the information cut-off" in err
    assert "set brief.as_of to latest" in err
    config = desk.folder / "config.yaml"
    text = config.read_text(encoding="utf-8").replace("as_of: 2026-05-10", "as_of: latest")
    config.write_text(text, encoding="utf-8")
    desk.run("build")
    assert told(desk, "e.txt", 3)


def test_a_statement_is_explained_by_its_number_wherever_it_stands(desk):
    for one in statements(desk.brief()):
        code, out, _ = desk.run("explain", one["number"])
        assert code == 0
        assert out.startswith(f"{one['id']} in ")
        assert f"number: {one['number']}" in out


WRONG = {
    ("explain", "9.9"): "9.9: error: the brief has no such statement (numbers from 1.1 to ",
    ("explain", "articles/a.txt:99"): "error: the source has no such passage (it has 1 to 10)",
    ("explain", "articles/aa.txt:1"): "there is no such source (did you mean 'articles/a.txt'?)",
    ("pin", "articles/a.txt:4", "--section", "mil"): "--section: there is no section 'mil'",
    ("pin", "nothing"): "nothing: error: the brief has no such statement",
    ("exclude", "articles/x.txt", "--reason", "r"): "error: there is no such source",
    ("exclude", "articles/a.txt:4"): "Missing option '--reason'",
    ("correct", "articles/a.txt:4", "--was", "cats", "--now", "dogs", "--reason", "r"): (
        "--was: passage 4 of articles/a.txt does not say 'cats'"
    ),
    ("judge", "So.", "--cite", "1.1", "--likelihood", "perhaps", "--confidence", "low"): (
        "'perhaps' is not a term of icd203"
    ),
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_mistake_is_one_line_and_writes_nothing(desk, arguments):
    code, out, err = desk.run(*arguments)
    assert (code, out) == (2, "")
    assert WRONG[arguments] in err
    assert len(err.strip().splitlines()) == 1
    assert not (desk.folder / "analyst.yaml").exists()


def test_acts_from_the_command_line_are_in_the_brief(desk):
    number = statements(desk.brief())[0]["number"]
    for arguments in (
        ("pin", "articles/a.txt:4", "--section", "mill"),
        ("correct", "articles/a.txt:5", "--was", "1911", "--now", "1912", "--reason", "archive"),
        (
            *("judge", "It will stay open.", "--cite", number, "--cite", "articles/a.txt:6"),
            *("--likelihood", "likely", "--confidence", "low", "--reason", "orders"),
        ),
    ):
        code, out, err = desk.run(*arguments)
        assert (code, err) == (0, "")
        assert out.startswith("analyst.yaml: ")
    assert desk.run("build")[0] == 0
    brief = desk.brief()
    assert any("Hugo Lind" in one["text"] for one in statements(brief))
    (judgement,) = brief["judgements"]
    assert len(judgement["citations"]) == 2
    assert any("analyst" in one["topic"] for one in brief["disagreements"])
    code, out, _ = desk.run("pin", "articles/a.txt:4", "--section", "mill")
    assert (code, out.strip().endswith("(it said so already)")) == (0, True)
