"""Events and source dates on one axis: the older ones drawn together, the latest ones apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.figures import svg
from briefing.figures.figure import Figure
from briefing.language import edtf
from briefing.language.calendar_words import CalendarWords
from briefing.language.phrases import Phrases
from briefing.model import Brief, Document

WIDTH, LEFT, LANE, DOT = 290.0, 34.0, 11.0, 4.6
# The axis breaks where the last weeks would else be a speck: they get as much of the width as they
# have of the marks,
# within these bounds.
RECENT, LEAST, MOST, GAP = timedelta(days=28), 0.42, 0.62, 14.0
YEARS = timedelta(days=3 * 365)  # a longer stretch is told in years, a shorter one in months
TOGETHER = 3
# More lanes than this are no picture any more: what lies within a slot of the axis is then drawn
# together.
LANES, SLOT = 5, 16.0
MANY = "×"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """A thing with a date: `first` and `last` are the days it may lie in."""

    label: str
    edtf: str
    first: date
    last: date
    source: bool
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One or two straight stretches of time, side by side: days to horizontal places."""

    start: date
    end: date
    break_at: date | None
    share: float = 0.5

    def x(self, day: date) -> float:
        """The place of a day."""
        room = WIDTH - LEFT - 10
        if self.break_at is None:
            return LEFT + room * _part_of_span(self.start, self.end, day)
        old = room * (1 - self.share) - GAP
        if day < self.break_at:
            return LEFT + old * _part_of_span(self.start, self.break_at, day)
        return LEFT + old + GAP + room * self.share * _part_of_span(self.break_at, self.end, day)


def draw_timeline(brief: Brief, documents: Mapping[str, Document], words: Phrases) -> Figure | None:
    """Draw the events by their number in the timeline table, and the sources by theirs.

    A date that is a range, a month or a year is drawn as long as it is. Open ranges end at the
    cut-off.
    """
    items = _read_items(brief, documents)
    happened = [item for item in items if not item.source]
    if not happened:
        return None
    axis = _make_axis(items)
    events, lanes = _lay_lanes(merge_items(happened, words), axis)
    appeared = [item for item in items if item.source]
    sources, more = _lay_lanes(merge_items(appeared, words), axis)
    base = lanes * LANE + 4
    alt, say = _alternative_text(items, words), words.say
    drawn = (
        *_draw_ticks(axis, base, words.days),
        *(_draw_mark(item, axis, base - 7.5 - lane * LANE) for item, lane in events),
        *(_draw_mark(item, axis, base + 19 + lane * LANE) for item, lane in sources),
        *_name_sides(base, words, sourced=bool(sources)),
    )
    return Figure(
        name="timeline",
        title=say("timeline_title"),
        alt=alt,
        svg=svg.picture(WIDTH, base + 13 + more * LANE + 2, alt, drawn, words.direction),
        caption=_write_caption(axis, [item for item, _ in (*events, *sources)], words),
        columns=(say("timeline_what"), say("timeline_date"), say("timeline_covers")),
        rows=tuple(_table_row(item, words) for item in items),
    )


def _name_sides(base: float, words: Phrases, *, sourced: bool) -> Iterator[str]:
    """What stands above the axis, and, where sources are dated, what below."""
    yield svg.text(0, base - 5, words.say("timeline_events"), fill=svg.QUIET)
    if sourced:
        yield svg.text(0, base + 21.5, words.say("timeline_dated"), fill=svg.QUIET)


def _write_caption(axis: Axis, drawn: Sequence[TimelineItem], words: Phrases) -> str:
    notes = [words.say("timeline_caption")]
    if axis.break_at:
        notes.append(words.say("timeline_break"))
    if any(MANY in item.label for item in drawn):
        notes.append(words.say("timeline_together"))
    return " ".join(notes)


def _read_items(brief: Brief, documents: Mapping[str, Document]) -> list[TimelineItem]:
    """What can be drawn: the events by their number, then the sources by theirs."""
    told = [(str(n), event.date, False) for n, event in enumerate(brief.timeline, 1)]
    dated = [(str(n), day, True) for n, day in sorted(_source_days(brief, documents).items())]
    return [item for item in (_make_item(*row) for row in (*told, *dated)) if item]


def _source_days(brief: Brief, documents: Mapping[str, Document]) -> dict[int, str]:
    """When numbered sources appeared (EDTF), where that is known, by their numbers."""
    known = {entry.number: documents.get(entry.id) or entry.document for entry in brief.sources}
    return {
        number: document.published.value
        for number, document in known.items()
        if number and document and document.published
    }


