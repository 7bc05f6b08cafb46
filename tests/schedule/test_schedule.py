from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.schedule import WEEKDAYS, Cadence, next_due, parse_cadence, upcoming_moments

ZONES = (
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/Santiago",
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M %Z")


LONDON = Cadence(every="day", at="06:30", zone="Europe/London")


def test_a_daily_run_keeps_to_the_clock_on_the_wall_through_both_changes() -> None:
    spring = list(islice(upcoming_moments(LONDON, utc("2026-03-28 00:00")), 3))
    assert [moment.strftime("%d %H:%M") for moment in spring] == [
        "28 06:30",
        "29 05:30",
        "30 05:30",
    ]
    autumn = list(islice(upcoming_moments(LONDON, utc("2026-10-24 00:00")), 3))
    assert [moment.strftime("%d %H:%M") for moment in autumn] == [
        "24 05:30",
        "25 06:30",
        "26 06:30",
    ]


def test_a_time_that_a_change_skips_falls_as_much_later() -> None:
    night = Cadence(every="day", at="02:30", zone="America/New_York")
    moments = islice(upcoming_moments(night, utc("2026-03-07 00:00")), 3)
    assert [local(moment, night.zone) for moment in moments] == [
        "2026-03-07 02:30 EST",
        "2026-03-08 03:30 EDT",
        "2026-03-09 02:30 EDT",
    ]


def test_a_time_that_a_change_shows_twice_is_taken_once_the_first_time() -> None:
    night = Cadence(every="day", at="01:30", zone="America/New_York")
    moments = islice(upcoming_moments(night, utc("2026-10-31 12:00")), 2)
    assert [local(moment, night.zone) for moment in moments] == [
        "2026-11-01 01:30 EDT",
        "2026-11-02 01:30 EST",
    ]


def test_missed_runs_are_caught_up_by_one() -> None:
    now = utc("2026-07-10 12:00")
    due = next_due(utc("2026-07-01 05:30"), LONDON, now)
    assert due == utc("2026-07-10 05:30") <= now
    assert next_due(now, LONDON, now) == utc("2026-07-11 05:30")


def test_a_run_that_began_on_time_is_not_due_again() -> None:
    due = utc("2026-07-10 05:30")
    assert next_due(due, LONDON, due) == utc("2026-07-11 05:30")
    assert next_due(due - timedelta(days=1), LONDON, due) == due


def test_the_first_run_is_due_at_once() -> None:
    assert next_due(None, LONDON, utc("2026-07-10 12:00")) <= utc("2026-07-10 12:00")


def test_a_last_run_from_the_future_does_not_stop_the_timer() -> None:
    now = utc("2026-07-10 12:00")
    assert next_due(utc("2031-01-01 00:00"), LONDON, now) <= now


def test_weekdays_and_weeks() -> None:
    weekday = Cadence(every="weekday", at="08:00", zone="UTC")
    assert [
        m.strftime("%a") for m in islice(upcoming_moments(weekday, utc("2026-07-09 09:00")), 4)
    ] == [
        "Fri",
        "Mon",
        "Tue",
        "Wed",
    ]
    weekly = Cadence(every="week", at="08:00", zone="UTC", on="sunday")
    assert [
        m.strftime("%a %d") for m in islice(upcoming_moments(weekly, utc("2026-07-09 09:00")), 2)
    ] == [
        "Sun 12",
        "Sun 19",
    ]


def test_every_hour_at_the_minute_that_the_place_shows() -> None:
    hourly = Cadence(every="hour", at="00:15", zone="Asia/Kolkata")
    moments = list(islice(upcoming_moments(hourly, utc("2026-07-09 09:00")), 3))
    assert [m.strftime("%H:%M") for m in moments] == ["09:45", "10:45", "11:45"]
    assert next_due(utc("2026-07-09 09:45"), hourly, utc("2026-07-09 10:44")) == utc(
        "2026-07-09 10:45"
    )


@pytest.mark.parametrize(
    ("cadence", "message"),
    [
        (Cadence(at="24:00"), "'24:00' is not a time of day"),
        (Cadence(at="6.30"), "'6.30' is not a time of day"),
        (Cadence(at="-1:30"), "is not a time of day"),
        (Cadence(zone="Europe/Londn"), "'Europe/Londn' is not a time zone"),
        (Cadence(zone="../../etc/passwd"), "is not a time zone"),
        (Cadence(on="Montag"), "'Montag' is not a day of the week"),
    ],
)
def test_what_cannot_be_scheduled_is_said(cadence: Cadence, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_cadence(cadence)


CADENCES = st.builds(
    Cadence,
    every=st.sampled_from(["hour", "day", "weekday", "week"]),
    at=st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30, 59])),
    zone=st.sampled_from(ZONES),
    on=st.sampled_from(WEEKDAYS),
)
TIMES = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: utc("2025-01-01 00:00") + timedelta(minutes=minutes)
)


@given(CADENCES, TIMES, st.timedeltas(timedelta(0), timedelta(days=20)))
def test_a_run_is_due_at_once_exactly_when_one_was_missed(
    cadence: Cadence, last: datetime, gone: timedelta
) -> None:
    now = last + gone
    missed = []
    for moment in upcoming_moments(cadence, last):
        if moment > now:
            break
        missed.append(moment)
    due = next_due(last, cadence, now)
    assert due == (missed[-1] if missed else next(upcoming_moments(cadence, now)))
    assert (due <= now) == bool(missed)


@settings(max_examples=30)
@given(
    st.sampled_from(ZONES),
    st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.dates(date(2025, 1, 1), date(2027, 1, 1)),
)
def test_every_local_day_has_exactly_one_run_at_the_time_its_clocks_show(
    zone: str, at: str, start: date
) -> None:
    place = ZoneInfo(zone)
    after = datetime(start.year, start.month, start.day, tzinfo=place).astimezone(UTC) - timedelta(
        minutes=1
    )
    moments = list(islice(upcoming_moments(Cadence(every="day", at=at, zone=zone), after), 370))
    assert moments == sorted(set(moments))
    shown = [moment.astimezone(place) for moment in moments]
    days = [one.date() for one in shown]
    assert days == [days[0] + timedelta(days=n) for n in range(370)]
    for one in shown:
        naive = datetime.fromisoformat(f"{one.date()} {at}")
        exists = (
            naive.replace(tzinfo=place).astimezone(UTC).astimezone(place).replace(tzinfo=None)
            == naive
        )
        assert one.strftime("%H:%M") == at or not exists
        assert one.fold == 0


@settings(max_examples=30)
@given(st.sampled_from(ZONES), st.integers(0, 59), TIMES)
def test_hourly_runs_are_an_hour_apart_but_where_clocks_change_by_less(
    zone: str, minute: int, after: datetime
) -> None:
    moments = list(
        islice(upcoming_moments(Cadence(every="hour", at=f"00:{minute:02}", zone=zone), after), 50)
    )
    assert all(moment.astimezone(ZoneInfo(zone)).minute == minute for moment in moments)
    apart = {later - earlier for earlier, later in pairwise(moments)}
    assert apart <= {timedelta(minutes=30), timedelta(hours=1), timedelta(minutes=90)}
