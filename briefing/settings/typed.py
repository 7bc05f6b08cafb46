"""From plain values to frozen dataclasses, with every mistake at its line and column.

A field's annotation is the rule; pydantic applies it. It is imported only when something is
checked, because that alone takes as long as an unchanged build may.
"""

import dataclasses
import itertools
import re
import types
import typing
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from briefing.errors import Problem
from briefing.settings.tree import Steps, Tree

Typed = TypeVar("Typed")

_LONGEST = 60  # characters of a value that a message repeats
_KINDS = 100  # kinds of dataclasses remembered; a config has some twenty
_NEAR = 60  # of 100; below, a suggestion puzzles more than it helps


def convert_mapping(
    kind: type[Typed],
    tree: Tree,
    steps: Steps = (),
    *,
    ignore: Iterable[str] = (),
    also: Iterable[str] = (),
) -> tuple[Typed | None, list[Problem]]:
    """Make a `kind` (a dataclass) of the mapping that stands at `steps`.

    Keys in `ignore` are somebody else's and passed over; names in `also` are suggested for a key
    that nobody knows. A trailing underscore of a field (`from_`) is not part of its key. Gives
    (None, problems) where something is wrong.
    """
    value = tree.get(*steps)
    if not isinstance(value, dict):
        return None, [
            tree.problem(steps, _expected_words(tree, steps, value, "a mapping (key: value)"))
        ]
    skipped = set(ignore)
    taken = {key: item for key, item in value.items() if key not in skipped}
    made, problems = _validate_value(kind, taken, tree, steps, tuple(also))
    depth = len(steps)
    for place, word in tree.truths.items():
        if (
            place[:depth] == steps
            and place[depth] not in skipped
            and _takes_text(kind, place[depth:])
        ):
            message = (
                f"{_step_name(place)}{word} without quotation marks is a truth value to YAML; "
                "text is wanted"
            )
            problems.append(tree.problem(place, message, f'write "{word}"'))
    return (None, problems) if problems else (made, [])


def suggest_near(name: str, known: Iterable[str], least: int = _NEAR) -> str:
    """`did you mean 'x'?` for the known name nearest to `name`, or '' where none is as near as
    `least` of 100.
    """
    names = sorted(known)
    best = process.extractOne(
        name.lower(), names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=least
    )
    return f"did you mean {best[0]!r}?" if best else ""


def one_of(names: Iterable[str]) -> str:
    """List names for a reader: `a, b or c`."""
    listed = [str(name) for name in names]
    return " or ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)


def key_of(field_name: str) -> str:
    """The YAML key of a dataclass field: Python's reserved words carry an underscore there."""
    return field_name.removesuffix("_")


def _validate_value(
    kind: type[Typed], value: Mapping[str, Any], tree: Tree, steps: Steps, also: tuple[str, ...]
) -> tuple[Typed | None, list[Problem]]:
    from pydantic import ValidationError  # noqa: PLC0415 - see the module's text

    adapter = _make_adapter(typing.cast("type", kind))
    try:
        return adapter.validate_python((value,))[0], []
    except ValidationError as error:
        found: list[Any] = error.errors(include_url=False)
    wrong = {item["loc"][1] for item in found if len(item["loc"]) > 1}
    found += _own_complaints(adapter, {key: value[key] for key in value if key not in wrong})
    return None, [
        problem
        for item in _keep_one_each(found)
        for problem in _item_problems(kind, tree, steps, item, also)
    ]


