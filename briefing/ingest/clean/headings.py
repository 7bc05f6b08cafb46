"""Titles over the article and headings inside it."""

import re
from collections.abc import Iterator

from briefing.ingest.clean.page import Finding, Line, Page

_MOST_IN_TITLE = 25
_MOST_IN_HEADING = 12
_FEWEST_IN_TITLE = 3
_NO_HEADING = (":", ";", ",")
_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def top(page: Page) -> Iterator[Finding]:
    """Mark the title before the first prose, and the shorter lines round it.

    Of several lines that may be the title the longest is; what stands round it is a kicker (an
    overline or a standfirst).
    """
    body = page.body()
    if not body:
        return
    over = [index for index in range(body[0]) if page.open(index) and _titular(page.lines[index])]
    if not over:
        return
    title = max(over, key=lambda index: (page.lines[index].words, -index))
    if page.lines[title].words < _FEWEST_IN_TITLE:
        return
    for index in over:
        kind = "title" if index == title else "kicker"
        yield Finding(index=index, kind=kind, reason="stands over the article and is no sentence")


def between(page: Page) -> Iterator[Finding]:
    """Mark short lines without a sentence's end that prose follows."""
    for index, line in enumerate(page.lines):
        if not page.open(index):
            continue
        if _MARKDOWN.match(line.text):
            yield Finding(index=index, kind="heading", reason="is set as a heading")
        elif _short(line) and _prose_follows(page, index):
            yield Finding(index=index, kind="heading", reason="is short, no sentence, and prose follows")


def _titular(line: Line) -> bool:
    asks = line.text.rstrip()[-1:] in "?!"
    return line.words <= _MOST_IN_TITLE and (not line.closed or asks) and not line.text.endswith(_NO_HEADING)


def _short(line: Line) -> bool:
    if line.words > _MOST_IN_HEADING or line.item or not _LETTERS.search(line.text):
        return False
    if line.text.endswith(_NO_HEADING):
        return False
    return not line.closed or line.text.rstrip()[-1:] in "?"


def _prose_follows(page: Page, index: int) -> bool:
    following = (at for at in range(index + 1, len(page.lines)) if page.open(at))
    after = next(following, None)
    return after is not None and page.lines[after].prose
