"""The lines of a text: the units that passages, marks and versions are counted in."""

import re

from briefing.model import Span

_LINE = re.compile(r"[^\n]+")
_OLD_LINE = re.compile(r"[^\r]+")


def split(text: str) -> tuple[Span, ...]:
    """Give the non-empty lines of `text`, without the white space round them, in order.

    A line ends at a line feed; other separators (carriage return, form feed, U+2028) are white
    space at its edges. A text that has carriage returns and no line feed at all is split at those.
    """
    pattern = _OLD_LINE if "\r" in text and "\n" not in text else _LINE
    spans = []
    for match in pattern.finditer(text):
        line = match.group()
        content = line.strip()
        if content:
            start = match.start() + len(line) - len(line.lstrip())
            spans.append(Span(start=start, end=start + len(content)))
    return tuple(spans)
