"""Places relative dates: against the article's own date, or against the date told before."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.language import edtf
from briefing.language.dates.meaning import Scene
from briefing.language.dates.scan import Expression, expressions
from briefing.model import Basis, Dated, Document

_PARAGRAPH_REACH = 20_000
_SENTENCE_REACH = 400
_CUE_REACH = 70
_TRAIL = 8
_NEAR_REACH = 12
_QUOTE_REACH = 5_000
_LONGEST_RANGE = 366
_WIDEST_ANSWER = 45
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_TITLE_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Gov|Sen|Rep|St|No|[A-Z])\.\s+$")
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|is to|are to|to be held|scheduled|due|expected|plans?|planned|upcoming|going to|set to|"
    r"slated|until|deadline|ahead of)\b|['’]ll\b"
)
_MAY_BE_FUTURE = re.compile(
    r"\b(?:would|should|could|may|might|must|can|if|unless)\b"
    r"|\b(?:is|are|meets|begins|opens|starts|resumes|ends|goes|faces|arrives|travels|holds|takes place|kicks off|"
    r"plays|runs|continues|returns|expires)"
    r"(?: [\w’'-]+){0,3}? ?(?:on )?$"
)
_PAST_VERB = (
    r"(?:(?!(?:need|speed|indeed|feed|seed|weed|breed|proceed|succeed|exceed|hundred|sacred|wed|shed|red|bed)\b)[a-z]+ed|was|were|had|did|said|told|met|took|made|came|went|held|began|left|gave|saw|won|lost|sent|wrote|rose|"
    r"fell|led|hit|shot|struck|found|got|became|brought|bought|built|broke|spoke|sold|drove|flew|knew|paid|ran|set|"
    r"stood|thought|fought|felt|kept|laid|read|sat|put|quit|cut|grew|drew|withdrew|beat|sank|swore|rang|spent|taken|"
    r"seen|been|given|held|shown|begun)"
)
_PAST = re.compile(rf"\b{_PAST_VERB}\b")
_PAST_HERE = re.compile(rf"\b{_PAST_VERB}(?:,? [\w'’.]+){{0,2}}? ?(?:on |late |early |late on |early on |last )?$")
_TAIL = r"(?:,? [\w'’.]+){0,2}? ?(?:on )?$"
# A participle that looks ahead, and one that looks ahead from an earlier day.
_PLANNED = r"(?:(?:re)?scheduled|expected|planned|slated|postponed|supposed|set)"
_PLANNED_HERE = re.compile(
    rf"\b(?:(?:will|would|shall|should|to|can|could|may|might|must) be [a-z]+|(?:is|are|been) {_PLANNED}){_TAIL}"
)
_WAS_PLANNED_HERE = re.compile(rf"\b(?:was|were|had) (?:\w+ )?{_PLANNED}(?: to \w+)?{_TAIL}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date already placed in the same paragraph.

    `stated` where its own words are enough, `calendar` where they name a day of a month or a year.
    """

    start: int
    edtf: str
    stated: bool
    calendar: bool


def find(text: str, start: int, end: int) -> tuple[Dated, ...]:
    """Give the date expressions of `text[start:end]`, in order, none overlapping another.

    What only the article's date could place has `edtf` None. What leads on from a date in the same
    paragraph ("the previous evening") is placed where that one is stated in full.
    """
    return _dated(text, start, end, ())


def resolve(document: Document, start: int, end: int) -> tuple[Dated, ...]:
    """Give the date expressions of a stretch, placed by the document's own date where it is known.

    That date may be a range of up to a year; then the answer must be the same for each of its days,
    or the days and months that come of them are given as a range. Qualified dates (`~`, `?`) and
    open ranges place nothing. The clock is never asked.
    """
    return _dated(document.text, start, end, _days(document.published.value if document.published else None))


def _days(published: str | None) -> tuple[date, ...]:
    """Give every day the article may be of, none where that isn't known well enough."""
    if published is None or set(published) & set("~?%.X") or not edtf.valid(published):
        return ()
    first, last = edtf.bounds(published)
    count = (last - first).days + 1
    return tuple(first + timedelta(days=shift) for shift in range(count)) if count <= _LONGEST_RANGE else ()


def _dated(text: str, start: int, end: int, days: tuple[date, ...]) -> tuple[Dated, ...]:
    """Read line by line, the first one from its beginning: what an expression leads on from may stand there."""
    found: list[Dated] = []
    first = max(text.rfind("\n", 0, start) + 1, start - _PARAGRAPH_REACH, 0)
    while first < end:
        stop = text.find("\n", first, end)
        stop = end if stop < 0 else stop
        found.extend(dated for dated in _paragraph(text, first, stop, days) if dated.start >= start)
        first = stop + 1
    return tuple(found)


