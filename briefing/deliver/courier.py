"""What a courier is asked and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self

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


class Courier(Protocol):
    """Carries messages one by one; opened and closed as a context."""

    @property
    def name(self) -> str:
        """The kind of courier, as receipts name it."""

    def carry(self, message: Message, commit: Commit) -> CourierAnswer:
        """Carry one message.

        `commit` is called once, before the first byte of content, and what it gives, if anything,
        before the last one: it waits until the intent would outlast a loss of power. What either
        raises is passed on, and nothing was sent. Raises Unreached where no message could go.
        """

    def __enter__(self) -> Self: ...  # noqa: D105

    def __exit__(  # noqa: D105
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def commit_at_once(commit: Commit) -> None:
    """Commit and wait until that would last, for couriers that hand over everything at once."""
    assure = commit()
    if assure is not None:
        assure()


def one_line_answer(text: str | bytes) -> str:
    """Give an answer on one line of at most 300 characters, printable whatever a server sent."""
    line = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())[:300]
