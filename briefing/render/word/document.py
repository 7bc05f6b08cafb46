"""One document: the plain or the desk's own, with the page's text, notes and markings in it."""

import io
from datetime import datetime

import docx
from docx.document import Document as WordDocument

from briefing.errors import Problem, UserError
from briefing.render.templates import Templates
from briefing.render.view import PageView
from briefing.render.word import frame, package, styles
from briefing.render.word.body import write_body
from briefing.render.word.notes import Footnotes

_TEMPLATE = "brief.docx.j2"


def write_document(page: PageView, templates: Templates, style: str) -> bytes:
    """The page as .docx. `style` names a .docx in the user's templates, "" the shipped look.

    Raises `UserError` where `style` can't be read as a .docx or the template is wrong.
    """
    document = _open_style(templates, style) if style else styles.open_plain()
    styles.provide_styles(document, page.language, templates.theme.colours)
    frame.describe_document(document, page)
    frame.mark_pages(document, page)
    notes = Footnotes(document)
    source = templates.render(_TEMPLATE, {"page": page}, {}, page.language)
    write_body(document, source, page, notes, templates.theme)
    notes.attach()
    written = io.BytesIO()
    document.save(written)
    return package.fix_package(written.getvalue(), _when_made(page))


def _open_style(templates: Templates, style: str) -> WordDocument:
    """The desk's own document, without its text."""
    content = templates.binary(style)
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as error:  # whatever the library makes of a broken file
        message = f"can't be read as a .docx: {error}"
        raise UserError(
            Problem(path=f"templates/{style}", line=0, column=0, message=message)
        ) from error
    frame.empty_body(document)
    return document


def _when_made(page: PageView) -> datetime | None:
    """The time of making; None for a trial, which has none."""
    return datetime.fromisoformat(page.made) if page.made else None
