"""What a courier is asked and what it answers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from briefing.deliver.message import Message

Fate = Literal["sent", "deferred", "refused", "ambiguous"]
Assure = Callable[[], None]
Commit = Callable[[], Assure | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierAnswer:
    """What became of a message, and the last word of whoever took it or didn't, on one line."""

    fate: Fate
    words: str


class Unreached(Exception):  # noqa: N818 - not a fault of ours: nobody took the mail
    """The way out is closed for everybody: no connection, no encryption, no login, a sender not
    wanted.

    Whoever is not served yet stays owed; nobody's attempts are counted.
    """


class Carrier(Protocol):
    """Carries messages one by one while its courier holds the way open."""

    def carry(self, message: "Message", commit: Commit) -> CourierAnswer:
        """Carry one message.

        `commit` is called once, before the first byte of content, and what it gives, if anything,
        before the last one: it waits until the intent would outlast a loss of power. What either
        raises is passed on, and nothing was sent. Raises Unreached where no message could go.
        """


class Courier(Protocol):
    """Opens a way out for messages that are due; it never decides whose they are."""

    @property
    def name(self) -> str:
        """The word for it that receipts have."""

    def __call__(self, base: Path, output: Path, /) -> AbstractContextManager[Carrier]:
        """Open the way, for as many messages as there are; leaving the context closes it.

        `base` is the config's folder, `output` that of the brief. Entering raises Unreached where
        no message could go.
        """


def commit_at_once(commit: Commit) -> None:
    """Commit and wait until that would last, for couriers that hand over everything at once."""
    assure = commit()
    if assure is not None:
        assure()


def one_line_answer(text: str | bytes) -> str:
    """Give an answer on one line of at most 300 characters, printable whatever a server sent."""
    line = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())[:300]
