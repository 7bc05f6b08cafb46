"""A user's own stage: `kind: package.module:Stage`.

The package must be installed where `briefing` is (or be on PYTHONPATH): the config's folder is not
searched, so that opening somebody's folder never runs their code.
"""

import dataclasses
import importlib
import inspect
from typing import Any


class NotAStageError(Exception):
    """Why what a kind names can't serve, in words for the one who wrote the config."""


def find(kind: str, form: type) -> type[Any]:
    """Give the dataclass that `kind` names; `form` is the Protocol it must conform to.

    Raises NotAStageError where it can't be imported, is no frozen dataclass, or its call does not
    take what `form`'s does. What it returns is not checked before it is used.
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
    wrong = _refusal(stage, form)
    if wrong:
        message = f"{kind!r} {wrong}"
        raise NotAStageError(message)
    found: type[Any] = stage
    return found


def _refusal(stage: object, form: type) -> str:
    if not isinstance(stage, type) or not dataclasses.is_dataclass(stage):
        return "is not a dataclass"
    if not stage.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        return "is not frozen: write @dataclass(frozen=True)"
    call = stage.__dict__.get("__call__")
    if not inspect.isfunction(call):
        return f"can't be called: a {form.__name__.lower()} has a __call__"
    fields = {field.name for field in dataclasses.fields(stage)}
    asked = [
        name
        for name, member in vars(form).items()
        if isinstance(member, property) and name not in fields
    ]
    if asked:
        return f"lacks the field {asked[0]!r}"
    wanted = [name for name in inspect.signature(form.__call__).parameters if name != "self"]
    try:
        inspect.signature(call).bind(None, *wanted)
    except TypeError:
        return f"has a __call__ that does not take ({', '.join(wanted)})"
    return ""
