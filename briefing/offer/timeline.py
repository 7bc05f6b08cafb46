"""The timeline: dated events, each with its own evidence, in order of the dates."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import timedelta

from briefing.language import edtf, wordlist
from briefing.language.draft import things_inside
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.sameness import read_gist, word_overlap
from briefing.languages.packs import pack_for
from briefing.model import Candidate, Dated, Event, Known, Reading
from briefing.offer.row_words import show_words

Rank = tuple[bool, bool, bool, int, bool, int, str]

_REFRAIN = 0.5  # of a candidate's worth; a series' refrain is worth less
_OTHER = 0.25  # share of words below which two statements tell of two events
MOST = 10  # rows: a timeline that runs on is a list of everything
_HEAD = 1  # places of an article's first two sentences
_BEHIND = 16  # characters behind a date that show whether it names a thing
_ASIDE = 25  # words before a date in its sentence, from which it dates no more than an aside
_YEAR = timedelta(days=360)  # from which on a date is a whole year
_CLAUSE = 160  # characters before a date that show whether it is a bound
_PATTERNS = wordlist.patterns("en", "words/timeline_patterns")
_TOLD_ON = _PATTERNS["told_on"]
_OWNING = _PATTERNS["of_a_noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A clause [start, end) of an article, the dates that it sets itself at, and how many articles
    tell it.
    """

    start: int
    end: int
    dates: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMaterial:
    """What the timeline is made of: statements, the articles they stand in, and which the brief
    tells.

    `tellings` are the clauses of each article; without an article's every date in it may have a
    row. `main` is the key of the statement that the brief opens with, "" for none.
    """

    candidates: Sequence[Candidate]
    readings: Mapping[str, Reading]
    keys: frozenset[str]
    tellings: Mapping[str, Sequence[Telling]] = field(default_factory=dict)
    main: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _RankedDate:
    """A date at which a statement sets something, and what decides which goes first of it."""

    rank: Rank
    candidate: Candidate
    dated: Dated


def make_timeline(told: TimelineMaterial) -> tuple[Event, ...]:
    """The rows for the dates that statements set something at, in date order.

    What may or might be has no row. Of several statements for a date one that doesn't look ahead to
    it goes first, then a reported one, then what most articles tell, then one that the brief tells,
    then the shortest; a day has a second row where something else happened on it. A date that hangs
    on the article's own is marked inferred; what has no date has no row, but for the main event,
    which stands at the day on which it was reported and goes before all else. The refrain of a
    series has none. Of more rows than a
    timeline holds those stay that most articles tell, then those that the brief tells, then the
    latest.
    """
    rows: dict[str, list[_RankedDate]] = {}
    for one in _ranked_dates(told):
        rows.setdefault(one.dated.edtf or "", []).append(one)
    kept = [
        (one.rank, _make_event(date, one.candidate, one.dated, told))
        for date, row in rows.items()
        for one in _distinct_events(sorted(row, key=lambda entry: entry.rank), date)
    ]
    kept.sort(key=lambda entry: edtf.sort_key(entry[1].date), reverse=True)
    kept.sort(key=lambda entry: (entry[0][0], *entry[0][3:5]))
    events = [event for _, event in _put_last_again(_leave_vague(kept))[:MOST]]
    return tuple(sorted(events, key=lambda event: edtf.sort_key(event.date)))


def _ranked_dates(told: TimelineMaterial) -> Iterator[_RankedDate]:
    """The dates at which statements set something that may have a row."""
    offered = frozenset((c.document, c.statement.citations[0].start) for c in told.candidates)
    for candidate in filter(_may_have_row, told.candidates):
        published = told.readings[candidate.document].document.published
        for dated in _own_dates(candidate, told):
            if _opens_another(candidate, dated, told, offered) or _is_open(dated, published):
                continue
            rank = _rank_date(candidate, dated, told, published)
            yield _RankedDate(rank=rank, candidate=candidate, dated=dated)


def _may_have_row(candidate: Candidate) -> bool:
    """Whether a statement tells what was or will be, and is no series' refrain."""
    said = candidate.statement.citations[0].attribution
    if candidate.weight < _REFRAIN or (said.kind == "judgement" and said.speaker):
        return False
    return not pack_for(candidate.language).is_hedged(candidate.statement.text)


