"""Relative dates made absolute, in brackets, from the article's own date."""

import re
from collections.abc import Sequence

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, Refused, insert_text, things_inside
from briefing.language.prefilter import make_ready
from briefing.languages.en import dates as calendar
from briefing.languages.en import lexicon
from briefing.model import Dated

_EVENT = late.pattern(
    r"\b(?:previous|preceding|following|same|that|next|earlier that|later that)\s+"
    r"(?:day|date|evening|night|morning|afternoon|week|month|year)\b"
    r"|^the (?:day|evening|night|morning|week|month|year) (?:after|before)(?=,)",
    re.IGNORECASE,
)
_HOLDS_EVENT = make_ready([_EVENT])
_ORDINAL = late.pattern(r"^([0-9]{1,2})(?:st|nd|rd|th)$")
# "Earlier this month", "earlier this year": the month or the year says enough.
_SO_FAR = late.pattern(r"(?P<whole>[0-9]{4}(?:-[0-9]{2})?)-01/(?P=whole)-[0-9]{2}")
_POSSESSIVE = late.pattern(r"[’']s\b")
_MONTHS = {name[:3]: name for name in lexicon.MONTHS} | {"sept": "september"}
_DAYS_OF_WRITING = wordlist.read("en", "words/opening_uses").words("days of writing")
_PARTS = frozenset({"early", "late"})  # of a month: "the end of March" tells it as well
_NEAR = 8  # characters: "the same" may stand before the date that it is part of


def place_dates(draft: Draft) -> Draft | Refused:
    """Set the absolute date beside every expression that a reader can't place.

    What is open stays open, "in recent weeks" and the like among it. What hangs on another
    sentence's event is refused, unless that sentence comes along.
    """
    changes: list[Change] = []
    resolved: list[int] = []
    for dated in things_inside(draft.reading.dates, draft.start, draft.end):
        # What is gone stands in a dateline or another beginning that is dropped.
        if dated.edtf is None or draft.gone(dated.start):
            continue
        resolved.append(dated.start)
        if dated.relative and not _points_elsewhere(draft, dated):
            changes.append(_date_bracket(draft, dated, dated.edtf))
    alone = len(draft.sentences) == 1 and not draft.before
    hanging = _hanging_on_event(draft, resolved) if alone else ""
    if hanging:
        return Refused(reason="date hangs on another sentence", words=hanging)
    return draft.plus(changes)


def refuse_lost_days(draft: Draft) -> Draft | Refused:
    """Refuse a draft that tells a day by the day of writing alone ("today"), which nobody knows."""
    document = draft.reading.document
    if document.published is not None:
        return draft
    for dated in things_inside(draft.reading.dates, draft.start, draft.end):
        words = document.text[dated.start : dated.end]
        lost = words.lower() in _DAYS_OF_WRITING and dated.edtf is None
        if lost and not draft.gone(dated.start) and not draft.is_quoted(dated.start):
            return Refused(reason="a day of an article without a date", words=words)
    return draft


def _hanging_on_event(draft: Draft, resolved: Sequence[int]) -> str:
    """A time that is counted from an event, with no date before it here that places it; "" for
    none.
    """
    if not _HOLDS_EVENT.may_find(draft.text):
        return ""
    hanging = (
        found.group()
        for found in _EVENT.finditer(draft.text)
        if all(start > draft.start + found.start() + _NEAR for start in resolved)
    )
    return next(hanging, "")


def _points_elsewhere(draft: Draft, dated: Dated) -> bool:
    """Whether an expression points at no time of writing: "the cars of tomorrow"."""
    text = draft.reading.document.text
    ahead = text[max(0, dated.start - 4) : dated.start]
    return ahead == " of " and text[dated.start : dated.end].lower() == "tomorrow"


def _date_bracket(draft: Draft, dated: Dated, edtf: str) -> Change:
    """The bracket for one date expression: only the year where its day and month stand
    there.
    """
    document = draft.reading.document
    evidence = document.published.evidence if document.published else ()
    place = _place_behind(document.text, dated.end)
    so_far = _SO_FAR.fullmatch(edtf)
    said = calendar.date_words(so_far["whole"] if so_far else edtf)
    day, _, year = said.rpartition(" ")
    stands = document.text[dated.start : dated.end].lower()
    repeats = bool(day) and year.isdigit() and _bare_words(day) - _PARTS <= _bare_words(stands)
    return insert_text(place, f" [{year if repeats else said}]", "date", *evidence)


def _bare_words(said: str) -> frozenset[str]:
    """What a date is told by: "3rd of March" and "3 March" alike."""
    words = (_ORDINAL.sub(r"\1", word.strip(".,")) for word in said.lower().split())
    return frozenset(_MONTHS.get(word[:4] if word[:4] == "sept" else word, word) for word in words)


def _place_behind(text: str, end: int) -> int:
    """Where a bracket goes: behind "today", or behind its "’s"."""
    found = _POSSESSIVE.match(text, end)
    return found.end() if found else end
