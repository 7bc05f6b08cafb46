"""What a date expression means before and after the article's date is known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from re import Match

from briefing.language import edtf
from briefing.language.calendar_words import thirds_of
from briefing.language.late import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What surrounds an expression.

    `past` and `future`: signs of tense in its sentence. `quoted`: it stands in a quotation, whose
    speaker may have spoken on another day. `before`: the date last told, where the words lead on
    from it, as EDTF. `year`: the year the paragraph is about so far (0: one that the sentence
    counts back to), `day` its last full date, `beside` the one in the same sentence. `astray`: a
    day of a month in the same sentence could not be placed. `done`: a verb in the past stands
    beside the words. `weekdays`: those that the article names about there, 0 (Monday) to 6.
    `years`: the years that are written out about there.
    """

    past: bool = False
    future: bool = False
    quoted: bool = False
    before: str | None = None
    year: int | None = None
    day: date | None = None
    beside: date | None = None
    astray: bool = False
    done: bool = False
    weekdays: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()

    def tells_of_others(self, year: int) -> bool:
        """Whether all years that stand about there are earlier ones than `year`."""
        return max(self.years, default=year) < year

    def is_about_other(self, year: int) -> bool:
        """Whether the paragraph is about another year than `year` so far."""
        return self.year is not None and self.year != year

    def has_tense(self) -> bool:
        """Whether a sign of tense stands in the sentence."""
        return self.past or self.future

    def told_on_other(self, day: date) -> bool:
        """Whether the paragraph's last full date is another than `day`."""
        return self.day is not None and self.day != day


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One of three: a date that the words state, one counted from the article's day, or from the
    date before.

    `edtf` is stated. `at` gives the date for one day of publication; `since` for the date told
    before. `relative` as in `Dated`. All three None: a date expression nobody can place.
    """

    edtf: str | None = None
    at: Callable[[date, Scene], str | None] | None = None
    since: Callable[[str], str | None] | None = None
    relative: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """A pattern and what its match means. The group `span`, where there is one, is the expression.

    `needs` are signs (see `signs`) of which a text must hold one each, else the pattern can't match
    in it.
    """

    pattern: Pattern
    read: Callable[[Match[str]], Meaning | None]
    needs: tuple[tuple[str, ...] | Pattern, ...]


def stated_meaning(text: str | None) -> Meaning | None:
    """Wrap a date that the words alone state; None where there is none."""
    return Meaning(edtf=text, relative=False) if text and edtf.is_valid(text) else None


def unplaced_meaning(_: Match[str]) -> Meaning:
    """Read what is a date but can't be placed: "a few days ago", "in recent weeks"."""
    return Meaning()


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """The day so many days later, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def write_iso(day: date | None) -> str | None:
    """Write a day, keeping None."""
    return day.isoformat() if day else None


def month_text(year: int, month: int) -> str | None:
    """Write a month; `month` may lie outside 1 to 12 and is then counted on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}" if MINYEAR <= year <= MAXYEAR else None


def year_text(year: int) -> str | None:
    """Write a year, or None outside the calendar."""
    return f"{year:04d}" if MINYEAR <= year <= MAXYEAR else None


def week_text(day: date, weeks: int) -> str | None:
    """Write the week (Monday to Sunday) so many weeks from the one that holds `day`."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    sunday = shift_days(monday, 6) if monday else None
    return edtf.write_span(monday, sunday) if monday and sunday else None


def part_of(base: str | None, place: int) -> str | None:
    """The early, middle or late third of a month, a year or a decade."""
    if base is None or "/" in base or base.endswith("XX"):
        return None
    return "/".join(thirds_of(base)[place])
