"""True briefs to try the proof on: one of the five articles, one of an invented topic."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import cli
from tests.projects.laden import lay_laden

ROOT = Path(__file__).resolve().parents[2]
TOPIC = ROOT / "tests" / "projects" / "topic"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A folder with a config and its articles, and the true brief.json of a trial there."""

    folder: Path
    true: dict

    @property
    def brief(self):
        """Give where the true brief lies."""
        return self.folder / "trial" / "brief.json"


def _desk(folder):
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert cli.run_command(["build", "--output", "trial", "--formats", "json", "-q"]) == 0
    finally:
        os.chdir(before)
    return Desk(folder=folder, true=json.loads((folder / "trial" / "brief.json").read_bytes()))


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """The five articles with the shipped config."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name in ("config.yaml", "analyst.yaml"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return _desk(folder)


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    """Four invented articles about a harbour, two of them versions of one."""
    folder = tmp_path_factory.mktemp("invented") / "desk"
    shutil.copytree(TOPIC, folder)
    return _desk(folder)


@pytest.fixture(scope="session")
def laden(tmp_path_factory):
    """A desk with two editions that hold all that a brief can; the newest is the true brief."""
    config = lay_laden(tmp_path_factory.mktemp("laden") / "desk")
    brief = json.loads((config.parent / "output" / "brief.json").read_bytes())
    return Desk(folder=config.parent, true=brief)


@pytest.fixture(params=["seeded", "invented"])
def desk(request):
    """Each of the two desks in turn."""
    return request.getfixturevalue(request.param)
