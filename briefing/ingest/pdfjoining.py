"""Lines of a PDF joined to paragraphs, by how the pages set them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from briefing.ingest import asides, hyphens
from briefing.ingest.pdfcolumns import SetLine
from briefing.language import late
from briefing.model import Mark

_GOES_ON = late.pattern(r"(?:^|\s)[^\W\d_A-Z]{1,3}$")  # a little word, with which no paragraph ends
_RAISING = 1.5  # times that gap where a raised figure widens the distance
_GAP = 1.35  # times the usual distance of lines from which a new paragraph begins
_INDENT = 0.6  # of a line's height by which a first line is set in
_SHORT = 0.86  # of the column's width that a last line stays under
_OTHER_SIZE = 0.12
_SAME_LINE = 0.3  # of a line's height within which two pieces stand on one line
_DASHED = late.pattern(r"\S—$")
_DASH = late.pattern(r"—\S")
_HANGING = late.pattern(r"\d-$")
_ENDS = tuple('.!?”"’:…)؟。')


def join_paragraphs(
    pages: Sequence[Sequence[SetLine]],
) -> tuple[str, tuple[int, ...], list[Mark]]:
    """The paragraphs, one a line, where each page begins in them, and the marks of what was beside
    their words.
    """
    every = [one for page in pages for one in page]
    setting = _measure_setting(every)
    signs = ["", *(setting.sign_between(one, two) for one, two in pairwise(every))][: len(every)]
    text = "".join(sign + one.text for sign, one in zip(signs, every, strict=True))
    ends = accumulate(len(sign) + len(one.text) for sign, one in zip(signs, every, strict=True))
    begins = [end - len(one.text) for end, one in zip(ends, every, strict=True)]
    marks = [
        mark
        for begin, one in zip(begins, every, strict=True)
        for mark in asides.aside_marks(one.beside, begin)
    ]
    first = {one.page: begin for begin, one in zip(begins[::-1], every[::-1], strict=True)}
    return text, _page_starts(first, len(pages), len(text)), marks


def _page_starts(first: Mapping[int, int], count: int, end: int) -> tuple[int, ...]:
    """Where each of `count` pages begins; one without lines where the next one does."""
    starts = []
    for page in reversed(range(count)):
        end = first.get(page, end)
        starts.append(end)
    return tuple(reversed(starts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """How the text of a PDF is set: the usual distance of its lines, the width of its column, and
    whether a hyphen at the end of a line is a word's own.
    """

    usual: float
    width: float
    stays: Callable[[str, str], bool]

    def sign_between(self, one: SetLine, two: SetLine) -> str:
        """Say what stands between two lines: nothing, a hyphen, a space or the end of a
        paragraph.
        """
        sign = self._text_between(one, two)
        if sign == "" and one.hyphen and not one.soft:
            return _hyphen_between(one.text, two.text, self.stays)
        return sign

    def _text_between(self, one: SetLine, two: SetLine) -> str:
        if abs(one.size - two.size) > _OTHER_SIZE * max(one.size, two.size):
            return "\n"
        glue = _glue_between(one, two)
        gap = one.bottom - two.bottom
        if one.page != two.page:
            return glue if _goes_on(one, two, self.width) else "\n"
        if abs(gap) < _SAME_LINE * one.size:  # told in two pieces
            return " "
        if gap < 0:  # the next column
            return glue if not _is_ended(one) and two.text[:1].islower() else "\n"
        ended = self._stands_off(one, two, gap) or _ends_paragraph(one, two, self.width)
        return "\n" if ended else glue

    def _stands_off(self, one: SetLine, two: SetLine, gap: float) -> bool:
        """Whether two lines are further apart than those of a paragraph are; the larger the type
        of a title, the further apart are its lines.
        """
        usual = max(self.usual, one.size)
        most = _GAP * usual * (_RAISING if one.beside or two.beside else 1)
        return gap > most and not one.hyphen


def _measure_setting(lines: Sequence[SetLine]) -> _Setting:
    """Measure the distances and widths of lines, and how the words of their text are parted."""
    gaps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.page == two.page]
    return _Setting(
        usual=median([gap for gap in gaps if gap > 0] or [12.0]),
        width=_usual_width(lines),
        stays=hyphens.hyphen_judge([one.text for one in lines], sum(one.hyphen for one in lines)),
    )


def _hyphen_between(before: str, after: str, stays: Callable[[str, str], bool]) -> str:
    """Say what stands between the halves of a word that a line's end parts."""
    if hyphens.is_loose(after):
        return "- "
    return "-" if stays(before, after) else ""


def _usual_width(lines: Sequence[SetLine]) -> float:
    widths = sorted(one.right - one.left for one in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0.0


def _glue_between(one: SetLine, two: SetLine) -> str:
    """What joins two lines of one paragraph: nothing at a hyphen or dash, else a space."""
    hangs = one.hyphen or (_HANGING.search(one.text) and two.text[:1].islower())
    return "" if hangs or _DASHED.search(one.text) or _DASH.match(two.text) else " "


def _is_ended(one: SetLine) -> bool:
    return one.text.endswith(_ENDS)


def _is_full(one: SetLine, width: float) -> bool:
    return one.right - one.left >= _SHORT * width


def _goes_on(one: SetLine, two: SetLine, width: float) -> bool:
    """Whether the last line of a page goes on in the first of the next."""
    return (not _is_ended(one) and _is_full(one, width)) or two.text[:1].islower()


def _ends_paragraph(one: SetLine, two: SetLine, width: float) -> bool:
    """Whether the first of two lines of one column ends a paragraph, by how they are set."""
    if two.left - one.left > _INDENT * one.size and _is_ended(one):
        return True
    if one.hyphen or _is_full(one, width):
        return False
    return _is_ended(one) or (_begins_anew(one, two) and _would_fit(one, two, width))


def _begins_anew(one: SetLine, two: SetLine) -> bool:
    """Whether a line may begin a paragraph behind one that ends no sentence."""
    return two.text[:1].isupper() and _GOES_ON.search(one.text) is None


def _would_fit(one: SetLine, two: SetLine, width: float) -> bool:
    """Whether a line's first word had room in the line before it: then that one ends a
    paragraph.
    """
    first = two.text.split(" ", 1)[0]
    room = (two.right - two.left) * (len(first) + 1) / max(len(two.text), 1)
    return one.right - one.left + room < width
