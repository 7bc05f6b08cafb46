"""Checks of `schedule`, `mail`, `alerts` and `keep`: when and to whom the brief goes, and what
stays of it.
"""

import ipaddress
import re
from collections.abc import Iterator

from briefing.errors import Problem
from briefing.settings import addresses
from briefing.settings.checks import cadence, frame, mail
from briefing.settings.settings import Settings

_LAST_PORT = 65535
_PUBLIC_KEY = re.compile(
    r"(?:ssh-[a-z0-9-]+|ecdsa-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/]+=*(?: [^\r\n\0]*)?"
)


def check_delivery(settings: Settings) -> Iterator[Problem]:
    """The problems of when and to whom the brief goes."""
    if settings.schedule is not None:
        for key, message, advice in cadence.cadence_mistakes(settings.schedule):
            meaningless = key == "on" and settings.schedule.every not in {"week", "month"}
            yield settings.tree.problem(("schedule", key), message, advice, key=meaningless)
    if settings.mail is not None:
        yield from mail.check_mail(settings, settings.mail)
    yield from _check_alerts(settings)
    yield from _check_signature(settings)
    yield from _check_desk(settings)
    yield from _check_editor(settings)
    if settings.brief.consider < 1:
        yield settings.tree.problem(
            ("brief", "consider"), f"{settings.brief.consider} is less than 1"
        )
    if settings.keep is not None and not _is_bound(settings.keep):
        advice = "write a number of editions such as 20, or a length of time such as 90d"
        yield settings.tree.problem(
            ("keep",), f"{settings.keep!r} says not which editions to keep", advice
        )


def _check_desk(settings: Settings) -> Iterator[Problem]:
    desk = settings.desk
    if desk is None:
        return
    address = _read_address(desk.address)
    if address is None:
        advice = "write 127.0.0.1, or the address of this machine that others reach"
        yield settings.tree.problem(
            ("desk", "address"), f"{desk.address!r} is no address in numbers", advice
        )
    elif not address.is_loopback and not desk.password_env:
        advice = "add password_env: the variable of the environment that holds the password"
        yield settings.tree.problem(
            ("desk", "address"), f"others reach {desk.address}, and there is no password", advice
        )
    if not 0 <= desk.port <= _LAST_PORT:
        yield settings.tree.problem(("desk", "port"), f"{desk.port} is no port")


def _check_editor(settings: Settings) -> Iterator[Problem]:
    asked = settings.editing
    if asked is None:
        return
    if not 0 < asked.share <= 1:
        yield settings.tree.problem(
            ("editor", "share"), f"{asked.share} is no share", "write a number above 0 and up to 1"
        )
    for name in ("requests", "tokens", "minutes"):
        if getattr(asked, name) <= 0:
            message = f"'{name}': {getattr(asked, name)} leaves nothing to ask with"
            yield settings.tree.problem(("editor", name), message, "leave out `editor` instead")


def _read_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _check_signature(settings: Settings) -> Iterator[Problem]:
    asked = settings.signature
    if asked is not None and _PUBLIC_KEY.fullmatch(asked.public_key) is None:
        advice = "write the one line of its .pub file: ssh-ed25519 AAAA…"
        yield settings.tree.problem(
            ("signature", "public_key"), "is no public key of ssh-keygen's", advice
        )


def _check_alerts(settings: Settings) -> Iterator[Problem]:
    alerts = settings.alerts
    if alerts is None or not alerts.mail:
        return
    if not addresses.is_address(alerts.mail):
        yield settings.tree.problem(("alerts", "mail"), f"{alerts.mail!r} is not a mail address")
    elif settings.mail is None:
        advice = "add mail: {from: …, server: …}, or use alerts: {command: […]}"
        yield settings.tree.problem(
            ("alerts", "mail"), "there is no way for an alert to go", advice
        )


def _is_bound(keep: int | str) -> bool:
    written = str(keep)
    return int(written) >= 1 if written.isdecimal() else frame.parse_window(written) is not None
