"""Checks of `schedule` and `mail`."""

import re
import zoneinfo
from collections.abc import Iterator

from briefing.errors import Problem
from briefing.settings import typed
from briefing.settings.settings import MailSettings, ScheduleSettings, Settings

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\\x00-\x1f]{1,64}@[^\s@<>,;:\"()\[\]\\\x00-\x1f]{1,255}\Z")
_LAST_DAY, _LAST_PORT = 28, 65535  # every month has a 28th


def check(settings: Settings) -> Iterator[Problem]:
    """Give the problems of when and to whom the brief goes."""
    if settings.schedule is not None:
        yield from _schedule(settings, settings.schedule)
    if settings.mail is not None:
        yield from _mail(settings, settings.mail)


def _schedule(settings: Settings, schedule: ScheduleSettings) -> Iterator[Problem]:
    tree = settings.tree
    if not _TIME.match(schedule.at):
        yield tree.problem(("schedule", "at"), f"{schedule.at!r} is not a time of day", 'write "06:30"')
    zones = zoneinfo.available_timezones()
    if schedule.zone not in zones:
        advice = typed.near(schedule.zone, zones) or "write a name such as Europe/London"
        yield tree.problem(("schedule", "zone"), f"there is no time zone {schedule.zone!r}", advice)
    on, steps = schedule.on, ("schedule", "on")
    if on and schedule.every == "week" and on not in DAYS:
        yield tree.problem(steps, f"{on!r} is not a day of the week", typed.near(on, DAYS) or "write monday")
    elif on and schedule.every == "month" and not (on.isdecimal() and 1 <= int(on) <= _LAST_DAY):
        yield tree.problem(steps, f"{on!r} is not a day that every month has", f"write 1 to {_LAST_DAY}")
    elif on and schedule.every not in {"week", "month"}:
        yield tree.problem(steps, f"'on' means nothing for every {schedule.every}", "take it out", key=True)


def _mail(settings: Settings, mail: MailSettings) -> Iterator[Problem]:
    tree = settings.tree
    slugs = [section.slug for section in settings.sections]
    formats = [output.kind for output in settings.outputs]
    if not _ADDRESS.match(mail.from_):
        yield tree.problem(("mail", "from"), f"{mail.from_!r} is not a mail address")
    if mail.server is not None and not 1 <= mail.server.port <= _LAST_PORT:
        yield tree.problem(("mail", "server", "port"), f"{mail.server.port} is not a port", "1 to 65535")
    for number, recipient in enumerate(mail.recipients):
        steps = ("mail", "recipients", number)
        if not _ADDRESS.match(recipient.to):
            yield tree.problem((*steps, "to"), f"{recipient.to!r} is not a mail address")
        for at, slug in enumerate(recipient.sections):
            if slug not in slugs:
                advice = typed.near(slug, slugs) or f"sections are {typed.one_of(slugs)}"
                yield tree.problem((*steps, "sections", at), f"there is no section {slug!r}", advice)
        for at, form in enumerate(recipient.formats):
            if form not in formats:
                advice = typed.near(form, formats) or f"outputs are {typed.one_of(formats)}"
                yield tree.problem((*steps, "formats", at), f"{form!r} is not among the outputs", advice)
