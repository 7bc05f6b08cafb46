"""A run that has nothing to do says so without waking the program, and notes that it was there."""

import json
import sys

import pytest

import briefing
from briefing import __main__ as program
from briefing.cli import run_command
from briefing.operations import run_log
from briefing.operations.run import RunOptions, run
from briefing.settings import load_config
from briefing.state import idle
from tests.projects import growing

PRUNING = "keep: 3\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of which a run has made an edition."""
    monkeypatch.chdir(tmp_path)
    config = growing.lay(tmp_path, ("a.txt", "b.txt"))
    run(config, RunOptions())
    return config


@pytest.fixture
def asleep(monkeypatch):
    """Whatever the command line would import is not to be had, though another test had it."""
    monkeypatch.setitem(sys.modules, "briefing.cli", None)
    monkeypatch.delattr(briefing, "cli", raising=False)


def _entry(config):
    return run_log.read_newest(load_config(config))


@pytest.mark.usefixtures("asleep")
@pytest.mark.parametrize(
    "words", [["run"], ["run", "--wait"], ["run", "--due"], ["run", "-c", "config.yaml"]]
)
def test_a_run_of_an_unchanged_brief_is_noted(project, capsys, words):
    place = project.parent / "output/editions/last-run.json"
    old = {**json.loads(place.read_bytes()), "began": "2025-03-05T06:30:00+00:00", "ended": ""}
    place.write_text(json.dumps(old), encoding="utf-8")
    assert program.run(words) == 0
    line = capsys.readouterr().out.strip()
    assert line.startswith("Nothing changed since edition 1: ")
    entry = _entry(project)
    assert (entry.exit_code, entry.message, entry.idle) == (0, line, True)
    assert entry.began > "2026"
    assert entry.ended >= entry.began
    assert [file.name for file in place.parent.glob("last-run.json*")] == ["last-run.json"]
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("project", "asleep")
@pytest.mark.parametrize(
    "words", [["run", "--resume"], ["build", "--wait"], ["build", "--due"], []]
)
def test_any_other_command_is_left_to_the_program(words):
    with pytest.raises(ImportError):
        program.run(words)


@pytest.fixture
def scheduled(tmp_path, monkeypatch):
    """The entry of a run of a project that is due once a day."""
    monkeypatch.chdir(tmp_path)
    more = 'schedule: {every: day, at: "06:30", zone: Europe/London}\n'
    run(growing.lay(tmp_path, ("a.txt", "b.txt"), config=growing.CONFIG + more), RunOptions())
    return tmp_path / "output/editions/last-run.json"


@pytest.mark.parametrize("words", [["run", "--due"], ["run", "--wait", "--due"]])
def test_a_run_that_is_not_due_says_so_without_waking_the_program(scheduled, capsys, words):
    before = scheduled.read_bytes()
    assert run_command(words) == 0
    said = capsys.readouterr().out
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(sys.modules, "briefing.cli", None)
        patched.delattr(briefing, "cli", raising=False)
        assert program.run(words) == 0
    assert capsys.readouterr().out == said == f"{idle.EARLY}\n"
    assert scheduled.read_bytes() == before


@pytest.mark.usefixtures("asleep")
@pytest.mark.parametrize(
    "change",
    [
        {"due": "2025-03-05T06:30:00+00:00"},
        {"due": None},
        {"due": 7},
        {"began": "2999-03-05T06:30:00+00:00"},
        {"exit_code": 1},
        {"idle": False},
    ],
)
def test_a_run_that_may_be_due_is_left_to_the_program(scheduled, change):
    entry = json.loads(scheduled.read_bytes())
    assert entry["began"] < entry["due"]
    scheduled.write_text(json.dumps(entry | change), encoding="utf-8")
    with pytest.raises(ImportError):
        program.run(["run", "--due"])


@pytest.mark.usefixtures("asleep")
def test_a_changed_article_is_left_to_the_program(project):
    (project.parent / "articles/a.txt").write_text("Other words.\n", encoding="utf-8")
    with pytest.raises(ImportError):
        program.run(["run"])


@pytest.mark.parametrize(
    "change",
    [
        {"exit_code": 1},
        {"idle": False},
        {"idle": "true"},
    ],
)
def test_a_run_after_one_that_failed_or_was_not_idle_is_a_real_one(project, change):
    place = project.parent / "output/editions/last-run.json"
    entry = json.loads(place.read_bytes()) | change
    place.write_text(json.dumps(entry), encoding="utf-8")
    before = place.read_bytes()
    assert not idle.note_run("config.yaml", "Nothing changed")
    assert place.read_bytes() == before


@pytest.mark.parametrize("damage", ["", "[]", "{", "null"])
def test_a_damaged_entry_is_left_to_a_real_run(project, damage):
    place = project.parent / "output/editions/last-run.json"
    place.write_text(damage, encoding="utf-8")
    assert not idle.note_run("config.yaml", "Nothing changed")


def test_without_a_build_nothing_is_noted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not idle.note_run("config.yaml", "Nothing changed")


@pytest.mark.parametrize(
    "more",
    [PRUNING, "mail: {from: desk@example.org, recipients: [{to: reader@example.org}]}\n"],
)
def test_a_config_that_asks_for_more_has_no_idle_run(tmp_path, monkeypatch, more):
    monkeypatch.chdir(tmp_path)
    config = growing.lay(tmp_path, ("a.txt", "b.txt"), config=growing.CONFIG + more)
    run(config, RunOptions())
    assert not _entry(config).idle
