"""PDF: lines as the page sets them, joined to paragraphs; running heads and feet apart."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from briefing.ingest import asides, footnotes, hyphens, pdfpage, titles
from briefing.ingest.clean.page import fold_text, read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.html.declared import clean_value
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.pdfcolumns import SetLine
from briefing.language import wordlist
from briefing.model import Known, Mark, Span

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_FEWEST_WORDS = 5
_SCANNED = 3  # words a page below which pages of pictures are a scan
_EDGE = 0.09  # share of a page's height in which running heads and feet stand
_STANDS_OFF = 1.3  # times the usual distance of lines between a running head and the text
_RUNS = ("repeat", "runs at the edge of the pages")
_FOOTNOTE = ("other_page", "is a footnote")
_GOES_ON = re.compile(r"(?:^|\s)[^\W\d_A-Z]{1,3}$")  # a little word, with which no paragraph ends
_RAISING = 1.5  # times that gap where a raised figure widens the distance
_GAP = 1.35  # times the usual distance of lines from which a new paragraph begins
_INDENT = 0.6  # of a line's height by which a first line is set in
_SHORT = 0.86  # of the column's width that a last line stays under
_OTHER_SIZE = 0.12
_MOST_IN_FOOT = 160
_PAGE_NUMBER = wordlist.patterns("mul", "page_numbers")["number"]
_DASHED = re.compile(r"\S—$")
_DASH = re.compile(r"—\S")
_HANGING = re.compile(r"\d-$")
_LARGE = 1.2  # times the usual type, from which a line on the first page is set as a title
_TITLE_WORDS = range(2, 31)
_NUMBERS = re.compile(r"\d+")
_ENDS = tuple('.!?”"’:…)؟。')
_PASSWORD = 4  # PDFium's code for a document that needs one


def content(item: Item) -> Content | Unreadable:
    """The text of a PDF, one line for each paragraph, or why there is none.

    Running heads and feet follow at the end, marked, so that a paragraph that goes on over a page
    stays whole. `pages` says where in the text each page begins. Nothing in the file is run.
    """
    import pypdfium2  # noqa: PLC0415 - slow to import, and not every source is a PDF

    try:
        opened = pypdfium2.PdfDocument(item.data)
    except pypdfium2.PdfiumError as error:
        return Unreadable(reason=_refusal_reason(error))
    try:
        return _read_content(opened)
    except pypdfium2.PdfiumError:
        return Unreadable(reason="a damaged PDF: its pages can't be read")
    finally:
        opened.close()


def _tell_scan(pages: int, words: int) -> str:
    """Say that a PDF holds no text to speak of, and what it holds."""
    on = f"{pages} page{'s' * (pages != 1)}"
    if not words:
        return f"a scanned PDF without text: {on} of pictures"
    return f"a PDF with hardly any text: {words} word{'s' * (words != 1)} on {on}"


def _refusal_reason(error: Exception) -> str:
    if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
        return "an encrypted PDF: it needs a password"
    return "a damaged or truncated PDF"


def _read_content(opened: Any) -> Content | Unreadable:  # noqa: ANN401 - the library ships no types
    count = len(opened)
    if count > _MOST_PAGES:
        return Unreadable(reason=f"a PDF of {count:,} pages: this is no article")
    pages: list[list[SetLine]] = []
    length = 0
    for number in range(count):
        pages.append(pdfpage.read_page(opened, number))
        length += sum(len(one.text) for one in pages[-1])
        if length > _MOST_CHARACTERS:
            return Unreadable(
                reason=f"a PDF of more than {_MOST_CHARACTERS:,} characters: this is no article"
            )
    words = sum(len(one.text.split()) for page in pages for one in page)
    if words < max(_FEWEST_WORDS, _SCANNED * count):
        return Unreadable(reason=_tell_scan(count, words))
    return _set_pages(pages, opened)


def _set_pages(pages: Sequence[Sequence[SetLine]], opened: Any) -> Content:  # noqa: ANN401
    """Put the lines of all pages together."""
    running = _running_lines(pages)
    body = [[one for one in page if one not in running] for page in pages]
    notes = footnotes.find_footnotes(body)
    body = [[one for one in page if one not in notes] for page in body]
    text, starts, beside = _join_paragraphs(body)
    title = _find_title(text, body[0] if body else (), opened)
    lines = []
    at = 0
    for one in text.split("\n"):
        if one.strip():
            lines.append(read_line(one, at))
        at += len(one) + 1
    marks = [*beside, *_title_marks(title)]
    for apart in (one for page in pages for one in page if one in running or one in notes):
        kind, reason = _RUNS if apart in running else _FOOTNOTE
        start = len(text) + 1
        marks.append(Mark(start=start, end=start + len(apart.text), kind=kind, reason=reason))
        text = f"{text}\n{apart.text}"
    return read_statements(
        Content(
            text=text,
            encoding="utf-8",
            lines=tuple(lines),
            marks=tuple(marks),
            facts={"title": title} if title is not None else {},
            pages=starts,
        )
    )


def _running_lines(pages: Sequence[Sequence[SetLine]]) -> frozenset[SetLine]:
    """The lines that repeat at the edges of pages, page numbers, and heads that are told after
    what is below.
    """
    edge = [one for page in pages for one in _edge_lines(page)]
    once = {(one.text, one.page): one for one in edge}.values()
    shapes = Counter(_running_shape(one) for one in once)
    often = max(2, len(pages) // 3)
    late = {
        one
        for page in pages
        for place, one in enumerate(page)
        if place and one.bottom > page[0].bottom
    }
    return frozenset(
        one
        for one in edge
        if one in late
        or _PAGE_NUMBER.fullmatch(one.text)
        or (len(pages) > 1 and shapes[_running_shape(one)] >= often)
    )


def _running_shape(one: SetLine) -> tuple[str, int]:
    """What the running lines of several pages share: their words, and about where they
    stand.
    """
    return _NUMBERS.sub("#", one.text), round(one.bottom / 8)


def _edge_lines(page: Sequence[SetLine]) -> Iterator[SetLine]:
    """The lines at the edges of a page that stand off from what is between them."""
    ordered = sorted(page, key=lambda one: one.bottom)
    gaps = [above.bottom - below.bottom for below, above in pairwise(ordered)]
    usual = median([gap for gap in gaps if gap > 1] or [0.0])
    for order in (
        list(zip(ordered, gaps, strict=False)),
        list(zip(ordered[::-1], gaps[::-1], strict=False)),
    ):
        waiting: list[SetLine] = []
        for one, gap in order:
            if not _at_edge(one):
                break
            waiting.append(one)
            if gap > _STANDS_OFF * usual:
                yield from waiting
                waiting = []
    if len(ordered) == 1 and _at_edge(ordered[0]):
        yield ordered[0]


def _at_edge(one: SetLine) -> bool:
    share = one.bottom / one.height if one.height else 0.5
    return len(one.text) <= _MOST_IN_FOOT and (share < _EDGE or share > 1 - _EDGE)


def _join_paragraphs(
    pages: Sequence[Sequence[SetLine]],
) -> tuple[str, tuple[int, ...], list[Mark]]:
    """The paragraphs, one a line, and where each page begins in them."""
    every = [one for page in pages for one in page]
    gaps = [one.bottom - two.bottom for one, two in pairwise(every) if one.page == two.page]
    usual = median([gap for gap in gaps if gap > 0] or [12.0])
    width = _usual_width(every)
    stays = hyphens.hyphen_judge([one.text for one in every], sum(one.hyphen for one in every))
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    starts: list[int] = []
    before: SetLine | None = None
    for page in pages:
        for number, one in enumerate(page):
            sign = "" if before is None else _text_between(before, one, usual, width)
            if sign == "" and before is not None and before.hyphen and not before.soft:
                sign = _hyphen_between(before.text, one.text, stays)
            if number == 0:
                starts += [length + len(sign)] * (one.page + 1 - len(starts))
            pieces += [sign, one.text]
            marks += asides.aside_marks(one.beside, length + len(sign))
            length += len(sign) + len(one.text)
            before = one
    starts += [length] * (len(pages) - len(starts))
    return "".join(pieces), tuple(starts), marks


def _hyphen_between(before: str, after: str, stays: Callable[[str, str], bool]) -> str:
    """Say what stands between the halves of a word that a line's end parts."""
    if hyphens.is_loose(after):
        return "- "
    return "-" if stays(before, after) else ""


