"""Checks of `schedule` and `mail`: when and to whom the brief goes."""

from collections.abc import Iterator

from briefing.errors import Problem
from briefing.settings.checks import cadence, mail
from briefing.settings.settings import Settings


def check(settings: Settings) -> Iterator[Problem]:
    """Give the problems of when and to whom the brief goes."""
    if settings.schedule is not None:
        for key, message, advice in cadence.mistakes(settings.schedule):
            meaningless = key == "on" and settings.schedule.every not in {"week", "month"}
            yield settings.tree.problem(("schedule", key), message, advice, key=meaningless)
    if settings.mail is not None:
        yield from mail.check(settings, settings.mail)
