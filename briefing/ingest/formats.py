"""The formats that we read ourselves, a reader each. What only one of them needs is imported when
a file of it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.ingest import unpack
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.reader import Reader
from briefing.ingest.sniff import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReader:
    """Plain text and Markdown."""

    def takes(self, item: Item) -> bool:
        """Take what is nothing else."""
        return unpack.kind_of(item, ()) == "text"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text exactly as it stands."""
        from briefing.ingest import text  # noqa: PLC0415

        return text.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """HTML."""

    def takes(self, item: Item) -> bool:
        """Take whole pages and pieces of one."""
        return unpack.kind_of(item, ()) == "html"

    def __call__(self, item: Item) -> Content | Unreadable:
        """What a reader sees of the page."""
        from briefing.ingest.html import page  # noqa: PLC0415

        return page.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReader:
    """PDF with text in it; a scan has none."""

    def takes(self, item: Item) -> bool:
        """Take what begins as a PDF does, some junk of a server aside."""
        return unpack.kind_of(item, ()) == "pdf"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text page by page."""
        from briefing.ingest import pdf  # noqa: PLC0415

        return pdf.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReader:
    """Word's .docx."""

    def takes(self, item: Item) -> bool:
        """Take a zip file that holds a Word document."""
        return unpack.kind_of(item, ()) == "docx"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text as it is accepted, without what was struck out."""
        from briefing.ingest import docx  # noqa: PLC0415

        return docx.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocumentReader:
    """OpenDocument texts (.odt)."""

    def takes(self, item: Item) -> bool:
        """Take a zip file that says it holds such a text."""
        return unpack.kind_of(item, ()) == "odt"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text of the document."""
        from briefing.ingest import opendocument  # noqa: PLC0415

        return opendocument.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class RichTextReader:
    """Rich text (.rtf)."""

    def takes(self, item: Item) -> bool:
        """Take what begins as rich text does."""
        return unpack.kind_of(item, ()) == "rtf"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text without its commands."""
        from briefing.ingest import richtext  # noqa: PLC0415

        return richtext.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailReader:
    """E-mail as files (.eml)."""

    def takes(self, item: Item) -> bool:
        """Take what begins with the headers of a letter."""
        return unpack.kind_of(item, ()) == "mail"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The letter's own text; what is attached is a source of its own."""
        from briefing.ingest import mail  # noqa: PLC0415

        return mail.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookReader:
    """Outlook's letters (.msg)."""

    def takes(self, item: Item) -> bool:
        """Take a compound file that holds a letter."""
        return unpack.kind_of(item, ()) == "msg"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The letter's own text; what is attached is a source of its own."""
        from briefing.ingest import mail  # noqa: PLC0415

        return mail.outlook.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class TnefReader:
    """Letters wrapped by Outlook (winmail.dat)."""

    def takes(self, item: Item) -> bool:
        """Take what begins as such a wrapping does."""
        return unpack.kind_of(item, ()) == "tnef"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The letter's own text; what is attached is a source of its own."""
        from briefing.ingest import mail  # noqa: PLC0415

        return mail.outlook.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPageReader:
    """Pages saved by a browser (.mhtml)."""

    def takes(self, item: Item) -> bool:
        """Take a page that was saved as a letter."""
        return unpack.kind_of(item, ()) == "mhtml"

    def __call__(self, item: Item) -> Content | Unreadable:
        """What a reader sees of the page."""
        from briefing.ingest import mail  # noqa: PLC0415

        return mail.saved.content(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebArchiveReader:
    """Pages saved by Safari (.webarchive)."""

    def takes(self, item: Item) -> bool:
        """Take a property list."""
        return unpack.kind_of(item, ()) == "webarchive"

    def __call__(self, item: Item) -> Content | Unreadable:
        """What a reader sees of the page."""
        from briefing.ingest import mail  # noqa: PLC0415

        return mail.saved.content_of_archive(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReader:
    """An article as a JSON object."""

    def takes(self, item: Item) -> bool:
        """Take what begins as an object or a list of objects does."""
        return unpack.kind_of(item, ()) == "json"

    def __call__(self, item: Item) -> Content | Unreadable:
        """The text that one of the object's fields holds."""
        from briefing.ingest import records  # noqa: PLC0415

        return records.content(item)


OURS: Mapping[Kind, Reader] = {
    "text": TextReader(),
    "html": PageReader(),
    "pdf": PdfReader(),
    "docx": WordReader(),
    "odt": OpenDocumentReader(),
    "rtf": RichTextReader(),
    "mail": MailReader(),
    "msg": OutlookReader(),
    "tnef": TnefReader(),
    "mhtml": SavedPageReader(),
    "webarchive": WebArchiveReader(),
    "json": RecordReader(),
}
"""By what an item is, which is found out once."""
