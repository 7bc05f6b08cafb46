"""The courier to a sendmail command: whatever mail system the machine has takes over."""

import os
import subprocess
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from briefing.deliver.courier import (
    Commit,
    CourierAnswer,
    Unreached,
    commit_at_once,
    one_line_answer,
)
from briefing.deliver.message import Message
from briefing.errors import refusal_reason

# Exit codes of sysexits.h, as sendmail commands use them.
_DONE, _DATA, _NO_USER, _NO_HOST, _LATER = 0, 65, 67, 68, 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Sendmail:
    """A command that takes a message on its standard input and queues it."""

    command: str
    timeout: float = 60.0
    name: str = "sendmail"

    def __enter__(self) -> Self:
        """Nothing is opened."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is held open."""

    def carry(self, message: Message, commit: Commit) -> CourierAnswer:
        """Hand one message to the command: see `Courier`."""
        arguments = [self.command, "-i", "-f", message.sender, "--", message.recipient]
        content = message.content.replace(b"\r\n", b"\n")
        if not os.access(self.command, os.X_OK):
            message_ = f"{self.command} is no command that can be run"
            raise Unreached(message_)
        commit_at_once(commit)
        try:
            done = subprocess.run(  # noqa: S603
                arguments, input=content, capture_output=True, timeout=self.timeout, check=False
            )
        except subprocess.TimeoutExpired:
            return CourierAnswer(
                fate="ambiguous", words=f"{self.command} did not end in {self.timeout:g} seconds"
            )
        except OSError as error:
            return CourierAnswer(
                fate="deferred",
                words=f"{self.command} can't be run: {refusal_reason(error)}",
            )
        said = one_line_answer(done.stderr or done.stdout)
        spoken = f"exit code {done.returncode}{': ' + said if said else ''}"
        if done.returncode == _DONE:
            return CourierAnswer(fate="sent", words=spoken)
        if done.returncode < 0:
            return CourierAnswer(
                fate="ambiguous", words=f"{self.command} was killed by signal {-done.returncode}"
            )
        final = done.returncode in {_DATA, _NO_USER, _NO_HOST}
        return CourierAnswer(fate="refused" if final else "deferred", words=spoken)
