"""Texts that are no articles, told by their form: calendars, cards, keys, code, style sheets,
tables of numbers.
"""

from collections.abc import Sequence

from briefing.ingest.clean.page import Line
from briefing.language import late

_BEGINNINGS = (
    ("BEGIN:VCALENDAR", "a calendar"),
    ("BEGIN:VCARD", "a card with addresses"),
    ("-----BEGIN PGP MESSAGE", "an encrypted message"),
    ("-----BEGIN PGP SIGNATURE", "a signature"),
    ("-----BEGIN PGP PUBLIC KEY", "a key"),
    ("-----BEGIN CERTIFICATE", "a certificate"),
    ("-----BEGIN ", "a key"),
    ("#!/", "code"),
    ("%!PS", "a drawing or print file"),
    ("WEBVTT", "subtitles"),
)
_REASON = "not an article: its content is {}"
_RULE = late.pattern(
    r"[^{}\n]{1,200}\{\s*(?:[a-z-]{2,40}\s*:[^;{}\n]{1,200};?\s*)*\}?"
    r"|\s*[a-z-]{2,40}\s*:[^;{}]{1,200};|\s*\}"
)
_CODE = late.pattern(
    r"\s*(?://|/\*|\*/|#!|#include|<\?php|<!--)|.*[{};]\s*(?://.*)?$|\s*[)}\]]+[;,)]*\s*$"
    r"|.*(?:=>|->|\)\s*:|\{\{)\s*$"
    r"|\s*(?:import|from|def|class|return|var|let|const|function|if|for|while|else|elif|try|except"
    r"|end|fi|done|echo|export|SELECT|INSERT|CREATE)\b[^.?!]*$"
    r"|\s*[\w.\[\]'\"]+\s*[-+*/]?=\s*\S(?:.*[^.?!])?$|\s*\[[\w.:/ -]{1,40}\]\s*$"
)
_CELLS = late.pattern(r"[,;\t|]")
_FIGURE = late.pattern(r"\s*[\"']?[-+]?[$€£]?\d[\d.,:/ %-]*[\"']?\s*$")
_TIMED = late.pattern(r"\d\d:\d\d(?::\d\d)?[.,]\d{3} --> ")
_PATCH = late.pattern(r"(?:diff --git |Index: \S+\n=+\n|--- \S.*\n\+\+\+ \S)")
_LOGGED = late.pattern(
    r"\W*(?:\d{4}[-/]\d\d[-/]\d\d[T ]|[A-Z][a-z]{2} [ \d]\d )\d\d:\d\d:\d\d\S*\s.{0,60}?"
    r"(?:\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b|\w\[\d+\]: )"
)
_SETTING = late.pattern(r"\s*(?:-\s+)?[a-z][\w.-]*:(?:\s+\S.*)?$|\s*-\s+\S+$|\s*#|\s*$")
_HEAD = late.pattern(r"\s*(?:-\s+)?[a-z][\w.-]*:\s*$")
_FEWEST = 3  # lines from which a text has a form
_MOST = 2_000  # lines that are looked at
_CODE_SHARE = 0.6
_STYLE_SHARE = 0.8
_HEAD_SHARE = 0.25  # of settings, whose heads have their values in the lines below
_TABLE_SHARE = 0.9
_MOST_PROSE = 0.2  # share of lines that are sentences up to which a text may be no prose
_WORDS_IN_CELL = 4


def tell_reason(text: str, lines: Sequence[Line]) -> str | None:
    """Say why a text is no article, or give None where it may be one.

    What it is must show in most of its lines; sentences among them, beyond one line in five, speak
    for an article. Nothing is told by a file's name or declared type.
    """
    start = text[:4096].lstrip("\ufeff \t\r\n")
    for beginning, what in _BEGINNINGS:
        if start.startswith(beginning):
            return _REASON.format(what)
    if _PATCH.match(start):
        return _REASON.format("changes of a program's text")
    seen = lines[:_MOST]
    if len(seen) < _FEWEST:
        return None
    what = _form_of([one.text for one in seen], sum(one.prose for one in seen) / len(seen))
    return _REASON.format(what) if what else None


def _form_of(lines: Sequence[str], prose: float) -> str:
    """Name the form that most lines have, empty where none has most."""
    if sum(map(_is_timed, lines)) * 5 > len(lines):
        return "subtitles"
    if _matching_share(_LOGGED, lines) >= _STYLE_SHARE:
        return "a program's log"
    if prose > _MOST_PROSE:
        return ""
    if _matching_share(_RULE, lines) >= _STYLE_SHARE:
        return "a style sheet"
    if _matching_share(_CODE, lines) >= _CODE_SHARE:
        return "code"
    heads = _matching_share(_HEAD, lines)
    if heads >= _HEAD_SHARE and _matching_share(_SETTING, lines) >= _TABLE_SHARE:
        return "settings of a program"
    return "a table of figures" if _is_table(lines) else ""


def _is_timed(line: str) -> bool:
    return _TIMED.match(line) is not None


def _matching_share(form: late.Pattern, lines: Sequence[str]) -> float:
    return sum(form.match(one[:400]) is not None for one in lines) / len(lines)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether lines are rows of as many short cells, figures among them."""
    rows = [_CELLS.split(one[:2000].rstrip()) for one in lines]
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=widths.count)
    # A column is none.
    if usual < 2 or widths.count(usual) < _TABLE_SHARE * len(rows):  # noqa: PLR2004
        return False
    cells = [cell for row in rows for cell in row]
    short = sum(len(cell.split()) <= _WORDS_IN_CELL for cell in cells)
    figures = sum(_FIGURE.match(cell) is not None for cell in cells)
    return short >= _TABLE_SHARE * len(cells) and figures * 5 >= len(cells)
