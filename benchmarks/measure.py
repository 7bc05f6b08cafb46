"""Programs run turn about, each in a process of its own, and what the system says they used.

A B A B …, so that whatever else the machine does falls on all alike; medians, so that one disturbed
round doesn't count. Processor time is what ratios are made of: on a busy machine it says more than
the clock does.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
_KB = 1024  # the unit of ru_maxrss on Linux; on macOS it is a byte
_UNIT = 1 if sys.platform == "darwin" else _KB


class FailedError(Exception):
    """A program under measurement that did not do its work; the message holds what it printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one process and its children used: processor and clock time in seconds, peak memory in
    bytes.
    """

    cpu: float
    clock: float
    peak: int
    output: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A command, the folder it runs in, and what must be done before each run, which is not
    measured.
    """

    command: Sequence[str]
    folder: Path = ROOT
    before: Callable[[], object] | None = None


def python(
    *arguments: str, folder: Path = ROOT, before: Callable[[], object] | None = None
) -> Program:
    """Give a run of this very Python."""
    return Program(command=(sys.executable, *arguments), folder=folder, before=before)


def at_one_time(program: Program) -> Program:
    """The same program at a fixed time, so that what it makes can be compared byte for byte."""
    return replace(program, command=("env", "SOURCE_DATE_EPOCH=1750000000", *program.command))


def run(program: Program) -> Usage:
    """Run a program once. Raises FailedError when it exits with anything but 0."""
    if program.before is not None:
        program.before()
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    began = time.perf_counter()
    process = subprocess.Popen(
        program.command,
        cwd=program.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout:
        process.stdout.close()
    if process.returncode:
        message = (
            f"{' '.join(map(str, program.command))}: exit {process.returncode}\n{output[-2000:]}"
        )
        raise FailedError(message)
    return Usage(
        cpu=used.ru_utime + used.ru_stime, clock=clock, peak=used.ru_maxrss * _UNIT, output=output
    )


def turn_about(programs: Mapping[str, Program], rounds: int) -> dict[str, Usage]:
    """Run every program once a round, in order, and give each one's medians (and its last
    output).
    """
    runs: dict[str, list[Usage]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            runs[name].append(run(program))
    return {name: _middle(several) for name, several in runs.items()}


def work(programs: Mapping[str, Program], rounds: int) -> dict[str, dict[str, float]]:
    """Run programs that print figures of their own as JSON, turn about, and give the medians of the
    figures.

    For what happens inside a process once everything is imported.
    """
    told: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            told[name].append(json.loads(run(program).output.splitlines()[-1]))
    return {
        name: {key: median(one[key] for one in several) for key in several[0]}
        for name, several in told.items()
    }


def _middle(several: Sequence[Usage]) -> Usage:
    return Usage(
        cpu=median(one.cpu for one in several),
        clock=median(one.clock for one in several),
        peak=int(median(one.peak for one in several)),
        output=several[-1].output,
    )


def spent(function: Callable[[], object], least: float = 0.0) -> float:
    """Give the processor time of one call in seconds: the median of calls that fill `least`
    seconds, one at least.
    """
    times: list[float] = []
    while not times or sum(times) < least:
        began = time.process_time()
        function()
        times.append(time.process_time() - began)
    return median(times)
