"""Addresses fetched in order: politely, by the rules of robots.txt, and no host twice at a time.

Redirects are followed by hand, so that each step is checked.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from briefing.ingest.http.answers import (
    Asked,
    FetchFailure,
    LaterError,
    NetworkPolicy,
    RefusedError,
    Result,
    ServerAnswer,
)
from briefing.ingest.http.exchange import Session, Visit, ask_places, open_client
from briefing.ingest.http.places import find_places

_MOST_ROBOTS = 500_000
_MOST_REDIRECTS = 5
_TRIES = 3


def fetch_all(
    asked: Sequence[Asked], policy: NetworkPolicy, visit: Visit | None = None
) -> Iterator[Result]:
    """Ask for every address, each once, and give what came in the order of `asked`; `visit` is
    what the run knows of sites, and gets to know.

    Never raises for what a server does. Hosts are asked side by side, `policy.parallel` at a time.
    """
    unique = {one.url: one for one in asked}
    hosts: dict[str, list[Asked]] = {}
    for one in unique.values():
        hosts.setdefault(urlsplit(one.url).netloc, []).append(one)
    with (
        open_client(policy) as client,
        ThreadPoolExecutor(max_workers=policy.parallel) as pool,
    ):
        session = Session(client=client, policy=policy, visit=visit or Visit())
        done: dict[str, Result] = {}
        for some in pool.map(
            lambda ones: [_fetch_one(session, one) for one in ones], hosts.values()
        ):
            done.update((one.asked, one) for one in some)
    yield from (done[url] for url in unique)


def _fetch_one(session: Session, asked: Asked) -> Result:
    host = urlsplit(asked.url).netloc
    if host in session.visit.down:
        return FetchFailure(
            asked=asked.url, reason=session.visit.down[host], passing=True, down=True
        )
    try:
        return _fetch_patiently(session.policy, lambda: _follow_redirects(session, asked))
    except RefusedError as error:
        return FetchFailure(asked=asked.url, reason=str(error))
    except LaterError as error:
        if error.down:
            session.visit.down[host] = str(error)
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


def _follow_redirects(session: Session, asked: Asked) -> Result:
    """Ask, and go where redirects lead."""
    url = asked.url
    seen: set[str] = set()
    conditions = {"If-None-Match": asked.etag, "If-Modified-Since": asked.modified}
    for _ in range(_MOST_REDIRECTS + 1):
        if url in seen:
            message = "the server redirects in a circle"
            raise RefusedError(message)
        seen.add(url)
        places = find_places(session.policy, url)
        if not _robots_allow(session, url):
            message = "robots.txt asks programs not to read it"
            raise RefusedError(message)
        given = {name: value for name, value in conditions.items() if value}
        made = ask_places(session, asked, url, places, headers=given)
        if not isinstance(made, str):
            return made
        if urlsplit(url).scheme == "https" and urlsplit(made).scheme != "https":
            message = "the server redirects to an address that is not encrypted"
            raise RefusedError(message)
        url = made
    message = f"the server redirects more than {_MOST_REDIRECTS} times"
    raise RefusedError(message)


def _robots_allow(session: Session, url: str) -> bool:
    """Whether robots.txt lets us read `url`: unreachable means no, missing means yes (RFC
    9309).
    """
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    if root not in session.visit.robots:
        session.visit.robots[root] = _read_robots(session, f"{root}/robots.txt")
    rules = session.visit.robots[root]
    return rules is None or rules.can_fetch(session.policy.agent.split("/", 1)[0], url)


def _read_robots(session: Session, url: str) -> RobotFileParser | None:
    rules = RobotFileParser()
    try:
        for _ in range(_MOST_REDIRECTS):
            places = find_places(session.policy, url)
            made = ask_places(session, Asked(url=url), url, places, most=_MOST_ROBOTS)
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
