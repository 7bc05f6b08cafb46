"""PDF: lines as the page sets them, joined to paragraphs; running heads and feet apart."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from briefing.ingest.clean.page import read_line
from briefing.ingest.describe import read_statements
from briefing.ingest.html.declared import clean_value
from briefing.ingest.item import Content, Item, Unreadable
from briefing.model import Known, Mark

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_FEWEST_WORDS = 5
_SCANNED = 3  # words a page below which pages of pictures are a scan
_EDGE = 0.09  # share of a page's height in which running heads and feet stand
_STANDS_OFF = 1.3  # times the usual distance of lines between a running head and the text
_GAP = 1.35  # times the usual distance of lines from which a new paragraph begins
_INDENT = 0.6  # of a line's height by which a first line is set in
_SHORT = 0.86  # of the column's width that a last line stays under
_OTHER_SIZE = 0.12
_TINY = 2.5  # points of type that nobody can read
_MOST_IN_FOOT = 160
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*(?:(?:/|of|von|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_HARD = 0.04  # share of lines that end in hyphens up to which these are the words' own
_FEWEST_BREAKS = 2
_DASHED = re.compile(r"\S—$")
_DASH = re.compile(r"—\S")
_LINE_END = re.compile("(\r?\n|\r|[\x02\ufffe](?:\r?\n)?)")
_BROKEN = (
    "\x02",
    "\ufffe",
)  # PDFium's signs for the hyphen of a word that goes on in the next line
_HYPHENS = ("\u2010", "\u00ad")  # a hyphen that only a typesetter puts
_SOFT = " \r\n\u2010\u00ad"
_NUMBERS = re.compile(r"\d+")
_ENDS = tuple('.!?”"’:…)؟。')
_UNTITLED = re.compile(
    r"untitled|microsoft word|\.(?:docx?|pdf|indd|odt|html?|txt)$|^[\W\d_]*$", re.IGNORECASE
)
_PASSWORD = 4  # PDFium's code for a document that needs one


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetLine:
    """One line as the page sets it, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    height: float
    hyphen: bool = False
    soft: bool = False


def content(item: Item) -> Content | Unreadable:
    """Give the text of a PDF, one line for each paragraph, or why there is none.

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


def _refusal_reason(error: Exception) -> str:
    if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
        return "an encrypted PDF: it needs a password"
    return "a damaged or truncated PDF"


def _read_content(opened: Any) -> Content | Unreadable:  # noqa: ANN401 - the library ships no types
    count = len(opened)
    if count > _MOST_PAGES:
        return Unreadable(reason=f"a PDF of {count:,} pages: this is no article")
    pages: list[list[_SetLine]] = []
    length = 0
    for number in range(count):
        pages.append(_page_lines(opened, number))
        length += sum(len(one.text) for one in pages[-1])
        if length > _MOST_CHARACTERS:
            return Unreadable(
                reason=f"a PDF of more than {_MOST_CHARACTERS:,} characters: this is no article"
            )
    words = sum(len(one.text.split()) for page in pages for one in page)
    if words < max(_FEWEST_WORDS, _SCANNED * count):
        return Unreadable(
            reason=f"a scanned PDF without text: {count} page{'s' * (count != 1)} of pictures"
        )
    return _set_pages(pages, opened)


def _page_lines(opened: Any, number: int) -> list[_SetLine]:  # noqa: ANN401
    """Give the lines of a page that can be seen on it."""
    page = opened[number]
    width, height = page.get_size()
    held = page.get_textpage()
    try:
        total = held.count_chars()
        whole = held.get_text_range(0, total, errors="replace") if total > 0 else ""
        pieces = _LINE_END.split(whole)
        found = []
        at = 0
        for part, end in zip(pieces[::2], (*pieces[1::2], ""), strict=True):
            made = (
                _read_line(held, part, (at, number, height), hyphen=end[:1] in _BROKEN)
                if part.strip()
                else None
            )
            at += len(part) + len(end)
            if made and made.size > _TINY and _is_on(made, width):
                found.append(made)
        return found
    finally:
        held.close()
        page.close()


def _is_on(one: _SetLine, width: float) -> bool:
    """Say whether some of a line lies on its page."""
    return one.right > 0 and one.top > 0 and one.left < width and one.bottom < one.height


def _read_line(held: Any, part: str, place: tuple[int, int, float], *, hyphen: bool) -> _SetLine:  # noqa: ANN401
    start, number, height = place
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip()) - 1
    soft = part.rstrip().endswith(_HYPHENS)
    left, low, _, high = held.get_charbox(first, loose=True)
    _, _, right, _ = held.get_charbox(last, loose=True)
    return _SetLine(
        text=" ".join(part.replace("\x00", "").rstrip(_SOFT if soft else None).split()),
        left=left,
        right=right,
        bottom=low,
        top=high,
        size=high - low,
        page=number,
        height=height,
        hyphen=hyphen or soft,
        soft=soft,
    )


def _set_pages(pages: Sequence[Sequence[_SetLine]], opened: Any) -> Content:  # noqa: ANN401
    """Put the lines of all pages together."""
    running = _running_lines(pages)
    body = [[one for one in page if one not in running] for page in pages]
    text, starts = _join_paragraphs(body)
    lines = []
    at = 0
    for one in text.split("\n"):
        if one.strip():
            lines.append(read_line(one, at))
        at += len(one) + 1
    marks = []
    apart = [one.text for page in pages for one in page if one in running]
    for one in apart:
        end = len(text) + 1 + len(one)
        marks.append(
            Mark(
                start=len(text) + 1, end=end, kind="repeat", reason="runs at the edge of the pages"
            )
        )
        text = f"{text}\n{one}"
    return read_statements(
        Content(
            text=text,
            encoding="utf-8",
            lines=tuple(lines),
            marks=tuple(marks),
            facts=_stated_facts(opened),
            pages=starts,
        )
    )


def _running_lines(pages: Sequence[Sequence[_SetLine]]) -> frozenset[_SetLine]:
    """Give the lines that repeat at the edges of pages, page numbers, and heads that are told after
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


