"""What stands before an article's first words: front matter, and the dateline of an agency."""

import re
from dataclasses import dataclass

from briefing.ingest import dateline
from briefing.ingest.clean.page import Line
from briefing.model import Known, Mark, Span

_FENCE = re.compile(r"-{3,}\s*")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):\s*(?P<value>.*)")
_MOST_PAIRS = 60
_KEYS = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "source": "outlet",
    "url": "url",
    "link": "url",
    "canonical": "url",
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’-]*(?:[ /,]{1,2}[A-Z][\w.'’-]*){0,5})"
    rf"(?P<day>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    r"(?: ?\((?P<agency>[A-Z][\w /.&-]{1,30})\))? ?(?:—|–|--|-) ?(?=\S)"
)
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOpening:
    """Facts by field (title, author, published, outlet, url) and the marks over the words."""

    facts: dict[str, Known]
    marks: tuple[Mark, ...]


def front_matter(lines: tuple[Line, ...]) -> ArticleOpening:
    """Read `key: value` lines between two lines of dashes at the very start of a text.

    Values are taken as plain words, quotation marks off; lists and nested values are passed over.
    Without a closing line, or with a line that is no pair, there is no front matter.
    """
    nothing = ArticleOpening(facts={}, marks=())
    if not lines or lines[0].start != 0 or not _FENCE.fullmatch(lines[0].text):
        return nothing
    facts: dict[str, Known] = {}
    for line in lines[1 : _MOST_PAIRS + 2]:
        if _FENCE.fullmatch(line.text):
            mark = Mark(start=0, end=line.end, kind="metadata", reason="front matter")
            return ArticleOpening(facts=facts, marks=(mark,))
        pair = _PAIR.fullmatch(line.text)
        if pair is None and not line.text.startswith(("-", "#")):
            return nothing
        if pair and (field := _KEYS.get(pair["key"].casefold())) and field not in facts:
            facts.update(_stated_fact(field, pair, line))
    return nothing


def _stated_fact(field: str, pair: re.Match[str], line: Line) -> dict[str, Known]:
    value = pair["value"].strip().strip("\"'")
    if field == "published":
        day = next(iter(dateline.find_days(value)), None)
        value = day.isoformat() if day else ""
    if not value or value[0] in "[{|>":
        return {}
    evidence = (Span(start=line.start, end=line.end),)
    return {field: Known(value=value, basis="stated", note="front matter", evidence=evidence)}


def read_agency(lines: tuple[Line, ...]) -> ArticleOpening:
    """Read "PLACE, 3 March (Agency) —" before the first prose; the agency counts as the author.

    A place alone must be in capitals; with a date or an agency any capitalised name will do.
    """
    line = next((line for line in lines if line.prose), None)
    match = line and _DATELINE.match(line.text[:_LONGEST])
    if not line or not match:
        return ArticleOpening(facts={}, marks=())
    if not (match["place"].isupper() or match["day"] or match["agency"]):
        return ArticleOpening(facts={}, marks=())
    facts: dict[str, Known] = {}
    span = Span(start=line.start, end=line.start + len(match.group().rstrip()))
    day = next(iter(dateline.find_days(match["day"] or "")), None)
    if day:
        facts["published"] = Known(
            value=day.isoformat(), basis="stated", note="dateline", evidence=(span,)
        )
    if match["agency"]:
        facts["author"] = Known(
            value=match["agency"], basis="stated", note="dateline", evidence=(span,)
        )
    return ArticleOpening(
        facts=facts,
        marks=(
            Mark(
                start=span.start,
                end=span.end,
                kind="dateline",
                reason="says where and by whom it was filed",
            ),
        ),
    )
