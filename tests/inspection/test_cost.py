"""What looking costs: nothing that the catalogue has is worked out again, and nothing is left
behind."""

import json
import sqlite3

import pytest

from briefing.corpus import annotation, offering
from briefing.edition.build import BuildOptions, build_edition
from briefing.inspection.check import list_problems
from briefing.inspection.explain import explain_statement
from briefing.inspection.passages import list_passages
from briefing.inspection.sources import list_sources
from briefing.languages.en import reading
from briefing.state import atomic, editions, lock
from tests.projects import growing

ARTICLES = {"articles/a.txt", "articles/b.txt"}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The config of a small project with two articles; the test stands beside it."""
    monkeypatch.chdir(tmp_path)
    return growing.lay(tmp_path, ("a.txt", "b.txt"))


@pytest.fixture
def work(monkeypatch):
    """What was worked out since the last `clear`: (what, source) in order."""
    done = []

    def noting(what, function, name):
        def noted(one, *more):
            done.append((what, name(one)))
            return function(one, *more)

        return noted

    read = noting("read", annotation.read_article, lambda found: found.locator)
    annotate = noting("annotated", reading.read_language, lambda document: document.locator)
    offer = noting("offered", offering.offer_candidates, lambda one: one.document.locator)
    monkeypatch.setattr(annotation, "read_article", read)
    monkeypatch.setattr(reading, "read_language", annotate)
    monkeypatch.setattr(offering, "offer_candidates", offer)
    return done


def first_statement(project):
    """Give the key of the last edition's first statement."""
    brief = editions.read_brief(editions.newest_edition(project.parent / "output"))
    return brief["sections"][0]["statements"][0]["key"]


def look(project, statement):
    """Call all that looks; give what they say."""
    return {
        "explain": explain_statement(project, statement),
        "check": list_problems(project),
        "sources": list_sources(project),
        "passages": list_passages(project),
    }


def beside(project):
    """Give every file of the project with its bytes, the lock's own aside."""
    return {
        path: path.read_bytes()
        for path in project.parent.rglob("*")
        if path.is_file() and path.name not in {lock.NAME, lock.NOTE}
    }


def test_after_a_build_no_look_works_anything_out(project, work):
    build_edition(project, BuildOptions(jobs=1))
    assert {name for what, name in work if what == "read"} == ARTICLES
    work.clear()
    said = look(project, first_statement(project))
    assert work == []
    assert said["check"] == []
    assert {one["path"] for one in said["sources"]} == ARTICLES
    assert {one["path"] for one in said["passages"]} == ARTICLES


def test_only_what_changed_since_the_build_is_worked_out(project, work):
    build_edition(project, BuildOptions(jobs=1))
    statement = first_statement(project)
    growing.lay(project.parent, ("c.txt",))
    for command in (list_sources, list_passages, list_problems):
        work.clear()
        found = command(project)
        assert {name for _, name in work} == {"articles/c.txt"}
        if command is not list_problems:
            assert {one["path"] for one in found} == {*ARTICLES, "articles/c.txt"}
    work.clear()
    assert statement[:6] in explain_statement(project, statement) or work
    assert {name for _, name in work} == {"articles/c.txt"}


def test_another_term_is_looked_for_without_reading_anything(project, work):
    build_edition(project, BuildOptions(jobs=1))
    project.write_text(growing.CONFIG.replace("crane*]", "crane*, register]"), encoding="utf-8")
    work.clear()
    terms = {term for one in list_passages(project) for tag in one["tags"] for term in tag["terms"]}
    assert "register" in terms
    assert work == []


def test_looks_say_after_a_build_what_they_say_before_one(project):
    before = list_sources(project), list_passages(project), list_problems(project)
    build_edition(project, BuildOptions(jobs=1))
    assert (list_sources(project), list_passages(project), list_problems(project)) == before


def test_sources_and_passages_are_had_without_searching_for_what_to_tell(project, work):
    list_sources(project)
    list_passages(project)
    assert {what for what, _ in work} == {"read", "annotated"}


def test_looking_leaves_no_trace(project):
    fresh = beside(project)
    list_sources(project), list_passages(project), list_problems(project)
    assert beside(project) == fresh, "before the first build"
    build_edition(project, BuildOptions(jobs=1))
    statement = first_statement(project)
    growing.lay(project.parent, ("c.txt",))
    built = beside(project)
    look(project, statement)
    assert beside(project) == built, "after a build, with a source that came since"


def test_a_running_build_is_not_waited_for(project, work):
    build_edition(project, BuildOptions(jobs=1))
    writing = sqlite3.connect(project.with_name("config.yaml.db"))
    with lock.acquire_lock(project.parent / "output" / editions.FOLDER):
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM article")
        work.clear()
        said = look(project, first_statement(project))
        writing.rollback()
    writing.close()
    assert work == []
    assert {one["path"] for one in said["sources"]} == ARTICLES


def test_a_build_that_was_stopped_half_way_is_looked_at_all_the_same(project, work):
    build_edition(project, BuildOptions(jobs=1))
    growing.lay(project.parent, ("c.txt",))
    before = list_passages(project)
    with pytest.MonkeyPatch.context() as stopping:
        stopping.setattr("briefing.corpus.annotate.annotate", _stop)
        with pytest.raises(KeyboardInterrupt):
            build_edition(project, BuildOptions(jobs=1))
    work.clear()
    list_sources(project)
    assert work == [], "it had been read, and where it came from is told without its language"
    assert list_passages(project) == before
    assert {what for what, _ in work} == {"annotated"}


def _stop(*_):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "damage", [b"", b"no store at all, but longer than a header of SQLite's" * 40]
)
def test_a_store_that_is_damaged_is_done_without(project, damage):
    build_edition(project, BuildOptions(jobs=1))
    before = list_sources(project)
    project.with_name("config.yaml.db").write_bytes(damage)
    assert list_sources(project) == before
    assert project.with_name("config.yaml.db").read_bytes() == damage


def test_explain_says_what_the_edition_says(project):
    build_edition(project, BuildOptions(jobs=1))
    brief = editions.read_brief(editions.newest_edition(project.parent / "output"))
    told = [one for section in brief["sections"] for one in section["statements"]]
    unchanged = [explain_statement(project, one["key"]) for one in told]
    assert all(text.startswith(one["id"]) for text, one in zip(unchanged, told, strict=True))
    atomic.write_atomically(project.parent / "output/brief.md", b"somebody's own")
    assert [explain_statement(project, one["key"]) for one in told] == unchanged
    assert json.dumps(brief) == json.dumps(
        editions.read_brief(editions.newest_edition(project.parent / "output"))
    )
