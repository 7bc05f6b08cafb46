"""The config as the last run could read it: whom to tell when it can't be read any more.

A copy stands beside the editions, as the diary does. Where they are, a config that is no YAML can't
say; its line `output: …` still may, else they are looked for where they are by default.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefing.errors import UserError, WorkError
from briefing.settings import Settings, read_config
from briefing.state import atomic, editions

_OUTPUT = re.compile(r"^output[ \t]*:[ \t]*([^#\r\n]+)", re.MULTILINE)
_USUAL = "output"


def keep_config(settings: Settings) -> None:
    """Keep a copy of a config that is right; a disk that doesn't take it is no failure."""
    path = _copy_path(settings.path, settings.output)
    with suppress(OSError, UserError, WorkError):
        content = settings.path.read_bytes()
        if not path.exists() or path.read_bytes() != content:
            atomic.make_folder(path.parent)
            atomic.write_atomically(path, content, 0o600)


def known_settings(config: Path) -> Settings | None:
    """The settings of the last run that could read them; None where there is no copy."""
    for output in _output_folders(config):
        path = _copy_path(config, output)
        with suppress(OSError, UserError):
            made = read_config(path)[0]
            below = os.path.relpath(made.output, path.parent)
            base = config.absolute().parent
            return replace(
                made, path=config.absolute(), base=base, output=Path(os.path.normpath(base / below))
            )
    return None


def _copy_path(config: Path, output: Path) -> Path:
    return output / editions.FOLDER / f"last-{config.name}"


def _output_folders(config: Path) -> Iterator[Path]:
    """The folders in which the editions of a config may be, likeliest first."""
    base, text = config.absolute().parent, ""
    with suppress(OSError):
        text = config.read_bytes().decode("utf-8", "replace")
    for found in _OUTPUT.findall(text):
        yield base / found.strip().strip("\"'")
    yield base / _USUAL
