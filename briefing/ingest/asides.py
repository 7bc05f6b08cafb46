"""What a reader sets aside from the text of a line: note marks and struck-out words.

A reader puts them between signs of ours while it gathers a line, and cuts them out at the end, so
that marks can say where they stood.
"""

from collections.abc import Iterable

from briefing.language import late
from briefing.model import Mark

NOTE, STRUCK = "\x10", "\x11"
"""Signs on both sides of a note mark, and of struck-out words; no text may hold them otherwise."""

Aside = tuple[int, str, str]
"""Where in its line something stood (offset, code points), "note" or "struck", and its words."""

_ASIDE = late.pattern(f"({NOTE}|{STRUCK})([^{NOTE}{STRUCK}]*)\\1")
_SAID = {"note": "a note mark stood here", "struck": "words stood here that are struck out"}
_MOST_SAID = 60


def cut_asides(line: str) -> tuple[str, tuple[Aside, ...]]:
    """A line without what stands between our signs, and what that was. Single spaces stay
    single.
    """
    if NOTE not in line and STRUCK not in line:
        return line, ()
    found: list[Aside] = []
    pieces: list[str] = []
    length = at = 0
    for match in _ASIDE.finditer(line):
        piece = line[at : match.start()]
        if piece.endswith(" ") and line[match.end() : match.end() + 1] in {" ", ""}:
            piece = piece[:-1]
        pieces.append(piece)
        length += len(piece)
        found.append((length, "note" if match[1] == NOTE else "struck", match[2]))
        at = match.end()
    return "".join((*pieces, line[at:])), tuple(found)


def strip_signs(text: str) -> str:
    """A text without our signs, where it had any of its own."""
    return text.replace(NOTE, "").replace(STRUCK, "")


def drop_asides(text: str) -> str:
    """A text without what stands between our signs, and without the signs."""
    return _ASIDE.sub("", text) if NOTE in text or STRUCK in text else text


def aside_marks(found: Iterable[Aside], start: int) -> list[Mark]:
    """The marks for what was cut out of the line that begins at `start`; they cover nothing."""
    return [
        Mark(
            start=start + at,
            end=start + at,
            kind=kind,
            reason=f"{_SAID[kind]}: {words[:_MOST_SAID]}",
        )
        for at, kind, words in found
    ]
