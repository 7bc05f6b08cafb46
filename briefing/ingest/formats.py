"""The formats that we read ourselves, a reader each."""

from dataclasses import dataclass

from briefing.ingest import archive, docx, mail, pdf, records, sniff, text
from briefing.ingest.html import content as page
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader:
    """Plain text and Markdown."""

    def takes(self, item: Item) -> bool:
        """Take what is nothing else."""
        return sniff.sniff_kind(item.data) == "text"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give the text exactly as it stands."""
        return text.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """HTML."""

    def takes(self, item: Item) -> bool:
        """Take whole pages and pieces of one."""
        return sniff.sniff_kind(item.data) == "html"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give what a reader sees of the page."""
        return page(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReader:
    """PDF with text in it; a scan has none."""

    def takes(self, item: Item) -> bool:
        """Take what begins as a PDF does, some junk of a server aside."""
        return sniff.sniff_kind(item.data) == "pdf"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give the text page by page."""
        return pdf.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReader:
    """Word's .docx."""

    def takes(self, item: Item) -> bool:
        """Take a zip file that holds a Word document."""
        return sniff.sniff_kind(item.data) == "zip" and archive.archive_kind(item.data) == "docx"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give the text of the document as it is accepted, without what was struck out."""
        return docx.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReader:
    """E-mail as files (.eml)."""

    def takes(self, item: Item) -> bool:
        """Take what begins with the headers of a letter."""
        return sniff.sniff_kind(item.data) == "mail"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give the letter's own text; what is attached is a source of its own."""
        return mail.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReader:
    """An article as a JSON object."""

    def takes(self, item: Item) -> bool:
        """Take what begins as an object or a list of objects does."""
        return sniff.sniff_kind(item.data) == "json"

    def __call__(self, item: Item) -> Content | Unreadable:
        """Give the text that one of the object's fields holds."""
        return records.content(item)


OURS: tuple[Reader, ...] = (
    TextReader(),
    PageReader(),
    PdfReader(),
    WordReader(),
    MailReader(),
    RecordReader(),
)
"""Asked in this order; each format is taken by one of them at most."""
