"""What a growing pile of articles costs: a first build, a build that finds nothing new, one with an
article more.

As a program (`python -m benchmarks.growth CONFIG`) it is a build that says where its time goes.
"""

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from benchmarks import articles
from benchmarks.desk import forget
from benchmarks.measure import ROOT, Program, Usage, python, run, turn_about
from benchmarks.table import Table, megabytes, seconds, times, verdict

_TICK = 0.005  # seconds between two looks at what is being done
_HOME = str(ROOT / "briefing") + "/"
_SHOWN = 14


def tables(rounds: int, sizes: tuple[int, ...]) -> list[Table]:
    """Give the table of growth over `sizes`, what processes bring, and the profiles of the sizes
    that are not large.
    """
    measured: list[tuple[int, dict[str, Usage], Usage]] = []
    first: list[tuple[int, dict[str, float]]] = []
    added: list[tuple[int, dict[str, float]]] = []
    for size in sizes:
        with TemporaryDirectory(prefix="briefing-bench-") as name, _on_one_processor():
            folder = Path(name)
            articles.write(folder / "articles", range(size))
            (folder / "config.yaml").write_text(articles.CONFIG, encoding="utf-8")
            measured.append((size, *_builds(folder, size, rounds)))
            added.append((size, _profile(folder, size + rounds)))
            if size < _LARGE:
                forget(folder)
                first.append((size, _profile(folder, None)))
    return [
        _growth(measured),
        _together(1, min(sizes[-1], _TOGETHER)),
        _where("Where a first build's time goes", first),
        _where("Where the time goes of a build with one article more", added),
    ]


def _together(rounds: int, size: int) -> Table:
    """Measure a first build by one process and by two, by the clock."""
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        folder = Path(name)
        articles.write(folder / "articles", range(size))
        (folder / "config.yaml").write_text(articles.CONFIG, encoding="utf-8")
        build = ("-m", "briefing", "build", "-c", str(folder / "config.yaml"), "--jobs")
        programs = {
            jobs: python(*build, jobs, before=partial(forget, folder)) for jobs in ("1", "2")
        }
        used = turn_about(programs, rounds)
    gain = used["1"].clock / used["2"].clock
    rows = [
        (
            f"{size:,}",
            seconds(used["1"].clock),
            seconds(used["2"].clock),
            times(gain, 1),
            verdict(gain, least=1.7),
        )
    ]
    head = ("articles", "one process", "two", "as fast", "aim")
    notes = (
        (
            "A first build by the clock; worth something on a machine that does nothing "
            "else, with two "
            "processors."
        ),
    )
    return Table(title="Two processes", head=head, rows=rows, notes=notes)


@contextmanager
def _on_one_processor() -> Iterator[None]:
    """Keep what is run meanwhile on one processor, so that it does all work itself and all of it is
    counted.
    """
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


_LARGE = 5_000  # articles from which one round of first builds must do
_TOGETHER = 3_000  # articles that one process and two read


def _builds(folder: Path, size: int, rounds: int) -> tuple[dict[str, Usage], Usage]:
    """Measure the three builds in order, round by round, and what `find` takes to look at the same
    files.

    Of very many articles there is one first build only; the others are so quick that one round
    would be chance.
    """
    build = ("-m", "briefing", "build", "-c", str(folder / "config.yaml"))
    added = iter(range(size, size + rounds))

    def add() -> None:
        articles.write(folder / "articles", [next(added)])

    first = {"first": python(*build, before=partial(forget, folder))}
    later = {"unchanged": python(*build), "one added": python(*build, before=add)}
    used = turn_about(first, rounds if size < _LARGE else 1) | turn_about(later, rounds)
    found = Program(
        command=("find", str(folder / "articles"), "-type", "f", "-printf", "%s %T@ %p\\n")
    )
    return used, turn_about({"find": found}, max(3, rounds))["find"]


