"""A user's own stage: `kind: package.module:Stage`.

The package must be installed where `briefing` is (or be on PYTHONPATH): the config's folder is not
searched, so that opening somebody's folder never runs their code.
"""

import dataclasses
import importlib
import inspect
from collections.abc import Collection, Mapping
from typing import Any


class NotAStageError(Exception):
    """Why what a kind names can't serve, in words for the one who wrote the config."""


def find_stage(kind: str, form: type, given: Collection[str] = ()) -> type[Any]:
    """The dataclass that `kind` names; `form` is the Protocol it must conform to.

    What `form` asks for as a property may be a field or stand in the class; what is `given` to it
    when it is made must be a field.

    Raises NotAStageError where it can't be imported, is no frozen dataclass, lacks what `form` asks
    for, or has a method that doesn't take what `form`'s does. What its methods return is not
    checked before it is used.
    """
    module_name, _, name = kind.partition(":")
    if not all(part.isidentifier() for part in module_name.split(".")):
        message = f"{kind!r} names no module"
        raise NotAStageError(message)
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        message = f"{module_name!r} can't be imported: {error}"
        raise NotAStageError(message) from error
    except Exception as error:  # a module may raise anything while it is imported
        message = f"{module_name!r} fails when imported: {type(error).__name__}: {error}"
        raise NotAStageError(message) from error
    stage = getattr(module, name, None)
    if stage is None:
        message = f"{module_name!r} has no {name!r}"
        raise NotAStageError(message)
    wrong = _why_refused(stage, form, given)
    if wrong:
        message = f"{kind!r} {wrong}"
        raise NotAStageError(message)
    found: type[Any] = stage
    return found


def _why_refused(stage: object, form: type, given: Collection[str]) -> str:
    if not isinstance(stage, type) or not dataclasses.is_dataclass(stage):
        return "is not a dataclass"
    if not vars(stage)["__dataclass_params__"].frozen:
        return "is not frozen: write @dataclass(frozen=True)"
    members = _members(form)
    lacking = _find_lacking(stage, members, given)
    if lacking == ["__call__"]:
        return f"can't be called: a {form.__name__.lower()} has a __call__"
    if lacking:
        return f"lacks {', '.join(lacking)}: a {form.__name__} has them (briefing/stages.py)"
    return next((said for name in members if (said := _deaf(stage, name, members[name]))), "")


def _find_lacking(
    stage: type[Any], members: Mapping[str, Any], given: Collection[str]
) -> list[str]:
    """What of the members of a Protocol a dataclass has neither as a field nor, if it is not given
    to it, in the class.
    """
    fields = {field.name for field in dataclasses.fields(stage)}
    return [
        name
        for name, member in members.items()
        if name not in fields and (name in given or not _has(stage, name, member))
    ]


def _members(form: type) -> dict[str, Any]:
    """What a Protocol asks for, with what it takes over from another: properties first."""
    found = {
        name: member
        for one in reversed(form.__mro__)
        if one.__module__.startswith("briefing.")
        for name, member in vars(one).items()
        if isinstance(member, property)
        or (inspect.isfunction(member) and (name == "__call__" or not name.startswith("_")))
    }
    return dict(sorted(found.items(), key=lambda item: not isinstance(item[1], property)))


def _has(stage: type[Any], name: str, member: object) -> bool:
    """Whether a class itself has what a Protocol asks for; a method must be its own."""
    if isinstance(member, property):
        return hasattr(stage, name)
    return inspect.isfunction(stage.__dict__.get(name))


# `member` is a function or a property of theirs.
def _deaf(stage: type[Any], name: str, member: Any) -> str:  # noqa: ANN401
    """Say that a method doesn't take what the Protocol's does, or ""."""
    if isinstance(member, property):
        return ""
    wanted = [one.lstrip("_") for one in inspect.signature(member).parameters if one != "self"]
    try:
        inspect.signature(stage.__dict__[name]).bind(None, *wanted)
    except TypeError:
        return f"has a {name} that does not take ({', '.join(wanted)})"
    return ""
