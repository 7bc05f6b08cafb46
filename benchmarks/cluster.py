"""A scheduler and workers on loopback, all of which may be killed or stopped."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import ROOT

_PATIENCE = 60  # seconds for workers to be there
_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss


@dataclass(slots=True, kw_only=True)
class Loopback:
    """What runs of a cluster, and what those used that have ended: seconds and bytes."""

    folder: Path
    port: int
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    started: int = 0
    cpu: float = 0.0
    peak: int = 0

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        return f"tcp://127.0.0.1:{self.port}"

    def add_worker(self) -> None:
        """Start one more worker, without waiting for it."""
        place = str(self.folder / f"w{self.started}")
        self.started += 1
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", place)
        self.workers.append(self._start("dask_worker", self.address, *options))

    def start(self, workers: int) -> None:
        """Start the scheduler and workers, and wait until all are there."""
        self.scheduler = self._start("dask_scheduler", "--port", str(self.port))
        for _ in range(workers):
            self.add_worker()
        from distributed import Client  # noqa: PLC0415 - an extra

        with Client(self.address, timeout=_PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=_PATIENCE)
            time.sleep(0.1)

    def end_worker(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Kill the worker that has run longest."""
        self._end(self.workers.pop(0), how)

    def end(self) -> None:
        """End everything that still runs."""
        while self.workers:
            self.end_worker()
        if self.scheduler is not None:
            self._end(self.scheduler)
            self.scheduler = None

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", f"distributed.cli.{program}", *arguments),
                *("--host", "127.0.0.1", "--no-dashboard"),
            ],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONHASHSEED": "0",
                "DASK_CONFIG": str(self.folder / "none"),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _end(self, process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGKILL) -> None:
        """End a process and add up what it used; one that ended by itself may be counted before."""
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(process.pid, how)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu += used.ru_utime + used.ru_stime
            self.peak = max(self.peak, used.ru_maxrss * _UNIT)


@contextlib.contextmanager
def loopback(folder: Path, workers: int = 2) -> Iterator[Loopback]:
    """Keep a cluster as long as the block lasts; what lies in `folder` is its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        made = Loopback(folder=folder, port=free.getsockname()[1])
    try:
        made.start(workers)
        yield made
    finally:
        made.end()
