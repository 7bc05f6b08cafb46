"""Lines that name an outlet over an article: "The Town Courier, 25 March 2026", "By A. Writer, The
Town Courier".
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefing.ingest import bylines, dateline
from briefing.ingest.clean.page import Line
from briefing.language import late, wordlist
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.names.lists import DICTIONARY, GIVEN, PLACE_HEADS, PLACES
from briefing.model import Known, Span

_PATTERNS = wordlist.patterns("en", "words/masthead_patterns")
_DATED = _PATTERNS["dated"]
_BY_PAPER = (_PATTERNS["dated_first"], _PATTERNS["in_brackets"])
_PUBLISHED_IN, _RELEASED = _PATTERNS["published_in"], _PATTERNS["released"]
_PLACE = _PATTERNS["place"]
_WORDS = wordlist.read("en", "words/mastheads")
_LAST = _WORDS.words("last")
_LAST_BELOW = _LAST | _WORDS.words("last below a title")
_AGENCIES = _WORDS.words("agencies")
_PLACE_FIRST = _WORDS.words("place first")
_NO_OUTLET = _WORDS.words("no outlet")
_NO_FIRST = _NO_OUTLET.union(MONTHS, WEEKDAYS)
_SHORTENED = late.pattern(r"[A-Z]{2,5}")
(_ARTICLE,), (_TOLD,) = _WORDS.entries("article"), _WORDS.entries("told")
_LONGEST = 100
_BEFORE_PLACE = _PATTERNS["before_place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What such a line says: the outlet (None where the name is none that papers bear), the day of
    publication.
    """

    outlet: Known | None
    published: Known


def read_dated_masthead(line: Line, text: str) -> Masthead | None:
    """Read "Outlet, date", "Place, date", "Press release – issuer, place, date" or "Published in
    Outlet on date" that fills a line, or
    "date, Outlet" and "Outlet (date)" where the name is a paper's; None where there is anything
    else or no such day.

    `text` is the whole article: a name that it speaks of as a place is none of an outlet. Behind a
    date stand sections of a site, too.
    """
    if len(line.text) > _LONGEST:
        return None
    match = (
        _DATED.fullmatch(line.text)
        or _PUBLISHED_IN.fullmatch(line.text)
        or _RELEASED.fullmatch(line.text)
        or _paper_beside_date(line)
    )
    days = dateline.find_days(match["date"]) if match else ()
    if match is None or len(days) != 1:
        return None
    date = Span(start=line.start + match.start("date"), end=line.start + match.end("date"))
    return Masthead(
        outlet=_read_name(match["name"], line.start + match.start("name"), text),
        published=Known(value=days[0].isoformat(), basis="stated", evidence=(date,)),
    )


def _paper_beside_date(line: Line) -> re.Match[str] | None:
    """Match "date, Outlet" or "Outlet (date)" that fills a line, where papers bear such a name."""
    match = next(filter(None, (one.fullmatch(line.text) for one in _BY_PAPER)), None)
    return match if match and _outlet_named(match["name"], 0) else None


def _read_name(name: str, start: int, text: str) -> Known | None:
    """The outlet that a name before a date is, None where it is a byline or may be none."""
    if bylines.names_start(name) is not None:
        return None
    return _outlet_named(name, start) or (
        _known_outlet(name, start) if _may_be_outlet(name, text) else None
    )


def name_alone(line: Line, *, below: bool) -> Known | None:
    """Read a line that is nothing but the name of a paper, told by its last word; `below` a title
    also one that titles may end with ("today"), or an agency's name.
    """
    match = _PLACE.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if match is None:
        return None
    if below and match["name"].casefold() in _AGENCIES:
        return _known_outlet(match["name"], line.start)
    return _outlet_named(match["name"], line.start, _LAST_BELOW if below else _LAST)


def name_over_date(line: Line, text: str) -> Known | None:
    """Read a name that stands over a date and a title: "The …", or to which somebody in `text` told
    something.
    """
    match = _PLACE.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if match is None or bylines.names_start(match["name"]) is not None:
        return None
    name = match["name"]
    titled = name.startswith(_ARTICLE) and " " in name and _may_be_outlet(name, text)
    told = _may_be_told(name) and re.search(rf"\b{_TOLD} {re.escape(name)}\b", text) is not None
    return _known_outlet(name, line.start) if titled or told else None


def _may_be_told(name: str) -> bool:
    """Whether a name is no label that stands over articles, and no place that is known."""
    folded = name.casefold()
    return folded not in _NO_OUTLET and folded not in PLACES


def outlet_beside(what: str | None, start: int) -> Known | None:
    """The outlet that stands behind an author's name in a byline, at offset `start`; a job or
    a town is none.
    """
    match = _PLACE.fullmatch(what or "")
    return _outlet_named(match["name"], start) if match else None


def _outlet_named(name: str, start: int, last: AbstractSet[str] = _LAST) -> Known | None:
    words = name.split()
    # A paper's noun alone names none.
    if len(words) < 2 or words[-1].casefold() not in last:  # noqa: PLR2004
        return None
    return _known_outlet(name, start)


def _known_outlet(name: str, start: int) -> Known:
    span = Span(start=start, end=start + len(name))
    return Known(value=name, basis="stated", note="byline", evidence=(span,))


def _may_be_outlet(name: str, text: str) -> bool:
    """Whether a name before a date can be an outlet's: it is no label, no person and no place.

    A place is one that is known as such, or of which the article says that something is in it. One
    word is a name only where it is a word of the language, or short and in capitals: else a town's.
    """
    folded = name.casefold()
    first, *rest = folded.split()
    if first in _NO_FIRST or folded in _NO_OUTLET or folded in PLACES:
        return False
    if name.isupper():
        named = _SHORTENED.fullmatch(name) is not None or (
            bool(rest) and first == _ARTICLE.casefold()
        )
    else:
        named = not _names_another(first, rest[-1]) if rest else first in DICTIONARY
    return named and not _is_spoken_of_as_place(name, text)


def _names_another(first: str, last: str) -> bool:
    """Whether a name of several words is a place's or a person's by its first or its last."""
    return first in _PLACE_FIRST or first in GIVEN or last in PLACE_HEADS


def _is_spoken_of_as_place(name: str, text: str) -> bool:
    """Whether a text says that something is in, at or near a name, or belongs to it."""
    named = re.compile(rf"{re.escape(name)}\b")
    return any(named.match(text, before.end()) for before in _BEFORE_PLACE.finditer(text)) or (
        re.search(rf"\b{re.escape(name)}[’']s ", text) is not None
    )
