"""The invented topic in a folder of its own."""

import shutil

import pytest

from tests.projects.desk import TOPIC, Desk


@pytest.fixture
def desk(tmp_path, monkeypatch, capfd):
    """The invented topic without an analyst's file."""
    folder = tmp_path / "desk"
    shutil.copytree(TOPIC, folder)
    (folder / "analyst.yaml").unlink()
    monkeypatch.chdir(folder)
    return Desk(folder=folder, capfd=capfd)
