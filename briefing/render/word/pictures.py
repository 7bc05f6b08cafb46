"""Figures for a .docx: our own SVG as PNG, by way of the printer that makes the PDF."""

import io

import pypdfium2
from docx.document import Document as WordDocument
from docx.shared import Emu, Mm
from docx.table import _Cell

from briefing.render import pdf
from briefing.render.view import Drawing

_DOTS_PER_INCH, _POINTS_PER_INCH = 200, 72
# So that a figure's letters are as high as those of notes: 9 units of a drawing are 8.5 points.
_UNIT, _WIDEST = Mm(0.34), Mm(150)


def draw_picture(svg: str, faces: str) -> bytes:
    """An SVG of ours as PNG. `faces` is the style sheet of the theme's typefaces, or "".

    Raises `WorkError` where the system libraries of the printer are missing.
    """
    document = pypdfium2.PdfDocument(pdf.print_picture(svg, faces))
    try:
        bitmap = document[0].render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH)
        written = io.BytesIO()
        bitmap.to_pil().save(written, "PNG", optimize=True)
    finally:
        document.close()
    return written.getvalue()


def add_picture(place: WordDocument | _Cell, content: bytes, drawing: Drawing) -> None:
    """Append a PNG of a drawing, as wide as its letters ask for, with its text alternative."""
    width, _ = pdf.picture_size(drawing.svg)
    run = place.add_paragraph().add_run()
    picture = run.add_picture(io.BytesIO(content), width=min(Emu(int(width * _UNIT)), _WIDEST))
    properties = picture._inline.docPr  # noqa: SLF001 - python-docx names no alternative
    properties.set("descr", drawing.alt)