def _table_row(item: TimelineItem, words: Phrases) -> tuple[str, str, str]:
    """An item as the figure's table has it: what it is, its date, the days that it covers."""
    name = words.say("timeline_source" if item.source else "timeline_event", label=item.label)
    covered = words.say("days", count=(item.last - item.first).days + 1)
    return name, words.days.say(item.edtf), covered


def merge_items(items: Sequence[TimelineItem], words: Phrases) -> list[TimelineItem]:
    """Join items of one kind and date into one mark: "7, 8", "6–40", "3 and 9 more"."""
    found: dict[tuple[date, date], list[TimelineItem]] = {}
    for item in items:
        found.setdefault((item.first, item.last), []).append(item)
    return [
        replace(
            group[0], label=_join_labels([item.label for item in group], words), count=len(group)
        )
        for group in found.values()
    ]


def _join_labels(labels: Sequence[str], words: Phrases) -> str:
    if len(labels) <= TOGETHER:
        return ", ".join(labels)
    numbers = [int(label) for label in labels]
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{labels[0]}–{labels[-1]}"
    return words.say("timeline_more", label=labels[0], count=len(labels) - 1)


# Called with a row of data, `source` the last of it.
def _make_item(label: str, when: str, source: bool) -> TimelineItem | None:  # noqa: FBT001
    if not edtf.is_valid(when):
        return None
    first, last = edtf.bounds(when)
    if first == date.min:
        first = last
    if last == date.max:
        last = first
    return TimelineItem(label=label, edtf=when, first=first, last=last, source=source)


def _alternative_text(items: Sequence[TimelineItem], words: Phrases) -> str:
    events = [item for item in items if not item.source]
    told = words.list_apart([f"{item.label}: {words.days.say(item.edtf)}" for item in events[:20]])
    said = words.say("timeline_alt", count=len(events), events=told)
    sources = len(items) - len(events)
    return f"{said} {words.say('timeline_sources', count=sources)}" if sources else said


def _make_axis(items: Sequence[TimelineItem]) -> Axis:
    start, end = min(i.first for i in items), max(i.last for i in items)
    if start == end:
        start, end = start - timedelta(days=1), end + timedelta(days=1)
    recent = end - RECENT
    late = [item for item in items if item.first >= recent and not item.source]
    if end - start <= RECENT * 4 or not 1 < len(late) < len(items):
        return Axis(start=start, end=end, break_at=None)
    first = date(start.year, 1 if recent - start > YEARS else start.month, 1)
    share = min(max(_share_since(items, recent), LEAST), MOST)
    return Axis(start=first, end=end, break_at=recent, share=share)


def _share_since(items: Sequence[TimelineItem], recent: date) -> float:
    """Which share of the marks stands from a day on; what is drawn on one spot is one mark."""
    marks = {(item.first, item.last, item.source) for item in items}
    return sum(first >= recent for first, _, _ in marks) / len(marks)


def _part_of_span(start: date, end: date, day: date) -> float:
    return min(max((day - start) / (end - start), 0.0), 1.0)


def _lay_lanes(
    items: Sequence[TimelineItem], axis: Axis
) -> tuple[list[tuple[TimelineItem, int]], int]:
    """Lay items into as few lanes as keep them apart, in order of date; too many lanes, and
    neighbours are joined.
    """
    laid, lanes = _keep_apart(items, axis)
    return (laid, lanes) if lanes <= LANES else _keep_apart(_join_slots(items, axis), axis)


def _join_slots(items: Sequence[TimelineItem], axis: Axis) -> list[TimelineItem]:
    """Join the items whose middles lie in one slot of the axis: "12×", drawn where the shortest of
    them is.
    """
    slots: dict[int, list[TimelineItem]] = {}
    for item in items:
        slots.setdefault(int((axis.x(item.first) + axis.x(item.last)) / 2 / SLOT), []).append(item)
    joined = []
    for group in slots.values():
        count = sum(item.count for item in group)
        middle = min(group, key=lambda item: (item.last - item.first, item.first))
        joined.append(
            replace(middle, label=f"{count}{MANY}", count=count) if len(group) > 1 else group[0]
        )
    return joined


def _keep_apart(
    items: Sequence[TimelineItem], axis: Axis
) -> tuple[list[tuple[TimelineItem, int]], int]:
    ends: list[float] = []
    laid = []
    for item in sorted(items, key=lambda i: (i.first, i.last, len(i.label), i.label)):
        left, right = _item_extent(item, axis)
        lane = next((n for n, end in enumerate(ends) if left > end + 1.5), len(ends))
        ends[lane : lane + 1] = [right]
        laid.append((item, lane))
    return laid, len(ends)


