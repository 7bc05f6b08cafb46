import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import UserError, WorkError
from briefing.state import catalogue, listing, migrations, revisions, store, witness

HERE = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml.db"


def test_results_are_found_again_by_stage_and_input(path: Path) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read 1", {"a": b"1", "b": b"2"})
    store.put_many(opened, "read 2", {"a": b"3"})
    opened.close()
    again = store.open_store(path)
    assert store.get_many(again, "read 1", ["a", "b", "c"]) == {"a": b"1", "b": b"2"}
    assert store.get_many(again, "read 2", ["a", "b"]) == {"a": b"3"}
    assert store.get_many(again, "read 3", ["a"]) == {}
    assert again.notes == ()
    again.close()


def test_what_no_build_asks_for_goes_after_some_generations(path: Path) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read", {"used": b"1", "idle": b"2"})
    opened.close()
    _grow_old(path, "read")
    opened = store.open_store(path)
    assert set(store.get_many(opened, "read", ["used", "idle"])) == {"used"}
    opened.close()


def test_what_the_catalogue_rests_on_stays_however_long_nobody_asks(path: Path) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read", {"kept": b"1", "idle": b"2"})
    store.put_many(opened, "read differently", {"kept": b"3"})
    entry = catalogue.CatalogueEntry(
        number=1,
        locator="a.txt",
        file="a.txt",
        digest="",
        source="",
        result="kept",
        aside=None,
        address=None,
        foreign=False,
        shingles=b"",
    )
    with catalogue.change_catalogue(opened):
        catalogue.put_entry(opened, entry)
    opened.close()
    _grow_old(path, "read")
    opened = store.open_store(path)
    assert set(store.get_many(opened, "read", ["kept", "idle"])) == {"kept"}
    assert store.get_many(opened, "read differently", ["kept"]) == {}, "no stage of today"
    opened.close()


def _grow_old(path: Path, stage: str) -> None:
    """Open and write often enough that what nobody asks for is forgotten; `used` is asked for."""
    for _ in range(2 * store.GENERATIONS + 1):
        opened = store.open_store(path)
        store.get_many(opened, stage, ["used"])
        store.put_many(opened, "another", {"x": b""})
        store.forget_unused(opened, [stage])
        opened.close()


