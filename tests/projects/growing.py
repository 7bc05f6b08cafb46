"""A small project that grows, and what may be asked of it from outside."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from briefing.state import editions, lock

HERE = Path(__file__).resolve().parents[2]
CONFIG = """\
brief: {title: Harbour works, as_of: 2025-03-20}
sources: [{kind: folder, path: articles}]
tags:
  works: {terms: [quay, dredg*, channel, crane*]}
sections:
  - {slug: works, title: Works, kind: digest, tags: [works], statements: 30}
outputs: [{kind: markdown}, {kind: json}]
"""
ARTICLES = {
    "a.txt": """\
Northern quay reopens after dredging

The northern quay reopened on 3 March 2025 after four months of dredging, the port authority said.
The channel is now eleven metres deep, two metres more than before.
""",
    "b.txt": """\
Two cranes arrive

Two new cranes arrived at the southern quay on 9 March 2025, according to the shipping register.
Each crane lifts ninety tonnes.
""",
    "c.txt": """\
Fishermen ask for a channel of their own

Fishermen of the old town asked the port authority on 12 March 2025 for a channel of their own.
The authority said that the dredging of a second channel would cost four million euros.
""",
}
# The lock, who held it when it was killed, and what runs note of themselves.
OURS = (lock.NAME, lock.NOTE, "last-run.json", "last-config.yaml")


def lay(folder: Path, names: tuple[str, ...] = tuple(ARTICLES), config: str = CONFIG) -> Path:
    """Lay out a project with some of the articles; give its config."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    for name in names:
        (folder / "articles" / name).write_text(ARTICLES[name], encoding="utf-8")
    return folder / "config.yaml"


def start(
    config: Path, *arguments: str, command: str = "run", **more: object
) -> "subprocess.Popen[str]":
    """Start a command of the program on a config."""
    words = [sys.executable, "-m", "briefing", command, "-c", str(config), *arguments]
    return subprocess.Popen(
        words,
        cwd=config.parent,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,  # type: ignore[call-overload]
    )


def finish(config: Path, *arguments: str, command: str = "run") -> tuple[int, str, str]:
    """Run a command to its end; give exit code, output and what it said on standard error."""
    process = start(config, *arguments, command=command)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def made(folder: Path) -> dict[str, bytes]:
    """Give every file of the output that readers or the record have, with its bytes."""
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name not in OURS
    }


def is_sound(folder: Path) -> bool:
    """Tell whether the last edition is whole and the store passes SQLite's own check; neither need
    be there yet."""
    last = editions.newest_edition(folder / "output")
    if last is not None and editions.file_faults(last.folder):
        return False
    store = folder / "config.yaml.db"
    if not store.exists() or store.stat().st_size == 0:
        return True
    connection = sqlite3.connect(store)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    finally:
        connection.close()


def complaints(errors):
    """What a program said beside how far it is, which a slow machine is told now and then."""
    lines = errors.splitlines()
    return [line for line in lines if not line.startswith("progress stage=")]
