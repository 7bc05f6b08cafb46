"""Places relative dates: against the article's own date, or against the date told before."""

from dataclasses import dataclass
from datetime import date, timedelta

from briefing.language import edtf, late
from briefing.languages.en.dates.meaning import Meaning
from briefing.languages.en.dates.scan import Expression, find_expressions
from briefing.languages.en.dates.surroundings import PlacedDate, gather_scene, sentence_start
from briefing.model import Basis, Dated, Document, Known, Span

_MONTH = late.pattern(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_UNCERTAIN = frozenset("/~X")  # marks of a range, of "about" and of an open day
_DAY_OF_MONTH = late.pattern(
    r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z]"
)
_PARAGRAPH_REACH = 20_000
_LONGEST_RANGE = 366
_SAID = late.pattern(
    r"the text says (\S+)"
)  # how a supplied date notes that the article prints another
_SLIP = 7  # days
_WIDEST_ANSWER = 45
_NARROWEST_LINE, _WIDEST_LINE = 40, 100  # characters of a line broken to a width


@dataclass(frozen=True, slots=True, kw_only=True)
class _DateAnchor:
    """The days that an article may be of; `either` of two where desk and article differ."""

    days: tuple[date, ...] = ()
    either: bool = False


def find_dates(text: str, start: int, end: int) -> tuple[Dated, ...]:
    """The date expressions of `text[start:end]`, in order, none overlapping another.

    What only the article's date could place has `edtf` None. What leads on from a date in the same
    paragraph ("the previous evening") is placed where that one is stated in full.
    """
    return _date_stretch(text, start, end, _DateAnchor())


def resolve_dates(document: Document, start: int, end: int) -> tuple[Dated, ...]:
    """The date expressions of a stretch, placed by the document's own date where it is known.

    That date may be a range of up to a year; then the answer must be the same for each of its days,
    or the days and months that come of them are given as a range. Qualified dates (`~`, `?`) and
    open ranges place nothing. The clock is never asked.
    """
    return _date_stretch(document.text, start, end, _anchor_days(document.published))


def _anchor_days(published: Known | None) -> _DateAnchor:
    """The days that relative dates may count from.

    Where the article prints another day than was supplied, and one so near that both may be right
    (written one day, put up another), nobody knows which; where it prints one of the supplied
    range, they count from that one.
    """
    days = _article_days(published.value if published else None)
    said = _SAID.fullmatch(published.note) if published and days else None
    own = _article_days(said[1]) if said else ()
    if len(own) != 1:
        return _DateAnchor(days=days)
    if own[0] in days:
        return _DateAnchor(days=own)
    near = len(days) == 1 and abs((own[0] - days[0]).days) <= _SLIP
    return _DateAnchor(days=(*days, *own), either=True) if near else _DateAnchor(days=days)


def _article_days(published: str | None) -> tuple[date, ...]:
    """Every day the article may be of, none where that isn't known well enough."""
    if published is None or set(published) & set("~?%.X") or not edtf.is_valid(published):
        return ()
    first, last = edtf.bounds(published)
    count = (last - first).days + 1
    return (
        tuple(first + timedelta(days=shift) for shift in range(count))
        if count <= _LONGEST_RANGE
        else ()
    )


def _date_stretch(text: str, start: int, end: int, anchor: _DateAnchor) -> tuple[Dated, ...]:
    """Read paragraph by paragraph, the first one from its beginning: what leads on may lead on from
    there.
    """
    found: list[Dated] = []
    first = _paragraph_start(text, start)
    while first < end:
        stop = text.find("\n", first, end)
        while 0 <= stop < end and _wraps_line(text, stop):
            stop = text.find("\n", stop + 1, end)
        stop = end if stop < 0 else stop
        paragraph = Span(start=first, end=stop)
        found.extend(
            dated for dated in _date_paragraph(text, paragraph, anchor) if dated.start >= start
        )
        first = stop + 1
    return tuple(found)


def _paragraph_start(text: str, place: int) -> int:
    reach = max(place - _PARAGRAPH_REACH, 0)
    first = text.rfind("\n", reach, place)
    while first >= 0 and _wraps_line(text, first):
        first = text.rfind("\n", reach, first)
    return first + 1 if first >= 0 else reach


