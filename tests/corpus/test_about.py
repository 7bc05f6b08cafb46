"""What is not about a brief is counted and listed, and neither read further nor told."""

import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import cli
from briefing.corpus import annotation, library
from briefing.corpus.stage_cache import StageCache
from briefing.edition import make, session
from briefing.edition.build import BuildOptions, build_edition
from briefing.inspection.check import list_problems
from briefing.inspection.explain import explain_statement
from briefing.inspection.passages import list_passages
from briefing.inspection.sources import list_sources
from briefing.job.load import load_job
from briefing.languages.en import reading
from briefing.render.json import encode_brief
from briefing.verification.verify import list_failures, verify_brief
from briefing.workers import Crew
from tests.projects import growing

ABOUT = "about: {terms: [port authority, dredg*, crane*, ferry]}\n"
CONFIG = ABOUT + growing.CONFIG
ELSEWHERE = """\
A choir wins a prize

The choir of the old town won the first prize in Ormen on 4 March 2025, its conductor said.
It will sing again in May.
"""
PAGE = f"<html><body><article><h1>A choir wins</h1><p>{ELSEWHERE}</p></article></body></html>"
NOTICE = """\
Retraction

Our article “Northern quay reopens after dredging” is withdrawn. We retract it.
"""
UNRELATED = "not about the brief"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The config of a project with two articles about it and one that is not."""
    monkeypatch.chdir(tmp_path)
    config = growing.lay(tmp_path, ("a.txt", "b.txt"), CONFIG)
    (tmp_path / "articles/choir.txt").write_text(ELSEWHERE, encoding="utf-8")
    return config


def built(config):
    """Build; give the line and the parsed brief.json."""
    outcome = build_edition(config, BuildOptions(jobs=1))
    assert outcome.exit_code == 0
    return outcome.message, json.loads((config.parent / "output/brief.json").read_bytes())


@pytest.mark.parametrize(("name", "text"), [("choir.txt", ELSEWHERE), ("choir.html", PAGE)])
def test_an_article_that_is_not_about_it_is_counted_and_changes_nothing(project, name, text):
    (project.parent / "articles/choir.txt").unlink()
    line, alone = built(project)
    assert "not about it" not in line
    assert "unrelated" not in alone
    (project.parent / f"articles/{name}").write_text(text, encoding="utf-8")
    line, brief = built(project)
    assert line.startswith("Nothing new since edition 1"), "it is no news"
    outcome = build_edition(project, BuildOptions(jobs=1, force=True))
    assert "from 2 sources, 1 not about it" in outcome.message
    brief = json.loads((project.parent / "output/brief.json").read_bytes())
    assert brief.pop("unrelated") == {"count": 1, "locators": [f"articles/{name}"]}
    for told in (brief, alone):
        told.pop("edition"), told.pop("changes")
        for section in told["sections"]:
            for statement in section["statements"]:
                statement.pop("change")
    assert brief == alone
    assert "1 article is not about this brief" in (project.parent / "output/brief.md").read_text()
    assert not list_failures(project.parent / "output/brief.json", project.parent, project)


def test_a_plain_text_that_is_not_about_it_is_not_even_read(project, monkeypatch):
    read, understood = [], []
    real, language = annotation.read_article, reading.read_language
    monkeypatch.setattr(
        annotation, "read_article", lambda one, *more: read.append(one.locator) or real(one, *more)
    )
    monkeypatch.setattr(
        reading,
        "read_language",
        lambda one, *m: understood.append(one.locator) or language(one, *m),
    )
    (project.parent / "articles/choir.html").write_text(PAGE, encoding="utf-8")
    built(project)
    assert set(read) == {"articles/a.txt", "articles/b.txt", "articles/choir.html"}
    assert set(understood) == {"articles/a.txt", "articles/b.txt"}
    read.clear()
    (project.parent / "articles/c.txt").write_text(growing.ARTICLES["c.txt"], encoding="utf-8")
    built(project)
    assert read == ["articles/c.txt"], "it is kept what is not about it"


def test_every_look_says_what_is_not_about_it(project):
    for _ in range(2):  # before a build, and after one
        (apart,) = [one for one in list_sources(project) if "unrelated" in one]
        assert apart["path"] == "articles/choir.txt"
        assert UNRELATED in apart["unrelated"]
        dropped = [one for one in list_passages(project) if one["path"] == "articles/choir.txt"]
        assert dropped
        assert all(one["dropped"] and not one["sections"] for one in dropped)
        assert UNRELATED in dropped[-1]["dropped"]
        (note,) = [one for one in list_problems(project) if one.severity == "note"]
        assert str(note).startswith("articles/choir.txt: note: not about the brief")
        with pytest.raises(Exception, match="add a word of it to `about`"):
            explain_statement(project, "articles/choir.txt:3")
        built(project)


def test_what_the_analyst_names_belongs_whatever_it_holds(project):
    assert (
        cli.run_command(["pin", "articles/a.txt:3", "-c", str(project), "--section", "works"]) == 0
    )
    pinned = (project.parent / "analyst.yaml").read_text(encoding="utf-8")
    project.write_text(
        CONFIG.replace("port authority, dredg*, crane*, ferry", "cranes"), encoding="utf-8"
    )
    _, brief = built(project)
    assert {one["path"] for one in brief["sources"]} == {"articles/a.txt", "articles/b.txt"}
    assert brief["unrelated"]["locators"] == ["articles/choir.txt"]
    (project.parent / "analyst.yaml").unlink()
    _, brief = built(project)
    assert {one["path"] for one in brief["sources"]} == {"articles/b.txt"}
    (project.parent / "analyst.yaml").write_text(pinned, encoding="utf-8")
    _, brief = built(project)
    assert {one["path"] for one in brief["sources"]} == {"articles/a.txt", "articles/b.txt"}
    assert not list_failures(project.parent / "output/brief.json", project.parent, project)


def test_a_notice_that_takes_an_article_back_belongs_whatever_it_holds(project):
    project.write_text(
        CONFIG.replace("port authority, dredg*, crane*, ferry", "eleven metres"), "utf-8"
    )
    _, brief = built(project)
    assert brief["sections"][0]["statements"]
    (project.parent / "articles/notice.txt").write_text(NOTICE, encoding="utf-8")
    _, brief = built(project)
    assert "articles/notice.txt" not in brief["unrelated"]["locators"]
    assert not brief["sections"][0]["statements"], "what was taken back is not told"


def test_a_brief_about_nothing_says_so(project, capsys):
    project.write_text(CONFIG.replace("port authority, dredg*, crane*, ferry", "zeppelin"), "utf-8")
    assert cli.run_command(["build", "-c", str(project)]) == 2
    told = "articles: error: none of 3 articles is about the brief (widen `about`"
    assert told in capsys.readouterr().err


def test_points_count_over_a_whole_article_headings_included(project):
    narrow = "about: {terms: [{choir: 0.5}, {prize: 0.5}, -whaling], needs: 1.2}\n"
    project.write_text(narrow + growing.CONFIG.replace("[quay,", "[sing, quay,"), encoding="utf-8")
    _, brief = built(project)
    assert [one["path"] for one in brief["sources"]] == ["articles/choir.txt"]


def test_who_says_that_a_related_article_is_none_is_found_out(project):
    ferry = "Ferry times\n\nThe ferry leaves at noon and comes back when the wind has turned.\n"
    (project.parent / "articles/c.txt").write_text(ferry, encoding="utf-8")
    built(project)
    brief = json.loads((project.parent / "output/brief.json").read_bytes())
    gone = next(one for one in brief["sources"] if one["path"] == "articles/c.txt")
    assert not gone["number"]
    brief["sources"].remove(gone)
    brief["unrelated"]["locators"].append(gone["path"])
    brief["unrelated"]["count"] += 1
    (project.parent / "config.yaml.db").unlink()
    shutil.rmtree(project.parent / "output")
    (project.parent / "forged.json").write_text(json.dumps(brief), encoding="utf-8")
    found = verify_brief(project.parent / "forged.json", project.parent, project)
    said = f"{gone['path']}: is about the brief, and was left out"
    assert said in str(found), found


TEXTS = (*growing.ARTICLES.values(), ELSEWHERE, PAGE, NOTICE, "", "a;b;c\n1;2;3\n4;5;6\n7;8;9\n")
NAMES = ("a.txt", "b.txt", "c.html")
ABOUTS = (ABOUT, "", "about: {terms: [choir|cranes]}\n")
STEP = st.tuples(st.sampled_from(NAMES), st.none() | st.sampled_from(TEXTS))
STEPS = st.lists(
    st.tuples(st.sampled_from(ABOUTS), st.lists(STEP, max_size=3)), min_size=1, max_size=4
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_what_grew_under_changing_subjects_is_what_is_made_at_once(steps, tmp_path_factory):
    folder = tmp_path_factory.mktemp("grown")
    config = growing.lay(folder, ("a.txt",))
    (folder / "output").mkdir()
    (folder / "articles/stays.txt").write_text(growing.ARTICLES["b.txt"], encoding="utf-8")
    for asked, changed in steps:
        config.write_text(asked + growing.CONFIG, encoding="utf-8")
        for name, text in changed:
            path = folder / "articles" / name
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text, encoding="utf-8")
        with session.at_work(config) as work:
            held = library.update(
                StageCache(store=work.store, crew=Crew(jobs=1)), work.job, work.seen
            )
            grown = make.make(work.job, held)
        anew = make.make_anew(load_job(config)[1])
        assert encode_brief(grown.brief) == encode_brief(anew.brief)
        assert grown.considered.holdings == anew.considered.holdings
