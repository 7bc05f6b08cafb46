"""Systems that we can't run here, as far as something can stand in for them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.ingest import confined
from briefing.settings import load_config
from briefing.state import handles

ROOT = Path(__file__).resolve().parents[2]
# What Windows lacks: modules that can't be imported, and names that `os` and `signal` don't have.
WINDOWS = """
import importlib.abc, os, signal, sys

class Lacking(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "resource", "pwd", "grp", "termios"}:
            raise ImportError(f"No module named {name!r} on Windows")

for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Lacking())
from briefing import cli  # what the standard library needs for itself is imported by now
for name in ("O_NONBLOCK", "O_CLOEXEC", "geteuid", "getuid", "pread", "pwrite"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGXCPU", "SIGKILL"):
    if hasattr(signal, name):
        delattr(signal, name)
from briefing.ingest import confined
confined._INHERITS = False
for words in sys.argv[1:]:
    code = cli.run_command(words.split())
    print(words, code, file=sys.stderr)
    if code:
        sys.exit(code)
"""
CONFIG = """\
brief: {title: Quay}
sources: [{kind: folder, path: articles}]
sections: [{slug: quay, title: Quay, terms: [quay]}]
outputs: [{kind: markdown}, {kind: html}, {kind: json}]
channels: [{kind: folder, path: copies}]
mail: {from: desk@example.org, recipients: [ann@example.org]}
"""
ARTICLE = (
    "The northern quay reopened on 3 March 2025 after months of work, the port authority said.\n"
)


def on_windows(folder, *commands):
    """Run commands one after another, to the first that fails."""
    command = [sys.executable, "-c", WINDOWS, *commands]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "copies").mkdir()
    (tmp_path / "articles/quay.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def test_without_what_windows_lacks_a_brief_is_made_proved_released_and_sent(project):
    asked = ("build", "verify", "approve", "run", "send --status", "status")
    done = on_windows(project, *asked)
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.stderr.count(" 0\n") >= len(asked)
    names = {path.name for path in (project / "output").iterdir() if path.is_file()}
    assert {"brief.md", "brief.html", "brief.json"} <= names
    assert len(list((project / "output/outbox/new").iterdir())) == 1
    assert (project / "copies/quay-0001/brief.json").is_file()


def test_a_large_file_is_read_by_another_process_that_calls_back(project):
    text = "The quay is open, and so it goes on.\n\n" * 10_000
    (project / "articles/large.txt").write_text(text, encoding="utf-8")
    done = on_windows(project, "sources --json")
    assert done.returncode == 0, done.stderr
    found = {one["path"]: one for one in json.loads(done.stdout)}
    assert not found["articles/large.txt"].get("quarantined")


def test_a_child_that_calls_back_works_as_one_that_inherits(monkeypatch):
    confined._start_reader.cache_clear()
    monkeypatch.setattr(confined, "_INHERITS", False)
    try:
        assert confined.run_confined(len, "four") == 4
        assert confined.run_confined(json.loads, "{") == confined.Broken(reason=confined.BROKE)
    finally:
        confined._start_reader.cache_clear()


@pytest.mark.parametrize("path", [r"..\\elsewhere", r"articles\\..\\..\\x"])
def test_a_path_that_leaves_the_project_does_so_with_backslashes_too(project, path):
    text = CONFIG.replace("path: articles", f'path: "{path}"')
    (project / "config.yaml").write_text(text, encoding="utf-8")
    done = on_windows(project, "check")
    assert done.returncode == 2
    assert "leaves the project by '..'" in done.stderr


def test_locators_have_slashes_whatever_the_system(project):
    load_config(project / "config.yaml")
    done = on_windows(project, "passages --json")
    assert {one["path"] for one in json.loads(done.stdout)} == {"articles/quay.txt"}


def test_the_last_byte_of_a_file_is_read_without_pread(tmp_path):
    (tmp_path / "x").write_bytes(b"ab\n")
    handle = os.open(tmp_path / "x", os.O_RDONLY)
    try:
        assert handles.read_last_byte(handle, 3) == b"\n"
        assert handles.read_last_byte(handle, 0) == b""
    finally:
        os.close(handle)
