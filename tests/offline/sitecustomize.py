"""Makes the network impossible and the disk quick, in the tests and in every Python they start.

Python imports a module of this name at start-up when its folder is on PYTHONPATH;
`tests/conftest.py` puts it there and imports it too. An audit hook sees every connection, whichever
library asks for it, costs no import and can't be taken out again. Loopback and Unix sockets stay
open: tests talk to servers of their own.

A program that isn't Python, or a Python started with -E or -I, is not held back; `conftest.py`
points the proxy variables at a port where nobody listens, which stops the well-behaved among them.

What was written is not waited for until the disk has it: that shows only where the lights go out,
which no test can do; those that ask what is on the disk by then look at what was asked for.
"""

import os
import sys

LOOPBACK = ("localhost", "127.", "::1", "::ffff:127.")
# what was tried in this process: the tests fail over it even where the program swallowed the error
OFFENCES = []
ADDRESS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
HOST = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
WATCHED = frozenset(ADDRESS) | HOST


def host(event, arguments):
    """Return the host that the event is about, or None where it is about none (Unix sockets,
    numbers of a kernel)."""
    if event in HOST:
        return arguments[0]
    address = arguments[ADDRESS[event]] if event in ADDRESS else None
    return (
        address[0] if isinstance(address, tuple) and isinstance(address[0], str | bytes) else None
    )


def watch(event, arguments):
    """Refuse whatever would leave this machine."""
    if event not in WATCHED:  # it is asked of every file and import
        return
    asked = host(event, arguments)
    name = asked.decode("ascii", "replace") if isinstance(asked, bytes) else asked
    if name and not name.startswith(LOOPBACK):
        OFFENCES.append(f"{event} {name}")
        message = f"the network is out of bounds in tests: {event} {name}"
        raise PermissionError(message)


sys.addaudithook(watch)


def accept(handle):
    """Take an open file as synchronised; raises OSError for what is none, as the system does."""
    os.fstat(handle)


os.fsync = accept
