"""Relative dates made absolute, in brackets, from the article's own date."""

import re

from briefing.language import dates as calendar
from briefing.language.grounding.draft import Change, Draft, Refused, inside
from briefing.model import Dated

_EVENT = re.compile(
    r"\b(?:previous|preceding|following|same|that|next|earlier that|later that)\s+"
    r"(?:day|evening|night|morning|afternoon|week|month|year)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:in|over|during) (?:the )?(?:recent|past|last|coming) (?:few )?(?:hours|days|weeks|months|years)\b"
    r"|\ba few (?:days|weeks|months|years) ago\b|\brecently\b",
    re.IGNORECASE,
)


def placed(draft: Draft) -> Draft | Refused:
    """Set the absolute date beside every expression that a reader can't place.

    What points at the time of writing without a date ("in recent weeks") gets "[as of …]"; what
    hangs on another sentence's event is refused, unless that sentence comes along.
    """
    text = draft.text
    changes: list[Change] = []
    covered: list[tuple[int, int]] = []
    for dated in inside(draft.reading.dates, draft.start, draft.end):
        covered.append((dated.start, dated.end))
        if dated.relative:
            changes.append(_bracket(draft, dated))
    for found in _EVENT.finditer(text):
        place = draft.start + found.start()
        if len(draft.sentences) == 1 and not draft.before and not _covers(covered, place):
            return Refused(reason="date hangs on another sentence")
    changes.extend(
        _as_of(draft, draft.start + found.end())
        for found in _LOOSE.finditer(text)
        if not _overlaps(covered, draft.start + found.start(), draft.start + found.end())
    )
    return draft.plus(changes)


def _covers(covered: list[tuple[int, int]], place: int) -> bool:
    """Tell whether a resolved date expression covers `place`."""
    return any(start <= place < end for start, end in covered)


def _overlaps(covered: list[tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether a date expression overlaps [first, last)."""
    return any(start < last and first < end for start, end in covered)


def _bracket(draft: Draft, dated: Dated) -> Change:
    """Give the bracket for one date expression."""
    document = draft.reading.document
    if dated.edtf is None:
        return _as_of(draft, dated.end)
    evidence = document.published.evidence if document.published else ()
    return Change(
        start=dated.end,
        end=dated.end,
        op="insert",
        text=f" [{calendar.words(dated.edtf)}]",
        rule="date",
        evidence=evidence,
    )


def _as_of(draft: Draft, place: int) -> Change:
    """Give "[as of August 2025]" behind an expression that points at the time of writing.

    Where nothing shows when the article was written, the bracket says that: a reader then knows that the day can't be
    told, which is more than the bare "on Monday" says.
    """
    published = draft.reading.document.published
    if published is None:
        return Change(start=place, end=place, op="insert", text=" [undated]", rule="undated")
    return Change(
        start=place,
        end=place,
        op="insert",
        text=f" [as of {calendar.words(published.value)}]",
        rule="as-of",
        evidence=published.evidence,
    )
