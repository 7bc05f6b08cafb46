"""Mailboxes: many letters in one file, one behind the other (mbox)."""

import re
from functools import partial

from briefing.ingest.item import Item
from briefing.ingest.parts import ContainerPart, cap_parts

_BEGINS = re.compile(
    rb"^From \S+(?: at \S+)? +[A-Z][a-z]{2},? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}) "
    rb"[^\r\n]{0,60}\d:\d\d[^\r\n]{0,60}\r?\n(?=[!-9;-~]{1,80}:|>From )",
    re.MULTILINE,
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def list_parts(item: Item) -> list[ContainerPart]:
    """Give each letter of a mailbox; nothing where it holds one, which then is the file itself.

    A letter begins at a line `From …` with weekday, day and hour, where a header follows; `>From`
    at the start of a line inside a letter is `From`.
    """
    starts = [found.start() for found in _BEGINS.finditer(item.data)]
    if len(starts) < 2:  # noqa: PLR2004 - one letter is no box
        return []
    ends = [*starts[1:], len(item.data)]
    parts = [
        ContainerPart(
            name=f"{number}.eml", size=0, take=partial(_cut_letter, item.data, start, end)
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    return cap_parts(parts, f" letters of {len(parts):,}")


def _cut_letter(data: bytes, start: int, end: int) -> bytes:
    whole = _ESCAPED.sub(rb"\1", data[start:end].split(b"\n", 1)[-1])
    head = whole.split(b"\n\n", 1)[0].lower()
    return whole if b"mime-version:" in head else b"MIME-Version: 1.0\n" + whole
