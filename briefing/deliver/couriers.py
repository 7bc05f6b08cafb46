"""The couriers that need no secret, as a config names them."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from briefing.deliver.outbox import Outbox
from briefing.deliver.sendmail import Sendmail

OUTBOX = "outbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCourier:
    """Puts messages into the folder `outbox` beside the brief, for another program to take.

    form: `maildir`, or `eml` for plain files named after their readers.
    """

    name: ClassVar[str] = "outbox"

    form: Literal["maildir", "eml"] = "maildir"

    def __call__(self, _base: Path, output: Path) -> Outbox:
        """Open the folder."""
        return Outbox(folder=output / OUTBOX, form=self.form)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendmailCourier:
    """Hands messages to a command that the machine's mail system has.

    command: its full path.
    """

    name: ClassVar[str] = "sendmail"

    command: str = "/usr/sbin/sendmail"

    def __post_init__(self) -> None:
        """Raise ValueError for a command that is found by where the program runs."""
        if not self.command.startswith("/"):
            message = f"{self.command!r} is not a full path (write /usr/sbin/sendmail)"
            raise ValueError(message)

    def __call__(self, _base: Path, _output: Path) -> Sendmail:
        """Have the command ready."""
        return Sendmail(command=self.command)
