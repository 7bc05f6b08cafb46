"""What an article says of itself in its own lines: outlet, author and date.

Every fact carries the words that show it. What the words leave open stays None: an outlet that an
article merely mentions is not its outlet, and a file's clock is no date of publication.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.ingest import bylines, dateline, mastheads, outlets
from briefing.ingest.clean.page import Line
from briefing.language import late, wordlist
from briefing.model import Known, Mark, Span

_PATTERNS = wordlist.patterns("en", "words/stated_patterns")
_CRAWLED = _PATTERNS["crawled"]
_BY = _PATTERNS["by"]
_WITH_JOB = _PATTERNS["with_job"]
_PAIR = _PATTERNS["pair"]
_BETWEEN = late.pattern(r"\s[·•|–—/]\s")
_GAP, _PARTING = late.pattern(r"[\s|•·,–—-]+"), " |•·,–—-"  # between a date and who wrote
_LONGEST_DATE = 80  # characters of a line: "Posted on", weekday, day, hour and zone
_FEWEST_POSTS = 3  # days on lines of their own from which a text is one of dated posts
_MASTHEAD = 3  # lines: an outlet's name, a date, a title
_MOST_IN_LABEL = 14  # words of a line of labels over an article
_MOST_IN_BYLINE = 24
_LAST = 3  # lines at the end of an article among which a byline may stand
_WORDS = wordlist.read("en", "words/stated")
(_WROTE,) = _WORDS.entries("before a writer")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """What the text says of itself, and the marks over the words that say it."""

    outlet: Known | None = None
    author: Known | None = None
    published: Known | None = None
    updated: Known | None = None
    marks: tuple[Mark, ...] = ()


def stated_facts(text: str, lines: tuple[Line, ...]) -> StatedFacts:
    """Read date prefix, stand-alone dates and bylines; the marks keep the cleaner off them."""
    prefix = _date_prefix(text, lines[0].start if lines else 0)
    top = _before_prose(lines)
    dates = _date_lines(lines, top)
    byline = _read_byline(lines, top, text)
    house = _read_masthead(lines, top, text)
    over = (*prefix.marks, *dates.marks, *house.marks)
    marks = (*over, *(mark for mark in byline.marks if mark not in over))
    named = byline.outlet or house.outlet
    return replace(
        byline,
        outlet=named,
        published=prefix.published or _published_day(dates, house, byline),
        updated=dates.updated,
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
    )


def _published_day(dates: StatedFacts, house: StatedFacts, byline: StatedFacts) -> Known | None:
    """The day that a date alone, a masthead or a byline gives; none where the first two differ."""
    day, beside = dates.published, house.published
    if day and beside and day.value != beside.value:
        return None
    return day or beside or byline.published


def _date_prefix(text: str, first: int) -> StatedFacts:
    """Read the date that some crawlers write before an article's first words, which begin at
    `first`.
    """
    match = _CRAWLED.match(text, first)
    if match is None or len(dateline.find_days(match[1])) != 1:
        return StatedFacts()
    evidence = Span(start=match.start(1), end=match.end(1))
    return StatedFacts(
        published=Known(
            value=match[1], basis="stated", note="the date prefix of the file", evidence=(evidence,)
        ),
        marks=(
            Mark(
                start=first, end=match.end(), kind="metadata", reason="a date put before the text"
            ),
        ),
    )


def _before_prose(lines: tuple[Line, ...]) -> range:
    first = next((index for index, line in enumerate(lines) if line.prose), len(lines))
    return range(min(first, 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class _DateLine:
    """A line that is nothing but a date, and whether it stands over the article."""

    line: Line
    printed: dateline.Printed
    over: bool

    def fact(self, *, updated: bool) -> Known | None:
        """The day that it gives the article, or an update of it; None where it gives no such."""
        printed = self.printed
        same = printed.updated == updated
        day = printed.day if same else printed.changed if updated else None
        if day is None or not self.over:
            return None
        span = Span(start=self.line.start, end=self.line.end)
        return Known(value=day.isoformat(), basis="stated", evidence=(span,))


def _date_lines(lines: tuple[Line, ...], top: range) -> StatedFacts:
    """Read lines that are nothing but a date; those over the article date it, those of an update
    never do. A text with several such days all along has posts of its own days, and none for all.
    """
    found = [
        _DateLine(line=line, printed=printed, over=index in top)
        for index, line in enumerate(lines)
        if (printed := _date_alone(line, over=index in top))
    ]
    known = list(filter(None, (one.fact(updated=False) for one in found)))
    updates = filter(None, (one.fact(updated=True) for one in found))
    days = {one.printed.day for one in found} - {None}
    one_day = len({fact.value for fact in known}) == 1 and len(days) < _FEWEST_POSTS
    return StatedFacts(
        published=known[0] if one_day else None,
        updated=next(updates, None),
        marks=tuple(_label_mark(one.line, "a date that stands alone") for one in found),
    )


def _label_mark(line: Line, reason: str) -> Mark:
    return Mark(start=line.start, end=line.end, kind="metadata", reason=reason)


def _date_alone(line: Line, *, over: bool) -> dateline.Printed | None:
    """The date of a line that is nothing else; `over` an article it may be one part of a line of
    labels, or stand in a writer's byline.
    """
    printed = dateline.read_printed_date(line.text)
    if printed is None or not printed.rest:
        return printed
    if not over:
        return None
    printed = _dated_part(line) or printed
    return printed if not printed.rest or printed.rest.split()[0] == _WROTE else None


def _dated_part(line: Line) -> dateline.Printed | None:
    """The date that is one part of a line of labels: "Press release · No. 14 · 20 March 2025"."""
    parts = _BETWEEN.split(line.text)
    if len(parts) < 2 or line.words > _MOST_IN_LABEL:  # noqa: PLR2004 - no parts
        return None
    dates = [read for part in parts if (read := dateline.read_printed_date(part))]
    sure = [one for one in dates if not one.rest and one.day]
    return sure[0] if len(sure) == len(dates) == 1 else None


def _read_masthead(lines: tuple[Line, ...], top: range, text: str) -> StatedFacts:
    """Read the line "Outlet, date" over an article, or the outlet alone; lines that differ say
    nothing.
    """
    found = [
        (line, read)
        for line in lines[: len(top)]
        if (read := mastheads.read_dated_masthead(line, text))
    ]
    outlets = [read.outlet for _, read in found if read.outlet]
    # "Toronto, 11 March 2025" names no paper
    named = [] if outlets else [*_named_alone(lines, top), *_named_over_date(lines, top, text)]
    return StatedFacts(
        outlet=_sole_fact((*outlets, *(known for _, known in named))),
        published=_sole_fact(read.published for _, read in found),
        marks=tuple(
            _label_mark(line, "says where and when it appeared") for line, _ in (*found, *named)
        ),
    )


def _sole_fact(facts: Iterable[Known]) -> Known | None:
    """The one fact that lines agree on, None where they differ or say none."""
    different = {fact.value: fact for fact in facts}
    return next(iter(different.values())) if len(different) == 1 else None


def _named_alone(lines: tuple[Line, ...], top: range) -> list[tuple[Line, Known]]:
    """A paper's name on a line of its own: the first, over another line, or beside a date or
    byline.
    """
    found = []
    for index in top:
        known = mastheads.name_alone(lines[index], below=index > 0)
        near = [lines[at] for at in (index - 1, index + 1) if at in top]
        if known and ((index == 0 and near) or any(map(_dates_or_signs, near))):
            found.append((lines[index], known))
    return found


def _named_over_date(
    lines: tuple[Line, ...], top: range, text: str
) -> Iterator[tuple[Line, Known]]:
    """The name in the first line, where a date stands under it and under that a title."""
    if len(top) < _MASTHEAD or _dates_or_signs(lines[0]) or _dates_or_signs(lines[2]):
        return
    printed = dateline.read_printed_date(lines[1].text)
    known = mastheads.name_over_date(lines[0], text) if printed and not printed.rest else None
    if known:
        yield lines[0], known


def _dates_or_signs(line: Line) -> bool:
    """Whether a line is a date, a byline, or nothing but who wrote."""
    signed = _BY.fullmatch(line.text) is not None or bylines.names_persons(line.text)
    return signed or dateline.read_printed_date(line.text) is not None


def _read_byline(lines: tuple[Line, ...], top: range, text: str) -> StatedFacts:
    """Read "By X", "X, Staff Writer" and "Outlet – X", the last where the text names the outlet
    again.
    """
    named: frozenset[str] = frozenset()
    for index, line in enumerate(lines):
        over = index in top
        if not _may_be_byline(line, over=over, last=index >= len(lines) - _LAST):
            continue
        found = _read_plain_byline(line, over=over) or _names_by_date(lines, index, top)
        if found:
            return found
        pair = _PAIR.fullmatch(line.text) if over else None
        if pair:
            named = named or outlets.outlet_names(text, lines)
            if found := _outlet_and_author(line, pair, named):
                return found
    return StatedFacts()


def _may_be_byline(line: Line, *, over: bool, last: bool) -> bool:
    """Whether a line is short enough for a byline, and stands where one does."""
    return line.words <= _MOST_IN_BYLINE and (over or (last and not line.closed))


def _read_plain_byline(line: Line, *, over: bool) -> StatedFacts | None:
    """Read "By X", and over an article "X, Staff Writer"; else a byline with more in it."""
    match = _BY.fullmatch(line.text) or (_WITH_JOB.fullmatch(line.text) if over else None)
    if match is None:
        return _read_open_byline(line)
    house = (
        mastheads.outlet_beside(*_part_behind(line, match)) if match.re is _BY.compiled else None
    )
    return StatedFacts(
        author=_known_fact(line, match, "who"),
        outlet=house,
        published=_byline_day(line),
        marks=(_byline_mark(line),),
    )


def _read_open_byline(line: Line) -> StatedFacts | None:
    """Read a byline with more in it: "Posted by X on 4 March 2025", "By X March 4 at 3 PM
    Follow".
    """
    start = bylines.names_start(line.text)
    start = _names_behind_date(line) if start is None else start
    who, end = bylines.read_names(line.text, start) if start is not None else ("", 0)
    if start is None or not who or not bylines.ends_byline(line.text, end):
        return None
    span = Span(start=line.start + start, end=line.start + start + len(who))
    return StatedFacts(
        author=Known(value=who, basis="stated", note="byline", evidence=(span,)),
        published=_byline_day(line),
        marks=(_byline_mark(line),),
    )


def _names_behind_date(line: Line) -> int | None:
    """Where the names begin in a byline that opens with its date: "Posted on 4 May 2025 by X"."""
    for match in _GAP.finditer(line.text, 0, _LONGEST_DATE):
        start = bylines.names_start(line.text, match.end())
        if start is not None:
            printed = dateline.read_printed_date(line.text[: match.start()].strip(_PARTING))
            dated = printed is not None and printed.day is not None and not printed.rest
            return start if dated else None
    return None


def _byline_day(line: Line) -> Known | None:
    """The one day that a byline names, None where it is of an update."""
    days = set(dateline.find_days(line.text)) if not dateline.is_update(line.text) else set()
    if len(days) != 1:
        return None
    whole = (Span(start=line.start, end=line.end),)
    return Known(value=days.pop().isoformat(), basis="stated", note="byline", evidence=whole)


def _names_by_date(lines: tuple[Line, ...], index: int, top: range) -> StatedFacts | None:
    """Read a line over an article that is nothing but names of persons and the place they write
    from, beside a date alone; or a line of labels of which one part is such and another the date.
    """
    line = lines[index]
    parts = _BETWEEN.split(line.text) if line.words <= _MOST_IN_LABEL else [line.text]
    who = next(filter(None, map(bylines.persons_alone, parts)), "") if index in top else ""
    beside = [lines[at].text for at in (index - 1, index + 1) if at in top]
    if not who or not any(map(dateline.read_printed_date, parts if parts[1:] else beside)):
        return None
    start = line.start + line.text.index(who)
    span = Span(start=start, end=start + len(who))
    return StatedFacts(
        author=Known(value=who, basis="stated", note="byline", evidence=(span,)),
        published=_byline_day(line),
        marks=(_byline_mark(line),),
    )


def _part_behind(line: Line, match: re.Match[str]) -> tuple[str | None, int]:
    return match["what"], line.start + max(match.start("what"), 0)


def _outlet_and_author(
    line: Line, pair: re.Match[str], named: frozenset[str]
) -> StatedFacts | None:
    """Read "Outlet – X" where only one of the two is known as an outlet from the rest of the
    text.
    """
    for house, person in (("first", "second"), ("second", "first")):
        if pair[house] in named and pair[person] not in named and " " in pair[person]:
            return StatedFacts(
                outlet=_known_fact(line, pair, house),
                author=_known_fact(line, pair, person),
                marks=(_byline_mark(line),),
            )
    return None


def _known_fact(line: Line, match: re.Match[str], group: str) -> Known:
    span = Span(start=line.start + match.start(group), end=line.start + match.end(group))
    return Known(value=match[group], basis="stated", note="byline", evidence=(span,))


def _byline_mark(line: Line) -> Mark:
    return Mark(start=line.start, end=line.end, kind="byline", reason="names the author")
