"""Reading a brief.json back, for `verify`, `compare`, `diff` and whoever is handed one.

The file may come from anywhere, so nothing is believed: what does not fit the schema raises
`Undecodable` with the place in the file, and never an `AttributeError` half-way.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from briefing.model import (
    Actor,
    Attribution,
    Brief,
    Cell,
    Changed,
    Changes,
    Citation,
    ClauseSupport,
    Disagreement,
    Document,
    Edit,
    Edition,
    Event,
    Evidence,
    Frame,
    Gap,
    Health,
    Judgement,
    Known,
    Mark,
    Part,
    Pinned,
    Place,
    Position,
    Quarantined,
    Rendition,
    Section,
    SourceEntry,
    Span,
    Statement,
)
from briefing.render import shape

T = TypeVar("T")
Node = Mapping[str, Any]


class Undecodable(ValueError):  # noqa: N818 - the domain's word, not an "Error" of the user
    """The bytes are not a brief.json of schema 1; the message says where."""


def decode(data: bytes) -> Brief:
    """Give the brief that `encode` wrote; every document's `text` is empty.

    Raises `Undecodable` for whatever is not JSON, not schema 1, or not of the right shape. It does
    not ask whether the brief is *true*: that is the prover's question.
    """
    try:
        node = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise Undecodable(message) from error
    complete(node)
    mistake = shape.mistake(node)
    if mistake:
        raise Undecodable(mistake)
    return _brief(node)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object none of whose names stands twice: another reader may take the other value."""
    node = dict(pairs)
    if len(node) < len(pairs):
        names = [name for name, _ in pairs]
        message = (
            f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object"
        )
        raise ValueError(message)
    return node


def complete(node: object) -> None:
    """Put in what earlier programs of schema 1 did not write yet, so that their editions can still be read."""
    changes = node.get("changes") if isinstance(node, dict) else None
    if isinstance(changes, dict):
        changes.setdefault("revised", [])
    for section in _nodes(node, "sections"):
        for statement in _nodes(section, "statements"):
            statement.setdefault("support", [])


