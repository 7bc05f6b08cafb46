"""How `make` sets the machine up: what is asked of which package manager, and that a second run
does nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import native  # noqa: E402 - tools are scripts, found by their folder
import packages  # noqa: E402
import testing  # noqa: E402


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A function that makes a machine whose PATH has only the named programs; each writes down how
    it was called."""
    calls = tmp_path / "calls"
    calls.touch()

    def build(*programs, user=1000, exits=0):
        for program in programs:
            script = tmp_path / "bin" / program
            script.parent.mkdir(exist_ok=True)
            script.write_text(
                f'#!/bin/sh\necho "{program} $*" >> "{calls}"\necho trouble >&2\nexit {exits}\n'
            )
            script.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        monkeypatch.setattr(os, "geteuid", lambda: user)
        monkeypatch.setattr(testing, "PATH_OF_SERVERS", str(tmp_path / "bin"))
        # Libraries are found whatever PATH says, so whether this machine has one must not decide
        # the test.
        monkeypatch.setattr(
            testing, "TOOLS", tuple(tool for tool in testing.TOOLS if not tool.library)
        )
        return lambda: calls.read_text().splitlines()

    return build


def test_a_machine_without_a_package_manager_has_none(machine):
    machine()
    assert packages.manager() is None


def test_root_needs_no_leave(machine):
    machine("apt-get", user=0)
    assert packages.privilege(packages.manager()) == ()


def test_sudo_is_used_where_it_asks_nothing(machine):
    calls = machine("dnf", "sudo")
    assert packages.privilege(packages.manager()) == ("sudo", "-n")
    assert calls() == ["sudo -n true"]


def test_sudo_that_would_ask_is_no_leave(machine):
    machine("dnf", "sudo", exits=1)
    assert packages.privilege(packages.manager()) is None


def test_homebrew_is_never_run_as_root(machine):
    machine("brew")
    assert packages.privilege(packages.manager()) == ()


def test_lists_are_refreshed_before_anything_is_installed(machine):
    calls = machine("apt-get", user=0)
    assert packages.install(packages.manager(), ("a", "b")) == ""
    assert calls() == ["apt-get -q update", "apt-get -q install --yes --no-install-recommends a b"]


def test_a_failed_installation_gives_the_last_words(machine):
    machine("apk", user=0, exits=3)
    assert packages.install(packages.manager(), ("a",)) == "trouble"


@pytest.mark.parametrize(
    ("manager", "user", "expected"),
    [
        ("apt-get", 1000, "sudo apt-get update && sudo apt-get install a b"),
        ("apt-get", 0, "apt-get update && apt-get install a b"),
        ("pacman", 1000, "sudo pacman -S a b"),
        ("brew", 1000, "brew install a b"),
    ],
)
def test_the_command_for_a_person(machine, manager, user, expected):
    machine(manager, user=user)
    assert packages.by_hand(packages.manager(), ("a", "b")) == expected


def test_every_manager_is_told_of_the_libraries_of_the_pdf():
    assert set(native.PACKAGES) == {known.name for known in packages.MANAGERS}


def test_a_machine_that_can_install_nothing_is_told_what_to_type(machine):
    machine("dnf")
    assert native.provide().endswith("sudo dnf install pango harfbuzz")


def test_a_mail_server_that_is_there_stays(machine):
    machine(
        "apt-get",
        "chromium",
        "pdftotext",
        "qpdf",
        "sendmail",
        "crontab",
        "soffice",
        "systemd-analyze",
        user=0,
    )
    names, refused = testing.wanted(packages.manager())
    assert names == []
    assert refused == ["a mail server: another one than Postfix is installed here, and stays"]


def test_postfix_is_told_not_to_serve_before_it_is_installed(machine):
    timers = ("crontab", "soffice", "systemd-analyze")
    calls = machine(
        "apt-get", "chromium", "pdftotext", "qpdf", *timers, "debconf-set-selections", "sh", user=0
    )
    left = testing.provide()
    assert "No configuration | debconf-set-selections" in calls()[0]
    assert calls()[-1].endswith("--no-install-recommends postfix")
    assert left == ["a mail server: installed, yet not found"]


def test_what_a_tool_brings_besides_does_not_begin_to_serve(machine):
    calls = machine(
        "apt-get",
        "chromium",
        "pdftotext",
        "qpdf",
        "postfix",
        "soffice",
        "systemd-analyze",
        "systemctl",
        user=0,
    )
    testing.provide()
    assert calls()[-2].endswith("--no-install-recommends cron")
    assert calls()[-1].endswith("disable --now cron.service")


def test_a_library_is_looked_for_where_libraries_are():
    absent = testing.Tool(
        what="none", programs=("libbriefing-none.so.1",), packages={}, library=True
    )
    common = testing.Tool(what="the C library", programs=("libc.so.6",), packages={}, library=True)
    assert testing.present(common)
    assert testing.present(absent) == (sys.platform != "linux")


def test_tools_that_cannot_be_installed_are_named_with_the_command_to_type(machine):
    machine("apk", "qpdf")
    *none, left = testing.provide()
    assert none == [
        "cron's reader of crontabs: apk has no package of it",
        "systemd's reader of units: apk has no package of it",
    ]
    assert left.startswith(
        "a browser, Poppler's PDF tools, LibreOffice's writer, a mail server: neither root"
    )
    assert left.endswith("sudo apk add chromium poppler-utils libreoffice-writer postfix")


def test_a_machine_without_a_package_manager_is_told_what_it_lacks(machine):
    machine("chromium", "postfix", "crontab", "soffice", "systemd-analyze")
    assert testing.provide() == ["Poppler's PDF tools, qpdf: no known package manager here"]


def test_a_second_make_brief_starts_one_program_and_no_more(tmp_path):
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for stamp in ("bin/python", ".locked", ".ready", ".native"):
        (tmp_path / ".venv" / stamp).touch()
    dry = subprocess.run(
        ["make", "-n", "brief"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert dry.stdout.splitlines() == ["tools/run.sh .venv/bin/python -m briefing build"]


def test_libraries_that_were_unpacked_are_found_by_what_run_starts(tmp_path):
    libraries = tmp_path / ".venv" / "native" / "usr" / "lib" / "x86_64-linux-gnu"
    libraries.mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "run.sh", tmp_path / "tools")
    command = [str(tmp_path / "tools" / "run.sh"), "sh", "-c", 'printf %s "$LD_LIBRARY_PATH"']
    clean = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    assert subprocess.run(
        command, capture_output=True, text=True, check=True, env=clean
    ).stdout == str(libraries)
