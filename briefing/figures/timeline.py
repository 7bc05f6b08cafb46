"""Events and source dates on one axis: the older ones drawn together, the latest ones apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.figures import svg
from briefing.figures.figure import Figure
from briefing.language import dates, edtf
from briefing.model import Brief, Document

WIDTH, LEFT, LANE, DOT = 290.0, 34.0, 11.0, 4.6
# The axis breaks where the last weeks would else be a speck: they get this share of the width.
RECENT, SHARE, GAP = timedelta(days=28), 0.52, 14.0
TOGETHER = 3
COLUMNS = ("What", "Date", "Covers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing with a date: `first` and `last` are the days it may lie in."""

    label: str
    edtf: str
    first: date
    last: date
    source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One or two straight stretches of time, side by side: days to horizontal places."""

    start: date
    end: date
    break_at: date | None

    def x(self, day: date) -> float:
        """Give the place of a day."""
        room = WIDTH - LEFT - 10
        if self.break_at is None:
            return LEFT + room * _part(self.start, self.end, day)
        old = room * (1 - SHARE) - GAP
        if day < self.break_at:
            return LEFT + old * _part(self.start, self.break_at, day)
        return LEFT + old + GAP + room * SHARE * _part(self.break_at, self.end, day)


def timeline(brief: Brief, documents: Mapping[str, Document]) -> Figure | None:
    """Draw the events by their number in the timeline table, and the sources by theirs.

    A date that is a range, a month or a year is drawn as long as it is. Open ranges end at the cut-off.
    """
    told = [(str(n), event.date, False) for n, event in enumerate(brief.timeline, 1)]
    known = {entry.number: documents.get(entry.id) or entry.document for entry in brief.sources if entry.number}
    dated = [(str(n), d.published.value, True) for n, d in sorted(known.items()) if d and d.published]
    items = [item for item in (_item(*row) for row in (*told, *dated)) if item]
    if not any(not item.source for item in items):
        return None
    axis = _axis(items)
    events, lanes = _lane(merged([i for i in items if not i.source]), axis)
    sources, more = _lane(merged([i for i in items if i.source]), axis)
    base = lanes * LANE + 4
    height = base + 13 + more * LANE + 2
    rows = tuple((f"{'Source' if i.source else 'Event'} {i.label}", dates.words(i.edtf), _covers(i)) for i in items)
    alt = _alt(items)
    drawn = (
        *_ticks(axis, base),
        *(_mark(item, axis, base - 7.5 - lane * LANE) for item, lane in events),
        *(_mark(item, axis, base + 19 + lane * LANE) for item, lane in sources),
        svg.text(0, base - 5, "Events", fill=svg.QUIET),
        svg.text(0, base + 21.5, "Sources", fill=svg.QUIET) if sources else "",
    )
    broken = " The axis changes its scale at the break." if axis.break_at else ""
    return Figure(
        name="timeline",
        title="Timeline of events and sources",
        alt=alt,
        svg=svg.picture(WIDTH, height, alt, drawn),
        caption=f"Events and source dates, by their numbers below; a bar is a date known only as a range.{broken}",
        columns=COLUMNS,
        rows=rows,
    )


def merged(items: Sequence[Item]) -> list[Item]:
    """Join items of one kind and date into one mark: "7, 8", "6–40", "3 and 9 more"."""
    found: dict[tuple[date, date], list[Item]] = {}
    for item in items:
        found.setdefault((item.first, item.last), []).append(item)
    return [replace(group[0], label=_joint([item.label for item in group])) for group in found.values()]


def _joint(labels: Sequence[str]) -> str:
    if len(labels) <= TOGETHER:
        return ", ".join(labels)
    numbers = [int(label) for label in labels]
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{labels[0]}–{labels[-1]}"
    return f"{labels[0]} and {len(labels) - 1} more"


def _item(label: str, when: str, source: bool) -> Item | None:  # noqa: FBT001 - a row of data
    if not edtf.valid(when):
        return None
    first, last = edtf.bounds(when)
    if first == date.min:
        first = last
    if last == date.max:
        last = first
    return Item(label=label, edtf=when, first=first, last=last, source=source)


def _covers(item: Item) -> str:
    return "1 day" if item.first == item.last else f"{(item.last - item.first).days + 1} days"


def _alt(items: Sequence[Item]) -> str:
    events = [item for item in items if not item.source]
    said = "; ".join(f"{item.label}: {dates.words(item.edtf)}" for item in events[:20])
    count = f"{len(events)} events" if len(events) > 1 else "1 event"
    sources = [item for item in items if item.source]
    dated = f" {len(sources)} sources are dated below the axis." if sources else ""
    return f"Timeline of {count}, by number: {said}.{dated}"


def _axis(items: Sequence[Item]) -> Axis:
    start, end = min(i.first for i in items), max(i.last for i in items)
    if start == end:
        start, end = start - timedelta(days=1), end + timedelta(days=1)
    recent = end - RECENT
    late = [item for item in items if item.first >= recent and not item.source]
    broken = (end - start) > RECENT * 4 and len(late) > 1 and len(late) < len(items)
    return Axis(start=date(start.year, 1, 1) if broken else start, end=end, break_at=recent if broken else None)


def _part(start: date, end: date, day: date) -> float:
    return min(max((day - start) / (end - start), 0.0), 1.0)


def _lane(items: Sequence[Item], axis: Axis) -> tuple[list[tuple[Item, int]], int]:
    """Lay items into as few lanes as keep them apart, in order of date."""
    ends: list[float] = []
    laid = []
    for item in sorted(items, key=lambda i: (i.first, i.last, len(i.label), i.label)):
        left, right = _extent(item, axis)
        lane = next((n for n, end in enumerate(ends) if left > end + 1.5), len(ends))
        ends[lane : lane + 1] = [right]
        laid.append((item, lane))
    return laid, len(ends)


def _half(item: Item) -> float:
    """Give half the width of a mark, so that its label fits."""
    return max(DOT, svg.wide(item.label, 6.6) / 2 + 2)


def _extent(item: Item, axis: Axis) -> tuple[float, float]:
    left, right = axis.x(item.first), axis.x(item.last)
    middle, half = _middle(item, axis), _half(item)
    return min(left, middle - half), max(right, middle + half)


def _middle(item: Item, axis: Axis) -> float:
    """Give the place of a mark: midway in its date, but inside the picture."""
    half = _half(item)
    return min(max((axis.x(item.first) + axis.x(item.last)) / 2, LEFT - DOT + half), WIDTH - half)


def _mark(item: Item, axis: Axis, y: float) -> str:
    left, right = axis.x(item.first), axis.x(item.last)
    middle, half = _middle(item, axis), _half(item)
    colour = svg.INK if item.source else svg.ACCENT
    length = right - left
    bar = svg.element("rect", x=left, y=y - 1.6, width=length, height=3.2, fill=colour, fill_opacity=0.35)
    paint: dict[str, str | float | int | None] = {"rx": DOT, "fill": colour}
    if item.source:
        paint = {"fill": svg.PAPER, "stroke": colour, "stroke_width": 0.8}
    shape = svg.element("rect", x=middle - half, y=y - DOT, width=2 * half, height=2 * DOT, **paint)
    ink = svg.INK if item.source else svg.PAPER
    label = svg.text(middle, y + 2.3, item.label, 6.6, text_anchor="middle", font_weight=600, fill=ink)
    return (bar if length > 1 else "") + shape + label


def _ticks(axis: Axis, base: float) -> list[str]:
    """Draw the axis with its dates: years on the old stretch, days on the recent one."""
    parts: list[str] = []
    taken = 0.0
    recent = axis.break_at or axis.start
    edge = axis.x(recent)
    if axis.break_at:
        old = axis.x(axis.break_at - timedelta(days=1))
        parts += [svg.line(LEFT, base, old, base, stroke=svg.INK)]
        parts += [svg.line(x, base + 3, x + 3, base - 3, stroke=svg.INK) for x in (old, edge - 5)]
        years = range(axis.start.year, axis.break_at.year + 1)
        labels, taken = _labels(axis, [(date(year, 1, 1), str(year)) for year in years], base, old, 0)
        parts += labels
    parts.append(svg.line(edge, base, WIDTH - 10, base, stroke=svg.INK))
    span = (axis.end - recent).days
    if span > 365 * 3:
        days = [(date(year, 1, 1), str(year)) for year in range(recent.year + 1, axis.end.year + 1)]
    elif span > 90:  # noqa: PLR2004 - beyond a season months say more than days
        days = [(d, dates.words(d.isoformat()[:7])) for d in _months(recent, axis.end)]
    else:
        step = 7 if span > 10 else 1  # noqa: PLR2004 - a day each as long as they fit
        days = [(axis.end - timedelta(days=n), "") for n in range(0, span + 1, step)]
        days = [(d, dates.words(d.isoformat())) for d, _ in reversed(days)]
    return parts + _labels(axis, days, base, WIDTH, taken)[0]


def _months(start: date, end: date) -> list[date]:
    found, day = [], date(start.year, start.month, 1)
    while day <= end:
        if day >= start:
            found.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found


def _labels(
    axis: Axis, days: Sequence[tuple[date, str]], base: float, limit: float, taken: float
) -> tuple[list[str], float]:
    """Write as many dates under the axis as fit side by side from `taken` on; also say where they end."""
    parts = []
    for day, words in days:
        x, half = axis.x(day), svg.wide(words, 6.6) / 2
        if x - half < taken or x + half > limit:
            continue
        parts += [svg.line(x, base, x, base + 2.5, stroke=svg.INK)]
        parts += [svg.text(x, base + 9, words, size=6.6, fill=svg.QUIET, text_anchor="middle")]
        taken = x + half + 5
    return parts, taken
