"""From the plain HTML that the template writes to paragraphs, tables, pictures and footnotes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.table import _Cell
from lxml import etree, html

from briefing.errors import WorkError
from briefing.render.theme import Theme
from briefing.render.view import Drawing, PageView
from briefing.render.word import pictures, tables
from briefing.render.word.elements import Element, bookmark_name, make_element, make_text
from briefing.render.word.notes import Footnotes
from briefing.render.word.styles import CAPTION, CELL, HEADINGS, LISTS, PARAGRAPHS

_BLOCKS = frozenset({"p", "ul", "ol", "div", "blockquote", "li"})
# After words of the other direction, so that signs and digits behind them keep this one's order.
_MARKS = {False: "\N{LEFT-TO-RIGHT MARK}", True: "\N{RIGHT-TO-LEFT MARK}"}
_MARKED_FILL = "FBF1C7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a stretch of text is set. `language` is its own where it is not the document's."""

    bold: bool = False
    italic: bool = False
    marked: bool = False
    raised: str = ""
    rtl: bool = False
    linked: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What all of a document's text is written with. `numbers` are bookmarks', `direction` is the
    page's: "ltr" or "rtl".
    """

    document: WordDocument
    notes: Footnotes
    drawings: Mapping[str, Drawing]
    theme: Theme
    numbers: Iterator[int]
    direction: str


Container = WordDocument | _Cell


def write_body(
    document: WordDocument, source: str, page: PageView, notes: Footnotes, theme: Theme
) -> None:
    """Append what `source`, plain HTML of our template, holds.

    Elements that mean nothing here give their text alone. A picture that can't be drawn on this
    machine is told by the table behind it.
    """
    sheet = Sheet(
        document=document,
        notes=notes,
        drawings={drawing.name: drawing for drawing in page.drawings},
        theme=theme,
        numbers=count(1),
        direction=page.direction,
    )
    root = html.document_fromstring(source)
    _write_blocks(root.find("body"), document, sheet)
    if page.direction == "rtl":
        tables.mirror_tables(document)


def _write_blocks(parent: Element, place: Container, sheet: Sheet) -> None:
    """Write each block of an element; text between blocks is white space of the template."""
    for block in parent.iterchildren(tag=etree.Element):
        writer = _WRITERS.get(block.tag, _write_paragraph)
        writer(block, place, sheet)


def _write_paragraph(block: Element, place: Container, sheet: Sheet) -> None:
    name = HEADINGS.get(block.tag) or PARAGRAPHS.get(_first_class(block), "Normal")
    paragraph = place.add_paragraph(style=name)
    paragraph.paragraph_format.page_break_before = _first_class(block) == "apart" or None
    if _notes_heading(block):
        paragraph.paragraph_format.keep_with_next = True
    _fill_paragraph(block, paragraph._p, sheet)  # noqa: SLF001 - runs of links and notes


def _notes_heading(block: Element) -> bool:
    """Whether this is the note under a heading: both stay with what they speak of."""
    before = block.getprevious()
    return _first_class(block) == "key" and before is not None and before.tag in HEADINGS


def _write_items(block: Element, place: Container, sheet: Sheet) -> None:
    for item in block.iterchildren("li"):
        paragraph = place.add_paragraph(style=LISTS[block.tag])
        _fill_paragraph(item, paragraph._p, sheet)  # noqa: SLF001


def _write_division(block: Element, place: Container, sheet: Sheet) -> None:
    """An analyst's text: paragraphs and lists, or bare words, which are a paragraph."""
    if any(child.tag in _BLOCKS for child in block.iterchildren(tag=etree.Element)):
        _write_blocks(block, place, sheet)
    else:
        _write_paragraph(block, place, sheet)


def _write_table(block: Element, place: Container, sheet: Sheet) -> None:
    rows = list(block.iter("tr"))
    if not rows:
        return
    table = tables.add_table(place, [[_read_words(cell) for cell in row] for row in rows])
    for row, cells in zip(rows, tables.list_cells(table), strict=True):
        for given, cell in zip(row, cells, strict=False):
            _fill_cell(given, cell, sheet)


def _fill_cell(given: Element, cell: _Cell, sheet: Sheet) -> None:
    """The cell's own first paragraph takes the first words; further paragraphs are added."""
    blocks = [child for child in given if child.tag == "p"]
    for number, block in enumerate(blocks or [given]):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = CELL
        ink = Ink(bold=given.tag == "th")
        _fill_paragraph(block, paragraph._p, sheet, ink)  # noqa: SLF001


def _write_figure(block: Element, place: Container, sheet: Sheet) -> None:
    drawing = sheet.drawings.get(block.get("data-drawing", ""))
    if drawing is None:
        return
    try:
        picture = pictures.draw_picture(sheet.theme.picture(drawing.svg), sheet.theme.faces())
    except WorkError:  # without the system's text libraries there is the table behind it
        tables.add_figures(place, drawing.table)
    else:
        pictures.add_picture(place, picture, drawing)
    _fill_paragraph(block, place.add_paragraph(style=CAPTION)._p, sheet)  # noqa: SLF001


_WRITERS: Mapping[str, Callable[[Element, Container, Sheet], None]] = {
    "ul": _write_items,
    "ol": _write_items,
    "div": _write_division,
    "table": _write_table,
    "figure": _write_figure,
}


