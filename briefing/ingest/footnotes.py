"""Footnotes of a PDF's pages: set smaller than the text, below all of it, each behind its mark.

They stand between the halves of sentences that go on overleaf, and are no part of what the article
tells.
"""

from collections.abc import Sequence
from statistics import median

from briefing.ingest.pdfcolumns import SetLine
from briefing.language import late

_BEGINS = late.pattern(r"(?:\d{1,3}|[*†‡§]{1,3})(?:[.)]?\s+\S|$)")
_SMALLER = 0.87  # of the usual size of type, up to which a line is set small
_LETTERS = 10  # letters that count as one line, so that long lines tell the usual size


def find_footnotes(pages: Sequence[Sequence[SetLine]]) -> frozenset[SetLine]:
    """The lines that are footnotes; none of a page that is set small as a whole."""
    lines = [one for page in pages for one in page]
    every = [one.size for one in lines for _ in range(1 + len(one.text) // _LETTERS)]
    small = _SMALLER * median(every) if every else 0.0
    return frozenset(one for page in pages for one in _foot_of(page, small))


def _foot_of(page: Sequence[SetLine], small: float) -> list[SetLine]:
    """The small lines at the foot of a page from the highest on that a note's mark begins."""
    foot: list[SetLine] = []
    for one in sorted(page, key=lambda one: one.bottom):
        if one.size > small:
            break
        foot.append(one)
    while foot and not _BEGINS.match(foot[-1].text):
        foot.pop()
    return foot
