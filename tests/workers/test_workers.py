import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import workers
from briefing.errors import WorkError
from briefing.workers import processes

HERE = Path(__file__).parents[2]


def spin(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def squared(number: int) -> int:
    spin(0.01)
    return number * number


def where(_: int) -> int:
    spin(0.02)
    return os.getpid()


def sought(_: int) -> int:
    spin(0.02)
    return gc.get_threshold()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiesOnce:
    """Ends its process on 60 while `marker` is not there; `always` also afterwards."""

    marker: str
    always: bool = False

    def __call__(self, number: int) -> int:
        spin(0.01)
        if number == 60 and (self.always or not Path(self.marker).exists()):
            Path(self.marker).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Leaves a file for each number that it was given."""

    folder: Path

    def __call__(self, number: int) -> int:
        spin(0.02)
        (self.folder / str(number)).touch()
        return number


def fails(number: int) -> int:
    spin(0.02)
    if number == 70:
        message = "seventy"
        raise ValueError(message)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(workers.map_items(squared, range(120), jobs)) == [n * n for n in range(120)]


def test_several_processes_share_much_work_and_one_does_little() -> None:
    assert len(set(workers.map_items(where, range(100), 2))) == 3, (
        "a taste of it here, the rest in two"
    )
    assert set(workers.map_items(where, range(5), 2)) == {os.getpid()}
    assert set(workers.map_items(where, range(60), 1)) == {os.getpid()}
    assert list(workers.map_items(where, [], 2)) == []


def test_processes_that_are_kept_do_one_piece_of_work_after_another() -> None:
    with closing_pool() as pool:
        crew = workers.Crew(jobs=2, pool=pool)
        first, second = (set(workers.map_items(where, range(100), crew)) for _ in range(2))
        assert first == second
        assert len(first) == 3
    assert pool.running is None


def test_a_process_that_is_kept_and_dies_is_replaced(tmp_path: Path) -> None:
    with closing_pool() as pool:
        crew = workers.Crew(jobs=2, pool=pool)
        for name in ("one", "other"):
            dies = DiesOnce(marker=str(tmp_path / name))
            assert list(workers.map_items(dies, range(120), crew)) == list(range(120))
        assert len(set(workers.map_items(where, range(100), crew))) == 3


def test_who_stops_asking_leaves_nothing_to_do_to_those_who_stay(tmp_path: Path) -> None:
    with closing_pool() as pool:
        crew = workers.Crew(jobs=2, pool=pool)
        results = workers.map_items(Counts(folder=tmp_path), range(2_000), crew)
        take(results, 30)
        results.close()  # type: ignore[attr-defined]
        assert list(workers.map_items(squared, range(120), crew)) == [n * n for n in range(120)]
    assert len(list(tmp_path.iterdir())) < 1_000


@contextmanager
def closing_pool() -> Iterator[workers.KeptPool]:
    pool = workers.KeptPool()
    try:
        yield pool
    finally:
        pool.leave()


def test_batches_are_worth_the_way() -> None:
    batches = processes._cut_batches(range(10_000), 0.0004, 2)
    assert sum(map(len, batches)) == 10_000
    assert all(len(batch) * 0.0004 >= processes.BATCH for batch in batches[:-1])
    assert len(batches) >= 2 * 2


def test_a_process_that_dies_is_replaced_and_its_work_done_again(tmp_path: Path) -> None:
    assert list(workers.map_items(DiesOnce(marker=str(tmp_path / "died")), range(120), 2)) == list(
        range(120)
    )
    assert (tmp_path / "died").exists()


def test_an_item_that_kills_every_process_is_named(tmp_path: Path) -> None:
    results = workers.map_items(DiesOnce(marker=str(tmp_path / "died"), always=True), range(120), 2)
    assert take(results, 60) == list(range(60))
    with pytest.raises(WorkError, match="a worker process died on: 60"):
        next(results)


def take(results: Iterator[int], count: int) -> list[int]:
    return [next(results) for _ in range(count)]


def test_what_the_function_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="seventy"):
        list(workers.map_items(fails, range(150), 2))


def test_who_stops_asking_is_not_kept_waiting(tmp_path: Path) -> None:
    results = workers.map_items(Counts(folder=tmp_path), range(2_000), 2)
    take(results, 30)
    results.close()  # type: ignore[attr-defined]
    assert len(list(tmp_path.iterdir())) < 1_000, "the rest isn't worked through first"


PARENT = """
import sys
sys.path.insert(0, {tests!r})
from test_workers import where
from briefing import workers
if __name__ == "__main__":
    for process in workers.map_items(where, range(100_000), 2):
        print(process, flush=True)
"""


def test_no_process_outlives_the_one_that_wanted_its_work(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(tests=str(Path(__file__).parent)))
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env=environment
    )
    assert parent.stdout is not None
    seen: set[int] = set()
    while len(seen) < 3:
        seen.add(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 10
    while any(alive(process) for process in seen) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [process for process in seen if alive(process)]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_processes_look_for_circles_as_rarely_as_the_command_line():
    here = gc.get_threshold()
    told = list(processes.map_items(sought, range(200), jobs=2))
    assert set(told[-20:]) == {1_000_000}
    assert gc.get_threshold() == here
