import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.errors import UserError
from briefing.state import lock

HERE = Path(__file__).parents[2]

HOLDER = """
import sys, time
from pathlib import Path
from briefing.state import lock
held = lock.acquire_lock(Path(sys.argv[1]), None)
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), str(seconds)], stdout=subprocess.PIPE, cwd=HERE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_one_leaves_and_is_told_who_holds_it(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as other:
        found = lock.acquire_lock(tmp_path)
        assert isinstance(found, lock.Holder)
        assert found.process == other.pid
        assert str(found).startswith(f"process {other.pid}, since 20")
        other.kill()


def test_a_lock_ends_with_its_holder_however_it_ends(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert (tmp_path / lock.NOTE).exists()  # what it wrote of itself outlives it, and holds nothing
    found = lock.acquire_lock(tmp_path)
    assert isinstance(found, lock.Lock)
    found.release()
    assert not (tmp_path / lock.NOTE).exists()


def test_who_waits_gets_it_when_it_is_free(tmp_path: Path) -> None:
    with holder(tmp_path, 600) as other:
        leaves = threading.Timer(0.3, other.kill)
        leaves.start()
        found = lock.acquire_lock(tmp_path, wait=200)
        assert isinstance(found, lock.Lock)
        leaves.join()
        found.release()


def test_waiting_has_an_end(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as other:
        assert isinstance(lock.acquire_lock(tmp_path, wait=0.2), lock.Holder)
        other.kill()


def test_it_is_given_back_at_the_end_of_a_block(tmp_path: Path) -> None:
    for _ in range(2):
        found = lock.acquire_lock(tmp_path / "new" / "editions")
        assert isinstance(found, lock.Lock)
        with found:
            assert isinstance(lock.acquire_lock(tmp_path / "new" / "editions"), lock.Holder)


def test_a_folder_that_cannot_be_made_is_the_users_to_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        lock.acquire_lock(tmp_path / "file" / "editions")


def test_of_many_that_want_it_at_once_one_gets_it_at_a_time(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from briefing.state import lock\n"
        "folder = Path(sys.argv[1])\n"
        "count = folder / 'count'\n"
        "for _ in range(25):\n"
        "    with lock.acquire_lock(folder, None):\n"
        "        count.write_text(str(int(count.read_text()) + 1))\n"
    )
    (tmp_path / "count").write_text("0")
    many = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=HERE) for _ in range(6)
    ]
    assert [one.wait() for one in many] == [0] * 6
    assert (tmp_path / "count").read_text() == "150"


def test_a_folder_in_the_place_of_the_lock_is_the_users_to_mend(tmp_path: Path) -> None:
    (tmp_path / lock.NAME).mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        lock.acquire_lock(tmp_path)


def test_who_holds_it_may_be_unknown(tmp_path: Path) -> None:
    with holder(tmp_path, 60) as other:
        (tmp_path / lock.NOTE).write_bytes(b"")
        assert str(lock.acquire_lock(tmp_path)) == "another process"
        other.kill()
