"""What `briefing verify` costs as a brief grows: more statements, over more articles."""

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import articles
from benchmarks.measure import Usage, python, run, turn_about
from benchmarks.table import Table, megabytes, seconds, times, verdict

SIZES = ((100, 40), (1_000, 130), (10_000, 400))
"""Articles, and about how many statements a brief of them tells."""

_SECTIONS = 5  # of the config that the articles come with


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One brief that was verified: articles there, articles listed, statements told, and the cost
    beside that of importing.
    """

    articles: int
    listed: int
    told: int
    used: Usage
    start: Usage

    @property
    def beyond(self) -> float:
        """Seconds of processor beyond those that importing takes."""
        return self.used.cpu - self.start.cpu

    @property
    def allowed(self) -> float:
        """What n log n allows, in a unit that the first row gives; n are the statements."""
        return self.told * math.log2(max(2, self.told))


def tables(rounds: int, sizes: tuple[tuple[int, int], ...] = SIZES) -> list[Table]:
    """Give the table of what verifying costs over `sizes`, pairs as in `SIZES`."""
    return [_table([_prove(count, told, rounds) for count, told in sizes])]


def _prove(count: int, told: int, rounds: int) -> Proved:
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        folder = Path(name)
        articles.write(folder / "articles", range(count))
        each = f"statements: {math.ceil(told / _SECTIONS)}"
        config = re.sub(r"statements: \d+", each, articles.CONFIG)
        (folder / "config.yaml").write_text(config, encoding="utf-8")
        at = ("-c", str(folder / "config.yaml"))
        run(python("-m", "briefing", "build", *at))
        brief = json.loads((folder / "output" / "brief.json").read_bytes())
        used = turn_about(
            {
                "start": python("-c", "import briefing.cli.entry, briefing.verification.verify"),
                "verify": python("-m", "briefing", "verify", *at),
            },
            rounds,
        )
    return Proved(
        articles=count,
        listed=len(brief["sources"]),
        told=sum(len(section["statements"]) for section in brief["sections"]),
        used=used["verify"],
        start=used["start"],
    )


def _table(proved: list[Proved]) -> Table:
    first = proved[0]
    rows = []
    for one in proved:
        growth = one.beyond / first.beyond
        allowed = one.allowed / first.allowed
        rows.append(
            (
                f"{one.articles:,}",
                f"{one.listed:,}",
                str(one.told),
                seconds(one.used.cpu),
                times(growth, 1),
                times(growth, allowed),
                verdict(growth / allowed, most=1),
                megabytes(one.used.peak),
            )
        )
    head = (
        "articles", "listed", "statements", "verify", "beyond start, beside fewest",
        "of what n log n allows", "aim", "peak memory",
    )  # fmt: skip
    notes = (
        "Made-up articles, brief.json only. Processor time of whole processes, medians.",
        "n are the statements told; `beyond start` is without what importing takes.",
    )
    return Table(title="Growth of verifying", head=head, rows=rows, notes=notes)
