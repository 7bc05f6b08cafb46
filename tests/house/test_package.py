"""What is published: under a free name, with all that a brief needs, and nothing that is not so."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return folder


def test_the_wheel_holds_code_templates_fonts_and_what_marks_it_as_typed(built):
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for wanted in (
        "briefing/py.typed",
        "briefing/_templates/brief.html.j2",
        "briefing/_templates/print.css",
        "briefing/fonts/fonts.conf",
        "briefing/fonts/STIXTwoText-Regular.ttf",
        "briefing/languages/en/names/words/dictionary.txt",
    ):
        assert wanted in names, wanted
    assert not [one for one in names if one.startswith(("tests/", "seeds/", "benchmarks/"))]


def test_its_metadata_is_true(built):
    [wheel] = built.glob("*.whl")
    opened = zipfile.ZipFile(wheel)
    [name] = [one for one in opened.namelist() if one.endswith(".dist-info/METADATA")]
    said = message_from_string(opened.read(name).decode("utf-8"))
    assert said["Name"] == "cited-brief"
    assert "Project-URL" not in said  # there is none yet, and none is invented
    assert set(said.get_all("Provides-Extra")) >= {"desk", "fonts", "watch"}
    entry = next(one for one in opened.namelist() if one.endswith("entry_points.txt"))
    assert "briefing = briefing.__main__:main" in opened.read(entry).decode("utf-8")


def test_the_sdist_holds_what_the_wheel_is_built_of(built):
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as opened:
        names = {one.partition("/")[2] for one in opened.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "templates/brief.html.j2"} <= names
    assert not [one for one in names if one.startswith((".venv", "output/", "seeds/", "tests/"))]


def test_every_library_has_a_lower_bound():
    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    assert [one for one in (*PROJECT["dependencies"], *extras) if ">=" not in one] == [
        "tzdata; sys_platform == 'win32'"  # any will do
    ]


def test_the_lock_of_a_brief_names_no_extra():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not [name for name in ("starlette==", "watchfiles==", "manimgx", "dask") if name in lock]


def test_pythons_named_are_those_that_may_install_it():
    named = [one for one in PROJECT["classifiers"] if one.startswith("Programming Language")]
    assert PROJECT["requires-python"] == ">=3.11"
    assert any(one.endswith(":: 3.11") for one in named)
