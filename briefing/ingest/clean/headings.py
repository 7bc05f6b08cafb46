"""Titles over the article and headings inside it."""

from collections.abc import Iterator, Sequence

from briefing.ingest.clean.page import CleanPage, Finding, Line
from briefing.language import late

_MOST_IN_TITLE = 20
_MOST_IN_KICKER = 7
_MOST_KICKERS = 2
_MOST_IN_HEADING = 12
_FEWEST_IN_TITLE = 3
_NO_HEADING = (":", ";", ",")
_CUT = ("(", "[", "{", "–", "—", "&", "/")  # ends of a sentence that was cut off
_BULLETS = "-*•◦▪·–‣"
_MARKDOWN = late.pattern(r"#{1,6}\s+\S")
_INNER_END = late.pattern(r"[.!?]\s")
_WHOLE_INSIDE = late.pattern(r"[^\W\d_]{4,}[.!?]\s+\w+\s\w+\s\w")  # a sentence ends, another begins
_LETTERS = late.pattern(r"[^\W\d_]{2,}")


def mark_title(page: CleanPage) -> Iterator[Finding]:
    """Mark the title before the first prose, and the shorter lines round it.

    The title is the first line of three words or more, or the second where the first is much
    shorter (a kicker, which stands over the title). Other short lines there are kickers too.
    """
    over = _leading_lines(page)
    title = _choose_title(page, over)
    if title is None:
        yield from (
            Finding(index=index, kind="kicker", reason="stands over the article")
            for index in over[:1]
        )
        return
    yield Finding(index=title, kind="title", reason="stands over the article and is no sentence")
    if len(over) > _MOST_KICKERS + 1:
        return
    for index in over:
        line = page.lines[index]
        if index != title and line.words <= _MOST_IN_KICKER and not line.item:
            yield Finding(
                index=index, kind="kicker", reason="stands by the title and is no sentence"
            )


def _choose_title(page: CleanPage, over: Sequence[int]) -> int | None:
    """The title among the lines over the article, None where each is too short for one."""
    lines = page.lines
    named = [at for at in over if lines[at].words >= _FEWEST_IN_TITLE or _set_title(lines[at])]
    if not named or _set_title(lines[named[0]]):
        return named[0] if named else None
    first, *others = named
    is_kicker = others and lines[first].words <= _MOST_IN_KICKER < lines[others[0]].words
    return others[0] if is_kicker else first


def _leading_lines(page: CleanPage) -> list[int]:
    """The lines before the prose that may be titles, up to the first that can't be one.

    A question of one line may be a title too where the article begins behind it.
    """
    leading: list[int] = []
    for index, line in enumerate(page.lines):
        if not page.open(index):
            continue
        asks = not leading and line.asks and not _INNER_END.search(line.text)
        if not _may_be_title(line) or (line.prose and not asks):
            return leading
        leading.append(index)
    return []


def mark_headings(page: CleanPage) -> Iterator[Finding]:
    """Mark short lines without a sentence's end that prose follows."""
    for index, line in enumerate(page.lines):
        if not page.open(index):
            continue
        if _MARKDOWN.match(line.text):
            yield Finding(index=index, kind="heading", reason="is set as a heading")
        elif _may_be_heading(line) and _prose_follows(page, index):
            yield Finding(
                index=index, kind="heading", reason="is short, no sentence, and prose follows"
            )


def _set_title(line: Line) -> bool:
    return line.text.startswith("# ")


def _may_be_title(line: Line) -> bool:
    return (
        line.words <= _MOST_IN_TITLE
        and "\t" not in line.text
        and not (line.text[:1] in _BULLETS or line.text[:1].islower())
        and (not line.closed or line.asks)
        and not line.text.endswith((*_NO_HEADING, *_CUT))
        and not _WHOLE_INSIDE.search(line.text)
    )


def _may_be_heading(line: Line) -> bool:
    if line.words > _MOST_IN_HEADING or line.item or "\t" in line.text:  # a row of a table
        return False
    if not _LETTERS.search(line.text):
        return False
    if line.text.endswith(_NO_HEADING):
        return False
    return not line.closed or line.text.rstrip()[-1:] == "?"


def _prose_follows(page: CleanPage, index: int) -> bool:
    following = (at for at in range(index + 1, len(page.lines)) if page.open(at))
    after = next(following, None)
    return after is not None and page.lines[after].prose
