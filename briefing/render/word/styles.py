"""The styles that a brief uses: those of the desk's own document as they are, and what it lacks."""

from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from briefing.render.theme import LIGHT
from briefing.render.word.elements import Element, make_element

# Typefaces that Word and LibreOffice bring or stand in for, since a .docx carries none.
_TEXT, _SMALL = "Cambria", "Calibri"
# Paragraph styles by the class that the template gives a paragraph.
PARAGRAPHS: Mapping[str, str] = {
    "kicker": "Brief Kicker",
    "facts": "Brief Facts",
    "key": "Brief Note",
    "statement": "Brief Statement",
    "margin": "Brief Margin",
    "source": "Brief Source",
    "passage": "Brief Passage",
    "mark": "Brief Marking",
}
CELL, CAPTION = "Brief Cell", "Brief Caption"
HEADINGS: Mapping[str, str] = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}
LISTS: Mapping[str, str] = {"ul": "List Bullet", "ol": "List Number"}
FOOTNOTE, FOOTNOTE_MARK, LINK = "footnote text", "footnote reference", "Hyperlink"
# Size in points, space before and after in points, whether it stays with the next paragraph.
_MEASURES: Mapping[str, tuple[float, float, float, bool]] = {
    "Brief Kicker": (9, 0, 2, True),
    "Brief Facts": (9, 2, 6, False),
    "Brief Note": (8.5, 2, 4, False),
    "Brief Statement": (10.5, 6, 0, True),
    "Brief Margin": (8.5, 1, 4, False),
    "Brief Source": (9, 0, 4, False),
    "Brief Passage": (9, 0, 4, False),
    "Brief Marking": (10, 0, 0, False),
    CELL: (9, 1, 1, False),
    CAPTION: (8.5, 0, 6, False),
    FOOTNOTE: (8.5, 0, 2, False),
    "Title": (24, 0, 3, True),
    "Heading 1": (14, 12, 3, True),
    "Heading 2": (11, 10, 3, True),
    "List Bullet": (10.5, 0, 4, False),
    "List Number": (10.5, 0, 4, False),
}
_SERIF = frozenset({"Brief Statement", "Brief Passage"})
_QUIET = frozenset({"Brief Margin", "Brief Note", "Brief Facts", CAPTION})


def open_plain() -> WordDocument:
    """An empty document in the brief's own look: A4, narrow margins, quiet headings."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    _set_font(normal, _TEXT, 10.5)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for name, size in (("Title", 24), ("Heading 1", 14), ("Heading 2", 11)):
        _set_heading(document.styles[name], size)
    return document


def _set_heading(style: ParagraphStyle, size: float) -> None:
    _set_font(style, _TEXT, size)
    style.font.bold = True
    style.font.color.rgb = RGBColor.from_string(LIGHT["accent"].lstrip("#"))
    style.paragraph_format.space_before = Pt(0 if style.name == "Title" else size * 0.9)
    style.paragraph_format.space_after = Pt(3)
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _set_font(style: ParagraphStyle | CharacterStyle, name: str, size: float) -> None:
    """The typeface of all scripts: a style's theme fonts would win over its own."""
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    fonts.set(qn("w:cs"), "Arial")


def provide_styles(document: WordDocument, language: str, colours: Mapping[str, str]) -> None:
    """Add the styles that `document` lacks, and say which language its text is in. A list of its
    kind that it lacks is set without marks.

    `colours` are the theme's own, by name; what a document of the desk's has stays.
    """
    known = {style.name for style in document.styles}
    shades = {**LIGHT, **colours}
    for name in _MEASURES:
        if name not in known:
            _add_paragraph_style(document, name, shades)
    for name in (FOOTNOTE_MARK, LINK):
        if name not in known:
            style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=True)
            style.font.superscript = name == FOOTNOTE_MARK or None
            style.font.underline = name == LINK or None
    _set_language(document, language)


def find_style_id(document: WordDocument, name: str) -> str:
    """The id by which runs and paragraphs name a style that the document has."""
    return str(document.styles[name].style_id)


def _add_paragraph_style(document: WordDocument, name: str, shades: Mapping[str, str]) -> None:
    size, before, after, joined = _MEASURES[name]
    style = document.styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=not name.startswith("Brief")
    )
    style.base_style = document.styles["Normal"]
    _set_font(style, _TEXT if name in _SERIF else _SMALL, size)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.keep_with_next = joined or None
    if name in _QUIET:
        style.font.color.rgb = RGBColor.from_string(shades["quiet"].lstrip("#"))


def _set_language(document: WordDocument, language: str) -> None:
    """Every run's language where it says none of its own."""
    properties = document.styles.element
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        properties = _provide_child(properties, tag)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(make_element("w:lang", w_val=language, w_eastAsia=language, w_bidi=language))


def _provide_child(parent: Element, tag: str) -> Element:
    """The child by its tag, put in first place where there is none."""
    found = parent.find(qn(tag))
    if found is None:
        found = make_element(tag)
        parent.insert(0, found)
    return found
