"""What the declarations of options say of themselves: summaries, meanings, families of kinds."""

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.registry import kinds, outgoing


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFamily:
    """A part of the config that names stages: its key, what to say of it, the kinds there are.

    `ours` are fields of its stages that are no options: the files of an edition have fixed names.
    `default` is the kind of an entry that names none, "" where every entry must. `inside` names the
    type whose one field it is, where it is no part of the whole config. `single` says that it is
    one stage and no list of them.
    """

    key: str
    text: str
    kinds: Mapping[str, Callable[..., Any]]
    ours: frozenset[str] = frozenset()
    default: str = ""
    inside: str = ""
    single: bool = False


FAMILIES = (
    StageFamily(
        key="sources",
        text="Where articles come from: a list, each entry with its `kind`.",
        kinds=kinds.SOURCES,
    ),
    StageFamily(
        key="readers",
        text="Formats of your own: a list of readers, asked in their order before those that are "
        "always there. What none of them takes is read as what its content is.",
        kinds=kinds.READERS,
    ),
    StageFamily(
        key="tags",
        text="What passages are looked through for: a mapping from a tag's name to its options. "
        "`kind` is `terms` where not given.",
        kinds=kinds.TAGGERS,
        default="terms",
    ),
    StageFamily(
        key="sections",
        text="What the brief consists of: a list in reading order. `kind` is `digest` where not "
        "given. Any section may have `terms` of its own instead of `tags`.",
        kinds=kinds.SECTIONS,
        default="digest",
    ),
    StageFamily(
        key="outputs",
        text="The files to write: a list; Markdown, HTML, PDF and JSON where not given.",
        kinds={**kinds.WRITERS, **kinds.FEEDS},
        ours=kinds.OURS,
    ),
    StageFamily(
        key="courier",
        text="Who carries messages where `mail: server` doesn't: `courier` inside `mail`, with its "
        "`kind`.",
        kinds=outgoing.COURIERS,
        inside="MailSettings",
    ),
    StageFamily(
        key="editor",
        text="A model that chooses, cuts and orders what the program allows, and never writes: "
        "docs/editor.md. Off where not given.",
        kinds=kinds.EDITORS,
        single=True,
    ),
    StageFamily(
        key="channels",
        text="Where editions go beside mail: a list of chat rooms and folders, each entry with its "
        "`kind`. Each gets a released edition once, with a receipt.",
        kinds=outgoing.CHANNELS,
    ),
)


def first_paragraph(kind: Any) -> str:  # noqa: ANN401 - any dataclass, or what makes one
    """The first paragraph of a declaration's docstring."""
    return " ".join((kind.__doc__ or "").strip().split("\n\n", 1)[0].split())


def field_meanings(kind: Any) -> dict[str, str]:  # noqa: ANN401
    """Each field's meaning: its description, or the `name: meaning` lines of the docstring."""
    found = {
        field.name: str(field.metadata.get("description", "")) for field in dataclasses.fields(kind)
    }
    found |= _docstring_meanings(kind, found)
    said = {name: text or _sentence_about(kind, name) for name, text in found.items()}
    return {name: text[:1].upper() + text[1:] for name, text in said.items()}


def _docstring_meanings(kind: Any, names: Collection[str]) -> dict[str, str]:  # noqa: ANN401
    """What the `name: meaning` lines of a docstring say of names; an empty line ends a meaning."""
    found: dict[str, str] = {}
    current = ""
    for line in (kind.__doc__ or "").splitlines():
        match = re.match(r"\s*(\w+): (.*)", line)
        if match and match[1] in names:
            current = match[1]
            found[current] = match[2].strip()
        elif not line.strip():
            current = ""
        elif current:
            found[current] += f" {line.strip()}"
    return found


def _sentence_about(kind: Any, name: str) -> str:  # noqa: ANN401
    """The part of a docstring's prose that speaks of `name` in backquotes."""
    prose = " ".join((kind.__doc__ or "").split())
    parts = re.split(r"(?<=[.;]) ", prose)
    return next((part.rstrip(";") for part in parts if f"`{name}`" in part), "")
