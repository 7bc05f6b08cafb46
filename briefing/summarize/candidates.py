"""Every statement that one article could make: its sentences, grounded, with who says them."""

from collections.abc import Callable, Sequence
from itertools import product

from briefing import digest
from briefing.language.grounding import Draft, Refused, attribution, edits, ground, groundings
from briefing.language.replay import fold, replay
from briefing.model import Candidate, Citation, Part, Passage, Reading, Span, Statement
from briefing.summarize.timeline import main_date

Route = Callable[[Passage], tuple[tuple[str, float], ...]]

_ALONG = 55  # words; a sentence and the one it hangs on, from the passage before
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
    previous: Passage | None = None
    for passage in reading.passages:
        telling = passage.dropped is None and passage.kind in _TELLING
        if telling:
            sections = route(passage)
            for index in range(len(passage.sentences)):
                made.extend(
                    _candidate(parts, passage, position + index, sections)
                    for parts in _standing(reading, passage, index, previous)
                )
            position += len(passage.sentences)
        previous = passage if telling else None
    return tuple(made)


def refused(reading: Reading) -> dict[str, int]:
    """Count the sentences of the body that make no statement, by reason."""
    counts: dict[str, int] = {}
    for passage in reading.passages:
        if passage.dropped is None and passage.kind in _TELLING:
            for index in range(len(passage.sentences)):
                draft = stand(reading, passage, index)
                if isinstance(draft, Refused):
                    counts[draft.reason] = counts.get(draft.reason, 0) + 1
    return dict(sorted(counts.items()))


def _standing(
    reading: Reading, passage: Passage, index: int, previous: Passage | None
) -> tuple[tuple[Draft, ...], ...]:
    """Give what a sentence leads to, each as the drafts of its parts.

    That is the sentence alone, or with the one before it, or both; where it opens its passage and hangs on
    the one before, that passage's last sentence comes along as a part of its own.
    """
    draft = stand(reading, passage, index)
    if isinstance(draft, Refused):
        along = _along(reading, passage, previous) if index == 0 and draft.reason in _REPAIRABLE else None
        return (along,) if along else ()
    both = passage.sentences[index - 1 : index + 1]
    if index == 0 or len(draft.sentences) > 1 or _length(both, reading) > _PAIR:
        return ((draft,),)
    pair = ground(reading, both)
    return ((draft,), (pair,)) if isinstance(pair, Draft) else ((draft,),)


def _along(reading: Reading, passage: Passage, previous: Passage | None) -> tuple[Draft, ...] | None:
    """Give a passage's first sentence behind the last one of the passage before, if both stand so."""
    if previous is None or not previous.sentences or not passage.sentences:
        return None
    before = previous.sentences[-1:]
    if _length(before, reading) + _length(passage.sentences[:1], reading) > _ALONG:
        return None
    first = ground(reading, before)
    second = ground(reading, passage.sentences[:1], before)
    return (first, second) if isinstance(first, Draft) and isinstance(second, Draft) else None


def _length(sentences: tuple[Span, ...], reading: Reading) -> int:
    """Count the words of consecutive sentences."""
    return len(reading.document.text[sentences[0].start : sentences[-1].end].split())


def stand(reading: Reading, passage: Passage, index: int) -> Draft | Refused:
    """Ground a sentence alone, or else with the one before it."""
    alone = ground(reading, passage.sentences[index : index + 1])
    if isinstance(alone, Draft) or index == 0 or alone.reason not in _REPAIRABLE:
        return alone
    pair = ground(reading, passage.sentences[index - 1 : index + 1])
    return pair if isinstance(pair, Draft) else alone


def again(reading: Reading, bases: Sequence[Citation]) -> tuple[Candidate, ...]:
    """Make anew the candidates that rest on `bases`, serving no section; empty where the article makes none such.

    For proofs: a row of a table or a date is believed where one of these gives it.
    """
    choices: list[tuple[Draft, ...]] = []
    place: tuple[Passage, Span] | None = None
    before: tuple[Span, ...] = ()
    for basis in bases:
        passage = next((p for p in reading.passages if p.number == basis.passage and p.dropped is None), None)
        if passage is None:
            return ()
        sentences = tuple(s for s in passage.sentences if basis.start <= s.start and s.end <= basis.end)
        if not sentences:
            return ()
        choices.append(groundings(reading, sentences, before))
        place, before = (passage, sentences[-1]), sentences
    if place is None:
        return ()
    position = _position(reading, *place)
    return tuple(_candidate(drafts, place[0], position, ()) for drafts in product(*choices))


def _position(reading: Reading, passage: Passage, sentence: Span) -> int:
    """Give the place of a sentence in its article, from 0, counted over what can be told."""
    ahead = (p for p in reading.passages if p.number < passage.number and p.dropped is None and p.kind in _TELLING)
    return sum(len(p.sentences) for p in ahead) + passage.sentences.index(sentence)


def _candidate(
    drafts: tuple[Draft, ...], passage: Passage, position: int, sections: tuple[tuple[str, float], ...]
) -> Candidate:
    """Make a candidate of the parts that stand together."""
    inserted = sum(change.op == "insert" for draft in drafts for change in draft.changes)
    carried = sum(len(draft.sentences) for draft in drafts) - 1
    return Candidate(
        statement=statement(drafts),
        document=drafts[0].reading.document.id,
        passage=passage.number,
        position=position,
        sections=sections,
        cost=inserted + carried + (len(drafts) - 1),
    )


def statement(drafts: tuple[Draft, ...]) -> Statement:
    """Make the statement of one or more drafts of an article, each a part with a citation of its own."""
    citations = tuple(_citation(draft) for draft in drafts)
    parts = tuple(Part(citation=number, edits=edits(draft)) for number, draft in enumerate(drafts))
    text = replay(parts, citations)
    return Statement(
        key=digest.short("k", text, *(fold(citation.quote) for citation in citations)),
        text=text,
        parts=parts,
        citations=citations,
        date=next((d for draft in drafts if (d := main_date(draft.start, draft.end, draft.reading)) is not None), None),
    )


def _citation(draft: Draft) -> Citation:
    """Cite a draft's sentences as basis, with who says them."""
    passage = next(p for p in draft.reading.passages if p.start <= draft.start < p.end)
    return Citation(
        document=draft.reading.document.id,
        passage=passage.number,
        start=draft.start,
        end=draft.end,
        quote=draft.text,
        role="basis",
        attribution=attribution(draft.reading, draft.sentences),
    )
