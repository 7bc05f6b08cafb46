"""Lists of feeds as readers of feeds export them (OPML 2.0), and such a list as a source.

Whatever stands in the list that is no feed (folders, links to pages, other lists) is passed over;
nothing is fetched to read it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from briefing.errors import Problem, UserError
from briefing.ingest import fetched
from briefing.ingest.feed import KEEP, Feed, fetch_feeds, list_kept
from briefing.ingest.found import Found, Watched
from briefing.ingest.reader import Reader
from briefing.language.addresses import is_web_address

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 10_000_000  # octets of a list; ten thousand feeds have a third of that
_PREFIX = "feed:"  # how some programs write addresses: feed:https://… or feed://…


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed of a list: its address, and its title as the list has it or ''."""

    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedList:
    """Follows every feed of an OPML file, as a reader of feeds exports it.

    path: the file, beside the config or in full.
    most: how many of the newest entries of each feed are read each time.
    full: read each entry's page; `false` takes the words that the feeds themselves give.
    every: how many minutes pass at least before a feed is asked again.
    agent: how the program names itself to servers, with an address where you can be reached.
    allow: hosts (`name` or `name:port`) that may lie in a private network.
    """

    path: str
    most: int = 50
    full: bool = True
    every: int = 0
    agent: str = ""
    allow: tuple[str, ...] = ()

    def __call__(self, base: Path, _readers: Sequence[Reader] = ()) -> tuple[Found, ...]:
        """What is kept of all feeds, each entry once. Raises UserError for a list that is none."""
        known = fetched.index(base / KEEP)
        feeds = read_list(base / self.path, self.path)
        found = {one.locator: one for feed in feeds for one in list_kept(base, known, feed.url)}
        return tuple(found[name] for name in sorted(found))

    def watched(self, base: Path) -> Watched:
        """Watch what is kept of the web, and the list."""
        return Watched(files=(base / self.path,), folders=(base / KEEP,))

    def fetch(self, base: Path) -> None:
        """Ask for every feed, and for the pages of entries that are not kept. Raises UserError for
        a list that is none.
        """
        fetch_feeds(base, self.feeds(base))

    def feeds(self, base: Path) -> tuple[Feed, ...]:
        """Every feed of the list, as it is asked. Raises UserError for a list that is none."""
        return tuple(
            Feed(
                url=one.url,
                most=self.most,
                full=self.full,
                every=self.every,
                agent=self.agent,
                allow=self.allow,
            )
            for one in read_list(base / self.path, self.path)
        )


def _parse_list(path: Path, shown: str) -> "etree._Element":
    """The root of an OPML file; raises UserError where it can't be read, or is none."""
    from briefing.ingest import officexml  # noqa: PLC0415 - lxml, which few briefs need

    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(_problem(shown, 0, "is too large for a list of feeds"))
        root = officexml.parse_xml(path.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(_problem(shown, 0, f"can't be read: {reason}")) from error
    if root is None or str(root.tag).lower() != "opml":
        advice = "export the feeds of your reader as OPML"
        raise UserError(_problem(shown, 0, "is no OPML", advice))
    return root


def read_list(path: Path, shown: str) -> tuple[ListedFeed, ...]:
    """Read the feeds of an OPML file, each address once, in the order of the list.

    `shown` is its name in messages. Raises UserError where it can't be read, is no OPML, names no
    feed, or names an address that is none: all of these at once.
    """
    root = _parse_list(path, shown)
    found: dict[str, ListedFeed] = {}
    wrong: list[Problem] = []
    for feed, line in _outlined_feeds(root):
        if is_web_address(feed.url):
            found.setdefault(feed.url, feed)
        else:
            wrong.append(_problem(shown, line, f"{feed.url!r} is not a web address"))
    if not found and not wrong:
        wrong.append(_problem(shown, 0, "names no feed", "an outline with an xmlUrl is one"))
    if wrong:
        raise UserError(*wrong)
    return tuple(found.values())


def _outlined_feeds(root: "etree._Element") -> Iterator[tuple[ListedFeed, int]]:
    """What a list calls feeds, each with the line that names it (0 where that is not known)."""
    for outline in root.iter("outline"):
        said = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        if url := plain_address(said.get("xmlurl", "")):
            title = " ".join((said.get("title") or said.get("text") or "").split())
            line = outline.sourceline if isinstance(outline.sourceline, int) else 0
            yield ListedFeed(url=url, title=title), line


def plain_address(url: str) -> str:
    """An address without a fragment and without the sign that some programs put before it."""
    plain = urldefrag(url)[0]
    if plain.lower().startswith(_PREFIX):
        rest = plain[len(_PREFIX) :]
        return f"http:{rest}" if rest.startswith("//") else rest
    return plain


def _problem(path: str, line: int, message: str, advice: str = "") -> Problem:
    return Problem(path=path, line=line, column=1 if line else 0, message=message, advice=advice)
