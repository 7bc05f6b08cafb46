"""The posts of a live blog by its linked data (`liveBlogUpdate`), where the markup parts none.

Only what the page shows is taken: the data say where a post begins and when it was written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, islice
from typing import Any

from briefing.ingest.html import values
from briefing.ingest.html.data_text import body_lines
from briefing.ingest.html.linked import Thing

_FEWEST, _MOST = 2, 300
_SHARE = 0.6  # of the page's prose, in letters, that its posts must hold together


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePost:
    """A post as its data tell it: title (may be empty), time of publication, paragraphs."""

    title: str
    stamp: str
    lines: tuple[str, ...]

    def write_markup(self) -> str:
        """The post as an element of a page."""
        heading = f"<h2>{escape(self.title)}</h2>" if self.title else ""
        return (
            f"<article>{heading}{''.join(f'<p>{escape(one)}</p>' for one in self.lines)}</article>"
        )


def shown_posts(about: Sequence[Thing], paragraphs: Sequence[str]) -> list[LivePost]:
    """The posts that data `about` a page hold and its `paragraphs` show; none unless they are most
    of these, and their times differ.
    """
    shown = [_tight(one) for one in paragraphs]
    whole = "\n".join(shown)
    told = islice(chain.from_iterable(map(_read_posts, about)), _MOST)
    posts = [one for one in told if all(line in whole for line in map(_tight, one.lines))]
    held = sum(len(_tight(line)) for one in posts for line in one.lines)
    several = len({one.stamp for one in posts}) >= _FEWEST
    return posts if several and held >= _SHARE * sum(map(len, shown)) else []


def _read_posts(thing: Thing) -> Iterator[LivePost]:
    """The updates of a live blog that have a time and a text."""
    updates = thing.get("liveBlogUpdate")
    for one in updates if isinstance(updates, list) else ():
        stamp = one.get("datePublished") if isinstance(one, dict) else None
        if isinstance(stamp, str) and values.declared_day(stamp) and (lines := _post_lines(one)):
            yield LivePost(title=_post_title(one), stamp=stamp, lines=lines)


def _post_title(post: dict[str, Any]) -> str:
    title = post.get("headline")
    return values.plain_words(title) if isinstance(title, str) else ""


def _post_lines(post: dict[str, Any]) -> tuple[str, ...]:
    body = post.get("articleBody")
    return body_lines(body) if isinstance(body, str) else ()


def _tight(text: str) -> str:
    return "".join(text.split())
