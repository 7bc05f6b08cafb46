"""Telling the operator that a run failed: once for each cause, until a run succeeds again."""

import os
import re
import subprocess
from datetime import UTC, datetime
from html import escape

from briefing import registry
from briefing.deliver import message as letters
from briefing.deliver.courier import Unreached
from briefing.errors import UserError, WorkError
from briefing.mailing import couriers
from briefing.settings import Settings

_PATIENCE = 60.0  # seconds that a command may take
_NUMBER = re.compile(r"\d+")


def failure_cause(exit_code: int, message: str) -> str:
    """What two failures of one cause have in common: their words, without numbers; '' for
    none.
    """
    return f"{exit_code} {_NUMBER.sub('#', message)}"[:2000] if exit_code else ""


def can_alert(settings: Settings) -> bool:
    """Whether the settings name somebody to tell, and the way."""
    known = settings.alerts
    return known is not None and bool(known.command or (known.mail and settings.mail is not None))


def alert_operator(settings: Settings, message: str) -> bool:
    """Run the operator's command and write the operator's mail; tell whether all that is asked for
    was done.

    The command gets the message on its standard input and in BRIEFING_ALERT; no shell is involved.
    """
    alerts = settings.alerts
    if alerts is None:
        return True
    text = f"{settings.brief.title}: a run of {settings.path} failed.\n\n{message}\n"
    commanded = _run_command(alerts.command, text) if alerts.command else True
    mailed = _mail_operator(settings, alerts.mail, text) if alerts.mail else True
    return commanded and mailed


def _run_command(command: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, word by word
            command,
            input=text.encode(),
            env={**os.environ, "BRIEFING_ALERT": text.replace("\0", "")},
            timeout=_PATIENCE,
            check=False,
            capture_output=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _mail_operator(settings: Settings, address: str, text: str) -> bool:
    """Send a letter by the way that briefs go."""
    if settings.mail is None:
        return False
    subject = f"Failed: {settings.brief.title}"
    letter = letters.Letter(subject=subject, text=text, html=f"<p>{escape(text)}</p>")
    sender = couriers.make_sender(settings, settings.mail)
    now = datetime.now(UTC)
    own = letters.message_id(
        sender, f"{settings.brief.slug}-alert-{now:%Y%m%d%H%M%S%f}", 0, address
    )
    try:
        written = letters.address_message(
            letters.make_body(letter, ()), sender, (address, ""), now, (own, ())
        )
        named = registry.make_courier(settings)
        courier = couriers.make_courier(settings, settings.mail, named)
        with courier(settings.base, settings.output) as carrier:
            return carrier.carry(written, lambda: None).fate == "sent"
    except (Unreached, UserError, WorkError, OSError):
        return False
