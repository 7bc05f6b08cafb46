"""Plain text and Markdown to a document."""

from briefing import digest
from briefing.ingest import clean, tongues
from briefing.ingest.clean import page
from briefing.ingest.decode import Decoded
from briefing.ingest.folder import Found
from briefing.ingest.supplied import Supplied
from briefing.model import Document, Known


def document(found: Found, data: bytes, decoded: Decoded, supplied: Supplied) -> Document:
    """Give the document that `decoded` is, with marks and metadata; its text is `decoded.text`."""
    lines = page.read(decoded.text)
    language = tongues.language(decoded.text)
    return Document(
        id=digest.short("d", found.locator),
        locator=found.locator,
        path=found.path,
        url=supplied.url,
        revision=digest.of_bytes(data),
        size=len(data),
        encoding=decoded.encoding,
        text=decoded.text,
        language=language,
        title=_supplied(supplied.title),
        outlet=_supplied(supplied.outlet),
        author=_supplied(supplied.author),
        published=_supplied(supplied.published),
        kind=_supplied(supplied.kind),
        reliability=supplied.reliability,
        note=supplied.note,
        marks=clean.marks(lines, (), language),
    )


def _supplied(value: str | None) -> Known | None:
    return None if value is None else Known(value=value, basis="supplied")
