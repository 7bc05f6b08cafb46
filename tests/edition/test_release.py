"""The commands that look after editions and runs, as they are typed."""

import json

import pytest

from briefing import cli
from briefing.operations import alerts
from briefing.settings import load_config
from tests.projects import growing


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project with two editions; the test stands in it."""
    monkeypatch.chdir(tmp_path)
    growing.lay(tmp_path, ("a.txt",))
    assert cli.run_command(["run", "-q"]) == 0
    growing.lay(tmp_path, ("b.txt",))
    assert cli.run_command(["run", "-q"]) == 0
    return tmp_path


def said(capfd, *arguments):
    capfd.readouterr()
    code = cli.run_command(list(arguments))
    printed = capfd.readouterr()
    assert printed.err == "" or code == 2
    return code, printed.out, printed.err


@pytest.mark.usefixtures("project")
def test_editions_are_listed_with_who_let_them_go(capfd):
    assert said(capfd, "approve", "1", "--by", "An Analyst")[0] == 0
    _, out, _ = said(capfd, "approve", "1", "--by", "Somebody Else")
    assert "An Analyst" in out, "who did so first stays"
    code, out, _ = said(capfd, "editions")
    assert code == 0
    assert [line[:4] for line in out.splitlines()] == ["0001", "0002"]
    assert "approved by An Analyst at" in out.splitlines()[0]
    listed = json.loads(said(capfd, "editions", "--json")[1])
    assert [one["approved_by"] for one in listed] == ["An Analyst", None]
    code, _, err = said(capfd, "approve", "7")
    assert code == 2
    assert "there is no edition 7" in err


def test_diff_prune_and_status_say_what_they_find(project, capfd):
    code, out, _ = said(capfd, "diff")
    assert code == 0
    assert "new: Two new cranes arrived" in out
    assert json.loads(said(capfd, "diff", "1", "2", "--json")[1])["withdrawn"] == []
    assert said(capfd, "prune", "--keep", "1", "--dry-run")[1] == "would remove 1\n"
    assert said(capfd, "prune", "--keep", "1")[1] == "removed 1\n"
    assert said(capfd, "prune", "--keep", "1")[1] == "nothing to remove\n"
    assert "pruned" in said(capfd, "editions")[1].splitlines()[0]
    code, out, _ = said(capfd, "status")
    assert code == 0
    assert out.splitlines()[1:3] == [
        "next run: the config has no schedule",
        "editions: 1, the newest is 2 of 2025-12-01T00:00:00Z",
    ]
    (project / "articles/empty.txt").touch()
    capfd.readouterr()
    assert cli.run_command(["run"]) == 0
    assert "articles/empty.txt: warning: set aside: the file is empty" in capfd.readouterr().err
    assert "can't be read: articles/empty.txt: the file is empty" in said(capfd, "status")[1]
    assert json.loads(said(capfd, "status", "--json")[1])["last"]["exit_code"] == 0


def test_status_after_a_failed_run_exits_1(project, capfd):
    config = project / "config.yaml"
    config.write_text(growing.CONFIG.replace("kind: digest", "kind: digset"), encoding="utf-8")
    assert said(capfd, "run")[0] == 2
    config.write_text(growing.CONFIG, encoding="utf-8")
    code, out, _ = said(capfd, "status")
    assert (code, "exit code 2" in out) == (1, True)


def test_an_alert_goes_by_mail(project):
    config = project / "config.yaml"
    mail = (
        "mail: {from: desk@example.org, recipients: [{to: reader@example.org}]}\nalerts: {mail: "
        "op@example.org}\n"
    )
    config.write_text(growing.CONFIG + mail, encoding="utf-8")
    assert alerts.alert_operator(load_config(config), "the disk is full")
    letters = [
        path.read_text(encoding="utf-8")
        for path in (project / "output/outbox").rglob("*")
        if path.is_file()
    ]
    assert any(
        "To: op@example.org" in letter and "the disk is full" in letter for letter in letters
    )
