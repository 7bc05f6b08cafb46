"""The bytes of a settings file as text, or the place where they stop being text."""

import re
import stat
from pathlib import Path

from briefing.errors import Problem, UserError, refusal_reason

LARGEST = 16_000_000
"""Bytes; a settings file beyond this is something else by mistake."""

_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_file(path: Path, shown: str) -> str:
    """The text of the file at `path`; `shown` is its name in messages.

    A byte-order mark goes, line ends stay. Raises UserError where there is no such file, it is a
    pipe or device, can't be read, is larger than `LARGEST` or is not UTF-8.
    """
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise UserError(  # a pipe would keep everybody waiting
                _file_problem(shown, 0, 0, "is a pipe, socket or device", "put a file there")
            )
        data = path.read_bytes() if status.st_size <= LARGEST else None
    except FileNotFoundError:
        raise UserError(
            _file_problem(shown, 0, 0, "there is no such file", _nearby_file(path))
        ) from None
    except IsADirectoryError:
        raise UserError(_file_problem(shown, 0, 0, "is a folder; a file is wanted")) from None
    except (OSError, ValueError) as error:
        raise UserError(
            _file_problem(shown, 0, 0, f"can't be read: {refusal_reason(error)}")
        ) from None
    if data is None:
        raise UserError(_file_problem(shown, 0, 0, f"is larger than {LARGEST // 1_000_000} MB"))
    return decode_bytes(data, shown)


def decode_bytes(data: bytes, shown: str) -> str:
    """As `read_file`, of bytes that are already read."""
    wide = _WIDE.get(data[:2])
    if wide:
        raise UserError(_file_problem(shown, 1, 1, f"the file is {wide}", "save it as UTF-8"))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        byte = data[error.start]
        raise UserError(
            _file_problem(
                shown,
                *place_offset(before, len(before)),
                f"byte 0x{byte:02x} is not UTF-8",
                "save the file as UTF-8",
            )
        ) from None
    return text


def refuse_text(text: str, shown: str) -> None:
    """Raise UserError where `text` is blank or holds a character that YAML forbids."""
    if not text.strip():
        raise UserError(_file_problem(shown, 1, 1, "the file is empty"))
    found = _FORBIDDEN.search(text)
    if found:
        message = f"control character {find_forbidden(text)}"
        raise UserError(
            _file_problem(shown, *place_offset(text, found.start()), message, "take it out")
        )


def find_forbidden(text: str) -> str:
    """The first character that YAML forbids, as `U+0007`; '' where there is none."""
    found = _FORBIDDEN.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def place_offset(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of the code point at `offset`."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def _nearby_file(path: Path) -> str:
    """Name a YAML file beside a missing one, where there is exactly one."""
    try:
        beside = sorted(
            entry.name for entry in path.parent.iterdir() if entry.suffix in {".yaml", ".yml"}
        )
    except OSError:
        return f"the folder {path.parent} is missing too" if not path.parent.exists() else ""
    return f"did you mean {beside[0]}?" if len(beside) == 1 else ""


def _file_problem(shown: str, line: int, column: int, message: str, advice: str = "") -> Problem:
    return Problem(path=shown, line=line, column=column, message=message, advice=advice)
