"""The kinds that a config may name, family by family; couriers and channels stand in `outgoing`.

Each dict's annotation is where the type checker proves that a stage conforms.
"""

from collections.abc import Callable, Mapping

from briefing.editor.openai_client import OpenAIEditor
from briefing.ingest.feed import Feed, Pages
from briefing.ingest.folder import Folder
from briefing.ingest.formats import (
    MailReader,
    OpenDocumentReader,
    OutlookReader,
    PageReader,
    PdfReader,
    RecordReader,
    RichTextReader,
    SavedPageReader,
    TextReader,
    TnefReader,
    WordReader,
)
from briefing.ingest.opml import FeedList
from briefing.render.feed import Atom, JsonFeed
from briefing.render.html import Html
from briefing.render.json import Json
from briefing.render.markdown import Markdown
from briefing.render.pdf import Pdf
from briefing.render.word import Docx
from briefing.sections.actors import Actors
from briefing.sections.digest import Digest
from briefing.sections.positions import Positions
from briefing.stages import (
    Editor,
    FeedWriter,
    Reader,
    SectionKind,
    Source,
    Tagger,
    Writer,
)
from briefing.tag import Terms

SOURCES: Mapping[str, Callable[..., Source]] = {
    "folder": Folder,
    "feed": Feed,
    "opml": FeedList,
    "pages": Pages,
}
READERS: Mapping[str, Callable[..., Reader]] = {
    "text": TextReader,
    "html": PageReader,
    "pdf": PdfReader,
    "docx": WordReader,
    "odt": OpenDocumentReader,
    "rtf": RichTextReader,
    "mail": MailReader,
    "msg": OutlookReader,
    "tnef": TnefReader,
    "mhtml": SavedPageReader,
    "json": RecordReader,
}
TAGGERS: Mapping[str, Callable[..., Tagger]] = {"terms": Terms}
SECTIONS: Mapping[str, Callable[..., SectionKind]] = {
    Digest.kind: Digest,
    Actors.kind: Actors,
    Positions.kind: Positions,
}
WRITERS: Mapping[str, Callable[..., Writer]] = {
    "markdown": Markdown,
    "html": Html,
    "pdf": Pdf,
    "docx": Docx,
    "json": Json,
}
FEEDS: Mapping[str, Callable[..., FeedWriter]] = {"atom": Atom, "json_feed": JsonFeed}
EDITORS: Mapping[str, Callable[..., Editor]] = {"openai": OpenAIEditor}
OURS = frozenset({"name"})
"""Fields of writers that are no options: an edition's files have fixed names."""
