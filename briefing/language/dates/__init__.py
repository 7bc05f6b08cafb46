"""Date expressions of English news: where they stand and which day, month or year they mean."""

import re

from briefing.language.dates.words import MONTHS, words
from briefing.model import Dated, Document

__all__ = ["bracket", "find", "resolve", "words"]

_FULL = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b")


def find(text: str, start: int, end: int) -> tuple[Dated, ...]:
    """Give the date expressions of `text[start:end]`; what needs the article's date has no `edtf`."""
    return tuple(
        Dated(
            start=m.start(),
            end=m.end(),
            edtf=f"{m[3]}-{MONTHS.index(m[2]) + 1:02d}-{int(m[1]):02d}",
            relative=False,
        )
        for m in _FULL.finditer(text, start, end)
        if 1 <= int(m[1]) <= 28
    )


def resolve(document: Document, start: int, end: int) -> tuple[Dated, ...]:
    """Give the date expressions of a stretch, resolved against the document's own date."""
    return find(document.text, start, end)


def bracket(edtf: str) -> str:
    """Give the words that stand in an inserted bracket: "[17 November 2025]"."""
    return f"[{words(edtf)}]"
