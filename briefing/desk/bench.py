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
from briefing.settings.analyst import Analyst
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

    def make(self) -> None:
        """Make the brief anew; a mistake stands beside the last good one instead of ending all."""
        self.now = replace(self.now, renewing=True)
        made, problems = _try_trial(self.config, self.now.trial)
        self.now = Snapshot(
            trial=made or self.now.trial,
            problems=problems,
            number=self.now.number + 1,
            renewing=False,
        )

    def watch(self) -> None:
        """Make the brief at once and whenever something changed, until `stop` is set."""
        seen = self.look(None)
        while not self.stop.is_set():
            folders = watch.watched_folders(self.config, seen.inputs)
            for _ in watch.file_events(self.config, folders, _PACE, self.stop):
                seen = self.look(seen)
                if watch.watched_folders(self.config, seen.inputs) != folders:
                    break

    def look(self, seen: "OnDisk | None") -> "OnDisk":
        """Look at the disk, and make the brief anew where it may come out otherwise than it did of
        what was `seen` (None: always); give what is there now.
        """
        now = _observe(self.config)
        if seen is None or now.differs(seen) or self._is_behind(now):
            self.make()
        return now

    def _is_behind(self, now: "OnDisk") -> bool:
        """Whether the brief was made of an analyst's file that was taken back since: written while
        it was read, it is gone again, and nothing in the folder shows that it was there.
        """
        trial = self.now.trial
        if trial is None or self.now.problems or now.decided is None:
            return False
        return now.decided != trial.job.analyst.file


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDisk:
    """Everything that shows in a trial: what a build reads, and which editions there are; and what
    the analyst's file says, None where it can't be read.
    """

    inputs: witness.Observation
    editions: tuple[int, ...] = ()
    decided: Analyst | None = None

    def differs(self, other: "OnDisk") -> bool:
        """Whether a trial may come out otherwise."""
        return self.inputs.listings != other.inputs.listings or self.editions != other.editions


def _observe(config: Path) -> OnDisk:
    inputs = watch.observe_sources(config)
    try:
        settings, job = load_job(config)
    except UserError:
        return OnDisk(inputs=inputs)
    kept = editions.kept_numbers(settings.output)
    return OnDisk(inputs=inputs, editions=kept, decided=job.analyst.file)


def _try_trial(config: Path, earlier: Trial | None) -> tuple[Trial | None, tuple[Problem, ...]]:
    """A trial, or what keeps it from being made."""
    try:
        return make_trial(config, earlier=earlier), ()
    except UserError as error:
        return None, error.problems
    except WorkError as error:
        return None, (_whole_problem(config, str(error)),)
    except Exception as error:  # noqa: BLE001 - a bug may not end the seat; it is shown
        return None, (_whole_problem(config, f"a bug: {type(error).__name__}: {error}"),)


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
        bench.stop.set()
        thread.join(timeout=5)