def _paragraph(text: str, first: int, end: int, days: tuple[date, ...]) -> list[Dated]:
    found: list[Dated] = []
    trail: list[Told] = []
    for expression in expressions(text, first, end):
        meaning = expression.meaning
        place, basis = _placed(text, first, expression, trail, days)
        if place and (meaning.edtf or meaning.since or edtf.is_day(place)):
            words = text[expression.start : expression.end]
            trail.append(
                Told(
                    start=expression.start,
                    edtf=place,
                    stated=not meaning.relative,
                    calendar=any(sign.isdigit() for sign in words),
                )
            )
        found.append(
            Dated(start=expression.start, end=expression.end, edtf=place, relative=meaning.relative, basis=basis)
        )
    return found


def _placed(
    text: str, first: int, expression: Expression, trail: list[Told], days: tuple[date, ...]
) -> tuple[str | None, Basis]:
    meaning = expression.meaning
    if meaning.edtf:
        return meaning.edtf, "stated"
    if meaning.since:
        before = _leads_on(text, expression, trail)
        return (meaning.since(before) if before else None), "inferred"
    if meaning.at and days:
        scene = _scene(text, first, expression, trail)
        answers = [meaning.at(day, scene) for day in days]
        return _common(answers), "inferred"
    return None, "inferred" if meaning.relative else "stated"


def _common(answers: list[str | None]) -> str | None:
    """Give the one answer, or the range of days or months that the answers span."""
    texts = [answer for answer in answers if answer]
    if len(texts) < len(answers):
        return None
    if len(set(texts)) == 1:
        return texts[0]
    if any("/" in text or "~" in text or "X" in text for text in texts):
        return None
    first = min(edtf.bounds(text)[0] for text in texts)
    last = max(edtf.bounds(text)[1] for text in texts)
    wide = (last - first).days > _WIDEST_ANSWER and edtf.is_day(texts[0])
    return None if wide else edtf.span(first, last)


def _sentence_start(text: str, first: int, place: int) -> int:
    """Find where the sentence that holds `place` begins, looking back a little way."""
    begin = max(first, place - _SENTENCE_REACH)
    start = begin
    for match in _SENTENCE_END.finditer(text, begin, place):
        if not _TITLE_STOP.search(text, max(begin, match.start() - 8), match.end()):
            start = match.end()
    return start


def _leads_on(text: str, expression: Expression, trail: list[Told]) -> str | None:
    """Give the date that "the next day" leads on from, or None.

    It stands in the same sentence before it; or, where the expression opens its sentence, it is the
    only date of the sentence before.
    """
    if not trail:
        return None
    opening = _sentence_start(text, 0, expression.start)
    if trail[-1].start >= opening:
        return trail[-1].edtf
    earlier = _sentence_start(text, 0, max(opening - 2, 0))
    near = sum(told.start >= earlier for told in trail[-2:])
    lead = text[opening : expression.start]
    return trail[-1].edtf if near == 1 and len(lead.split()) <= 1 else None


def _scene(text: str, first: int, expression: Expression, trail: list[Told]) -> Scene:
    """Gather the signs of tense, quotation and narrated time around an expression."""
    start = _sentence_start(text, first, expression.start)
    before = text[start : expression.start]
    limit = expression.end + _SENTENCE_REACH
    stop = _SENTENCE_END.search(text, expression.end, limit)
    after = text[expression.end : stop.start() if stop else limit].partition("\n")[0]
    near = before[-_CUE_REACH:]
    past_here = bool(_PAST_HERE.search(near)) and not _PLANNED_HERE.search(near)
    was_planned = bool(_WAS_PLANNED_HERE.search(near))
    past_here = past_here and not was_planned
    opens = len(before.split()) <= 1
    ahead = near + (" " + after[:_CUE_REACH] if opens else "")
    due = "deadline" in before[-_NEAR_REACH:] + after[:_NEAR_REACH]
    future = due or (not past_here and not was_planned and bool(_FUTURE.search(ahead)))
    doubtful = was_planned or (not past_here and bool(_MAY_BE_FUTURE.search(ahead) or _MAY_BE_FUTURE.search(near)))
    past = not due and (past_here or (not future and not doubtful and bool(_PAST.search(before + " " + after))))
    stated = next((told.edtf for told in reversed(trail) if told.stated), "")
    day = next((told.edtf for told in reversed(trail[-_TRAIL:]) if told.calendar and edtf.is_day(told.edtf)), None)
    year = int(stated[:4]) if stated[:4].isdigit() else None
    return Scene(
        past=past,
        future=future,
        quoted=_quoted(text, first, expression.start),
        year=year,
        day=edtf.bounds(day)[0] if day else None,
    )


def _quoted(text: str, first: int, place: int) -> bool:
    """Say whether a quotation is open at `place`, counted from the paragraph's beginning."""
    first = max(first, place - _QUOTE_REACH)
    straight = text.count('"', first, place) % 2 == 1
    return straight or text.count("“", first, place) > text.count("”", first, place)
