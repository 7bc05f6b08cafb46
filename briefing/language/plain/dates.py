"""Dates of a pack: its own small grammar, a file of patterns whose names say what they mean.

A pattern's name up to its first underscore is its meaning (see `_READ`), its named groups what it
is made of. Of matches that overlap the one that begins first counts, of those the longest. What
isn't certain has no date: a day without year that may lie behind or ahead, a weekday whose sentence
has no tense, anything relative inside a quotation or in an article without a day of its own.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from briefing.language import edtf, wordlist
from briefing.language.plain import calendar
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Basis, Dated, Document, Passage, Span

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SAID = "the text says"  # how a supplied date notes that the article prints another
_SOON = (
    14  # days by which a day without year may lie on the side its sentence's tense speaks against
)
_REACH = 60  # characters before an expression in which words may make it a part of something
_NEAR = 120  # days within which a day without year is of the year that puts it there


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScene:
    """What surrounds an expression: the article's day (None where it isn't sure), tense, other years,
    and whether it is quoted.
    """

    day: date | None
    past: bool
    future: bool
    quoted: bool
    other_year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """What an expression means: EDTF or None, and whether the words alone say it."""

    edtf: str | None
    stated: bool


_OPEN = DateValue(edtf=None, stated=False)
Words = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class DateRules:
    """The grammar of dates of one pack. Not slotted: it is read when it is first asked for."""

    lexicon: Lexicon

    def resolve(self, document: Document, passage: Passage) -> tuple[Dated, ...]:
        """The date expressions of a passage in order, none overlapping another, placed by the
        document's own day where that is certain.
        """
        day, found = _anchor_day(document), []
        for sentence in passage.sentences:
            ahead = document.text[passage.start : sentence.start]
            matches = tuple(self._matches(document.text, sentence))
            closed = self._closed(document.text, sentence, matches)
            for match in matches:
                scene = self._scene(document.text, sentence, match, day, ahead)
                value = self._read(match, scene)
                if value is not None:
                    found.append(_make_dated(match, _OPEN if match in closed else value))
        return tuple(found)

    def _closed(
        self, text: str, sentence: Span, matches: Sequence[re.Match[str]]
    ) -> frozenset[re.Match[str]]:
        """The matches that stand within something wider: "the third week of 2027", "between May and
        2018"; the whole isn't read, so the part isn't the date.
        """
        found = set()
        for match in matches:
            start, end = _extent(match)
            before, after = text[sentence.start : start], text[end : sentence.end]
            if _ends(self._wider_before, before) or _begins(self._wider_after, after):
                found.add(match)
        for one, other in pairwise(matches):
            between = text[_extent(one)[1] : _extent(other)[0]]
            if self._joining is not None and self._joining.fullmatch(between):
                found.update((one, other))
        return frozenset(found)

    def _scene(
        self, text: str, sentence: Span, match: re.Match[str], day: date | None, ahead: str
    ) -> DateScene:
        said = text[sentence.start : sentence.end]
        years = {int(found) for found in _YEAR.findall(ahead + said)}
        before = text[sentence.start : match.start()]
        return DateScene(
            day=day,
            past=_shows(self._past, said),
            future=_shows(self._future, said),
            quoted=_is_quoted(before, self.lexicon.quotes),
            other_year=bool(years - {day.year if day else 0}),
        )

    def _read(self, match: re.Match[str], scene: DateScene) -> DateValue | None:
        """The meaning of a match by the name of its pattern; None for what only looks like a
        date.
        """
        name = next(name for name, pattern in self.patterns.items() if pattern is match.re)
        return _READ[name.partition("_")[0]](match.groupdict(""), scene, self.tables)

    def _matches(self, text: str, sentence: Span) -> Iterator[re.Match[str]]:
        """The matches that count, in order."""
        found = [
            match
            for pattern in self.patterns.values()
            for match in pattern.finditer(text, sentence.start, sentence.end)
        ]
        end = sentence.start
        for match in sorted(found, key=_order):
            if _extent(match)[0] >= end:
                end = match.end()
                yield match

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The patterns that mean something, by name; others are parts of those. None where the pack
        has no file of them.
        """
        if not wordlist.is_there(self.lexicon.code, "date_patterns"):
            return {}
        tables = self.tables
        found = wordlist.patterns(
            self.lexicon.code,
            "date_patterns",
            months=tables.months,
            weekdays=tables.weekdays,
            numbers=tables.numbers,
            units=tables.units,
            near=tables.near,
            spans=tables.spans,
        )
        return {name: one for name, one in found.items() if name.partition("_")[0] in _READ}

    @cached_property
    def tables(self) -> "DateTables":
        """What the words of dates stand for."""
        rows = self.lexicon.rows
        return DateTables(
            months=_read_table(rows("dates", "months")),
            weekdays=_read_table(rows("dates", "weekdays")),
            numbers=_read_table(rows("dates", "numbers"), capital=True),
            near=_read_table(rows("dates", "near"), capital=True),
            units={form: row[0] for row in rows("dates", "units") for form in row[1:]},
            spans={
                form: (row[0], int(row[1]))
                for row in rows("dates", "spans")
                for entry in row[2:]
                for form in (entry, _capitalise(entry))
            },
        )

    @cached_property
    def _wider_before(self) -> re.Pattern[str] | None:
        entries = self.lexicon.entries("dates", "wider before")
        return re.compile(f"(?:{'|'.join(entries)})$", re.IGNORECASE) if entries else None

    @cached_property
    def _wider_after(self) -> re.Pattern[str] | None:
        entries = self.lexicon.entries("dates", "wider after")
        return re.compile("|".join(entries), re.IGNORECASE) if entries else None

    @cached_property
    def _joining(self) -> re.Pattern[str] | None:
        entries = self.lexicon.entries("dates", "joining")
        joined = "|".join(entries)
        return re.compile(rf"[\s,،]*(?:{joined})?\s*", re.IGNORECASE) if entries else None

    @cached_property
    def _past(self) -> re.Pattern[str] | None:
        return self.lexicon.expression("dates", "past")

    @cached_property
    def _future(self) -> re.Pattern[str] | None:
        return self.lexicon.expression("dates", "future")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTables:
    """What words of dates stand for: numbers of months and weekdays (1 is Monday), counts, days from
    today, units, and stretches from today as unit and number.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    near: Mapping[str, int]
    units: Mapping[str, str]
    spans: Mapping[str, tuple[str, int]]


def _read_table(rows: Sequence[Sequence[str]], *, capital: bool = False) -> dict[str, int]:
    """Forms by what they stand for; with `capital` also as they open a sentence."""
    table = {}
    for row in rows:
        for form in row[1:]:
            table[form] = int(row[0])
            if capital:
                table[_capitalise(form)] = int(row[0])
    return table


def _capitalise(form: str) -> str:
    return form[:1].upper() + form[1:]


def _anchor_day(document: Document) -> date | None:
    """The day from which relative dates count: the article's, if it is one and not in doubt."""
    known = document.published
    if known is None or known.note.startswith(_SAID) or not edtf.is_day(known.value):
        return None
    return date.fromisoformat(known.value)


