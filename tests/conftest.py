"""The world every test lives in: no network, no home directory, one time zone, one locale, one date
of build, a disk that answers at once.

All of it is set while this file is imported, before any test module is, and reaches the programs
that tests start.
"""

import ctypes
import functools
import gc
import locale
import os
import shutil
import signal
import sqlite3
import sys
import time
import warnings
from pathlib import Path

import hypothesis
import pytest

HERE = Path(__file__).resolve().parent
NOWHERE = "/dev/null/no-home"  # below a file: not even root can make it
WORLD = {
    "HOME": NOWHERE,
    **{
        f"XDG_{name}_HOME": f"{NOWHERE}/{name.lower()}"
        for name in ("CACHE", "CONFIG", "DATA", "STATE")
    },
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
    "SOURCE_DATE_EPOCH": "1764547200",  # 2025-12-01T00:00:00Z
    "NO_COLOR": "1",
    "COLUMNS": "120",
    # Nobody listens there: a program that honours proxies gets nowhere.
    **dict.fromkeys(
        ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"),
        "http://127.0.0.1:9",
    ),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "localhost,127.0.0.1,::1"),
    # Children run the same offline world, and find the project from any folder.
    "PYTHONPATH": os.pathsep.join((str(HERE / "offline"), str(HERE.parent))),
}
PERSONAL = (
    "LANGUAGE",
    "LC_CTYPE",
    "LC_TIME",
    "LC_NUMERIC",
    "PYTHONHASHSEED",
    "FONTCONFIG_FILE",
    "MAKEFLAGS",
    "MFLAGS",
    "MAKELEVEL",
)
SOAK = os.environ.get("BRIEFING_SOAK") == "1"
REWRITE = os.environ.get("BRIEFING_GOLDEN") == "1"
# where Debian keeps servers, and a plain user's PATH doesn't lead
SERVERS = "/usr/sbin:/sbin:/usr/local/sbin"

os.environ.update(WORLD)
for personal in PERSONAL:
    os.environ.pop(personal, None)
time.tzset()
if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # a shell's background: programs that tests stop would not
    signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, str(HERE / "offline"))

import sitecustomize as offline  # noqa: E402 - the path to it was only just laid

if "SLIPCOVER_ENABLED" in os.environ:
    from tests import counting

    counting.keep_prepared()


class QuickConnection(sqlite3.Connection):
    """A connection that waits for no disk: `sitecustomize` says why."""

    def execute(self, statement, *parameters):
        """Run a statement."""
        hasty = statement.replace("synchronous = FULL", "synchronous = OFF")
        return super().execute(hasty, *parameters)


sqlite3.connect = functools.partial(sqlite3.connect, factory=QuickConnection)

# Which examples hypothesis makes depends on the test alone, so that a red run is red for everyone;
# `make soak`
# makes many more of them, and other ones each time.
hypothesis.settings.register_profile(
    "sample", derandomize=True, database=None, deadline=None, max_examples=60
)
hypothesis.settings.register_profile(
    "soak", database=None, deadline=None, max_examples=5000, print_blob=True
)
hypothesis.settings.load_profile("soak" if SOAK else "sample")


# Collecting makes some 10,000 tests that all stay: the collector's rounds would find nothing.
gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish():
    """Leave what is there by now out of the collector's rounds: it would look through all tests and
    their parameters again and again.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _one_processor():
    """Work in this process, unless a test says how many work: whether it pays to start others hangs
    on how busy the machine is, and each costs as much as most tests."""
    from briefing.workers import processes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "processors", lambda: 1)
        yield


@pytest.fixture(autouse=True)
def _no_network():
    """Fail a test in whose time something tried to leave this machine, even where the refusal was
    swallowed."""
    before = len(offline.OFFENCES)
    yield
    assert not offline.OFFENCES[before:], "the network was asked for"


@pytest.fixture
def seeds():
    """The folder of the five articles."""
    return HERE.parent / "seeds"


@pytest.fixture(scope="session")
def needs():
    """A function from a program's names to the path of the first that is installed; skips the test,
    loudly, else.

    BRIEFING_REQUIRE_TOOLS=1 makes it a failure, for machines that must have them all.
    """

    def find(*programs):
        for path in (None, SERVERS):
            for name in programs:
                found = shutil.which(name, path=path)
                if found:
                    return found
        message = (
            f"{' or '.join(programs)} is not installed, so this was not tested; `make tools` "
            f"installs it"
        )
        if os.environ.get("BRIEFING_REQUIRE_TOOLS") == "1":
            pytest.fail(message)
        warnings.warn(message, stacklevel=2)
        pytest.skip(message)

    return find


@pytest.fixture(scope="session")
def browser(needs):
    """The system's Chromium, headless, driven by Playwright; it resolves no name and so reaches
    this machine alone."""
    from playwright import sync_api

    program = needs("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            needs("libatomic.so.1")  # what drives the browser doesn't start without it
    with sync_api.sync_playwright() as driver:
        alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
        # Containers and root have no place for Chromium's own sandbox; the pages are ours.
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox", alone])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def count():
    """A function that picks how often to try: count(20, 500) is 20 in `make test` and 500 in `make
    soak`."""
    return lambda sample, soak: soak if SOAK else sample


@pytest.fixture
def golden():
    """A function that compares text with a file of the expected, or writes that file under `make
    golden`."""

    def compare(path, text):
        if REWRITE:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8"), (
            f"differs from {path.name}; meant? then `make golden`"
        )

    return compare


@pytest.fixture
def zone(monkeypatch):
    """A function that moves this process and its children to another time zone for the length of
    the test."""

    def move(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def speak(monkeypatch):
    """A function that changes the locale for the length of the test; skips where the machine lacks
    it."""
    before = locale.setlocale(locale.LC_ALL)

    def change(name):
        monkeypatch.setenv("LC_ALL", name)
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            pytest.skip(f"the locale {name} is not installed")

    yield change
    monkeypatch.undo()
    locale.setlocale(locale.LC_ALL, before)
