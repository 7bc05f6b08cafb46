"""What is kept between builds: only what changed is worked out again, and the result is the
same."""

import json
import sqlite3

import pytest

from briefing.corpus import annotation, library
from briefing.corpus.stage_cache import StageCache
from briefing.edition import make, plan, session
from briefing.edition.build import BuildOptions, build_edition
from briefing.edition.release import approve_edition
from briefing.job.load import load_job
from briefing.language.identity import Remembered
from briefing.languages.en.assertions import told
from briefing.languages.en.clauses import counts, find
from briefing.languages.packs import find_events
from briefing.render.json import encode_brief
from briefing.state import editions
from tests.projects import growing


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The config of a small project with two articles; the test stands beside it."""
    monkeypatch.chdir(tmp_path)
    return growing.lay(tmp_path, ("a.txt", "b.txt"))


class Told:
    """What progress was told of: how many of each kind were worked out."""

    def __init__(self):
        self.totals = {}

    def __call__(self, what, _done, total):
        self.totals[what] = total

    @property
    def worked(self):
        return {what: total for what, total in self.totals.items() if total}


def built(config, **options):
    told = Told()
    outcome = build_edition(config, BuildOptions(tell=told, force=True, **options))
    assert outcome.exit_code == 0
    return told.worked


def test_an_added_article_is_the_only_one_that_is_read(project):
    assert built(project) == {"reading": 2, "tagging": 2, "grounding": 2, "understanding": 2}
    assert built(project) == {}
    growing.lay(project.parent, ("c.txt",))
    assert built(project) == {"reading": 1, "tagging": 1, "grounding": 1, "understanding": 1}
    article = project.parent / "articles/a.txt"
    article.touch()
    assert built(project) == {}, "the same bytes under a new stamp"
    article.write_text(
        article.read_text(encoding="utf-8") + "\nIt cost a million.\n", encoding="utf-8"
    )
    assert built(project) == {"reading": 1, "tagging": 1, "grounding": 1, "understanding": 1}


def test_an_option_redoes_its_stage_and_reads_nothing(project):
    built(project)
    kept = _kept(project)
    project.write_text(growing.CONFIG.replace("crane*]", "crane*, lift*]"), encoding="utf-8")
    assert built(project) == {"tagging": 2}
    assert sorted(_kept(project).values()) == sorted([*kept.values(), 2]), (
        "a third set of tags, and nothing else"
    )
    project.write_text(growing.CONFIG.replace("statements: 30", "statements: 1"), encoding="utf-8")
    assert built(project) == {}


def _kept(project):
    connection = sqlite3.connect(project.with_name(project.name + ".db"))
    rows = connection.execute(
        "SELECT digest, count(*) FROM result JOIN stage ON stage = stage.id GROUP BY digest"
    )
    found = dict(rows.fetchall())
    connection.close()
    return found


def test_what_is_kept_gives_the_same_brief_as_what_is_worked_out_anew(project):
    growing.lay(project.parent, ("c.txt",))
    built(project)
    with session.at_work(project) as work:
        again = make.make(work.job, library.update(StageCache(store=work.store), work.job, None))
    assert encode_brief(again.brief) == encode_brief(make.make_anew(load_job(project)[1]).brief)


def test_what_articles_are_compared_by_is_found_once_and_kept(project, monkeypatch):
    asked = []
    monkeypatch.setattr(
        annotation, "find_events", lambda one: asked.append(one) or find_events(one)
    )
    built(project)
    assert sorted(one.document.locator for one in asked) == ["articles/a.txt", "articles/b.txt"]
    for module, name in (
        (find, "REMEMBERED_CLAUSES"),
        (counts, "REMEMBERED_COUNTS"),
        (told, "REMEMBERED_TOLD"),
    ):
        monkeypatch.setattr(module, name, Remembered(find=asked.append, most=9))
    asked.clear()
    built(project)
    with session.look(project) as look:
        readings = look.library.candidates().readings
        kept = [
            (find.find_clauses(one), counts.find_counts(one), told.find_told(one))
            for one in readings
        ]
    assert asked == []
    assert kept == [find_events(one) for one in readings]
    assert any(clauses and any(one.assertions for one in lines) for clauses, _, lines in kept)


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_make_the_same_brief(project, jobs, tmp_path):
    for number in range(40):
        text = (
            growing.ARTICLES["a.txt"]
            .replace("3 March", f"{number % 28 + 1} March")
            .replace("eleven", str(number))
        )
        (tmp_path / f"articles/n{number}.txt").write_text(text * 3, encoding="utf-8")
    built(project, jobs=jobs)
    brief = (tmp_path / "output/brief.json").read_bytes()
    assert build_edition(project, BuildOptions(output=tmp_path / "trial")).exit_code == 0
    anew = json.loads((tmp_path / "trial/brief.json").read_bytes())
    assert [s["statements"] for s in json.loads(brief)["sections"]] == [
        [{**one, "change": "new"} for one in section["statements"]] for section in anew["sections"]
    ]


def test_the_plan_says_what_is_stale_and_does_nothing(project):
    assert [one.what for one in plan.plan_build(project)] == ["everything"]
    assert not project.with_name(project.name + ".db").exists()
    built(project)
    assert plan.plan_build(project) == ()
    growing.lay(project.parent, ("c.txt",), growing.CONFIG.replace("crane*]", "crane*, lift*]"))
    (project.parent / "articles/a.txt").unlink()
    (project.parent / "output/brief.md").unlink()
    before = growing.made(project.parent)
    found = {one.what: one.why for one in plan.plan_build(project)}
    assert found["articles/c.txt"] == "new source"
    assert found["articles/a.txt"] == "source gone"
    assert found["tag works"].startswith("options changed: terms ")
    assert found["section works"] == "follows from tag works"
    assert found["brief.md"] == "missing"
    assert "source 1" not in found
    assert growing.made(project.parent) == before


def test_an_edition_without_a_format_that_nobody_was_given_gets_it(project):
    build_edition(project, BuildOptions(formats=("markdown",)))
    assert build_edition(project, BuildOptions()).edition == 1
    folder = project.parent / "output/editions/0001"
    assert {"brief.md", "brief.json"} <= editions.read_manifest(folder).files.keys()


def test_a_released_edition_without_a_format_is_followed_by_one_that_has_it(project):
    build_edition(project, BuildOptions(formats=("markdown",)))
    approve_edition(project, 1, "An Analyst")
    assert build_edition(project, BuildOptions()).edition == 2
    folder = project.parent / "output/editions/0002"
    assert {"brief.md", "brief.json"} <= editions.read_manifest(folder).files.keys()


def test_an_edition_keeps_the_evidence_that_it_cites_and_no_more(project):
    (project.parent / "articles/dull.txt").write_text(
        "Weather\n\nIt rained in the hills on Monday, the weather office said.\n", encoding="utf-8"
    )
    built(project)
    last = editions.newest_edition(project.parent / "output")
    brief = editions.read_brief(last)
    cited = {
        citation["source"]
        for s in brief["sections"]
        for one in s["statements"]
        for citation in one["citations"]
    }
    assert len(cited) == 2
    assert last.documents.keys() == cited


def test_a_revised_source_is_shown_with_the_words_that_went(project):
    built(project)
    article = project.parent / "articles/b.txt"
    article.write_text(growing.ARTICLES["b.txt"].replace("ninety", "sixty"), encoding="utf-8")
    built(project)
    changes = editions.read_brief(editions.newest_edition(project.parent / "output"))["changes"]
    assert [(one["was"], one["now"]) for one in changes["revised"]] == [
        ("Each crane lifts ninety tonnes.", "Each crane lifts sixty tonnes.")
    ]
    page = (project.parent / "output/brief.md").read_text(encoding="utf-8")
    assert "**Source revised**: was “Each crane lifts ninety tonnes.”" in page


def test_reasons_that_no_source_shows_are_told(project):
    growing.lay(project.parent, ("c.txt",))
    (project.parent / "articles/sources.yaml").write_text(
        "a.txt: {published: 2025-03-03}\nb.txt: {published: 2025-03-19}\nc.txt: {published: "
        "2025-03-19}\n",
        encoding="utf-8",
    )
    built(project)
    windowed = growing.CONFIG.replace("as_of: 2025-03-20", "as_of: 2025-03-20, window: 10d")
    project.write_text(windowed, encoding="utf-8")
    built(project)
    assert _causes(project) == {"older than the window of 10d"}
    narrow = windowed.replace(", channel", "").replace("dredg*, ", "")
    project.write_text(narrow, encoding="utf-8")
    built(project)
    assert _causes(project) == {"no section asks for its passage any more"}


def _causes(project):
    changes = editions.read_brief(editions.newest_edition(project.parent / "output"))["changes"]
    assert changes["withdrawn"]
    return {one["cause"] for one in changes["withdrawn"]}


def test_a_tag_hands_on_the_passages_that_it_fits_best_and_no_more(project):
    growing.lay(
        project.parent, ("c.txt",), growing.CONFIG.replace("2025-03-20", "2025-03-20, consider: 1")
    )
    built(project)
    brief = editions.read_brief(editions.newest_edition(project.parent / "output"))
    told = [
        citation
        for s in brief["sections"]
        for one in s["statements"]
        for citation in one["citations"]
    ]
    assert len({(citation["source"], citation["passage"]) for citation in told}) == 1
    assert len(brief["sources"]) == 3, "all that was read is listed"
