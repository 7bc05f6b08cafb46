"""Trials made one after the other: what is taken over from the one before changes no byte."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from briefing.corpus import arrivals
from briefing.decisions import Release, write_act
from briefing.desk.bench import Bench
from briefing.desk.items import find_place
from briefing.desk.release import release_edition, view_release
from briefing.edition import session, trial
from briefing.edition.build import BuildOptions, build_edition
from briefing.settings.analyst import Exclude
from briefing.settings.reviewed import Keep, Move, OutletMark
from briefing.state import editions
from briefing.verification import prove
from briefing.walk import notes
from tests.desk.conftest import lay

TEMPLATE = "templates/partials/title.html.j2"
DENIED = "shipping register.\n\nThe register denied that two cranes arrived on 9 March 2025."
WITHDRAWN = """\
A note to our readers

Vellin Post, 14 March 2025

The Vellin Post has withdrawn its article of 13 March, “Fishermen ask for a channel of their own”.
"""
SAVES = {
    "nothing": lambda _: None,
    "theme": lambda folder: save(folder, "theme/theme.yaml", "colours: {accent: '#123456'}\n"),
    "template": lambda folder: save(folder, TEMPLATE, "<h1>Ours: {{ page.title }}</h1>"),
    "analyst": lambda folder: save(
        folder, "analyst.yaml", "exclude: [{path: articles/b.txt, passage: 3, reason: late}]\n"
    ),
    "source": lambda folder: edit(folder, "articles/c.txt", "four million", "five million"),
    "version": lambda folder: save(folder, "articles/e.txt", version_of(folder, "articles/c.txt")),
    "denial": lambda folder: edit(folder, "articles/b.txt", "shipping register.", DENIED),
    "copy": lambda folder: save(folder, "articles/f.txt", outlet_of(folder, "articles/b.txt")),
    "whole article": lambda folder: save(
        folder, "analyst.yaml", "exclude: [{path: articles/b.txt, reason: late}]\n"
    ),
    "pin": lambda folder: save(folder, "analyst.yaml", "pin: [{path: articles/a.txt, passage: 3}]"),
    "move": lambda folder: save(
        folder, "analyst.yaml", "move: [{path: articles/a.txt, passage: 3, section: talks}]\n"
    ),
    "section": lambda folder: edit(folder, "config.yaml", "statements: 8", "statements: 2"),
    "as of": lambda folder: edit(folder, "config.yaml", "2025-03-20", "2025-03-12"),
    "withdrawn": lambda folder: save(folder, "articles/g.txt", WITHDRAWN),
    "tags": lambda folder: edit(folder, "config.yaml", "crane*,", "crane*, barge*,"),
    "theme again": lambda folder: save(folder, "theme/theme.yaml", "colours: {}\n"),
    "sidecar": lambda folder: save(
        folder, "articles/sources.yaml", "a.txt: {outlet: The Vellin Star}\n"
    ),
    "edition": lambda folder: build_edition(folder / "config.yaml", BuildOptions()),
    "title": lambda folder: edit(folder, "config.yaml", "Harbour works", "Works"),
    "gone": lambda folder: (folder / "articles/a.txt").unlink(),
}


def save(folder, name, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def version_of(folder, name):
    """An article as its outlet had it a day later, with a count that changed."""
    text = (folder / name).read_text().replace("five million", "six million")
    return text.replace("13 March", "14 March")


def outlet_of(folder, name):
    """An article as another outlet has it."""
    return (folder / name).read_text().replace("Vellin Post", "Quay Courier")


def edit(folder, name, was, now):
    text = (folder / name).read_text()
    assert was in text
    (folder / name).write_text(text.replace(was, now))


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742500000")
    return lay(tmp_path / "project")


def test_each_trial_is_what_it_would_be_without_the_one_before(config):
    before = trial.make_trial(config)
    for name, change in SAVES.items():
        change(config.parent)
        now = trial.make_trial(config, earlier=before)
        anew = trial.make_trial(config)
        assert (now.brief, now.page) == (anew.brief, anew.page), name
        assert [str(one) for one in now.warnings] == [str(one) for one in anew.warnings], name
        before = now


def test_what_did_not_change_is_not_made_again(config, monkeypatch):
    first = trial.make_trial(config)
    SAVES["theme"](config.parent)
    SAVES["template"](config.parent)
    with monkeypatch.context() as patched:
        patched.setattr(trial, "make", None)  # whoever makes a brief now fails
        looks = trial.make_trial(config, earlier=first)
    assert looks.made is first.made
    assert looks.page != first.page
    SAVES["source"](config.parent)
    later = trial.make_trial(config, earlier=looks)
    kept = {id(one) for one in first.made.considered.readings}
    again = {
        Path(one.document.path).name: id(one) in kept for one in later.made.considered.readings
    }
    assert again == {"a.txt": True, "b.txt": True, "c.txt": False}


def test_a_making_joins_clauses_once_and_the_next_one_not_at_all(config, monkeypatch):
    joined, proved = [], []
    monkeypatch.setattr(notes, "connect_clauses", noting(joined, notes.connect_clauses))
    monkeypatch.setattr(prove, "check_derivation", noting(proved, prove.check_derivation))
    first = trial.make_trial(config)
    assert len(joined) == 1
    parts = len(proved)
    assert parts >= len(first.brief.statements) > 3
    SAVES["analyst"](config.parent)
    second = trial.make_trial(config, earlier=first)
    SAVES["title"](config.parent)
    third = trial.make_trial(config, earlier=second)
    kept = {one.key for one in first.brief.statements}
    assert {one.key for one in third.brief.statements} <= kept
    assert len(joined) == 1
    assert len(proved) == parts
    SAVES["source"](config.parent)
    trial.make_trial(config, earlier=third)
    assert len(joined) == 2
    assert parts < len(proved) < 2 * parts


def test_only_the_first_trial_goes_through_whole_folders(config, monkeypatch):
    asked = []
    monkeypatch.setattr(arrivals, "ask_everything", noting(asked, arrivals.ask_everything))
    first = trial.make_trial(config)
    assert len(asked) == 1
    SAVES["source"](config.parent)
    second = trial.make_trial(config, earlier=first)
    SAVES["title"](config.parent)
    trial.make_trial(config, earlier=second)
    assert len(asked) == 1


def noting(noted, work):
    """A function that notes what it is asked."""

    def ask(*asked, **more):
        noted.append(asked)
        return work(*asked, **more)

    return ask


def test_a_made_edition_is_not_compared_with_itself(config):
    build_edition(config, BuildOptions())
    first = trial.make_trial(config)
    view = view_release(first)
    assert (view.number, view.state, view.previous) == (1, "made", 0)
    assert all(line.startswith("new: ") for line in view.differences)
    assert first.page.content == (config.parent / "output" / "brief.html").read_bytes()
    release_edition(config, first, first.brief.edition.fingerprint, "R. A.")
    view = view_release(trial.make_trial(config, earlier=first))
    assert (view.number, view.state, view.previous) == (1, "released", 0)
    SAVES["source"](config.parent)
    draft = view_release(trial.make_trial(config))
    assert (draft.number, draft.state, draft.previous) == (2, "new", 1)
    assert any("five million" in line for line in draft.differences)
    build_edition(config, BuildOptions())
    made = view_release(trial.make_trial(config))
    assert (made.number, made.state, made.previous) == (2, "made", 1)
    assert made.differences == draft.differences


@pytest.mark.parametrize("place", ["theme", "templates"])
def test_articles_in_a_folder_of_looks_are_articles(config, place):
    text = config.read_text().replace("path: articles", f"path: {place}")
    folder = config.parent / place
    for one in (config.parent / "articles").iterdir():
        save(config.parent, f"{place}/{one.name}", one.read_text())
    config.write_text(text)
    first = trial.make_trial(config)
    edit(folder, "c.txt", "four million", "five million")
    now = trial.make_trial(config, earlier=first)
    assert now.made is not first.made
    assert replace(now.brief, edition=None) != replace(first.brief, edition=None)


COMMENTED = """\
# Ours, and nobody else's.

