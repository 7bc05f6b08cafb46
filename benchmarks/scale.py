"""What a brief about a part of very many articles costs, and what more workers bring.

The program beside itself: with `about` and without, by one process, by two, by a cluster of two
workers on loopback.
"""

import contextlib
import importlib.util
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import articles
from benchmarks.cluster import loopback
from benchmarks.desk import forget
from benchmarks.measure import at_one_time, python, run, turn_about
from benchmarks.table import Table, megabytes, seconds, times, verdict

_AIMS = {"two processes": 1.8, "cluster of two": 1.7}  # times as fast as one process
_LARGE = 50_000  # articles of which a build of all takes hours


def tables(sizes: tuple[int, ...], together: int) -> list[Table]:
    """Give the tables of `sizes` articles, and of workers on `together` of them."""
    return [part_table(sizes), workers_table(together)]


def part_table(sizes: tuple[int, ...]) -> Table:
    """Give the table of `sizes` articles, of which a part is about the brief; of very many the
    others are not worked out for comparison.
    """
    rows = []
    for size in sizes:
        with TemporaryDirectory(prefix="briefing-bench-") as name:
            folder = Path(name)
            articles.write(folder / "articles", range(size))
            config, part = folder / "config.yaml", folder / "about" / "config.yaml"
            part.parent.mkdir()
            (part.parent / "articles").symlink_to(folder / "articles")
            config.write_text(articles.CONFIG, encoding="utf-8")
            part.write_text(
                articles.about(size, articles.TOPICS_APART) + articles.CONFIG, encoding="utf-8"
            )
            build = ("-m", "briefing", "build", "--jobs", "1", "-c")
            whole = run(python(*build, str(config))) if size < _LARGE else None
            first = run(python(*build, str(part)))
            unchanged = run(python(*build, str(part)))
            articles.write(folder / "articles", [size])
            added = run(python(*build, str(part)))
            store = part.with_name("config.yaml.db").stat().st_size
        rows.append(
            (
                f"{size:,}",
                seconds(whole.cpu) if whole else "–",
                seconds(first.cpu),
                times(first.cpu, whole.cpu if whole else 0.0),
                seconds(unchanged.cpu),
                seconds(added.cpu),
                megabytes(max(first.peak, unchanged.peak, added.peak)),
                f"{store / size / 1000:.1f} kB",
            )
        )
    head = (
        "articles", "first build of all", "about a part", "beside", "unchanged", "one added",
        "peak memory", "store an article",
    )  # fmt: skip
    notes = (
        (
            f"Made-up articles; the part is one topic of {articles.TOPICS_APART}. "
            "Processor time, one process."
        ),
        "Beside the program before there was `about`: run its commit on the same articles.",
    )
    return Table(title="About a part", head=head, rows=rows, notes=notes)


def workers_table(size: int) -> Table:
    """Give the table of one process, two and a cluster of two on the same articles."""
    with TemporaryDirectory(prefix="briefing-bench-") as name, contextlib.ExitStack() as held:
        asked = {"one process": "{kind: serial}", "two processes": "{kind: processes, jobs: 2}"}
        if importlib.util.find_spec("distributed") is not None:
            address = held.enter_context(loopback(Path(name))).address
            asked["cluster of two"] = f'{{kind: dask, scheduler: "{address}"}}'
        programs, briefs = {}, {}
        for number, (who, workers) in enumerate(asked.items()):
            folder = Path(name, str(number))
            articles.write(folder / "articles", range(size))
            text = f"{articles.CONFIG}workers: {workers}\n"
            (folder / "config.yaml").write_text(text, encoding="utf-8")
            build = ("-m", "briefing", "build", "-c", str(folder / "config.yaml"))
            programs[who] = at_one_time(python(*build, before=partial(forget, folder)))
            briefs[who] = folder / "output" / "brief.json"
        used = turn_about(programs, 1)
        same = len({file.read_bytes() for file in briefs.values()}) == 1
    one = used["one process"].clock
    rows = [
        (
            who,
            seconds(usage.clock),
            times(one, usage.clock),
            verdict(one / usage.clock, least=_AIMS[who]) if who in _AIMS else "",
        )
        for who, usage in used.items()
    ]
    notes = (
        f"A first build of {size:,} articles by the clock; worth something on an idle machine.",
        f"The briefs are {'the same byte for byte' if same else 'NOT THE SAME'}.",
    )
    return Table(title="Workers", head=("who", "time", "as fast", "aim"), rows=rows, notes=notes)
