"""A second look at dates: what the same article dates otherwise stays open, and what a source puts
into its own square brackets dates nothing.

"The ferry went down last month" in a paper of 27 March is February by the rule, and a slip where
the paper says that the ferry sank on 3 March. Nobody can tell which is meant, so nobody is told.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.language import edtf, late
from briefing.languages.en.dates.surroundings import sentence_start
from briefing.languages.en.sameness import vocabulary
from briefing.model import Dated

# Only what is past: of what lies ahead an article may tell several days.
_TURNED = late.pattern(
    r"(?i:(?:last|earlier this) (?:week|month|year|weekend)|(?:a|one|two|three) "
    r"(?:weeks?|months?|years?) ago|last (?:winter|spring|summer|autumn|fall))"
)
_STOP = late.pattern(r"[.!?](?:\s|$)|\n")
_EXPLAINED = late.pattern(r" \[(?!\W*\])")  # "[…]" only says that words were left out
_REACH = 300  # characters of a sentence that are looked at behind a date
_NEAR = 62  # days between two datings that may be of one thing


def drop_contradicted(text: str, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates of an article, those open that a day elsewhere in it contradicts.

    A day contradicts a wider relative date in the past where it lies outside that, not far from
    it, and both sentences share a word other than small ones. `found` is the whole article's, in
    order.
    """
    days = [
        one
        for one in found
        if one.edtf is not None and edtf.is_day(one.edtf) and _is_told(text, one)
    ]
    if not days:
        return tuple(found)
    return tuple(
        replace(one, edtf=None)
        if one.edtf is not None
        and _TURNED.fullmatch(text, one.start, one.end)
        and _is_denied(text, one, days)
        else one
        for one in found
    )


def drop_bracketed(text: str, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates of an article without those that it puts into square brackets of its own: whose
    they are nobody knows, and printed they would look like the brief's. What such a bracket
    explains ("on Monday [3 March]") stays open.
    """
    if "[" not in text:
        return tuple(found)
    outside = (one for one in found if not _stands_in_square(text, one))
    return tuple(
        replace(one, edtf=None) if _EXPLAINED.match(text, one.end) else one for one in outside
    )


def _stands_in_square(text: str, dated: Dated) -> bool:
    """Whether a bracket that opens ahead of a date in its line closes behind it."""
    line = text.rfind("\n", 0, dated.start) + 1
    opened = text.rfind("[", line, dated.start)
    return opened > text.rfind("]", line, dated.start)


def _is_told(text: str, dated: Dated) -> bool:
    """Whether a day is told by its number, so that it stands whatever the article's own day is."""
    return any(sign.isdigit() for sign in text[dated.start : dated.end])


def _is_denied(text: str, dated: Dated, days: Sequence[Dated]) -> bool:
    first, last = edtf.bounds(dated.edtf or "")
    words = _sentence_words(text, dated)
    for day in days:
        place = edtf.bounds(day.edtf or "")[0]
        outside = max((first - place).days, (place - last).days)
        if 0 < outside <= _NEAR and words & _sentence_words(text, day):
            return True
    return False


def _sentence_words(text: str, dated: Dated) -> frozenset[str]:
    """The words of the sentence of a date, the date aside."""
    start = sentence_start(text, max(text.rfind("\n", 0, dated.start), 0), dated.start)
    stop = _STOP.search(text, dated.end, dated.end + _REACH)
    behind = text[dated.end : stop.start() if stop else dated.end + _REACH]
    return frozenset(
        word
        for word in vocabulary(f"{text[start : dated.start]} {behind}")
        if len(word) > 3  # noqa: PLR2004
    )