# what must be told
pin:
  # the reopening
  - {path: articles/a.txt, passage: 3}   # asked for twice
"""


def act_at_random(chance, places):
    place = chance.choice(places)
    sealed = {"path": place.path, "passage": place.passage, "hash": place.seal}
    return chance.choice(
        [
            Exclude(**sealed, reason=chance.choice(["late", "a: b # c", "no news"])),
            Keep(**sealed),
            Move(**sealed, section=chance.choice(("works", "talks"))),
            Release(path=place.path, passage=place.passage),
            OutletMark(name="Vellin Post", reliability=chance.choice("ABC")),
        ]
    )


def test_an_hour_at_the_desk_makes_no_edition_and_one_release_makes_one(config, count):
    """Thirty saves and two hundred acts; what is built in the end is what was seen last."""
    folder, chance, bench = config.parent, Random(15), Bench(config=config)
    save(folder, "analyst.yaml", COMMENTED)
    bench.make()
    readings = bench.now.trial.made.considered.readings
    places = [
        find_place(bench.now.trial, one.document.path, str(passage.number))
        for one in readings
        for passage in one.passages
        if (one.document.path, passage.number) != ("articles/a.txt", 3)
    ]
    for number in range(count(6, 30)):
        for _ in range(200 // count(6, 30)):
            write_act(folder, act_at_random(chance, places), ("works", "talks"))
        save(folder, "theme/theme.yaml", f"colours: {{accent: '#0b55{number + 10}'}}\n")
        bench.make()
        assert bench.now.problems == ()
    text = (folder / "analyst.yaml").read_text()
    assert text.startswith(COMMENTED)
    assert editions.kept_numbers(folder / "output") == ()
    made = bench.now.trial
    release_edition(config, made, made.brief.edition.fingerprint, "R. A.")
    assert editions.kept_numbers(folder / "output") == (1,)
    assert (folder / "output" / "brief.html").read_bytes() == made.page.content


EXCLUDED = "exclude: [{path: articles/b.txt, reason: late}]\n"


@pytest.fixture
def written_meanwhile(config, monkeypatch):
    """Write an analyst's file when a trial has looked at everything and read nothing, once it is
    told to; give its path.
    """
    place, observe = config.parent / "analyst.yaml", session.observe_inputs

    def observe_then_write(settings, job):
        seen = observe(settings, job)
        if not place.exists():
            place.write_text(EXCLUDED)
        return seen

    @contextmanager
    def writing():
        with monkeypatch.context() as patched:
            patched.setattr(session, "observe_inputs", observe_then_write)
            yield
        place.unlink()

    return writing


def test_a_trial_of_what_was_taken_back_while_it_was_read_is_not_taken_over(
    config, written_meanwhile
):
    with written_meanwhile():
        during = trial.make_trial(config)
    after, anew = trial.make_trial(config, earlier=during), trial.make_trial(config)
    assert list(during.brief.statements) != list(anew.brief.statements)
    assert (after.brief, after.page) == (anew.brief, anew.page)


def test_the_desk_makes_anew_what_was_taken_back_while_it_was_read(config, written_meanwhile):
    bench = Bench(config=config)
    seen = bench.look(None)
    right = bench.now.trial.page
    with written_meanwhile():
        bench.make()
    assert bench.now.trial.page != right
    bench.look(seen)
    assert (bench.now.trial.page, bench.now.number) == (right, 3)
    bench.look(seen)
    assert bench.now.number == 3
