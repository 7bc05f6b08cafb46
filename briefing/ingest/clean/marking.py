"""Every rule over the lines of a document, in order."""

from bisect import bisect_right

from briefing.ingest.clean import (
    captions,
    dated_captions,
    foreign,
    furniture,
    headings,
    related,
    repeats,
    tail,
)
from briefing.ingest.clean.page import CleanPage, Line, Rule
from briefing.model import Mark

RULES: tuple[Rule, ...] = (
    repeats.mark_repeats,
    furniture.mark_furniture,
    furniture.between_appeals,
    captions.mark_credits,
    captions.mark_descriptions,
    captions.beside_credits,
    dated_captions.mark_dated,
    foreign.mark_foreign,
    related.mark_related,
    related.in_capitals,
    tail.mark_menus,
    headings.mark_title,
    tail.mark_headlines_over,
    tail.about_the_author,
    tail.about_the_company,
    tail.mark_headlines,
    tail.mark_tail,
    headings.mark_headings,
)


def mark_lines(
    lines: tuple[Line, ...], known: tuple[Mark, ...], language: str | None
) -> tuple[Mark, ...]:
    """Give `known` and a mark for every further line that a rule recognises, in order of the text.

    `known` are marks that the metadata rules set; lines they cover for the most part are left
    alone. `language` is the document's own (an ISO 639-1 code) or None.
    """
    marked = _lines_under(lines, known)
    for rule in RULES:
        page = CleanPage(lines=lines, marked=dict(marked), language=language)
        for finding in rule(page):
            if finding.index not in marked:
                line = lines[finding.index]
                marked[finding.index] = Mark(
                    start=line.start, end=line.end, kind=finding.kind, reason=finding.reason
                )
    own = set(known)
    return tuple(
        sorted(
            {*marked.values(), *own},
            key=lambda mark: (mark.start, mark.end, mark.kind, mark.reason),
        )
    )


def _lines_under(lines: tuple[Line, ...], known: tuple[Mark, ...]) -> dict[int, Mark]:
    """The lines that each of `known` covers for the most part."""
    ends = [line.end for line in lines]
    under = {}
    for mark in known:
        for index in range(bisect_right(ends, mark.start), len(lines)):
            line = lines[index]
            if line.start >= mark.end:
                break
            if min(mark.end, line.end) - max(mark.start, line.start) >= (line.end - line.start) / 2:
                under[index] = mark
    return under
