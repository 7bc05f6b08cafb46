"""Work on a real cluster on loopback: whatever becomes of workers, results are those of one process."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefing import cli, workers
from briefing.workers import Crew
from tests.projects import growing, labours

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

from briefing.workers import cluster

ROOT = Path(__file__).resolve().parents[2]


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder):
        self.folder, self.processes, self.said = folder, {}, []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self.start("scheduler", "dask_scheduler", "--port", self.address.rpartition(":")[2])

    def start(self, name, program, *arguments, code=ROOT):
        """Start one of dask's programs."""
        log = (self.folder / f"{name}.log").open("w")
        command = [sys.executable, "-m", f"distributed.cli.{program}", *arguments]
        self.processes[name] = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--no-dashboard"],
            env={**os.environ, "PYTHONPATH": str(code), "DASK_CONFIG": str(self.folder / "none")},
            cwd=self.folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )

    def add(self, name, code=ROOT):
        """Start a worker, and wait until the scheduler has it."""
        beside = ("--local-directory", str(self.folder / name), "--name", name)
        self.start(
            name, "dask_worker", self.address, *beside, "--nthreads", "1", "--no-nanny", code=code
        )
        self.wait_for(name, "Registered to")

    def wait_for(self, name, words):
        """Wait until a process has said something."""
        while words not in (self.folder / f"{name}.log").read_text():
            assert self.processes[name].poll() is None, (self.folder / f"{name}.log").read_text()
            time.sleep(0.05)

    def drop(self, name):
        """End a worker, and wait until the scheduler knows."""
        log = self.folder / "scheduler.log"
        before = log.read_text().count("Remove worker")
        self.processes[name].kill()
        self.processes.pop(name).wait()
        while log.read_text().count("Remove worker") == before:
            assert self.processes["scheduler"].poll() is None, log.read_text()
            time.sleep(0.05)

    def crew(self, **more):
        """Who works: this cluster; what is told goes into `said`."""
        return Crew(scheduler=self.address, jobs=1, doubt=self.said.append, **more)

    def end(self):
        """End every process."""
        for process in self.processes.values():
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


@pytest.fixture(autouse=True)
def _eager(monkeypatch):
    """Hand on work that in earnest would not be worth it."""
    for name, value in (("_TASTE", 0.01), ("_WORTHWHILE", 0.0), ("_BATCH", 0.05)):
        monkeypatch.setattr(cluster, name, value)
    monkeypatch.setattr(cluster, "_LOOK_AGAIN", 0.5)


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A function that gives the cluster of two workers which all tests share, or another where one
    of them ended its scheduler."""
    made = []

    def give():
        if not made or made[-1].processes["scheduler"].poll() is not None:
            made.append(Cluster(tmp_path_factory.mktemp("cluster")))
            made[-1].wait_for("scheduler", "Scheduler at")
            made[-1].add("one")
            made[-1].add("two")
        return made[-1]

    yield give
    for one in made:
        one.end()


@pytest.fixture
def two(standing):
    """A cluster of two workers, of whom nothing was said yet; a test leaves two behind, or no
    scheduler."""
    made = standing()
    made.said.clear()
    return made


def test_results_come_in_order_from_both_workers_and_failures_are_raised_here(two):
    found = list(workers.map_items(labours.name_process, range(80), two.crew()))
    assert [(one, nothing) for one, nothing, _ in found] == [
        (str(n).encode(), None) for n in range(80)
    ]
    here = str(os.getpid()).encode()
    assert len({who for *_, who in found} - {here}) == 2
    with pytest.raises(ValueError, match="seventy"):
        list(workers.map_items(labours.stumble, range(100), two.crew()))
    assert two.said == []


@pytest.mark.soak
def test_a_worker_that_dies_or_freezes_costs_time_and_nothing_else(two, tmp_path, count):
    for turn in range(count(2, 20)):
        kind = (signal.SIGKILL, signal.SIGSTOP)[turn % 2]
        marker = tmp_path / f"marker-{turn}"
        act = labours.ActOnce(home=os.getpid(), marker=str(marker), signal=kind)
        found = list(workers.map_items(act, range(120), two.crew(patience=2.0)))
        assert found == [str(n).encode() for n in range(120)]
        assert marker.exists()
        assert len(two.said) == 1, two.said
        assert (
            "gave no answer for 2 seconds" if turn % 2 else "its work is done again"
        ) in two.said[0]
        two.said.clear()
        os.kill(int(marker.read_text()), signal.SIGKILL) if turn % 2 else None
        two.add(f"more-{turn}")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "127.0.0.1:9"])
def test_without_a_scheduler_this_machine_works_at_once(address):
    said = []
    crew = Crew(scheduler=address, jobs=1, doubt=said.append)
    assert list(workers.map_items(labours.double, range(20), crew)) == [
        str(2 * n).encode() for n in range(20)
    ]
    (line,) = said
    assert line.startswith(f"the scheduler {address} can't be reached (ConnectionRefusedError)")


@pytest.fixture(scope="module")
def copied_program(tmp_path_factory):
    """A copy of the program."""
    copy = tmp_path_factory.mktemp("other")
    shutil.copytree(
        ROOT / "briefing", copy / "briefing", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "tests/projects", copy / "tests/projects")
    return copy


@pytest.fixture
def other_worker(two, copied_program):
    """A function that adds a worker to the cluster, with one file of its program rewritten; gives
    the worker's name."""
    written = {}

    def add(file, rewritten):
        path = copied_program / file
        written[path] = path.read_text(encoding="utf-8")
        path.write_text(rewritten(written[path]), encoding="utf-8")
        two.add("other", copied_program)
        return "other"

    yield add
    two.drop("other")
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")


