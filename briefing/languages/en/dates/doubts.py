"""A second look at dates: what the same article dates otherwise stays open, and what a source puts
into its own square brackets dates nothing.

"The ferry went down last month" in a paper of 27 March is February by the rule, and a slip where
the paper says that the ferry sank on 3 March. Nobody can tell which is meant, so nobody is told.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.language import edtf, late
from briefing.languages.en.dates.surroundings import sentence_start
from briefing.languages.en.dates.terms import DAYTIME, WEEKDAY
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
_WEEKDAY = late.pattern(rf"{WEEKDAY}(?: {DAYTIME})?")
_SHARED_OF_YEAR = 3  # words, tried on pairs of our own
_WEEKS_BACK = 14  # days, tried on articles of our own
_NEAR = 62  # days between two datings that may be of one thing


def doubt_dates(text: str, found: Sequence[Dated], published: str | None) -> tuple[Dated, ...]:
    """The dates of a whole article, in order, those left out or open that a second look doubts."""
    looked = drop_in_retrospect(text, drop_bracketed(text, found), published)
    return drop_contradicted(text, looked)


def drop_contradicted(text: str, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates of an article, those open that a day elsewhere in it contradicts.

    A day contradicts a wider relative date in the past where it lies outside that, not far from
    it, and both sentences share a word other than small ones; a year another one where they share
    three. `found` is the whole article's, in order.
    """
    told = [one for one in found if one.edtf is not None and _is_told(text, one)]
    return tuple(
        replace(one, edtf=None) if _is_contradicted(text, one, told) else one for one in found
    )


def _is_contradicted(text: str, dated: Dated, told: Sequence[Dated]) -> bool:
    """Whether a relative date of the past is denied by a day or a year that is told elsewhere."""
    if dated.edtf is None or not _TURNED.fullmatch(text, dated.start, dated.end):
        return False
    days = [one for one in told if edtf.is_day(one.edtf or "")]
    years = [one for one in told if (one.edtf or "").isdigit()]
    return _is_denied(text, dated, days) or _is_of_other_year(text, dated, years)


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


def drop_in_retrospect(
    text: str, found: Sequence[Dated], published: str | None
) -> tuple[Dated, ...]:
    """The dates of an article, its weekdays open as long as it looks back: where the first day that
    it tells by number lies weeks before its own, and none near that has been told since ("The siege
    ended on 11 October 2024. … By Tuesday the town had no water").

    `found` is the whole article's, in order; `published` its own day, as EDTF.
    """
    if published is None or not edtf.is_valid(published):
        return tuple(found)
    own = edtf.bounds(published)[0]
    looks_back = False
    kept: list[Dated] = []
    for at, one in enumerate(found):
        weekday = _WEEKDAY.fullmatch(text, one.start, one.end) is not None
        if one.edtf is not None and not weekday:
            far = (own - edtf.bounds(one.edtf)[1]).days > _WEEKS_BACK
            looks_back = far and (looks_back or _opens_article(text, found[:at], one, own))
        kept.append(replace(one, edtf=None) if weekday and looks_back else one)
    return tuple(kept)


def _opens_article(text: str, before: Sequence[Dated], dated: Dated, own: date) -> bool:
    """Whether a day told by its number is the first that an article tells, but for its own."""
    told = [one for one in before if one.edtf != own.isoformat()]
    return not told and edtf.is_day(dated.edtf or "") and _is_told(text, dated)


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


def _is_of_other_year(text: str, dated: Dated, years: Sequence[Dated]) -> bool:
    """Whether another year is told of what "last year" tells: "The library, which opened last year
    …", and "since the library opened in 2022".
    """
    if not (dated.edtf or "").isdigit():
        return False
    words = _sentence_words(text, dated)
    return any(
        one.edtf != dated.edtf and len(words & _sentence_words(text, one)) >= _SHARED_OF_YEAR
        for one in years
    )


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
