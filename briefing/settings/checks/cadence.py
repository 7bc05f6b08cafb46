"""What can be wrong with a cadence: of the schedule, or of a reader."""

import re
import zoneinfo
from collections.abc import Iterator
from typing import Protocol

from briefing.settings import typed

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")
_LAST_DAY = 28  # every month has a 28th


class WantedCadence(Protocol):
    """When something is due: how often, at which time of day, on which day, in which zone."""

    @property
    def every(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> str: ...  # noqa: D102
    @property
    def on(self) -> str: ...  # noqa: D102
    @property
    def zone(self) -> str: ...  # noqa: D102


def cadence_mistakes(cadence: WantedCadence) -> Iterator[tuple[str, str, str]]:
    """(key, what is wrong, what to do) for each mistake."""
    if not _TIME.match(cadence.at):
        yield "at", f"{cadence.at!r} is not a time of day", 'write "06:30"'
    zones = zoneinfo.available_timezones()
    if cadence.zone not in zones:
        advice = typed.suggest_near(cadence.zone, zones) or "write a name such as Europe/London"
        yield "zone", f"there is no time zone {cadence.zone!r}", advice
    if cadence.on:
        yield from _day_mistakes(cadence.every, cadence.on)


def _day_mistakes(every: str, on: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the day of a week or a month."""
    if every == "week":
        if on not in DAYS:
            advice = typed.suggest_near(on, DAYS) or "write monday"
            yield "on", f"{on!r} is not a day of the week", advice
    elif every != "month":
        yield "on", f"'on' means nothing for every {every}", "take it out"
    elif not (on.isdecimal() and 1 <= int(on) <= _LAST_DAY):
        yield "on", f"{on!r} is not a day that every month has", f"write 1 to {_LAST_DAY}"
