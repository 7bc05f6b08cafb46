"""The shape of brief.json, declared once: it checks what is read and writes the JSON Schema.

A shape is a type name ("text", "count", "whole", "number", "flag"), a tuple of allowed words, a
list of one shape (an array of it), a `Maybe`, a `Pairs` (an object with any keys), or a dict (an
object with exactly these keys, those of an `Optional` shape aside).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Shape = Any
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Maybe:
    """The shape, or null."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Optional:
    """The shape, where the key is there at all."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Pairs:
    """An object whose keys are free and whose values all have the shape."""

    shape: Shape


_BASES = ("stated", "supplied", "inferred")
_EVIDENCE = [{"source": "text", "start": "count", "end": "count", "quote": "text"}]
_ATTRIBUTION = {
    **dict.fromkeys(("speaker", "role", "body", "outlet", "relayed_by"), "text"),
    "kind": ("reported", "claim", "judgement"),
    "evidence": _EVIDENCE,
}
_CITATIONS = [
    {
        "source": "text",
        "passage": "count",
        "start": "count",
        "end": "count",
        "quote": "text",
        "role": ("basis", "supports"),
        "attribution": _ATTRIBUTION,
    },
]
_CELL = {"text": "text", "citations": _CITATIONS, "statement": Maybe("text")}
_EDIT = {
    "op": ("drop", "insert", "case", "mark", "lift"),
    "start": "count",
    "end": "count",
    "text": "text",
    "because": {"rule": "text", "evidence": _EVIDENCE},
}
_STATEMENT = {
    "id": "text",
    "key": "text",
    "text": "text",
    "proof": ("replay", "checked"),
    "change": ("new", "kept", "changed"),
    "date": Maybe("text"),
    "outlets": ["text"],
    "origins": ["text"],
    "support": [
        {
            "clause": "text",
            "start": "count",
            "end": "count",
            "outlets": ["text"],
            "origins": ["text"],
            "citations": ["count"],
        }
    ],
    "citations": _CITATIONS,
    "parts": [{"citation": "count", "edits": [_EDIT]}],
}
_SECTION = {
    "slug": "text",
    "title": "text",
    "kind": "text",
    "introduction": "text",
    "health": {
        **dict.fromkeys(("statements", "outlets", "single_outlet"), "count"),
        "newest": Maybe("text"),
        "oldest": Maybe("text"),
    },
    "considered": Pairs("whole"),
    "columns": ["text"],
    "rows": [[_CELL]],
    "statements": [_STATEMENT],
}
_SOURCE = {
    "id": "text",
    "number": "count",
    **dict.fromkeys(
        ("path", "url", "sha256", "encoding", "title", "outlet", "author", "kind"), Maybe("text")
    ),
    **dict.fromkeys(("reliability", "note"), Maybe("text")),
    "published": Maybe({"edtf": "text", "basis": _BASES}),
    "updated": Optional(Maybe({"edtf": "text", "basis": _BASES})),
    "language": Maybe("text"),
    "caveats": ["text"],
    "locator": Maybe("text"),
    "size": Maybe("count"),
    "translated": "flag",
    "retrieved": Maybe("text"),
    "known": Pairs({"basis": _BASES, "note": "text", "evidence": [["count"]]}),
    "marks": [{"start": "count", "end": "count", "kind": "text", "reason": "text"}],
    "pages": ["count"],
    "family": Maybe("text"),
    "relation": Maybe("text"),
    "superseded": "flag",
    "cited": "count",
    "quarantined": Maybe("text"),
    "considered": Optional("flag"),
}
_CHANGED = [{"id": "text", "was": "text", "now": "text", "cause": "text"}]
BRIEF = {
    "schema": (1,),
    **dict.fromkeys(
        ("title", "slug", "marking", "language", "audience", "contact", "next_edition"), "text"
    ),
    "as_of": "text",
    "window": "text",
    "bottom_line": ["text"],
    "edition": Maybe(
        {
            "number": "count",
            "made_at": "text",
            "fingerprint": "text",
            "previous": Maybe("count"),
            "released": "flag",
        },
    ),
    "sources": [_SOURCE],
    "sections": [_SECTION],
    "actors": [
        {
            "name": "text",
            "kind": ("person", "body", "place"),
            "aliases": ["text"],
            "country": "text",
            "roles": [_CELL],
        },
    ],
    "timeline": [
        {
            "date": "text",
            "text": "text",
            "statement": Maybe("text"),
            "basis": _BASES,
            "citations": _CITATIONS,
        },
    ],
    "places": [
        {
            "name": "text",
            "lat": Maybe("number"),
            "lon": Maybe("number"),
            "basis": "text",
            "citations": _CITATIONS,
        },
    ],
    "disagreements": [
        {
            "topic": "text",
            "quantity": "text",
            "positions": [
                {
                    "text": "text",
                    "value": "text",
                    "as_of": Maybe("text"),
                    "statement": Maybe("text"),
                    "citations": _CITATIONS,
                }
            ],
        },
    ],
    "gaps": [{"kind": "text", "text": "text", "slots": Pairs("text")}],
    "judgements": [
        {
            **dict.fromkeys(("text", "likelihood", "confidence", "reason", "scale"), "text"),
            "citations": _CITATIONS,
            "stale": "text",
        },
    ],
    "changes": {
        "previous": "count",
        "new": ["text"],
        "changed": _CHANGED,
        "withdrawn": _CHANGED,
        "support": _CHANGED,
        "revised": _CHANGED,
    },
    "names": [
        {
            **dict.fromkeys(("name", "role", "country"), "text"),
            "kind": ("person", "body", "place"),
            "aliases": ["text"],
            "lat": Maybe("number"),
            "lon": Maybe("number"),
        },
    ],
    "questions": Optional(
        [
            {
                **dict.fromkeys(("section", "text"), "text"),
                "terms": ["text"],
                "answers": ["text"],
                "open": "flag",
            }
        ]
    ),
    "rendition": Optional({"sections": ["text"], "baseline": "count"}),
    "unlisted": Optional("count"),
}

_JSON_TYPES: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "count": {"type": "integer", "minimum": 0},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
}


def shape_mistake(node: object) -> str:
    """Say where and how `node` differs from the shape of a brief, in one line; "" where it fits."""
    return next(_find_mistakes(node, BRIEF, "brief"), "")


def shape_schema(shape: Shape = BRIEF) -> dict[str, Any]:
    """Give the JSON Schema of a shape (of the whole brief.json by default)."""
    found = _schema_of(shape)
    return (
        {"$schema": SCHEMA_ID, "title": "brief.json, schema 1", **found}
        if shape is BRIEF
        else found
    )


def _find_mistakes(node: object, shape: Shape, place: str) -> Iterator[str]:
    match shape:
        case Maybe(shape=inner):
            if node is not None:
                yield from _find_mistakes(node, inner, place)
        case str():
            if not _is_of_type(node, shape):
                yield f"{place}: not {shape}"
        case tuple():
            if isinstance(node, bool) or node not in shape:
                yield f"{place}: not one of {', '.join(map(str, shape))}"
        case list():
            if not isinstance(node, list):
                yield f"{place}: not a list"
                return
            for number, item in enumerate(node):
                yield from _find_mistakes(item, shape[0], f"{place}[{number}]")
        case _:
            yield from _object_mistakes(node, shape, place)


def _object_mistakes(node: object, shape: Pairs | dict[str, Shape], place: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{place}: not an object"
        return
    if isinstance(shape, dict):
        for name in sorted(shape.keys() ^ node.keys()):
            if name in shape and isinstance(shape[name], Optional):
                continue
            yield f"{place}.{name}: {'missing' if name in shape else 'unknown'}"
    for name, item in node.items():
        inner = shape.shape if isinstance(shape, Pairs) else shape.get(name)
        yield from _find_mistakes(
            item, inner.shape if isinstance(inner, Optional) else inner, f"{place}.{name}"
        )


def _is_of_type(node: object, name: str) -> bool:
    """True where a decoded JSON scalar is of the named type; true and false are no numbers."""
    if name == "flag":
        return isinstance(node, bool)
    if isinstance(node, bool):
        return False
    if name == "text":
        return isinstance(node, str)
    if name == "number":
        return isinstance(node, int | float)
    return isinstance(node, int) and (name == "whole" or node >= 0)


def _schema_of(shape: Shape) -> dict[str, Any]:
    match shape:
        case Maybe(shape=inner):
            return {"anyOf": [_schema_of(inner), {"type": "null"}]}
        case Optional(shape=inner):
            return _schema_of(inner)
        case str():
            return dict(_JSON_TYPES[shape])
        case tuple():
            return {"enum": list(shape)}
        case list():
            return {"type": "array", "items": _schema_of(shape[0])}
        case Pairs(shape=inner):
            return {"type": "object", "additionalProperties": _schema_of(inner)}
        case _:
            return {
                "type": "object",
                "required": [
                    name for name, inner in shape.items() if not isinstance(inner, Optional)
                ],
                "properties": {name: _schema_of(inner) for name, inner in shape.items()},
                "additionalProperties": False,
            }
