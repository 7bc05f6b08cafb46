"""Time stamps for machines: which days they may mean where the outlet is.

A stamp in UTC is an instant. Where an outlet is nobody says, so a late hour may be the next day
there and an early one the day before; its country, if the address tells it, narrows that down.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from briefing.language import late

_STAMP = late.pattern(
    r"\s*(?P<day>(?:19|20)\d\d-?\d\d-?\d\d)(?!\d)"
    r"(?:[T\s](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_EPOCH = late.pattern(r"\s*(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?\s*\Z")  # or milliseconds
_FIRST, _LAST = 788_918_400, 4_102_444_800  # of 1995 and of 2100
_UTC = frozenset({"z", "utc", "gmt", "+00:00", "+0000", "-00:00", "-0000"})
_ANYWHERE = (-8.0, 13.0)  # from California to New Zealand in its summer
_HOURS: dict[str, tuple[float, float]] = {
    "ae": (4, 4), "ar": (-3, -3), "at": (1, 2), "au": (8, 11), "bd": (6, 6), "be": (1, 2),
    "br": (-5, -3), "ca": (-8, -2.5), "ch": (1, 2), "cl": (-4, -3), "cn": (8, 8), "co": (-5, -5),
    "cz": (1, 2), "de": (1, 2), "dk": (1, 2), "ee": (2, 3), "eg": (2, 3), "es": (0, 2),
    "fi": (2, 3), "fr": (1, 2), "gh": (0, 0), "gr": (2, 3), "hk": (8, 8), "hu": (1, 2),
    "id": (7, 9), "ie": (0, 1), "il": (2, 3), "in": (5.5, 5.5), "iq": (3, 3), "ir": (3.5, 4.5),
    "it": (1, 2), "jo": (2, 3), "jp": (9, 9), "ke": (3, 3), "kr": (9, 9), "lb": (2, 3),
    "lk": (5.5, 5.5), "lt": (2, 3), "lv": (2, 3), "mx": (-8, -5), "my": (8, 8), "ng": (1, 1),
    "nl": (1, 2), "no": (1, 2), "nz": (12, 13), "pe": (-5, -5), "ph": (8, 8), "pk": (5, 5),
    "pl": (1, 2), "pt": (-1, 1), "ro": (2, 3), "rs": (1, 2), "ru": (2, 12), "sa": (3, 3),
    "se": (1, 2), "sg": (8, 8), "th": (7, 7), "tr": (3, 3), "tw": (8, 8), "ua": (2, 3),
    "uk": (0, 1), "us": (-10, -4), "vn": (7, 7), "za": (2, 2),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The day that a stamp writes, the instant where it is one in UTC, and its zone in hours
    elsewhere.
    """

    day: date
    instant: datetime | None = None
    offset: float | None = None


def read_stamp(value: str) -> Stamp | None:
    """Read a stamp such as `2025-03-04T20:10:00Z` or seconds since 1970; None where there is none,
    or no such day.

    Midnight in UTC is taken for a day without a time: so do programs write one.
    """
    match = _STAMP.match(value)
    if match is None:
        return _read_seconds(value)
    digits = match["day"].replace("-", "")
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    zone = (match["zone"] or "").casefold()
    if match["hour"] is None or not zone:
        return Stamp(day=day)
    if zone in _UTC:
        return Stamp(day=day, instant=_read_instant(match, day))
    hours = int(zone[1:3]) + int(zone[-2:]) / 60
    return Stamp(day=day, offset=-hours if zone[0] == "-" else hours)


def _read_seconds(value: str) -> Stamp | None:
    """Read an instant as seconds or milliseconds since 1970, as the clocks of machines count."""
    match = _EPOCH.match(value)
    if match is None or not _FIRST <= int(match["seconds"]) < _LAST:
        return None
    instant = datetime(1970, 1, 1) + timedelta(seconds=int(match["seconds"]))  # noqa: DTZ001
    midnight = instant.time() == instant.min.time()
    return Stamp(day=instant.date(), instant=None if midnight else instant)


def _read_instant(match: re.Match[str], day: date) -> datetime | None:
    """The instant in UTC that a stamp writes; None for midnight, and for no time of a clock's."""
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if (hour, minute, second) == (0, 0, 0) or hour > 23 or minute > 59:  # noqa: PLR2004
        return None
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - known to be UTC


def zone_of(host: str) -> tuple[float, float]:
    """The least and the greatest offset from UTC, in hours, in the country that a host's ending
    names.
    """
    return _HOURS.get(host.rsplit(".", 1)[-1], _ANYWHERE)


def stamp_day(stamp: Stamp, zone: tuple[float, float]) -> str:
    """The day of a stamp where the outlet is, as EDTF: a range where its zone leaves it open."""
    if stamp.instant is None:
        return stamp.day.isoformat()
    first, last = ((stamp.instant + timedelta(hours=hours)).date() for hours in zone)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
