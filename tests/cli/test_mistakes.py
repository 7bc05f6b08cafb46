"""Every mistake a user can plant gets one message at its line, exit code 2, and costs no edition.

A case is a folder in mistakes/: a project with one mistake, and what is said of it. Where the case has no
articles of its own, one is put there.
"""

import shutil
from pathlib import Path

import pytest

from briefing import cli

CASES = sorted(path for path in (Path(__file__).parent / "mistakes").iterdir() if path.is_dir())
ARTICLE = "The northern quay reopened on 3 March 2025 after dredging, the port authority said.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A function that lays out a case with a good edition in its output, and goes there."""

    def lay(case):
        folder = tmp_path / "project"
        shutil.copytree(case, folder, ignore=shutil.ignore_patterns("expected.txt"))
        if not (folder / "articles").exists():
            (folder / "articles").mkdir()
            (folder / "articles/one.txt").write_text(ARTICLE, encoding="utf-8")
        (folder / "output/editions/0001").mkdir(parents=True)
        (folder / "output/brief.md").write_text("the last good brief\n", encoding="utf-8")
        (folder / "output/editions/0001/brief.md").write_text("the last good brief\n", encoding="utf-8")
        monkeypatch.chdir(folder)
        return folder

    return lay


def contents(folder):
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.golden
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_at_its_line_and_costs_nothing(case, project, capfd, golden):
    folder = project(case)
    before = contents(folder)
    code = cli.run(["build"])
    said = capfd.readouterr()
    assert (code, said.out) == (2, "")
    assert "Traceback" not in said.err
    golden(case / "expected.txt", said.err)
    assert contents(folder) == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_says_the_same_as_build(case, project, capfd):
    project(case)
    code = cli.run(["check"])
    assert (code, capfd.readouterr().err) == (2, (case / "expected.txt").read_text(encoding="utf-8"))


def test_every_message_names_file_line_and_column():
    unplaced = [case.name for case in CASES if ".yaml:" not in said(case) and ".j2:" not in said(case)]
    assert not unplaced
    assert len(CASES) >= 40


def said(case):
    return (case / "expected.txt").read_text(encoding="utf-8")


def test_the_unmistaken_project_is_in_order(tmp_path, project, capfd):
    case = tmp_path / "case"
    case.mkdir()
    (case / "config.yaml").write_text(
        "brief: {title: Harbour works}\n"
        "sources:\n  - {kind: folder, path: articles}\n"
        "tags:\n  works: {terms: [quay, dredg*]}\n"
        "sections:\n  - {slug: works, title: Works, kind: digest, tags: [works]}\n",
        encoding="utf-8",
    )
    project(case)
    assert (cli.run(["check"]), capfd.readouterr().err) == (0, "")
