"""What the desk takes to show a brief anew after a file was saved, beside a whole build of it.

As a program (`python -m benchmarks.previews CONFIG ROUNDS`) it sits at the desk of a brief that was
laid out here, saves each kind of file, and prints what each took as JSON.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import articles
from benchmarks.desk import forget
from benchmarks.measure import FailedError, python, run
from benchmarks.table import Table, seconds, verdict
from briefing.desk.bench import Bench, keep_watching

_PATIENCE = 600.0  # seconds; a busy machine takes its time
_LOOK = 0.01  # seconds between two looks whether the page was made anew
_MOST = 2.0  # seconds that a brief of 60 statements may take, on two quiet processors
_SIXTY = 60
SIZES = ((60, 12), (1_000, 12), (1_000, 90))
"""Articles, and statements in each of five sections."""


def tables(rounds: int, sizes: tuple[tuple[int, int], ...] = SIZES) -> list[Table]:
    """Give a row for each brief and kind of file."""
    rows = []
    for size, each in sizes:
        with TemporaryDirectory(prefix="briefing-bench-") as name:
            rows += _measure(_lay_out(Path(name), size, each), size, rounds)
    head = ("brief", "saved", "by the clock", "processor", "of a whole build", "aim")
    load = os.getloadavg()[0]
    notes = (
        "From the save to the page, watching included; the median of all rounds.",
        "Of a whole build: processor time beside that of a first `briefing build` by one process.",
        f"The clock counts on a quiet machine only; {load:.1f} processes were at work at the end.",
    )
    return [Table(title="Previews at the desk", head=head, rows=rows, notes=notes)]


def _measure(config: Path, size: int, rounds: int) -> list[tuple[str, ...]]:
    """Measure the whole build, then a preview after each kind of save."""
    build = ("-m", "briefing", "build", "-c", str(config), "--jobs", "1")
    whole = run(python(*build, before=partial(forget, config.parent))).cpu
    forget(config.parent)
    used = run(python("-m", "benchmarks.previews", str(config), str(rounds)))
    found = json.loads(used.output.splitlines()[-1])
    told = found.pop("statements")
    brief = f"{told} statements of {size:,} articles"
    return [
        (
            brief,
            kind,
            seconds(clock),
            seconds(cpu),
            f"{cpu / whole:.0%}",
            verdict(clock, most=_MOST) if told <= _SIXTY else "",
        )
        for kind, (clock, cpu) in found.items()
    ]


def _lay_out(folder: Path, size: int, each: int) -> Path:
    """Lay out a brief of made-up articles with looks of its own; give its config."""
    articles.write(folder / "articles", range(size))
    text = re.sub(r"statements: \d+", f"statements: {each}", articles.CONFIG)
    text = text.replace("language: en}", "language: en, theme: theme}")
    config = folder / "config.yaml"
    config.write_text(text.replace("{kind: json}", "{kind: html}, {kind: json}"), encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "templates" / "partials").mkdir(parents=True)
    for save in _saves(config).values():
        save(0)
    return config


def _saves(config: Path) -> Mapping[str, Callable[[int], object]]:
    """How each kind of file is saved for the nth time, otherwise each time."""
    folder = config.parent
    first = min((folder / "articles").rglob("*.txt"))
    place = first.relative_to(folder).as_posix()
    return {
        "config": lambda n: config.write_text(
            re.sub(r"title: Made-up news[^,]*", f"title: Made-up news {n}", config.read_text())
        ),
        "source": lambda n: first.write_text(f"{first.read_text()}\nRain fell on day {n}.\n"),
        "analyst.yaml": lambda n: (folder / "analyst.yaml").write_text(
            f"exclude: [{{path: {place}, passage: {n % 2 + 2}, reason: round {n}}}]\n"
        ),
        "template": lambda n: (folder / "templates/partials/title.html.j2").write_text(
            f"<h1>Round {n}: {{{{ page.title }}}}</h1>\n"
        ),
        "theme": lambda n: (folder / "theme/theme.yaml").write_text(
            f"colours: {{accent: '#0b55{n % 90 + 10}'}}\n"
        ),
    }


def main(config: Path, rounds: int) -> None:
    """Sit at the desk, save each kind of file in each round, and print the medians."""
    bench = Bench(config=config)
    used: dict[str, list[tuple[float, float]]] = {}
    with keep_watching(bench):
        _wait(bench, 0)
        for number in range(1, rounds + 1):
            for kind, save in _saves(config).items():
                seen = bench.now.number
                began, worked = time.perf_counter(), time.process_time()
                save(number)
                _wait(bench, seen)
                took = time.perf_counter() - began, time.process_time() - worked
                used.setdefault(kind, []).append(took)
    trial = bench.now.trial
    told = len(trial.brief.statements) if trial else 0
    medians = {
        kind: (median(one for one, _ in found), median(other for _, other in found))
        for kind, found in used.items()
    }
    print(json.dumps({"statements": told, **medians}))


def _wait(bench: Bench, seen: int) -> None:
    """Wait until the brief was made more often than `seen`. Raises FailedError where it isn't."""
    end = time.monotonic() + _PATIENCE
    while bench.now.number <= seen or bench.now.renewing:
        if time.monotonic() > end:
            message = "the brief was not made anew"
            raise FailedError(message)
        time.sleep(_LOOK)
    if bench.now.problems:
        raise FailedError("; ".join(str(one) for one in bench.now.problems))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
