"""PDF: lines as the page sets them, joined to paragraphs; running heads and feet apart."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from briefing.ingest import footnotes, pdfbombs, pdfjoining, pdfpage, titles
from briefing.ingest.clean.page import fold_text, read_lines
from briefing.ingest.describe import read_statements
from briefing.ingest.html.values import clean_value
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.pdfcolumns import SetLine
from briefing.language import late, wordlist
from briefing.model import Known, Mark, Span

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_FEWEST_WORDS = 5
_SCANNED = 3  # words a page below which pages of pictures are a scan
_EDGE = 0.09  # share of a page's height in which running heads and feet stand
_STANDS_OFF = 1.3  # times the usual distance of lines between a running head and the text
_RUNS = ("repeat", "runs at the edge of the pages")
_FOOTNOTE = ("other_page", "is a footnote")
_MOST_IN_FOOT = 160
_PAGE_NUMBER = wordlist.patterns("mul", "page_numbers")["number"]
_LARGE = 1.2  # times the usual type, from which a line on the first page is set as a title
_TITLE_WORDS = range(2, 31)
_NUMBERS = late.pattern(r"\d+")
_PASSWORD = 4  # PDFium's code for a document that needs one


def content(item: Item) -> Content | Unreadable:
    """The text of a PDF, one line for each paragraph, or why there is none.

    Running heads and feet follow at the end, marked, so that a paragraph that goes on over a page
    stays whole. `pages` says where in the text each page begins. Nothing in the file is run.
    """
    import pypdfium2  # noqa: PLC0415 - slow to import, and not every source is a PDF

    reason = pdfbombs.bomb_reason(item.data)
    if reason:
        return Unreadable(reason=reason)
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
    body = _without_lines(pages, running)
    notes = footnotes.find_footnotes(body)
    body = _without_lines(body, notes)
    text, starts, beside = pdfjoining.join_paragraphs(body)
    title = _find_title(text, body[0] if body else (), opened)
    why = dict.fromkeys(notes, _FOOTNOTE) | dict.fromkeys(running, _RUNS)
    apart = [(one.text, *why[one]) for page in pages for one in page if one in why]
    return read_statements(
        Content(
            text="\n".join((text, *(words for words, _, _ in apart))),
            encoding="utf-8",
            lines=tuple(one for one in read_lines(text) if one.text.strip()),
            marks=(*beside, *_title_marks(title), *_marks_behind(len(text), apart)),
            facts={"title": title} if title is not None else {},
            pages=starts,
        )
    )


def _without_lines(
    pages: Sequence[Sequence[SetLine]], gone: Collection[SetLine]
) -> list[list[SetLine]]:
    return [[one for one in page if one not in gone] for page in pages]


def _marks_behind(at: int, apart: Sequence[tuple[str, str, str]]) -> Iterator[Mark]:
    """Marks over the lines that stand behind a text of length `at`: words, kind and reason."""
    for words, kind, reason in apart:
        yield Mark(start=at + 1, end=at + 1 + len(words), kind=kind, reason=reason)
        at += 1 + len(words)


def _running_lines(pages: Sequence[Sequence[SetLine]]) -> frozenset[SetLine]:
    """The lines that repeat at the edges of pages, page numbers, and heads that are told after
    what is below.
    """
    edge = [one for page in pages for one in _edge_lines(page)]
    numbers = {one for one in edge if _PAGE_NUMBER.fullmatch(one.text)}
    late = {one for page in pages for one in page[1:] if one.bottom > page[0].bottom}
    return frozenset(_repeated_lines(edge, len(pages)) | numbers | late.intersection(edge))


def _repeated_lines(edge: Sequence[SetLine], pages: int) -> set[SetLine]:
    """The lines at the edges that stand alike on a third of several pages."""
    if pages < 2:  # noqa: PLR2004 - on one page nothing runs
        return set()
    once = {(one.text, one.page): one for one in edge}.values()
    shapes = Counter(map(_running_shape, once))
    often = max(2, pages // 3)
    return {one for one in edge if shapes[_running_shape(one)] >= often}


def _running_shape(one: SetLine) -> tuple[str, int]:
    """What the running lines of several pages share: their words, and about where they
    stand.
    """
    return _NUMBERS.sub("#", one.text), round(one.bottom / 8)


def _edge_lines(page: Sequence[SetLine]) -> Iterator[SetLine]:
    """The lines at the edges of a page that stand off from what is between them."""
    ordered = sorted(page, key=lambda one: one.bottom)
    gaps = [above.bottom - below.bottom for below, above in pairwise(ordered)]
    far = _STANDS_OFF * median([gap for gap in gaps if gap > 1] or [0.0])
    yield from _standing_off(zip(ordered, gaps, strict=False), far)
    yield from _standing_off(zip(reversed(ordered), reversed(gaps), strict=False), far)
    if len(ordered) == 1 and _at_edge(ordered[0]):
        yield ordered[0]


def _standing_off(lines: Iterable[tuple[SetLine, float]], far: float) -> Iterator[SetLine]:
    """The lines at one edge, given from there on with the gap behind each, up to the last gap that
    is `far`.
    """
    waiting: list[SetLine] = []
    for one, gap in lines:
        if not _at_edge(one):
            return
        waiting.append(one)
        if gap > far:
            yield from waiting
            waiting = []


def _at_edge(one: SetLine) -> bool:
    share = one.bottom / one.height if one.height else 0.5
    return len(one.text) <= _MOST_IN_FOOT and (share < _EDGE or share > 1 - _EDGE)


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
