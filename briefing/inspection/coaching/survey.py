"""What the coach looks at: the desk's files, the articles in view and the brief as it would be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefing.edition.session import Look
from briefing.errors import Problem
from briefing.job.load import Job
from briefing.languages import is_told
from briefing.model import Brief, Document, Passage, Reading
from briefing.settings import Settings, sidecar
from briefing.settings.tree import Tree
from briefing.walk.library import Considered, Holdings

_TEXTS = (".txt", ".md", ".text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A brief seen from the desk. `brief` is None where none could be made.

    `considered` are the articles in view: all of them, or of very many the part that fits best.
    """

    settings: Settings
    job: Job
    holdings: Holdings
    considered: Considered
    brief: Brief | None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The articles in view, with their texts."""
        return tuple(one.document for one in self.considered.readings)

    @property
    def sees_everything(self) -> bool:
        """Whether every article is in view."""
        return self.holdings.count == len(self.considered.readings)

    def entries(self) -> Iterator[tuple[Tree, str, sidecar.SidecarEntry]]:
        """What the folders' sources.yaml say: the file, the entry's name in it, and the entry."""
        for choice in self.settings.sources:
            path = choice.options.get("path")
            if isinstance(path, str) and (self.job.base / path / sidecar.NAME).is_file():
                beside = sidecar.read_sidecar(self.job.base / path, path)
                if beside.read is not None:
                    for name, entry in beside.entries.items():
                        yield beside.read, name, entry

    def may_quote(self, document: Document) -> bool:
        """Whether a document is in a language whose texts a brief may quote."""
        return is_told(document.language)

    def is_described(self, document: Document) -> bool:
        """Whether the desk has said in sources.yaml what a reader should know of it."""
        supplied = self.job.supplied.get(document.locator)
        return supplied is not None and supplied.note is not None


def take_survey(look: Look, brief: Brief | None) -> Survey:
    """The brief as advice on it needs it. Works out nothing that the catalogue has."""
    return Survey(
        settings=look.settings,
        job=look.job,
        holdings=look.library.documents(),
        considered=look.library.candidates(),
        brief=brief,
    )


def warn(path: str, message: str, advice: str, line: int = 0) -> Problem:
    """A warning at a file, and a line of it where that is known."""
    return Problem(
        path=path,
        line=line,
        column=1 if line else 0,
        message=message,
        advice=advice,
        severity="warning",
    )


def shown_path(document: Document) -> str:
    """What a source is called in messages."""
    return document.path or document.locator


def line_of(document: Document, start: int) -> int:
    """The line of a plain text in which an offset stands; 0 where a file has no lines of its
    own.
    """
    path = shown_path(document)
    plain = PurePosixPath(path).suffix.lower() in _TEXTS and "\n" in document.text
    return document.text.count("\n", 0, start) + 1 if plain else 0


def beside(document: Document) -> str:
    """The sources.yaml that may speak of a document."""
    folder = PurePosixPath(shown_path(document)).parts[:1]
    return PurePosixPath(*folder, sidecar.NAME).as_posix()


def name_beside(document: Document) -> str:
    """What a document is called in the sources.yaml of its folder."""
    return PurePosixPath(*PurePosixPath(shown_path(document)).parts[1:]).as_posix()


def is_told_of(passage: Passage) -> bool:
    """Whether a passage is of the article's text, and could be told."""
    return passage.may_tell and bool(passage.sentences)


def body_passages(readings: Sequence[Reading]) -> list[tuple[Reading, Passage]]:
    """Every passage of the articles' text."""
    return [
        (reading, passage)
        for reading in readings
        for passage in reading.passages
        if is_told_of(passage)
    ]
