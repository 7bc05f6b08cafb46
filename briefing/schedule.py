"""When the next edition is due: pure arithmetic on the calendar of a place.

Times are meant as the wall clock of `zone` shows them. A time that a clock change skips falls as
much later as the clock was put forward (02:30 becomes 03:30); one that it shows twice is taken the
first time. So every day has exactly one run, whatever the clocks do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Every = Literal["hour", "day", "weekday", "week", "month"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MINUTE = timedelta(minutes=1)
_SATURDAY = 5
_LAST_DAY = 28  # every month has one


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often, and when. `at` is "HH:MM" (of an hourly one only the minutes count).

    `weekday` is every day from Monday to Friday; `week` is once a week, `on` that day; `month` once
    a month, `on` that day of it ("1" to "28").
    """

    every: Every = "day"
    at: str = "06:30"
    zone: str = "UTC"
    on: str = "monday"


def parse_cadence(cadence: Cadence) -> tuple[time, ZoneInfo]:
    """The wall-clock time and the zone; raise ValueError that says what is wrong with
    either.
    """
    hour, colon, minute = cadence.at.partition(":")
    if not (colon and _is_below(hour, 24) and _is_below(minute, 60)):
        message = f"'{cadence.at}' is not a time of day like 06:30"
        raise ValueError(message)
    if cadence.every == "month":
        if not _is_below(cadence.on, _LAST_DAY + 1) or int(cadence.on) < 1:
            message = f"'{cadence.on}' is not a day that every month has"
            raise ValueError(message)
    elif cadence.on not in WEEKDAYS:
        message = f"'{cadence.on}' is not a day of the week in English, in small letters"
        raise ValueError(message)
    try:
        return time(int(hour), int(minute)), ZoneInfo(cadence.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f"'{cadence.zone}' is not a time zone like Europe/London"
        raise ValueError(message) from error


def _is_below(text: str, end: int) -> bool:
    """Whether a text is a whole number in digits below `end`."""
    return text.isdecimal() and int(text) < end


def next_due(last: datetime | None, cadence: Cadence, now: datetime) -> datetime:
    """When the next run is due, in UTC: at or before `now` means at once.

    `last` is when the last run began, None before the first, which is due at once. However many
    runs were missed since, they are caught up by one. A `last` that lies ahead of `now` was written
    by a clock that went wrong and proves nothing. `last` and `now` are aware. Raises ValueError as
    `parse`.
    """
    before = _latest_moment(cadence, now)
    if last is None or last > now or last < before:
        return before
    return _first_moment(cadence, now)


def upcoming_moments(cadence: Cadence, after: datetime) -> Iterator[datetime]:
    """The moments after `after`, in UTC, one by one, without end. Raises ValueError as
    `parse`.
    """
    moment = after
    while True:
        moment = _first_moment(cadence, moment)
        yield moment


def _first_moment(cadence: Cadence, after: datetime) -> datetime:
    """The first moment after `after`."""
    clock, zone = parse_cadence(cadence)
    if cadence.every == "hour":
        return _hourly_moment(clock.minute, zone, after + _MINUTE, _MINUTE)
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        moment = _clock_moment(day, clock, zone)
        if moment > after and _runs_on(cadence, day):
            return moment
        day += timedelta(days=1)


def _latest_moment(cadence: Cadence, until: datetime) -> datetime:
    """The last moment at or before `until`."""
    clock, zone = parse_cadence(cadence)
    if cadence.every == "hour":
        return _hourly_moment(clock.minute, zone, until, -_MINUTE)
    day = until.astimezone(zone).date() + timedelta(days=1)
    while True:
        moment = _clock_moment(day, clock, zone)
        if moment <= until and _runs_on(cadence, day):
            return moment
        day -= timedelta(days=1)


def _hourly_moment(minute: int, zone: ZoneInfo, start: datetime, step: timedelta) -> datetime:
    """Walk from `start` to a minute at which the clocks of `zone` show `minute`."""
    moment = start.astimezone(UTC).replace(second=0, microsecond=0)
    while moment.astimezone(zone).minute != minute:
        moment += step
    return moment


def _clock_moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time: zoneinfo's first reading is what the module
    promises.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _runs_on(cadence: Cadence, day: date) -> bool:
    if cadence.every == "weekday":
        return day.weekday() < _SATURDAY
    if cadence.every == "month":
        return day.day == int(cadence.on)
    return cadence.every == "day" or WEEKDAYS[day.weekday()] == cadence.on
