"""The same inputs give the same bytes, wherever and however they are built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects.desk import TOPIC

ROOT = Path(__file__).resolve().parents[2]
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
    },
)


def seeds(folder):
    """Lay the five articles with the shipped config."""
    folder.mkdir()
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name in ("config.yaml", "analyst.yaml"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)


def topic(folder):
    """Lay the invented topic."""
    shutil.copytree(TOPIC, folder)


@pytest.mark.parametrize("lay", [topic, seeds])
def test_two_builds_from_two_places_are_byte_for_byte_the_same(tmp_path, lay):
    made = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path / f"{'deeper/' * number}place{number}"
        folder.parent.mkdir(exist_ok=True)
        lay(folder)
        command = [sys.executable, "-m", "briefing", "build"]
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **world},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        names = ("brief.md", "brief.html", "brief.json", "brief.pdf")
        made.append({name: (folder / "output" / name).read_bytes() for name in names})
    for name, content in made[0].items():
        assert content == made[1][name], f"{name} differs"
