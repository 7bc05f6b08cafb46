"""From a document to its passages: lines with their kind, their sentences and why they are out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.language import lines
from briefing.languages.packs import pack_for
from briefing.model import Document, Mark, Passage, PassageKind, Span

_HEADINGS = frozenset({"title", "kicker", "heading"})
_AT_EDGE = frozenset({"metadata", "dateline", "hidden"})
_STAYS = frozenset({"caption", "heading"})  # marked, and still part of the article
_WHOLE = 0.8  # share of a passage that a mark covers when it is about all of it
_ITEM = re.compile(r"(?:[-*•◦▪‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_ROW = re.compile(r"[^|\t]*\S\s*(?:\t|\|)\s*\S[^|\t]*(?:[\t|][^|\t]*){0,40}")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{20,}[”\"»]")
_LONGEST_ROW = 600


def split_passages(document: Document) -> tuple[Passage, ...]:
    """The passages of `document` in order, one for each non-empty line, numbered from 1.

    A passage begins and ends at its words: metadata marks at its edges stay outside. Sentences that
    touch a `hidden` mark (control characters, direction overrides) are left out of `sentences`, and
    lines of the page round the article (`other_page`) have none. A mark over most of a passage
    gives its kind and, captions aside, the reason why it is dropped.
    """
    spans = lines.split_lines(document.text)
    return tuple(
        _make_passage(document, number, span, over)
        for number, (span, over) in enumerate(
            zip(spans, lines.marks_over(spans, document.marks), strict=True), start=1
        )
    )


def _make_passage(document: Document, number: int, line: Span, over: Sequence[Mark]) -> Passage:
    if _is_elsewhere(over, line):
        return _elsewhere_passage(document, number, line)
    if not over:
        return _unmarked_passage(document, number, line)
    inside = _without_edges(document.text, line, over)
    whole = [mark for mark in over if _covers_line(mark, inside)]
    kind = _passage_kind(document.text[inside.start : inside.end], whole)
    dropped = next((mark.kind for mark in whole if mark.kind not in _STAYS), None)
    return Passage(
        document=document.id,
        number=number,
        start=inside.start,
        end=inside.end,
        kind=kind,
        language=_passage_language(document, whole),
        sentences=_shown_sentences(document, inside, over),
        dropped=dropped,
    )


def _is_elsewhere(over: Sequence[Mark], line: Span) -> bool:
    """Whether a line is of the page round the article, and nothing else is known of it."""
    return len(over) == 1 and over[0].kind == "other_page" and _encloses(over[0], line)


def _shown_sentences(document: Document, inside: Span, over: Sequence[Mark]) -> tuple[Span, ...]:
    """The sentences of a stretch that touch nothing hidden."""
    found = pack_for(document.language).split_sentences(document.text, inside.start, inside.end)
    hidden = [mark for mark in over if mark.kind == "hidden"]
    return tuple(one for one in found if not any(_touches_sentence(mark, one) for mark in hidden))


def _unmarked_passage(document: Document, number: int, line: Span) -> Passage:
    """A line as it is in prose: nothing is known of it but its words."""
    kind = _passage_kind(document.text[line.start : line.end], ())
    return replace(
        _line_passage(document, number, line),
        kind=kind,
        sentences=pack_for(document.language).split_sentences(document.text, line.start, line.end),
    )


def _elsewhere_passage(document: Document, number: int, line: Span) -> Passage:
    """A line of the page round the article: it is listed, and nobody asks for its
    sentences.
    """
    return replace(_line_passage(document, number, line), dropped="other_page")


def _line_passage(document: Document, number: int, line: Span) -> Passage:
    return Passage(
        document=document.id,
        number=number,
        start=line.start,
        end=line.end,
        kind="body",
        language=document.language,
        sentences=(),
    )


def _without_edges(text: str, line: Span, over: Sequence[Mark]) -> Span:
    """`line` without the marks and white space at its edges, or all of it where nothing is
    left.
    """
    start, end = line.start, line.end
    for mark in over:
        if mark.kind in _AT_EDGE and mark.start <= start < mark.end:
            start = mark.end
    for mark in reversed(over):
        if mark.kind in _AT_EDGE and mark.start < end <= mark.end:
            end = mark.start
    return _trim_space(text, start, end) or line


def _trim_space(text: str, start: int, end: int) -> Span | None:
    """A stretch without the white space at its edges, None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _encloses(mark: Mark, line: Span) -> bool:
    return mark.start <= line.start and line.end <= mark.end


def _covers_line(mark: Mark, span: Span) -> bool:
    shared = min(mark.end, span.end) - max(mark.start, span.start)
    return shared >= _WHOLE * (span.end - span.start)


def _touches_sentence(mark: Mark, sentence: Span) -> bool:
    return mark.start < sentence.end and mark.end > sentence.start


def _passage_kind(text: str, whole: Sequence[Mark]) -> PassageKind:
    kinds = {mark.kind for mark in whole}
    if kinds & _HEADINGS:
        return "heading"
    if "caption" in kinds:
        return "caption"
    if ("|" in text or "\t" in text) and len(text) <= _LONGEST_ROW and _ROW.fullmatch(text):
        return "table"
    if _ITEM.match(text):
        return "list"
    return "quote" if _QUOTED.fullmatch(text) else "body"


def _passage_language(document: Document, whole: Sequence[Mark]) -> str | None:
    """The document's language, or the one that the reason of a `foreign` mark names."""
    foreign = next((mark for mark in whole if mark.kind == "foreign"), None)
    if foreign is None:
        return document.language
    named = re.search(r"\((\w{2})\)", foreign.reason)
    return named[1] if named else None
