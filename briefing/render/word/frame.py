"""What stands round the text of a .docx: its properties, and the marking on every page."""

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import RGBColor

from briefing.render.view import PageView
from briefing.render.word.elements import make_element, make_field
from briefing.render.word.styles import PARAGRAPHS

# FIRST's Traffic Light Protocol 2.0: the label's colour, on black.
_LABELS = {
    "RED": "FF2B2B",
    "AMBER": "FFC000",
    "AMBER+STRICT": "FFC000",
    "GREEN": "33FF00",
    "CLEAR": "FFFFFF",
}
_PLAIN = "FFFFFF"


def empty_body(document: WordDocument) -> None:
    """Take out the text of a document; its last section's page, header and footer stay."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def describe_document(document: WordDocument, page: PageView) -> None:
    """Fill the document's properties from the page; what the page does not say stays empty."""
    properties = document.core_properties
    properties.title, properties.language = page.title, page.language
    properties.subject, properties.version = page.marking, page.edition
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = properties.category = ""
    properties.revision = 1
    when = datetime.fromisoformat(page.made or "1980-01-01T00:00:00+00:00")
    properties.created = properties.modified = when.replace(tzinfo=None)


def mark_pages(document: WordDocument, page: PageView) -> None:
    """Put the marking into every header and footer, and edition and page number into the latter."""
    evenly = document.settings.odd_and_even_pages_header_footer
    for section in document.sections:
        for header, footer in _shown_frames(section, evenly=evenly):
            _add_marking(header, page.marking)
            _add_folio(footer, page)
            _add_marking(footer, page.marking)


def _shown_frames(section: Section, *, evenly: bool) -> Iterator[tuple[_Header, _Footer]]:
    """Header and footer of each sort of page of a section; `evenly` where even ones differ."""
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if evenly:
        yield section.even_page_header, section.even_page_footer


def _add_folio(footer: _Footer, page: PageView) -> None:
    paragraph = footer.add_paragraph(style=PARAGRAPHS["key"])
    paragraph.add_run(f"{page.short_title} · {page.edition} · {page.cut_off} · ")
    paragraph._p.append(make_field("PAGE"))  # noqa: SLF001 - python-docx knows no fields
    paragraph.add_run(" / ")
    paragraph._p.append(make_field("NUMPAGES"))  # noqa: SLF001


def _add_marking(place: _Header | _Footer, marking: str) -> None:
    if not marking:
        return
    paragraph = place.add_paragraph(style=PARAGRAPHS["mark"])
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(f" {marking} ")
    run.font.bold = True
    run.font.color.rgb = RGBColor.from_string(
        _LABELS.get(marking.upper().removeprefix("TLP:"), _PLAIN)
    )
    run._r.get_or_add_rPr().append(  # noqa: SLF001
        make_element("w:shd", w_val="clear", w_color="auto", w_fill="000000")
    )
