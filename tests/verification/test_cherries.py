"""Cherry-picking: a brief made by the program itself of a part of what is there says less, and that
is named."""

import json
import shutil

import pytest

from briefing import cli
from briefing.verification.verify import verify_brief
from tests.projects.desk import TOPIC

ARTICLES = sorted(path.name for path in (TOPIC / "articles").glob("*.txt"))


def trial(folder):
    """Make a trial of a project and give its parsed brief.json."""
    arguments = ["-c", str(folder / "config.yaml"), "--output", str(folder / "trial"), "-q"]
    assert cli.run_command(["build", "--formats", "json", *arguments]) == 0
    return json.loads((folder / "trial" / "brief.json").read_bytes())


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The whole project, and its brief."""
    folder = tmp_path_factory.mktemp("whole") / "desk"
    shutil.copytree(TOPIC, folder)
    (folder / "analyst.yaml").unlink()
    return folder, trial(folder)


def picked(folder, tmp_path, leave_out):
    """Make the brief of a copy of the project from which something was taken away."""
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("trial", "*.db*"))
    leave_out(copy)
    return trial(copy)


def judged(folder, node):
    """Verify a brief in the whole project."""
    place = folder / "trial" / "brief.json"
    place.write_text(json.dumps(node), encoding="utf-8")
    return verify_brief(place, folder, folder / "config.yaml")


def passages(brief):
    """Every passage that a statement rests on: (path, number), once."""
    paths = {one["id"]: one["path"] for one in brief["sources"]}
    found = {
        (paths[one["citations"][0]["source"]], one["citations"][0]["passage"])
        for section in brief["sections"]
        for one in section["statements"]
    }
    return sorted(found)


def excluding(pairs):
    """Give what writes an analyst's file that takes passages out."""
    lines = [
        f"  - {{path: {path}, passage: {number}, reason: unwelcome}}\n" for path, number in pairs
    ]
    return lambda copy: (copy / "analyst.yaml").write_text("exclude:\n" + "".join(lines))


@pytest.mark.parametrize("article", ARTICLES)
def test_what_was_made_without_an_article_names_it(whole, tmp_path, article):
    folder, _ = whole
    node = picked(folder, tmp_path, lambda copy: (copy / "articles" / article).unlink())
    verdict = judged(folder, node)
    said = "\n".join((*verdict.failures, *verdict.notes))
    assert article in said
    assert verdict.failures or not verdict.complete


@pytest.mark.parametrize("slug", ["works", "money", "views"])
def test_what_was_made_without_a_sections_statements_names_them(whole, tmp_path, slug):
    folder, brief = whole
    section = next(one for one in brief["sections"] if one["slug"] == slug)
    pairs = passages({**brief, "sections": [section]})
    verdict = judged(folder, picked(folder, tmp_path, excluding(pairs)))
    said = "\n".join((*verdict.failures, *verdict.notes))
    assert "leaves out" in said
    assert any(one["text"][:40] in said for one in section["statements"])


@pytest.mark.soak
def test_a_single_passage_taken_out_is_named_each_time(whole, tmp_path):
    folder, brief = whole
    unnamed = []
    for number, pair in enumerate(passages(brief)):
        verdict = judged(folder, picked(folder, tmp_path / str(number), excluding([pair])))
        if "leaves out" not in "\n".join((*verdict.failures, *verdict.notes)):
            unnamed.append(pair)
    assert unnamed == []
