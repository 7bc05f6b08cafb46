"""Blocks of another page round the article: menus before it, boxes and lists glued to its end."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.ingest.clean.page import CleanPage, Finding, Line
from briefing.language import late, wordlist

_MENU_WORDS = 4
_MENU_LINES = 5
_MENU_RUN = 3
_FEWEST_GLUED = 4
_FEWEST_PROSE = 6
_FEWEST_BEFORE_TITLES = 4
_MOST_NEW = 0.8  # share of words the article never used, from which a tail is another page's
_STEM = 5
_FEWEST_SAID = 8
_WORD = late.pattern(r"[^\W\d_]{3,}")
_PATTERNS = wordlist.patterns("en", "words/tail_patterns")
_COMPANY = _PATTERNS["company"]
_DIGIT = late.pattern(r"\d")
_AUTHOR = _PATTERNS["author"]
_AUTHOR_CUE = _PATTERNS["author_cue"]
_AUTHOR_SURE = _PATTERNS["author_sure"]
_FROM_THE_END = 3
_FEWEST_HEADLINES, _MOST_HEADLINES = 2, 8
_FEWEST_OVER = 3  # titles of others under an article's own; a subtitle and a deck are two
_FEWEST_IN_HEADLINE, _USUAL_IN_HEADLINE, _MOST_IN_HEADLINE = 3, 5, 16
_COUNTED = _PATTERNS["counted"]
_LONG = 4  # letters from which a title's words are capitalised
_TITLE_WORD = late.pattern(r"[^\W\d_]+")


def mark_menus(page: CleanPage) -> Iterator[Finding]:
    """Mark a run of very short lines before the article begins: the menu of the site."""
    for run in _menu_runs(page):
        unmarked = [at for at in run if page.open(at)]
        beside = any(page.marked[at].kind == "widget" for at in run if at in page.marked)
        fewest = 1 if beside else _MENU_LINES
        if len(unmarked) >= fewest and len(run) >= _MENU_RUN:
            for at in unmarked:
                yield Finding(index=at, kind="widget", reason="belongs to a menu")


def _menu_runs(page: CleanPage) -> Iterator[list[int]]:
    """The runs of lines before the article's first that are marked or may be a menu's."""
    first = next(iter(page.body()), 0)
    run: list[int] = []
    for index in range(first):
        if index in page.marked or _menu_item(page.lines[index]):
            run.append(index)
        else:
            yield run
            run = []
    yield run


def _menu_item(line: Line) -> bool:
    return line.words <= _MENU_WORDS and not line.closed and not line.item


def mark_tail(page: CleanPage) -> Iterator[Finding]:
    """Mark a tail of short lines that says nothing of what the article spoke of.

    It needs an article of some length before it, figures in two of five lines (results, prices,
    measures), and other words than the article's: the table of an article shares its words.
    """
    body = page.body()
    if len(body) < _FEWEST_PROSE:
        return
    last = body[-1]
    tail = [index for index in range(last + 1, len(page.lines)) if page.open(index)]
    if not _may_be_glued([page.lines[index] for index in tail]):
        return
    known, said = frozenset(_stems_in(page, range(last + 1))), _stems_in(page, tail)
    new = sum(stem not in known for stem in said)
    if len(said) < _FEWEST_SAID or new < _MOST_NEW * len(said):
        return
    reason = "follows the article's end and is about something else"
    yield from (Finding(index=index, kind="other_page", reason=reason) for index in tail)


def _may_be_glued(lines: Sequence[Line]) -> bool:
    """Whether lines are several, of which half at most are sentences and two of five hold
    figures.
    """
    closed = sum(line.closed for line in lines)
    figures = sum(_DIGIT.search(line.text) is not None for line in lines)
    fits = closed * 2 <= len(lines) and figures * 5 >= 2 * len(lines)
    return fits and len(lines) >= _FEWEST_GLUED


def _stems_in(page: CleanPage, places: Iterable[int]) -> list[str]:
    return [stem for index in places for stem in _word_stems(page.lines[index])]


def mark_headlines(page: CleanPage) -> Iterator[Finding]:
    """Mark a few headlines in a row behind the last prose: titles of other articles.

    Two lines in title case are enough, and three of any case; a list that a colon announces, a long
    one, and one whose lines begin with figures or dates belong to the article.
    """
    body = page.body()
    if len(body) < _FEWEST_BEFORE_TITLES:
        return
    for run in _headline_runs(page, body[-1] + 1):
        titles = [page.lines[at] for at in run]
        if _are_titles(titles) and not page.lines[run[0] - 1].folded.endswith(":"):
            reason = "is one of several titles at the end"
            yield from (Finding(index=at, kind="related", reason=reason) for at in run)


def _headline_runs(page: CleanPage, start: int) -> Iterator[list[int]]:
    """The headlines in a row from line `start` on. Those marked already part none: one that speaks
    of its pictures is a caption.
    """
    run: list[int] = []
    for index in range(start, len(page.lines)):
        if not _is_headline(page.lines[index]):
            yield run
            run = []
        elif page.open(index):
            run.append(index)
    yield run


def mark_headlines_over(page: CleanPage) -> Iterator[Finding]:
    """Mark headlines in a row between the title and the first prose: titles of other articles."""
    body = page.body()
    over = [index for index in range(body[0] if body else 0) if page.open(index)]
    long = [index for index in over if _is_long_title(page.lines[index])]
    others = any(not _is_headline(page.lines[index]) for index in over)
    for index in long if len(long) >= _FEWEST_OVER and not others else ():
        yield Finding(index=index, kind="related", reason="is one of several titles over the text")


def _is_long_title(line: Line) -> bool:
    return _is_headline(line) and line.words >= _USUAL_IN_HEADLINE and _title_case(line)


def _is_headline(line: Line) -> bool:
    return (
        not line.closed or line.text[-1:] in "?!"
    ) and _FEWEST_IN_HEADLINE <= line.words <= _MOST_IN_HEADLINE


def _are_titles(run: list[Line]) -> bool:
    if not _FEWEST_HEADLINES <= len(run) <= _MOST_HEADLINES:
        return False
    cased = sum(_title_case(line) for line in run)
    counted = sum(_COUNTED.match(line.folded) is not None for line in run)
    long = sum(line.words >= _USUAL_IN_HEADLINE for line in run)
    return counted * 3 <= len(run) and (
        cased == len(run) or (len(run) > _FEWEST_HEADLINES and long * 4 >= 3 * len(run))
    )


def _title_case(line: Line) -> bool:
    words = [word for word in _TITLE_WORD.findall(line.text) if len(word) >= _LONG]
    return len(words) >= _FEWEST_IN_HEADLINE and sum(
        word[0].isupper() for word in words
    ) >= 0.8 * len(words)


def about_the_author(page: CleanPage) -> Iterator[Finding]:
    """Mark a closing line that introduces who wrote the article."""
    left = [index for index in range(len(page.lines)) if page.open(index)]
    for index in left[-_FROM_THE_END:]:
        line = page.lines[index]
        known = _AUTHOR.match(line.folded) and _AUTHOR_CUE.search(line.folded)
        if index and (known or _AUTHOR_SURE.search(line.folded)):
            yield Finding(index=index, kind="byline", reason="introduces the author")


def about_the_company(page: CleanPage) -> Iterator[Finding]:
    """Mark closing lines of a press release that introduce the company."""
    left = [index for index in range(len(page.lines)) if page.open(index)]
    for index in left[-_FROM_THE_END:]:
        if index and _COMPANY.match(page.lines[index].folded):
            yield Finding(index=index, kind="disclaimer", reason="introduces the company")


def _word_stems(line: Line) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(line.folded)]
