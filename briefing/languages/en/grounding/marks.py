"""Marks a statement needs: quotation marks it came from within, a full stop."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from briefing.language import late
from briefing.language.draft import Change, Draft, Refused
from briefing.languages.en.antecedents import quotes
from briefing.languages.en.leadins import is_lead_in

_LOW = late.pattern("„[^„“”]*[“”]")  # a pair of its own, as German and Polish have it
_CURLY = late.pattern("[“”]")
_QUOTED = late.pattern(r"“([^”]*)|\"([^\"]*)\"")
_SPOKEN = (
    10  # words; so long a quotation is read as somebody's own words, and a translation's are not
)
_INNER_CLOSED = late.pattern(r"[,.?!…]['’] ?[”\"]")
_INNER_OPENED = late.pattern(r"(?:^|[\s“\"(—–-])['‘’](?=\w)")
_ENDED = late.pattern(r"[.!?…][\"”’')\]]*$")


_STOPS = (".", "?", "!", "…")
_ALL_QUOTED = late.pattern(r"[“\"][^“”\"]*[”\"][.,]?")


def mark_quotation(draft: Draft) -> Draft | Refused:
    """Give words from inside a quotation their marks; refuse where the marks can't be told.

    A statement takes whole sentences, so a quotation that runs on is closed after the last one.
    """
    if draft.reading.document.translated and _quotes_long(draft.text):
        return Refused(reason="translated quotation")
    if _cuts_inner(draft.text):
        return Refused(reason="a quotation inside another is cut")
    passage = draft.passage
    if passage is None:
        return Refused(reason="outside a passage")
    raised = _straightened(draft.reading.document.text)
    before, within = raised[passage.start : draft.start], raised[draft.start : draft.end]
    if _ALL_QUOTED.fullmatch(within.strip()) and not _is_spoken(draft):
        return Refused(reason="quotation without a known speaker")
    going_on = quotes.continues_quote(raised, passage.start, passage.end)
    whole = raised[passage.start : passage.end]
    if '"' in whole or (going_on and "”" not in whole):
        return _mark_straight(draft, before, within, going_on=going_on)
    told = whole == draft.reading.document.text[passage.start : passage.end].replace("''", '"')
    return _mark_curly(draft, before, within, going_on=going_on, told=told)


def _cuts_inner(text: str) -> bool:
    """Whether words close a quotation inside another that they don't open: its first words, and who
    says them, stand elsewhere.
    """
    if "'" not in text and "’" not in text:
        return False
    closed = _INNER_CLOSED.search(text)
    return closed is not None and _INNER_OPENED.search(text, 0, closed.start()) is None


def _quotes_long(text: str) -> bool:
    """Whether a quotation in `text` is so long that it is read as somebody's own words."""
    return any(len("".join(said).split()) >= _SPOKEN for said in _QUOTED.findall(text))


def _open_marks(text: str) -> int:
    """How many more curly quotations open than close in `text`; below 0 where more close."""
    return text.count("“") - text.count("”")


def _mark_curly(
    draft: Draft, before: str, within: str, *, going_on: bool, told: bool
) -> Draft | Refused:
    """Add what curly marks lack; `going_on`: the passage begins inside them; `told`: they are the
    document's own and not read into its single ones.
    """
    before, within = _leave_out_low(before), _leave_out_low(within)
    if not told and (going_on or _open_marks(before) or _open_marks(within)):
        return Refused(reason="quotation marks can't be told")
    opened = _open_marks(before) + going_on
    depths = list(accumulate(map(_open_marks, _CURLY.findall(within)), initial=opened))
    if _is_tangled(depths, before):
        return Refused(reason="quotation marks can't be told")
    opening = "“" if opened > 0 or min(depths) < 0 else ""
    return _add_marks(draft, opening=opening, closing="”" if depths[-1] > 0 else "")


def _is_tangled(depths: Sequence[int], before: str) -> bool:
    """Whether quotations stand in each other, or close what nothing `before` them opened.

    `depths` is how many are open at the beginning and behind each mark.
    """
    lowest = min(depths)
    unopened = lowest < 0 and depths[0] <= 0 and bool(before.strip())
    return unopened or depths[0] > 1 or depths[-1] > 1 or lowest < -1


_straightened = lru_cache(maxsize=2)(quotes.straightened)


def _leave_out_low(text: str) -> str:
    """A text with its whole low quotations unmarked."""
    return _LOW.sub(_unmark_quotation, text) if "„" in text else text


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
    """Add a missing full stop; what introduces a list keeps its colon."""
    ended = draft.text.endswith(_STOPS) or _ENDED.search(draft.text)
    if ended or is_lead_in(draft.reading, draft.sentences[-1]):
        return draft
    return draft.plus(
        (Change(start=draft.end, end=draft.end, op="mark", text=".", rule="full-stop"),)
    )