def _fill_paragraph(
    block: Element, paragraph: Element, sheet: Sheet, ink: Ink | None = None
) -> None:
    """Put an element's text into a paragraph, in the element's direction or else the page's."""
    language = block.get("lang", "")
    rtl = block.get("dir", sheet.direction) == "rtl"
    if rtl:
        paragraph.get_or_add_pPr().append(make_element("w:bidi"))
    _fill_inline(block, paragraph, sheet, replace(ink or Ink(), language=language, rtl=rtl))


def _fill_inline(element: Element, parent: Element, sheet: Sheet, ink: Ink) -> None:
    """Write an element's words and those of all in it, each in its ink, after its bookmark."""
    if element.get("id"):
        parent.extend(_make_bookmark(element.get("id"), next(sheet.numbers)))
    _add_words(element.text, parent, ink)
    for child in element.iterchildren(tag=etree.Element):
        _write_inline(child, parent, sheet, ink)
        _add_words(child.tail, parent, ink)


def _write_inline(child: Element, parent: Element, sheet: Sheet, ink: Ink) -> None:
    if child.tag == "note":
        mark, note = sheet.notes.add()
        if _follows_note(child):
            _add_words(",", parent, Ink(raised="superscript"))
        parent.append(mark)
        _add_words(" ", note, Ink())
        _fill_inline(child, note, sheet, Ink())
    elif child.tag == "a" and child.get("href"):
        link = _make_link(child.get("href"), parent, sheet)
        parent.append(link)
        _fill_inline(child, link, sheet, replace(ink, linked=not child.get("href").startswith("#")))
    elif child.tag == "br":
        parent.append(make_element("w:r", make_element("w:br")))
    else:
        if child.tag in _BLOCKS and child.getprevious() is not None:
            parent.append(make_element("w:r", make_element("w:br")))
        inner = _change_ink(child, ink)
        _fill_inline(child, parent, sheet, inner)
        if inner.rtl != ink.rtl:
            _add_words(_MARKS[ink.rtl], parent, ink)


def _follows_note(child: Element) -> bool:
    """Whether nothing stands between this note and the one before."""
    before = child.getprevious()
    return before is not None and before.tag == "note" and not (before.tail or "").strip()


def _change_ink(child: Element, ink: Ink) -> Ink:
    """The ink inside an element that sets its text otherwise than what stands round it."""
    match child.tag:
        case "b" | "strong":
            return replace(ink, bold=True)
        case "i" | "em" | "cite":
            return replace(ink, italic=True)
        case "mark":
            return replace(ink, marked=True)
        case "sup":
            return replace(ink, raised="superscript")
        case "sub":
            return replace(ink, raised="subscript")
        case "bdi":
            return replace(ink, rtl=child.get("dir") == "rtl")
        case _:
            return ink


def _make_link(address: str, parent: Element, sheet: Sheet) -> Element:
    """A link to a bookmark or, in text or notes, to an address of the web."""
    if address.startswith("#"):
        return make_element("w:hyperlink", w_anchor=bookmark_name(address[1:]), w_history="1")
    link = make_element("w:hyperlink", w_history="1")
    if next(parent.iterancestors(qn("w:footnote")), None) is not None:
        sheet.notes.link(link, address)
    else:
        main = sheet.document.part
        name = main.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), name)
    return link


def _make_bookmark(anchor: str, number: int) -> tuple[Element, Element]:
    name = bookmark_name(anchor)
    return (
        make_element("w:bookmarkStart", w_id=str(number), w_name=name),
        make_element("w:bookmarkEnd", w_id=str(number)),
    )


def _add_words(text: str | None, parent: Element, ink: Ink) -> None:
    """Append a run; line ends of the template are spaces."""
    words = " ".join((text or "").split("\n"))
    if not words:
        return
    run = make_element("w:r", *_ink_properties(ink), make_text(words))
    parent.append(run)


def _ink_properties(ink: Ink) -> Iterator[Element]:
    """The run's properties in the order that the schema asks for (17.3.2.28)."""
    found = [
        *([make_element("w:b"), make_element("w:bCs")] if ink.bold else []),
        *([make_element("w:i"), make_element("w:iCs")] if ink.italic else []),
        *([make_element("w:u", w_val="single")] if ink.linked else []),
        *(
            [make_element("w:shd", w_val="clear", w_color="auto", w_fill=_MARKED_FILL)]
            if ink.marked
            else []
        ),
        *([make_element("w:vertAlign", w_val=ink.raised)] if ink.raised else []),
        *([make_element("w:rtl")] if ink.rtl else []),
        *([_name_language(ink)] if ink.language else []),
    ]
    if found:
        yield make_element("w:rPr", *found)


def _name_language(ink: Ink) -> Element:
    return make_element("w:lang", **{"w_bidi" if ink.rtl else "w_val": ink.language})


def _read_words(cell: Element) -> str:
    """What a cell shows in its column: all of its text but the notes'."""
    if cell.tag == "note":
        return cell.tail or ""
    inside = (cell.text or "", *map(_read_words, cell.iterchildren(tag=etree.Element)))
    return "".join((*inside, cell.tail or ""))


def _first_class(block: Element) -> str:
    return str(block.get("class", "")).split(" ")[0]