def _running_shape(one: _SetLine) -> tuple[str, int]:
    """Give what the running lines of several pages share: their words, and about where they
    stand.
    """
    return _NUMBERS.sub("#", one.text), round(one.bottom / 8)


def _edge_lines(page: Sequence[_SetLine]) -> Iterator[_SetLine]:
    """Give the lines at the edges of a page that stand off from what is between them."""
    ordered = sorted(page, key=lambda one: one.bottom)
    gaps = [above.bottom - below.bottom for below, above in pairwise(ordered)]
    usual = median([gap for gap in gaps if gap > 1] or [0.0])
    for order in (
        list(zip(ordered, gaps, strict=False)),
        list(zip(ordered[::-1], gaps[::-1], strict=False)),
    ):
        waiting: list[_SetLine] = []
        for one, gap in order:
            if not _at_edge(one):
                break
            waiting.append(one)
            if gap > _STANDS_OFF * usual:
                yield from waiting
                waiting = []
    if len(ordered) == 1 and _at_edge(ordered[0]):
        yield ordered[0]


def _at_edge(one: _SetLine) -> bool:
    share = one.bottom / one.height if one.height else 0.5
    return len(one.text) <= _MOST_IN_FOOT and (share < _EDGE or share > 1 - _EDGE)


def _join_paragraphs(pages: Sequence[Sequence[_SetLine]]) -> tuple[str, tuple[int, ...]]:
    """Give the paragraphs, one a line, and where each page begins in them."""
    every = [one for page in pages for one in page]
    gaps = [one.bottom - two.bottom for one, two in pairwise(every) if one.page == two.page]
    usual = median([gap for gap in gaps if gap > 0] or [12.0])
    width = _usual_width(every)
    stays = _hyphen_judge(every)
    pieces: list[str] = []
    length = 0
    starts: list[int] = []
    before: _SetLine | None = None
    for page in pages:
        for number, one in enumerate(page):
            sign = "" if before is None else _text_between(before, one, usual, width)
            if (
                sign == ""
                and before is not None
                and before.hyphen
                and not before.soft
                and stays(before.text, one.text)
            ):
                sign = "-"
            if number == 0:
                starts += [length + len(sign)] * (one.page + 1 - len(starts))
            pieces += [sign, one.text]
            length += len(sign) + len(one.text)
            before = one
    starts += [length] * (len(pages) - len(starts))
    return "".join(pieces), tuple(starts)


def _hyphen_judge(lines: Sequence[_SetLine]) -> Callable[[str, str], bool]:
    """Give what says whether a hyphen at a line's end belongs to the word, as in "well-" and
    "known".

    It does where the text has the word with its hyphen elsewhere, or both halves as words; it
    doesn't where it has the word whole. Else a text whose lines rarely end in hyphens is one that
    breaks no words.
    """
    known = frozenset(word.casefold() for one in lines for word in _WORD.findall(one.text))
    breaks_words = sum(one.hyphen for one in lines) > max(_FEWEST_BREAKS, _MOST_HARD * len(lines))

    def stays(before: str, after: str) -> bool:
        ending, beginning = _LAST.search(before), _FIRST.match(after)
        if ending is None or beginning is None:
            return True
        head, tail = ending[0].casefold(), beginning[0].casefold()
        if not after[:1].islower() or f"{head}-{tail}" in known:
            return True
        if f"{head}{tail}" in known:
            return False
        return (head in known and tail in known) or not breaks_words

    return stays


def _usual_width(lines: Sequence[_SetLine]) -> float:
    widths = sorted(one.right - one.left for one in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0.0


def _text_between(one: _SetLine, two: _SetLine, usual: float, width: float) -> str:
    """Say what stands between two lines: nothing (a broken word), a space, or the end of a
    paragraph.
    """
    glue = "" if one.hyphen or _DASHED.search(one.text) or _DASH.match(two.text) else " "
    if abs(one.size - two.size) > _OTHER_SIZE * max(one.size, two.size):
        return "\n"
    ended = one.text.endswith(_ENDS)
    full = one.right - one.left >= _SHORT * width
    if one.page != two.page:
        return glue if (not ended and full) or two.text[:1].islower() else "\n"
    gap = one.bottom - two.bottom
    if abs(gap) < 0.3 * one.size:  # the same line, told in two pieces
        return " "
    if gap < 0:  # the next column
        return glue if not ended and two.text[:1].islower() else "\n"
    if gap > _GAP * usual and not one.hyphen:
        return "\n"
    if two.left - one.left > _INDENT * one.size and ended:
        return "\n"
    if not full and (ended or two.text[:1].isupper()):
        return "\n"
    return glue


def _stated_facts(opened: Any) -> dict[str, Known]:  # noqa: ANN401
    """Give the title that the document's properties state; its dates and makers say nothing of an
    article.
    """
    title = clean_value(str(opened.get_metadata_dict().get("Title") or ""))[:300]
    if not title or _UNTITLED.search(title):
        return {}
    return {"title": Known(value=title, basis="stated", note="the PDF's own title")}
