"""Prints every table of the benchmarks, or those named: `python -m benchmarks [--quick] [--large]
[NAME…]`.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import (
    feeds,
    growth,
    hardship,
    languages,
    mail,
    outside,
    pdf,
    previews,
    proving,
    quality,
    ranking,
    reading,
    scale,
    startup,
    word,
)
from benchmarks.measure import FailedError
from benchmarks.table import Table, show

_QUICK = 0.02  # share of the articles to be read under --quick


def _growth(options: argparse.Namespace) -> list[Table]:
    sizes = (
        (20, 40) if options.quick else (100, 1_000, 10_000, *((100_000,) if options.large else ()))
    )
    return growth.tables(options.rounds, sizes)


def _scale(options: argparse.Namespace) -> list[Table]:
    if options.quick:
        return scale.tables((60,), 60)
    if options.articles:
        return [scale.part_table((options.articles,))]
    sizes = (1_000, 10_000, *((100_000,) if options.large else ()))
    return scale.tables(sizes, 3_000)


def _large(options: argparse.Namespace) -> list[Table]:
    return hardship.large_tables(60 if options.quick else options.articles or 300_000)


def _kills(options: argparse.Namespace) -> list[Table]:
    sizes = (400, 200) if options.quick else (options.articles or 20_000, 3_000)
    return hardship.kill_tables(*sizes)


TABLES: Mapping[str, Callable[[argparse.Namespace], list[Table]]] = {
    "startup": lambda options: startup.tables(1 if options.quick else options.rounds * 3),
    "pdf": lambda options: pdf.tables(options.rounds),
    "word": lambda options: word.tables(options.rounds),
    "ranking": lambda options: ranking.tables(options.rounds),
    "reading": lambda options: reading.tables(options.rounds, _QUICK if options.quick else 1.0),
    "mail": lambda options: mail.tables(options.rounds, 50 if options.quick else mail.READERS),
    "growth": _growth,
    "scale": _scale,
    "large": _large,
    "kills": _kills,
    "feeds": lambda options: feeds.tables(0.0 if options.quick else 1.0),
    "proving": lambda options: proving.tables(
        options.rounds, ((20, 10), (40, 20)) if options.quick else proving.SIZES
    ),
    "previews": lambda options: previews.tables(
        options.rounds, ((20, 12),) if options.quick else previews.SIZES
    ),
    "quality": lambda _: quality.tables(),
    "languages": lambda options: [
        *languages.tables(),
        *(outside.tables(options.data) if options.data else []),
    ],
}

_BY_NAME = frozenset({"large", "kills"})
"""Tables that take an hour: printed where they are named."""


def _read_options() -> argparse.Namespace:
    """What is asked for: `names` of tables, none for all, and how they are made. Exits where a
    table is unknown.
    """
    parser = argparse.ArgumentParser(
        prog="benchmarks", description="Ratios taken in one run; nothing here is a promise."
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"tables to print: {', '.join(TABLES)}; none means all",
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each program runs (5)")
    parser.add_argument(
        "--quick", action="store_true", help="one round over few articles: does it work at all?"
    )
    parser.add_argument(
        "--data",
        type=Path,
        help="a folder of public sets for `languages`: see benchmarks/outside.py",
    )
    parser.add_argument(
        "--articles", type=int, default=0, help="how many, for `scale`, `large` and `kills`"
    )
    parser.add_argument(
        "--large", action="store_true", help="growth to 100,000 articles; takes an hour or more"
    )
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in TABLES]
    if unknown:
        parser.error(f"no table {unknown[0]!r}; there are {', '.join(TABLES)}")
    if options.quick:
        options.rounds = 1
    return options


def main() -> int:
    """Print the tables; 1 where a program under measurement fails."""
    options = _read_options()
    print(
        f"# Benchmarks\n\n{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.system()}\n"
    )
    failed = False
    for name in options.names or [name for name in TABLES if name not in _BY_NAME]:
        try:
            for table in TABLES[name](options):
                print(show(table), flush=True)
        except FailedError as error:
            failed = True
            print(f"{name}: {error}", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
