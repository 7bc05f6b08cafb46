"""Why each sentence is not told: the reason is what the walk decided, and holds in the brief."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from briefing.compose.repetition import REPEATED
from briefing.inspection.passages import list_passages
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from tests.projects.desk import Desk, statements

TOPIC = Path(__file__).resolve().parents[1] / "projects" / "quarry"
# Each kind of reason: the passage, and what is said of it.
KINDS = {
    "no line of the article": ("1.txt", 1, r"dropped as title: .*; the list of sources has its"),
    "a note shown with its source": (
        "2.txt",
        7,
        r"dropped as disclaimer: .* under Sources, beside",
    ),
    "no tag": ("1.txt", 10, r"no tag fits it: no section is offered it"),
    "a claim that can't be told along": (
        "1.txt",
        6,
        r"it answers articles/1.txt:5 “They .*: of that, “They” means something",
    ),
    "corrected by its outlet": (
        "1.txt",
        8,
        r"set back so far that firm .*: its outlet corrected it later, in articles/2.txt:7: “Corr",
    ),
    "too short": (
        "1.txt",
        9,
        r"sentence 2 “Nobody saw that.”: .* it is too short for",
    ),
    "too little": (
        "1.txt",
        11,
        r"too little: it adds \d\.\d% of what a usual statement does, and c",
    ),
    "said by another": (
        "2.txt",
        3,
        r"1\.\d \(s-\w+\) says the same, and stands for it: “The number",
    ),
    "colour": (
        "2.txt",
        5,
        r"set back so far that firm .*: “declined to comment” marks it as colour",
    ),
    "nobody's view": ("2.txt", 6, r"in a section: views asks for views, and nobody is known to"),
    "repeating": ("2.txt", 4, r"it repeats 2\.\d \(s-\w+\): “The licence for the quarry"),
}
ALONG = """\
Lunch at Brant

Brant Blad, 15 March 2026

The quarry at Brant employed 90 workers of Halvorn on the day of the collapse.

