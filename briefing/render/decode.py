"""Reading a brief.json back, for `verify`, `compare`, `diff` and whoever is handed one.

The file may come from anywhere, so nothing is believed: what does not fit the schema raises
`Undecodable` with the place in the file, and never an `AttributeError` half-way.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
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
    Question,
    Rendition,
    Section,
    SourceEntry,
    Span,
    Statement,
)
from briefing.render import shape

T = TypeVar("T")

_MOST_VALUES = 1_000_000  # commas and brackets: a brief of 400 statements has about 60,000
Node = Mapping[str, Any]


class BrokenBrief(ValueError):  # noqa: N818 - the domain's word, not an "Error" of the user
    """The bytes are not a brief.json of schema 1; the message says where."""


def decode_brief(data: bytes) -> Brief:
    """Give the brief that `encode` wrote; every document's `text` is empty.

    Raises `Undecodable` for whatever is not JSON, not schema 1, or not of the right shape. It does
    not ask whether the brief is *true*: that is the prover's question.
    """
    try:
        _weigh(data)
        node = json.loads(
            data, object_pairs_hook=_object_once, parse_constant=_no_number, parse_float=_finite
        )
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise BrokenBrief(message) from error
    complete(node)
    mistake = shape.shape_mistake(node)
    if mistake:
        raise BrokenBrief(mistake)
    return _read_brief(node)


def _weigh(data: bytes) -> None:
    """Raise ValueError for what would cost more memory than any brief: every value takes far more
    than its bytes.
    """
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > _MOST_VALUES:
        message = f"more than {_MOST_VALUES:,} values"
        raise ValueError(message)


def _no_number(word: str) -> float:
    message = f"{word} is no number"
    raise ValueError(message)


def _finite(digits: str) -> float:
    found = float(digits)
    return found if isfinite(found) else _no_number(digits)


def _object_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
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
    """Put in what earlier programs of schema 1 did not write yet, so that their editions can still
    be read.
    """
    changes = node.get("changes") if isinstance(node, dict) else None
    if isinstance(changes, dict):
        changes.setdefault("revised", [])
    for difference in _nodes(node, "disagreements"):
        difference.setdefault("quantity", "")
        for position in _nodes(difference, "positions"):
            position.setdefault("value", "")
            position.setdefault("as_of", None)
    for section in _nodes(node, "sections"):
        for statement in _nodes(section, "statements"):
            statement.setdefault("support", [])


def _nodes(node: object, name: str) -> list[dict[str, Any]]:
    """Give the objects of a list in an object, whatever else stands there left out."""
    found = node.get(name) if isinstance(node, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _read_many(nodes: list[Any], read: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(read(node) for node in nodes)


def _read_brief(node: Node) -> Brief:
    edition, changes = node["edition"], node["changes"]
    frame = ("title", "slug", "marking", "audience", "contact", "language", "next_edition")
    return Brief(
        frame=Frame(**{name: node[name] for name in frame}),
        as_of=node["as_of"],
        window=node["window"],
        bottom_line=tuple(node["bottom_line"]),
        sections=tuple(
            _read_section(section, node.get("questions", ())) for section in node["sections"]
        ),
        sources=_read_many(node["sources"], _read_source),
        actors=_read_many(node["actors"], _read_actor),
        timeline=_read_many(node["timeline"], _read_event),
        places=_read_many(
            node["places"], lambda n: Place(**{**n, "citations": _read_citations(n)})
        ),
        disagreements=_read_many(node["disagreements"], _read_disagreement),
        gaps=_read_many(
            node["gaps"], lambda n: Gap(kind=n["kind"], text=n["text"], slots=n["slots"])
        ),
        judgements=_read_many(
            node["judgements"], lambda n: Judgement(**{**n, "citations": _read_citations(n)})
        ),
        changes=Changes(
            previous=changes["previous"],
            new=tuple(changes["new"]),
            changed=_read_many(changes["changed"], lambda n: Changed(**n)),
            withdrawn=_read_many(changes["withdrawn"], lambda n: Changed(**n)),
            support=_read_many(changes["support"], lambda n: Changed(**n)),
            revised=_read_many(changes["revised"], lambda n: Changed(**n)),
        ),
        edition=Edition(**edition) if edition else None,
        names=_read_many(node["names"], lambda n: Pinned(**{**n, "aliases": tuple(n["aliases"])})),
        rendition=_read_rendition(node.get("rendition")),
        unlisted=node.get("unlisted", 0),
    )


def _read_rendition(node: Node | None) -> Rendition | None:
    return Rendition(sections=tuple(node["sections"]), baseline=node["baseline"]) if node else None


def _read_source(node: Node) -> SourceEntry:
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
        document = _read_document(node)
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


def _read_document(node: Node) -> Document:
    same = ("id", "locator", "path", "url", "size", "encoding", "language", "translated")
    more = ("retrieved", "reliability", "note")
    return Document(
        revision=node["sha256"],
        text="",
        title=_read_known(node, "title"),
        outlet=_read_known(node, "outlet"),
        author=_read_known(node, "author"),
        published=_read_known(node, "published"),
        updated=_read_known(node, "updated"),
        kind=_read_known(node, "kind"),
        caveats=tuple(node["caveats"]),
        marks=_read_many(node["marks"], lambda n: Mark(**n)),
        pages=tuple(node["pages"]),
        **{name: node[name] for name in (*same, *more)},
    )


def _read_known(node: Node, name: str) -> Known | None:
    how, value = node["known"].get(name), node.get(name)
    if how is None or value is None:
        return None
    return Known(
        value=value["edtf"] if name in {"published", "updated"} else value,
        basis=how["basis"],
        note=how["note"],
        evidence=tuple(Span(start=one[0], end=one[1]) for one in how["evidence"] if len(one) == 2),  # noqa: PLR2004
    )


def _read_section(node: Node, questions: Sequence[Node]) -> Section:
    return Section(
        questions=tuple(
            Question(text=one["text"], terms=tuple(one["terms"]), answers=tuple(one["answers"]))
            for one in questions
            if one["section"] == node["slug"]
        ),
        slug=node["slug"],
        title=node["title"],
        kind=node["kind"],
        statements=_read_many(node["statements"], _read_statement),
        columns=tuple(node["columns"]),
        rows=tuple(_read_many(row, _read_cell) for row in node["rows"]),
        health=Health(**node["health"]),
        considered=node["considered"],
        introduction=node["introduction"],
    )


def _read_statement(node: Node) -> Statement:
    same = ("id", "key", "text", "proof", "change", "date")
    return Statement(
        parts=_read_many(node["parts"], _read_part),
        citations=_read_citations(node),
        outlets=tuple(node["outlets"]),
        origins=tuple(node["origins"]),
        support=_read_many(node["support"], _clause_support),
        **{name: node[name] for name in same},
    )


def _clause_support(node: Node) -> ClauseSupport:
    lists = {name: tuple(node[name]) for name in ("outlets", "origins", "citations")}
    return ClauseSupport(**{**node, **lists})


def _read_part(node: Node) -> Part:
    return Part(citation=node["citation"], edits=_read_many(node["edits"], _read_edit))


def _read_edit(node: Node) -> Edit:
    because = node["because"]
    return Edit(
        op=node["op"],
        start=node["start"],
        end=node["end"],
        text=node["text"],
        rule=because["rule"],
        evidence=_read_evidence(because),
    )


def _read_citations(node: Node) -> tuple[Citation, ...]:
    return _read_many(node["citations"], _read_citation)


def _read_citation(node: Node) -> Citation:
    said = node["attribution"]
    return Citation(
        document=node["source"],
        passage=node["passage"],
        start=node["start"],
        end=node["end"],
        quote=node["quote"],
        role=node["role"],
        attribution=Attribution(**{**said, "evidence": _read_evidence(said)}),
    )


def _read_evidence(node: Node) -> tuple[Evidence, ...]:
    return _read_many(
        node["evidence"],
        lambda n: Evidence(document=n["source"], start=n["start"], end=n["end"], quote=n["quote"]),
    )


def _read_cell(node: Node) -> Cell:
    return Cell(text=node["text"], citations=_read_citations(node), statement=node["statement"])


def _read_actor(node: Node) -> Actor:
    return Actor(
        name=node["name"],
        kind=node["kind"],
        aliases=tuple(node["aliases"]),
        country=node["country"],
        roles=_read_many(node["roles"], _read_cell),
    )


def _read_event(node: Node) -> Event:
    return Event(**{**node, "citations": _read_citations(node)})


def _read_disagreement(node: Node) -> Disagreement:
    positions = _read_many(
        node["positions"], lambda n: Position(**{**n, "citations": _read_citations(n)})
    )
    return Disagreement(
        topic=node["topic"], positions=positions, quantity=node["quantity"]
    )
