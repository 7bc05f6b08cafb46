"""Plain text and Markdown to a document."""

from briefing import digest
from briefing.ingest import bounds, clean, hidden, metadata, openings, tongues
from briefing.ingest.clean import page
from briefing.ingest.decode import Decoded
from briefing.ingest.folder import Found
from briefing.ingest.supplied import Supplied
from briefing.model import Document, Known


def document(found: Found, data: bytes, decoded: Decoded, supplied: Supplied) -> Document:
    """Give the document that `decoded` is, with marks and metadata; its text is `decoded.text`.

    What is supplied stands before what the text states; where the two differ, the note says so.
    """
    text = decoded.text
    lines = page.read(text)
    language = tongues.language(text)
    opening = openings.front_matter(lines)
    filed = openings.agency(lines)
    said = metadata.stated(text, lines)
    known = (*opening.marks, *filed.marks, *said.marks, *hidden.marks(text))
    marks = clean.marks(lines, known, language)
    facts = filed.facts | _some(said) | opening.facts
    return Document(
        id=digest.short("d", found.locator),
        locator=found.locator,
        path=found.path,
        url=supplied.url or (facts["url"].value if "url" in facts else None),
        revision=digest.of_bytes(data),
        size=len(data),
        encoding=decoded.encoding,
        text=text,
        language=language,
        title=_known(supplied.title, facts.get("title") or metadata.title(text, marks)),
        outlet=_known(supplied.outlet, metadata.outlet(text, lines, facts.get("outlet"), marks)),
        author=_known(supplied.author, facts.get("author")),
        published=_known(supplied.published, facts.get("published") or bounds.published(text, marks)),
        kind=_known(supplied.kind, metadata.kind(text, marks)),
        translated=metadata.translated(text, marks),
        reliability=supplied.reliability,
        note=supplied.note,
        caveats=(*metadata.caveats(text, marks), *_damage(decoded)),
        marks=marks,
    )


def _some(said: metadata.Found) -> dict[str, Known]:
    pairs = (("outlet", said.outlet), ("author", said.author), ("published", said.published))
    return {field: fact for field, fact in pairs if fact}


def _known(supplied: str | None, stated: Known | None) -> Known | None:
    """Give the supplied value, with a note where the text says otherwise, or what the text says."""
    if supplied is None:
        return stated
    if stated is None or stated.value == supplied:
        return Known(value=supplied, basis="supplied", evidence=stated.evidence if stated else ())
    how = "the text says" if stated.basis == "stated" else "the text suggests"
    return Known(value=supplied, basis="supplied", note=f"{how} {stated.value}", evidence=stated.evidence)


def _damage(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.broken:
        return ()
    return (f"Breaks in the UTF-8 encoding of the file: {decoded.broken}.",)
