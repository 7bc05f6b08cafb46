"""A deadline for a whole conversation with a server, beside the one for each answer.

A server that sends a letter a minute answers in time for ever.
"""

import smtplib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

_BOTH = 2  # SHUT_RDWR: nothing is read or written any more, and whoever waits wakes


class Cuttable(Protocol):
    """A socket, as far as cutting it goes."""

    def shutdown(self, how: int, /) -> object:
        """End reading, writing or both."""


class OpenLine(Protocol):
    """A connection whose socket may be there or not yet."""

    @property
    def sock(self) -> Cuttable | None:
        """The socket as it is now."""


@contextmanager
def keep_deadline(
    connection: OpenLine,
    seconds: float,
    fault: type[Exception] = smtplib.SMTPException,
) -> Iterator[None]:
    """Cut the connection where what is within takes longer than `seconds`.

    Then raises TimeoutError for whatever the cut has made of it: an OSError, or a `fault` of the
    library that talks.
    """
    over = threading.Event()

    def cut() -> None:
        over.set()
        if connection.sock is not None:
            try:
                connection.sock.shutdown(_BOTH)
            except OSError:  # it is gone already
                return

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, fault) as error:
        if over.is_set():
            message = "no answer in time"
            raise TimeoutError(message) from error
        raise
    finally:
        timer.cancel()
