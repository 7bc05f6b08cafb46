"""Sheets of a text that was printed to a file: form feeds, with heads and page numbers at them."""

from collections import Counter
from collections.abc import Iterator

from briefing.ingest.clean.page import fold_text
from briefing.language import late, wordlist
from briefing.model import Mark, Span

_FEED = "\f"
_NUMBER = wordlist.patterns("mul", "page_numbers")["number"]
_NUMBERS = late.pattern(r"\d+")
_LINE = late.pattern(r"[^\r\n\f]*[^\s][^\r\n\f]*")
_ENDS = (".", "!", "?", "”", '"', "…")
_LONGEST = 120  # letters of a head
_REASON = "runs at the edge of the pages"


def mark_edges(text: str) -> Iterator[Mark]:
    """Mark page numbers, and the head of a sheet that the one of another has, numbers aside, at
    form feeds. The very first head, which says whose text it is, stays.
    """
    if _FEED not in text:
        return
    sheets = list(filter(None, _cut_sheets(text)))
    shapes = [_shape_of(text, lines[0]) for lines in sheets]
    often = Counter(shapes)
    again = {
        lines[0] for lines, shape in zip(sheets[1:], shapes[1:], strict=True) if often[shape] > 1
    }
    for lines in sheets:
        for one in dict.fromkeys((lines[0], lines[-1])):
            if one in again or _is_number(text, one):
                yield Mark(start=one.start, end=one.end, kind="repeat", reason=_REASON)


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
