"""Building whenever a source changes: file events, debounced. A stop leaves all whole, between
builds or in one.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from briefing.edition import session
from briefing.errors import UserError, WorkError
from briefing.job.load import load_job
from briefing.operations.run import RunOptions, run
from briefing.state import witness

Say = Callable[[str], None]

_DEBOUNCE = 1.0  # seconds of quiet after an event
_LONGEST = 10.0  # seconds that a stream of events may put a build off
_POLL = 5.0  # seconds between two looks where nothing tells of events
_FEEDS = 900.0  # seconds between two times that feeds are asked
_LOOK = 60.0  # seconds after which a look is taken without any event: network drives send none


class Stopped(BaseException):
    """SIGTERM came: not an error, so nothing that catches errors may hold it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """How events are taken, in seconds.

    How long it must be quiet, how long at most that puts a build off, and
    after how long a look is taken without any event, how often where nothing tells of events, and
    after how long feeds are asked again.
    """

    debounce: float = _DEBOUNCE
    longest: float = _LONGEST
    look: float = _LOOK
    poll: float = _POLL
    feeds: float = _FEEDS


def watch(config: Path, say: Say, complain: Say, options: WatchOptions | None = None) -> None:
    """Run now and whenever something changes, one line each, until SIGTERM; ^C raises
    KeyboardInterrupt.

    A mistake in the config or a failed build is told and waited out: the next change may mend it.
    Raises UserError where the config is wrong from the beginning.
    """
    wanted = options or WatchOptions()
    feeds = bool(session.network_sources(load_job(config)[1]))
    stop = threading.Event()
    with _end_on_sigterm(stop):
        try:
            for _ in _await_changes(config, wanted, stop, feeds=feeds):
                _run_once(config, say, complain)
        except Stopped:
            return
        except KeyboardInterrupt:  # what waits for events says so of any signal
            if not stop.is_set():
                raise


def _await_changes(
    config: Path, options: WatchOptions, stop: threading.Event, *, feeds: bool
) -> Iterator[None]:
    """A moment at which to run: now, whenever what is read has changed, and, where there are
    `feeds`, when these are to be asked again.
    """
    seen, ran = observe_sources(config), time.monotonic()
    yield
    while not stop.is_set():
        folders = watched_folders(config, seen)
        for _ in file_events(config, folders, options, stop):
            now = observe_sources(config)
            stale = feeds and time.monotonic() - ran >= options.feeds
            if stale or now.listings != seen.listings:
                seen, ran = now, time.monotonic()
                yield
            if watched_folders(config, now) != folders:
                break


def _run_once(config: Path, say: Say, complain: Say) -> None:
    try:
        outcome = run(config, RunOptions(wait=None))
    except (UserError, WorkError) as error:
        complain(str(error))
        return
    if outcome.message:
        (complain if outcome.exit_code else say)("; ".join(outcome.message.splitlines()))


def observe_sources(config: Path) -> witness.Observation:
    """Look at all that a build reads; of a config that can't be read, at the config."""
    try:
        return session.observe_inputs(*load_job(config))
    except UserError:
        return witness.observe_world(config)


def watched_folders(config: Path, seen: witness.Observation) -> tuple[str, ...]:
    """The folders in which something may change: the config's own, and those that are read."""
    return tuple(
        sorted({str(config.absolute().parent), *(str(folder) for folder in seen.scope[1])})
    )


def file_events(
    config: Path, folders: tuple[str, ...], options: WatchOptions, stop: threading.Event
) -> Iterator[None]:
    """A moment after file events and now and then without; polls where watchfiles is not
    installed.
    """
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError:
        while not stop.wait(options.poll):
            yield
        return
    own = tuple(str(path) for path in observe_sources(config).scope[2]) or (
        witness.store_path(config),
    )
    for _ in watchfiles.watch(
        *(folder for folder in folders if Path(folder).is_dir()),
        stop_event=stop,
        debounce=int(options.longest * 1000),
        step=int(options.debounce * 1000),
        rust_timeout=int(options.look * 1000),
        yield_on_timeout=True,
        raise_interrupt=True,
        watch_filter=lambda _change, path: not path.startswith(own),
    ):
        yield


@contextmanager
def _end_on_sigterm(stop: threading.Event) -> Iterator[None]:
    """End the work on SIGTERM, wherever it is; what was there before comes back afterwards."""

    def ended(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        raise Stopped

    before = signal.signal(signal.SIGTERM, ended)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
