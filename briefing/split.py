"""From a document to its passages: lines with their kind, their sentences and why they are out."""

from briefing.language import lines, sentences
from briefing.model import Document, Mark, Passage, PassageKind, Span

_EDGE = frozenset({"metadata", "dateline", "byline", "hidden"})
_KINDS: dict[str, PassageKind] = {
    "title": "heading",
    "kicker": "heading",
    "heading": "heading",
    "caption": "caption",
    "repeat": "body",
}
_KEPT = frozenset({"caption"})  # marked and yet worth citing
_MOST_OF_IT = 0.8


def split(document: Document) -> tuple[Passage, ...]:
    """Give the passages of `document` in order, one for each non-empty line, numbered from 1."""
    passages = []
    for number, line in enumerate(lines.split(document.text), start=1):
        over = [mark for mark in document.marks if mark.start < line.end and mark.end > line.start]
        passages.append(_passage(document, number, line, over))
    return tuple(passages)


def _passage(document: Document, number: int, line: Span, over: list[Mark]) -> Passage:
    start, end = line.start, line.end
    kind: PassageKind = "body"
    dropped = None
    for mark in over:
        if mark.end - mark.start >= _MOST_OF_IT * (end - start):
            kind = _KINDS.get(mark.kind, kind)
            dropped = None if mark.kind in _KEPT else mark.kind
    return Passage(
        document=document.id,
        number=number,
        start=start,
        end=end,
        kind=kind,
        language=document.language,
        sentences=sentences.split(document.text, start, end),
        dropped=dropped,
    )
