"""The brief as it would be now, made anew whenever something that a build reads was saved."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.edition.trial import Trial, make_trial
from briefing.errors import Problem, UserError, WorkError
from briefing.job.load import load_job
from briefing.operations import watch
from briefing.state import editions, witness

_PACE = watch.WatchOptions(debounce=0.05, longest=0.5, look=1.0, poll=0.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What there is to see: the last good trial, what is wrong since, and how often it was made.

    `number` grows with each making; `renewing` tells that one is under way.
    """

    trial: Trial | None = None
    problems: tuple[Problem, ...] = ()
    number: int = 0
    renewing: bool = True


@dataclass(slots=True, kw_only=True)
class Bench:
    """Makes trials of one config, one at a time; lives as long as `serve`."""

    config: Path
    now: Snapshot = field(default_factory=Snapshot)
    stop: threading.Event = field(default_factory=threading.Event)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def make(self) -> None:
        """Make the brief anew; a mistake stands beside the last good one instead of ending all."""
        self._show(replace(self.now, renewing=True))
        number = self.now.number + 1
        try:
            made = make_trial(self.config)
        except UserError as error:
            self._show(replace(self.now, problems=error.problems, number=number, renewing=False))
        except WorkError as error:
            found = _whole_problem(self.config, str(error))
            self._show(replace(self.now, problems=(found,), number=number, renewing=False))
        except Exception as error:  # noqa: BLE001 - a bug may not end the seat; it is shown
            found = _whole_problem(self.config, f"a bug: {type(error).__name__}: {error}")
            self._show(replace(self.now, problems=(found,), number=number, renewing=False))
        else:
            self._show(Snapshot(trial=made, number=number, renewing=False))

    def watch(self) -> None:
        """Make the brief at once and whenever something changed, until `stop` is set."""
        seen = _observe(self.config)
        self.make()
        while not self.stop.is_set():
            folders = watch.watched_folders(self.config, seen.inputs)
            for _ in watch.file_events(self.config, folders, _PACE, self.stop):
                now = _observe(self.config)
                if now.differs(seen):
                    seen = now
                    self.make()
                if watch.watched_folders(self.config, now.inputs) != folders:
                    break

    def wait(self, number: int, seconds: float) -> Snapshot:
        """What there is to see as soon as it is newer than `number`, or when time is up."""
        with self.changed:
            self.changed.wait_for(
                lambda: self.now.number > number or self.stop.is_set(), timeout=seconds
            )
            return self.now

    def end(self) -> None:
        """Stop watching; who waits goes on."""
        self.stop.set()
        with self.changed:
            self.changed.notify_all()

    def _show(self, snapshot: Snapshot) -> None:
        with self.changed:
            self.now = snapshot
            self.changed.notify_all()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """Everything that shows in a trial: what a build reads, and which editions there are."""

    inputs: witness.Observation
    editions: tuple[int, ...]

    def differs(self, other: "_Seen") -> bool:
        """Whether a trial may come out otherwise."""
        return self.inputs.listings != other.inputs.listings or self.editions != other.editions


def _observe(config: Path) -> _Seen:
    inputs = watch.observe_sources(config)
    try:
        output = load_job(config)[0].output
    except UserError:
        return _Seen(inputs=inputs, editions=())
    return _Seen(inputs=inputs, editions=editions.kept_numbers(output))


def _whole_problem(config: Path, message: str) -> Problem:
    return Problem(path=config.name, line=0, column=0, message=message)


@contextmanager
def keep_watching(bench: Bench) -> Iterator[None]:
    """Watch in a thread of its own as long as the `with` lasts."""
    thread = threading.Thread(target=bench.watch, name="desk", daemon=True)
    thread.start()
    try:
        yield
    finally:
        bench.end()
        thread.join(timeout=5)