def _shows(sign: re.Pattern[str] | None, text: str) -> bool:
    return sign is not None and sign.search(text) is not None


def _is_quoted(before: str, quotes: Sequence[tuple[str, str]]) -> bool:
    """Whether a quotation is open behind these words of a sentence."""
    if before.count('"') % 2:
        return True
    return any(
        opening != closing and before.count(opening) > before.count(closing)
        for opening, closing in quotes
    )


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Where the expression of a match begins and ends."""
    return match.span("span") if "span" in match.re.groupindex else match.span()


def _order(match: re.Match[str]) -> tuple[int, int]:
    """Put what begins first first, of those the longest."""
    start, end = _extent(match)
    return start, -end


def _ends(sign: re.Pattern[str] | None, text: str) -> bool:
    """Whether `sign`, which says so itself, stands at the end of the last words of a text."""
    return sign is not None and sign.search(text[-_REACH:]) is not None


def _begins(sign: re.Pattern[str] | None, text: str) -> bool:
    return sign is not None and sign.match(text) is not None


def _make_dated(match: re.Match[str], value: DateValue) -> Dated:
    basis: Basis = "stated" if value.stated else "inferred"
    start, end = _extent(match)
    return Dated(start=start, end=end, edtf=value.edtf, relative=not value.stated, basis=basis)


def _number(words: Words, name: str, table: Mapping[str, int]) -> int | None:
    """The number that a group holds, in figures or as a word of `table`."""
    found = words.get(name, "")
    return int(found) if found.isdecimal() else table.get(found, table.get(found.lower()))


def _read_date(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A day of a month, with its year or without."""
    day = _number(words, "day", tables.numbers) or _number(words, "counted", tables.numbers)
    month = _number(words, "month", tables.months)
    if day is None or month is None:
        return None
    year = _named_year(words, scene)
    if year is None:
        return _place_day(month, day, words, scene, tables)
    found = calendar.make_day(year, month, day)
    if found is None or _is_other_weekday(words, found, tables):
        return _OPEN
    return DateValue(edtf=found.isoformat(), stated=bool(words.get("year")))


