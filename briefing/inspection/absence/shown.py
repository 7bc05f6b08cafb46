"""Where a brief shows words of a sentence beside the statements that rest on it."""

from collections.abc import Iterator, Sequence

from briefing.inspection.absence.case import PassageCase, overlaps, shorten
from briefing.languages.en.sameness import vocabulary
from briefing.model import Citation, Span

_LENGTH = 200  # characters of a row that are shown
_TOLD = 0.5  # share of a sentence's words from which a row tells it


def list_shown(case: PassageCase, sentence: Span) -> tuple[str, ...]:
    """Where the timeline, the differences and the analyst's judgements tell a sentence."""
    return tuple(dict.fromkeys((*_list_rows(case, sentence), *_list_names(case, sentence))))


def is_shown(case: PassageCase, sentence: Span) -> bool:
    """Whether a row of the brief tells a sentence, beside names of it."""
    return any(True for _ in _list_rows(case, sentence))


def _list_rows(case: PassageCase, sentence: Span) -> Iterator[str]:
    """The rows that tell a sentence, those of statements aside."""
    for event in case.brief.timeline:
        if not event.statement and _tells(case, sentence, event.citations, event.text):
            yield f"told in the timeline, at {event.date}: {shorten(event.text, _LENGTH)}"
    for row in case.brief.disagreements:
        for side in row.positions:
            if not side.statement and _tells(case, sentence, side.citations, side.text):
                yield f"told where the sources differ, {row.topic}: {shorten(side.text, _LENGTH)}"
    for one in case.brief.judgements:
        if _cites(case, sentence, one.citations):
            yield f"a judgement of the analyst rests on it: {shorten(one.text)}"


def _list_names(case: PassageCase, sentence: Span) -> Iterator[str]:
    """The tables and lists that name somebody or something from a sentence."""
    for section in case.brief.sections:
        found = [one.text for one in section.cells if _cites(case, sentence, one.citations)]
        if found:
            yield f"shown in the table of {section.slug}: {', '.join(dict.fromkeys(found))}"
    for place in case.brief.places:
        if _cites(case, sentence, place.citations) and place.lat is not None:
            yield f"shown on the map: {place.name}"


def _cites(case: PassageCase, sentence: Span, citations: Sequence[Citation]) -> bool:
    own = case.reading.document.id
    return any(one.document == own and overlaps(one, sentence) for one in citations)


def _tells(case: PassageCase, sentence: Span, citations: Sequence[Citation], text: str) -> bool:
    """Whether a text that rests on a sentence has its words: it may be cut before them."""
    if not _cites(case, sentence, citations):
        return False
    own = vocabulary(case.reading.document.text[sentence.start : sentence.end])
    return len(own & vocabulary(text)) >= _TOLD * max(1, len(own))
