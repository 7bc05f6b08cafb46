"""Every statement that one article could make: its sentences, grounded, with who says them."""

import re
from collections.abc import Callable

from briefing import digest
from briefing.language.grounding import Draft, Refused, attribution, edits, ground, groundings
from briefing.language.grounding.draft import inside
from briefing.language.replay import fold, replay
from briefing.model import Attribution, Candidate, Citation, Part, Passage, Reading, Span, Statement

Route = Callable[[Passage], tuple[tuple[str, float], ...]]

_CLAUSE = 90  # characters before a date in which a word may make it a bound
_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|prior to|following|than|from|by|ahead of|back to|status quo)\b[^,;.]*$",
    re.IGNORECASE,
)
_PAIR = 40  # words; two sentences that short are offered together as well
_TELLING = frozenset({"body", "quote"})
_REPAIRABLE = frozenset({"dangling reference", "date hangs on another sentence", "orphan connective"})


def candidates(reading: Reading, route: Route) -> tuple[Candidate, ...]:
    """Give the statements of one article in reading order.

    `route` gives the sections a passage may serve, best first. A sentence that can't stand alone is
    taken together with the one before it where that helps, else left out; `refused` says why. Short
    neighbours are offered together as well.
    """
    made: list[Candidate] = []
    position = 0
    for passage in reading.passages:
        if passage.dropped is None and passage.kind in _TELLING:
            sections = route(passage)
            for index in range(len(passage.sentences)):
                made.extend(
                    _candidate(draft, passage, position + index, sections)
                    for draft in _standing(reading, passage, index)
                )
            position += len(passage.sentences)
    return tuple(made)


def refused(reading: Reading) -> dict[str, int]:
    """Count the sentences of the body that make no statement, by reason."""
    counts: dict[str, int] = {}
    for passage in reading.passages:
        if passage.dropped is None and passage.kind in _TELLING:
            for index in range(len(passage.sentences)):
                draft = _stand(reading, passage, index)
                if isinstance(draft, Refused):
                    counts[draft.reason] = counts.get(draft.reason, 0) + 1
    return dict(sorted(counts.items()))


def _standing(reading: Reading, passage: Passage, index: int) -> tuple[Draft, ...]:
    """Give the drafts that a sentence leads to: alone, or with the sentence before it, or both."""
    draft = _stand(reading, passage, index)
    if isinstance(draft, Refused):
        return ()
    both = passage.sentences[index - 1 : index + 1]
    if index == 0 or len(draft.sentences) > 1 or _length(both, reading) > _PAIR:
        return (draft,)
    pair = ground(reading, both)
    return (draft, pair) if isinstance(pair, Draft) else (draft,)


def _length(sentences: tuple[Span, ...], reading: Reading) -> int:
    """Count the words of consecutive sentences."""
    return len(reading.document.text[sentences[0].start : sentences[-1].end].split())


def _stand(reading: Reading, passage: Passage, index: int) -> Draft | Refused:
    """Ground a sentence alone, or else with the one before it."""
    alone = ground(reading, passage.sentences[index : index + 1])
    if isinstance(alone, Draft) or index == 0 or alone.reason not in _REPAIRABLE:
        return alone
    pair = ground(reading, passage.sentences[index - 1 : index + 1])
    return pair if isinstance(pair, Draft) else alone


def _candidate(
    draft: Draft, passage: Passage, position: int, sections: tuple[tuple[str, float], ...]
) -> Candidate:
    """Make a candidate of a draft that stands."""
    said = attribution(draft.reading, draft.sentences)
    cost = sum(change.op == "insert" for change in draft.changes) + (len(draft.sentences) - 1)
    return Candidate(
        statement=statement(draft, passage, said),
        document=draft.reading.document.id,
        passage=passage.number,
        position=position,
        sections=sections,
        cost=cost,
    )


def shorter(reading: Reading, sentences: tuple[Span, ...], passage: Passage) -> tuple[Statement, ...]:
    """Give the shorter forms of a statement that the article licenses."""
    said = attribution(reading, sentences)
    return tuple(statement(draft, passage, said) for draft in groundings(reading, sentences)[1:])


def statement(draft: Draft, passage: Passage, said: Attribution) -> Statement:
    """Make the statement of one quote and its edits."""
    quote = draft.text
    citation = Citation(
        document=draft.reading.document.id,
        passage=passage.number,
        start=draft.start,
        end=draft.end,
        quote=quote,
        role="basis",
        attribution=said,
    )
    parts = (Part(citation=0, edits=edits(draft)),)
    text = replay(parts, (citation,))
    return Statement(
        key=digest.short("k", text, fold(quote)),
        text=text,
        parts=parts,
        citations=(citation,),
        date=_date(draft),
    )


def _date(draft: Draft) -> str | None:
    """Give the date of what is told: the first that the words resolve to and that is not a bound.

    "Since the fall in December", "before 2017" and the like date something else; they are no event's day.
    """
    text = draft.reading.document.text
    for dated in inside(draft.reading.dates, draft.start, draft.end):
        clause = text[max(draft.start, dated.start - _CLAUSE) : dated.start]
        if dated.edtf is not None and not _BOUND.search(clause):
            return dated.edtf
    return None