def _own_complaints(adapter: Any, value: Mapping[str, Any]) -> list[Any]:  # noqa: ANN401
    """What a class checks of itself, which waits for the types: `value` is without what those
    complain of.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - see the module's text

    try:
        adapter.validate_python((value,))
    except ValidationError as error:
        return [item for item in error.errors(include_url=False) if item["type"] == "value_error"]
    return []


@lru_cache(maxsize=_KINDS)
def _make_adapter(kind: type) -> Any:  # noqa: ANN401 - an adapter of what only its caller knows
    """Make what checks a kind, once: a config has many of one kind, and making it takes longer than
    its use.
    """
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 - see the module's text

    # A dataclass can't be given a configuration from outside, but what encloses it can, and it
    # inherits.
    config = ConfigDict(extra="forbid", alias_generator=key_of)
    return TypeAdapter(tuple[kind], config=config)  # type: ignore[valid-type]


def _keep_one_each(found: list[Any]) -> list[Any]:
    """Keep one complaint for each place: a union complains once for each of its members."""
    kept: dict[tuple[Any, ...], Any] = {}
    for item in found:
        steps = tuple(step for step in item["loc"][1:] if not _is_member(step))
        kept.setdefault(steps, {**item, "loc": steps})
    return list(kept.values())


def _is_member(step: str | int) -> bool:
    """Tell a union member's name in pydantic's path (`str`, `tuple[str, ...]`) from a key."""
    return isinstance(step, str) and (
        step in {"str", "int", "float", "bool", "none"} or "[" in step
    )


def _item_problems(
    kind: type,
    tree: Tree,
    base: Steps,
    item: Any,  # noqa: ANN401 - what the library says of a value
    also: tuple[str, ...],
) -> list[Problem]:
    """What an item says: a stage may say several things of its options, an argument of its
    ValueError each.
    """
    if item["type"] == "value_error":
        return [
            _refused_option(tree, (*base, *item["loc"]), str(said))
            for said in item["ctx"]["error"].args
        ]
    return [_item_problem(kind, tree, base, item, also)]


def _item_problem(
    kind: type,
    tree: Tree,
    base: Steps,
    item: Any,  # noqa: ANN401
    also: tuple[str, ...],
) -> Problem:
    steps: Steps = (*base, *item["loc"])
    match item["type"]:
        case "unexpected_keyword_argument":
            known = (*_known_keys(kind, item["loc"][:-1]), *(also if len(item["loc"]) == 1 else ()))
            cut = _cut_list(kind, tree, base, steps)
            advice = (
                cut or suggest_near(str(steps[-1]), known) or f"known here: {one_of(sorted(known))}"
            )
            return tree.problem(steps, f"unknown key {steps[-1]!r}", advice, key=True)
        case "missing":
            return tree.problem(steps[:-1], f"{_whole_words(steps[:-1])} lacks {steps[-1]!r}")
        case "literal_error":
            choices = [
                choice.strip("'")
                for choice in item["ctx"]["expected"].replace(" or ", ", ").split(", ")
            ]
            message = f"{_shown_value(item['input'])} is not one of {one_of(choices)}"
            return tree.problem(
                steps, _step_name(steps) + message, suggest_near(str(item["input"]), choices)
            )
        case other:
            return tree.problem(
                steps,
                _expected_words(tree, steps, item["input"], _wanted_words(other)),
                _advice_words(other, item),
            )


def _cut_list(kind: type, tree: Tree, base: Steps, steps: Steps) -> str:
    """What to write where a list without brackets ran on into keys: `{terms: this, that}`."""
    around = tree.get(*steps[:-1])
    if not isinstance(around, dict) or around[str(steps[-1])] is not None:
        return ""
    keys = list(around)
    before = [key for key in keys[: keys.index(str(steps[-1]))] if around[key] is not None]
    if not before or not isinstance(around[before[-1]], str):
        return ""
    wanted = kind
    for step in (*steps[len(base) : -1], before[-1]):
        wanted = _step_inside(wanted, step)
    if not any(typing.get_origin(member) is tuple for member in _union_members(wanted)):
        return ""
    run = itertools.takewhile(lambda key: around[key] is None, keys[keys.index(before[-1]) + 1 :])
    listed = ", ".join([str(around[before[-1]]), *run])
    return f"a list wants brackets: {before[-1]}: [{listed}]"


def _refused_option(tree: Tree, steps: Steps, message: str) -> Problem:
    """Place what a stage says of its own options: where the words stand that it quotes."""
    depth = len(steps)
    below = [(place, tree.get(*place)) for place in tree.values if place[:depth] == steps]
    for words in re.findall(r"'([^']+)'", message):
        holding = [
            (place, value) for place, value in below if isinstance(value, str) and words in value
        ]
        if holding:
            exact = next((place for place, value in holding if value == words), holding[0][0])
            return tree.problem(exact, message)
    return tree.problem(steps, message)


_WANTED = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "text",
    "tuple": "a list",
    "list": "a list",
    "dict": "a mapping (key: value)",
    "mapping": "a mapping (key: value)",
    "dataclass": "a mapping (key: value)",
}


def _wanted_words(error_type: str) -> str:
    return _WANTED.get(error_type.split("_", 1)[0], error_type.replace("_", " "))


def _advice_words(error_type: str, item: Any) -> str:  # noqa: ANN401
    given = item["input"]
    if error_type == "tuple_type" and isinstance(given, str):
        return f"write [{given}]"
    return ""


def _expected_words(tree: Tree, steps: Steps, given: object, wanted: str) -> str:
    if given is None:
        return (
            f"nothing stands after {_last_step(steps)}; {wanted} is wanted"
            if steps
            else f"{tree.shown} holds nothing"
        )
    return f"{_step_name(steps)}{_shown_value(given)} is not {wanted}"


def _whole_words(steps: Steps) -> str:
    if not steps:
        return "the file"
    return _last_step(steps) if isinstance(steps[-1], str) else f"an entry of {_last_step(steps)}"


def _step_name(steps: Steps) -> str:
    return f"{_last_step(steps)}: " if steps else ""


def _last_step(steps: Steps) -> str:
    names = [step for step in steps if isinstance(step, str)]
    return f"{names[-1]!r}" if names else "'-'"


def _shown_value(given: object) -> str:
    if isinstance(given, dict):
        return "a mapping"
    if isinstance(given, list | tuple):
        return "a list"
    text = str(given)
    return repr(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _known_keys(kind: Any, loc: Iterable[str | int]) -> tuple[str, ...]:  # noqa: ANN401
    """The keys that the dataclass at `loc` inside `kind` knows."""
    for step in loc:
        kind = _step_inside(kind, step)
    kind = next(
        (member for member in _union_members(kind) if dataclasses.is_dataclass(member)), kind
    )
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(key_of(field.name) for field in dataclasses.fields(kind))


def _step_inside(kind: Any, step: str | int) -> Any:  # noqa: ANN401
    """Follow one step of a path through dataclasses, tuples, mappings and optional types."""
    for member in _union_members(kind):
        if dataclasses.is_dataclass(member) and isinstance(step, str):
            hints = typing.get_type_hints(member)
            return hints.get(step, hints.get(f"{step}_"))
        arguments = [argument for argument in typing.get_args(member) if argument is not Ellipsis]
        if arguments and isinstance(step, int) != _is_mapping(member):
            return arguments[-1]
    return None


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401
    origin = typing.get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _union_members(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """The members of a union, a plain type alone."""
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return typing.get_args(kind)
    return (kind,)


def _takes_text(kind: Any, steps: Steps) -> bool:  # noqa: ANN401
    """Whether the annotation at `steps` inside `kind` takes text but no truth value."""
    for step in steps:
        kind = _step_inside(kind, step)
    members = _union_members(kind)
    return str in members and bool not in members
