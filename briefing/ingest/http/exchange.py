"""One request and its answer: bounded in size and time."""

import email.utils
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import httpx

from briefing.ingest.http.answers import (
    Asked,
    LaterError,
    NetworkPolicy,
    RefusedError,
    ServerAnswer,
    Unchanged,
)

_BUSY = frozenset({429, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_OK = 200
_BROKEN = 500


@dataclass(frozen=True, slots=True)
class Visit:
    """What one run comes to know of sites: the rules of robots.txt by the root of a site (None
    where all is allowed), and why hosts are down. So neither is asked twice in a run.
    """

    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    down: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """A client, how it may be used, and what is known so far."""

    client: httpx.Client
    policy: NetworkPolicy
    visit: Visit = field(default_factory=Visit)


def open_client(policy: NetworkPolicy) -> httpx.Client:
    """A client that goes nowhere by itself: it follows no redirect and no setting of the system."""
    headers = {"User-Agent": policy.agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}
    return httpx.Client(
        timeout=httpx.Timeout(policy.timeout),
        headers=headers,
        trust_env=False,
        follow_redirects=False,
    )


def ask_places(
    session: Session,
    asked: Asked,
    url: str,
    places: Sequence[str],
    *,
    headers: Mapping[str, str] | None = None,
    most: int = 0,
) -> ServerAnswer | Unchanged | str:
    """Ask for `url` at the first of `places` that can be connected to: an answer, or the address
    that it redirects to.

    `places` are as `find_places` gives them, `most` is the size up to which a body is taken, in
    bytes (0: the policy's). Raises RefusedError and LaterError.
    """
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
    session: Session, url: str, place: str, headers: Mapping[str, str]
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
    session: Session, asked: Asked, url: str, request: httpx.Request, most: int
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
