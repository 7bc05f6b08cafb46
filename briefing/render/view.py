"""What a template sees: a page of strings and numbers ready to print, and nothing else.

Every string is clean (see `plain.clean_line`), on one line and plain text, so a template may print
it as it stands; the escaping is the environment's. The two exceptions are `Rich` and `Drawing.svg`,
which hold markup of our own making and are printed through the filters `rich` and `picture`. A
`target` or `anchor` is an HTML id without "#".
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """The analyst's Markdown: sanitised HTML, and the same as plain text and as Markdown."""

    html: str
    text: str
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A citation as printed: source number, passage number and where in the annex it leads.

    `cf` marks one that says the same in other words where the statement quotes: its passage lacks
    the quoted ones. `quote` are the passage's words that are cited, several stretches joined by
    " … "; `link` leads to them where the source has an address, else it is "".
    """

    source: int
    passage: int
    label: str
    target: str
    hint: str
    cf: bool = False
    quote: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference inside the page: the label that is printed and the anchor it leads to."""

    label: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How well a statement is supported: independent outlets, in words and as a mark."""

    outlets: int
    words: str
    mark: str
    single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A clause of a statement that others tell, or that one source alone tells of what others tell
    too.

    `words` are the statement's, `count` says by whom, `refs` lead to the others' own words.
    """

    words: str
    count: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationView:
    """The desk's own translation of what is told: the text, and whose it is, of what."""

    text: str
    whose: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement.

    `voice` says whose words they are, `labels` what the reader must be warned of; `relied` leads to
    the words that show the voice and what a bracket stands for, where `refs` do not. `shared` are
    the clauses that others tell too. `reported` is the day of its article where the statement
    stands in the opening without a year of its own. `language` is the tag of the statement's own
    where it isn't the brief's; `translations` are the desk's.
    """

    id: str
    anchor: str
    label: str
    text: str
    direction: str
    refs: tuple[Ref, ...]
    voice: str
    relied: tuple[Ref, ...]
    saying: str
    labels: tuple[str, ...]
    also: tuple[str, ...]
    support: Support
    shared: tuple[Shared, ...]
    sources: tuple[int, ...]
    change: str
    date: str
    reported: str = ""
    language: str = ""
    translations: tuple[TranslationView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell of a table, with its citations and the statement it repeats, if any; `language` is its
    tag where it isn't the brief's.
    """

    text: str
    refs: tuple[Ref, ...] = ()
    link: Link | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table; the first cell is its header."""

    anchor: str
    label: str
    cells: tuple[CellView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with named columns."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question of the analyst's: links to the statements that answer it, in another section where
    it says `elsewhere`; without one it is open.

    `fresh` are the labels of those answers that are new or changed since the edition before.
    """

    text: str
    links: tuple[Link, ...]
    fresh: frozenset[str]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section: statements or a table, and a sentence on how well it is supported."""

    number: int
    slug: str
    anchor: str
    title: str
    kind: str
    introduction: Rich | None
    lines: tuple[StatementView, ...]
    table: Table | None
    health: str
    empty: str
    questions: tuple[QuestionView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """The analyst's judgement: likelihood and confidence stand apart, never in one sentence."""

    anchor: str
    label: str
    text: Rich
    likelihood: str
    confidence: str
    reason: str
    refs: tuple[Ref, ...]
    stale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One line of what is new: what happened, to which statement, why."""

    what: str
    link: Link | None
    was: str
    now: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new since the previous edition."""

    first: bool
    summary: str
    fresh: tuple[Link, ...]
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a disagreement: who says it, and what; `count` is the value with its date, "" for
    none.
    """

    voice: str
    count: str
    text: str
    refs: tuple[Ref, ...]
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Where the sources differ."""

    anchor: str
    label: str
    topic: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A line of the source list; what is not known says so in words."""

    number: int
    label: str
    anchor: str
    outlet: str
    author: str
    title: str
    date: str
    kind: str
    language: str
    reliability: str
    reason: str
    caveats: tuple[str, ...]
    relation: str
    path: str
    url: str
    link: str
    retrieved: str
    digest: str
    inferred: str
    cited: int
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a passage: quoted by the brief, or relied on for a name, a role or a bracket."""

    text: str
    quoted: bool
    relied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage of the annex: its words, the quoted ones marked, and what rests on it.

    `link` leads to the first quoted words at the source, "" where it has no address.
    """

    anchor: str
    number: int
    label: str
    segments: tuple[Segment, ...]
    text: str
    direction: str
    language: str
    backs: tuple[Link, ...]
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A source of the annex with the passages quoted from it."""

    number: int
    anchor: str
    heading: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture: our own SVG, its text alternative, its caption and the table behind it."""

    name: str
    title: str
    alt: str
    svg: str
    caption: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the title block."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole brief as a template sees it. `made` is the time of making, in ISO 8601 UTC."""

    title: str
    short_title: str
    language: str
    direction: str
    marking: str
    edition: str
    made: str
    cut_off: str
    facts: tuple[Fact, ...]
    basis: str
    bottom_line: tuple[StatementView, ...]
    limits: tuple[str, ...]
    judgements: tuple[JudgementView, ...]
    scale: str
    news: News
    sections: tuple[SectionView, ...]
    actors: Table | None
    timeline: Table | None
    places: Table | None
    differences: tuple[DifferenceView, ...]
    gaps: tuple[str, ...]
    sources: tuple[SourceView, ...]
    more_sources: str
    second_hand: str
    quarantined: tuple[Fact, ...]
    drawings: tuple[Drawing, ...]
    evidence: tuple[EvidenceView, ...]
