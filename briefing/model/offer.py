"""What a section could say, before it is decided what the brief tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.brief import Question
from briefing.model.statement import Cell, Statement

Setback = Literal[
    "outdated",  # the latest version of its article tells it in other words
    "recurring",  # it is the refrain of a series
    "old_saying",  # it was said long before its article
    "slight",  # it is colour or trivia
    "unheard",  # somebody says it, and nothing shows who
    "quip",  # it is a quotation with hardly a word of the subject
    "aside",  # its article is about something else
    "elsewhere",  # it happened long ago to others
    "corrected",  # its outlet set it right in a later article
    "personal",  # its article speaks in a voice of its own
    "released",  # it is told by a release, and reports are known
    "older",  # newer articles know more than its own
    "passed",  # it looks ahead to a day that has passed
    "overtaken",  # a later article counts anew what it counts
    "taken_back",  # its speaker took his words back
    "own_denial",  # somebody denies it in an older release of his own
    "outlived",  # it tells of an office that was left since
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that could be told, and what ranking needs to know of it.

    `sections` are the slugs its passage may serve, best first, with the tag's score there.
    `position` is the place of its last sentence in the article, from 0 (first) on, in sentences.
    `cost` counts what was put in or carried along: 0 for a sentence used as it stands. `hanging`
    counts the definite descriptions in it that only its article explains; `nameless` marks what
    names nobody, no body and no place, and doesn't open its article. `quoted` marks sentences that
    can't stand alone and are told as they stand, because the analyst pins them. `language` is its
    article's. `happenings` counts the clauses of its own words, None where nobody can say; `issued`
    says that its article is a release, whose issuer answers for it.
    `setbacks` are the reasons for which `weight` was lowered, in their order.
    """

    statement: Statement
    document: str
    passage: int
    position: int
    sections: tuple[tuple[str, float], ...]
    cost: int
    weight: float = 1.0
    hanging: int = 0
    nameless: bool = False
    quoted: bool = False
    language: str | None = None
    happenings: int | None = None
    issued: bool = False
    setbacks: tuple[Setback, ...] = ()

    @property
    def name(self) -> tuple[str, str]:
        """What it is known by beside other candidates: its article, and the key of its words."""
        return self.document, self.statement.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that say the same thing: same names, numbers and polarity; the best told first."""

    lead: Candidate
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the config asks of one section: budgets in statements or words, and its kind.

    `shared` is how many words the sections that no number limits have together, 0 for a limited
    one. `views` says that it asks for views and not for facts.
    """

    slug: str
    title: str
    kind: str
    views: bool = False
    statements: int = 8
    words: int | None = None
    shared: int = 0
    introduction: str = ""
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate with its concepts (stemmed word pairs, each once) and its length in words."""

    candidate: Candidate
    concepts: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """All statements that a section could tell; `considered` counts what its kind looked at
    besides.
    """

    ranked: tuple[Ranked, ...] = ()
    considered: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTable:
    """The table of a section: rows under `columns`, and counts of what it was made of."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    considered: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """What a section could say: candidates ranked, or the rows of its table."""

    wanted: Wanted
    ranked: tuple[Ranked, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    considered: Mapping[str, int] = field(default_factory=dict)
