"""Values that pages, feeds and files declare, as plain words or as facts."""

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest import dateline
from briefing.model import Known

LONGEST = 300
"""Characters of a declared value that are read."""

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_UNSPOKEN = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0xFEFF], " "
)


def clean_value(value: str) -> str:
    """Give a declared value as one line of plain words: no direction marks, no control
    characters.
    """
    plain = value[: 10 * LONGEST]
    if not plain.isascii():
        plain = plain.translate(_UNSPOKEN)
    if not plain.isprintable():
        plain = "".join(sign if sign.isprintable() else " " for sign in plain)
    return " ".join(plain.split())


def plain_words(value: str) -> str:
    """Declared text as plain words: some put entities and even markup into it."""
    if "<" in value or "&" in value:
        parsed = LexborHTMLParser(value[: 10 * LONGEST]).body
        value = parsed.text() if parsed is not None else ""
    return clean_value(value)[:LONGEST]


def declared_day(value: str) -> str | None:
    """The day that a machine-readable or printed date names, as EDTF, or None."""
    match = _ISO.match(value[:LONGEST])
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return None
    named = dateline.find_days(value[:LONGEST])
    return named[0].isoformat() if named else None


def first_words(value: object) -> str:
    """What linked data say, of several things the first, as plain words; empty for no words."""
    if isinstance(value, list) and value:
        value = value[0]
    return plain_words(value) if isinstance(value, str) else ""


def state_value(value: str, field: str) -> Known | None:
    """What the page states in a field; None where that is nothing."""
    return (
        Known(value=value, basis="stated", note=f"declared by the page ({field})")
        if value
        else None
    )
