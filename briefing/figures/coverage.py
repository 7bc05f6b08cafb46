"""Which passages of which source each section rests on: counts in a grid."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.figures import svg
from briefing.figures.figure import Figure
from briefing.language.phrases import Phrases
from briefing.model import Brief, Section

WIDTH, ROW, HEAD, NAME = 150.0, 11.0, 11.0, 76.0
SIZE, LINE = 7.2, 7.6  # of a section's name, and from one line of it to the next
MOST_SOURCES, MOST_SECTIONS = 12, 20
_DIGIT, _FILLED = 0.52, 0.85  # the width of a digit in sizes; how much of a column its head fills


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGrid:
    """The numbers of the sources that stand over columns, how many of the sources do not, and for
    each section its title and its passages from each of those.
    """

    columns: tuple[int, ...]
    left: int
    rows: tuple[tuple[str, list[int]], ...]


def draw_coverage(brief: Brief, words: Phrases) -> Figure | None:
    """Draw the number of passages that each section cites from each source, as squares and
    figures.
    """
    grid = _count_passages(brief)
    if not grid.columns:
        return None
    say, shown = words.say, len(grid.columns)
    more = " " + say("coverage_more", count=shown, left=grid.left) if grid.left else ""
    told = [
        say("coverage_row", section=name, counts=_say_counts(words, grid.columns, counts))
        for name, counts in grid.rows
    ]
    alt = say("coverage_alt", rows=words.list_apart(told))
    height, drawn = _draw_grid(grid)
    return Figure(
        name="coverage",
        title=say("coverage_title"),
        alt=alt,
        svg=svg.picture(WIDTH, height, alt, drawn, words.direction),
        caption=say("coverage_caption") + more,
        columns=(
            say("coverage_section"),
            *(say("coverage_source", number=column) for column in grid.columns),
        ),
        rows=tuple((name, *map(str, counts)) for name, counts in grid.rows),
    )


def _count_passages(brief: Brief) -> CoverageGrid:
    """Count what the first sections cite of the sources that they cite most."""
    numbers = {entry.id: entry.number for entry in brief.sources if entry.number}
    sections = [section for section in brief.sections if _cited_passages(section)][:MOST_SECTIONS]
    columns = _most_cited(sections, numbers)
    return CoverageGrid(
        columns=tuple(columns),
        left=len(numbers) - len(columns),
        rows=tuple((one.title, _count_by_source(one, numbers, columns)) for one in sections),
    )


def _draw_grid(grid: CoverageGrid) -> tuple[float, list[str]]:
    """Draw heads and rows; the height that they take comes first."""
    step = (WIDTH - NAME) / len(grid.columns)
    most = max(max(counts) for _, counts in grid.rows)
    drawn, y = _draw_heads(grid.columns, step), HEAD
    for name, counts in grid.rows:
        lines = svg.break_name(name, SIZE, NAME - 3)
        drawn.append(_draw_row(y, lines, counts, step, most))
        y += ROW + (len(lines) - 1) * LINE
    return y, drawn


def _say_counts(words: Phrases, columns: Sequence[int], counts: Sequence[int]) -> str:
    """A section's row in words."""
    told = [
        words.say("coverage_count", count=n, source=c)
        for c, n in zip(columns, counts, strict=True)
        if n
    ]
    return words.list_all(told) or words.say("coverage_none")


def _draw_heads(columns: Sequence[int], step: float) -> list[str]:
    """The numbers of the sources over their columns, `step` wide: the longest of them fits, too."""
    digits = max(len(str(column)) for column in columns)
    size = min(7.2, step * 0.8, step * _FILLED / (digits * _DIGIT))
    return [
        svg.text(
            NAME + (place + 0.5) * step,
            7,
            str(column),
            size=size,
            font_weight=600,
            text_anchor="middle",
        )
        for place, column in enumerate(columns)
    ]


def _most_cited(sections: Sequence[Section], numbers: Mapping[str, int]) -> list[int]:
    """The numbers of the sources that the sections cite most, in order."""
    cited = Counter(
        numbers.get(document, 0) for section in sections for document, _ in _cited_passages(section)
    )
    ranked = sorted(
        (n for n in numbers.values() if cited[n]), key=lambda number: (-cited[number], number)
    )
    return sorted(ranked[:MOST_SOURCES])


def _cited_passages(section: Section) -> set[tuple[str, int]]:
    return {(cited.document, cited.passage) for cited in section.citations}


def _count_by_source(section: Section, numbers: Mapping[str, int], columns: list[int]) -> list[int]:
    found = [numbers.get(document, 0) for document, _ in _cited_passages(section)]
    return [found.count(column) for column in columns]


def _draw_row(y: float, name: Sequence[str], counts: list[int], step: float, most: int) -> str:
    parts = [
        svg.line(0, y, WIDTH, y, stroke_width=0.35),
        *(svg.text(0, y + 8 + place * LINE, words, size=SIZE) for place, words in enumerate(name)),
    ]
    height = ROW + (len(name) - 1) * LINE
    base = y + height / 2 + 2.5
    for column, count in enumerate(counts):
        middle = NAME + (column + 0.5) * step
        if count == 0:
            parts.append(svg.text(middle, base, "·", fill=svg.QUIET, text_anchor="middle"))
            continue
        wide = min(step, 2 * ROW) * 0.86
        shade = 0.12 + 0.33 * count / most
        square = {"x": middle - wide / 2, "y": y + 1, "width": wide, "height": height - 2}
        parts.append(svg.element("rect", **square, fill=svg.ACCENT, fill_opacity=shade))
        parts.append(svg.text(middle, base, str(count), size=min(7.2, step), text_anchor="middle"))
    return "".join(parts)
