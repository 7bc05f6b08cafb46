"""Which config an output folder belongs to, so that two briefs never write over each other.

The folder keeps a small file with the path of its config, relative to the folder, so that a
project can be moved whole. A config that is gone, or that names another output by now, owns
nothing.
"""

import os
import secrets
from pathlib import Path, PurePath

MARKER = ".briefing"
_LONGEST = 4096  # bytes of a path


def other_owner(config: Path, output: Path) -> str:
    """The config (relative to `config`'s folder where it can be) that `output` belongs to.

    '' where that is `config` itself or nobody.
    """
    found = _read_owner(output)
    if found is None or not found.is_file() or found.resolve() == config.resolve():
        return ""
    if not _writes_to(found, output):
        return ""
    return PurePath(os.path.relpath(found, config.parent)).as_posix()


def claim_output(config: Path, output: Path) -> None:
    """Write down that `output`, which exists, belongs to `config`. Raises OSError."""
    written = PurePath(os.path.relpath(config.resolve(), output.resolve())).as_posix() + "\n"
    marker = output / MARKER
    if marker.is_file() and marker.read_text(encoding="utf-8", errors="replace") == written:
        return
    beside = output / f"{MARKER}.{secrets.token_hex(4)}"
    beside.write_text(written, encoding="utf-8")
    beside.replace(marker)


def _read_owner(output: Path) -> Path | None:
    try:
        written = (output / MARKER).read_bytes()[:_LONGEST].decode("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return output.resolve() / written if written and "\0" not in written else None


def _writes_to(config: Path, output: Path) -> bool:
    """Whether `config` still names `output`; one that can't be read is believed to."""
    # Read only where there is an owner to ask.
    from briefing.errors import UserError  # noqa: PLC0415
    from briefing.settings import tree  # noqa: PLC0415

    try:
        named = tree.load_yaml(config).get("output")
    except UserError:
        return True
    return (
        config.parent / (named if isinstance(named, str) else "output")
    ).resolve() == output.resolve()
