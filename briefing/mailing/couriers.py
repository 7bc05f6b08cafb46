"""The way out of the house: couriers and sender as the config has them, secrets, readers' own
cadences.
"""

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from briefing import schedule
from briefing.deliver.courier import Courier
from briefing.deliver.couriers import OutboxCourier, SendmailCourier
from briefing.deliver.message import Sender, wire_address
from briefing.deliver.smtp import ServerLine, Smtp
from briefing.errors import UserError, refusal_reason
from briefing.settings import Settings
from briefing.settings.mail import MailCadence, MailSettings, ServerSettings
from briefing.state import handles

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_sender(settings: Settings, mail: MailSettings) -> Sender:
    """Who sends, and how the list is known and left."""
    domain = wire_address(mail.from_).rpartition("@")[2]
    return Sender(
        address=mail.from_,
        name=mail.from_name or settings.brief.title,
        list_id=mail.list_id or f"{settings.brief.slug}.{domain}",
        list_name=settings.brief.title,
        leave=mail.unsubscribe or mail.from_,
        reply_to=mail.reply_to,
    )


def make_courier(settings: Settings, mail: MailSettings, named: Courier | None) -> Courier:
    """The courier: the one that `mail` names, else the server, the command or the outbox.

    No secret is read before it is called: that raises UserError where one is missing or open to
    others.
    """
    if named is not None:
        return named
    if mail.server is not None:
        return SmtpCourier(settings=settings, mail=mail, server=mail.server)
    return SendmailCourier(command=mail.sendmail) if mail.sendmail else OutboxCourier()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpCourier:
    """The way to the mail server that the config describes."""

    name: ClassVar[str] = "smtp"

    settings: Settings
    mail: MailSettings
    server: ServerSettings

    def __call__(self, _base: Path, _output: Path) -> Smtp:
        """Have everything ready that connecting takes."""
        return Smtp(line=_make_line(self.settings, self.mail, self.server))


def _make_line(settings: Settings, mail: MailSettings, server: ServerSettings) -> ServerLine:
    ca_file = settings.base / server.ca_file if server.ca_file else None
    if ca_file is not None and not ca_file.is_file():
        raise UserError(
            settings.tree.problem(
                ("mail", "server", "ca_file"), f"there is no file {server.ca_file!r}"
            )
        )
    return ServerLine(
        host=server.host,
        port=server.port,
        security=server.security,
        hello=server.hello or wire_address(mail.from_).rpartition("@")[2],
        user=server.user,
        password=read_password(settings, server),
        ca_file=str(ca_file or ""),
        timeout=float(server.timeout),
        per_minute=server.per_minute,
    )


def read_password(settings: Settings, server: ServerSettings) -> str:
    """Read the password where the config says; '' where there is no login.

    Raises UserError where it is not there, or where the file can be read by others. It is never
    printed.
    """
    if server.password_env:
        return _read_variable(settings, server.password_env)
    if server.password_file:
        return _read_secret_file(settings, server.password_file)
    return ""


def _read_variable(settings: Settings, name: str) -> str:
    found = os.environ.get(name, "")
    if not found:
        message = f"the environment has no {name}, or it is empty"
        raise UserError(settings.tree.problem(("mail", "server", "password_env"), message))
    return found


def _read_secret_file(settings: Settings, name: str) -> str:
    path = settings.base / name
    try:
        if _can_others_read(path.stat()):
            message = f"{name!r} can be read by others"
            raise _blame_secret_file(settings, message, f"chmod 600 {name}")
        found = path.read_text(encoding="utf-8").strip("\r\n")
    except OSError as error:
        message = f"{name!r} can't be read: {refusal_reason(error)}"
        raise _blame_secret_file(settings, message) from error
    except UnicodeError as error:
        message = f"{name!r} can't be read: it is not UTF-8"
        raise _blame_secret_file(settings, message) from error
    if not found:
        raise _blame_secret_file(settings, f"{name!r} is empty")
    return found


def _can_others_read(state: os.stat_result) -> bool:
    """Whether others than this user and root can read a file, where the system tells that."""
    if not handles.tells_readers():
        return False
    return bool(state.st_mode & _OTHERS) or not handles.is_own(state.st_uid, roots=True)


def _blame_secret_file(settings: Settings, message: str, advice: str = "") -> UserError:
    steps = ("mail", "server", "password_file")
    return UserError(settings.tree.problem(steps, message, advice))


def why_not_ready(cadence: MailCadence | None, last: datetime | None, now: datetime) -> str:
    """'' where a reader's own cadence lets mail go now, else say what it waits for.

    `last` is when the reader was last sent an edition, None before the first, which waits for
    nothing.
    """
    if cadence is None or last is None or last < _latest_moment(cadence, now):
        return ""
    day = f" on {cadence.on or ('monday' if cadence.every == 'week' else '1')}"
    when = (
        f"every {cadence.every}{day if cadence.every in {'week', 'month'} else ''}, "
        f"{cadence.at} {cadence.zone}"
    )
    return f"waits for its own cadence: {when}"


def _latest_moment(cadence: MailCadence, now: datetime) -> datetime:
    """The last moment of a cadence at or before `now`."""
    if cadence.every != "month":
        wanted = schedule.Cadence(
            every=cadence.every,
            at=cadence.at,
            zone=cadence.zone,
            on=cadence.on or schedule.WEEKDAYS[0],
        )
        return schedule.next_due(None, wanted, now)
    zone, clock = ZoneInfo(cadence.zone), time.fromisoformat(cadence.at)
    day = now.astimezone(zone).date().replace(day=int(cadence.on or "1"))
    moment = datetime.combine(day, clock, zone).astimezone(UTC)
    if moment <= now:
        return moment
    before = (day.replace(day=1) - timedelta(days=1)).replace(day=day.day)
    return datetime.combine(before, clock, zone).astimezone(UTC)
