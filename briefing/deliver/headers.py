"""Header lines, written so that no value can begin a line of its own.

Every value is first made one line of printable text. What is not ASCII becomes encoded words (RFC
2047), each whole characters and at most 75 octets, folded at 76.
"""

import base64
import re
import unicodedata
from collections.abc import Iterable

_WIDTH = 76
_CHUNK = 45  # octets of UTF-8 in one encoded word: 60 of base64 and 12 round them
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*\Z")
_WHITE = re.compile(r"\s+")
# Format characters that words are spelt with: the joiners of Persian, Indic scripts and emoji, two
# direction marks.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")


def one_line(text: str) -> str:
    """Give `text` on one line: white space folded, control, format and unassigned characters left
    out.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as nearly all words are
    kept = (c for c in _WHITE.sub(" ", text) if c in _JOINERS or unicodedata.category(c)[0] != "C")
    return _WHITE.sub(" ", "".join(kept)).strip()


def split_free_text(text: str) -> list[str]:
    """Free text (a subject) as words to fold between; ASCII stays as it is."""
    line = one_line(text)
    return (
        line.split(" ")
        if line.isascii() and "=?" not in line and _fits_lines(line)
        else _encode_words(line)
    )


def split_display_name(text: str) -> list[str]:
    """A display name as words to fold between: bare, quoted, or encoded."""
    line = one_line(text)
    if not line:
        return []
    if not line.isascii() or "=?" in line or not _fits_lines(line):
        return _encode_words(line)
    if _ATOM.match(line):
        return line.split(" ")
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return [f'"{escaped}"'] if len(escaped) < _WIDTH else _encode_words(line)


def split_mailbox(address: str, name: str = "") -> list[str]:
    """A mailbox: a name, where there is one, and the address, which the caller has checked."""
    named = split_display_name(name)
    return (
        [*named, f"<{one_line(address).replace(' ', '')}>"]
        if named
        else [one_line(address).replace(" ", "")]
    )


def fold_header(name: str, words: Iterable[str]) -> str:
    """Give one header with its line end, folded between words; a word can't break the line whatever
    it holds.
    """
    lines, line = [], f"{name}:"
    for word in map(one_line, words):
        if len(line) + 1 + len(word) > _WIDTH and line.strip() and not line.endswith(":"):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line]) + "\r\n"


def _fits_lines(line: str) -> bool:
    """Whether no word of the line would have to be broken."""
    return all(len(word) < _WIDTH for word in line.split(" "))


def _encode_words(line: str) -> list[str]:
    """Cut a line into encoded words at characters."""
    chunks: list[bytes] = [b""]
    for char in line:
        octets = char.encode()
        if len(chunks[-1]) + len(octets) > _CHUNK:
            chunks.append(b"")
        chunks[-1] += octets
    return [f"=?utf-8?b?{base64.b64encode(chunk).decode()}?=" for chunk in chunks]
