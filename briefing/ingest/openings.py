"""What stands before an article's first words: front matter, and the dateline of an agency."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.ingest import dateline
from briefing.ingest.clean.page import Line
from briefing.language import late, wordlist
from briefing.model import Known, Mark, Span

_ADDRESS = late.pattern(r"https?://\S+")
_FENCE = late.pattern(r"-{3,}\s*")
_PAIR = late.pattern(r"(?P<key>[A-Za-z][\w -]{0,30}):\s*(?P<value>.*)")
_MOST_PAIRS = 60
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "pubdate", "date"),
    "outlet": ("outlet", "publication", "publisher", "site", "source"),
    "url": ("url", "link", "canonical", "source"),
}  # by field, the key that says it the surest first
_ITEM = late.pattern(r"\s*-\s+(?P<value>\S.*)")
_LISTED = late.pattern(r":\s*(?:\[(?!\[).*)?$")
_LINKING = late.pattern(r"\[\[|\]\]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_SMALL = "|".join(wordlist.read("en", "words/datelines").words("small"))
_DATELINE = late.pattern(
    r"(?P<place>[A-Z][\w.'’-]*(?:[ /,]{1,2}[A-Z][\w.'’-]*){0,5})"
    rf"(?P<day>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    rf"(?: ?\((?P<agency>[A-Z][\w /.&-]{{1,30}}|(?:{_SMALL})(?:/[\w-]{{2,12}})?)\))?"
    r" ?(?:—|–|--|-) ?(?=\S|$)"
)
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOpening:
    """Facts by field (title, author, published, outlet, url) and the marks over the words."""

    facts: dict[str, Known]
    marks: tuple[Mark, ...]


def front_matter(lines: tuple[Line, ...]) -> ArticleOpening:
    """Read `key: value` lines between two lines of dashes at the very start of a text.

    Values are taken as plain words, quotation marks and signs of links off; lists of them are read
    too, nested values passed over. Without a closing line, or with a line that is no pair, there is
    no front matter.
    """
    nothing = ArticleOpening(facts={}, marks=())
    end = _closing_fence(lines)
    if end is None:
        return nothing
    said = _matter_values(lines[1:end])
    if said is None:
        return nothing
    found = ((field, _matter_fact(field, said)) for field in _KEYS)
    mark = Mark(start=0, end=lines[end].end, kind="metadata", reason="front matter")
    return ArticleOpening(facts={field: fact for field, fact in found if fact}, marks=(mark,))


def _closing_fence(lines: Sequence[Line]) -> int | None:
    """Which line closes the front matter that begins a text, None where none begins or ends."""
    if not lines or lines[0].start != 0 or not _FENCE.fullmatch(lines[0].text):
        return None
    inside = range(1, min(len(lines), _MOST_PAIRS + 2))
    return next((at for at in inside if _FENCE.fullmatch(lines[at].text)), None)


def _matter_values(lines: Sequence[Line]) -> dict[str, tuple[str, Line]] | None:
    """The values by their keys, first ones first; None where a line is no part of such a list."""
    said: dict[str, tuple[str, Line]] = {}
    key = ""
    for line in lines:
        pair, item = _PAIR.fullmatch(line.text), _ITEM.fullmatch(line.text)
        if pair:
            key = pair["key"].casefold()
            said.setdefault(key, (_plain_value(pair["value"]), line))
        elif item and key:
            value = _plain_value(item["value"])
            said[key] = (", ".join(filter(None, (said[key][0], value))), said[key][1])
        elif not line.text.startswith(("-", "#")):
            return None
    return said


def _plain_value(value: str) -> str:
    """A value, or those of a list in one line, as plain words; empty for what is nested."""
    plain = value.strip()
    if plain[:1] in ("{", "|", ">"):
        return ""
    if plain.startswith("[") and plain.endswith("]") and not plain.startswith("[["):
        return ", ".join(map(_bare_words, plain[1:-1].split(",")))
    return _bare_words(plain)


def _bare_words(value: str) -> str:
    """Words without the quotation marks round them and the signs of a link between notes."""
    return _LINKING.sub("", value.strip().strip("\"'"))


def _matter_fact(field: str, said: Mapping[str, tuple[str, Line]]) -> Known | None:
    """What front matter says of a field, None where no key of it says anything that fits."""
    for key in _KEYS[field]:
        if key not in said:
            continue
        value, line = said[key]
        value = _fit_value(field, value, listed=_LISTED.search(line.text) is not None)
        if value:
            span = Span(start=line.start, end=line.end)
            return Known(value=value, basis="stated", note="front matter", evidence=(span,))
    return None


def _fit_value(field: str, value: str, *, listed: bool) -> str:
    """A value as the field has it, empty where it is none: only persons are several, a day is one
    of the calendar, an address names no outlet.
    """
    if field == "author":
        return value
    if listed:
        return ""
    if field == "published":
        day = next(iter(dateline.find_days(value)), None)
        return day.isoformat() if day else ""
    is_address = _ADDRESS.match(value) is not None
    return "" if (field == "url") != is_address and field != "title" else value


def _find_dateline(lines: Sequence[Line]) -> tuple[Line, re.Match[str]] | None:
    """The line that holds a dateline, and what it is: the first of prose, or the one over it."""
    first = next((at for at, line in enumerate(lines) if line.prose), None)
    if first is None:
        return None
    if match := _match_start(lines[first]):
        return lines[first], match
    if first and (match := _match_line(lines[first - 1])):
        return lines[first - 1], match
    return None


def _match_start(line: Line) -> re.Match[str] | None:
    """The dateline with which a line of prose begins; a place alone must be in capitals."""
    match = _DATELINE.match(line.text[:_LONGEST])
    return match if match and (match["place"].isupper() or _is_filed(match)) else None


def _match_line(line: Line) -> re.Match[str] | None:
    """The dateline that a line is; it needs a day or an agency."""
    match = _DATELINE.fullmatch(line.text[:_LONGEST])
    return match if match and _is_filed(match) else None


def _is_filed(match: re.Match[str]) -> bool:
    return bool(match["day"] or match["agency"])


def read_agency(lines: tuple[Line, ...]) -> ArticleOpening:
    """Read "PLACE, 3 March (Agency) —" before the first prose, in its line or one of its own; the
    agency counts as the author where no byline names one.

    A place alone must be in capitals; with a date or an agency any capitalised name will do.
    """
    found = _find_dateline(lines)
    if found is None:
        return ArticleOpening(facts={}, marks=())
    line, match = found
    facts: dict[str, Known] = {}
    span = Span(start=line.start, end=line.start + len(match.group().rstrip()))
    day = next(iter(dateline.find_days(match["day"] or "")), None)
    if day:
        facts["published"] = Known(
            value=day.isoformat(), basis="stated", note="dateline", evidence=(span,)
        )
    if match["agency"]:
        facts["author"] = facts["agency"] = Known(
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
