"""Bytes of what stages make, and back: JSON without names, laid out by the types' own declarations.

A dataclass becomes the list of its fields, a union of dataclasses a pair of place and list, bytes
their base64, a set the list of its members in order, a Decimal its digits; everything else is
JSON's own. Reading never runs anything that stands in the data,
which is why this is not pickle. Two programs whose types differ have different `shape`s, and a
shape belongs into the key under which a result is kept.
"""

import json
import types
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from briefing import digest

T = TypeVar("T")

_Turn = Callable[[Any], Any] | None  # None: JSON has it as it is
_PLAIN = (str, int, float, bool, type(None))
_AS_TEXT: Mapping[Any, tuple[_Turn, _Turn]] = {
    bytes: (lambda value: b64encode(value).decode(), b64decode),
    Decimal: (str, Decimal),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec(Generic[T]):
    """Encodes and decodes values of one type; `shape` is a digest of everything in its layout."""

    shape: str
    pack: _Turn
    unpack: _Turn

    def encode(self, value: T) -> bytes:
        """`value` as bytes; equal values give equal bytes."""
        packed = self.pack(value) if self.pack else value
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )

    def decode(self, data: bytes) -> T:
        """The value that `encode` had. Raises ValueError for bytes of another shape."""
        try:
            packed = json.loads(data.decode("utf-8", "surrogatepass"))
            return cast("T", self.unpack(packed) if self.unpack else packed)
        except (TypeError, KeyError, IndexError, ArithmeticError) as error:
            message = f"not of this type: {error}"
            raise ValueError(message) from error


# `kind` is a type, a union or an alias: no annotation says that.
def make_codec(kind: Any) -> Codec[Any]:  # noqa: ANN401
    """The codec of a type made of the model's dataclasses, tuples, sets, mappings, unions
    and scalars.

    Raises TypeError for a type that it can't lay out. Make it once, outside of loops.
    """
    shapes: list[str] = []
    pack, unpack = _make_turns(kind, shapes)
    return Codec(shape=digest.of_fields(shapes), pack=pack, unpack=unpack)


def _make_turns(kind: Any, shapes: list[str]) -> tuple[_Turn, _Turn]:  # noqa: ANN401
    """How to pack and unpack `kind`, and append its layout to `shapes`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _PLAIN or origin is Literal:
        shapes.append(repr(kind))
        return None, None
    if kind in _AS_TEXT:
        shapes.append(kind.__name__)
        return _AS_TEXT[kind]
    if is_dataclass(kind):
        return _record_turns(cast("type[Any]", kind), shapes)
    if origin in (types.UnionType, Union):
        return _union_turns(arguments, shapes)
    return _many_turns(kind, shapes)


def _many_turns(kind: Any, shapes: list[str]) -> tuple[_Turn, _Turn]:  # noqa: ANN401
    """How to pack and unpack what holds several."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_turns(arguments, shapes)
    if origin is frozenset:
        return _set_turns(arguments[0], shapes)
    if origin is not None and issubclass(origin, Mapping) and arguments[0] is str:
        shapes.append("mapping")
        return _mapping_turns(*_make_turns(arguments[1], shapes))
    message = f"no layout for {kind!r}"
    raise TypeError(message)


def _record_turns(kind: type[Any], shapes: list[str]) -> tuple[_Turn, _Turn]:
    """Lay out a dataclass field by field, in their order."""
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    shapes.append(f"{kind.__qualname__}({','.join(names)})")
    turns = [_make_turns(hints[name], shapes) for name in names]
    packs = tuple((name, turn[0]) for name, turn in zip(names, turns, strict=True))
    # Filling the slots directly is what a frozen dataclass's own __init__ does, without its
    # detours.
    fills = tuple(kind.__dict__[name].__set__ for name in names)
    unpacks = tuple((place, turn[1]) for place, turn in enumerate(turns) if turn[1])
    count, make = len(names), object.__new__

    def pack(value: Any) -> list[Any]:  # noqa: ANN401
        return [
            turn(getattr(value, name)) if turn else getattr(value, name) for name, turn in packs
        ]

    def unpack(packed: Any) -> Any:  # noqa: ANN401
        if not isinstance(packed, list) or len(packed) != count:
            message = f"not a {kind.__qualname__}"
            raise TypeError(message)
        made = make(kind)
        for place, turn in unpacks:
            packed[place] = turn(packed[place])
        for fill, value in zip(fills, packed, strict=True):
            fill(made, value)
        return made

    return pack, unpack


