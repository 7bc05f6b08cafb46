"""What is right in a mapping that is wrong elsewhere, so that the rest of it can still be checked
in the same run.
"""

import dataclasses
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from briefing.errors import Problem
from briefing.settings.typed import key_of

Typed = TypeVar("Typed")

_NOTHING = object()


def make_loosely(kind: type[Typed], value: object) -> Typed:
    """Make a `kind` (a dataclass of texts, numbers, lists and dataclasses) of what fits in `value`.

    What does not fit, or lacks, is filled in with something harmless: serves for nothing but
    finding more mistakes.
    """
    written: Mapping[str, Any] = value if isinstance(value, dict) else {}
    hints = typing.get_type_hints(kind)
    made: dict[str, Any] = {}
    for field in dataclasses.fields(cast("Any", kind)):
        found = written.get(key_of(field.name), _NOTHING)
        optional = (
            field.default is not dataclasses.MISSING
            or field.default_factory is not dataclasses.MISSING
        )
        if found is _NOTHING and optional:
            continue
        fitting = _fitting_value(hints[field.name], found)
        made[field.name] = _harmless_value(hints[field.name]) if fitting is _NOTHING else fitting
    return kind(**made)


def problems_beside(found: Iterable[Problem], told: Sequence[Problem]) -> list[Problem]:
    """Give `told` and those of `found` that say something of another place: the others only
    follow.
    """
    places = {(problem.line, problem.column) for problem in told}
    return [*told, *(problem for problem in found if (problem.line, problem.column) not in places)]


# `hint` is any annotation, and what comes back is of it.
def _fitting_value(hint: Any, value: object) -> Any:  # noqa: ANN401
    """`value` as the annotation wants it, or _NOTHING."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return _first_fitting(arguments, value)
    if origin is typing.Literal:
        return value if value in arguments else _NOTHING
    if origin is tuple and isinstance(value, list):
        return tuple(_fitting_item(arguments[0], one) for one in value)
    if dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return make_loosely(cast("type[Any]", hint), value)
    return _plain_value(hint, value)


def _first_fitting(hints: Sequence[Any], value: object) -> Any:  # noqa: ANN401 - as above
    """`value` as the first annotation of a union that it fits wants it, or _NOTHING."""
    fitting = (_fitting_value(one, value) for one in hints)
    return next((made for made in fitting if made is not _NOTHING), _NOTHING)


def _fitting_item(hint: Any, value: object) -> Any:  # noqa: ANN401 - as above
    """One of several values as the annotation wants it, or one that does no harm."""
    made = _fitting_value(hint, value)
    return _harmless_value(hint) if made is _NOTHING else made


def _plain_value(hint: Any, value: object) -> Any:  # noqa: ANN401 - as above
    """A number, a text or a switch as its type wants it, or _NOTHING."""
    if hint is int and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    fits = isinstance(hint, type) and isinstance(value, hint) and not isinstance(value, bool)
    return value if fits else _NOTHING


def _harmless_value(hint: Any) -> Any:  # noqa: ANN401 - an annotation
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType} or origin is typing.Literal:
        return arguments[0] if origin is typing.Literal else _harmless_value(arguments[0])
    if origin is tuple:
        return (_harmless_value(arguments[0]),)
    if dataclasses.is_dataclass(hint):
        return make_loosely(cast("type[Any]", hint), {})
    return 1 if hint is int else "-"
