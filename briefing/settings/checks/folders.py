"""Checks of the folders that a config names.

The output and a theme lie inside the project: the config's folder. A source folder may lie
anywhere, because desks keep articles on shared drives, but then it is written in full; `..` is
refused everywhere, so that a config that was moved never reads or writes somewhere unexpected.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from briefing.errors import Problem, refusal_reason
from briefing.settings import owner
from briefing.settings.settings import Settings
from briefing.settings.tree import Steps

_LONGEST = 255  # bytes of one name, on every common file system
_WRITE_BITS = 0o222


def check_folders(settings: Settings) -> Iterator[Problem]:
    """The problems of source folders, theme and output; nothing is written to find them."""
    if settings.tree.get("sources") == []:
        yield settings.tree.problem(("sources",), "the brief has no sources")
    folders = []
    for source in settings.sources:
        path = source.options.get("path")
        if source.kind == "folder" and isinstance(path, str):
            steps = (*source.steps, "path")
            problems = _guard_path(settings, steps, path, _check_source)
            yield from problems
            if not problems:
                folders.append((settings.base / path, path))
    if settings.brief.theme:
        yield from _guard_path(settings, ("brief", "theme"), settings.brief.theme, _check_theme)
    written = settings.tree.get("output")
    path = written if isinstance(written, str) else settings.output.name
    problems = _guard_path(settings, ("output",), path, _check_output)
    yield from problems
    if not problems:
        yield from _check_apart(settings, folders)
    yield from _check_channels(settings, [folder for folder, _ in folders])


def _check_channels(settings: Settings, sources: list[Path]) -> Iterator[Problem]:
    """The problems of folders that editions are copied to: none is read, none is the output."""
    for channel in settings.channels:
        path = channel.options.get("path")
        if channel.kind != "folder" or not isinstance(path, str):
            continue

        def look(settings: Settings, steps: Steps, path: str) -> Iterator[Problem]:
            return _check_channel(settings, steps, path, sources)

        yield from _guard_path(settings, (*channel.steps, "path"), path, look)


def _check_channel(
    settings: Settings, steps: Steps, path: str, sources: list[Path]
) -> Iterator[Problem]:
    tree, folder = settings.tree, (settings.base / path).resolve()
    wrong = _why_climbing(path)
    if wrong:
        yield tree.problem(steps, wrong, "write a folder beside the config, or its full path")
    elif any(folder.is_relative_to(source.resolve()) for source in sources):
        message = f"{path!r} is read as a source"
        yield tree.problem(steps, message, "keep articles and copies of briefs apart")
    elif folder.is_relative_to(settings.output.resolve()):
        yield tree.problem(steps, f"{path!r} lies in the output", "name a folder elsewhere")
    elif folder.exists() and not folder.is_dir():
        yield tree.problem(steps, f"{path!r} is a file; a folder is wanted")
    elif not folder.exists():
        message = f"there is no folder {path!r} now: nothing is copied until there is"
        yield tree.problem(steps, message, _nearest_folder(folder), severity="warning")


def _guard_path(
    settings: Settings,
    steps: Steps,
    path: str,
    look: Callable[[Settings, Steps, str], Iterator[Problem]],
) -> list[Problem]:
    """Take what the system says of an impossible path (a NUL in it, a circle of links) for a
    mistake in it.
    """
    if not path.strip():
        return [settings.tree.problem(steps, "the folder has no name")]
    if any(len(part.encode()) > _LONGEST for part in PurePath(path).parts):
        return [
            settings.tree.problem(steps, f"no folder can have a name longer than {_LONGEST} bytes")
        ]
    try:
        return list(look(settings, steps, path))
    except (OSError, ValueError, RuntimeError) as error:
        return [settings.tree.problem(steps, f"{path!r} can't be used: {refusal_reason(error)}")]


def _check_source(settings: Settings, steps: Steps, path: str) -> Iterator[Problem]:
    tree, folder = settings.tree, settings.base / path
    wrong = _why_climbing(path)
    if wrong:
        yield tree.problem(steps, wrong, "write a folder beside the config, or its full path")
    elif not folder.exists():
        yield tree.problem(steps, f"there is no folder {path!r}", _nearest_folder(folder))
    elif not folder.is_dir():
        yield tree.problem(steps, f"{path!r} is a file; a folder is wanted")
    elif not _holds_article(folder) and _folders_alone(settings):
        yield tree.problem(
            steps, f"the folder {path!r} holds no article", "put article files into it"
        )


def _folders_alone(settings: Settings) -> bool:
    """Whether nothing but folders is read: beside a feed an empty one may wait for its first
    article.
    """
    return all(source.kind == "folder" for source in settings.sources)


def _holds_article(folder: Path) -> bool:
    """Whether some file in or below `folder` may be an article; stops at the first.

    YAML and README files and hidden ones are none, as for the folder source.
    """

    def complain(error: OSError) -> None:
        if error.filename is None or Path(error.filename) == folder:
            raise error

    for _, folders, names in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = PurePath(name)
            settings_file = (
                path.suffix.casefold() in {".yaml", ".yml"} or path.stem.casefold() == "readme"
            )
            if not name.startswith(".") and not settings_file:
                return True
    return False


def _check_theme(settings: Settings, steps: Steps, path: str) -> Iterator[Problem]:
    wrong = _why_climbing(path) or _why_outside(settings.base, path)
    if wrong:
        yield settings.tree.problem(steps, wrong, "keep the theme beside the config")
    elif not (settings.base / path).is_dir():
        yield settings.tree.problem(
            steps, f"there is no folder {path!r}", _nearest_folder(settings.base / path)
        )


def _check_output(settings: Settings, steps: Steps, path: str) -> Iterator[Problem]:
    tree, output = settings.tree, settings.output
    wrong = _why_climbing(path) or _why_outside(settings.base, path)
    if wrong:
        yield tree.problem(
            steps, wrong, "the output stays inside the project; use --output for a trial elsewhere"
        )
        return
    if settings.base.resolve().is_relative_to(output.resolve()):
        yield tree.problem(
            steps, "the output can't be the config's own folder", "name a folder below it"
        )
    refusal = why_unwritable(output)
    if refusal:
        yield tree.problem(steps, f"the output folder {path!r} {refusal}")
    other = owner.other_owner(settings.path, output)
    if other:
        message = f"the output folder {path!r} belongs to {other}"
        yield tree.problem(steps, message, "give each config an output of its own")


def _check_apart(settings: Settings, folders: list[tuple[Path, str]]) -> Iterator[Problem]:
    """Keep what is read and what is written apart: a brief must not become its own source."""
    output = settings.output.resolve()
    for folder, name in folders:
        source = folder.resolve()
        if output.is_relative_to(source):
            message = f"the output lies inside the source folder {name!r}"
            yield settings.tree.problem(("output",), message, "keep articles and brief apart")
        elif source.is_relative_to(output):
            message = f"the output holds the source folder {name!r}"
            yield settings.tree.problem(("output",), message, "keep articles and brief apart")


def why_unwritable(folder: Path) -> str:
    """Say why nothing can be written into `folder`, or '' where it can be (also: where it can be
    made).

    A folder without any write permission is taken as meant, even by root, whom the system lets in.
    """
    existing = folder
    while not os.path.lexists(existing):
        existing = existing.parent
    if not existing.is_dir():
        return (
            "is a file; a folder is wanted"
            if existing == folder
            else f"can't be made: {existing.name} is a file"
        )
    allowed = os.access(existing, os.W_OK | os.X_OK) and existing.stat().st_mode & _WRITE_BITS
    if allowed:
        return ""
    return (
        "is not writable"
        if existing == folder
        else f"can't be made: {existing.name} is not writable"
    )


def _why_climbing(path: str) -> str:
    """Say so if `path` has `..` among its parts, in either system's notation."""
    parts = {*PurePosixPath(path).parts, *PureWindowsPath(path).parts}
    return f"{path!r} leaves the project by '..'" if ".." in parts else ""


def _why_outside(base: Path, path: str) -> str:
    """Say so if `path`, links followed, lies outside `base`."""
    inside = (base / path).resolve().is_relative_to(base.resolve())
    return "" if inside else f"{path!r} lies outside the project"


def _nearest_folder(folder: Path) -> str:
    """Name the nearest folder that does exist beside a missing one."""
    from briefing.settings import typed  # noqa: PLC0415 - rapidfuzz is wanted only for a mistake

    try:
        names = [entry.name for entry in folder.parent.iterdir() if entry.is_dir()]
    except OSError:
        return ""
    return typed.suggest_near(folder.name, names)
