"""Work on a file that must not cost the brief: done by another process, with limits on time and
memory.

That process is started when it is first needed, goes on for the next file, and ends with the one
that started it. It is no jail: it keeps a broken or hostile file from taking the machine, no more.
"""

import atexit
import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pipe
from multiprocessing.connection import Client, Connection, Listener
from typing import Any, TypeVar

try:
    import resource
except ImportError:  # Windows has no limits of this kind: there the clock alone counts
    resource = None  # type: ignore[assignment]

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 30
"""Seconds of processor that a reader may take for one file."""

MEMORY = 1_000_000_000
"""Bytes of address space that a reader may take; where a system doesn't count them, there is no
such limit."""

TOOK_TIME = f"not read: it takes more than {SECONDS} seconds"
TOOK_MEMORY = f"not read: it takes more than {MEMORY / 1e9:.0f} GB of memory"
BROKE = f"not read: its reader broke down; it is damaged, or takes more than {MEMORY / 1e9:.0f} GB"

_WAITED = 10 * SECONDS  # seconds by the clock: for what hangs without working
_ONE_AT_A_TIME = threading.Lock()
_PROGRAM = """import json, sys
sys.path[:] = json.loads(sys.argv[2])
from briefing.ingest.confined import serve_requests
serve_requests(sys.argv[1])"""
_INHERITS = os.name != "nt"  # whether a child may take over an open pipe by its number
_KEY = "BRIEFING_PIPE_KEY"
_TIME_IS_UP = -getattr(signal, "SIGXCPU", 1_000_000)  # no exit status where it is not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Why work came to nothing, in words a reader understands."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """A process that works, and the way to it."""

    process: "subprocess.Popen[bytes]"
    pipe: Connection

    def end(self) -> int:
        """End the process, whatever it does; give its exit status, the signal's number below
        zero.
        """
        self.pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(1)
        self.process.kill()
        return self.process.wait()


def run_confined(work: Callable[[T], R], given: T) -> R | Broken:
    """Give `work(given)` as another process works it out, or why that came to nothing.

    `work` must be a function of a module; what it is given and what it gives must be picklable.
    """
    if not sys.executable:
        return work(given)
    with _ONE_AT_A_TIME:
        reader = _start_reader(os.getpid())
        try:
            reader.pipe.send((work, given))
            if reader.pipe.poll(_WAITED):
                answer: R | Broken = reader.pipe.recv()
                if not isinstance(answer, Broken):
                    return answer
            else:
                reader.process.kill()
                answer = Broken(reason=TOOK_TIME)
        except (EOFError, OSError):
            answer = Broken(reason=TOOK_TIME if reader.end() == _TIME_IS_UP else BROKE)
        _start_reader.cache_clear()
        reader.end()
        return answer


@lru_cache(maxsize=1)
def _start_reader(_owner: int) -> _Reader:
    """Start a process that works for this one; kept until a file breaks it."""
    if not _INHERITS:
        return _start_listening()
    here, there = Pipe()
    process = _spawn_reader(str(there.fileno()), pass_fds=(there.fileno(),))
    there.close()
    return _keep_reader(process, here)


def _spawn_reader(
    address: str, *, key: str = "", pass_fds: tuple[int, ...] = ()
) -> "subprocess.Popen[bytes]":
    """Start this very program, to do what is asked at `address`: see `serve_requests`."""
    # An empty entry is where one stands.
    path = [os.path.abspath(one) for one in sys.path]  # noqa: PTH100
    asked = [sys.executable, "-I", "-c", _PROGRAM, address, json.dumps(path)]
    quiet = subprocess.DEVNULL
    environment = {**os.environ, _KEY: key} if key else None
    return subprocess.Popen(  # noqa: S603 - this very program
        asked, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, pass_fds=pass_fds
    )


def _keep_reader(process: "subprocess.Popen[bytes]", pipe: Connection) -> _Reader:
    reader = _Reader(process=process, pipe=pipe)
    atexit.register(reader.end)
    return reader


def _start_listening() -> _Reader:
    """As `_start_reader` where a child takes over nothing: it calls back, with a key that only it
    has.
    """
    key = secrets.token_hex(32)
    with Listener(None, authkey=key.encode()) as listener:
        address = str(listener.address)
        process = _spawn_reader(address, key=key)
        threading.Thread(target=_call_in_place, args=(process, address, key), daemon=True).start()
        return _keep_reader(process, listener.accept())


def _call_in_place(process: "subprocess.Popen[bytes]", address: str, key: str) -> None:
    """Call in place of a process that ended before it called, so that nobody waits for it."""
    process.wait()
    with contextlib.suppress(OSError, EOFError):
        Client(address, authkey=key.encode()).close()


def serve_requests(address: str) -> None:
    """Do what is asked over a pipe, until it closes or something goes wrong. `address` is the
    pipe's number, or where to call for one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked is told, and closes the pipe
    pipe = (
        Connection(int(address))
        if address.isdecimal()
        else Client(address, authkey=os.environ.pop(_KEY).encode())
    )
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, given = pipe.recv()
            _limit_time()
            answer = _try_work(work, given)
            pipe.send(answer)
            if isinstance(answer, Broken):
                return


def _try_work(work: Callable[[Any], Any], given: object) -> object:
    try:
        return work(given)
    except MemoryError:
        return Broken(reason=TOOK_MEMORY)
    except Exception:  # noqa: BLE001 - one file must not cost the brief
        return Broken(reason=BROKE)


def _limit_memory() -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):  # not every system counts address space
        _lower_limit(resource.RLIMIT_AS, MEMORY)


def _limit_time() -> None:
    """The next file its time; the limit counts from the start of the process."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + SECONDS)


def _lower_limit(kind: int, wanted: int) -> None:
    """Set the soft limit, never above the hard one."""
    hard = resource.getrlimit(kind)[1]
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (most, hard))