def _is_other_weekday(words: Words, day: date, tables: DateTables) -> bool:
    """Whether a weekday stands beside a date that it isn't."""
    named = _number(words, "weekday", tables.weekdays)
    return named is not None and named != day.isoweekday()


def _named_year(words: Words, scene: DateScene) -> int | None:
    """The year that an expression names, in figures or from the article's own."""
    if words.get("year"):
        return calendar.full_year(words["year"])
    shifts = [shift for name, shift in (("last", -1), ("this", 0), ("next", 1)) if words.get(name)]
    if not shifts or scene.day is None or scene.quoted:
        return None
    return scene.day.year + shifts[0]


def _place_day(
    month: int, day: int, words: Words, scene: DateScene, tables: DateTables
) -> DateValue:
    """A day without its year: of the year that puts it near the article's day, where neither tense
    nor another year in the paragraph speaks against that.
    """
    if words.get("same") or scene.day is None or scene.other_year or scene.quoted:
        return _OPEN
    if words.get("behind") or words.get("ahead"):
        sided = calendar.sided_day(scene.day, month, day, ahead=bool(words.get("ahead")))
        return DateValue(edtf=sided.isoformat(), stated=False) if sided else _OPEN
    near = calendar.nearest_day(scene.day, month, day)
    if (
        near is None
        or abs((near - scene.day).days) > _NEAR
        or _is_other_weekday(words, near, tables)
    ):
        return _OPEN
    ahead = (near - scene.day).days
    against = (ahead > 0 and scene.past and not scene.future) or (
        ahead < -_SOON and scene.future and not scene.past
    )
    return _OPEN if against else DateValue(edtf=near.isoformat(), stated=False)


