"""How many statements each outlet carries, and how many of them it carries alone."""

from collections.abc import Sequence

from briefing.figures import svg
from briefing.figures.figure import Figure
from briefing.model import Brief, Statement

WIDTH, ROW, TOP, NAME, MOST = 150.0, 12.0, 4.0, 72.0, 8
SIZE, LINE = 7.2, 7.6  # of an outlet's name, and from one line of it to the next
UNSTATED = "outlet not stated"
COLUMNS = ("Outlet", "With another outlet", "Alone")


def draw_support(brief: Brief) -> Figure | None:
    """Draw a bar for each outlet: solid for statements it shares, outlined for those it carries
    alone.
    """
    counts: dict[str, list[int]] = {}
    for statement in (s for section in brief.sections for s in section.statements):
        for outlet in carrying_outlets(statement):
            counts.setdefault(outlet, [0, 0])[len(statement.outlets) <= 1] += 1
    if not counts:
        return None
    ordered = sorted(counts, key=lambda outlet: (outlet == UNSTATED, -sum(counts[outlet]), outlet))
    rows = tuple((outlet, str(counts[outlet][0]), str(counts[outlet][1])) for outlet in ordered)
    said = "; ".join(f"{outlet} {shared} shared, {alone} alone" for outlet, shared, alone in rows)
    alt = f"Statements by outlet: {said}."
    shown = ordered[:MOST]
    scale = (WIDTH - NAME - 12) / max(sum(counts[outlet]) for outlet in shown)
    bars, y = [], TOP
    for outlet in shown:
        lines = svg.break_name(outlet, SIZE, NAME - 3)
        bars.append(_draw_bar(y, lines, counts[outlet], scale))
        y += ROW + (len(lines) - 1) * LINE
    more = f" {len(ordered) - MOST} more outlets are not drawn." if len(ordered) > MOST else ""
    return Figure(
        name="support",
        title="Statements by outlet",
        alt=alt,
        svg=svg.picture(WIDTH, y, alt, bars),
        caption=f"Statements by outlet. Solid: another outlet says so too; outlined: this one "
        f"alone.{more}",
        columns=COLUMNS,
        rows=rows,
    )


def carrying_outlets(statement: Statement) -> tuple[str, ...]:
    """The outlets that carry a statement, or the one word for none."""
    return statement.outlets or (UNSTATED,)


def _draw_bar(y: float, outlet: Sequence[str], counts: list[int], scale: float) -> str:
    shared, alone = counts
    solid, hollow = shared * scale, alone * scale
    return (
        "".join(svg.text(0, y + 7 + place * LINE, words, size=SIZE) for place,
        words in enumerate(outlet))
        + (svg.element("rect", x=NAME, y=y, width=solid, height=8,
        fill=svg.ACCENT) if shared else "")
        + (
            svg.element(
                "rect", x=NAME + solid + 0.3, y=y + 0.3, width=hollow - 0.6, height=7.4,
                fill="none", stroke=svg.ACCENT, stroke_width=0.6,
            )
            if alone
            else ""
        )
        + svg.text(NAME + solid + hollow + 3, y + 7, str(shared + alone), font_weight=600)
    )  # fmt: skip
