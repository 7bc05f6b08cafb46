"""What is shipped: the package with its templates and data, and none of the articles."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names inside the wheel, built without a network from this folder."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def shipped(folder):
    """Return the files below a folder of the repository, as git would see them."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_templates_are_inside(wheel):
    assert {f"briefing/_templates/{name}" for name in shipped("templates")} <= wheel


def test_every_file_of_the_package_is_inside(wheel):
    assert {f"briefing/{name}" for name in shipped("briefing")} <= wheel


def test_nothing_else_is_inside_but_licences_and_metadata(wheel):
    others = {name for name in wheel if not name.startswith("briefing/")}
    assert {name.split("/")[0].partition("-")[0] for name in others} == {"cited_brief"}
    assert {name.rsplit("/", 1)[1] for name in others} >= {
        "LICENSE",
        "NOTICE",
        "METADATA",
        "entry_points.txt",
    }
    assert [name for name in wheel if "seeds" in name or "tests/" in name] == []