def _growth(measured: list[tuple[int, dict[str, Usage], Usage]]) -> Table:
    rows = []
    small, start, _ = measured[0]
    for size, used, find in measured:
        beyond = used["unchanged"].cpu - start["unchanged"].cpu
        allowed = beyond + 1.5 * start["one added"].cpu
        rows.append(
            (
                f"{size:,}",
                seconds(used["first"].cpu),
                times(used["first"].cpu / size, start["first"].cpu / small),
                seconds(used["unchanged"].cpu),
                times(max(beyond, 0.0), find.cpu),
                verdict(beyond / find.cpu, most=3),
                seconds(used["one added"].cpu),
                times(used["one added"].cpu, allowed),
                verdict(used["one added"].cpu / allowed, most=1),
                megabytes(max(one.peak for one in used.values())),
                verdict(max(one.peak for one in used.values()) / 1e9, most=1),
            )
        )
    head = (
        "articles", "first build", "each, beside fewest", "unchanged", "beyond start, beside find",
        "aim",
        "one added", "of what it may take", "aim", "peak memory", "aim (GB)",
    )  # fmt: skip
    notes = (
        f"Made-up articles, brief.json only. Medians; one first build from {_LARGE:,} articles on.",
        "Processor time of whole processes, on one processor, so that all is counted; peak memory.",
        (
            "`beyond start`: an unchanged build less the same at the fewest articles; "
            "`find` prints "
            "files' size and time."
        ),
        (
            "What a build with one article more may take: that, and 1.5 times the same at "
            "the fewest "
            "articles."
        ),
    )
    return Table(title="Growth", head=head, rows=rows, notes=notes)


def _profile(folder: Path, number: int | None) -> dict[str, float]:
    """Give the seconds that a build spends in each room, by samples; with article `number` more, if
    any.
    """
    if number is not None:
        articles.write(folder / "articles", [number])
    output = run(python("-m", "benchmarks.growth", str(folder / "config.yaml"))).output
    lines = [line.split("\t") for line in output.splitlines() if line.count("\t") == 1]
    return {room: float(spent) for spent, room in lines}


def _where(title: str, profiles: list[tuple[int, dict[str, float]]]) -> Table:
    """Show for each size the rooms that take most of the last one's time, with the time for each
    article.
    """
    if not profiles:
        return Table(
            title=title, head=("room",), rows=[], notes=("Of a small number of articles only.",)
        )
    last = profiles[-1][1]
    rooms = sorted(last, key=lambda room: (-last[room], room))[:_SHOWN]
    rows = [
        (room, *(f"{1000 * spent.get(room, 0.0) / size:.2f} ms" for size, spent in profiles))
        for room in rooms
    ]
    rows.append(
        ("all", *(f"{1000 * sum(spent.values()) / size:.2f} ms" for size, spent in profiles))
    )
    return Table(
        title=title,
        head=("room", *(f"{size:,} articles" for size, _ in profiles)),
        rows=rows,
        notes=(
            (
                "Time for each article. A column that grows to the right is a room that takes more "
                "than its share."
            ),
            (
                "On one processor, so that nothing is handed on; "
                f"looked at every {_TICK * 1000:g} ms of its time."
            ),
        ),
    )


def main(config: str) -> None:
    """Build under a timer that notes which room is at work, and print the seconds of each.

    A signal looks, not a thread: a thread gets its turn most often where the work lets go of
    Python's lock.
    """
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update([_at(frame)]))
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
    from briefing.__main__ import run as briefing  # noqa: PLC0415 - importing is part of the work

    code = briefing(["build", "-c", config])
    signal.setitimer(signal.ITIMER_PROF, 0)
    each = time.process_time() / max(1, sum(seen.values()))
    for room, count in seen.items():
        print(f"{count * each:.4f}\t{room}")
    sys.exit(code)


def _at(frame: FrameType | None) -> str:
    """Give the innermost room that is at work in a frame, or that something is being imported."""
    room = ""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith("<frozen importlib"):
            return "imports"
        if not room and file.startswith(_HOME):
            room = _room(file)
        frame = frame.f_back
    return room or "Python itself"


def _room(file: str) -> str:
    """Give the room of a file: its folder in the package and, for language, the one below."""
    parts = file.removeprefix(_HOME).removesuffix(".py").split("/")
    return "/".join(parts[: 2 if parts[0] in {"language", "ingest", "corpus", "edition"} else 1])


if __name__ == "__main__":
    main(sys.argv[1])
