"""Quotations: where they stand in a passage, also over several sentences."""

import re
from dataclasses import dataclass

from briefing.model import Span

_MARKS = re.compile('[“”„«»"]')
_OPEN = {"“": "”", "„": "“", "«": "»"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation with its marks; `closed` is false where the passage ends inside it."""

    start: int
    end: int
    closed: bool


def find(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Give the outermost quotations in double marks of `text[start:end]`, in order.

    Straight marks open and close in turn. Single marks are left alone: they are also apostrophes.
    """
    found: list[Quote] = []
    opened, closing = -1, ""
    for match in _MARKS.finditer(text, start, end):
        index, mark = match.start(), match.group()
        if opened < 0:
            if mark in _OPEN or mark == '"':
                opened, closing = index, _OPEN.get(mark, '"')
        elif mark == closing:
            found.append(Quote(start=opened, end=index + 1, closed=True))
            opened = -1
    if opened >= 0:
        found.append(Quote(start=opened, end=end, closed=False))
    return tuple(found)


def inside(quotes: tuple[Quote, ...], offset: int) -> bool:
    """Tell whether an offset lies in a quotation (its marks count)."""
    return any(quote.start <= offset < quote.end for quote in quotes)


def share(quotes: tuple[Quote, ...], span: Span) -> int:
    """Give how many code points of a span lie inside quotations."""
    return sum(max(0, min(quote.end, span.end) - max(quote.start, span.start)) for quote in quotes)