def test_a_source_with_the_stamp_it_had_need_not_be_read(path: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("a")
    opened = store.open_store(path)
    stamp = listing.file_stamp(str(source))
    revisions.put_digests(opened, [("a.txt", stamp, "digest")])
    assert revisions.get_digests(opened, {"a.txt": stamp}) == {}, (
        "too young for its times to prove anything"
    )
    old = "1 1000 1000 7"
    revisions.put_digests(opened, [("b.txt", old, "digest b")])
    assert revisions.get_digests(opened, {"b.txt": old}) == {"b.txt": "digest b"}
    assert revisions.get_digests(opened, {"b.txt": "1 1000 1001 7"}) == {}
    revisions.forget_digests(opened, ["b.txt"])
    assert revisions.get_digests(opened, {"b.txt": old}) == {}
    opened.close()


def test_ids_keep_the_key_of_their_first_statement(path: Path) -> None:
    opened = store.open_store(path)
    store.keep_ids(opened, {"s-1": "k1"})
    store.keep_ids(opened, {"s-1": "k2", "s-2": "k2"})
    assert store.given_ids(opened) == {"s-1": "k1", "s-2": "k2"}
    opened.close()


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    store.open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {migrations.NEWEST + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="comes from a newer program"):
        store.open_store(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(UserError, match="another program"):
        store.open_store(path)


@pytest.mark.parametrize("damage", ["garbage", "cut", "scribbled"])
def test_a_damaged_store_is_moved_aside_and_begun_anew(path: Path, damage: str) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read", {str(n): b"x" * 5000 for n in range(200)})
    opened.close()
    content = path.read_bytes()
    page = 4096
    if damage == "garbage":
        path.write_bytes(b"not a database at all" * 500)
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.write_bytes(content[: 3 * page] + b"\xee" * 40 * page + content[43 * page :])
    # The log that a process leaves when it dies is what makes the next one look closely.
    path.with_name(path.name + "-wal").write_bytes(b"\0" * 32)
    again = store.open_store(path)
    assert len(again.notes) == 1
    assert "moved to config.yaml.db.damaged-1" in again.notes[0]
    assert path.with_name("config.yaml.db.damaged-1").exists()
    assert store.get_many(again, "read", ["1"]) == {}
    store.put_many(again, "read", {"1": b"again"})
    again.close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from briefing.errors import UserError
from briefing.state import store
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    store.open_store(Path(sys.argv[1]))
except UserError as error:
    print(error)
"""


def test_a_store_that_turned_read_only_is_the_users_to_mend(path: Path, tmp_path: Path) -> None:
    store.open_store(path).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    ran = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
    )
    tmp_path.chmod(0o755)
    assert "cannot be written" in ran.stdout


LIMITED = """
import resource, sys
from pathlib import Path
from briefing.errors import WorkError
from briefing.state import store
opened = store.open_store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    store.put_many(opened, "read", {str(n): b"x" * 50_000 for n in range(40)})
except WorkError as error:
    print("refused:", error)
"""


def test_a_full_disk_leaves_the_store_sound(path: Path) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read", {"before": b"kept"})
    opened.close()
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
    )
    assert "refused:" in ran.stdout
    again = store.open_store(path)
    assert again.notes == ()
    assert store.get_many(again, "read", ["before", "1"]) == {"before": b"kept"}
    again.close()


WRITER = """
import sys
from pathlib import Path
from briefing.state import store
opened = store.open_store(Path(sys.argv[1]))
assert opened.notes == (), opened.notes
print("ready", flush=True)
number = 0
while True:
    store.put_many(opened, "read", {f"{number}-{part}": b"x" * 3000 for part in range(20)})
    number += 1
"""


@pytest.mark.soak
def test_a_kill_at_any_instant_leaves_a_sound_store_with_whole_batches(
    path: Path, count: Callable[[int, int], int]
) -> None:
    for turn in range(count(10, 200)):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=HERE
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(0.002 + 0.03 * ((turn * 0.618034) % 1))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    opened = store.open_store(path)
    assert opened.notes == ()
    assert opened.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = store.get_many(
        opened, "read", [f"{n}-{part}" for n in range(100) for part in range(20)]
    )
    assert found
    batches = {key.split("-")[0] for key in found}
    assert len(found) == 20 * len(batches)
    opened.close()


def test_the_witness_lives_in_the_store(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("brief: {}\n")
    opened = store.open_store(Path(witness.store_path(config)))
    seen = witness.observe_world(config)
    store.remember(opened, config, seen, output=tmp_path / "output", line="Nothing changed")
    assert witness.unchanged_line(config) == "Nothing changed", (
        "also while the store is open elsewhere"
    )
    opened.close()
    assert witness.unchanged_line(config) == "Nothing changed"


def test_a_store_in_use_says_so_when_it_fails(path: Path) -> None:
    opened = store.open_store(path)
    opened.close()
    with pytest.raises(WorkError, match="closed"):
        store.put_many(opened, "read", {"a": b""})


def test_a_folder_in_the_place_of_the_store_is_the_users_to_mend(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        store.open_store(path)


def test_damage_met_while_working_is_said_with_what_to_do(path: Path) -> None:
    opened = store.open_store(path)
    store.put_many(opened, "read", {str(n): b"x" * 5000 for n in range(50)})
    opened.close()
    again = store.open_store(path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xee" * (len(content) - 4096))
    with pytest.raises(WorkError, match="delete it"):
        store.get_many(again, "read", [str(n) for n in range(50)])
    again.close()