def _wraps_line(text: str, place: int) -> bool:
    """Whether the line break at `place` only breaks a paragraph to a width."""
    line = text[max(place - _WIDEST_LINE, 0) : place].rpartition("\n")[2].rstrip()
    following = text[place + 1 : place + 2]
    return (
        _NARROWEST_LINE <= len(line) < _WIDEST_LINE
        and line[-1] not in '.!?:;”")’…'
        and not following.isspace()
    )


def _date_paragraph(text: str, paragraph: Span, anchor: _DateAnchor) -> list[Dated]:
    """The expressions of a paragraph in order, each placed by what stands before it, or open."""
    found: list[Dated] = []
    trail: list[PlacedDate] = []
    astray = -1
    for expression in find_expressions(text, paragraph.start, paragraph.end):
        place, basis = _place_expression(text, paragraph, expression, trail, anchor, astray)
        said = text[expression.start : expression.end]
        if place is None and _DAY_OF_MONTH.search(said):
            astray = expression.start
        if place and _leads_others(expression.meaning, place):
            trail.append(
                PlacedDate(
                    start=expression.start,
                    edtf=place,
                    stated=not expression.meaning.relative,
                    calendar=any(map(str.isdigit, said)) and "end of" not in said.lower(),
                )
            )
        found.append(
            Dated(
                start=expression.start,
                end=expression.end,
                edtf=place,
                relative=expression.meaning.relative,
                basis=basis,
            )
        )
    return found


def _leads_others(meaning: Meaning, place: str) -> bool:
    """Whether a placed expression helps to place those behind it: one that states its date, a day
    or a month.
    """
    if meaning.edtf or meaning.since:
        return True
    return edtf.is_day(place) or _MONTH.fullmatch(place) is not None


def _place_expression(
    text: str,
    paragraph: Span,
    expression: Expression,
    trail: list[PlacedDate],
    anchor: _DateAnchor,
    astray: int,
) -> tuple[str | None, Basis]:
    """The date of one expression, None where it stays open, and what it rests on."""
    meaning = expression.meaning
    if meaning.edtf:
        return meaning.edtf, "stated"
    if meaning.since:
        before = _leads_on(text, expression, trail)
        return (meaning.since(before) if before else None), "inferred"
    if meaning.at and anchor.days:
        around = gather_scene(text, paragraph, expression.start, expression.end, trail, astray)
        return _common_answer(
            [meaning.at(day, around) for day in anchor.days], either=anchor.either
        ), "inferred"
    return None, "inferred" if meaning.relative else "stated"


def _common_answer(answers: list[str | None], *, either: bool) -> str | None:
    """The one answer, or the range of days or months that the answers span; no range where
    `either` is right.
    """
    texts = [answer for answer in answers if answer]
    if len(texts) < len(answers):
        return None
    if len(set(texts)) == 1:
        return texts[0]
    if either or not _UNCERTAIN.isdisjoint("".join(texts)):
        return None
    starts, ends = zip(*map(edtf.bounds, texts), strict=True)
    first, last = min(starts), max(ends)
    wide = (last - first).days > _WIDEST_ANSWER and edtf.is_day(texts[0])
    return None if wide else edtf.write_span(first, last)


def _leads_on(text: str, expression: Expression, trail: list[PlacedDate]) -> str | None:
    """The date that "the next day" leads on from, or None.

    It stands in the same sentence before it; or, where the expression opens its sentence, it is the
    only date of the sentence before.
    """
    if not trail:
        return None
    opening = sentence_start(text, 0, expression.start)
    if trail[-1].start >= opening:
        words = text[expression.start : expression.end].lower()
        told = trail[-1].calendar or not words.startswith("that ")
        return trail[-1].edtf if told else None  # "well below today, not as that year"
    earlier = sentence_start(text, 0, max(opening - 2, 0))
    near = sum(told.start >= earlier for told in trail[-2:])
    lead = text[opening : expression.start]
    return trail[-1].edtf if near == 1 and len(lead.split()) <= 1 else None
