"""A catalogue that grew article by article gives the brief that is made of the same articles at
once."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import versions
from briefing.corpus import library, shortlist
from briefing.corpus.stage_cache import StageCache
from briefing.edition import make, session
from briefing.edition.build import BuildOptions, build_edition
from briefing.ingest import read_article
from briefing.job.load import load_job
from briefing.language import edtf
from briefing.model import Document
from briefing.render.json import encode_brief
from briefing.state import catalogue, editions, store, witness
from briefing.verification.verify import list_failures
from briefing.walk.library import Holdings, up_to
from briefing.walk.outlets import grade_document
from tests.projects import growing

LONG = growing.ARTICLES["a.txt"] + (
    "Divers of the port authority inspected the quay wall on 28 February 2025 and found no cracks "
    "in it.\n"
    "The work cost three million euros, the port authority said in a letter to the town council.\n"
)
TEXTS = (
    *growing.ARTICLES.values(),
    LONG,
    LONG.replace("three million", "four million") + "The council will pay half of it.\n",
    (
        "Der Kai ist wieder offen\n\n"
        "Der Kai im Norden ist seit dem 3. März 2025 wieder offen, sagte die Behörde.\n"
    ),
    "",
)
NAMES = ("a.txt", "b.txt", "in/c.txt", "in/d.txt", "in/deep/e.txt", ".hidden/f.txt", "sources.yaml")
STEP = st.tuples(st.sampled_from(NAMES), st.none() | st.sampled_from(TEXTS))
STEPS = st.lists(st.lists(STEP, max_size=3), min_size=1, max_size=4)


def take_step(folder, name, text):
    """Write, or take away, one file."""
    path = folder / "articles" / name
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if name == "sources.yaml":
        text = (
            "b.txt: {outlet: The Register}\n"
            if len(text) % 2
            else "b.txt: {published: 2025-03-10}\n"
        )
    path.write_text(text, encoding="utf-8")


def read_at_once(job):
    """Give what a project's sources hold, every one read anew and all compared at once."""
    found = [one for source in job.sources for one in source(job.base)]
    made = [
        read_article(one, job.supplied.get(one.locator))
        for one in sorted(found, key=lambda one: one.locator)
    ]
    documents = tuple(grade_document(one, job.outlets) for one in made if isinstance(one, Document))
    sets = {one.id: versions.shingles(one) for one in documents}
    told, families, late = up_to(job.as_of, documents, sets, tuple(versions.find_kin(sets)))
    aside = (*late, *(one for one in made if not isinstance(one, Document)))
    days = [edtf.bounds(one.published.value)[0] for one in told if one.published is not None]
    return Holdings(
        documents=told,
        families=families,
        quarantined=tuple(sorted(aside, key=lambda one: one.locator)),
        others=(),
        count=len(told),
        newest=max(days, default=None),
    )


def remade(config):
    """Give the brief that a project's store and sources give, and the one that its sources alone
    give.

    Where all is looked at, the library is the one that reading every source at once gives.
    """
    with session.at_work(config) as work:
        held = library.update(StageCache(store=work.store), work.job, work.seen)
        again = make.make(work.job, held)
        holdings = again.considered.holdings
        if holdings.count == len(holdings.documents):
            assert holdings == read_at_once(work.job)
    return encode_brief(again.brief), encode_brief(make.make_anew(load_job(config)[1]).brief)


@pytest.fixture(
    params=["times prove nothing", "times prove all", "a part is looked at", "some are too late"]
)
def circumstances(request, monkeypatch):
    """What decides whether only changed files are looked at, and whether all of a corpus is."""
    if request.param != "times prove nothing":
        monkeypatch.setattr(witness, "TICK_NS", 0)
    if request.param == "a part is looked at":
        monkeypatch.setattr(shortlist, "_WHOLE", 2)
        monkeypatch.setattr(shortlist, "_EACH", 1)
        monkeypatch.setattr(shortlist, "_LISTED", 2)
        narrow = growing.CONFIG.replace("2025-03-20", "2025-03-20, consider: 3")
        return narrow.replace("statements: 30", "statements: 3")
    if request.param == "some are too late":
        return growing.CONFIG.replace("as_of: 2025-03-20", "as_of: 2025-03-05")
    return growing.CONFIG


