"""The page of all options, for people."""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from briefing.registry.declared import FAMILIES, field_meanings, first_paragraph
from briefing.settings import analyst, mail, reviewed, running, settings, sidecar, theme, typed

_LABELS = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Any: "anything",
}


def options_page() -> str:
    """The page of all options, as Markdown."""
    return "\n".join(_page_lines()) + "\n"


def _page_lines() -> Iterator[str]:
    yield from ("# Options", "")
    yield (
        "<!-- Made by `python -m briefing.registry.reference docs`; a test says when it is not "
        "current. -->"
    )
    yield from ("", *_NOTES, "## config.yaml", "")
    yield from _table_lines(settings.File)
    yield from _chapter_lines(_FRAME)
    for family in FAMILIES:
        key = f"mail: {family.key}" if family.inside else family.key
        yield from (f"### `{key}`", "", family.text, "")
        for name, stage in family.kinds.items():
            yield from (f"#### `kind: {name}`", "", first_paragraph(stage), "")
            yield from _table_lines(stage, family.ours)
    yield from _chapter_lines(_POST)
    yield from ("## sources.yaml", "")
    yield from ("Inside a source folder: a mapping from a file's name to what is known of it.", "")
    yield from _table_lines(sidecar.SidecarEntry)
    yield from ("## theme.yaml", "")
    yield from (
        "Inside the folder that `brief: theme` names; files that it names lie there too.",
        "",
    )
    yield from _table_lines(theme.ThemeSettings)
    yield from _chapter_lines(_THEME)
    yield from ("## analyst.yaml", "")
    yield from (
        "Beside the config: what the analyst decides, tied to the words it was decided on.",
        "",
    )
    yield from _table_lines(analyst.Analyst)
    yield from _chapter_lines(_ANALYST)


_NOTES = (
    "Values are read as written: `06:30`, `2025-11-17` and `1.10` need no quotation marks.",
    "Unquoted `no`, `off`, `yes` and `on` are refused where text is wanted, because other programs",
    "read them as truth values.",
    "",
    "Paths are relative to the config. Output and theme stay inside its folder; a source folder",
    "elsewhere is written as a full path. `..` is refused. Two configs may share a folder if their",
    "`output` differs.",
    "",
    "A stage of your own is named `kind: package.module:Stage`: a frozen dataclass whose fields",
    "are its options. The package must be installed beside `briefing`; the config's folder is not",
    "searched for code.",
    "",
)


_FRAME: Mapping[str, Any] = {
    "brief": settings.BriefSettings,
    "outlets: each": settings.Outlet,
    "names": settings.PinnedNames,
    "names: each": settings.Name,
    "editor: every kind": running.EditorSettings,
}
_POST: Mapping[str, Any] = {
    "schedule": running.ScheduleSettings,
    "mail": mail.MailSettings,
    "alerts": running.AlertSettings,
    "signature": running.SignatureSettings,
    "desk": running.DeskSettings,
    "workers": running.WorkerSettings,
    "mail: server": mail.ServerSettings,
    "mail: recipients": mail.Recipient,
    "mail: groups": mail.MailGroup,
    "mail: cadence": mail.MailCadence,
}
_THEME: Mapping[str, Any] = {
    "colours and dark": theme.Colours,
    "fonts": theme.Fonts,
    "fonts: each": theme.FontSettings,
}
_ANALYST: Mapping[str, Any] = {
    "pin": analyst.Pin,
    "exclude": analyst.Exclude,
    "correct": analyst.Correct,
    "keep": reviewed.Keep,
    "move": reviewed.Move,
    "people": reviewed.PersonMark,
    "outlets": reviewed.OutletMark,
    "names": analyst.NameDecisions,
    "names: merge": analyst.Merge,
    "judgements": analyst.JudgementEntry,
    "judgements: cites": analyst.Cite,
}


def _chapter_lines(declarations: Mapping[str, Any]) -> Iterator[str]:
    for key, kind in declarations.items():
        yield from (f"### `{key}`", "", first_paragraph(kind), "")
        yield from _table_lines(kind)


def _table_lines(kind: Any, ours: frozenset[str] = frozenset()) -> Iterator[str]:  # noqa: ANN401
    hints = typing.get_type_hints(kind)
    texts = field_meanings(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name not in ours]
    if not fields:
        yield from ("It has no options.", "")
        return
    yield "| key | takes | default | meaning |"
    yield "|---|---|---|---|"
    for field in fields:
        cells = (
            f"`{typed.key_of(field.name)}`",
            _accepted_values(hints[field.name]),
            _default_words(field),
            texts[field.name],
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _accepted_values(hint: Any) -> str:  # noqa: ANN401
    """Say in words what an annotation accepts."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in _LABELS:
        return _LABELS[hint]
    if origin in _FORMS:
        return _FORMS[origin](arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping) and arguments[1] is not Any:
        return f"mapping from name to {_accepted_values(arguments[1])}"
    return "mapping"


def _choice_words(arguments: tuple[Any, ...]) -> str:
    return ", ".join(f"`{choice}`" for choice in arguments)


def _either_words(arguments: tuple[Any, ...]) -> str:
    return " or ".join(map(_accepted_values, _told_apart(arguments)))


def _list_words(arguments: tuple[Any, ...]) -> str:
    inner = _accepted_values(arguments[0])
    return f"list of ({inner})" if " or " in inner else f"list of {inner}"


_FORMS: Mapping[Any, Callable[[tuple[Any, ...]], str]] = {
    typing.Literal: _choice_words,
    typing.Union: _either_words,
    types.UnionType: _either_words,
    tuple: _list_words,
    list: _list_words,
}  # by an annotation's origin, how what it accepts is said


def _told_apart(arguments: Iterable[Any]) -> list[Any]:
    """Those of a union's annotations that somebody who writes YAML has a choice of, each once."""
    # Whatever is a number as well is written as text.
    silent = {type(None), int, float} if str in arguments else {type(None)}
    return [argument for argument in dict.fromkeys(arguments) if argument not in silent]


def _default_words(field: "dataclasses.Field[Any]") -> str:
    if field.default_factory is not dataclasses.MISSING or field.default in {None, "", ()}:
        return ""
    if field.default is dataclasses.MISSING:
        return "required"
    value = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
    return f"`{value}`"
