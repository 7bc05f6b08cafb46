"""The writer of brief.pdf, and the one door to WeasyPrint, which is imported when a PDF is due.

The same page gives the same bytes on any machine with the same WeasyPrint and text libraries: fonts
come from the package alone, dates from the edition, the identifier from the content.
"""

import gc
import io
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from briefing import digest
from briefing.errors import WorkError
from briefing.model import Artifact, Brief
from briefing.render import fonts, html, libraries, tags, visual
from briefing.render.variables import solve_variables

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView

_FONTCONFIG = "FONTCONFIG_FILE"
_SIZES = {"A4": "A4", "Letter": "letter"}
_NOWHERE = "about:blank"
# WeasyPrint 70 breaks a line after its first word where the line fits but for the space at its end,
# before an element:
# a space in a box of its own is not counted so.
_LAST_SPACE = re.compile(r"(?<=[^\s>]) (?=<(?:a|b|bdi|cite|mark|q|span)\b)")
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
# Fontconfig reads the environment of the whole process; one PDF at a time may change it.
_ENVIRONMENT = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A tagged PDF. `variant` is one of WeasyPrint's ("pdf/ua-1", "pdf/a-3a"), `paper` its size."""

    name: str = "brief.pdf"
    variant: str = "pdf/ua-1"
    paper: Literal["A4", "Letter"] = "A4"

    def __call__(
        self, page: "PageView", templates: "Templates", _brief: Brief | None = None
    ) -> Artifact:
        """The page as PDF. Raises `WorkError` where WeasyPrint's system libraries are
        missing.
        """
        content = self._write(
            self.source(page, templates), templates.theme.faces(), tags.describe_links(page)
        )
        return Artifact(
            name=self.name,
            media_type="application/pdf",
            content=content,
            sha256=digest.of_bytes(content),
        )

    def source(self, page: "PageView", templates: "Templates") -> str:
        """The HTML, styles included, that the PDF is made of."""
        size = f"@page {{ size: {_SIZES[self.paper]} }}"
        sheet = templates.asset("print.css") + html.mirrored_style(page, templates, "print-rtl.css")
        style = solve_variables(sheet) + size
        return _LAST_SPACE.sub(
            "<span> </span>",
            visual.in_pictures(html.render_document(page, templates, "print", style)),
        )

    def _write(self, source: str, faces: str, words: Mapping[str, str]) -> bytes:
        identifier = bytes.fromhex(
            digest.of_fields((source, self.variant, *([faces] if faces else [])))
        )[:16]
        return _print_source(
            source,
            faces,
            pdf_variant=self.variant,
            pdf_identifier=identifier,
            finisher=lambda _, pdf: tags.finish_tags(pdf.objects, words),
        )


def print_picture(svg: str, faces: str) -> bytes:
    """An SVG of ours alone on a page of its own size, as PDF; `faces` as `Theme.faces` has them.

    Raises `WorkError` where WeasyPrint's system libraries are missing.
    """
    width, height = picture_size(svg)
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }}"
    styles = f"{style} svg {{ display: block; width: {width}px }}"
    return _print_source(f"<style>{styles}</style><body>{visual.in_pictures(svg)}</body>", faces)


def picture_size(svg: str) -> tuple[float, float]:
    """Width and height of a figure's own drawing, in its units. Raises ValueError without any."""
    found = _VIEW.search(svg)
    if found is None:
        message = "a figure without a viewBox"
        raise ValueError(message)
    return float(found[1]), float(found[2])


def _print_source(source: str, faces: str, **options: Any) -> bytes:  # noqa: ANN401 - WeasyPrint's
    """Print HTML that carries all that it needs."""
    with _ENVIRONMENT, _own_fonts(), _pause_collector():
        weasyprint = _import_weasyprint()
        # An inline `data:` picture of a house style is no request.
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
        document = weasyprint.HTML(string=source, base_url=_NOWHERE, url_fetcher=fetcher)
        if faces:  # fonts of a house style are large: they don't go through the page's own HTML
            known = weasyprint.text.fonts.FontConfiguration()
            sheet = weasyprint.CSS(
                string=faces, base_url=_NOWHERE, url_fetcher=fetcher, font_config=known
            )
            options |= {"font_config": known, "stylesheets": [sheet]}
        content: bytes = document.write_pdf(**options)
    return content


@contextmanager
def _own_fonts() -> Iterator[None]:
    """Let fontconfig know the packages' fonts only, for as long as a PDF is made."""
    before = os.environ.get(_FONTCONFIG)
    with fonts.write_config() as config:
        os.environ[_FONTCONFIG] = str(config)
        try:
            yield
        finally:
            if before is None:
                del os.environ[_FONTCONFIG]
            else:
                os.environ[_FONTCONFIG] = before


@contextmanager
def _pause_collector() -> Iterator[None]:
    """Keep the collector from walking all that was there before, time and again, while a PDF is
    made.

    A build holds a hundred thousand things by then; without this an eighth of the PDF's time goes
    into that.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _import_weasyprint() -> Any:  # noqa: ANN401 - an untyped library
    """Import WeasyPrint, or say which system packages it lacks."""
    libraries.show_homebrew(sys.platform, os.environ)
    try:
        # Where one is missing it prints advice of its own.
        with redirect_stdout(io.StringIO()), libraries.load_by_name(sys.platform):
            import weasyprint  # noqa: PLC0415 - 0.4 s that only a PDF should cost
    except OSError as error:
        missing = str(error).partition("\n")[0]
        advice = libraries.advise_install(sys.platform)
        message = f"no PDF: a system library is missing ({missing}); install it with: {advice}"
        raise WorkError(message) from error
    # Its warnings are about style sheets of ours and reach nobody who could act on them.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint
