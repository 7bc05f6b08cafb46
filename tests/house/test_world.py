"""The world of the tests is as conftest.py says."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.offline import sitecustomize as guard

ADDRESS = ("192.0.2.1", 80)  # of the block that RFC 5737 keeps for documentation: nobody has it


@pytest.fixture
def offences():
    """What the network guard has noted; the test takes out again what it provoked."""
    noted = sys.modules["sitecustomize"].OFFENCES
    before = len(noted)
    yield noted
    del noted[before:]


@pytest.mark.parametrize(
    "leave",
    [
        lambda: socket.create_connection(ADDRESS, timeout=0.2),
        lambda: socket.getaddrinfo("briefing.example", 443),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"?", ADDRESS),
        lambda: socket.gethostbyname("briefing.example"),
    ],
    ids=["connect", "resolve", "datagram", "old resolve"],
)
def test_nothing_leaves_this_machine(leave, offences):
    before = len(offences)
    with pytest.raises(PermissionError, match="out of bounds"):
        leave()
    assert len(offences) == before + 1


def test_nothing_leaves_a_program_that_a_test_starts():
    code = f"import socket; socket.create_connection({ADDRESS!r}, timeout=0.2)"
    child = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "out of bounds" in child.stderr


def test_loopback_stays_open():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as caller,
    ):
        assert caller.getpeername() == server.getsockname()


@pytest.mark.parametrize(
    ("event", "arguments", "expected"),
    [
        ("socket.connect", (None, "/run/some.socket"), None),
        ("socket.connect", (None, (0, 0)), None),
        ("socket.getaddrinfo", (None, 80), None),
        ("socket.connect", (None, ("::1", 80, 0, 0)), "::1"),
        ("socket.bind", (None, ("0.0.0.0", 0)), None),
    ],
)
def test_what_the_guard_takes_for_a_host(event, arguments, expected):
    assert guard.host(event, arguments) == expected


def test_there_is_no_home_and_none_can_be_made():
    for home in (Path.home(), Path(os.environ["XDG_CACHE_HOME"])):
        with pytest.raises(OSError, match="Not a directory"):
            home.mkdir(parents=True)


def test_a_test_may_live_elsewhere_and_comes_back(zone):
    zone("Asia/Tokyo")
    assert time.localtime(0).tm_hour == 9


def test_everyone_else_lives_in_utc():
    assert time.localtime(0).tm_hour == 0
