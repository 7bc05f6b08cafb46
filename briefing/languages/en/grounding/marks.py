"""Marks a statement needs: quotation marks it came from within, a full stop."""

import re
from functools import lru_cache

from briefing.language.draft import Change, Draft, Refused
from briefing.languages.en.antecedents import quotes

_LOW = re.compile("„[^„“”]*[“”]")  # a pair of its own, as German and Polish have it
_CURLY = re.compile("[“”]")
_QUOTED = re.compile(r"“([^”]*)|\"([^\"]*)\"")
_SPOKEN = (
    10  # words; so long a quotation is read as somebody's own words, and a translation's are not
)
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")


_ALL_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"][.,]?")


def mark_quotation(draft: Draft) -> Draft | Refused:
    """Give words from inside a quotation their marks; refuse where the marks can't be told.

    A statement takes whole sentences, so a quotation that runs on is closed after the last one.
    """
    if draft.reading.document.translated and any(
        len("".join(said).split()) >= _SPOKEN for said in _QUOTED.findall(draft.text)
    ):
        return Refused(reason="translated quotation")
    text = draft.reading.document.text
    passage = draft.passage
    if passage is None:
        return Refused(reason="outside a passage")
    raised = _straightened(text)
    whole = raised[passage.start : passage.end]
    before = whole[: draft.start - passage.start]
    within = whole[draft.start - passage.start : draft.end - passage.start]
    if _ALL_QUOTED.fullmatch(within) and not _is_spoken(draft):
        return Refused(reason="quotation without a known speaker")
    going_on = quotes.continues_quote(raised, passage.start, passage.end)
    if '"' in whole or (going_on and "”" not in whole):
        return _mark_straight(draft, before, within, going_on=going_on)
    before, within = _LOW.sub(_unmark_quotation, before), _LOW.sub(_unmark_quotation, within)
    if raised[passage.start : passage.end] != text[passage.start : passage.end].replace(
        "''", '"'
    ) and (
        before.count("“") != before.count("”") or within.count("“") != within.count("”") or going_on
    ):
        return Refused(reason="quotation marks can't be told")
    opened = before.count("“") - before.count("”") + going_on
    depth, lowest = opened, opened
    for mark in _CURLY.findall(within):
        depth += 1 if mark == "“" else -1
        lowest = min(lowest, depth)
    starts_inside, ends_inside = opened > 0 or lowest < 0, depth > (min(0, lowest))
    if opened > 1 or depth > 1 or lowest < -1:
        return Refused(reason="quotation marks can't be told")
    if lowest < 0 and opened <= 0 and before.strip():
        return Refused(reason="quotation marks can't be told")
    return _add_marks(
        draft,
        opening="“" if starts_inside else "",
        closing="”" if ends_inside and depth > 0 else "",
    )


_straightened = lru_cache(maxsize=2)(quotes.straightened)


def _unmark_quotation(quotation: re.Match[str]) -> str:
    """A whole quotation without marks, in as many characters."""
    return " " * len(quotation[0])


def _mark_straight(draft: Draft, before: str, within: str, *, going_on: bool) -> Draft | Refused:
    """Do the same for straight marks, which open and close by turns; `going_on`: the passage begins
    inside them.
    """
    if "“" in before + within or "”" in before + within:
        return Refused(reason="quotation marks can't be told")
    inside_before = (before.count('"') + going_on) % 2 == 1
    inside_after = (before.count('"') + within.count('"') + going_on) % 2 == 1
    doubled = "''" in draft.reading.document.text[draft.start - len(before) : draft.end]
    mark = "''" if doubled else '"'
    return _add_marks(
        draft, opening=mark if inside_before else "", closing=mark if inside_after else ""
    )


def _add_marks(draft: Draft, *, opening: str, closing: str) -> Draft | Refused:
    """Add the marks; words from inside a quotation need a known speaker."""
    if (opening or closing) and not _is_spoken(draft):
        return Refused(reason="quotation without a known speaker")
    signs = [(draft.start, sign) for sign in opening] + [(draft.end, sign) for sign in closing]
    return draft.plus(
        Change(start=place, end=place, op="mark", text=sign, rule="inside-quotation")
        for place, sign in signs
    )


def _is_spoken(draft: Draft) -> bool:
    """Whether somebody who is named or described says some of the draft's words."""
    return any(
        speech.speaker and speech.start < draft.end and draft.start < speech.end
        for speech in draft.reading.speech
    )


def close_sentence(draft: Draft) -> Draft | Refused:
    """Add a missing full stop."""
    if _ENDED.search(draft.text):
        return draft
    return draft.plus(
        (Change(start=draft.end, end=draft.end, op="mark", text=".", rule="full-stop"),)
    )
