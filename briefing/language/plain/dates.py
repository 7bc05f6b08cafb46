"""Dates of a pack: its own small grammar, a file of patterns whose names say what they mean.

A pattern's name up to its first underscore is its meaning (see `READ`), its named groups what it
is made of. Of matches that overlap the one that begins first counts, of those the longest. What
isn't certain has no date: a day without year that may lie behind or ahead, a weekday whose sentence
has no tense, anything relative inside a quotation or in an article without a day of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from briefing.language import edtf, late, wordlist
from briefing.language.plain.date_meanings import OPEN, READ, DateScene, DateTables, DateValue
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Basis, Dated, Document, Passage, Span

_YEAR = late.pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SAID = "the text says"  # how a supplied date notes that the article prints another
_REACH = 60  # characters before an expression in which words may make it a part of something


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
                    found.append(_make_dated(match, OPEN if match in closed else value))
        return tuple(found)

    def places(self, text: str) -> tuple[Span, ...]:
        """Where a text of one sentence has dates, placed or not."""
        whole = Span(start=0, end=len(text))
        found = (_extent(match) for match in self._matches(text, whole))
        return tuple(Span(start=start, end=end) for start, end in found)

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
            nowadays=_shows(self._nowadays, said),
        )

    def _read(self, match: re.Match[str], scene: DateScene) -> DateValue | None:
        """The meaning of a match by the name of its pattern; None for what only looks like a
        date.
        """
        name = next(name for name, pattern in self.patterns.items() if pattern is match.re)
        return READ[name.partition("_")[0]](match.groupdict(""), scene, self.tables)

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
        return {name: one.compiled for name, one in found.items() if name.partition("_")[0] in READ}

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

    @cached_property
    def _nowadays(self) -> re.Pattern[str] | None:
        return self.lexicon.expression("dates", "nowadays")


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
