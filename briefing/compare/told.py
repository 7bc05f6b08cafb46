"""Statements and sources in the one shape in which two editions are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.languages.en import sameness
from briefing.model import Brief, SourceEntry

UNSTATED = "outlet not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldQuote:
    """A stretch of a source that a statement rests on; `start` and `end` as in a citation."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStatement:
    """One statement of an edition: its id ('' before it has one), wording, basis and support.

    `basis` are the quotes it is made of; `sources` the ids of all it cites, in order, each once.
    """

    id: str
    key: str
    text: str
    basis: tuple[ToldQuote, ...]
    sources: tuple[str, ...]
    gist: sameness.Gist


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSource:
    """One source of an edition. `text` is None where the edition is an old one.

    `name` is what a reader knows it by; `outlet` says so where none is stated; `family` is the
    family's id, or the source's own.
    """

    id: str
    name: str
    outlet: str
    revision: str | None
    family: str
    versioned: bool
    quarantined: str | None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one edition tells: its number, its statements in reading order, its sources by id.

    `names` are the names that the desk pins, each with its other spellings.
    """

    number: int
    statements: tuple[ToldStatement, ...]
    sources: Mapping[str, ToldSource]
    names: frozenset[tuple[str, ...]] = frozenset()


def of_brief(brief: Brief) -> Account:
    """The account of a brief in the making; a statement that stands twice is taken once."""
    seen: dict[str, ToldStatement] = {}
    for statement in brief.statements:
        quotes = [
            ToldQuote(source=c.document, start=c.start, end=c.end, text=c.quote)
            for c in statement.bases
        ]
        seen[statement.key] = ToldStatement(
            id="",
            key=statement.key,
            text=statement.text,
            basis=tuple(quotes),
            sources=tuple(dict.fromkeys(c.document for c in statement.citations)),
            gist=sameness.read_gist(statement.text),
        )
    sources = {entry.id: _of_entry(entry) for entry in brief.sources}
    names = frozenset((one.name, *one.aliases) for one in brief.names)
    return Account(number=0, statements=tuple(seen.values()), sources=sources, names=names)


def of_json(previous: Mapping[str, Any]) -> Account:
    """The account of a parsed brief.json; raises KeyError or TypeError where it is none."""
    seen: dict[str, ToldStatement] = {}
    for section in previous["sections"]:
        for statement in section["statements"]:
            quotes = [
                ToldQuote(source=c["source"], start=c["start"], end=c["end"], text=c["quote"])
                for c in statement["citations"]
                if c["role"] == "basis"
            ]
            seen[statement["id"]] = ToldStatement(
                id=statement["id"],
                key=statement["key"],
                text=statement["text"],
                basis=tuple(quotes),
                sources=tuple(dict.fromkeys(c["source"] for c in statement["citations"])),
                gist=sameness.read_gist(statement["text"]),
            )
    sources = {node["id"]: _of_node(node) for node in previous["sources"]}
    number = (previous.get("edition") or {}).get("number", 0)
    names = frozenset((one["name"], *one["aliases"]) for one in previous.get("names", ()))
    return Account(number=number, statements=tuple(seen.values()), sources=sources, names=names)


def _of_entry(entry: SourceEntry) -> ToldSource:
    document, blocked = entry.document, entry.quarantined
    if document is None:
        return _of_unread(entry)
    return ToldSource(
        id=entry.id,
        name=document.title.value if document.title else document.path or document.locator,
        outlet=document.outlet.value if document.outlet else UNSTATED,
        revision=document.revision,
        family=entry.family or entry.id,
        versioned=entry.relation == "version",
        quarantined=blocked.reason if blocked else None,
        text=document.text,
    )


def _of_unread(entry: SourceEntry) -> ToldSource:
    """A source of which no document could be made."""
    blocked = entry.quarantined
    return ToldSource(
        id=entry.id,
        name=(blocked.path or blocked.locator) if blocked else entry.id,
        outlet=UNSTATED,
        revision=blocked.revision if blocked else None,
        family=entry.family or entry.id,
        versioned=False,
        quarantined=blocked.reason if blocked else None,
    )


def _of_node(node: Mapping[str, Any]) -> ToldSource:
    return ToldSource(
        id=node["id"],
        name=node.get("title") or node.get("path") or node.get("url") or node["id"],
        outlet=node.get("outlet") or UNSTATED,
        revision=node.get("sha256"),
        family=node.get("family") or node["id"],
        versioned=node.get("relation") == "version",
        quarantined=node.get("quarantined"),
    )
