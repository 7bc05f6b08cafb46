import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.state import listing, witness

LINE = "Nothing changed since edition 3 of 22 November 2026 (5 sources): output/brief.pdf"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "config.yaml").write_text("brief: {}\n")
    for name in ("a", "b", "c"):
        path = tmp_path / "seeds" / "deep" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name * 100)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "brief.md.j2").write_text("{{ brief }}")
    shelf = tmp_path / "output" / "editions" / "0003"
    shelf.mkdir(parents=True)
    (tmp_path / "output" / "brief.pdf").write_bytes(b"pdf")
    return tmp_path


def built(desk: Path, options: tuple[str, ...] = (), *, age: int | None = 100) -> None:
    """Record a build of `desk`, with every input `age` seconds old (None: fresh)."""
    if age is not None:
        then = time.time() - age
        for path in [*desk.rglob("*.txt"), *desk.rglob("*.j2"), desk / "config.yaml"]:
            os.utime(path, (then, then))
    seen = witness.observe_world(
        desk / "config.yaml",
        files=[desk / "analyst.yaml"],
        folders=[desk / "seeds", desk / "templates"],
        skip=[desk / "output"],
    )
    connection = sqlite3.connect(witness.store_path(desk / "config.yaml"))
    connection.executescript(witness.TABLES)
    witness.save_build(
        connection,
        desk / "config.yaml",
        seen,
        line=LINE,
        options=options,
        output=desk / "output",
    )
    connection.close()


def test_a_build_that_left_everything_as_it_was_is_answered_with_its_line(desk: Path) -> None:
    built(desk)
    assert witness.unchanged_line(desk / "config.yaml") == LINE


def test_without_a_record_there_is_no_answer(desk: Path) -> None:
    assert witness.unchanged_line(desk / "config.yaml") is None
    assert not Path(witness.store_path(desk / "config.yaml")).exists()


