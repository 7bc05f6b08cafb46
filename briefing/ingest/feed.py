"""Sources on the web: feeds, and lists of pages.

Calling one gives what is kept of it and opens no connection; `fetch` asks the servers for what is
new.
"""

import errno
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urldefrag

from briefing.errors import Problem, UserError
from briefing.ingest import feedfile, fetched, records, sniff
from briefing.ingest.fetched import FetchedCopy, FetchedPage
from briefing.ingest.found import Found, Watched
from briefing.ingest.html.declared import is_address
from briefing.ingest.item import Unreadable
from briefing.ingest.reader import Reader

KEEP = "fetched"
"""The folder beside the config in which everything fetched is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Follows an RSS, Atom or JSON feed and reads the pages that its entries lead to.

    url: where the feed stands.
    most: how many of the newest entries are read each time; older ones stay while they are kept.
    full: read each entry's page; `false` takes the words that the feed itself gives.
    agent: how the program names itself to servers, with an address where you can be reached.
    allow: hosts (`name` or `name:port`) that may lie in a private network.
    """

    url: str
    most: int = 50
    full: bool = True
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
        url = _entry_address(self.url)
        folder = base / KEEP
        known = fetched.index(folder)
        _fetch_entries(folder, known, [url], self, again=True)
        current = known[url]
        made = entries(fetched.copy(folder, current.name), url) if current.name else []
        if isinstance(made, Unreadable):
            known[url] = replace(current, name="", reason=made.reason, etag="", modified="")
            fetched.fail(folder, url, made.reason)
            made = []
        newest = [one for one in made if one.url][: self.most]
        said = {
            _without_fragment(one.url): {name: fact.value for name, fact in one.said.items()}
            for one in newest
        }
        if self.full:
            _fetch_entries(folder, known, list(said), self, said=said)
        else:
            for one in newest:
                place = _without_fragment(one.url)
                data = feedfile.entry_page(one)
                page = FetchedPage(url=place, data=data, charset="utf-8", said=said[place])
                known[place] = FetchedCopy(name=fetched.keep(folder, page))
        entered = tuple(dict.fromkeys((*said, *known[url].entries)))
        known[url] = replace(known[url], entries=entered)
        fetched.save(folder, known)


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
        known = fetched.index(folder)
        _fetch_entries(folder, known, [_entry_address(url) for url in self._every(base)], self)
        fetched.save(folder, known)

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


def entries(data: bytes, url: str) -> Sequence[feedfile.ParsedEntry] | Unreadable:
    """The entries of a feed of any kind, or why there are none."""
    if sniff.sniff_kind(data) == "json":
        return records.entries(data)
    return feedfile.entries(data, url)


def _fetch_entries(
    folder: Path,
    known: dict[str, FetchedCopy],
    urls: Iterable[str],
    source: Feed | Pages,
    said: Mapping[str, Mapping[str, str]] | None = None,
    *,
    again: bool = False,
) -> None:
    """Fetch what is not kept (`again`: ask whether it changed), keep it, and write into `known` how
    it went.
    """
    from briefing.ingest import http  # noqa: PLC0415 - slow to import, and most builds ask nobody

    wanted = [
        http.Asked(url=url, etag=one.etag, modified=one.modified)
        if one.name
        else http.Asked(url=url)
        for url in urls
        for one in [known.get(url, FetchedCopy())]
        if again or not one.name
    ]
    policy = http.NetworkPolicy(
        agent=source.agent or http.AGENT, allow=tuple(host.lower() for host in source.allow)
    )
    for result in http.fetch_all(wanted, policy):
        before = known.get(result.asked, FetchedCopy())
        if isinstance(result, http.ServerAnswer):
            page = FetchedPage(
                url=result.asked,
                data=result.data,
                charset=result.charset,
                said=(said or {}).get(result.asked, {}),
            )
            known[result.asked] = replace(
                before,
                name=fetched.keep(folder, page),
                reason="",
                etag=result.etag,
                modified=result.modified,
            )
        elif isinstance(result, http.Unchanged):
            known[result.asked] = replace(before, reason="")
        elif not (result.passing and before.reason) and not (result.down and before.name):
            # A network that is down says nothing new, and nothing of a feed that was read before.
            known[result.asked] = replace(before, reason=result.reason)
            fetched.fail(folder, result.asked, result.reason)


def _without_fragment(url: str) -> str:
    return urldefrag(url.strip())[0]


def _entry_address(url: str) -> str:
    plain = _without_fragment(url)
    if not is_address(plain):
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
