"""The things a brief is made of, from the decoded article to the finished brief.

Everything here is frozen data. Offsets are code points into `Document.text`, half-open, unless a
docstring says otherwise; dates are EDTF strings (ISO 8601-2: `2025-11-17`, `2025-08`, `2024`,
`2025-11-17/2025-11-24`, `2025-11~`); times are aware UTC; sizes are bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["stated", "supplied", "inferred"]
PassageKind = Literal["body", "quote", "heading", "caption", "list", "table"]
EntityKind = Literal["person", "body", "place"]
Saying = Literal["reported", "claim", "judgement"]
EditOp = Literal["drop", "insert", "case", "mark", "lift"]
Role = Literal["basis", "supports"]
Proof = Literal["replay", "checked"]
Change = Literal["new", "kept", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One fact about a document, how we know it, and the words that show it (if any do).

    `basis` is `stated` (in the article), `supplied` (by the analyst's sources.yaml) or `inferred`
    (worked out; `note` says how). What nobody knows is None where a `Known` could stand.
    """

    value: str
    basis: Basis
    note: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text that is not the article's body, what it is, and which rule says so.

    Kinds: title, kicker, heading, byline, dateline, metadata, caption, repeat, widget, related,
    appeal, disclaimer, foreign, other_page, hidden.
    """

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as decoded. `text` is the evidence and is never rewritten; marks lie over it."""

    id: str
    locator: str
    path: str | None
    url: str | None
    revision: str
    size: int
    encoding: str
    text: str
    language: str | None
    title: Known | None = None
    outlet: Known | None = None
    author: Known | None = None
    published: Known | None = None
    kind: Known | None = None
    translated: bool = False
    retrieved: str | None = None
    reliability: str | None = None
    note: str | None = None
    caveats: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A source that could not be read, and the reason in words a reader understands."""

    id: str
    locator: str
    path: str | None
    size: int
    revision: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Documents that are one article: versions of one outlet, or one text syndicated by several.

    `documents` holds ids, latest first. A document alone is a family of its own.
    """

    id: str
    documents: tuple[str, ...]
    relation: Literal["single", "version", "syndicated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag on a passage: how strongly it applies, and the words of the passage that say so."""

    name: str
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One non-empty line or block. `number` counts these from 1 within the document.

    `sentences` are absolute spans inside [start, end). `dropped` is the reason why the passage
    serves no section, or None.
    """

    document: str
    number: int
    start: int
    end: int
    kind: PassageKind
    language: str | None
    sentences: tuple[Span, ...]
    dropped: str | None = None
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or place as one article names it.

    `key` is unique within the article and equal across articles for the same folded full name.
    `name` is the fullest form printed there, without titles; `forms` are all printed forms.
    `role` is the stretch that states office or affiliation at the first full mention (may be None);
    `first` is that mention.
    """

    key: str
    kind: EntityKind
    name: str
    forms: tuple[str, ...]
    first: Span
    role: Span | None = None
    sex: Literal["he", "she"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named (never a pronoun). `entity` is an `Entity.key`."""

    start: int
    end: int
    entity: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A stretch of content that somebody says.

    [start, end) is the content; `cue` the source clause ("the expert noted that", "according to the
    newspaper"), which may lie outside the content, even in a neighbouring sentence (`carried`).
    `speaker` is what the article calls the source, fullest form for a named one; `entity` its key.
    `evidence` are the spans that name the speaker, the role and the relay. `relayed` is the medium
    through which the outlet has it (a newspaper it quotes), if another than the speaker.
    """

    start: int
    end: int
    cue: Span
    speaker: str
    entity: str | None
    role: str
    relayed: str
    kind: Saying
    carried: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date expression and what it resolves to against the document's own date.

    `edtf` is None where it can't be resolved. `relative` is true for "on Monday", "last month",
    "31 July" without a year: whatever a reader without the article's date can't place. `basis` is
    `stated` where the words alone say it, `inferred` where the document's own date was needed.
    """

    start: int
    end: int
    edtf: str | None
    relative: bool
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A name the desk pins: how the brief spells it, its other spellings, and what is known of it.

    `name` and `aliases` are matched as whole words, case as printed. Empty strings and None are
    "not stated".
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    role: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article with everything the program knows of its language: what the rewriter works on."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    speech: tuple[Speech, ...] = ()
    dates: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words of a source: `document.text[start:end] == quote`."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it, through whom, and what kind of saying it is.

    Empty strings are "not stated". Every field is backed by `evidence` or by supplied metadata.
    """

    speaker: str = ""
    role: str = ""
    body: str = ""
    outlet: str = ""
    relayed_by: str = ""
    kind: Saying = "reported"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote in its place: `document.text[start:end] == quote`, in passage `passage`."""

    document: str
    passage: int
    start: int
    end: int
    quote: str
    role: Role
    attribution: Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One typed change to a quote; `start` and `end` are relative to the quote.

    drop, lift: the stretch goes (`text` empty). insert: `text` comes in before `start` == `end`.
    case: the stretch becomes `text`, which differs in case only. mark: as insert, and `text` is a
    quotation mark or a full stop. `rule` names the rule, `evidence` the words it rests on.
    """

    op: EditOp
    start: int
    end: int
    text: str
    rule: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A quote with its edits: `citation` is an index into the statement's citations."""

    citation: int
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or two that stand alone, each word of them accounted for.

    `text` is what the parts give (see `replay` in language). `key` is a digest of the content and
    changes with it; `id` is given by `compare` and survives regeneration. `date` is the EDTF date
    of what is told, None where not known.
    """

    key: str
    text: str
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...]
    proof: Proof = "replay"
    date: str | None = None
    id: str = ""
    change: Change = "new"
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: its text and the citations that prove it, or the key of a statement."""

    text: str
    citations: tuple[Citation, ...] = ()
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How well a section is supported: plain counts, recomputable from its statements."""

    statements: int = 0
    outlets: int = 0
    single_outlet: int = 0
    newest: str | None = None
    oldest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the brief: statements in reading order, or rows under `columns`."""

    slug: str
    title: str
    kind: str
    statements: tuple[Statement, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    health: Health = field(default_factory=Health)
    considered: Mapping[str, int] = field(default_factory=dict)
    introduction: str = ""


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
    statement: str | None
    citations: tuple[Citation, ...]
    basis: Basis = "stated"


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
    """One side of a disagreement."""

    text: str
    statement: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where sources differ: the topic in neutral words, and who says what."""

    topic: str
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
    that went, the words that came, and what a reader knows the source by.
    """

    previous: int = 0
    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    withdrawn: tuple[Changed, ...] = ()
    support: tuple[Changed, ...] = ()
    revised: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the config says about the brief as a whole."""

    title: str
    slug: str
    marking: str = ""
    audience: str = ""
    contact: str = ""
    language: str = "en"
    next_edition: str = ""


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
    """What one reader gets of an edition: the sections they chose, and since when things count as new to them.

    `sections` are slugs in the edition's order, empty for all. `baseline` is the edition that they
    were last sent, 0 before the first.
    """

    sections: tuple[str, ...] = ()
    baseline: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The finished brief: data only, before any template. `unlisted` sources were read and stand in no list."""

    frame: Frame
    as_of: str
    window: str
    bottom_line: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceEntry, ...]
    actors: tuple[Actor, ...] = ()
    timeline: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: Changes = field(default_factory=Changes)
    edition: Edition | None = None
    names: tuple[Pinned, ...] = ()
    rendition: Rendition | None = None
    unlisted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One file of an edition."""

    name: str
    media_type: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that could be told, and what ranking needs to know of it.

    `sections` are the slugs its passage may serve, best first, with the tag's score there.
    `position` is the place of its last sentence in the article, from 0 (first) on, in sentences.
    `cost` counts what was put in or carried along: 0 for a sentence used as it stands. `hanging`
    counts the definite descriptions in it that only its article explains.
    """

    statement: Statement
    document: str
    passage: int
    position: int
    sections: tuple[tuple[str, float], ...]
    cost: int
    weight: float = 1.0
    hanging: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that say the same thing: same names, numbers and polarity; the best told first."""

    lead: Candidate
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the config asks of one section: budgets in statements or words, and its kind."""

    slug: str
    title: str
    kind: str
    tags: tuple[str, ...] = ()
    statements: int = 8
    words: int | None = None
    introduction: str = ""
    rows: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate with its concepts (stemmed word pairs, each once) and its length in words."""

    candidate: Candidate
    concepts: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """What a section could say: candidates ranked, or the rows of its table."""

    wanted: Wanted
    ranked: tuple[Ranked, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    considered: Mapping[str, int] = field(default_factory=dict)
