"""What a stage must be: the forms that the registry's kinds conform to.

A stage is a frozen dataclass. Its fields are its options in YAML, its docstring names them
(`name: what it means.`), and calling it does the work (a section kind has a name for each of its
works). It receives its own fields and nothing else of the settings; what it needs from the walk
comes as the call's arguments. Nobody inherits from these.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from briefing.deliver.channel import Channel
from briefing.deliver.courier import Courier
from briefing.ingest.found import Found, Watched
from briefing.ingest.reader import Reader
from briefing.model import (
    Artifact,
    Brief,
    Candidate,
    EditorAnswer,
    EditorRequest,
    Pinned,
    Ranking,
    Reading,
    SectionRules,
    SectionTable,
    Tag,
)
from briefing.offer.material import Material
from briefing.render.feed_entry import FeedEntry, FeedHead

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView

__all__ = [
    "Channel",
    "Courier",
    "Editor",
    "FeedWriter",
    "FetchingSource",
    "Reader",
    "SectionKind",
    "Source",
    "Tagger",
    "Writer",
]


class Source(Protocol):
    """Finds what may be articles."""

    def __call__(self, base: Path, readers: Sequence[Reader], /) -> tuple[Found, ...]:
        """The files in order of their locators; `base` is the config's folder.

        `readers` are the config's own: what one of them takes is an article, not a container.
        Raises UserError where the source as a whole can't be had.
        """

    def watched(self, base: Path, /) -> Watched:
        """Name the files and folders that the articles come from; a build is due when one
        changes.
        """


@runtime_checkable
class FetchingSource(Protocol):
    """A source on the network: calling it gives what is kept, `fetch` asks for what is new."""

    def fetch(self, base: Path, /) -> None:
        """Ask the servers. Raises UserError for a wrong address."""


class Tagger(Protocol):
    """Finds the passages of one article that a tag fits."""

    def __call__(self, reading: Reading, /) -> Mapping[int, Tag]:
        """A tag by passage number, its name left empty; a passage that earns none is left
        out.
        """


class SectionKind(SectionRules, Protocol):
    """Says what a section could tell, in which order it tells it, and what stands beside it.

    The config gives `slug`, `title` and `tags`, so they are fields. All other properties may be
    fields (then they are options) or stand in the class.
    """

    @property
    def slug(self) -> str:
        """The section's short name."""

    @property
    def title(self) -> str:
        """Its heading."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of the tags whose passages serve it; none means all passages do."""

    @property
    def introduction(self) -> str:
        """Markdown of the analyst's that stands before it."""

    @property
    def statements(self) -> int | None:
        """How many statements at most; None where the sections share the brief's room."""

    @property
    def words(self) -> int | None:
        """How many words of statements at most; a number stands in place of `statements`."""

    @property
    def older(self) -> bool:
        """Whether articles from before the window may serve it."""

    @property
    def signals(self) -> tuple[str, ...]:
        """Entries that a tag of terms gains where sections of this kind alone take it."""

    def rank(self, material: Material, /) -> Ranking:
        """All that the section could say; what is told is decided for all sections at once."""

    def order(self, chosen: Sequence[Candidate], /) -> tuple[Candidate, ...]:
        """What is told in the order in which it reads; `chosen` comes best first."""

    def table(self, readings: Sequence[Reading], pinned: Sequence[Pinned], /) -> SectionTable:
        """Its table, made of all articles and of nothing else: `verify` makes it again.

        It may not rest on the tags of passages: who verifies has none. One without columns is none.
        """


class Writer(Protocol):
    """Makes one file of an edition."""

    @property
    def name(self) -> str:
        """The file's name in the output folder: fixed, so no option."""

    def __call__(self, page: "PageView", templates: "Templates", brief: Brief, /) -> Artifact:
        """The file; the same page, templates and brief give the same bytes.

        `page` has every text ready to be read, `brief` the data behind it.

        Raises WorkError where it can't be made, UserError where a template of the user's is wrong.
        """


class FeedWriter(Protocol):
    """Makes one file beside the brief that names the editions which were released."""

    @property
    def name(self) -> str:
        """The file's name in the output folder: fixed, so no option."""

    def __call__(self, head: FeedHead, entries: Sequence[FeedEntry], /) -> Artifact:
        """The file; the same head and entries, newest first, give the same bytes."""


class Editor(Protocol):
    """Chooses among statements that the program offers; it never writes one."""

    @property
    def model(self) -> str:
        """Who chooses, as readers are told: the name of a model."""

    @property
    def place(self) -> str:
        """Where requests go, as `check` says before any goes: an address, or a program's name."""

    @property
    def unready(self) -> str:
        """Why it can't be asked here and now, "" where it can; nothing is sent to find out."""

    def __call__(self, request: EditorRequest, /) -> EditorAnswer:
        """The answer to one request: JSON that fits `request.schema`, as text.

        Whatever it says is read with doubt. Raises EditorFault where no answer can be had. It may
        take its time: whoever asks stops waiting.
        """
