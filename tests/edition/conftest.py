"""The invented topic in a folder of its own."""

import contextlib
import shutil

import pytest

from briefing import cli
from tests.projects.desk import TOPIC, Desk


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """The invented topic without an analyst's file."""
    folder = tmp_path / "desk"
    lay_topic(folder)
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


@pytest.fixture(scope="session")
def first_edition(tmp_path_factory):
    """The folder of the topic with its first edition, which nobody changes."""
    folder = tmp_path_factory.mktemp("first") / "desk"
    lay_topic(folder)
    with contextlib.chdir(folder):
        assert cli.run_command(["build", "--quiet", "--formats", "markdown,json"]) == 0
    return folder


@pytest.fixture
def built(first_edition, tmp_path, monkeypatch, capfd):
    """A copy of the topic with its first edition, for what asks nothing of when files changed."""
    folder = tmp_path / "desk"
    shutil.copytree(first_edition, folder, symlinks=True)
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)


def lay_topic(folder):
    shutil.copytree(TOPIC, folder)
    (folder / "analyst.yaml").unlink()
