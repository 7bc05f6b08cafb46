"""Sheets of a text that was printed to a file: form feeds, with heads and page numbers at them."""

import re
from collections.abc import Iterator

from briefing.ingest.clean.page import fold_text
from briefing.language import wordlist
from briefing.model import Mark, Span

_FEED = "\f"
_NUMBER = wordlist.patterns("mul", "page_numbers")["number"]
_NUMBERS = re.compile(r"\d+")
_LINE = re.compile(r"[^\r\n\f]*[^\s][^\r\n\f]*")
_ENDS = (".", "!", "?", "”", '"', "…")
_LONGEST = 120  # letters of a head


def mark_edges(text: str) -> Iterator[Mark]:
    """Mark page numbers, and the head of a sheet that the one of another has, numbers aside, at
    form feeds. The very first head, which says whose text it is, stays.
    """
    if _FEED not in text:
        return
    sheets = [lines for lines in _cut_sheets(text) if lines]
    heads = [_shape_of(text, lines[0]) for lines in sheets]
    for at, lines in enumerate(sheets):
        head, foot = lines[0], lines[-1]
        ends = [head] if at and heads.count(heads[at]) > 1 else []
        ends += [one for one in {head, foot} if _is_number(text, one) and one not in ends]
        for one in ends:
            yield Mark(start=one.start, end=one.end, kind="repeat", reason=_REASON)


_REASON = "runs at the edge of the pages"


def _cut_sheets(text: str) -> Iterator[list[Span]]:
    """The lines with words or figures of each sheet."""
    at = 0
    for sheet in text.split(_FEED):
        found = _LINE.finditer(text, at, at + len(sheet))
        yield [Span(start=one.start(), end=one.end()) for one in found]
        at += len(sheet) + 1


def _is_number(text: str, line: Span) -> bool:
    return _NUMBER.fullmatch(text[line.start : line.end].strip()) is not None


def _shape_of(text: str, line: Span) -> str:
    """The words of a line without its numbers; a long one, and a sentence, is a shape of its
    own.
    """
    words = text[line.start : line.end].strip()
    plain = fold_text(_NUMBERS.sub(" ", words))
    is_head = len(words) <= _LONGEST and not words.endswith(_ENDS)
    return plain if is_head and plain else str(line.start)