def _usual_width(lines: Sequence[SetLine]) -> float:
    widths = sorted(one.right - one.left for one in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0.0


def _text_between(one: SetLine, two: SetLine, usual: float, width: float) -> str:
    """Say what stands between two lines: nothing (a broken word), a space, or the end of a
    paragraph.
    """
    if abs(one.size - two.size) > _OTHER_SIZE * max(one.size, two.size):
        return "\n"
    glue = _glue_between(one, two)
    if one.page != two.page:
        return glue if _goes_on(one, two, width) else "\n"
    gap = one.bottom - two.bottom
    if abs(gap) < 0.3 * one.size:  # the same line, told in two pieces
        return " "
    if gap < 0:  # the next column
        return glue if not _is_ended(one) and two.text[:1].islower() else "\n"
    most = _GAP * usual * (_RAISING if one.beside or two.beside else 1)
    if gap > most and not one.hyphen:
        return "\n"
    return "\n" if _ends_paragraph(one, two, width) else glue


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
    if _is_full(one, width):
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


def _find_title(text: str, first: Sequence[SetLine], opened: Any) -> Known | None:  # noqa: ANN401
    """The title: the properties' own where the first page prints it, else the largest type
    there, else the properties' own unless a program filled it in. Their dates and makers say
    nothing of an article.
    """
    own = clean_value(str(opened.get_metadata_dict().get("Title") or ""))[:300]
    given = (
        Known(value=own, basis="stated", note="the PDF's own title")
        if titles.is_written(own)
        else None
    )
    page = fold_text(" ".join(one.text for one in first))
    if given is not None and fold_text(own) in page:
        return given
    return _large_type(text, first) or given


def _large_type(text: str, first: Sequence[SetLine]) -> Known | None:
    """The paragraph that is set largest on the first page, where it is larger than the rest."""
    if not first:
        return None
    usual = median([one.size for one in first for _ in range(1 + len(one.text) // 10)])
    largest = max(first, key=lambda one: one.size)
    if largest.size < _LARGE * usual:
        return None
    at = text.find(largest.text)
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    span = Span(start=start, end=end if end >= 0 else len(text))
    value = " ".join(text[span.start : span.end].split())
    if at < 0 or len(value.split()) not in _TITLE_WORDS:
        return None
    return Known(
        value=value, basis="stated", note="set largest on the first page", evidence=(span,)
    )


def _title_marks(title: Known | None) -> list[Mark]:
    spans = title.evidence if title is not None else ()
    return [
        Mark(start=one.start, end=one.end, kind="title", reason="is set largest on the first page")
        for one in spans
    ]
