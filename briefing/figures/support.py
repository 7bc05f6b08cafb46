"""How many statements each outlet carries, and how many of them it carries alone."""

from collections.abc import Sequence

from briefing.figures import svg
from briefing.figures.figure import Figure
from briefing.language.phrases import Phrases
from briefing.model import Brief

WIDTH, ROW, TOP, NAME, MOST = 150.0, 12.0, 4.0, 72.0, 8
SIZE, LINE = 7.2, 7.6  # of an outlet's name, and from one line of it to the next


def draw_support(brief: Brief, words: Phrases) -> Figure | None:
    """Draw a bar for each outlet: solid for statements it shares, outlined for those it carries
    alone.
    """
    say, unstated = words.say, words.say("outlet_unstated")
    counts: dict[str, list[int]] = {}
    for statement in brief.statements:
        for outlet in statement.outlets or (unstated,):
            counts.setdefault(outlet, [0, 0])[len(statement.outlets) <= 1] += 1
    if not counts:
        return None
    ordered = sorted(counts, key=lambda outlet: (outlet == unstated, -sum(counts[outlet]), outlet))
    rows = tuple((outlet, str(counts[outlet][0]), str(counts[outlet][1])) for outlet in ordered)
    said = words.list_apart(
        [
            say("support_row", outlet=outlet, shared=shared, alone=alone)
            for outlet, shared, alone in rows
        ]
    )
    alt = say("support_alt", rows=said)
    shown = ordered[:MOST]
    scale = (WIDTH - NAME - 12) / max(sum(counts[outlet]) for outlet in shown)
    bars, y = [], TOP
    for outlet in shown:
        lines = svg.break_name(outlet, SIZE, NAME - 3)
        bars.append(_draw_bar(y, lines, counts[outlet], scale))
        y += ROW + (len(lines) - 1) * LINE
    left = len(ordered) - MOST
    more = " " + say("support_more", count=left) if left > 0 else ""
    return Figure(
        name="support",
        title=say("support_title"),
        alt=alt,
        svg=svg.picture(WIDTH, y, alt, bars, words.direction),
        caption=say("support_caption") + more,
        columns=(say("support_outlet"), say("support_shared"), say("support_alone")),
        rows=rows,
    )


def _draw_bar(y: float, outlet: Sequence[str], counts: list[int], scale: float) -> str:
    shared, alone = counts
    solid, hollow = shared * scale, alone * scale
    named = (
        svg.text(0, y + 7 + place * LINE, words, size=SIZE) for place, words in enumerate(outlet)
    )
    full = svg.element("rect", x=NAME, y=y, width=solid, height=8, fill=svg.ACCENT)
    return (
        "".join(named)
        + (full if shared else "")
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
