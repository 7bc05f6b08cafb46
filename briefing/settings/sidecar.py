"""`sources.yaml` inside a source folder: what the analyst knows of an article and the file does not
say.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import Problem, UserError
from briefing.language import edtf
from briefing.settings import loose, tree, typed
from briefing.settings.config import order_problems
from briefing.settings.meaning import describe_field
from briefing.settings.settings import Reliability

NAME = "sources.yaml"
_NEAR = 80  # of 100: names of files end alike, so what is less near is another file


@dataclass(frozen=True, slots=True, kw_only=True)
class SidecarEntry:
    """One article's entry; what is absent is not known."""

    title: str | None = field(default=None, metadata=describe_field("Its headline."))
    outlet: str | None = field(default=None, metadata=describe_field("Who published it."))
    author: str | None = field(default=None, metadata=describe_field("Its byline."))
    published: str | None = field(
        default=None,
        metadata=describe_field(
            "When, as an EDTF date: `2025-11-17`, `2025-11`, `2025-11-17/2025-11-24`."
        ),
    )
    url: str | None = field(default=None, metadata=describe_field("Where it stands on the web."))
    kind: str | None = field(
        default=None, metadata=describe_field("report, analysis, opinion, interview, …")
    )
    reliability: Reliability | None = field(
        default=None, metadata=describe_field("Admiralty letter, A to F.")
    )
    note: str | None = field(
        default=None, metadata=describe_field("What a reader should know of it.")
    )
    private: bool = field(
        default=False, metadata=describe_field("Whether nothing of it is sent to an editor.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The entries of one folder by file path inside it (POSIX), and doubts that stop nothing.

    `read` knows where everything stands; None where there is no file.
    """

    entries: Mapping[str, SidecarEntry] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    read: tree.Tree | None = None


def read_sidecar(folder: Path, shown: str) -> Sidecar:
    """Read the sidecar of `folder`; `shown` is the folder's name in messages. None there: no
    entries.

    An entry whose file does not exist is a warning. Raises UserError with every mistake at its
    place: unknown key, wrong type, a date that is none, an address that is none, a path that leaves
    the folder.
    """
    path = folder / NAME
    if not path.exists():
        return Sidecar()
    known = tree.load_yaml(path, f"{shown.rstrip('/')}/{NAME}" if shown else NAME)
    if known.value is None and not known.problems:  # comments only
        return Sidecar()
    if not isinstance(known.value, dict):
        raise UserError(
            known.problem((), "a mapping from file names to what is known of them is wanted")
        )
    names, problems = list(known.value), list(known.problems)
    entries = dict(_read_entries(known, names, problems))
    problems += _check_paths(known, names)
    if problems:
        raise UserError(*order_problems(problems))
    absent = _check_absent(known, folder, names)
    return Sidecar(entries=entries, warnings=(*known.doubts, *absent), read=known)


def _read_entries(
    known: tree.Tree, names: list[str], problems: list[Problem]
) -> Iterator[tuple[str, SidecarEntry]]:
    """The entries by name; `problems` gets what is wrong with those that can't be read."""
    for name in names:
        if known.get(name) is None:
            continue  # a file name alone: nothing is supplied yet
        entry, wrong = typed.convert_mapping(SidecarEntry, known, (name,))
        checked = entry or loose.make_loosely(SidecarEntry, known.get(name))
        problems += loose.problems_beside(_check_entry(known, name, checked), wrong)
        if entry is not None:
            yield name, entry


def _check_entry(known: tree.Tree, name: str, entry: SidecarEntry) -> Iterator[Problem]:
    for item in dataclasses.fields(entry):
        value = getattr(entry, item.name)
        if isinstance(value, str) and not value.strip():
            yield known.problem(
                (name, item.name), f"{item.name!r} is blank", "leave it out where it is not known"
            )
    if entry.published and not edtf.is_valid(entry.published):
        advice = "write 2025-11-17, 2025-11, or a range 2025-11-17/2025-11-24"
        yield known.problem((name, "published"), f"{entry.published!r} is not a date", advice)
    if entry.url and not entry.url.startswith(("https://", "http://")):
        message = f"{entry.url!r} is not a web address"
        yield known.problem((name, "url"), message, "it begins with https://")


def _check_paths(known: tree.Tree, names: list[str]) -> Iterator[Problem]:
    for name in names:
        if name.startswith("/") or ".." in name.split("/"):
            yield known.problem(
                (name,), f"{name!r} leaves the folder", "name files of this folder", key=True
            )


def _check_absent(known: tree.Tree, folder: Path, names: list[str]) -> Iterator[Problem]:
    beside: list[str] = []
    for name in names:
        if not (folder / name).is_file():
            beside = beside or [item.relative_to(folder).as_posix() for item in folder.rglob("*")]
            advice = (
                typed.suggest_near(name, beside, _NEAR) or "put it there, or take the entry out"
            )
            yield known.problem(
                (name,), f"there is no file {name!r}", advice, key=True, severity="warning"
            )
