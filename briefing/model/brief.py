"""The finished brief as data, and what is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from briefing.model.document import Basis, Document, Quarantined
from briefing.model.editing import Editing
from briefing.model.reading import EntityKind, Pinned
from briefing.model.statement import Cell, Citation, Statement, StatementName

Standing = Literal["", "withdrawn", "denied", "corrected", "overtaken"]
Whole = Annotated[int, "below nought too"]  # every other whole number of a brief is a count


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How well a section is supported: plain counts, recomputable from its statements."""

    statements: int = 0
    outlets: int = 0
    single_outlet: int = 0
    newest: str | None = None
    oldest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a section is to answer: the analyst's words, and the terms by which an answer is known.

    `answers` names the statements of the section that speak of it, by id or key; where none does,
    `elsewhere` the first ones of other sections that do; none of either: it is open.
    """

    text: str
    terms: tuple[str, ...]
    answers: tuple[StatementName, ...] = ()
    elsewhere: tuple[StatementName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the brief: statements in reading order, or rows under `columns`.

    `elsewhere` are statements that would serve it too and are told in another section, where it
    tells none itself.
    """

    slug: str
    title: str
    kind: str
    introduction: str = ""
    health: Health = field(default_factory=Health)
    considered: Mapping[str, Whole] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    statements: tuple[Statement, ...] = ()
    questions: tuple[Question, ...] = ()
    elsewhere: tuple[StatementName, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of all rows, in reading order."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that it cites, in its statements and then in its rows."""
        said = [citation for one in self.statements for citation in one.citations]
        return (*said, *(citation for cell in self.cells for citation in cell.citations))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A line of the source list. `number` is given by first citation, 0 where never cited.

    `superseded` says that a later version of the same article is among the sources, `considered`
    that the brief was made with it in view: of very many only those are that fit the sections best.
    """

    id: str
    number: int
    document: Document | None
    quarantined: Quarantined | None
    family: str | None
    relation: str | None
    cited: int
    superseded: bool = False
    considered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person or body: the spelling the brief uses, the others once, the roles as stated."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    country: str
    roles: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A row of the timeline."""

    date: str
    text: str
    statement: StatementName | None
    basis: Basis = "stated"
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in the brief, with coordinates where the config or a gazetteer has them."""

    name: str
    lat: float | None
    lon: float | None
    basis: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a disagreement; `value` is what it counts, `as_of` the EDTF date of its newest
    article, `since` that of its oldest where that is another day. `standing` says what became of
    the value.
    """

    text: str
    value: str = ""
    as_of: str | None = None
    since: str | None = None
    standing: Standing = ""
    statement: StatementName | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where sources differ: the topic in neutral words, and who says what.

    `quantity` names what is counted where counts differ; then positions stand in order of time.
    """

    topic: str
    quantity: str = ""
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is not known: a template of ours whose slots `verify` recomputes."""

    kind: str
    text: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The analyst's own words, labelled as such."""

    text: str
    likelihood: str
    confidence: str
    reason: str
    scale: str
    citations: tuple[Citation, ...]
    stale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A statement that changed, went, or gained or lost support since the previous edition."""

    id: str
    was: str
    now: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs from the previous edition; `previous` is 0 in a first edition.

    `revised` are sources that were edited after the previous edition: the source's id, the words
    that went, the words that came, and what a reader knows the source by. `renamed` are outlets
    that the desk calls otherwise: the first such source's id, both names, how many sources.
    """

    previous: int = 0
    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    withdrawn: tuple[Changed, ...] = ()
    support: tuple[Changed, ...] = ()
    revised: tuple[Changed, ...] = ()
    renamed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the config says about the brief as a whole."""

    title: str
    slug: str
    marking: str = ""
    language: str = "en"
    audience: str = ""
    contact: str = ""
    next_edition: str = ""

    @property
    def is_private(self) -> bool:
        """Whether the marking keeps it from everybody but those whom it is handed to."""
        return self.marking.upper().startswith("TLP:RED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which edition this is. `made_at` is the one place where the clock shows."""

    number: int
    made_at: str
    fingerprint: str
    previous: int | None = None
    released: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """What one reader gets of an edition: the sections they chose, and since when things count as
    new to them.

    `sections` are slugs in the edition's order, empty for all. `baseline` is the edition that they
    were last sent, 0 before the first.
    """

    sections: tuple[str, ...] = ()
    baseline: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrelated:
    """Articles at hand that are not about the brief: how many, and the first of their locators."""

    count: int
    locators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The finished brief: data only, before any template. `unlisted` sources were read and stand in
    no list; `unrelated` ones are not about it, None where there are none. `editor` says what a
    model chose, None where nobody was asked.
    """

    frame: Frame
    as_of: str
    window: str
    bottom_line: tuple[StatementName, ...]
    edition: Edition | None = None
    sources: tuple[SourceEntry, ...]
    sections: tuple[Section, ...]
    actors: tuple[Actor, ...] = ()
    timeline: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: Changes = field(default_factory=Changes)
    names: tuple[Pinned, ...] = ()
    rendition: Rendition | None = None
    unlisted: int = 0
    editor: Editing | None = None
    unrelated: Unrelated | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all sections, in reading order."""
        return tuple(statement for section in self.sections for statement in section.statements)

    @property
    def documents(self) -> dict[str, Document]:
        """The documents of the source list by id; what could not be read is none."""
        return {one.id: one.document for one in self.sources if one.document is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One file of an edition."""

    name: str
    media_type: str
    content: bytes
    sha256: str
