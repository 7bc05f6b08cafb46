import os
import time
from pathlib import Path

import pytest

from briefing.state import store, witness
from briefing.state.difference import Difference, find_difference


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "config.yaml").write_text("brief: {}\n")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/a.txt", "in/b\n.txt", "in/deep/c.txt"):
        (tmp_path / name).write_text(name)
    return tmp_path


def observed(desk: Path) -> witness.Observation:
    return witness.observe_world(
        desk / "config.yaml", files=[desk / "analyst.yaml"], folders=[desk / "in"]
    )


def recorded(desk: Path, *, age: int) -> store.Store:
    then = time.time() - age
    for path in [*desk.rglob("*.txt"), desk / "config.yaml"]:
        os.utime(path, (then, then))
    opened = store.open_store(desk / "config.yaml.db")
    store.remember(opened, desk / "config.yaml", observed(desk), output=desk / "output", line="x")
    return opened


def test_without_a_record_there_is_nothing_to_compare_with(desk: Path) -> None:
    opened = store.open_store(desk / "config.yaml.db")
    assert find_difference(opened, desk / "config.yaml", observed(desk)) is None
    opened.close()


def test_what_came_changed_and_went_is_named_and_nothing_else(desk: Path) -> None:
    opened = recorded(desk, age=100)
    config = desk / "config.yaml"
    assert find_difference(opened, config, observed(desk)) == Difference()
    (desk / "in/b\n.txt").write_text("other")
    (desk / "in/deep/c.txt").rename(desk / "in/deep/d.txt")
    (desk / "in/new").mkdir()
    (desk / "in/new/e.txt").write_text("e")
    (desk / "analyst.yaml").write_text("pins: []")
    config.write_text("brief: {title: x}\n")
    assert find_difference(opened, config, observed(desk)) == Difference(
        added=("analyst.yaml", "in/deep/d.txt", "in/new/e.txt"),
        edited=("config.yaml", "in/b\n.txt"),
        removed=("in/deep/c.txt",),
    )
    opened.close()


def test_a_folder_that_went_takes_its_files_along(desk: Path) -> None:
    opened = recorded(desk, age=100)
    (desk / "in/deep/c.txt").unlink()
    (desk / "in/deep").rmdir()
    assert find_difference(opened, desk / "config.yaml", observed(desk)) == Difference(
        removed=("in/deep/c.txt",)
    )
    opened.close()


def test_a_young_file_is_compared_by_its_bytes(desk: Path) -> None:
    opened = recorded(desk, age=0)
    config = desk / "config.yaml"
    (desk / "in/a.txt").write_text("IN/A.TXT")
    # What a coarse clock would do: the listing of before and after are the same.
    with opened.connection:
        opened.connection.execute(
            "UPDATE listing SET files = ? WHERE folder = 'in'",
            (observed(desk).listings[str(desk / "in")],),
        )
    assert find_difference(opened, config, observed(desk)) == Difference(edited=("in/a.txt",))
    opened.close()
