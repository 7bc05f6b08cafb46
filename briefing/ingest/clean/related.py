"""Lists of other articles: behind a cue, until the article goes on."""

from collections.abc import Iterator

from briefing.ingest.clean.page import CleanPage, Finding, Line
from briefing.language import late, wordlist

_MOST_IN_CUE = 12
_MOST_IN_ITEM = 30

_TRAILING = ("...", "…")
_FEWEST_IN_CAPITALS = 6  # shorter lines in capitals are headings

_DIGITS = late.pattern(r"\d[^\w]+\d")
_PATTERNS = wordlist.patterns("en", "words/related_patterns")
_CUE = _PATTERNS["cue"]
_NEEDS_COLON = _PATTERNS["needs_colon"]
_INLINE = _PATTERNS["inline"]


def mark_related(page: CleanPage) -> Iterator[Finding]:
    """Mark a cue ("Related articles"), the lines it announces, and one-line references.

    A list ends where prose comes back; behind a cue at the end of the article nothing does.
    """
    running = False
    for index, line in enumerate(page.lines):
        if _is_cue(page, index):
            running = True
            yield Finding(index=index, kind="related", reason="announces other articles")
        elif running and _resumes_article(page, index):
            running = False
        elif running and page.open(index):
            yield Finding(index=index, kind="related", reason="stands in a list of other articles")
        elif page.open(index) and _refers_elsewhere(line):
            yield Finding(index=index, kind="related", reason="points to another article")


def in_capitals(page: CleanPage) -> Iterator[Finding]:
    """Mark longer lines in capitals between paragraphs: links to other articles, not headings."""
    body = page.body()
    for index, line in enumerate(page.lines):
        if not page.open(index) or not body or not body[0] < index:
            continue
        if (
            line.words >= _FEWEST_IN_CAPITALS
            and _in_capitals(line.text)
            and not line.asks
            and not line.item
            and not _DIGITS.search(line.text)
        ):
            yield Finding(
                index=index, kind="related", reason="a line in capitals between paragraphs"
            )


def _in_capitals(text: str) -> bool:
    """Whether a text is set in capitals; one of letters that have no case, acronyms aside, is
    not.
    """
    return text.isupper() and 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))


def _is_cue(page: CleanPage, index: int) -> bool:
    line = page.lines[index]
    if (
        not page.open(index)
        or line.words > _MOST_IN_CUE
        or (line.closed and not line.text.endswith(_TRAILING))
    ):
        return False
    said = line.folded.rstrip(".… ")
    if not _CUE.fullmatch(said):
        return False
    return line.folded.endswith(":") or not _NEEDS_COLON.fullmatch(line.folded)


def _resumes_article(page: CleanPage, index: int) -> bool:
    """Whether the article goes on here."""
    line = page.lines[index]
    return line.prose and not line.item


def _refers_elsewhere(line: Line) -> bool:
    unclosed = not line.closed or line.asks
    return unclosed and line.words <= _MOST_IN_ITEM and _INLINE.fullmatch(line.folded) is not None
