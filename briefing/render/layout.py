"""What types look like as JSON, worked out from their declarations once: see `shapes`."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import Field, fields
from itertools import chain
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.model import StatementName, Whole
from briefing.render.shapes import (
    Entry,
    Layout,
    ListOf,
    Maybe,
    OneOf,
    Pairs,
    Record,
    Scalar,
    Shape,
    Spread,
)

_SCALARS: Mapping[object, str] = {
    str: "text",
    int: "count",
    float: "number",
    bool: "flag",
    Whole: "whole",
    StatementName: "name",
}


# `hint` is any annotation of a published type.
def lay_out(hint: Any, layouts: Mapping[type[Any], Layout]) -> Shape:  # noqa: ANN401
    """The shape of a type, as declared and as `layouts` have it.

    Raises TypeError for a type that JSON has nothing for.
    """
    if hint in _SCALARS:
        return Scalar(word=_SCALARS[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return OneOf(words=arguments)
    if origin in (types.UnionType, Union) and types.NoneType in arguments:
        return Maybe(shape=lay_out(_inner_of(hint), layouts))
    if origin is tuple and arguments[1:] == (...,):
        return ListOf(shape=lay_out(arguments[0], layouts))
    if origin is Mapping and arguments[0] is str:
        return Pairs(shape=lay_out(arguments[1], layouts))
    if origin is not None:
        message = f"no layout for {hint!r}"
        raise TypeError(message)
    return lay_out_record(hint, layouts)


def lay_out_record(kind: type[Any], layouts: Mapping[type[Any], Layout]) -> Record:
    """The shape of a dataclass. Raises TypeError for what is none."""
    layout = layouts.get(kind, Layout())
    form = layout.form or kind
    hints = get_type_hints(form, include_extras=True)
    members = tuple(
        Spread(name=one.name, record=lay_out_record(hints[one.name], layouts))
        if one.name in layout.spread
        else Entry(
            key=layout.renamed.get(one.name, one.name),
            name=one.name,
            shape=lay_out(_hint_of(one, hints, layout), layouts),
            required=one.name not in (*layout.later, *layout.sparse),
            sparse=one.name in layout.sparse,
            default=one.default,
        )
        for one in fields(form)
        if one.name not in layout.absent
    )
    flat = dict(chain.from_iterable(map(_entries_of, members)))
    return Record(title=kind.__name__, kind=form, layout=layout, members=members, flat=flat)


def _hint_of(one: Field[Any], hints: Mapping[str, Any], layout: Layout) -> Any:  # noqa: ANN401
    """The type of a field; a sparse one is never null: it isn't there."""
    hint = hints[one.name]
    return _inner_of(hint) if one.name in layout.sparse and one.default is None else hint


def _inner_of(hint: Any) -> Any:  # noqa: ANN401
    """X of `X | None`."""
    (inner,) = (one for one in get_args(hint) if one is not types.NoneType)
    return inner


def _entries_of(member: Entry | Spread) -> Iterable[tuple[str, Entry]]:
    return member.record.flat.items() if isinstance(member, Spread) else [(member.key, member)]
