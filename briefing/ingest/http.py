"""The one door to the network: polite, bounded, and closed to addresses that are nobody's business.

Redirects are followed by hand, so that each step is checked. A host is asked one thing at a time.
"""

import email.utils
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from briefing.ingest.public_address import is_public

AGENT = "briefing/0.1 (reads news for a brief; obeys robots.txt)"
_MOST_BYTES = 20_000_000
_MOST_ROBOTS = 500_000
_MOST_REDIRECTS = 5
_TRIES = 3
_BUSY = frozenset({429, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_OK = 200
_BROKEN = 500


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


@dataclass(frozen=True, slots=True)
class _Session:
    """One run's client and what is known of robots.txt so far."""

    client: httpx.Client
    policy: NetworkPolicy
    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    down: dict[str, str] = field(default_factory=dict)


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


def fetch_all(asked: Sequence[Asked], policy: NetworkPolicy) -> Iterator[Result]:
    """Ask for every address, each once, and give what came in the order of `asked`.

    Never raises for what a server does. Hosts are asked side by side, `policy.parallel` at a time.
    """
    unique = {one.url: one for one in asked}
    hosts: dict[str, list[Asked]] = {}
    for one in unique.values():
        hosts.setdefault(urlsplit(one.url).netloc, []).append(one)
    timeout = httpx.Timeout(policy.timeout)
    headers = {"User-Agent": policy.agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}
    with (
        httpx.Client(
            timeout=timeout, headers=headers, trust_env=False, follow_redirects=False
        ) as client,
        ThreadPoolExecutor(max_workers=policy.parallel) as pool,
    ):
        session = _Session(client=client, policy=policy)
        done: dict[str, Result] = {}
        for some in pool.map(
            lambda ones: [_fetch_one(session, one) for one in ones], hosts.values()
        ):
            done.update((one.asked, one) for one in some)
    yield from (done[url] for url in unique)


def _fetch_one(session: _Session, asked: Asked) -> Result:
    host = urlsplit(asked.url).netloc
    if host in session.down:
        return FetchFailure(asked=asked.url, reason=session.down[host], passing=True, down=True)
    try:
        return _fetch_patiently(session.policy, lambda: _follow_redirects(session, asked))
    except RefusedError as error:
        return FetchFailure(asked=asked.url, reason=str(error))
    except LaterError as error:
        if error.down:
            session.down[host] = str(error)
        return FetchFailure(asked=asked.url, reason=str(error), passing=True, down=error.down)


def _fetch_patiently(policy: NetworkPolicy, attempt: Callable[[], Result]) -> Result:
    """Try again where a server is busy, waiting as long as it says. Raises RefusedError, LaterError
    at the last try.
    """
    for number in range(_TRIES):
        try:
            return attempt()
        except LaterError as error:
            wait = error.wait if error.wait is not None else policy.backoff * 2**number
            if number == _TRIES - 1 or wait > policy.longest_wait:
                raise
            threading.Event().wait(wait)
    raise AssertionError


def _follow_redirects(session: _Session, asked: Asked) -> Result:
    """Ask, and go where redirects lead."""
    url = asked.url
    seen: set[str] = set()
    conditions = {"If-None-Match": asked.etag, "If-Modified-Since": asked.modified}
    for _ in range(_MOST_REDIRECTS + 1):
        if url in seen:
            message = "the server redirects in a circle"
            raise RefusedError(message)
        seen.add(url)
        places = _check_address(session.policy, url)
        if not _robots_allow(session, url):
            message = "robots.txt asks programs not to read it"
            raise RefusedError(message)
        given = {name: value for name, value in conditions.items() if value}
        made = _ask_places(session, asked, url, places, headers=given)
        if not isinstance(made, str):
            return made
        if urlsplit(url).scheme == "https" and urlsplit(made).scheme != "https":
            message = "the server redirects to an address that is not encrypted"
            raise RefusedError(message)
        url = made
    message = f"the server redirects more than {_MOST_REDIRECTS} times"
    raise RefusedError(message)


def _check_address(policy: NetworkPolicy, url: str) -> tuple[str, ...]:
    """The addresses at which `url` may be asked, () where its host is allowed by name.

    They are looked up once, and no other is connected to: a name may lead elsewhere a moment later.
    Raises RefusedError for what is no web address, or leads into a private network that isn't
    allowed by name.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        message = "not a web address"
        raise RefusedError(message)
    if host in policy.allow or f"{host}:{port}" in policy.allow:
        return ()
    try:
        _require_public(host)
    except ValueError:  # a name, to be looked up
        pass
    else:
        return (host,)
    try:
        found = socket.getaddrinfo(host, port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = "its host has no address"
        raise LaterError(message, down=True) from None
    addresses = dict.fromkeys(str(address[0]) for *_, address in found)
    for address in addresses:
        _require_public(address)
    return tuple(addresses)


def _require_public(address: str) -> None:
    """Raise RefusedError for an address that is not of the public network, or wraps one that isn't;
    ValueError for what is none.
    """
    if not is_public(address):
        message = "its address is private: name the host under `allow` if it is meant"
        raise RefusedError(message)


def _robots_allow(session: _Session, url: str) -> bool:
    """Whether robots.txt lets us read `url`: unreachable means no, missing means yes (RFC
    9309).
    """
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    if root not in session.robots:
        session.robots[root] = _read_robots(session, f"{root}/robots.txt")
    rules = session.robots[root]
    return rules is None or rules.can_fetch(session.policy.agent.split("/", 1)[0], url)


def _read_robots(session: _Session, url: str) -> RobotFileParser | None:
    rules = RobotFileParser()
    try:
        for _ in range(_MOST_REDIRECTS):
            places = _check_address(session.policy, url)
            made = _ask_places(session, Asked(url=url), url, places, most=_MOST_ROBOTS)
            if isinstance(made, ServerAnswer):
                rules.parse(made.data.decode("utf-8", "replace").splitlines())
                return rules
            if not isinstance(made, str):
                return None
            url = made
    except RefusedError:
        return None  # no such file, or one that can't be read: nothing is forbidden
    except LaterError as error:
        message = f"its robots.txt can't be had ({error}), so nothing is asked"
        raise LaterError(message, error.wait, down=error.down) from error
    return None


def _ask_places(
    session: _Session,
    asked: Asked,
    url: str,
    places: Sequence[str],
    *,
    headers: Mapping[str, str] | None = None,
    most: int = 0,
) -> ServerAnswer | Unchanged | str:
    """Ask at the first of `places` that can be connected to; see `_ask_once`."""
    *others, last = places or ("",)
    for place in others:
        try:
            return _ask_once(
                session, asked, url, _build_request(session, url, place, headers or {}), most
            )
        except LaterError as error:
            if not error.down:
                raise
    return _ask_once(session, asked, url, _build_request(session, url, last, headers or {}), most)


def _build_request(
    session: _Session, url: str, place: str, headers: Mapping[str, str]
) -> httpx.Request:
    """The request for `url` as it goes to the address `place`, "" where its name is believed.

    The server is asked, and its certificate held to, the name in `url`.
    """
    try:
        request = session.client.build_request("GET", url, headers=headers)
        if place:
            request.extensions["sni_hostname"] = request.url.host
            request.url = request.url.copy_with(host=place)
    except (httpx.InvalidURL, ValueError) as error:
        message = f"the server can't be reached ({type(error).__name__})"
        raise LaterError(message) from None
    return request


def _ask_once(
    session: _Session, asked: Asked, url: str, request: httpx.Request, most: int
) -> ServerAnswer | Unchanged | str:
    """Ask once for `url`: an answer, or the address that it redirects to. Raises RefusedError and
    LaterError.
    """
    try:
        with closing(session.client.send(request, stream=True)) as response:
            if response.status_code == _UNCHANGED and _is_conditional(request):
                return Unchanged(asked=asked.url)
            if response.status_code in _MOVED and "location" in response.headers:
                return urljoin(url, response.headers["location"]).split("#", 1)[0]
            _require_success(response)
            data = _read_body(response, session.policy, most or session.policy.most_bytes)
            return ServerAnswer(
                asked=asked.url,
                url=url,
                data=data,
                charset=response.charset_encoding,
                etag=response.headers.get("etag", "")[:1000],
                modified=response.headers.get("last-modified", "")[:100],
            )
    except httpx.TimeoutException:
        message = "the server does not answer in time"
        raise LaterError(message) from None
    except httpx.DecodingError:
        message = "the answer is damaged: its compression can't be undone"
        raise RefusedError(message) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        message = f"the server can't be reached ({type(error).__name__})"
        raise LaterError(message, down=isinstance(error, httpx.ConnectError)) from None


def _is_conditional(request: httpx.Request) -> bool:
    """Whether the server was told which copy is at hand."""
    return "if-none-match" in request.headers or "if-modified-since" in request.headers


def _require_success(response: httpx.Response) -> None:
    code = response.status_code
    if code in _BUSY:
        message = f"the server answers {code} ({response.reason_phrase or 'busy'})"
        raise LaterError(message, _retry_seconds(response.headers.get("retry-after", "")))
    if code >= _BROKEN:
        message = f"the server answers {code} ({response.reason_phrase or 'error'})"
        raise LaterError(message)
    if code != _OK:
        message = f"the server answers {code} ({response.reason_phrase or 'refused'})"
        raise RefusedError(message)


def _retry_seconds(said: str) -> float | None:
    """Read Retry-After: seconds, or a date."""
    if said.strip().isdigit():
        return float(said.strip()[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _read_body(response: httpx.Response, policy: NetworkPolicy, most: int) -> bytes:
    """Read the body up to a size, undone and not, and up to a time."""
    ends = time.monotonic() + policy.longest
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > most or response.num_bytes_downloaded > most:
            message = f"the answer is too large: more than {most / 1_000_000:.0f} MB"
            raise RefusedError(message)
        if time.monotonic() > ends:
            message = f"the answer takes longer than {policy.longest:.0f} seconds"
            raise RefusedError(message)
        pieces.append(piece)
    return b"".join(pieces)
