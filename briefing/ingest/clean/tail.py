"""Blocks of another page round the article: menus before it, boxes and lists glued to its end."""

import re
from collections.abc import Iterator

from briefing.ingest.clean.page import Finding, Line, Page

_MENU_WORDS = 4
_MENU_LINES = 5
_FEWEST_GLUED = 4
_FEWEST_PROSE = 6
_MOST_NEW = 0.8  # share of words the article never used, from which a tail is another page's
_STEM = 5
_WORD = re.compile(r"[^\W_]{3,}|\d+")
_DIGIT = re.compile(r"\d")
_AUTHOR = re.compile(
    r".{0,80}\b(?:is|are|was|has been|covers|writes|reports)\b.{0,160}\b(?:editor|writer|reporter|correspondent|columnist|"
    r"journalist|curator|contributor|blogger|author|staff|freelance|intern|producer|newsroom)\b.*"
)
_AUTHOR_CUE = re.compile(
    r"\b(?:follow (?:him|her|them|me)|on twitter|@\w{2,}|is out now|can be reached|since joining|this (?:article|post|story)|"
    r"senior editor|deal curator|based in|her work|his work|their work|previously (?:worked|wrote)|specialized|specialised)\b|@"
)
_FROM_THE_END = 3
_FEWEST_HEADLINES, _MOST_HEADLINES = 2, 8
_FEWEST_IN_HEADLINE, _MOST_IN_HEADLINE = 4, 16
_LONG = 4  # letters from which a title's words are capitalised
_TITLE_WORD = re.compile(r"[^\W\d_]+")


def menus(page: Page) -> Iterator[Finding]:
    """Mark a run of very short lines before the article begins: the menu of the site."""
    body = page.body()
    first = body[0] if body else 0
    run: list[int] = []
    for index in range(first + 1):
        line = page.lines[index]
        if index < first and (index in page.marked or _menu_item(line)):
            run.append(index)
            continue
        if sum(1 for at in run if page.open(at)) >= _MENU_LINES:
            yield from (
                Finding(index=at, kind="widget", reason="belongs to a menu") for at in run if page.open(at)
            )
        run = []


def _menu_item(line: Line) -> bool:
    return line.words <= _MENU_WORDS and not line.closed and not line.item


def glued(page: Page) -> Iterator[Finding]:
    """Mark a tail of short lines that says nothing of what the article spoke of.

    It needs an article of some length before it, figures in two of five lines (results, prices,
    measures), and other words than the article's: the table of an article shares its words.
    """
    body = page.body()
    if len(body) < _FEWEST_PROSE:
        return
    last = body[-1]
    tail = [index for index in range(last + 1, len(page.lines)) if page.open(index)]
    if len(tail) < _FEWEST_GLUED or sum(page.lines[index].closed for index in tail) * 2 > len(tail):
        return
    if sum(_DIGIT.search(page.lines[index].text) is not None for index in tail) * 5 < 2 * len(tail):
        return
    known = {stem for index in range(last + 1) for stem in _stems(page.lines[index])}
    said = [stem for index in tail for stem in _stems(page.lines[index])]
    if said and sum(stem not in known for stem in said) >= _MOST_NEW * len(said):
        for index in tail:
            yield Finding(index=index, kind="other_page", reason="follows the article's end and is about something else")


def headlines(page: Page) -> Iterator[Finding]:
    """Mark two or more headlines in a row behind the last prose: titles of other articles."""
    body = page.body()
    run: list[int] = []
    for index in range(body[-1] + 1 if body else len(page.lines), len(page.lines) + 1):
        if page.open(index) and _headline(page.lines[index]):
            run.append(index)
            continue
        if _FEWEST_HEADLINES <= len(run) <= _MOST_HEADLINES and not page.lines[run[0] - 1].folded.endswith(":"):
            yield from (Finding(index=at, kind="related", reason="is one of several titles at the end") for at in run)
        run = []


def _headline(line: Line) -> bool:
    """Say whether most longer words are capitalised, as in a title and not in a list of things."""
    words = [word for word in _TITLE_WORD.findall(line.text) if len(word) >= _LONG]
    if line.closed or not _FEWEST_IN_HEADLINE <= line.words <= _MOST_IN_HEADLINE:
        return False
    return len(words) >= _FEWEST_IN_HEADLINE - 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def about_the_author(page: Page) -> Iterator[Finding]:
    """Mark a closing line that introduces who wrote the article."""
    left = [index for index in range(len(page.lines)) if page.open(index)]
    for index in left[-_FROM_THE_END:]:
        line = page.lines[index]
        if index and _AUTHOR.match(line.folded) and _AUTHOR_CUE.search(line.folded):
            yield Finding(index=index, kind="byline", reason="introduces the author")


def _stems(line: Line) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(line.folded)]
