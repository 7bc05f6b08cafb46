"""Lines that name an outlet over an article: "The Town Courier, 25 March 2026", "By A. Writer, The
Town Courier".
"""

import re
from dataclasses import dataclass

from briefing.ingest import dateline
from briefing.ingest.clean.page import Line
from briefing.model import Known, Span

_WORD = r"[A-Z\u00c0-\u00de][\w'’.&-]*"
_NAME = rf"{_WORD}(?: (?:of|the|and|&|{_WORD})){{0,5}}"
_DATED = re.compile(
    rf"(?P<name>{_NAME}) ?[,|·•–—-] ?(?P<date>(?:\w{{3,9}},? )?[\w.]{{1,10}}[ -][\w.]{{1,10}},?[ -]\d{{4}})\.?"
)
_PLACE = re.compile(rf"(?P<name>{_NAME})")
_LAST = frozenset("""
times telegraph mirror mail express herald post independent tribune standard courier gazette chronicle journal news
echo star sun globe observer guardian examiner inquirer enquirer dispatch bulletin record register review monitor daily
weekly argus advertiser sentinel citizen ledger reporter voice paper newspaper magazine messenger mercury leader
""".split())  # fmt: skip
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What such a line says: the outlet (None where the name is none that papers bear), the day of
    publication.
    """

    outlet: Known | None
    published: Known


def read_dated_masthead(line: Line) -> Masthead | None:
    """Read "Outlet, date" or "Place, date" that fills a line; None where there is anything else or
    no such day.
    """
    match = _DATED.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    days = dateline.find_days(match["date"]) if match else ()
    if match is None or len(days) != 1:
        return None
    date = Span(start=line.start + match.start("date"), end=line.start + match.end("date"))
    return Masthead(
        outlet=_outlet_named(match["name"], line.start + match.start("name")),
        published=Known(value=days[0].isoformat(), basis="stated", evidence=(date,)),
    )


def outlet_beside(what: str | None, start: int) -> Known | None:
    """Give the outlet that stands behind an author's name in a byline, at offset `start`; a job or
    a town is none.
    """
    match = _PLACE.fullmatch(what or "")
    return _outlet_named(match["name"], start) if match else None


def _outlet_named(name: str, start: int) -> Known | None:
    words = name.split()
    if len(words) < 2 or words[-1].casefold() not in _LAST:  # noqa: PLR2004 - a paper's noun alone names none
        return None
    return Known(
        value=name,
        basis="stated",
        note="byline",
        evidence=(Span(start=start, end=start + len(name)),),
    )
