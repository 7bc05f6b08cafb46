"""The benchmarks print their tables; what figures stand in them depends on the machine and is no
test's business."""

import importlib.util
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import articles, startup
from benchmarks.measure import run
from benchmarks.table import Table, show, verdict

ROOT = Path(__file__).resolve().parents[2]
_LONG = ("growth", "previews", "proving", "word")  # tens of programs or large briefs each


@pytest.mark.soak
@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("startup", ["Start-up"]),
        ("ranking", ["Ranking beside sumy's LexRank", "Growth of ranking"]),
        ("reading", ["Reading"]),
        ("proving", ["Growth of verifying"]),
        ("scale", ["About a part", "Workers"]),
        ("large", ["Very many articles on a cluster"]),
        ("kills", ["A cluster in distress"]),
        ("feeds", ["Feeds"]),
        ("word", ["The Word document"]),
        ("previews", ["Previews at the desk"]),
        (
            "growth",
            [
                "Growth",
                "Two processes",
                "Where a first build's time goes",
                "Where the time goes of a build with one article more",
            ],
        ),
    ],
)
def test_a_quick_run_prints_its_tables(name, titles, count):
    if name in _LONG and not count(0, 1):
        pytest.skip("starts some hundred programs; `make soak` runs it")
    if name in ("scale", "large", "kills", "feeds") and not count(0, 1):
        pytest.skip("starts a cluster, or waits for servers that are late; `make soak` runs it")
    if name == "ranking" and importlib.util.find_spec("sumy") is None:
        pytest.skip("sumy is installed by `make bench` alone")
    command = [sys.executable, "-m", "benchmarks", "--quick", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^## (.*)$", done.stdout, re.MULTILINE) == titles
    assert " × |" in done.stdout or name in ("growth", "large", "kills", "feeds", "previews")


def test_make_is_measured_without_touching_the_environment(tmp_path):
    """Stamps older than every lock, as after a change to a lock, make nothing anew."""
    for name in ("Makefile", "requirements.lock", "tools"):
        link = tmp_path / name
        link.symlink_to(ROOT / name)
    bin_folder = tmp_path / ".venv/bin"
    bin_folder.mkdir(parents=True)
    python = bin_folder / "python"
    python.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    for name in (".locked", ".ready", ".native"):
        stamp = tmp_path / ".venv" / name
        stamp.touch()
        os.utime(stamp, (0, 0))
    said = run(startup.unchanged_make(tmp_path)).output
    assert said == "-m briefing build\n"
    stamps = [(tmp_path / ".venv" / name).stat().st_mtime for name in (".locked", ".ready")]
    assert stamps == [0, 0]


def test_a_program_that_fails_fails_the_run():
    script = (
        "from benchmarks.measure import python, run; run(python('-c', 'raise SystemExit(\"no "
        "such luck\")'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "no such luck" in done.stderr


def test_an_article_is_the_same_whatever_stands_beside_it(tmp_path):
    articles.write(tmp_path / "few", range(3))
    articles.write(tmp_path / "many", range(30))
    for path in sorted((tmp_path / "few").rglob("*.txt")):
        assert (
            path.read_bytes()
            == (tmp_path / "many" / path.relative_to(tmp_path / "few")).read_bytes()
        )


def test_a_corpus_has_versions_of_an_article_and_leftovers_of_pages():
    texts = [articles.article(number).text for number in range(60)]
    versions = [
        (before, after)
        for before, after in pairwise(texts)
        if set(before.split("\n\n")) < set(after.split("\n\n"))
    ]
    assert 1 <= len(versions) <= 20
    assert 10 <= sum("Advertisement" in text or "Sign up" in text for text in texts) <= 50


def test_a_table_is_markdown_with_its_columns_in_line():
    text = show(
        Table(
            title="T",
            head=("what", "time"),
            rows=[("one", "1 ms"), ("another", "12 ms")],
            notes=("So.",),
        )
    )
    assert text == (
        "## T\n\n| what    |  time |\n|---------|------:|\n| one     |  1 ms |\n| another | 12 ms "
        "|\n\n- So.\n"
    )


@pytest.mark.parametrize(
    ("ratio", "bound", "said"),
    [
        (1.2, {"most": 1.25}, "≤ 1.25, met"),
        (1.3, {"most": 1.25}, "≤ 1.25, missed"),
        (9.0, {"least": 10}, "≥ 10, missed"),
    ],
)
def test_an_aim_is_met_or_missed(ratio, bound, said):
    assert verdict(ratio, **bound) == said
