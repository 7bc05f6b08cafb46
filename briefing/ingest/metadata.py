"""What an article says of itself: title, outlet, author, date, translation, and its caveats.

Every fact carries the words that show it. What the words leave open stays None: an outlet that an
article merely mentions is not its outlet, and a file's clock is no date of publication.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.ingest import bylines, dateline, mastheads
from briefing.ingest.clean.page import Line
from briefing.language import wordlist
from briefing.model import Known, Mark, Span

_PATTERNS = wordlist.patterns("en", "words/stated_patterns")
_CRAWLED = _PATTERNS["crawled"]
_BY = _PATTERNS["by"]
_WITH_JOB = _PATTERNS["with_job"]
_PAIR = _PATTERNS["pair"]
_TOLD = _PATTERNS["told"]
_TOLD_BY_SHORT = _PATTERNS["told_by_short"]
_TRANSLATED = _PATTERNS["translated"]
_ORIGINALLY = _PATTERNS["originally"]
_SUPPORT = _PATTERNS["support"]
_UNVOUCHED = _PATTERNS["unvouched"]
_CORRECTS = wordlist.patterns("en", "words/corrections")["corrects"]
_AUTHORS_OWN = _PATTERNS["authors_own"]
_LABEL_KINDS = wordlist.read("en", "words/kinds").table()
_LABELS = frozenset({"title", "metadata", "heading"})
# "Opinion: …", "… | Analysis" aside: a label opens its line and is set apart, or is all of it.
_LABELLED = re.compile(
    rf"(?i:[\s#*]*(?P<label>{'|'.join(sorted(map(re.escape, _LABEL_KINDS), key=len, reverse=True))})"
    r"(?:\s*[:|–—]\s|\s-\s|\s*$))"
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_BETWEEN = re.compile(r"\s[·•|–—/]\s")
_FEWEST_POSTS = 3  # days on lines of their own from which a text is one of dated posts
_MOST_IN_LABEL = 14  # words of a line of labels over an article
_MOST_IN_BYLINE = 24
_WORDS = wordlist.read("en", "words/stated")
_NO_HOUSE = _WORDS.words("no house")
_ARTICLE = _WORDS.entries("article")[0] + " "
(_WROTE,) = _WORDS.entries("before a writer")
(_TRANSLATION,) = _WORDS.entries("translated")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """What the text says of itself, and the marks over the words that say it."""

    outlet: Known | None = None
    author: Known | None = None
    published: Known | None = None
    updated: Known | None = None
    marks: tuple[Mark, ...] = ()


def stated_facts(text: str, lines: tuple[Line, ...]) -> StatedFacts:
    """Read date prefix, stand-alone dates and bylines; the marks keep the cleaner off them."""
    prefix = _date_prefix(text, lines[0].start if lines else 0)
    top = _before_prose(lines)
    dates = _date_lines(lines, top)
    byline = _read_byline(lines, top, text)
    house = _read_masthead(lines, top, text)
    published = prefix.published or dates.published or house.published or byline.published
    if dates.published and house.published and dates.published.value != house.published.value:
        published = prefix.published
    over = (*prefix.marks, *dates.marks, *house.marks)
    marks = (*over, *(mark for mark in byline.marks if mark not in over))
    named = byline.outlet or house.outlet
    return replace(
        byline,
        outlet=named,
        published=published,
        updated=dates.updated,
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
    )


def stated_outlet(
    text: str, lines: tuple[Line, ...], known: Known | None, marks: Iterable[Mark]
) -> Known | None:
    """The outlet that the text states: by its translator's line, its byline, its own appeals.

    An outlet that speakers "told" something is the article's own only where they are spoken of by
    pronoun or surname there (an interview; "a source told X" relays), where no other outlet was
    told anything, and then it is inferred unless a byline or an appeal names it too.
    """
    if known:
        return known
    named = [_group_of(match, "who") for mark in marks if mark.kind == "disclaimer"
             for match in _house_names(text, mark)]  # fmt: skip
    if named:
        value, span = named[0]
        return Known(
            value=value,
            basis="stated",
            note="named where the article says who brought it",
            evidence=(span,),
        )
    told = [(match, *_group_of(match, "who")) for match in _told_outlets(text)]
    names = {value for _, value, _ in told}
    own = [
        (value, span)
        for match, value, span in told
        if _TOLD_BY_SHORT.search(text[max(0, match.start() - 50) : match.start()])
    ]
    appeals = {_group_of(match, "who")[0] for line in lines if (match := _SUPPORT.match(line.text))}
    for value, span in own or [(value, span) for _, value, span in told]:
        if value in appeals:
            return Known(
                value=value,
                basis="stated",
                note="spoken to in the article and named in its appeal",
                evidence=(span,),
            )
    if len(names) == 1 and own and _is_titled(text, *own[0]):
        value, span = own[0]
        return Known(
            value=value, basis="inferred", note=f'a speaker "told {value}"', evidence=(span,)
        )
    return None


def _told_outlets(text: str) -> Iterator[re.Match[str]]:
    """The places where somebody "told" a name; a pattern that begins with letters is found the
    quickest.
    """
    return (
        match
        for match in _TOLD.finditer(text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    )


def _is_titled(text: str, value: str, span: Span) -> bool:
    """Whether a name is written as a title ("The …" inside a sentence) and is no agency's or
    city's.
    """
    return text.startswith(_ARTICLE, span.start) and value.casefold() not in _NO_HOUSE


def is_translation(text: str, marks: Iterable[Mark]) -> bool:
    """Whether a disclaimer calls the article a translation."""
    return any(
        mark.kind == "disclaimer" and _TRANSLATION in text[mark.start : mark.end].casefold()
        for mark in marks
    )


def find_caveats(text: str, marks: Iterable[Mark]) -> tuple[str, ...]:
    """The disclaimers that a reader of the brief must know, word for word."""
    said = (text[mark.start : mark.end] for mark in marks if mark.kind == "disclaimer")
    return tuple(
        line
        for line in said
        if _UNVOUCHED.search(line.casefold())
        or "translat" in line.casefold()
        or _CORRECTS.search(line.casefold())
    )


def _label_lines(text: str, marks: Iterable[Mark]) -> Iterator[Span]:
    """The lines that may label an article: the first of the text, its title, what stands about
    it.
    """
    first = len(text) - len(text.lstrip())
    stop = text.find("\n", first)
    yield Span(start=first, end=stop if stop >= 0 else len(text))
    yield from (Span(start=m.start, end=m.end) for m in marks if m.kind in _LABELS)


def stated_kind(text: str, marks: Iterable[Mark]) -> Known | None:
    """Call an article what its title or the label above it says, or an opinion where its views are
    its author's own.
    """
    marks = tuple(marks)
    for span in _label_lines(text, marks):
        labelled = _LABELLED.match(text, span.start, span.end)
        if labelled is not None:
            shown = Span(start=labelled.start("label"), end=labelled.end("label"))
            value = _LABEL_KINDS[labelled["label"].casefold()]
            return Known(value=value, basis="stated", note="it is labelled so", evidence=(shown,))
    for mark in marks:
        if mark.kind == "disclaimer" and _AUTHORS_OWN.search(
            text[mark.start : mark.end].casefold()
        ):
            span = Span(start=mark.start, end=mark.end)
            return Known(
                value="opinion",
                basis="inferred",
                note="it leaves its views to the author",
                evidence=(span,),
            )
    return None


def marked_title(text: str, marks: Iterable[Mark]) -> Known | None:
    """The line that is marked as the title, as it stands there."""
    for mark in marks:
        if mark.kind == "title":
            value = " ".join(text[mark.start : mark.end].lstrip("# ").split())
            return Known(
                value=value, basis="stated", evidence=(Span(start=mark.start, end=mark.end),)
            )
    return None


def _date_prefix(text: str, first: int) -> StatedFacts:
    """Read the date that some crawlers write before an article's first words, which begin at
    `first`.
    """
    match = _CRAWLED.match(text, first)
    if match is None or len(dateline.find_days(match[1])) != 1:
        return StatedFacts()
    evidence = Span(start=match.start(1), end=match.end(1))
    return StatedFacts(
        published=Known(
            value=match[1], basis="stated", note="the date prefix of the file", evidence=(evidence,)
        ),
        marks=(
            Mark(
                start=first, end=match.end(), kind="metadata", reason="a date put before the text"
            ),
        ),
    )


def _before_prose(lines: tuple[Line, ...]) -> range:
    first = next((index for index, line in enumerate(lines) if line.prose), len(lines))
    return range(min(first, 60))


def _date_lines(lines: tuple[Line, ...], top: range) -> StatedFacts:
    """Read lines that are nothing but a date; those over the article date it, those of an update
    never do. A text with several such days all along has posts of its own days, and none for all.
    """
    known: list[Known] = []
    updates: list[Known] = []
    days: set[str] = set()
    marks = []
    for index, line in enumerate(lines):
        printed = dateline.read_printed_date(line.text)
        if printed is not None and printed.rest and index in top:
            printed = _dated_part(line) or printed
        if printed is None or (
            printed.rest and not (index in top and printed.rest.split()[0] == _WROTE)
        ):
            continue
        marks.append(
            Mark(start=line.start, end=line.end, kind="metadata", reason="a date that stands alone")
        )
        days |= {printed.day.isoformat()} if printed.day else set()
        if index in top and printed.day:
            span = Span(start=line.start, end=line.end)
            fact = Known(value=printed.day.isoformat(), basis="stated", evidence=(span,))
            (updates if printed.updated else known).append(fact)
    one_day = len({fact.value for fact in known}) == 1 and len(days) < _FEWEST_POSTS
    return StatedFacts(
        published=known[0] if one_day else None,
        updated=updates[0] if updates else None,
        marks=tuple(marks),
    )


def _dated_part(line: Line) -> dateline.Printed | None:
    """The date that is one part of a line of labels: "Press release · No. 14 · 20 March 2025"."""
    parts = _BETWEEN.split(line.text)
    if len(parts) < 2 or line.words > _MOST_IN_LABEL:  # noqa: PLR2004 - no parts
        return None
    dates = [read for part in parts if (read := dateline.read_printed_date(part))]
    sure = [one for one in dates if not one.rest and one.day]
    return sure[0] if len(sure) == len(dates) == 1 else None


def _read_masthead(lines: tuple[Line, ...], top: range, text: str) -> StatedFacts:
    """Read the line "Outlet, date" over an article, or the outlet alone; lines that differ say
    nothing.
    """
    found = [
        (line, read)
        for line in (lines[index] for index in top)
        if (read := mastheads.read_dated_masthead(line, text))
    ]
    named = [] if found else _named_alone(lines, top)
    outlets = {read.outlet.value: read.outlet for _, read in found if read.outlet}
    outlets |= {known.value: known for _, known in named}
    days = {read.published.value: read.published for _, read in found}
    return StatedFacts(
        outlet=next(iter(outlets.values())) if len(outlets) == 1 else None,
        published=next(iter(days.values())) if len(days) == 1 else None,
        marks=tuple(
            Mark(
                start=line.start,
                end=line.end,
                kind="metadata",
                reason="says where and when it appeared",
            )
            for line in (*(line for line, _ in found), *(line for line, _ in named))
        ),
    )


def _named_alone(lines: tuple[Line, ...], top: range) -> list[tuple[Line, Known]]:
    """A paper's name on a line of its own: the first, over another line, or beside a date or
    byline.
    """
    found = []
    for index in top:
        known = mastheads.name_alone(lines[index])
        if known is None:
            continue
        near = [lines[at] for at in (index - 1, index + 1) if at in top]
        beside = any(
            dateline.read_printed_date(one.text) or _BY.fullmatch(one.text) for one in near
        )
        if beside or (index == 0 and near):
            found.append((lines[index], known))
    return found


def _read_byline(lines: tuple[Line, ...], top: range, text: str) -> StatedFacts:
    """Read "By X", "X, Staff Writer" and "Outlet – X", the last where the text names the outlet
    again.
    """
    named: Mapping[str, int] = {}
    for index, line in enumerate(lines):
        if (
            line.words > _MOST_IN_BYLINE
            or (line.closed and index not in top)
            or (index not in top and index < len(lines) - 3)
        ):
            continue
        match = _BY.fullmatch(line.text) or (
            _WITH_JOB.fullmatch(line.text) if index in top else None
        )
        if match is None:
            if found := _read_open_byline(line):
                return found
        else:
            house = mastheads.outlet_beside(*_part_behind(line, match)) if match.re is _BY else None
            return StatedFacts(
                author=_known_fact(line, match, "who"),
                outlet=house,
                published=_byline_day(line),
                marks=(_byline_mark(line),),
            )
        if found := _names_by_date(lines, index, top):
            return found
        pair = _PAIR.fullmatch(line.text) if index in top else None
        if pair:
            named = named or _count_named(text, lines)
            if found := _outlet_and_author(line, pair, named):
                return found
    return StatedFacts()


def _read_open_byline(line: Line) -> StatedFacts | None:
    """Read a byline with more in it: "Posted by X on 4 March 2025", "By X March 4 at 3 PM
    Follow".
    """
    start = bylines.names_start(line.text)
    who, end = bylines.read_names(line.text, start) if start is not None else ("", 0)
    if start is None or not who or not bylines.ends_byline(line.text, end):
        return None
    span = Span(start=line.start + start, end=line.start + start + len(who))
    return StatedFacts(
        author=Known(value=who, basis="stated", note="byline", evidence=(span,)),
        published=_byline_day(line),
        marks=(_byline_mark(line),),
    )


def _byline_day(line: Line) -> Known | None:
    """The one day that a byline names, None where it is of an update."""
    days = set(dateline.find_days(line.text)) if not dateline.is_update(line.text) else set()
    if len(days) != 1:
        return None
    whole = (Span(start=line.start, end=line.end),)
    return Known(value=days.pop().isoformat(), basis="stated", note="byline", evidence=whole)


def _names_by_date(lines: tuple[Line, ...], index: int, top: range) -> StatedFacts | None:
    """Read a line over an article that is nothing but names of persons, beside a date alone."""
    line = lines[index]
    if index not in top or not bylines.names_persons(line.text):
        return None
    beside = (lines[at].text for at in (index - 1, index + 1) if at in top)
    if not any(dateline.read_printed_date(one) for one in beside):
        return None
    span = Span(start=line.start, end=line.end)
    return StatedFacts(
        author=Known(value=line.text, basis="stated", note="byline", evidence=(span,)),
        marks=(_byline_mark(line),),
    )


def _part_behind(line: Line, match: re.Match[str]) -> tuple[str | None, int]:
    return match["what"], line.start + max(match.start("what"), 0)


def _outlet_and_author(
    line: Line, pair: re.Match[str], named: Mapping[str, int]
) -> StatedFacts | None:
    """Read "Outlet – X" where only one of the two is known as an outlet from the rest of the
    text.
    """
    for house, person in (("first", "second"), ("second", "first")):
        if pair[house] in named and pair[person] not in named and " " in pair[person]:
            return StatedFacts(
                outlet=_known_fact(line, pair, house),
                author=_known_fact(line, pair, person),
                marks=(_byline_mark(line),),
            )
    return None


def _count_named(text: str, lines: tuple[Line, ...]) -> Mapping[str, int]:
    """Count the names that speakers told something and those that ask for support."""
    told = Counter(_group_of(match, "who")[0] for match in _told_outlets(text))
    return told + Counter(
        _group_of(match, "who")[0] for match in map(_asks_support, lines) if match
    )


def _asks_support(line: Line) -> re.Match[str] | None:
    return _SUPPORT.match(line.text)


def _house_names(text: str, mark: Mark) -> list[re.Match[str]]:
    """The matches in a disclaimer that name an outlet: "The X", or a name the text repeats."""
    found = []
    for pattern in (_TRANSLATED, _ORIGINALLY):
        for match in pattern.finditer(text, mark.start, mark.end):
            name = _group_of(match, "who")[0]
            if name.startswith(_ARTICLE) or text.count(name) > 1:
                found.append(match)
    return found


def _group_of(match: re.Match[str], group: str) -> tuple[str, Span]:
    """A name without the sentence end that clings to it, its article in upper case, and its
    place.
    """
    name = match[group]
    cut = _SENTENCE_END.search(name)
    name = (name[: cut.start()] if cut else name).rstrip(".,’'")
    span = Span(start=match.start(group), end=match.start(group) + len(name))
    return (_ARTICLE + name[len(_ARTICLE) :] if name.startswith(_ARTICLE.lower()) else name), span


def _known_fact(line: Line, match: re.Match[str], group: str) -> Known:
    span = Span(start=line.start + match.start(group), end=line.start + match.end(group))
    return Known(value=match[group], basis="stated", note="byline", evidence=(span,))


def _byline_mark(line: Line) -> Mark:
    return Mark(start=line.start, end=line.end, kind="byline", reason="names the author")
