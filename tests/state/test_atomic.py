import errno
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import UserError, WorkError
from briefing.state import atomic


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    atomic.write_atomically(path, b"one")
    atomic.write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.md"]


def test_a_reader_keeps_the_file_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    atomic.write_atomically(path, b"one")
    with path.open("rb") as reader:
        atomic.write_atomically(path, b"two")
        assert reader.read() == b"one"


def test_where_a_folder_stands_in_the_way_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "brief.md").mkdir()
    with pytest.raises(UserError, match=r"brief\.md"):
        atomic.write_atomically(tmp_path / "brief.md", b"one")
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.md"]


READ_ONLY = """
import os, sys
from pathlib import Path
from briefing.errors import UserError, WorkError
from briefing.state import atomic
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    atomic.write_atomically(Path(sys.argv[1]) / "brief.md", b"two")
except UserError as error:
    print(error)
"""


def test_a_read_only_folder_keeps_its_file_and_is_the_users_to_mend(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    folder.mkdir()
    atomic.write_atomically(folder / "brief.md", b"one")
    folder.chmod(0o555)
    for parent in [tmp_path, *tmp_path.parents[:3]]:
        parent.chmod(parent.stat().st_mode | 0o055)
    ran = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "cannot be written" in ran.stdout
    assert (folder / "brief.md").read_bytes() == b"one"
    folder.chmod(0o755)


def test_leftovers_are_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / f"{atomic.PREFIX}brief.md-77").write_bytes(b"half")
    (tmp_path / f"{atomic.PREFIX}0002-77" / "evidence").mkdir(parents=True)
    (tmp_path / "brief.md").write_bytes(b"whole")
    assert len(atomic.sweep_folder(tmp_path)) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]
    assert atomic.sweep_folder(tmp_path / "nowhere") == ()


def test_a_disk_that_fails_is_failed_work_not_the_users_mistake() -> None:
    found = atomic.refusal_error(OSError(errno.EIO, "Input/output error"), Path("output/brief.md"))
    assert isinstance(found, WorkError)
    assert "Input/output error" in str(found)
    full = atomic.refusal_error(OSError(errno.ENOSPC, ""), Path("output/brief.md"))
    assert isinstance(full, WorkError)
    assert "the disk is full" in str(full)


def test_what_cannot_be_removed_is_said_to_be_there() -> None:
    assert not atomic.discard_path(Path("/proc/self/status"))
