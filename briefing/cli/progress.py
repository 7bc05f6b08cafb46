"""How far long work is: a bar with counts and rate on a terminal, structured lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from briefing.cli import shell

_SHORT = 1.0  # seconds of work that nobody need be told of
_EVERY = 10.0  # seconds between two lines

Progress = Callable[[str, int, int], None]


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """What shows progress on standard error while the `with` lasts; `quiet` shows none."""
    if quiet:
        yield _show_nothing
    elif sys.stderr.isatty():
        bar = Bar()
        try:
            yield bar.tell
        finally:
            bar.close()
    else:
        yield Lines().tell


def _show_nothing(_what: str, _done: int, _total: int) -> None:
    return


@dataclass(slots=True)
class Bar:
    """A bar for each kind of work, once it takes longer than a moment. Changes as the work goes
    on.
    """

    live: Any = None
    task: Any = None
    what: str = ""
    began: float = 0.0

    def tell(self, what: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done."""
        if what != self.what:
            self.what, self.began, self.task = what, time.monotonic(), None
        if self.task is None and (not total or time.monotonic() - self.began < _SHORT):
            return
        if self.live is None:
            self.live = _make_bars()
            self.live.start()
        if self.task is None:
            self.task = self.live.add_task(what, total=total)
        self.live.update(self.task, completed=done)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self.live is not None:
            self.live.stop()


def _make_bars() -> Any:  # noqa: ANN401 - rich is imported where it is wanted
    from rich import progress  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class Rate(progress.ProgressColumn):  # rich asks for a subclass
        """Items per second."""

        def render(self, task: progress.Task) -> Text:
            """The rate, empty before it is known."""
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    return progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        Rate(),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


@dataclass(slots=True)
class Lines:
    """A line of key=value pairs now and then, for logs. Changes as the work goes on."""

    what: str = ""
    began: float = 0.0
    said: float = 0.0

    def tell(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` are done, if it is time for a line."""
        now = time.monotonic()
        if what != self.what:
            self.what, self.began, self.said = what, now, now
        if now - self.said >= _EVERY:
            self.said = now
            shell.print_notice(
                f"progress stage={what} done={done} total={total} "
                f"rate={done / (now - self.began):.1f}/s"
            )
