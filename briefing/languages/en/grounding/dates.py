"""Relative dates made absolute, in brackets, from the article's own date."""

import re

from briefing.languages.en import dates as calendar
from briefing.languages.en import lexicon
from briefing.languages.en.grounding.draft import Change, Draft, Refused, inside
from briefing.model import Dated

_EVENT = re.compile(
    r"\b(?:previous|preceding|following|same|that|next|earlier that|later that)\s+"
    r"(?:day|evening|night|morning|afternoon|week|month|year)\b",
    re.IGNORECASE,
)
_PART = re.compile(rf"\s+of\s+(?:{'|'.join(lexicon.MONTHS)})\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s\b")
_NEAR = 8  # characters: "the same" may stand before the date that it is part of
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
    resolved: list[int] = []
    for dated in inside(draft.reading.dates, draft.start, draft.end):
        covered.append((dated.start, dated.end))
        if dated.edtf is not None:
            resolved.append(dated.start)
        if dated.relative and not _elsewhere(draft, dated):
            changes.append(_bracket(draft, dated))
    for found in _EVENT.finditer(text):
        place = draft.start + found.start()
        told = any(
            start <= place + _NEAR for start in resolved
        )  # it hangs on a date that stands here
        if len(draft.sentences) == 1 and not draft.before and not told:
            return Refused(reason="date hangs on another sentence")
    changes.extend(
        _as_of(draft, draft.start + found.end())
        for found in _LOOSE.finditer(text)
        if not _overlaps(covered, draft.start + found.start(), draft.start + found.end())
    )
    return draft.plus(changes)


def _elsewhere(draft: Draft, dated: Dated) -> bool:
    """Tell whether an expression points at no time of writing.

    "The cars of tomorrow" hang on nothing; of what could not be resolved, "that day" hangs on an
    event and "the last week of March" is told by its month.
    """
    text = draft.reading.document.text
    words = text[dated.start : dated.end]
    if words.lower() == "tomorrow" and text[max(0, dated.start - 4) : dated.start] == " of ":
        return True
    return dated.edtf is None and bool(_EVENT.search(words) or _PART.match(text, dated.end))


def _overlaps(covered: list[tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether a date expression overlaps [first, last)."""
    return any(start < last and first < end for start, end in covered)


def _bracket(draft: Draft, dated: Dated) -> Change:
    """Give the bracket for one date expression."""
    document = draft.reading.document
    if dated.edtf is None:
        return _as_of(draft, _behind(document.text, dated.end))
    evidence = document.published.evidence if document.published else ()
    place = _behind(document.text, dated.end)
    return Change(
        start=place,
        end=place,
        op="insert",
        text=f" [{calendar.words(dated.edtf)}]",
        rule="date",
        evidence=evidence,
    )


def _behind(text: str, end: int) -> int:
    """Give where a bracket goes: behind "today", or behind its "’s"."""
    found = _POSSESSIVE.match(text, end)
    return found.end() if found else end


def _as_of(draft: Draft, place: int) -> Change:
    """Give "[as of August 2025]" behind an expression that points at the time of writing.

    Where nothing shows when the article was written, the bracket says that: a reader then knows
    that the day can't be told, which is more than the bare "on Monday" says.
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
