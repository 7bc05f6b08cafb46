"""Every mistake a user can plant gets one message at its line, exit code 2, and costs no edition.

A case is a folder in mistakes/: what is put into a project that is in order and has an edition, and
what is then said.
"""

import shutil
from pathlib import Path

import pytest

from briefing import cli

CASES = sorted(path for path in (Path(__file__).parent / "mistakes").iterdir() if path.is_dir())
ARTICLE = "The northern quay reopened on 3 March 2025 after dredging, the port authority said.\n"


GOOD = """\
brief: {title: Harbour works}
sources:
  - {kind: folder, path: articles}
tags:
  works: {terms: [quay, dredg*]}
sections:
  - {slug: works, title: Works, kind: digest, tags: [works]}
outputs: [{kind: markdown}, {kind: json}]
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A project in order, with an edition in its output."""
    folder = tmp_path_factory.mktemp("good")
    (folder / "articles").mkdir()
    (folder / "articles/one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "config.yaml").write_text(GOOD, encoding="utf-8")
    assert cli.run_command(["build", "-c", str(folder / "config.yaml")]) == 0
    return folder


@pytest.fixture
def project(good, tmp_path, monkeypatch):
    """A function that puts a case into a copy of the good project, and goes there."""

    def lay(case):
        folder = tmp_path / "project"
        shutil.copytree(good, folder)
        shutil.copytree(
            case, folder, ignore=shutil.ignore_patterns("expected.txt"), dirs_exist_ok=True
        )
        monkeypatch.chdir(folder)
        return folder

    return lay


def contents(folder):
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.golden
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_at_its_line_and_costs_nothing(case, project, capfd, golden):
    folder = project(case)
    before = contents(folder)
    code = cli.run_command(["build"])
    said = capfd.readouterr()
    assert (code, said.out) == (2, "")
    assert "Traceback" not in said.err
    golden(case / "expected.txt", said.err)
    assert contents(folder) == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: getattr(case, "name", None))
def test_check_says_the_same_as_build(case, project, capfd):
    project(case)
    code = cli.run_command(["check"])
    assert (code, capfd.readouterr().err) == (
        2,
        (case / "expected.txt").read_text(encoding="utf-8"),
    )


def test_every_message_names_file_line_and_column():
    unplaced = [
        case.name
        for case in CASES
        if not any(name in said(case) for name in (".yaml:", ".j2:", ".csv:"))
    ]
    assert not unplaced
    assert len(CASES) >= 40


def said(case):
    return (case / "expected.txt").read_text(encoding="utf-8")


def test_the_project_without_a_mistake_is_in_order(good, capfd, monkeypatch):
    monkeypatch.chdir(good)
    assert (cli.run_command(["check"]), capfd.readouterr().err) == (0, "")
    assert (good / "output/brief.md").exists()


def test_the_mistakes_of_all_files_are_told_in_one_run(good, tmp_path, monkeypatch, capfd):
    folder = tmp_path / "project"
    shutil.copytree(good, folder)
    bad = [f"*{letter}" for letter in "abcdefg"]
    config = GOOD.replace("[quay, dredg*]", str([*bad, "quay"])).replace(
        "kind: digest", "kind: digset"
    )
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    (folder / "articles/sources.yaml").write_text(
        "one.txt: {kid: report, url: nowhere}\n", encoding="utf-8"
    )
    (folder / "analyst.yaml").write_text(
        "pin: [{path: articles/one.txt, passage: 0}]\n", encoding="utf-8"
    )
    monkeypatch.chdir(folder)
    assert cli.run_command(["check"]) == 2
    lines = capfd.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "analyst.yaml",
        *["articles/sources.yaml"] * 2,
        *["config.yaml"] * 8,
    ]
    assert all(any(f"'{term}' begins with a wildcard" in line for line in lines) for term in bad)


def test_help_is_laid_out_and_shows_no_marks_of_the_layout(capfd):
    assert cli.run_command(["--help"]) == 0
    shown = capfd.readouterr().out
    assert "\\b" not in shown
    assert "2 a mistake in config or arguments,\n" in shown
