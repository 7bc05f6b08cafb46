"""An article as decoded, and what is known of it."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["stated", "supplied", "inferred", "reported"]


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
    appeal, disclaimer, foreign, other_page, hidden; note and struck, which cover nothing: they
    stand where a raised note mark, or struck-out words, were left out of the text.
    """

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as decoded. `text` is the evidence and is never rewritten; marks lie over it.

    `published` and `updated` are EDTF: the day on which it appeared, and the day of the last change
    that it speaks of; the second never stands for the first. `retrieved` is when it was fetched.
    `agency` is whom its dateline names, whose report the outlet passes on.
    """

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
    agency: Known | None = None
    published: Known | None = None
    updated: Known | None = None
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
    """Documents that are one article: versions of one outlet, one text syndicated by several, or a
    text and its copies in other words.

    `documents` holds ids, latest first, of reworded ones the original. A document alone is a family
    of its own.
    """

    id: str
    documents: tuple[str, ...]
    relation: Literal["single", "version", "syndicated", "reworded"]