def _rank_date(
    candidate: Candidate, dated: Dated, told: TimelineMaterial, published: Known | None
) -> Rank:
    """What goes first among the statements of a date, the least before."""
    statement = candidate.statement
    return (
        statement.key != told.main,
        is_foretold(dated.edtf, published),
        statement.citations[0].attribution.kind != "reported",
        -_articles_telling(candidate, dated, told),
        statement.key not in told.keys,
        len(statement.text),
        statement.key,
    )


def _put_last_again(kept: Sequence[tuple[Rank, Event]]) -> list[tuple[Rank, Event]]:
    """Rows with those last whose statement has a row before them."""
    seen: set[str] = set()
    first: list[tuple[Rank, Event]] = []
    again: list[tuple[Rank, Event]] = []
    for rank, event in kept:
        (again if rank[-1] in seen else first).append((rank, event))
        seen.add(rank[-1])
    return [*first, *again]


def _leave_vague(kept: Sequence[tuple[Rank, Event]]) -> list[tuple[Rank, Event]]:
    """Rows without those of about a day that has a row of its own: "a week later" is it again."""
    days = {edtf.bounds(event.date) for _, event in kept if edtf.is_day(event.date)}
    return [
        (rank, event)
        for rank, event in kept
        if edtf.is_day(event.date) or edtf.bounds(event.date) not in days
    ]


def _own_dates(candidate: Candidate, told: TimelineMaterial) -> Iterator[Dated]:
    """The dates of a statement: its first, and others at which a clause of it sets itself.

    A second date mostly dates an aside; where nobody knows the clauses all are given.
    """
    known = told.tellings.get(candidate.document)
    dates = _drop_wider(list(_statement_dates(candidate, told.readings)))
    if not dates and candidate.statement.key == told.main:
        cited, reading = candidate.statement.citations[0], told.readings[candidate.document]
        late = list(_dates_at(cited.start, cited.end, reading))[:1]
        yield from late or _day_reported(candidate, reading)
    text = told.readings[candidate.document].document.text
    for number, dated in enumerate(dates):
        owned = _OWNING.match(text, dated.end) is not None
        telling = known is None or (not owned and _articles_telling(candidate, dated, told))
        if not number or telling:
            yield dated


def _opens_another(
    candidate: Candidate,
    dated: Dated,
    told: TimelineMaterial,
    offered: AbstractSet[tuple[str, int]],
) -> bool:
    """Whether a date stands in a later sentence of a statement, with which another one begins, or
    which shows the one before with a date of its own: that was not on this day.

    `offered` has where statements begin, by their article.
    """
    reading, first = told.readings[candidate.document], candidate.statement.citations[0].start
    starts = [s.start for p in reading.passages for s in p.sentences if s.start <= dated.start]
    start = max(starts, default=0)
    ahead = min((one for one in starts if one > first), default=start)
    before = any(_dates_at(first, ahead, reading)) and not _show_row(candidate, dated, told)[0]
    return start > first and (before or (candidate.document, start) in offered)


def _is_open(dated: Dated, published: Known | None) -> bool:
    """Whether a date is the year in which its article appeared, called "this year": it says no more
    than that something is so.
    """
    if not dated.relative or published is None or not edtf.is_valid(published.value):
        return False
    first, last = edtf.bounds(dated.edtf or "")
    day = edtf.bounds(published.value)[0]
    return first <= day <= last and last - first > _YEAR


def _show_row(candidate: Candidate, dated: Dated, told: TimelineMaterial) -> tuple[bool, str]:
    """A row's words for a date, and whether they leave out how the statement begins."""
    words = told.readings[candidate.document].document.text[dated.start : dated.end]
    shown = show_words(candidate, words)
    return shown.split()[0] != candidate.statement.text.split()[0], shown


def _drop_wider(dates: Sequence[Dated]) -> list[Dated]:
    """Dates without those that only span another of them: of "this week" and "this year" the
    week.
    """
    return [one for one in dates if not any(_spans(one, other) for other in dates)]


def _spans(one: Dated, other: Dated) -> bool:
    """Whether a date holds all of another, narrower one."""
    first, second = edtf.bounds(one.edtf or ""), edtf.bounds(other.edtf or "")
    return first != second and first[0] <= second[0] and second[1] <= first[1]


