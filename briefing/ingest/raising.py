"""Raised figures: which are marks of a note, which are powers, and which nobody can tell.

Formats that know that a figure is raised (HTML, Word, PDF) ask here what it is. Plain text then
holds a power in raised characters ("10⁶"), and no mark of a note: glued to the number before it
("12" with note 3) it would read 123.
"""

import re
from typing import Literal

from briefing.language import late

Verdict = Literal["note", "power", "plain", "open"]

_UP = str.maketrans("0123456789+-−–()=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾⁼ⁿ")
_DOWN = str.maketrans("0123456789+-−–()=", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎₌")
_FIGURES = late.pattern(r"[+\-−–]?\d{1,3}[+\-−–]?|[+\-−–]")
_NUMBERS = late.pattern(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_MARK = late.pattern(
    r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3}", re.IGNORECASE
)
_BRACKETED = late.pattern(r"[\[(][^\[\]()]{1,30}[\])](?:\s?[\[(][^\[\]()]{1,30}[\])])*")
_SIGNS = late.pattern(r"[*†‡§¶#]{1,3}")
_TEN = late.pattern(r"(?<![\d.,])(?:10|2)$")
_UNIT = late.pattern(r"(?:^|[\s\d/(·.])(?:[kcdmµn]?m|mi|ft|yd|in|s|h)$")
_UNIT_POWER = late.pattern(r"[-−–]?[23]|[-−–]1")
_VARIABLE = late.pattern(r"(?:^|[\s(=+*/·-])[A-Za-z]$|=\s?[A-Za-z]{1,3}$")
_WORD_OR_STOP = late.pattern(r"(?:[^\W\d_]{3,}|[^\w\s])$")
_ROUND = late.pattern(r"(?:\d[.,  ]\d{3}|\d{3,}|\d[.,]\d+)$")
_BEFORE = 24  # characters before a raised one that say what it is


def is_mark(raised: str) -> bool:
    """Whether raised words have the form of a mark: a number, a letter or a sign, also in
    brackets.
    """
    plain = raised.strip()
    return _MARK.fullmatch(plain) is not None or _BRACKETED.fullmatch(plain) is not None


def decide_raised(before: str, raised: str, *, linked: bool = False) -> Verdict:
    """Say what is raised behind `before`: a note's mark, a power, plain letters, or open.

    `linked` says that it leads to another place of the page. Open is a figure behind a short number
    that nothing tells apart: "12" with note 3, or 12 to the power of 3.
    """
    plain, base = raised.strip(), before[-_BEFORE:]
    if _BRACKETED.fullmatch(plain) or _SIGNS.fullmatch(plain) or (linked and is_mark(plain)):
        return "note"
    if _FIGURES.fullmatch(plain):
        return _judge_figure(base, plain)
    if any(sign.isdigit() or sign in "+-−–" for sign in plain):
        return "note" if _NUMBERS.fullmatch(plain) else "plain"
    return _judge_letters(base, plain)


def _judge_letters(base: str, plain: str) -> Verdict:
    """Tell raised letters by what they stand behind."""
    return "note" if _MARK.fullmatch(plain) and _WORD_OR_STOP.search(base) else "plain"


def _judge_figure(base: str, plain: str) -> Verdict:
    """Tell a raised figure by what it stands behind."""
    if plain[-1] in "+-−–" or _TEN.search(base) or _VARIABLE.search(base):
        return "power"
    if _UNIT.search(base) and _UNIT_POWER.fullmatch(plain):
        return "power"
    if base[-1:].isdigit():
        return "note" if _ROUND.search(base) else "open"
    return "note"


def raise_figures(plain: str) -> str:
    """The same figures in raised characters ("6" as "⁶"); what has none stays."""
    return plain.translate(_UP)


def lower_figures(plain: str) -> str:
    """The same figures in lowered characters ("2" as "₂"); what has none stays."""
    return plain.translate(_DOWN)
