"""One build of very many articles on a cluster, and one during which workers and scheduler die.

Both are asked for by name alone: they take an hour together.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import articles
from benchmarks.cluster import Loopback, loopback
from benchmarks.measure import Program, Usage, at_one_time, python, run
from benchmarks.table import Table, megabytes, seconds

_KILLS = 20
_PAUSE = 6.0  # seconds between two kills: a build looks for new workers every five
_LIMIT = 60  # seconds that a frozen worker may cost
Act = Callable[[Loopback, threading.Event], None]
"""What befalls a cluster until the event says that it is over."""


def large_tables(size: int) -> list[Table]:
    """Give the table of a build of `size` articles on a cluster of two, of which a part is about
    the brief.
    """
    with TemporaryDirectory(prefix="briefing-bench-") as name, loopback(Path(name)) as cluster:
        folder = Path(name, "desk")
        articles.write(folder / "articles", range(size))
        about = articles.about(size, articles.TOPICS_APART)
        _configure(folder, about, f'{{kind: dask, scheduler: "{cluster.address}"}}')
        first = run(_build(folder))
        cluster.end()
        _configure(folder, about, "{kind: serial}")
        run(_build(folder))
        unchanged = run(_build(folder))
        articles.write(folder / "articles", [size])
        added = run(_build(folder))
        store = (folder / "config.yaml.db").stat().st_size
    row = (
        f"{size:,}",
        seconds(first.clock),
        seconds(first.cpu),
        seconds(cluster.cpu),
        megabytes(first.peak),
        megabytes(cluster.peak),
        f"{store / size / 1000:.2f} kB",
        seconds(unchanged.cpu),
        seconds(added.cpu),
        megabytes(max(unchanged.peak, added.peak)),
    )
    head = (
        "articles", "first build", "coordinator", "workers", "its peak", "a worker's",
        "store an article", "unchanged", "one added", "peak of these",
    )  # fmt: skip
    notes = (
        "By the clock, then processor time and memory; unchanged and one added by one process.",
        f"Made-up articles; the brief is about one topic of {articles.TOPICS_APART}.",
    )
    return [Table(title="Very many articles on a cluster", head=head, rows=[row], notes=notes)]


def kill_tables(size: int, frozen: int) -> list[Table]:
    """Give the table of what befalls a cluster during a build of `size` articles, and of `frozen`
    while a worker stands still.
    """
    rows = []
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        corpus = Path(name, "articles")
        articles.write(corpus, range(size))
        alone, brief = _under(corpus, None)
        rows.append(_row(size, "one process", alone, "", same=True))
        killed, other = _under(corpus, _kill_all)
        rows.append(
            _row(size, "20 workers and the scheduler killed", killed, "", same=brief == other)
        )
        some = Path(name, "some")
        articles.write(some, range(frozen))
        calm, brief = _under(some, _leave)
        rows.append(_row(frozen, "nothing happens to two workers", calm, "", same=True))
        still, other = _under(some, _freeze)
        more = f"{still.clock - calm.clock:+.0f} s, {_LIMIT} allowed"
        rows.append(_row(frozen, "one of two stands still", still, more, same=brief == other))
    head = ("articles", "what befalls them", "time", "beside", "lines told", "the brief")
    notes = ("By the clock. A line tells of each worker that is not used any more.",)
    return [Table(title="A cluster in distress", head=head, rows=rows, notes=notes)]


def _row(size: int, what: str, used: Usage, beside: str, *, same: bool) -> tuple[str, ...]:
    told = sum("worker" in line or "scheduler" in line for line in used.output.splitlines())
    brief = "the same bytes" if same else "NOT THE SAME"
    return f"{size:,}", what, seconds(used.clock), beside, str(told), brief


def _under(corpus: Path, act: Act | None) -> tuple[Usage, bytes]:
    """Build from nothing while `act` goes on beside it; by one process where there is none."""
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        folder = Path(name, "desk")
        folder.mkdir()
        (folder / "articles").symlink_to(corpus)
        if act is None:
            _configure(folder, "", "{kind: serial}")
            used = run(_build(folder))
        else:
            with loopback(Path(name)) as cluster:
                _configure(folder, "", f'{{kind: dask, scheduler: "{cluster.address}"}}')
                with _beside(act, cluster):
                    used = run(_build(folder))
        return used, (folder / "output" / "brief.json").read_bytes()


@contextmanager
def _beside(act: Act, cluster: Loopback) -> Iterator[None]:
    over = threading.Event()
    thread = threading.Thread(target=act, args=(cluster, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _leave(_cluster: Loopback, _over: threading.Event) -> None:
    pass


def _kill_all(cluster: Loopback, over: threading.Event) -> None:
    """Kill a worker again and again and start another; the scheduler in the end."""
    for number in range(_KILLS):
        if over.wait(_PAUSE):
            print(f"the build was over after {number} kills", flush=True)
            return
        cluster.end_worker()
        cluster.add_worker()
    if not over.wait(_PAUSE) and cluster.scheduler is not None:
        os.kill(cluster.scheduler.pid, signal.SIGKILL)


def _freeze(cluster: Loopback, over: threading.Event) -> None:
    """Stop a worker once it has work."""
    if not over.wait(2 * _PAUSE):
        os.kill(cluster.workers[0].pid, signal.SIGSTOP)


def _configure(folder: Path, about: str, workers: str) -> None:
    text = f"{about}{articles.CONFIG}workers: {workers}\n"
    (folder / "config.yaml").write_text(text, encoding="utf-8")


def _build(folder: Path) -> Program:
    return at_one_time(python("-m", "briefing", "build", "-c", str(folder / "config.yaml")))
