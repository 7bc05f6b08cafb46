"""What is asked of servers, how the network may be used, and what comes of it."""

from dataclasses import dataclass

AGENT = "briefing/0.1 (reads news for a brief; obeys robots.txt)"
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPolicy:
    """How the network is used. `allow` names hosts (`host` or `host:port`) that may be private;
    times in seconds.
    """

    agent: str = AGENT
    allow: tuple[str, ...] = ()
    timeout: float = 20.0
    longest: float = 60.0
    longest_wait: float = 60.0
    backoff: float = 1.0
    parallel: int = 4
    most_bytes: int = _MOST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An address to be fetched, with what its server said of the copy at hand."""

    url: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAnswer:
    """What a server sent: bytes with their encoding undone, and what it said of them."""

    asked: str
    url: str
    data: bytes
    charset: str | None = None
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The copy at hand is the newest."""

    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailure:
    """Why there is no answer, in words a reader understands; `passing` where it may be another
    tomorrow.

    `down` says that nobody answered at all: the host, or the network here, is out of reach.
    """

    asked: str
    reason: str
    passing: bool = False
    down: bool = False


Result = ServerAnswer | Unchanged | FetchFailure


class RefusedError(Exception):
    """Nothing is asked, or what came is not taken; the text says why."""


class LaterError(Exception):
    """The server can't answer now; `wait` is for how many seconds, None where it doesn't say.

    `down` says that it gave no answer at all, so that its other pages need not be tried.
    """

    def __init__(self, reason: str, wait: float | None = None, *, down: bool = False) -> None:
        """Keep what is known."""
        super().__init__(reason)
        self.wait = wait
        self.down = down
