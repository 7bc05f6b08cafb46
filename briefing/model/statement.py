"""A statement and what proves it: quotes in their places, and the edits made to them."""

from dataclasses import dataclass
from typing import Annotated, Literal

from briefing.model.reading import Saying

EditOp = Literal["drop", "insert", "case", "mark", "lift"]
Role = Literal["basis", "supports"]
Proof = Literal["replay", "checked"]
Change = Literal["new", "kept", "changed"]
StatementName = Annotated[str, "a statement's key, or its id once it has one"]


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
class ClauseSupport:
    """Who tells one clause of a statement: `text[start:end]`, `clause` being these words.

    `citations` are indices into the statement's citations: those of its own words that tell the
    clause, then one of each other article that tells the same happening. `outlets` and `origins`
    are theirs; one outlet alone says that no other article tells this part of a happening that
    others tell.
    """

    clause: str
    start: int
    end: int
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The desk's own words for a quote in another language: `citation` is an index into the
    statement's citations, `by` says who translated. `whole` says that they are for the quote's
    whole passage, of which the statement tells a part.
    """

    citation: int
    text: str
    by: str
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence or two that stand alone, each word of them accounted for.

    `text` is what the parts give (see `replay` in language). `key` is a digest of the content and
    changes with it; `id` is given by `compare` and survives regeneration; `number` is its place in
    this brief, "4.1" the first of the fourth section. `date` is the EDTF date
    of what is told, None where not known. `outlets` and `origins` are those of the whole statement,
    `support` has those of single clauses; citations that only a clause rests on stand last.
    `pinned` says that the analyst ordered it: its sentences may then stand as the source has them
    where rewriting can't make them stand alone. `translations` are the desk's, of what is told in
    another language than the brief's.
    """

    id: str = ""
    number: str = ""
    key: str
    text: str
    proof: Proof = "replay"
    change: Change = "new"
    date: str | None = None
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    citations: tuple[Citation, ...]
    support: tuple[ClauseSupport, ...] = ()
    parts: tuple[Part, ...]
    pinned: bool = False
    translations: tuple[Translation, ...] = ()

    @property
    def name(self) -> StatementName:
        """What tables, answers and links call it: its id once it has one, else its key."""
        return self.id or self.key

    @property
    def bases(self) -> tuple[Citation, ...]:
        """The citations that it is made of; the others support it."""
        return tuple(citation for citation in self.citations if citation.role == "basis")

    @property
    def whole(self) -> tuple[Citation, ...]:
        """The citations that carry the whole statement: its bases, and who says the same."""
        parts = {number for one in self.support for number in one.citations}
        return tuple(
            citation
            for number, citation in enumerate(self.citations)
            if citation.role == "basis" or number not in parts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: its text and the citations that prove it, or the key of a statement."""

    text: str
    citations: tuple[Citation, ...] = ()
    statement: StatementName | None = None
