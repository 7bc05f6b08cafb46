"""A deadline for a whole conversation with a mail server, beside the one for each answer.

A server that sends a letter a minute answers in time for ever.
"""

import smtplib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_BOTH = 2  # SHUT_RDWR: nothing is read or written any more, and whoever waits wakes


@contextmanager
def keep_deadline(connection: smtplib.SMTP, seconds: float) -> Iterator[None]:
    """Cut the connection where what is within takes longer than `seconds`.

    Then raises TimeoutError for whatever the cut has made of it.
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
    except (OSError, smtplib.SMTPException) as error:
        if over.is_set():
            message = "no answer in time"
            raise TimeoutError(message) from error
        raise
    finally:
        timer.cancel()
