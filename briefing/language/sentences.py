"""Where the sentences of a paragraph begin and end."""

import re

from sentencex import get_sentence_boundaries

from briefing.model import Span

_LIMIT = 20_000
_INK = re.compile(r"\S")


def split(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the sentences of `text[start:end]` as absolute spans without white space at their ends."""
    piece = text[start:end]
    spans: list[Span] = []
    for found in get_sentence_boundaries("en", piece):
        first, last = found["start_index"], found["end_index"]
        part = piece[first:last]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            spans.append(Span(start=start + first + lead, end=start + first + len(part.rstrip())))
    return tuple(spans)
