"""What one article says, as far as the program can tell: passages, names, speech, dates."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.document import Basis, Document, Span

PassageKind = Literal["body", "quote", "heading", "caption", "list", "table"]
TELLING: frozenset[PassageKind] = frozenset({"body", "quote", "list"})
EntityKind = Literal["person", "body", "place"]
Saying = Literal["reported", "claim", "judgement"]


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

    @property
    def is_live(self) -> bool:
        """Whether it is the article's own text and no heading: what names and tags are read in."""
        return self.dropped is None and self.kind != "heading"

    @property
    def may_tell(self) -> bool:
        """Whether its sentences may be told: live, and neither a caption nor a table."""
        return self.dropped is None and self.kind in TELLING


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
