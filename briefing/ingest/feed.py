"""Sources on the web: feeds, and lists of pages.

Calling one gives what is kept of it and opens no connection; `fetch` asks the servers for what is
new.
"""

import errno
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from briefing.errors import Problem, UserError
from briefing.ingest import fetched, sniff
from briefing.ingest.fetched import FetchedCopy, FetchedPage
from briefing.ingest.found import Found, Watched
from briefing.ingest.item import Unreadable
from briefing.ingest.reader import Reader
from briefing.language.addresses import is_web_address

if TYPE_CHECKING:
    from briefing.ingest.feedfile import ParsedEntry
    from briefing.ingest.http import Asked, FetchFailure, ServerAnswer, Unchanged, Visit

KEEP = "fetched"
"""The folder beside the config in which everything fetched is kept."""
_AT_ONCE = 64  # feeds whose answers are in memory at once
_SIDE_BY_SIDE = 16  # hosts that are asked at once
_MINUTE = 60
_PATIENT = 3  # failures in a row from which a feed is asked less often
_FIRST_REST, _LONGEST_REST = 3_600, 7 * 86_400  # seconds
_NOTHING_SAID: Mapping[str, Mapping[str, str]] = MappingProxyType({})

# What a feed tells: its entries by address, each with what it says of them.
_Entries = dict[str, tuple["ParsedEntry", dict[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is kept of the web, where, and what this run knows of sites. `known` is written into."""

    folder: Path
    known: dict[str, FetchedCopy]
    visit: "Visit | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Follows an RSS, Atom or JSON feed and reads the pages that its entries lead to.

    url: where the feed stands.
    most: how many of the newest entries are read each time; older ones stay while they are kept.
    full: read each entry's page; `false` takes the words that the feed itself gives.
    every: how many minutes pass at least before the feed is asked again.
    agent: how the program names itself to servers, with an address where you can be reached.
    allow: hosts (`name` or `name:port`) that may lie in a private network.
    """

    url: str
    most: int = 50
    full: bool = True
    every: int = 0
    agent: str = ""
    allow: tuple[str, ...] = ()

    def __call__(self, base: Path, _readers: Sequence[Reader] = ()) -> tuple[Found, ...]:
        """What is kept of the feed's entries, and the feed itself where it could not be had
        when last asked.
        """
        return list_kept(base, fetched.index(base / KEEP), self.url)

    def watched(self, base: Path) -> Watched:
        """Watch what is kept of the web."""
        return Watched(folders=(base / KEEP,))

    def fetch(self, base: Path) -> None:
        """Ask for the feed, and for the pages of entries that are not kept. Raises UserError for a
        wrong address.
        """
        fetch_feeds(base, (self,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Reads pages of the web, each fetched once.

    urls: their addresses.
    list: a file with more of them, one a line, relative to the config; lines that begin with #
    don't count.
    agent: how the program names itself to servers, with an address where you can be reached.
    allow: hosts (`name` or `name:port`) that may lie in a private network.
    """

    urls: tuple[str, ...] = ()
    list: str = ""
    agent: str = ""
    allow: tuple[str, ...] = ()

    def __call__(self, base: Path, _readers: Sequence[Reader] = ()) -> tuple[Found, ...]:
        """What is kept of the pages. Raises UserError where the list can't be read."""
        return fetched.found(base, KEEP, [_without_fragment(url) for url in self._every(base)])

    def watched(self, base: Path) -> Watched:
        """Watch what is kept of the web, and the list."""
        files = (base / self.list,) if self.list else ()
        return Watched(files=files, folders=(base / KEEP,))

    def fetch(self, base: Path) -> None:
        """Ask for the pages that are not kept. Raises UserError for a wrong address or list."""
        folder = base / KEEP
        kept = _Kept(folder=folder, known=fetched.index(folder))
        _fetch_entries(kept, [_entry_address(url) for url in self._every(base)], self)
        fetched.save(folder, kept.known)

    def _every(self, base: Path) -> tuple[str, ...]:
        if not self.list:
            return self.urls
        try:
            if not (base / self.list).is_file():
                raise FileNotFoundError(errno.ENOENT, "there is no such file")
            lines = (base / self.list).read_text("utf-8").splitlines()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
            problem = Problem(path=self.list, line=0, column=0, message=f"can't be read: {reason}")
            raise UserError(problem) from error
        return (
            *self.urls,
            *(line.strip() for line in lines if line.strip() and not line.strip().startswith("#")),
        )


def fetch_feeds(base: Path, feeds: Sequence[Feed], now: float | None = None) -> None:
    """Ask for feeds that are due, and for the pages of entries that are not kept. Raises UserError
    for a wrong address.

    Nothing is asked twice, and no host by two at a time. Of very many a few are under way at once,
    so that what they send is in memory of those alone. What fails time and again is asked less and
    less often.
    """
    from briefing.ingest.http import Visit  # noqa: PLC0415 - slow to import

    folder = base / KEEP
    due = dict.fromkeys((_entry_address(one.url), one) for one in feeds)
    known = fetched.index(folder)
    kept = _Kept(folder=folder, known=known, visit=Visit())
    moment = time.time() if now is None else now
    asked = [(url, feed) for url, feed in due if known.get(url, FetchedCopy()).rests <= moment]
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        for feed, urls in _by_manner(some).items():
            _fetch_entries(kept, urls, feed, again=True)
        _follow_entries(kept, some)
        for url, feed in some:
            known[url] = _rest(known[url], feed, moment)
        fetched.save(folder, known)


def _by_manner(some: Sequence[tuple[str, Feed]]) -> dict[Feed, list[str]]:
    """Addresses of feeds that are asked in one manner, under one feed of each."""
    found: dict[tuple[str, tuple[str, ...]], tuple[Feed, list[str]]] = {}
    for url, feed in some:
        found.setdefault((feed.agent, feed.allow), (feed, []))[1].append(url)
    return dict(found.values())


def _follow_entries(kept: _Kept, some: Sequence[tuple[str, Feed]]) -> None:
    """Fetch what the newest entries of feeds lead to and is not kept, and note which those are."""
    known = kept.known
    told = {url: _entries_of(kept, url, feed) for url, feed in some}
    for feed, urls in _by_manner([pair for pair in some if pair[1].full]).items():
        said = {place: facts for url in urls for place, (_, facts) in told[url].items()}
        places = list(said)
        for start in range(0, len(places), _AT_ONCE):
            part = places[start : start + _AT_ONCE]
            _fetch_entries(kept, part, feed, said=said)
    for url, feed in some:
        if not feed.full:
            _keep_entries(kept, told[url])
        entered = tuple(dict.fromkeys((*told[url], *known[url].entries)))
        known[url] = replace(known[url], entries=entered)


def _keep_entries(kept: _Kept, told: _Entries) -> None:
    """Keep the words that a feed itself gives."""
    from briefing.ingest import feedfile  # noqa: PLC0415 - see `entries`

    for place, (entry, facts) in told.items():
        data = feedfile.entry_page(entry)
        page = FetchedPage(url=place, data=data, charset="utf-8", said=facts)
        kept.known[place] = FetchedCopy(name=fetched.keep(kept.folder, page))


def _entries_of(kept: _Kept, url: str, feed: Feed) -> _Entries:
    """The newest entries of a feed by address, each with what the feed says of it; none where it
    can't be read, which is noted.
    """
    folder, known = kept.folder, kept.known
    current = known[url]
    made = entries(fetched.copy(folder, current.name), url) if current.name else []
    if isinstance(made, Unreadable):
        known[url] = replace(current, name="", reason=made.reason, etag="", modified="")
        fetched.fail(folder, url, made.reason)
        return {}
    newest = [one for one in made if one.url][: feed.most]
    return {
        _without_fragment(one.url): (
            one,
            {name: fact.value for name, fact in one.said.items()},
        )
        for one in newest
    }


def _rest(copy: FetchedCopy, feed: Feed, now: float) -> FetchedCopy:
    """A feed with the time before which it is not asked again: its interval, or longer and longer
    where it could not be had several times in a row.
    """
    if not copy.reason:
        until = now + feed.every * _MINUTE if feed.every else 0
        return replace(copy, failures=0, rests=int(until))
    failures = copy.failures + 1
    beyond = failures - _PATIENT
    wait = min(_FIRST_REST * 2**beyond, _LONGEST_REST) if beyond >= 0 else 0
    wait = max(wait, feed.every * _MINUTE)
    return replace(copy, failures=failures, rests=int(now + wait) if wait else 0)


def list_kept(base: Path, known: Mapping[str, FetchedCopy], url: str) -> tuple[Found, ...]:
    """What is kept of a feed's entries by what is `known` of addresses, and the feed itself where
    it could not be had when last asked.
    """
    place = _without_fragment(url)
    feed = known.get(place)
    if feed is None:
        return ()
    own = fetched.failed(base, KEEP, place) if feed.reason or not feed.name else ()
    return tuple(sorted((*fetched.found(base, KEEP, feed.entries), *own)))


def entries(data: bytes, url: str) -> "Sequence[ParsedEntry] | Unreadable":
    """The entries of a feed of any kind, or why there are none."""
    if sniff.sniff_kind(data) == "json":
        from briefing.ingest import records  # noqa: PLC0415 - few feeds are JSON

        return records.entries(data)
    from briefing.ingest import feedfile  # noqa: PLC0415 - most builds read no feed

    return feedfile.entries(data, url)


def _fetch_entries(
    kept: _Kept,
    urls: Iterable[str],
    source: Feed | Pages,
    said: Mapping[str, Mapping[str, str]] = _NOTHING_SAID,
    *,
    again: bool = False,
) -> None:
    """Fetch what is not kept (`again`: ask whether it changed), keep it, and write into what is
    known how it went.
    """
    from briefing.ingest import http  # noqa: PLC0415 - slow to import, and most builds ask nobody

    there = {url: kept.known.get(url, FetchedCopy()) for url in urls}
    wanted = [_ask_anew(url, one) for url, one in there.items() if again or not one.name]
    if not wanted:
        return
    policy = http.NetworkPolicy(
        agent=source.agent or http.AGENT,
        allow=tuple(map(str.lower, source.allow)),
        parallel=_SIDE_BY_SIDE,
    )
    for result in http.fetch_all(wanted, policy, kept.visit):
        facts = said.get(result.asked, {})
        kept.known[result.asked] = _note_result(kept.folder, there[result.asked], result, facts)


def _note_result(
    folder: Path,
    before: FetchedCopy,
    result: "ServerAnswer | Unchanged | FetchFailure",
    facts: Mapping[str, str],
) -> FetchedCopy:
    """How an address stands once it was asked; what a server sent, or a failure that is news, is
    kept.
    """
    from briefing.ingest import http  # noqa: PLC0415 - see above

    if isinstance(result, http.ServerAnswer):
        return _keep_answer(folder, before, result, facts)
    if isinstance(result, http.Unchanged):
        return replace(before, reason="")
    if not _tells_news(result, before):
        return before
    fetched.fail(folder, result.asked, result.reason)
    return replace(before, reason=result.reason)


def _ask_anew(url: str, one: FetchedCopy) -> "Asked":
    """What a server is asked: whether it changed, where something is kept of it."""
    from briefing.ingest import http  # noqa: PLC0415 - see above

    if not one.name:
        return http.Asked(url=url)
    return http.Asked(url=url, etag=one.etag, modified=one.modified)


def _tells_news(failure: "FetchFailure", before: FetchedCopy) -> bool:
    """Whether a failure tells more than is known: a network that is down says nothing new, and
    nothing of a feed that was read before.
    """
    return not (failure.passing and before.reason) and not (failure.down and before.name)


def _keep_answer(
    folder: Path, before: FetchedCopy, answer: "ServerAnswer", facts: Mapping[str, str]
) -> FetchedCopy:
    """Keep what a server sent, with what the feed says of it; how its address stands then."""
    page = FetchedPage(url=answer.asked, data=answer.data, charset=answer.charset, said=facts)
    name = fetched.keep(folder, page)
    return replace(before, name=name, reason="", etag=answer.etag, modified=answer.modified)


def _without_fragment(url: str) -> str:
    return urldefrag(url.strip())[0]


def _entry_address(url: str) -> str:
    plain = _without_fragment(url)
    if not is_web_address(plain):
        raise UserError(
            Problem(
                path=url,
                line=0,
                column=0,
                message="not a web address",
                advice="it begins with https://",
            )
        )
    return plain