@settings(
    # Each builds up to five editions: a tenth of what a property is usually tried on.
    max_examples=settings.default.max_examples // 10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_what_grew_is_what_is_made_at_once(steps, circumstances, tmp_path_factory):
    folder = tmp_path_factory.mktemp("grown")
    config = growing.lay(folder, ("a.txt", "b.txt"), circumstances)
    build_edition(config, BuildOptions())
    for step in steps:
        for name, text in step:
            take_step(folder, name, text)
        growing.lay(folder, ("a.txt",), circumstances)
        build_edition(config, BuildOptions())
        kept, anew = remade(config)
        assert kept == anew
    shutil.rmtree(folder)


def _article(number):
    """Give an article that shares no run of words with another."""
    day, pier, ship = number % 18 + 1, f"Pier{number}", f"Ship{number}"
    return (
        f"{pier} reopens for {ship}\n\nThe quay of {pier} reopened to {ship} on {day} March 2025 "
        f"after"
        f" {number + 3} weeks of dredging, the {pier} authority said.\n{ship} and {number + 9} "
        f"cranes of"
        f" {pier} were named.\n"
    )


@pytest.fixture
def crowd(tmp_path, monkeypatch):
    """A project with far more articles than it looks at."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shortlist, "_WHOLE", 20)
    monkeypatch.setattr(shortlist, "_LISTED", 20)
    config = growing.lay(tmp_path, (), growing.CONFIG.replace("statements: 30", "statements: 1"))
    for number in range(40):
        (tmp_path / f"articles/n{number:02}.txt").write_text(_article(number), encoding="utf-8")
    assert build_edition(config, BuildOptions()).edition == 1
    return tmp_path


def test_an_edition_of_very_many_lists_what_was_looked_at_and_counts_the_rest(crowd):
    brief = editions.read_brief(editions.newest_edition(crowd / "output"))
    assert 0 < len(brief["sources"]) < 40
    assert brief["unlisted"] == 40 - len(brief["sources"])
    assert f"{brief['unlisted']} more" in (crowd / "output/brief.md").read_text(encoding="utf-8")


def test_such_an_edition_verifies_with_its_sources_and_alone(crowd, tmp_path_factory):
    assert list_failures(crowd / "output/brief.json", crowd, crowd / "config.yaml") == []
    alone = tmp_path_factory.mktemp("alone") / "0001"
    shutil.copytree(crowd / "output/editions/0001", alone)
    assert list_failures(alone / "brief.json", alone) == []


def test_a_source_that_is_there_but_no_more_looked_at_is_not_said_to_be_gone(crowd):
    config = crowd / "config.yaml"
    told = editions.read_brief(editions.newest_edition(crowd / "output"))["sections"][0][
        "statements"
    ][0]["citations"][0]["quote"]
    for number in range(60):
        # The same news by many others, in other words: what is told next is one of theirs.
        words = " ".join(f"{word}{number}" for word in ("dock", "yard", "wharf"))
        (crowd / f"articles/x{number}.txt").write_text(
            f"{words}\n\nThe quay of {words} reopened on 20 March 2025 after dredging of the "
            f"channel by 14 cranes.\n",
            encoding="utf-8",
        )
    build_edition(config, BuildOptions())
    now = editions.read_brief(editions.newest_edition(crowd / "output"))["sections"][0][
        "statements"
    ][0]["citations"][0]["quote"]
    assert now != told
    found = [
        json.loads(path.read_bytes()) for path in sorted(crowd.glob("output/editions/*/brief.json"))
    ]
    causes = [one["cause"] for brief in found for one in brief["changes"]["withdrawn"]]
    assert causes
    assert not any(cause.startswith("source gone") for cause in causes)


def test_only_what_changed_is_looked_at_where_the_folders_tell(tmp_path, monkeypatch):
    monkeypatch.setattr(witness, "TICK_NS", 0)
    config = growing.lay(tmp_path, ("a.txt", "b.txt"))
    build_edition(config, BuildOptions())

    def look_at_all(*_):
        message = "all sources were looked at"
        raise AssertionError(message)

    monkeypatch.setattr("briefing.ingest.folder.Folder.__call__", look_at_all)
    growing.lay(tmp_path, ("c.txt",))
    (tmp_path / "articles/b.txt").unlink()
    assert build_edition(config, BuildOptions()).edition == 2
    brief = editions.read_brief(editions.newest_edition(tmp_path / "output"))
    assert {source["path"] for source in brief["sources"]} == {"articles/a.txt", "articles/c.txt"}


def test_a_version_without_a_date_of_a_text_that_came_too_late_is_too_late(tmp_path):
    config = growing.lay(
        tmp_path, ("c.txt",), growing.CONFIG.replace("as_of: 2025-03-20", "as_of: 2025-03-15")
    )
    for name in ("late.txt", "undated.txt"):
        (tmp_path / "articles" / name).write_text(LONG, encoding="utf-8")
    sidecar = tmp_path / "articles/sources.yaml"
    sidecar.write_text("late.txt: {published: 2025-03-18}\n", encoding="utf-8")
    build_edition(config, BuildOptions())
    aside = {
        source["path"]
        for source in editions.read_brief(editions.newest_edition(tmp_path / "output"))["sources"]
        if source["quarantined"]
    }
    assert aside == {"articles/late.txt", "articles/undated.txt"}
    sidecar.write_text("late.txt: {published: 2025-03-10}\n", encoding="utf-8")
    build_edition(config, BuildOptions())
    brief = editions.read_brief(editions.newest_edition(tmp_path / "output"))
    assert not any(source["quarantined"] for source in brief["sources"])


def test_a_tag_hands_on_no_more_than_is_considered_whatever_the_window(tmp_path, monkeypatch):
    monkeypatch.setattr(shortlist, "_WHOLE", 2)
    config = growing.lay(
        tmp_path,
        (),
        growing.CONFIG.replace("2025-03-20", "2025-03-20, window: 5d, consider: 4").replace(
            "kind: digest", "kind: digest, older: true"
        ),
    )
    lines = []
    for number in range(20):
        (tmp_path / f"articles/n{number:02}.txt").write_text(_article(number), encoding="utf-8")
        lines.append(f"n{number:02}.txt: {{published: 2025-03-{number % 18 + 1:02}}}\n")
    (tmp_path / "articles/sources.yaml").write_text("".join(lines), encoding="utf-8")
    build_edition(config, BuildOptions())
    with session.at_work(config) as work:
        handed = shortlist._handed_on(
            StageCache(store=work.store), work.job, "works", date(2025, 3, 15).toordinal()
        )
    assert len(handed) == 4
    assert any(one.day >= date(2025, 3, 15).toordinal() for one in handed)


def test_what_sections_look_at_is_chosen_once_as_long_as_nothing_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(shortlist, "_WHOLE", 2)
    chosen, choose = [], shortlist._choose_wanted
    monkeypatch.setattr(
        shortlist, "_choose_wanted", lambda *asked: chosen.append(choose(*asked)) or chosen[-1]
    )

    def look():
        with session.look(config) as looked:
            return [one.statement.key for one in looked.library.candidates().offers]

    narrow = growing.CONFIG.replace("2025-03-20", "2025-03-20, consider: 1")
    config = growing.lay(tmp_path, ("a.txt", "b.txt"), narrow)
    build_edition(config, BuildOptions())
    before = look()
    assert look() == before
    assert len(chosen) == 1
    growing.lay(tmp_path, ("c.txt",), narrow.replace("consider: 1", "consider: 2"))
    changed = look()
    assert look() == changed != before
    assert len(chosen) == 3, "a look keeps nothing"
    build_edition(config, BuildOptions())
    assert look() == changed
    assert len(chosen) == 4
    (tmp_path / "articles/c.txt").unlink()
    growing.lay(tmp_path, (), narrow)
    build_edition(config, BuildOptions())
    assert look() == before
    assert len(chosen) == 5


def test_a_build_that_was_stopped_on_the_way_is_gone_on_with(tmp_path, monkeypatch):
    monkeypatch.setattr(witness, "TICK_NS", 0)
    config = growing.lay(tmp_path)
    build_edition(config, BuildOptions())
    extra = tmp_path / "articles/extra.txt"
    extra.write_text(growing.ARTICLES["b.txt"], encoding="utf-8")

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as stopping:
        stopping.setattr("briefing.corpus.annotate.annotate", stop)
        with pytest.raises(KeyboardInterrupt):
            build_edition(config, BuildOptions())
    extra.unlink()
    build_edition(config, BuildOptions())
    kept, anew = remade(config)
    assert kept == anew
    opened = store.open_store(Path(witness.store_path(config)))
    assert set(catalogue.known(opened)) == {f"articles/{name}" for name in growing.ARTICLES}
    opened.close()
