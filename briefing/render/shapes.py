"""The shapes of JSON values: how values of the model are written and read back, what does not fit,
and the JSON Schema.

A dataclass is an object with exactly its fields, in their order; a tuple is a list, a mapping an
object with free names, `X | None` is X or null, a `Literal` one of its words. What is published
otherwise than declared stands in a `Layout`. Nothing here knows which types those are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import getdoc
from typing import Any, Protocol

Node = Any  # decoded JSON, before anything is known of it
Names = Mapping[str, str]  # what a statement's key is written as

_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "count": {"type": "integer", "minimum": 0},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer"},
    "name": {"type": "string"},
}


class Shape(Protocol):
    """One kind of JSON value, and the values of the model that it stands for."""

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401 - of the shape's own type
        """A value as what `json.dumps` takes."""

    def read(self, node: Node, /) -> Any:  # noqa: ANN401 - of the shape's own type
        """The value that was written as `node`, in which no mistake is found."""

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say where, from `place` on, and how `node` does not fit, a line for each mistake."""

    def describe(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """The JSON Schema, and put those of objects into `definitions`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a dataclass is published otherwise than it is declared.

    `renamed` gives published names by the declared ones. The fields of a `spread` field stand in
    the object itself, `absent` ones nowhere. A `later` field is one that older programs did not
    write, a `sparse` one stands there only where it isn't its default; both are read as the default
    where they are absent. With a `form`, values are written as that type, which `publish` makes of
    them, and `recover` makes them of it again.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    spread: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    sparse: tuple[str, ...] = ()
    form: type[Any] | None = None
    publish: Callable[[Any], Any] | None = None
    recover: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """Text, a number or a flag; a `name` is a text that names a statement."""

    word: str

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401
        """The value; a statement's key as the statement's id."""
        return names.get(value, value) if self.word == "name" else value

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The node itself."""
        return node

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say that a node is of another type."""
        if not _fits_scalar(node, self.word):
            yield f"{place}: not {'text' if self.word == 'name' else self.word}"

    def describe(self, _definitions: dict[str, Any], /) -> dict[str, Any]:
        """The type."""
        return dict(_SCHEMAS[self.word])


def _fits_scalar(node: Node, word: str) -> bool:
    """Whether a decoded JSON scalar is of the named type; true and false are no numbers."""
    if word == "flag" or isinstance(node, bool):
        return word == "flag" and isinstance(node, bool)
    if word == "number":
        return isinstance(node, int | float)
    if word in {"count", "whole"}:
        return isinstance(node, int) and (word == "whole" or node >= 0)
    return isinstance(node, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of a few words (or numbers)."""

    words: tuple[Any, ...]

    def write(self, value: Any, _names: Names, /) -> Node:  # noqa: ANN401
        """The word."""
        return value

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The word."""
        return node

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say that a node is none of the words."""
        if isinstance(node, bool) or node not in self.words:
            yield f"{place}: not one of {', '.join(map(str, self.words))}"

    def describe(self, _definitions: dict[str, Any], /) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Maybe:
    """The shape, or null for None."""

    shape: Shape

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401
        """The value, or None."""
        return None if value is None else self.shape.write(value, names)

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The value, or None."""
        return None if node is None else self.shape.read(node)

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say what does not fit, where there is anything."""
        if node is not None:
            yield from self.shape.find_mistakes(node, place)

    def describe(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """The shape's schema, or null."""
        return {"anyOf": [self.shape.describe(definitions), {"type": "null"}]}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A list of one shape, for a tuple."""

    shape: Shape

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401
        """The items as a list."""
        return [self.shape.write(item, names) for item in value]

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The items as a tuple."""
        return tuple(self.shape.read(item) for item in node)

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say what does not fit, item by item."""
        if not isinstance(node, list):
            yield f"{place}: not a list"
            return
        for number, item in enumerate(node):
            yield from self.shape.find_mistakes(item, f"{place}[{number}]")

    def describe(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """The items' schema."""
        return {"type": "array", "items": self.shape.describe(definitions)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """An object whose names are free and whose values have one shape, for a mapping."""

    shape: Shape

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401
        """The pairs in their order."""
        return {key: self.shape.write(item, names) for key, item in value.items()}

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The pairs in their order."""
        return {key: self.shape.read(item) for key, item in node.items()}

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say what does not fit, pair by pair."""
        if not isinstance(node, dict):
            yield f"{place}: not an object"
            return
        for name, item in node.items():
            yield from self.shape.find_mistakes(item, f"{place}.{name}")

    def describe(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """The values' schema."""
        return {"type": "object", "additionalProperties": self.shape.describe(definitions)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A field of an object: how it is called in JSON and in the model.

    Where it is not `required`, the model's `default` stands in for it.
    """

    key: str
    name: str
    shape: Shape
    required: bool
    sparse: bool
    default: object

    def write_into(self, node: Node, value: Any, names: Names) -> None:  # noqa: ANN401
        """Put the field of `value` into `node`."""
        item = getattr(value, self.name)
        if not (self.sparse and item == self.default):
            node[self.key] = self.shape.write(item, names)

    def read_from(self, node: Node) -> dict[str, Any]:
        """The field of `node` by its name in the model, nothing where it is absent."""
        return {self.name: self.shape.read(node[self.key])} if self.key in node else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A field whose own fields stand in the object itself."""

    name: str
    record: "Record"

    def write_into(self, node: Node, value: Any, names: Names) -> None:  # noqa: ANN401
        """Put the fields of the field of `value` into `node`."""
        node |= self.record.write(getattr(value, self.name), names)

    def read_from(self, node: Node) -> dict[str, Any]:
        """The field, made of those of `node` that are its own."""
        return {self.name: self.record.read(node)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An object with the fields of a dataclass. `flat` has every entry by its published name, those
    of spread fields in their places.
    """

    title: str
    kind: type[Any]
    layout: Layout
    members: tuple[Entry | Spread, ...]
    flat: Mapping[str, Entry]

    def write(self, value: Any, names: Names, /) -> Node:  # noqa: ANN401
        """The fields by their published names."""
        told = self.layout.publish(value) if self.layout.publish else value
        node: dict[str, Node] = {}
        for one in self.members:
            one.write_into(node, told, names)
        return node

    def read(self, node: Node, /) -> Any:  # noqa: ANN401
        """The dataclass, absent fields with their defaults."""
        given: dict[str, Any] = {}
        for one in self.members:
            given |= one.read_from(node)
        made = self.kind(**given)
        return self.layout.recover(made) if self.layout.recover else made

    def find_mistakes(self, node: Node, place: str, /) -> Iterator[str]:
        """Say which fields are missing or unknown, then what does not fit, field by field."""
        if not isinstance(node, dict):
            yield f"{place}: not an object"
            return
        for name in sorted(self.flat.keys() ^ node.keys()):
            if name not in self.flat:
                yield f"{place}.{name}: unknown"
            elif self.flat[name].required:
                yield f"{place}.{name}: missing"
        for name, item in node.items():
            if name in self.flat:
                yield from self.flat[name].shape.find_mistakes(item, f"{place}.{name}")

    def describe(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """Define the object under its type's name, and give the reference to it."""
        if self.title not in definitions:
            definitions[self.title] = None  # keeps the place of what is defined on the way
            definitions[self.title] = self.describe_whole(definitions)
        return {"$ref": f"#/$defs/{self.title}"}

    def describe_whole(self, definitions: dict[str, Any], /) -> dict[str, Any]:
        """The object's schema itself, with what its type's docstring begins with."""
        return {
            "type": "object",
            "description": " ".join((getdoc(self.kind) or "").split("\n\n")[0].split()),
            "required": [key for key, one in self.flat.items() if one.required],
            "properties": {key: one.shape.describe(definitions) for key, one in self.flat.items()},
            "additionalProperties": False,
        }
