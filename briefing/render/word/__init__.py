"""The writer of brief.docx: a document for Word in which every citation is a footnote.

It is made as the page is, from a template: `brief.docx.j2` writes plain HTML, of which headings,
lists, tables, footnotes and pictures of WordprocessingML are made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import digest
from briefing.model import Artifact, Brief
from briefing.render import media

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class Docx:
    """A document for Word, its citations as footnotes. `style` is a .docx in the folder of
    templates whose styles, page, header and footer it takes; its text is left out.
    """

    name: str = "brief.docx"
    style: str = ""

    def __call__(
        self, page: "PageView", templates: "Templates", _brief: Brief | None = None
    ) -> Artifact:
        """The page as .docx; the same page and style give the same bytes.

        Raises `UserError` where `style` can't be read as a .docx or the template is wrong.
        """
        from briefing.render.word import document  # noqa: PLC0415 - python-docx costs its import

        content = document.write_document(page, templates, self.style)
        return Artifact(
            name=self.name,
            media_type=media.find_type(self.name),
            content=content,
            sha256=digest.of_bytes(content),
        )
