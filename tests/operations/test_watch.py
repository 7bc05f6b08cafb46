"""Watching: a line for each edition, nothing for nothing, and a clean end."""

import signal
import time
from pathlib import Path

import pytest

from briefing.state import editions
from tests.projects import growing


def wait_for(folder: Path, number: int) -> None:
    while number not in editions.kept_numbers(folder / "output"):
        time.sleep(0.1)


def wait_for_words(folder: Path, words: str) -> None:
    diary = folder / "output/editions/last-run.json"
    while words not in diary.read_text(encoding="utf-8"):
        time.sleep(0.1)


@pytest.mark.parametrize(
    "ending", [(signal.SIGTERM, 0), (signal.SIGINT, 130)], ids=["SIGTERM", "^C"]
)
def test_each_change_makes_an_edition_and_a_signal_ends_it_cleanly(tmp_path, ending):
    config = growing.lay(tmp_path, ("a.txt",))
    process = growing.start(config, "--debounce", "0.1", command="watch")
    try:
        wait_for(tmp_path, 1)
        time.sleep(1.5)  # events of our own making must not start another run
        growing.lay(tmp_path, ("b.txt",))
        wait_for(tmp_path, 2)
        (tmp_path / "config.yaml").write_text(
            growing.CONFIG.replace("kind: digest", "kind: digset"), encoding="utf-8"
        )
        wait_for_words(tmp_path, "digset")
        growing.lay(tmp_path, ("c.txt",))
        wait_for(tmp_path, 3)
        told = [process.stdout.readline() for _ in range(3)]
    finally:
        process.send_signal(ending[0])
        out, err = process.communicate(timeout=200)
    assert process.returncode == ending[1]
    assert [line.partition(":")[0] for line in (*told, *out.splitlines())] == [
        "Edition 1",
        "Edition 2",
        "Edition 3",
    ]
    assert "digset" in err
    assert err.count("digset") == 1
    assert "Traceback" not in err
    assert growing.is_sound(tmp_path)
