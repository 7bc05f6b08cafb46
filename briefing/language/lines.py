"""The lines of a text: the units that passages, marks and versions are counted in."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.language import late
from briefing.model import Mark, Span

_LINE = late.pattern(r"\S[^\n]*")
_OLD_LINE = late.pattern(r"\S[^\r]*")
_WIDEST = 100  # characters of a line in a text that was broken to a width
_NARROWEST = 40
_FULL = 0.7  # share of the widest line that a broken line fills
_FEWEST = 6  # line breaks inside paragraphs that make a text a broken one
_MOSTLY = 0.6
_OWN_LINE = late.pattern(r"#{1,6}\s|[-*•◦▪‣>|]\s|\(?\d{1,3}[.)]\s|-{3,}$|={3,}$")


def split_lines(text: str) -> tuple[Span, ...]:
    """The non-empty lines of `text`, without the white space round them, in order.

    A line ends at a line feed; other separators (carriage return, form feed, U+2028) are white
    space at its edges. A text that has carriage returns and no line feed at all is split at those.
    Where the text was broken to a width (e-mail, old archives), the lines of a paragraph, up to the
    next empty line, make one span.
    """
    pattern = _OLD_LINE if "\r" in text and "\n" not in text else _LINE
    spans = []
    for match in pattern.finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match[0].rstrip())
        spans.append(Span(start=start, end=end))
    return _join_lines(text, spans) if _is_broken(text, spans) else tuple(spans)


def marks_over(spans: Sequence[Span], marks: Sequence[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Give, for each of `spans` (in order, none overlapping), the marks that share text with it.

    The work is linear in spans, marks and pairs.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind))
    waiting: list[Mark] = []
    following = 0
    for span in spans:
        while following < len(ordered) and ordered[following].start < span.end:
            waiting.append(ordered[following])
            following += 1
        waiting = [mark for mark in waiting if mark.end > span.start]
        yield tuple(mark for mark in waiting if mark.start < span.end)


def _is_broken(text: str, spans: list[Span]) -> bool:
    """Whether lines end at a width: full lines, going on in lower case on the next one."""
    widest = max([span.end - span.start for span in spans], default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    inside = [(one, two) for one, two in pairwise(spans) if _are_adjacent(text, one, two)]
    if len(inside) < _FEWEST:
        return False
    going_on = sum(
        text[two.start].islower()
        and one.end - one.start >= _FULL * widest
        and text[one.end - 1] not in ".!?:;"
        for one, two in inside
    )
    return going_on >= _MOSTLY * len(inside)


def _are_adjacent(text: str, one: Span, two: Span) -> bool:
    return text.count("\n", one.end, two.start) <= 1


def _join_lines(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        alone = _OWN_LINE.match(text, span.start, span.end)
        if joined and not alone and _are_adjacent(text, joined[-1], span):
            joined[-1] = Span(start=joined[-1].start, end=span.end)
        else:
            joined.append(span)
    return tuple(joined)
