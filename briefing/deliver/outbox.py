"""The couriers that stay on this machine: a Maildir that another program empties, and .eml files to
look at.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from briefing.deliver import synced
from briefing.deliver.courier import Commit, CourierAnswer, Unreached, commit_at_once
from briefing.deliver.message import Message
from briefing.errors import refusal_reason

_UNFIT = re.compile(r"[^a-z0-9.@_+-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """A folder that messages are put into, each whole or not at all.

    `form` "maildir" writes to tmp/ and moves to new/; "eml" writes plain files named after their
    recipients. A file is named by its Message-ID, so that the same message never lies there twice.
    """

    folder: Path
    form: Literal["maildir", "eml"] = "maildir"
    name: str = "outbox"

    def __enter__(self) -> Self:
        """Make the folders; raise Unreached where they can't be made."""
        try:
            for part in ("tmp", "new", "cur") if self.form == "maildir" else (".",):
                (self.folder / part).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"the outbox {self.folder} can't be made: {refusal_reason(error)}"
            raise Unreached(message) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is held open."""

    def carry(self, message: Message, commit: Commit) -> CourierAnswer:
        """Put one message into the folder: see `Courier`."""
        path = self.folder / _message_path(message, self.form)
        beside = self.folder / ("tmp" if self.form == "maildir" else ".") / f".part-{path.name}"
        commit_at_once(commit)
        try:
            synced.write_synced(beside, message.content)
            beside.replace(path)
            synced.sync_folder(path.parent)
        except OSError as error:
            beside.unlink(missing_ok=True)
            words = f"the outbox {self.folder} can't be written: {refusal_reason(error)}"
            return CourierAnswer(fate="deferred", words=words)
        return CourierAnswer(fate="sent", words=f"in {path.relative_to(self.folder.parent)}")


def _message_path(message: Message, form: Literal["maildir", "eml"]) -> Path:
    code = hashlib.sha256(message.id.encode()).hexdigest()[:16]
    if form == "maildir":
        return Path("new") / f"{code}.briefing"
    readable = _UNFIT.sub("-", message.recipient.lower()).strip(".-")[:80]
    return Path(f"{readable}-{code[:8]}.eml" if readable else f"{code}.eml")