CHANGES = {
    "a source was edited": lambda desk: (desk / "seeds/deep/a.txt").write_text("other"),
    "a source was added": lambda desk: (desk / "seeds/deep/d.txt").write_text("d"),
    "a source was added in a new folder": lambda desk: (
        (desk / "seeds/new").mkdir(),
        (desk / "seeds/new/d.txt").write_text("d"),
    ),
    "a source was removed": lambda desk: (desk / "seeds/deep/b.txt").unlink(),
    "a source was renamed": lambda desk: (desk / "seeds/deep/b.txt").rename(
        desk / "seeds/deep/z.txt"
    ),
    "a folder was renamed": lambda desk: (desk / "seeds/deep").rename(desk / "seeds/deeper"),
    "metadata came beside the sources": lambda desk: (desk / "seeds/sources.yaml").write_text("{}"),
    "the config was edited": lambda desk: (desk / "config.yaml").write_text("brief: {title: x}\n"),
    "the analyst's file appeared": lambda desk: (desk / "analyst.yaml").write_text("pins: []\n"),
    "a template was edited": lambda desk: (desk / "templates/brief.md.j2").write_text(
        "{{ other }}"
    ),
    "an output went": lambda desk: (desk / "output/brief.pdf").unlink(),
    "an output was altered": lambda desk: (desk / "output/brief.pdf").write_bytes(b"PDF"),
    "another edition was made": lambda desk: (desk / "output/editions/0004").mkdir(),
    "the newest edition went": lambda desk: (desk / "output/editions/0003").rmdir(),
    "the record was damaged": lambda desk: Path(
        witness.store_path(desk / "config.yaml")
    ).write_bytes(b"x" * 9999),
    "the record went": lambda desk: Path(witness.store_path(desk / "config.yaml")).unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changed_is_noticed(desk: Path, change: str) -> None:
    built(desk)
    CHANGES[change](desk)
    assert witness.unchanged_line(desk / "config.yaml") is None


def test_an_edit_that_keeps_size_and_modification_time_is_noticed(desk: Path) -> None:
    built(desk)
    path = desk / "seeds/deep/a.txt"
    before = path.stat()
    path.write_text("z" * 100)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert witness.unchanged_line(desk / "config.yaml") is None


def test_a_file_as_young_as_its_record_is_held_to_its_content(desk: Path) -> None:
    built(desk, age=None)
    path = desk / "seeds/deep/a.txt"
    config = desk / "config.yaml"
    assert witness.unchanged_line(config) == LINE
    # What a coarse clock would do: other content under the very same listing.
    connection = sqlite3.connect(witness.store_path(config))
    path.write_text("z" * 100)
    seen = witness.observe_world(
        config, folders=[desk / "seeds", desk / "templates"], skip=[desk / "output"]
    )
    with connection:
        connection.execute(
            "UPDATE listing SET files = ? WHERE folder = 'seeds/deep'",
            (seen.listings[str(path.parent)],),
        )
    connection.close()
    assert witness.unchanged_line(config) is None


def test_other_options_are_another_build(desk: Path) -> None:
    built(desk, options=("--formats", "md"))
    assert witness.unchanged_line(desk / "config.yaml", ("--formats", "md")) == LINE
    assert witness.unchanged_line(desk / "config.yaml") is None


def test_another_build_date_in_the_environment_is_another_build(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    built(desk)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert witness.unchanged_line(desk / "config.yaml") is None


def test_what_the_build_itself_writes_below_a_source_folder_is_no_change(desk: Path) -> None:
    seen = witness.observe_world(desk / "config.yaml", folders=[desk], skip=[desk / "output"])
    assert all("output" not in folder for folder in seen.listings)
    before = seen.listings[str(desk)]
    Path(witness.store_path(desk / "config.yaml")).write_bytes(b"store")
    (desk / "output" / "brief.md").write_bytes(b"md")
    again = witness.observe_world(desk / "config.yaml", folders=[desk], skip=[desk / "output"])
    assert again.listings[str(desk)] == before


def test_names_that_are_not_unicode_and_broken_links_are_watched(desk: Path) -> None:
    odd = os.fsencode(desk / "seeds") + b"/caf\xe9\n.txt"
    os.close(os.open(odd, os.O_CREAT))
    (desk / "seeds" / "lost").symlink_to(desk / "nowhere")
    built(desk)
    assert witness.unchanged_line(desk / "config.yaml") == LINE
    (desk / "nowhere").write_text("found")
    assert witness.unchanged_line(desk / "config.yaml") is None


def test_the_answer_loads_nothing_heavy(desk: Path) -> None:
    built(desk)
    code = (
        "import sys; from briefing.state import witness; "
        f"assert witness.unchanged_line({str(desk / 'config.yaml')!r}); print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(ran.stdout.split())
    assert loaded.isdisjoint(
        {"yaml", "pydantic", "click", "dataclasses", "pathlib", "typing", "inspect"}
    )


def head(desk: Path) -> dict[str, object]:
    connection = sqlite3.connect(witness.store_path(desk / "config.yaml"))
    (text,) = connection.execute("SELECT head FROM witness").fetchone()
    connection.close()
    return dict(json.loads(text))


def test_hashes_of_files_that_have_come_of_age_are_forgotten(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(desk)
    old = desk / "seeds/deep/a.txt"
    connection = sqlite3.connect(witness.store_path(desk / "config.yaml"))
    fresh = {"seeds/deep/a.txt": hashlib.sha256(old.read_bytes()).hexdigest()}
    changed = json.dumps({**head(desk), "fresh": fresh})
    with connection:
        connection.execute("UPDATE witness SET head = ?", (changed,))
    connection.close()
    assert witness.unchanged_line(desk / "config.yaml") == LINE
    assert head(desk)["fresh"] == fresh, "its times still prove nothing"
    # As if an hour had gone by: what was young is so no more.
    monkeypatch.setattr(witness, "TICK_NS", -3_600_000_000_000)
    assert witness.unchanged_line(desk / "config.yaml") == LINE
    assert head(desk)["fresh"] == {}


def test_a_folder_that_cannot_be_listed_is_a_change_once_it_can(desk: Path) -> None:
    built(desk)
    (desk / "seeds" / "deep").rename(desk / "deep")
    (desk / "seeds" / "deep").write_text("a file where a folder was")
    assert witness.unchanged_line(desk / "config.yaml") is None
    missing = witness.observe_world(desk / "config.yaml", folders=[desk / "nowhere"]).listings[
        str(desk / "nowhere")
    ]
    assert missing.startswith(b"\0error")


def test_the_digest_of_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert listing.hash_of(str(tmp_path / "pipe")).startswith("error")
    (tmp_path / "file").write_bytes(b"words")
    assert listing.hash_of(str(tmp_path / "file")) == hashlib.sha256(b"words").hexdigest()


def test_the_same_libraries_by_another_path_are_the_same(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = [path for path in sys.path if path.endswith("site-packages")]
    assert sites
    built(desk)
    other = tmp_path / "by-a-link"
    other.mkdir()
    for number, site in enumerate(sites):
        (other / str(number)).symlink_to(Path(site).parent)
    linked = [str(other / str(number) / "site-packages") for number in range(len(sites))]
    monkeypatch.setattr(sys, "path", [*linked, *sites, "/nowhere/site-packages"])
    assert witness.unchanged_line(desk / "config.yaml") is not None
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages")])
    assert witness.unchanged_line(desk / "config.yaml") is None, "other libraries"