def _tuple_turns(arguments: tuple[Any, ...], shapes: list[str]) -> tuple[_Turn, _Turn]:
    """Lay out a tuple: of one type and any length, or of a fixed row of types."""
    shapes.append(f"tuple {len(arguments)} {Ellipsis in arguments}")
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[T, ...]
        pack, unpack = _make_turns(arguments[0], shapes)
        return (
            (lambda value: [pack(item) for item in value]) if pack else None,
            (lambda packed: tuple([unpack(item) for item in packed])) if unpack else _check_row,
        )
    turns = [_make_turns(argument, shapes) for argument in arguments]
    packs, unpacks = _whole_turns(turns)
    return (
        lambda value: [pack(item) for pack, item in zip(packs, value, strict=True)],
        lambda packed: tuple([unpack(item) for unpack, item in zip(unpacks, packed, strict=True)]),
    )


def _set_turns(kind: Any, shapes: list[str]) -> tuple[_Turn, _Turn]:  # noqa: ANN401
    """Lay out a set of what can be put in order."""
    shapes.append("set")
    pack, unpack = _make_turns(kind, shapes)
    return (
        (lambda value: [pack(item) for item in sorted(value)]) if pack else sorted,
        lambda packed: frozenset(map(unpack, _check_row(packed)) if unpack else _check_row(packed)),
    )


def _whole_turns(
    turns: Sequence[tuple[_Turn, _Turn]],
) -> tuple[list[Callable[[Any], Any]], list[Callable[[Any], Any]]]:
    """How to pack and unpack each; a turn that changes nothing where JSON has a value as it is."""
    packs = [pack or _same_value for pack, _ in turns]
    return packs, [unpack or _same_value for _, unpack in turns]


def _check_row(packed: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(packed, list):
        message = "not a row"
        raise TypeError(message)
    return tuple(packed)


def _mapping_turns(pack: _Turn, unpack: _Turn) -> tuple[_Turn, _Turn]:
    """Lay out a mapping from strings; its order is kept."""
    return (
        (lambda value: {key: pack(item) for key, item in value.items()}) if pack else dict,
        (lambda packed: {key: unpack(item) for key, item in packed.items()}) if unpack else None,
    )


def _union_turns(arguments: tuple[Any, ...], shapes: list[str]) -> tuple[_Turn, _Turn]:
    """Lay out `X | None` as X or null, several dataclasses as [place, fields], scalars as they
    are.
    """
    shapes.append(f"union {len(arguments)} {type(None) in arguments}")
    kinds = [kind for kind in arguments if kind is not type(None)]
    turns = [_make_turns(kind, shapes) for kind in kinds]
    if all(turn == (None, None) for turn in turns):
        return None, None
    packs, unpacks = _whole_turns(turns)
    if len(kinds) == 1:
        return _optional_turns(packs[0], unpacks[0])
    if not all(map(is_dataclass, kinds)):
        message = f"no layout for a union of {kinds!r}"
        raise TypeError(message)
    places = {kind: place for place, kind in enumerate(kinds)}
    return _optional_turns(
        lambda value: [places[type(value)], packs[places[type(value)]](value)],
        lambda packed: unpacks[packed[0]](packed[1]),
    )


def _optional_turns(
    pack: Callable[[Any], Any], unpack: Callable[[Any], Any]
) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """The turns of what may be None, which stays so."""
    return (
        lambda value: None if value is None else pack(value),
        lambda packed: None if packed is None else unpack(packed),
    )


def _same_value(value: Any) -> Any:  # noqa: ANN401
    return value