def _read_range(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Days of one month or of two, from … to."""
    last = _read_date({**words, "day": words["until"]}, scene, tables)
    if last is None or last.edtf is None:
        return last
    end = date.fromisoformat(last.edtf)
    month = _number(words, "opening", tables.months) or end.month
    first = _number(words, "day", tables.numbers)
    start = calendar.make_day(end.year - (month > end.month), month, first or 0)
    if start is None or start >= end:
        return _OPEN
    return DateValue(edtf=edtf.write_span(start, end), stated=last.stated)


def _read_month(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A month with its year, or the one that is near."""
    month = _number(words, "month", tables.months)
    if month is None:
        return None
    year = _named_year(words, scene)
    if year is not None:
        return _join_months(words, year, month, tables, stated=bool(words.get("year")))
    if words.get("same") or scene.day is None or scene.other_year or scene.quoted:
        return _OPEN
    near = calendar.nearest_month(scene.day, month)
    ahead = near is not None and near > (scene.day.year, scene.day.month)
    unsure = scene.past == scene.future or ahead is scene.past
    if near is None or (unsure and near != (scene.day.year, scene.day.month)):
        return _OPEN
    return _join_months(words, near[0], near[1], tables, stated=False)


def _join_months(
    words: Words, year: int, month: int, tables: DateTables, *, stated: bool
) -> DateValue:
    """A month of a year, or the stretch from an earlier one named beside it."""
    opening = _number(words, "opening", tables.months)
    if opening is None:
        return DateValue(edtf=f"{year:04d}-{month:02d}", stated=stated)
    if opening >= month:
        return _OPEN
    return DateValue(edtf=f"{year:04d}-{opening:02d}/{year:04d}-{month:02d}", stated=stated)


def _read_year(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A year, or a stretch of years."""
    del scene, tables
    year = calendar.full_year(words["year"])
    if not words.get("until"):
        return DateValue(edtf=f"{year:04d}", stated=True)
    last = words["until"]
    end = int(words["year"][:2] + last) if len(last) == 2 else int(last)  # noqa: PLR2004 - "2015-16"
    return DateValue(edtf=f"{year:04d}/{end:04d}", stated=True) if end > year else _OPEN


def _read_decade(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Ten years from one that ends in 0."""
    del scene, tables
    year = calendar.full_year(words["year"])
    return DateValue(edtf=f"{year // 10}X", stated=True) if year % 10 == 0 else None


def _read_near(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Yesterday, today, tomorrow."""
    if scene.day is None or scene.quoted:
        return _OPEN
    shifted = calendar.shift_day(scene.day, tables.near[words["near"]])
    return DateValue(edtf=shifted.isoformat(), stated=False) if shifted else _OPEN


def _read_span(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """Last week, this month, next year."""
    if scene.day is None or scene.quoted:
        return _OPEN
    unit, number = tables.spans[words["span"]]
    return DateValue(edtf=calendar.write_stretch(scene.day, unit, number), stated=False)


def _read_weekday(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A weekday: by its own sign of last or next, else by the tense of its sentence."""
    wanted = _number(words, "weekday", tables.weekdays)
    if wanted is None or scene.day is None or scene.quoted:
        return _OPEN
    back = (scene.day.isoweekday() - wanted) % 7
    earlier = wanted < scene.day.isoweekday()  # in the week of the article's day
    if words.get("last") or words.get("next"):
        if earlier is bool(words.get("last")):
            return _OPEN  # last Monday, on a Friday, may be that of this week or of the last
        shift = -(back or 7) if words.get("last") else (7 - back) or 7
    elif scene.past and not scene.future:
        shift = -back
    elif scene.future and not scene.past:
        shift = (7 - back) % 7
    else:
        return _OPEN
    found = scene.day + timedelta(days=shift)
    return DateValue(edtf=found.isoformat(), stated=False)


def _read_ago(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """So many days, weeks, months or years before the article's day."""
    return _count_from(words, scene, tables, -1)


def _read_ahead(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """So many days, weeks, months or years behind the article's day."""
    return _count_from(words, scene, tables, 1)


def _count_from(words: Words, scene: DateScene, tables: DateTables, sign: int) -> DateValue | None:
    count = _number(words, "count", tables.numbers) if words.get("count") else 1
    unit = tables.units.get(words.get("unit", ""))
    if count is None or unit is None or scene.day is None or scene.quoted:
        return _OPEN
    return DateValue(edtf=calendar.write_counted(scene.day, unit, sign * count), stated=False)


def _read_open(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """A date that nobody can place."""
    del words, scene, tables
    return _OPEN


def _read_none(words: Words, scene: DateScene, tables: DateTables) -> DateValue | None:
    """What looks like a date and is none: a street, a feast, a name."""
    del words, scene, tables


_READ: Mapping[str, Callable[[Words, DateScene, DateTables], DateValue | None]] = {
    "date": _read_date,
    "range": _read_range,
    "month": _read_month,
    "year": _read_year,
    "decade": _read_decade,
    "near": _read_near,
    "span": _read_span,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "ahead": _read_ahead,
    "open": _read_open,
    "none": _read_none,
}
"""What patterns mean, by the first word of their names."""