def _nodes(node: object, name: str) -> list[dict[str, Any]]:
    """Give the objects of a list in an object, whatever else stands there left out."""
    found = node.get(name) if isinstance(node, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _many(nodes: list[Any], read: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(read(node) for node in nodes)


def _brief(node: Node) -> Brief:
    edition, changes = node["edition"], node["changes"]
    frame = ("title", "slug", "marking", "audience", "contact", "language", "next_edition")
    return Brief(
        frame=Frame(**{name: node[name] for name in frame}),
        as_of=node["as_of"],
        window=node["window"],
        bottom_line=tuple(node["bottom_line"]),
        sections=_many(node["sections"], _section),
        sources=_many(node["sources"], _source),
        actors=_many(node["actors"], _actor),
        timeline=_many(node["timeline"], _event),
        places=_many(node["places"], lambda n: Place(**{**n, "citations": _citations(n)})),
        disagreements=_many(node["disagreements"], _disagreement),
        gaps=_many(node["gaps"], lambda n: Gap(kind=n["kind"], text=n["text"], slots=n["slots"])),
        judgements=_many(
            node["judgements"], lambda n: Judgement(**{**n, "citations": _citations(n)})
        ),
        changes=Changes(
            previous=changes["previous"],
            new=tuple(changes["new"]),
            changed=_many(changes["changed"], lambda n: Changed(**n)),
            withdrawn=_many(changes["withdrawn"], lambda n: Changed(**n)),
            support=_many(changes["support"], lambda n: Changed(**n)),
            revised=_many(changes["revised"], lambda n: Changed(**n)),
        ),
        edition=Edition(**edition) if edition else None,
        names=_many(node["names"], lambda n: Pinned(**{**n, "aliases": tuple(n["aliases"])})),
        rendition=_rendition(node.get("rendition")),
        unlisted=node.get("unlisted", 0),
    )


def _rendition(node: Node | None) -> Rendition | None:
    return Rendition(sections=tuple(node["sections"]), baseline=node["baseline"]) if node else None


def _source(node: Node) -> SourceEntry:
    document = quarantined = None
    if node["quarantined"] is not None:
        quarantined = Quarantined(
            id=node["id"],
            locator=node["locator"],
            path=node["path"],
            size=node["size"],
            revision=node["sha256"],
            reason=node["quarantined"],
        )
    elif node["locator"] is not None:
        document = _document(node)
    return SourceEntry(
        id=node["id"],
        number=node["number"],
        document=document,
        quarantined=quarantined,
        family=node["family"],
        relation=node["relation"],
        superseded=node["superseded"],
        considered=node.get("considered", True),
        cited=node["cited"],
    )


def _document(node: Node) -> Document:
    same = ("id", "locator", "path", "url", "size", "encoding", "language", "translated")
    more = ("retrieved", "reliability", "note")
    return Document(
        revision=node["sha256"],
        text="",
        title=_known(node, "title"),
        outlet=_known(node, "outlet"),
        author=_known(node, "author"),
        published=_known(node, "published"),
        kind=_known(node, "kind"),
        caveats=tuple(node["caveats"]),
        marks=_many(node["marks"], lambda n: Mark(**n)),
        pages=tuple(node["pages"]),
        **{name: node[name] for name in (*same, *more)},
    )


def _known(node: Node, name: str) -> Known | None:
    how, value = node["known"].get(name), node[name]
    if how is None or value is None:
        return None
    return Known(
        value=value["edtf"] if name == "published" else value,
        basis=how["basis"],
        note=how["note"],
        evidence=tuple(Span(start=one[0], end=one[1]) for one in how["evidence"] if len(one) == 2),  # noqa: PLR2004
    )


def _section(node: Node) -> Section:
    return Section(
        slug=node["slug"],
        title=node["title"],
        kind=node["kind"],
        statements=_many(node["statements"], _statement),
        columns=tuple(node["columns"]),
        rows=tuple(_many(row, _cell) for row in node["rows"]),
        health=Health(**node["health"]),
        considered=node["considered"],
        introduction=node["introduction"],
    )


def _statement(node: Node) -> Statement:
    same = ("id", "key", "text", "proof", "change", "date")
    return Statement(
        parts=_many(node["parts"], _part),
        citations=_citations(node),
        outlets=tuple(node["outlets"]),
        origins=tuple(node["origins"]),
        support=_many(node["support"], _clause_support),
        **{name: node[name] for name in same},
    )


def _clause_support(node: Node) -> ClauseSupport:
    lists = {name: tuple(node[name]) for name in ("outlets", "origins", "citations")}
    return ClauseSupport(**{**node, **lists})


def _part(node: Node) -> Part:
    return Part(citation=node["citation"], edits=_many(node["edits"], _edit))


def _edit(node: Node) -> Edit:
    because = node["because"]
    return Edit(
        op=node["op"],
        start=node["start"],
        end=node["end"],
        text=node["text"],
        rule=because["rule"],
        evidence=_evidence(because),
    )


def _citations(node: Node) -> tuple[Citation, ...]:
    return _many(node["citations"], _citation)


def _citation(node: Node) -> Citation:
    said = node["attribution"]
    return Citation(
        document=node["source"],
        passage=node["passage"],
        start=node["start"],
        end=node["end"],
        quote=node["quote"],
        role=node["role"],
        attribution=Attribution(**{**said, "evidence": _evidence(said)}),
    )


def _evidence(node: Node) -> tuple[Evidence, ...]:
    return _many(
        node["evidence"],
        lambda n: Evidence(document=n["source"], start=n["start"], end=n["end"], quote=n["quote"]),
    )


def _cell(node: Node) -> Cell:
    return Cell(text=node["text"], citations=_citations(node), statement=node["statement"])


def _actor(node: Node) -> Actor:
    return Actor(
        name=node["name"],
        kind=node["kind"],
        aliases=tuple(node["aliases"]),
        country=node["country"],
        roles=_many(node["roles"], _cell),
    )


def _event(node: Node) -> Event:
    return Event(**{**node, "citations": _citations(node)})


def _disagreement(node: Node) -> Disagreement:
    positions = _many(node["positions"], lambda n: Position(**{**n, "citations": _citations(n)}))
    return Disagreement(topic=node["topic"], positions=positions)
