"""Tables on a terminal, in a log or in Markdown: the same characters everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title, a row of headings, rows of cells, and notes on how to read them."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())


def show(table: Table) -> str:
    """Give a table as text that is Markdown too: the first column to the left, figures to the
    right.
    """
    widths = [
        max(len(row[at]) for row in (table.head, *table.rows)) for at in range(len(table.head))
    ]

    def line(cells: Sequence[str]) -> str:
        first, *rest = zip(cells, widths, strict=True)
        return (
            "| "
            + " | ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])
            + " |"
        )

    rule = (
        "|"
        + "|".join("-" * (width + 1) + (":" if at else "-") for at, width in enumerate(widths))
        + "|"
    )
    notes = [f"- {note}" for note in table.notes]
    return "\n".join(
        [f"## {table.title}", "", line(table.head), rule, *map(line, table.rows), "", *notes, ""]
    )


def times(one: float, other: float) -> str:
    """Give how many times `other` goes into `one`."""
    return f"{one / other:.2f} ×" if other > 0 else "–"


def verdict(ratio: float, *, most: float = 0.0, least: float = 0.0) -> str:
    """Give an aim and whether a ratio meets it: "≤ 4, met"."""
    aim = f"≤ {most:g}" if most else f"≥ {least:g}"
    met = ratio <= most if most else ratio >= least
    return f"{aim}, {'met' if met else 'missed'}"


def seconds(value: float) -> str:
    """Give a time with three figures that count."""
    return f"{value:.3g} s" if value >= 1 else f"{value * 1000:.3g} ms"


def megabytes(value: float) -> str:
    """Give a size in megabytes."""
    return f"{value / 1_000_000:,.0f} MB"