def _half_width(item: TimelineItem) -> float:
    """Half the width of a mark, so that its label fits."""
    return max(DOT, svg.text_width(item.label, 6.6) / 2 + 2)


def _item_extent(item: TimelineItem, axis: Axis) -> tuple[float, float]:
    left, right = axis.x(item.first), axis.x(item.last)
    middle, half = _item_middle(item, axis), _half_width(item)
    return min(left, middle - half), max(right, middle + half)


def _item_middle(item: TimelineItem, axis: Axis) -> float:
    """The place of a mark: midway in its date, but inside the picture."""
    half = _half_width(item)
    return min(max((axis.x(item.first) + axis.x(item.last)) / 2, LEFT - DOT + half), WIDTH - half)


def _draw_mark(item: TimelineItem, axis: Axis, y: float) -> str:
    left, right = axis.x(item.first), axis.x(item.last)
    middle, half = _item_middle(item, axis), _half_width(item)
    colour = svg.INK if item.source else svg.ACCENT
    length = right - left
    bar = svg.element(
        "rect", x=left, y=y - 1.6, width=length, height=3.2, fill=colour, fill_opacity=0.35
    )
    paint: dict[str, str | float | int | None] = {"rx": DOT, "fill": colour}
    if item.source:
        paint = {"fill": svg.PAPER, "stroke": colour, "stroke_width": 0.8}
    shape = svg.element("rect", x=middle - half, y=y - DOT, width=2 * half, height=2 * DOT, **paint)
    ink = svg.INK if item.source else svg.PAPER
    label = svg.text(
        middle, y + 2.3, item.label, 6.6, text_anchor="middle", font_weight=600, fill=ink
    )
    return (bar if length > 1 else "") + shape + label


def _draw_ticks(axis: Axis, base: float, days: CalendarWords) -> list[str]:
    """Draw the axis with its dates: years or months on the old stretch, days on the recent one."""
    parts: list[str] = []
    taken = 0.0
    recent = axis.break_at or axis.start
    edge = axis.x(recent)
    if axis.break_at:
        last = axis.break_at - timedelta(days=1)
        old = axis.x(last)
        parts += [svg.line(LEFT, base, old, base, stroke=svg.INK)]
        parts += [svg.line(x, base + 3, x + 3, base - 3, stroke=svg.INK) for x in (old, edge - 5)]
        labels, taken = _write_dates(axis, _axis_dates(axis.start, last, days), base, old + GAP, 0)
        parts += labels
    parts.append(svg.line(edge, base, WIDTH - 10, base, stroke=svg.INK))
    return parts + _write_dates(axis, _axis_dates(recent, axis.end, days), base, WIDTH, taken)[0]


def _axis_dates(start: date, end: date, words: CalendarWords) -> list[tuple[date, str]]:
    """The dates to write under a stretch of time, and how: years, months, or days up to its
    end.
    """
    span = end - start
    if span > YEARS:
        first = start.year if start == date(start.year, 1, 1) else start.year + 1
        return [(date(year, 1, 1), str(year)) for year in range(first, end.year + 1)]
    if span.days > 90:  # noqa: PLR2004 - beyond a season months say more than days
        return [(day, words.say(day.isoformat()[:7])) for day in _axis_months(start, end)]
    step = 7 if span.days > 10 else 1  # noqa: PLR2004 - a day each as long as they fit
    days = [end - timedelta(days=n) for n in range(0, span.days + 1, step)]
    return [(day, words.say(day.isoformat())) for day in reversed(days)]


def _axis_months(start: date, end: date) -> list[date]:
    found, day = [], date(start.year, start.month, 1)
    while day <= end:
        if day >= start:
            found.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found


def _write_dates(
    axis: Axis, days: Sequence[tuple[date, str]], base: float, limit: float, taken: float
) -> tuple[list[str], float]:
    """Write as many dates under the axis as fit side by side from `taken` on; also say where they
    end.
    """
    parts = []
    for day, words in days:
        x, half = axis.x(day), svg.text_width(words, 6.6) / 2
        if x - half < taken or x + half > limit:
            continue
        parts += [svg.line(x, base, x, base + 2.5, stroke=svg.INK)]
        parts += [svg.text(x, base + 9, words, size=6.6, fill=svg.QUIET, text_anchor="middle")]
        taken = x + half + 5
    return parts, taken