def _day_reported(candidate: Candidate, reading: Reading) -> Iterator[Dated]:
    """The day on which an article reports what it dates nowhere, over all its words; none for what
    it dates by something else ("on the eve of the vote").
    """
    published, cited = reading.document.published, candidate.statement.citations[0]
    if any(one.edtf is None and cited.start <= one.start < cited.end for one in reading.dates):
        return
    if published is not None and edtf.is_valid(published.value) and edtf.is_day(published.value):
        yield Dated(
            start=cited.start,
            end=cited.end,
            edtf=published.value,
            relative=True,
            basis="reported",
        )


def _articles_telling(candidate: Candidate, dated: Dated, told: TimelineMaterial) -> int:
    """Count the articles that tell what a statement sets at a date; 0 where no clause of it
    does.
    """
    return max(
        (
            telling.articles
            for telling in told.tellings.get(candidate.document, ())
            for cited in candidate.statement.citations
            if cited.start <= telling.start < cited.end and dated.edtf in telling.dates
        ),
        default=0,
    )


def _distinct_events(row: list[_RankedDate], date: str) -> list[_RankedDate]:
    """The best statement for a date and, for a day, the best one of another event."""
    first = row[0]
    if not edtf.is_day(date):
        return [first]
    other = next((entry for entry in row[1:] if _is_another(first, entry)), None)
    return [first, other] if other else [first]


def _is_another(first: _RankedDate, entry: _RankedDate) -> bool:
    """Whether a statement tells of another event than one of its day: not what an article still
    had ahead of it, where the other tells the day as past, and not what two articles open with
    that name one thing.
    """
    own, other = (read_gist(one.candidate.statement.text) for one in (first, entry))
    if word_overlap(own, other) >= _OTHER or (entry.rank[1] and not first.rank[1]):
        return False
    leads = all(one.candidate.position <= _HEAD for one in (first, entry))
    return not (leads and (own.names & other.names).difference(WEEKDAYS, MONTHS))


def is_foretold(date: str | None, published: Known | None) -> bool:
    """Whether a date lies behind the day on which its article appeared: then the article looks
    ahead to it.
    """
    if (
        date is None
        or published is None
        or not (edtf.is_valid(date) and edtf.is_valid(published.value))
    ):
        return False
    return edtf.bounds(date)[0] > edtf.bounds(published.value)[1]


def main_date(candidate_start: int, candidate_end: int, reading: Reading) -> str | None:
    """The date of what a stretch of an article tells: the first in it that is no bound."""
    return next((dated.edtf for dated in _dates_at(candidate_start, candidate_end, reading)), None)


def _statement_dates(candidate: Candidate, readings: Mapping[str, Reading]) -> Iterator[Dated]:
    """The dates that a statement sets something at."""
    reading = readings[candidate.document]
    for citation in candidate.statement.citations:
        for dated in _dates_at(citation.start, citation.end, reading):
            if not _stands_late(dated, reading, citation.start):
                yield dated


def _stands_late(dated: Dated, reading: Reading, told: int) -> bool:
    """Whether a date stands so late in its sentence that it can't date what that tells first.

    What of the sentence is told begins at `told`: no dateline stands in its way. The day on which
    somebody said it all stands late and dates it.
    """
    starts = (s.start for p in reading.passages for s in p.sentences if s.start <= dated.start)
    before = reading.document.text[max(told, *starts, 0) : dated.start]
    return len(before.split()) > _ASIDE and _TOLD_ON.search(before) is None


def _dates_at(start: int, end: int, reading: Reading) -> Iterator[Dated]:
    """The resolved dates in a stretch that aren't bounds.

    "Since the fall in December", "before 2017" and the like date something else; they are no
    event's day.
    """
    text, pack = reading.document.text, pack_for(reading.document.language)
    for dated in things_inside(reading.dates, start, end):
        if dated.edtf is None:
            continue
        clause = text[max(start, dated.start - _CLAUSE) : dated.start]
        behind = text[dated.end : dated.end + _BEHIND]
        if not pack.is_bound(clause, text[dated.start : dated.end], behind):
            yield dated


def _make_event(date: str, candidate: Candidate, dated: Dated, told: TimelineMaterial) -> Event:
    """A row: the statement's own words as far as its date's clause, its citations, its key
    where it is told.
    """
    statement = candidate.statement
    return Event(
        date=date,
        text=_show_row(candidate, dated, told)[1],
        statement=statement.key if statement.key in told.keys else None,
        citations=statement.citations,
        basis=dated.basis,
    )
