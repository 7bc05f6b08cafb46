"""Runs that a timer calls: what they do when there is nothing to do, when it is not time, and when
things fail."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.edition import release
from briefing.edition.build import Outcome
from briefing.errors import UserError, WorkError
from briefing.operations import run_log
from briefing.operations.run import RunOptions, is_due, run
from briefing.settings import load_config
from briefing.state import editions, lock
from tests.projects import growing

ALERTS = (
    "alerts: {{command: [{python}, -c, \"import sys; open('told.txt', "
    "'a').write(sys.stdin.read())\"]}}\n"
)
MAIL = """\
mail:
  from: desk@example.org
  recipients: [{to: reader@example.org}]
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The config of a small project with two articles; the test stands beside it."""
    monkeypatch.chdir(tmp_path)
    return growing.lay(tmp_path, ("a.txt", "b.txt"))


def test_a_run_makes_an_edition_once(project):
    first, second = run(project, RunOptions()), run(project, RunOptions())
    assert first.message.startswith("Edition 1: ")
    assert (second.exit_code, second.edition) == (0, None)
    assert editions.kept_numbers(project.parent / "output") == (1,)


def test_a_run_leaves_the_work_to_the_one_that_is_at_it(project):
    (project.parent / "output").mkdir()
    with lock.acquire_lock(project.parent / "output/editions"):
        outcome = run(project, RunOptions())
    assert (outcome.busy, outcome.exit_code) == (True, 0)
    assert outcome.message.startswith(f"Left to process {os.getpid()}, since ")
    assert run(project, RunOptions(wait=None)).edition == 1


def test_mail_goes_after_the_build_and_its_failure_is_the_runs(project):
    project.write_text(growing.CONFIG + MAIL, encoding="utf-8")
    asked = []

    def post(config: Path) -> Outcome:
        asked.append(editions.kept_numbers(config.parent / "output"))
        return Outcome(message="1 reader is owed mail", exit_code=1)

    outcome = run(project, RunOptions(), post)
    assert asked == [(1,)]
    assert outcome.exit_code == 1
    assert outcome.message.splitlines()[1] == "1 reader is owed mail"


def test_the_operator_is_told_once_of_each_cause_until_a_run_succeeds(project):
    good = growing.CONFIG + ALERTS.format(python=sys.executable)
    bad = good.replace("kind: digest", "kind: digset")
    told = project.parent / "told.txt"
    counts = []
    for text in (bad, bad, good.replace("title: Works", "titel: Works"), bad, good, bad):
        project.write_text(text, encoding="utf-8")
        with suppress(UserError):
            run(project, RunOptions())
        counts.append(told.read_text(encoding="utf-8").count("failed") if told.exists() else 0)
    assert counts == [1, 1, 2, 3, 3, 4]


BROKEN = {
    "no YAML": lambda text: text.replace("sections:", "sections: [a, {"),
    "a tab": lambda text: "\tx: 1\n" + text,
    "no longer there": lambda _: None,
    "not UTF-8": lambda text: text.encode() + b"# \xff\n",
    "wrong alerts": lambda text: text.replace("command:", "comand:"),
}


@pytest.mark.parametrize("what", BROKEN)
@pytest.mark.parametrize("output", ["", "output: 'made here'  # not there\n"])
def test_a_config_that_can_not_be_read_is_told_to_whom_it_named_before(project, what, output):
    good = growing.CONFIG + output + ALERTS.format(python=sys.executable)
    project.write_text(good, encoding="utf-8")
    run(project, RunOptions())
    broken, told = BROKEN[what](good), project.parent / "told.txt"
    if broken is None:
        project.unlink()
    else:
        project.write_bytes(broken if isinstance(broken, bytes) else broken.encode())
    for _ in range(2):
        with pytest.raises(UserError):
            run(project, RunOptions())
    if broken is None and output:
        assert not told.exists(), "nothing says where its editions are"
        return
    assert told.read_text(encoding="utf-8").count("failed") == 1
    assert f"a run of {project} failed" in told.read_text(encoding="utf-8")
    project.write_text(good, encoding="utf-8")
    assert run(project, RunOptions()).exit_code == 0
    assert not list(project.parent.glob("*/editions/made here"))


def test_whoever_is_named_no_more_is_told_no_more(project):
    good = growing.CONFIG + ALERTS.format(python=sys.executable)
    for text in (good, growing.CONFIG, growing.CONFIG.replace("sections:", "sections: [a, {")):
        project.write_text(text, encoding="utf-8")
        with suppress(UserError):
            run(project, RunOptions())
    assert not (project.parent / "told.txt").exists()


def test_a_run_that_is_not_due_does_nothing_and_one_that_was_missed_is_caught_up_once(project):
    project.write_text(
        growing.CONFIG + 'schedule: {every: day, at: "06:30", zone: Asia/Kolkata}\n',
        encoding="utf-8",
    )
    settings = load_config(project)
    now = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert is_due(settings, now)

    def ran(began: datetime, code: int = 0) -> None:
        run_log.write_entry(
            settings,
            run_log.RunEntry(
                began=began.isoformat(), ended=began.isoformat(), exit_code=code, message=""
            ),
        )

    ran(now - timedelta(days=5))
    assert is_due(settings, now)
    ran(now)
    assert not is_due(settings, now + timedelta(hours=1))
    assert is_due(settings, now + timedelta(days=1))
    ran(now + timedelta(hours=2), code=1)
    assert is_due(settings, now + timedelta(hours=3)), "a run that failed is tried again"
    ran(now + timedelta(days=400))
    assert is_due(settings, now + timedelta(hours=4)), "a clock that was ahead proves nothing"


def test_without_a_record_a_machine_made_anew_refuses(project):
    with pytest.raises(UserError, match="holds no edition"):
        run(project, RunOptions(resume=True))
    run(project, RunOptions())
    (project.parent / "config.yaml.db").unlink()
    assert run(project, RunOptions(resume=True)).message.startswith("Nothing new since edition 1")


def test_without_the_store_the_record_is_read_back_and_ids_stay(project):
    run(project, RunOptions())
    release.approve_edition(project, 1, "An Analyst")
    growing.lay(project.parent, ("c.txt",))
    run(project, RunOptions())
    before = release.list_editions(project)
    ids = [statement["id"] for statement in _statements(project.parent)]
    (project.parent / "config.yaml.db").unlink()
    assert release.rebuild_record(project) == "2 editions and 0 receipts on record"
    assert release.list_editions(project) == before
    (project.parent / "articles/c.txt").unlink()
    run(project, RunOptions())
    growing.lay(project.parent, ("c.txt",))
    assert run(project, RunOptions()).edition == 4
    assert [statement["id"] for statement in _statements(project.parent)] == ids


def _statements(folder):
    brief = json.loads((folder / "output/brief.json").read_bytes())
    return [statement for section in brief["sections"] for statement in section["statements"]]


def test_numbers_are_never_given_twice_even_when_folders_were_removed(project):
    run(project, RunOptions())
    shutil.rmtree(project.parent / "output")
    assert run(project, RunOptions()).edition == 2


def test_a_clock_that_jumps_back_changes_nothing_of_the_order(project, monkeypatch):
    run(project, RunOptions())
    growing.lay(project.parent, ("c.txt",))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    outcome = run(project, RunOptions())
    assert outcome.edition == 2
    assert [one["number"] for one in release.list_editions(project)] == [1, 2]
    assert editions.newest_edition(project.parent / "output").number == 2
    assert release.prune_editions(project, 1) == (1,)
    assert run(project, RunOptions()).edition is None


READ_ONLY = """
import os, sys
from briefing import cli  # and all it needs, while this process may still read the interpreter's own folder
import briefing.operations.run, tempfile
cli.run_command(["check", "-q"])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(cli.run_command(["run"]))
"""


@pytest.mark.parametrize("what", ["output", "config.yaml.db"])
def test_what_turns_read_only_costs_no_edition(project, what):
    folder = project.parent
    run(project, RunOptions())
    before = growing.made(folder)
    growing.lay(folder, ("c.txt",))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if what == "config.yaml.db":
        for path in (folder / "output", *(folder / "output").rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
    for parent in folder.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert growing.made(folder) == before
    assert growing.is_sound(folder)
    assert run(project, RunOptions()).edition == 2


def test_a_full_disk_costs_no_edition(project):
    run(project, RunOptions())
    before = growing.made(project.parent)
    growing.lay(project.parent, ("c.txt",))
    limited = (
        "import resource, signal, sys\n"
        # writing beyond the limit fails as on a full disk
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))\n"
        "from briefing import cli\n"
        "sys.exit(cli.run_command(['run']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited],
        cwd=project.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert growing.made(project.parent) == before
    assert growing.is_sound(project.parent)
    assert run(project, RunOptions()).edition == 2


def test_a_damaged_store_is_moved_aside_and_the_work_done(project):
    run(project, RunOptions())
    store = project.parent / "config.yaml.db"
    connection = sqlite3.connect(store)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    store.write_bytes(b"nothing of the kind" * 400)
    growing.lay(project.parent, ("c.txt",))
    outcome = run(project, RunOptions())
    assert outcome.edition == 2
    assert any("begun anew" in problem.message for problem in outcome.problems)


def test_pruning_spares_the_newest_and_config_may_ask_for_it(project):
    run(project, RunOptions())
    growing.lay(project.parent, ("c.txt",), growing.CONFIG + "keep: 1\n")
    run(project, RunOptions())
    assert editions.kept_numbers(project.parent / "output") == (2,)
    assert release.prune_editions(project, "1d") == ()
    with pytest.raises(UserError, match="neither"):
        release.prune_editions(project, "soon")


def test_difference_tells_what_changed_between_two_editions(project):
    run(project, RunOptions())
    growing.lay(project.parent, ("c.txt",))
    (project.parent / "articles/a.txt").unlink()
    run(project, RunOptions())
    lines = list(release.list_changes(release.compare_editions(project, None, None)))
    assert any(line.startswith("new: ") and "Fishermen" in line for line in lines)
    assert any(line.startswith("withdrawn: ") and "source gone" in line for line in lines)
    assert list(release.list_changes(release.compare_editions(project, 2, 2))) == []
    with pytest.raises(UserError, match="no edition 9"):
        release.compare_editions(project, 1, 9)


def test_mail_that_fails_costs_no_edition_and_is_in_the_diary(project):
    run(project, RunOptions())
    before = growing.made(project.parent)
    growing.lay(project.parent, ("c.txt",), growing.CONFIG + MAIL)

    def post(_config):
        message = "the wire is cut"
        raise WorkError(message)

    with pytest.raises(WorkError, match="wire"):
        run(project, RunOptions(), post)
    now = growing.made(project.parent)
    assert {name: now[name] for name in before if name.startswith("editions/0001")} == {
        name: content for name, content in before.items() if name.startswith("editions/0001")
    }
    assert run_log.read_newest(load_config(project)).exit_code == 1