They had asked for nets under the wall of the quarry since 2024.
"""
_NAMED = re.compile(r"(\d+\.\d+) \((s-\w+)\)")
_PLACE = re.compile(r"(articles/\w+\.txt):(\d+)")
_MORE = re.compile(r"^or, in the config: statements: (\d+) in the section (\w+), .*", re.MULTILINE)


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """The quarry: a dated topic of four articles of which two correct or overtake the first."""
    folder = tmp_path / "quarry"
    shutil.copytree(TOPIC, folder)
    monkeypatch.chdir(folder)
    made = Desk(folder=folder, capfd=capfd)
    assert made.run("build")[0] == 0
    return made


def explained(desk, name, number):
    code, out, err = desk.run("explain", f"articles/{name}:{number}")
    assert code == 0, err
    return out


def is_told(desk, name, number):
    out = explained(desk, name, number)
    return "told as " in out and "not told" not in out


@pytest.mark.parametrize("kind", KINDS)
def test_a_reason_is_said_and_its_pin_tells_the_passage(desk, kind):
    name, number, why = KINDS[kind]
    out = explained(desk, name, number)
    assert re.search(rf"^not told.*{why}", out, re.MULTILINE), out
    command = re.search(r"^to tell it: briefing (.+)$", out, re.MULTILINE)[1]
    assert desk.run(*shlex.split(command))[0] == 0
    code, _, err = desk.run("build")
    assert code == 0, err
    assert is_told(desk, name, number)


@pytest.mark.parametrize(("name", "number", "firm"), [("1.txt", 4, 3), ("3.txt", 7, 1)])
def test_the_room_that_is_advised_tells_it_and_one_less_does_not(desk, name, number, firm):
    config = (desk.folder / "config.yaml").read_text(encoding="utf-8")
    narrow = config.replace("statements: 3", f"statements: {firm}")
    (desk.folder / "config.yaml").write_text(narrow, encoding="utf-8")
    assert desk.run("build")[0] == 0
    needed, slug = _MORE.search(explained(desk, name, number)).groups()
    config = config.replace(", statements: 3", "")
    for much, told in ((int(needed) - 1, False), (int(needed), True)):
        line = re.sub(rf"(slug: {slug}.*)\}}", rf"\1, statements: {much}}}", config)
        (desk.folder / "config.yaml").write_text(line, encoding="utf-8")
        assert desk.run("build")[0] == 0
        assert is_told(desk, name, number) is told


def test_a_passage_is_told_in_part_by_the_sentences_that_are_named(desk):
    config = (desk.folder / "config.yaml").read_text(encoding="utf-8")
    asked = "rescue*, wall], statements: 6, questions: [{text: Who checked it?, terms: [checked]}]}"
    roomy = config.replace("rescue*, wall]}", asked)
    (desk.folder / "config.yaml").write_text(roomy, encoding="utf-8")
    assert desk.run("build")[0] == 0
    out = explained(desk, "1.txt", 9)
    (told,) = re.findall(r"^told as ([\d.]+) \(sentence 1 of 2\):$", out, re.MULTILINE)
    (one,) = (one for one in statements(desk.brief()) if one["number"] == told)
    assert one["text"].startswith("Halvorn checked the wall")
    assert "not told, sentence 2 “Nobody saw that.”" in out


def test_what_a_row_of_the_timeline_tells_is_called_told_there(desk):
    out = explained(desk, "2.txt", 6)
    assert "told in the timeline, at 2026-03-12: “A crime was registered" in out
    (row,) = (one for one in desk.brief()["timeline"] if one["date"] == "2026-03-12")
    assert row["text"].startswith("A crime was registered")


def test_the_lines_to_paste_name_the_passage_that_was_asked_for(desk):
    (desk.folder / "articles" / "5.txt").write_text(
        "Licence of Halvorn was lost\n\nBrant Blad, 12 March 2026\n\n"
        "The owner of the firm Halvorn lost its licence for the quarry at cards, a dealer said.\n\n"
        "The owner of the firm denied that.\n"
    )
    assert desk.run("build")[0] == 0
    for number in (3, 4):
        out = explained(desk, "5.txt", number)
        assert f"pin: [{{path: articles/5.txt, passage: {number}, " in out
        assert f"exclude: [{{path: articles/5.txt, passage: {number}, " in out
        assert "and from passage 4: The owner of the firm denied that" in out


def test_the_very_words_that_are_excluded_elsewhere_are_called_excluded_there(desk):
    assert desk.run("exclude", "articles/4.txt:3", "--reason", "not ours")[0] == 0
    assert desk.run("build")[0] == 0
    out = explained(desk, "2.txt", 3)
    assert (
        "its very words, as articles/4.txt:3 has them, are excluded in analyst.yaml: not ours"
        in out
    )


def test_what_is_on_offer_only_with_an_excluded_passage_says_so(desk):
    (desk.folder / "articles" / "5.txt").write_text(ALONG, encoding="utf-8")
    assert desk.run("exclude", "articles/5.txt:3", "--reason", "not ours")[0] == 0
    assert desk.run("build")[0] == 0
    out = explained(desk, "5.txt", 4)
    assert (
        "it is on offer only together with articles/5.txt:3 “The quarry at Brant employed 90 "
    ) in out
    assert "because “They” means something that it doesn't name itself" in out
    assert "that is excluded in analyst.yaml: not ours" in out


def list_untold(desk):
    """Give the text and what is explained of each passage that is not told as a whole."""
    for one in list_passages(desk.folder / "config.yaml"):
        out = explained(desk, Path(one["path"]).name, one["number"])
        if "not told" in out:
            yield one["text"], out


def test_whatever_a_reason_names_is_there(desk):
    told = {one["number"]: one for one in statements(desk.brief())}
    lengths = {one["path"]: 0 for one in list_passages(desk.folder / "config.yaml")}
    for one in list_passages(desk.folder / "config.yaml"):
        lengths[one["path"]] = max(lengths[one["path"]], one["number"])
    for _, out in list_untold(desk):
        for number, name in _NAMED.findall(out):
            assert told[number]["id"] == name
        for path, number in _PLACE.findall(out):
            assert 1 <= int(number) <= lengths[path]


def test_what_is_said_to_repeat_has_most_of_the_words_of_what_it_repeats(desk):
    told = {one["number"]: one for one in statements(desk.brief())}
    found = 0
    for text, out in list_untold(desk):
        for number in re.findall(r"it repeats (\d+\.\d+)", out):
            own, other = vocabulary(text), vocabulary(told[number]["text"])
            assert vocabulary_overlap(own, other) >= REPEATED
            found += 1
    assert found


def test_a_section_has_as_many_statements_as_is_said_of_it(desk):
    sections = {one["slug"]: len(one["statements"]) for one in desk.brief()["sections"]}
    for _, out in list_untold(desk):
        for slug, count, most in re.findall(r"(\w+) tells (\d+) of (\d+) statements", out):
            assert sections[slug] == int(count) <= int(most)
        for needed, slug in _MORE.findall(out):
            assert int(needed) > sections[slug]
        for slug, now in re.findall(r"in the section (\w+), which tells (\d+) now", out):
            assert sections[slug] == int(now)
