"""What `make` says while it installs."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import install  # noqa: E402 - tools are scripts, found by their folder

LINES = [
    "Looking in indexes: somewhere\n",
    "Ignoring colorama: markers 'sys_platform == win32' don't match your environment\n",
    *(f"Collecting package-{number}==1.0 (from -r lock (line 1))\n" for number in range(6)),
    "Processing /wheels/package_6-1.0-py3-none-any.whl (from -r lock (line 9))\n",
    "  Downloading package.whl (1 kB)\n",
    "Installing collected packages: a, b\n",
]


def test_a_terminal_sees_each_package_on_one_line():
    said = "".join(install.follow(LINES, 8, terminal=True))
    assert said.count("\n") == 1
    assert "1 of 8: colorama" in said
    assert said.endswith("8 of 8: package_6\r\x1b[K  unpacking them\n")


def test_elsewhere_a_line_comes_for_every_quarter():
    said = "".join(install.follow(LINES, 8, terminal=False))
    assert said == "  2 of 8\n  4 of 8\n  6 of 8\n  8 of 8\n  unpacking them\n"


def test_more_than_the_lock_names_is_not_counted_beyond_it():
    assert "".join(install.follow(LINES, 1, terminal=False)) == "  1 of 1\n  unpacking them\n"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_packages_of_a_lock_are_counted(name):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert install.count_packages(lock) == lock.count("==") - lock.count(" == ") - lock.count(
        "' =="
    )


def test_where_pip_fails_its_last_words_are_shown(tmp_path, capfd):
    lock = tmp_path / "some.lock"
    lock.write_text("no-such-package-here==1.0 --hash=sha256:00\n", encoding="utf-8")
    assert install.main([str(lock), "--no-index"]) != 0
    assert "no-such-package-here" in capfd.readouterr().err
