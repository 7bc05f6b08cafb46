"""EDTF dates in the words of any language, by patterns that stand in its frame.

What a pattern may hold: `{day}`, `{month}`, `{year}`, `{season}`, `{decade}` (its first year),
`{number}`, `{roman}` and `{ordinal}` of a century, `{date}`, and `{first}` and `{last}` of an
interval. A language whose words change behind others ("до ноября") has `inflected` forms and says
which patterns ask for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeVar

from briefing.language import plurals
from briefing.language.edtf import bounds, is_valid

_Form = TypeVar("_Form", str, tuple[str, ...])
_SEASONS = ("21", "22", "23", "24")
_QUALIFIERS = {"~": "about", "?": "unsure", "%": "both"}
_PARTS = ("early", "mid", "late")
_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """The words and patterns of dates in one language; `inflecting` names the patterns behind
    which the inflected ones stand, and a day's month is always inflected.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str
    day_alone: str
    day_month: str
    month: str
    season: str
    decade: str
    century: str
    about: str
    unsure: str
    both: str
    until: str
    since: str
    days_between: str
    months_between: str
    years_between: str
    between: str
    early: str
    mid: str
    late: str
    early_decade: str
    mid_decade: str
    late_decade: str
    first_day: str = "1"
    inflecting: frozenset[str] = frozenset()
    inflected_months: tuple[str, ...] = ()
    inflected_seasons: tuple[str, ...] = ()
    inflected_decade: str = ""
    inflected_century: str = ""
    ordinal_rules: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_table(cls, table: Mapping[str, Any]) -> "CalendarWords":
        """The words of a frame's table. Raises TypeError for a missing or unknown key."""
        unknown = table.keys() - {one.name for one in fields(cls)}
        if unknown:
            message = f"[dates] has no {min(unknown)!r}"
            raise TypeError(message)
        given: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
        }
        given["inflecting"] = frozenset(table.get("inflecting", ()))
        return cls(**given)

    def say(self, edtf: str) -> str:
        """A date in words. Raises ValueError for what is no valid date.

        An interval with an approximate end on both sides that is a third of a month, of a year or
        of a decade is said as "early", "mid" or "late".
        """
        bounds(edtf)
        first, slash, last = edtf.partition("/")
        if not slash:
            return self._say_qualified(first)
        if first == "..":
            return self._modify("until", last)
        if last == "..":
            return self._modify("since", first)
        return self._say_part(first, last) or self._say_interval(first, last)

    def name_month(self, edtf: str) -> str:
        """The month of a date by its name alone."""
        return self.months[int(edtf[5:7]) - 1]

    def _say_interval(self, first: str, last: str) -> str:
        if first[-1] == last[-1] == "~":
            return self.about.format(date=self._say_between(first[:-1], last[:-1]))
        if first[-1] in _QUALIFIERS or last[-1] in _QUALIFIERS:
            return self.between.format(
                first=self._say_qualified(first), last=self._say_qualified(last)
            )
        return self._say_between(first, last)

    def _say_part(self, first: str, last: str) -> str:
        """The words for a part such as "late 2024" where the interval is one, else nothing."""
        for base in (first[:7], first[:4], first[:3] + "X"):
            if not is_valid(base) or base[5:] in _SEASONS:
                continue
            for name, pair in zip(_PARTS, thirds_of(base), strict=True):
                if pair == (first, last):
                    return self._name_part(name, base)
        return ""

    def _name_part(self, name: str, base: str) -> str:
        if base.endswith("X"):
            return str(getattr(self, f"{name}_decade")).format(decade=f"{base[:3]}0")
        return self._modify(name, base)

    def _say_qualified(self, point: str) -> str:
        if point[-1] in _QUALIFIERS:
            return self._modify(_QUALIFIERS[point[-1]], point[:-1])
        return self._say_point(point)

    def _modify(self, pattern: str, point: str) -> str:
        """A point behind a word such as "about"; an own qualifier stands inside."""
        if point[-1] in _QUALIFIERS:
            said = self._say_qualified(point)
        else:
            said = self._say_point(point, inflected=pattern in self.inflecting)
        return str(getattr(self, pattern)).format(date=said)

    def _say_point(self, point: str, *, inflected: bool = False) -> str:
        """A point that has no qualifier."""
        if point.endswith("X"):
            return self._say_years(point, inflected=inflected)
        year, _, rest = point.partition("-")
        if not rest:
            return year
        if rest in _SEASONS:
            names = _choose_form(self.seasons, inflected and self.inflected_seasons)
            return self.season.format(season=names[_SEASONS.index(rest)], year=year)
        month, _, day = rest.partition("-")
        if day:
            name = self._dated_month(month)
            return self.day.format(day=self._number_day(day), month=name, year=year)
        names = _choose_form(self.months, inflected and self.inflected_months)
        return self.month.format(month=names[int(month) - 1], year=year)

    def _say_years(self, point: str, *, inflected: bool) -> str:
        """A decade or a century."""
        if point.endswith("XX"):
            return self._say_century(int(point[:2]) + 1, inflected=inflected)
        pattern = _choose_form(self.decade, inflected and self.inflected_decade)
        return pattern.format(decade=f"{point[:3]}0")

    def _say_century(self, number: int, *, inflected: bool) -> str:
        pattern = _choose_form(self.century, inflected and self.inflected_century)
        form = plurals.find_form(number, self.ordinal_rules)
        ordinal = self.ordinals.get(form, "{number}").format(number=number)
        return pattern.format(number=number, roman=_write_roman(number), ordinal=ordinal)

    def _say_between(self, first: str, last: str) -> str:
        """An interval of two points without qualifiers, what they share only once."""
        same_kind = len(first) == len(last) and "X" not in first + last
        if same_kind and len(first) == len("2025"):
            return self.years_between.format(first=first, last=last)
        said = self._say_point(last)
        seasons = first[5:7] in _SEASONS or last[5:7] in _SEASONS
        if not same_kind or seasons or first[:4] != last[:4]:
            return self.between.format(first=self._say_point(first), last=said)
        if len(first) == len("2025-11"):
            return self.months_between.format(first=self.name_month(first), last=said)
        if first[:7] == last[:7]:
            alone = self.day_alone.format(day=self._number_day(first[8:]))
            return self.days_between.format(first=alone, last=said)
        begun = self.day_month.format(
            day=self._number_day(first[8:]), month=self._dated_month(first[5:7])
        )
        return self.between.format(first=begun, last=said)

    def _dated_month(self, month: str) -> str:
        return (self.inflected_months or self.months)[int(month) - 1]

    def _number_day(self, day: str) -> str:
        return str(int(day)) if int(day) > 1 else self.first_day


def _choose_form(plain: _Form, inflected: _Form | Literal[False]) -> _Form:
    """The inflected form where one is asked for and the language has it, else the plain one."""
    return inflected or plain


def thirds_of(base: str) -> tuple[tuple[str, str], ...]:
    """The early, middle and late part of a month, a year or a decade as pairs of EDTF ends."""
    if base.endswith("X"):
        start = base[:-1]
        pairs = ((start + "0", start + "3"), (start + "4", start + "6"), (start + "7", start + "9"))
    elif "-" in base:
        end = bounds(base)[1].isoformat()
        pairs = ((base + "-01", base + "-10"), (base + "-11", base + "-20"), (base + "-21", end))
    else:
        pairs = (
            (base + "-01", base + "-04"),
            (base + "-05", base + "-08"),
            (base + "-09", base + "-12"),
        )
    return tuple((f"{first}~", f"{last}~") for first, last in pairs)


def _write_roman(number: int) -> str:
    """A century's number, at most 100, in Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
