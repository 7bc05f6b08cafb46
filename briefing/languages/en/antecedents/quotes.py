"""Quotations: where they stand in a passage, also over several sentences."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from briefing.language import late
from briefing.model import Span

_MARKS = late.pattern('[“”„«»"「」『』‹›]')
_OPEN = {"“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "‹": "›"}
_TURNED = {"»": "«", "”": "”"}  # as German books and Swedish papers quote
_DOUBLED_OPEN = late.pattern(r"(?<![^\s(\[—–-])''(?='?[^\s'])")
_DOUBLED_CLOSE = late.pattern(r"(?<=[^\s'])('?)''(?![\w'])")
# A quotation in single marks: it opens before a word, and closes behind a stop.
_SINGLE = late.pattern(
    r"(?<![\w’'])['‘](?=[A-Z0-9])"
    r"((?:[^\n'‘’“”\"]|(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)){12,2000}?[.,!?…])['’](?!\w)"
)
_OPEN_SINGLE = late.pattern(r"(?:^|(?<=[:,] ))['‘](?=[A-Z])")
_ANY_CLOSE = late.pattern(r"(?<=\S)['’](?!\w)")
_CLOSED_SINGLE = late.pattern(r"(?<=[.!?…])’(?=\s*$)", re.MULTILINE)
_DOUBLES = late.pattern('["“”]')
_MIXED = ({'"', "”"}, {'"', "“"})
_SIGNS = '“”„«»"'
_REACH = 3_000  # characters over which a quotation goes on from one passage to the next
_MOST_LINES = 6  # line breaks on the way, those of empty lines included


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation with its marks; `closed` is false where the passage ends inside it."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """The outermost quotations in double marks of `text[start:end]`, in order.

    Straight marks open and close in turn. Single marks are left alone: they are also apostrophes.
    Where the stretch is a passage that begins inside a quotation of the passage before (see
    `continued`), that one comes first.
    """
    found: list[Quote] = []
    opened, closing = -1, ""
    if continues_quote(text, start, end):
        first = _MARKS.search(text, start, end)
        opened, closing = start, first[0] if first else ""
    for match in _MARKS.finditer(text, start, end):
        index, mark = match.start(), match.group()
        if opened < 0:
            closing = _closing_mark(text, index, start)
            opened = index if closing else -1
        elif mark == closing or _closes_mixed(text, opened, index, end):
            found.append(Quote(start=opened, end=index + 1, closed=True))
            opened = -1
    if opened >= 0:
        found.append(Quote(start=opened, end=end, closed=False))
    return tuple(found)


def _closing_mark(text: str, index: int, start: int) -> str:
    """The mark that closes what the mark at `index` opens, "" where it opens nothing: »A« and ”A”
    open before a word, behind which nothing else is open.
    """
    mark = text[index]
    if mark == '"' or mark in _OPEN:
        return _OPEN.get(mark, '"')
    apart = index == start or text[index - 1].isspace()
    if not apart or not text[index + 1 : index + 2].isalnum():
        return ""
    return _TURNED.get(mark, "")


def _closes_mixed(text: str, opened: int, index: int, end: int) -> bool:
    """Whether a mark closes a quotation that a mark of the other kind opened ("Yes,” he said), with
    none of its own kind between them, and none behind that would close it.
    """
    if {text[opened], text[index]} not in _MIXED or not _closes_quote(text, index):
        return False
    straight = text[opened] == '"'
    inner = text.find("“" if straight else '"', opened + 1, index)
    again = text.find("“", index, end)
    own = text.find('"' if straight else "”", index, again if again >= 0 else end)
    return inner < 0 and (own < 0 or (straight and _opens_quote(text, own)))


def straightened(text: str) -> str:
    """A text with two single marks for a double one ("''Yes,'' he said") as one mark, and with
    quotations in single marks in double ones; no place moves.
    """
    if "''" in text:
        text = _DOUBLED_CLOSE.sub(r'\1" ', _DOUBLED_OPEN.sub(' "', text))
    return "".join(map(_raise_singles, text.splitlines(keepends=True)))


def _raise_singles(line: str) -> str:
    """A line whose quotations stand in single marks with double ones in their place."""
    if ("'" not in line and "’" not in line and "‘" not in line) or _DOUBLES.search(line):
        return line
    raised = _SINGLE.sub(r"“\1”", line)
    if "‘" in raised or "’" in raised or "'" in raised:
        raised = _raise_loose(raised)
    return raised


def _raise_loose(line: str) -> str:
    """Do so with a mark that opens a quotation and that the line doesn't close, and with one at its
    end that it didn't open.
    """
    opened = _OPEN_SINGLE.search(line)
    if opened and "”" not in line[opened.end() :] and not _ANY_CLOSE.search(line, opened.end()):
        return f"{line[: opened.start()]}“{line[opened.end() :]}"
    if "‘" not in line and "“" not in line:
        return _CLOSED_SINGLE.sub("”", line)
    return line


def continues_quote(text: str, start: int, end: int) -> bool:
    """Whether the passage [start, end) begins inside a quotation that was opened before it and
    not opened anew.

    The last mark before it must open, and the first one in it (or behind it, where it has none)
    must close.
    """
    ahead = text[max(0, start - _REACH) : start]
    last = max(map(ahead.rfind, _SIGNS))
    if (
        last < 0
        or ahead.count("\n", last) > _MOST_LINES
        or not _opens_quote(text, start - len(ahead) + last)
    ):
        return False
    first = _MARKS.search(text, start, end)
    if first is None:
        first = _MARKS.search(text, end, min(len(text), end + _REACH))
        if first is None or text.count("\n", end, first.start()) > _MOST_LINES:
            return False
    return _closes_quote(text, first.start())


def _opens_quote(text: str, place: int) -> bool:
    """Whether the mark at `place` opens a quotation; a straight one shows it by what stands
    beside it.
    """
    if text[place] != '"':
        return text[place] in _OPEN
    before, behind = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return (
        (not before or before.isspace() or before in "([—–-:")
        and bool(behind)
        and not behind.isspace()
    )


def _closes_quote(text: str, place: int) -> bool:
    if text[place] != '"':
        return text[place] in "”»"
    before, behind = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return (
        bool(before)
        and not (before.isspace() or before.isdigit())
        and (not behind or not behind.isalnum())
    )


def is_inside(quotes: tuple[Quote, ...], offset: int) -> bool:
    """Whether an offset lies in one of `quotes` (their marks count), which stand in order."""
    if not quotes:
        return False
    at = bisect_right(quotes, offset, key=_quote_start) - 1
    return at >= 0 and offset < quotes[at].end


def _quote_start(quote: Quote) -> int:
    return quote.start


def quoted_share(quotes: tuple[Quote, ...], span: Span) -> int:
    """How many code points of a span lie inside quotations."""
    return sum(max(0, min(quote.end, span.end) - max(quote.start, span.start)) for quote in quotes)