def test_a_worker_of_another_version_is_refused_in_one_line(two, other_worker):
    other = other_worker("briefing/digest.py", lambda text: f"{text}\n# another version\n")
    found = list(workers.map_items(labours.name_process, range(60), two.crew()))
    assert [int(one) for one, *_ in found] == list(range(60))
    assert str(two.processes[other].pid).encode() not in {who for *_, who in found}
    told = [line for line in two.said if "runs another version and is not used" in line]
    assert len(told) == 1, two.said


@pytest.mark.parametrize(
    "lie", ["DONE + b'rubbish'", "['no', 'bytes']", "DONE + pack_results([b'1'])"]
)
def test_a_worker_that_sends_rubbish_is_found_out(two, other_worker, lie):
    from briefing.workers import labour

    other_worker(
        "briefing/workers/labour.py",
        lambda text: text.replace(
            "    if describe_worker() != identity:",
            f"    return {lie}\n    if describe_worker() != identity:",
        ).replace(
            "    files = sorted(", f"    return {labour.describe_worker()!r}\n    files = sorted("
        ),
    )
    found = list(workers.map_items(labours.double, range(100), two.crew()))
    assert found == [str(2 * n).encode() for n in range(100)]
    assert any("is not used any more" in line for line in two.said), two.said


def test_a_file_that_a_worker_does_not_see_is_sent_along(two, tmp_path):
    items = []
    for number in range(40):
        (tmp_path / str(number)).write_bytes(b"%d" % number)
        items.append(labours.Laid(file=tmp_path / str(number), seen=False))
    found = list(workers.map_items(labours.read_laid, items, two.crew()))
    assert [int(data) for data, _ in found] == list(range(40))
    assert any(place.endswith(b"/laid") for _, place in found)
    assert two.said == []


def test_a_brief_is_the_same_whoever_works(two, tmp_path, monkeypatch, capsys):
    briefs = {}
    for kind in ("kind: serial", f'kind: dask, scheduler: "{two.address}"'):
        folder = tmp_path / kind[6]
        growing.lay(folder, config=growing.CONFIG + f"workers: {{{kind}}}\n")
        for number in range(60):
            day = f"{number % 28 + 1} March"
            text = growing.ARTICLES["a.txt"].replace("3 March", day).replace("eleven", str(number))
            (folder / f"articles/n{number}.txt").write_text(text * 3, encoding="utf-8")
        monkeypatch.chdir(folder)
        assert cli.run_command(["build", "--strict"]) == 0, capsys.readouterr().err
        briefs[kind] = (folder / "output/brief.json").read_bytes()
    assert len(set(briefs.values())) == 1


def test_strict_fails_where_the_cluster_is_gone(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, "_TASTE", 0.0)
    config = growing.CONFIG + 'workers: {kind: dask, scheduler: "tcp://127.0.0.1:9"}\n'
    growing.lay(tmp_path, config=config)
    monkeypatch.chdir(tmp_path)
    assert cli.run_command(["build", "--strict"]) == 1
    assert "can't be reached" in capsys.readouterr().err
    assert cli.run_command(["build", "--force"]) == 0


def test_a_scheduler_that_goes_away_leaves_the_work_to_this_machine(two):
    found = []
    for one in workers.map_items(labours.double, range(300), two.crew()):
        found.append(one)
        if len(found) == 60:
            two.processes["scheduler"].kill()
    assert found == [str(2 * n).encode() for n in range(300)]
    assert any("going on with processes" in line for line in two.said), two.said
