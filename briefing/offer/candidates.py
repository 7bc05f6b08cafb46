"""Every statement that one article could make: its sentences, grounded, with who says them."""

from collections.abc import Callable, Iterable, Sequence

from briefing import digest
from briefing.language.following import following_sentence
from briefing.language.replay import fold_spaces, replay_parts
from briefing.languages.en import denials
from briefing.languages.en.grounding import (
    Draft,
    Refused,
    attribute_sentences,
    ground_sentences,
    licensed_drafts,
    relative_edits,
    vague_descriptions,
)
from briefing.model import Candidate, Citation, Part, Passage, Reading, Span, Statement
from briefing.offer.timeline import main_date

Route = Callable[[Passage], tuple[tuple[str, float], ...]]

_ALONG = 55  # words; a sentence and the one it hangs on, from the passage before
_PAIR = 40  # words; two sentences that short are offered together as well
_ANSWERS = 2  # denials of denials that are told along; behind more nobody knows what holds
TELLING = frozenset({"body", "quote"})
_REPAIRABLE = frozenset({
    "dangling reference", "date hangs on another sentence", "orphan connective", "two share the name",
})  # fmt: skip


def offer_candidates(reading: Reading, route: Route) -> tuple[Candidate, ...]:
    """Give the statements of one article in reading order.

    `route` gives the sections a passage may serve, best first. A sentence that can't stand alone is
    taken together with the one before it where that helps, else left out; `refused` says why. Short
    neighbours are offered together as well.
    """
    made: list[Candidate] = []
    position = 0
    previous: Passage | None = None
    for passage in reading.passages:
        telling = passage.dropped is None and passage.kind in TELLING
        if telling:
            sections = route(passage)
            for index in range(len(passage.sentences)):
                for parts in _standing_drafts(reading, passage, index, previous):
                    last = passage.sentences.index(
                        anchor_sentence(
                            reading, [span for draft in parts for span in draft.sentences]
                        )
                    )
                    made.append(make_candidate(parts, passage, position + last, sections))
            position += len(passage.sentences)
        previous = passage if telling else None
    return tuple(made)


def count_refused(reading: Reading) -> dict[str, int]:
    """Count the sentences of the body that can't stand alone, by reason."""
    counts: dict[str, int] = {}
    for passage in reading.passages:
        if passage.dropped is None and passage.kind in TELLING:
            for index in range(len(passage.sentences)):
                draft = ground_sentences(reading, passage.sentences[index : index + 1])
                if isinstance(draft, Refused):
                    counts[draft.reason] = counts.get(draft.reason, 0) + 1
    return dict(sorted(counts.items()))


def _standing_drafts(
    reading: Reading, passage: Passage, index: int, previous: Passage | None
) -> tuple[tuple[Draft, ...], ...]:
    """Give what a sentence leads to, each as the drafts of its parts.

    That is the sentence alone, whole and without a trailing clause that it can spare, and, where
    both are short, of one speaker and of one passage, with the one before it. What can't stand
    alone takes the one before along where that helps.
    """
    this = passage.sentences[index : index + 1]
    alone = licensed_drafts(reading, this)
    if alone and denials.find_answer(reading, this[0]) is not None:
        return _with_answer(reading, passage, alone[0])
    ahead = _sentence_before(passage, index, previous)
    answers = bool(ahead) and denials.find_answer(reading, ahead[0]) == this[0]
    if alone:
        both = (*ahead, *this) if index and not answers else ()
        pair = (
            _join_sentences(reading, both)
            if both and _count_words(both, reading) <= _PAIR
            else None
        )
        return _keep_answered(
            reading, (*((draft,) for draft in alone), *(((pair,),) if pair else ()))
        )
    along = None if answers else _tell_along(reading, passage, index, previous)
    return _keep_answered(reading, (along,) if along else ())


def _keep_answered(
    reading: Reading, offered: Iterable[tuple[Draft, ...]]
) -> tuple[tuple[Draft, ...], ...]:
    """Give those of `offered` that leave no denial out."""
    return tuple(
        parts
        for parts in offered
        if not denials.leaves_answer_out(
            reading, [span for draft in parts for span in draft.sentences]
        )
    )


def _with_answer(reading: Reading, passage: Passage, claim: Draft) -> tuple[tuple[Draft, ...], ...]:
    """Give a sentence with the denials behind it, each a part; one denial by the same speaker as
    one quote.

    Empty where a denial can't stand behind it, or where more than `_ANSWERS` follow.
    """
    parts, told, place = [claim], list(claim.sentences), passage
    answer = denials.find_answer(reading, told[-1])
    while answer is not None and len(parts) <= _ANSWERS:
        if following_sentence(reading, place, told[-1]) != answer:
            return ()
        draft = ground_sentences(reading, (answer,), (told[-1],))
        parts.extend([draft] if isinstance(draft, Draft) else [])
        told.append(answer)
        place = _passage_of(reading, answer)
        answer = denials.find_answer(reading, answer)
    if answer is not None:
        return ()
    pair = _join_sentences(reading, tuple(told)) if told[-1] in passage.sentences else None
    if pair is not None:
        return ((pair,),)
    return (tuple(parts),) if len(parts) == len(told) else ()


def anchor_sentence(reading: Reading, told: Sequence[Span]) -> Span:
    """Give the sentence whose place and passage are a statement's: the last that is no denial of
    the one before.
    """
    pairs = zip(reversed(told[:-1]), reversed(told), strict=False)
    return next(
        (this for before, this in pairs if denials.find_answer(reading, before) != this), told[0]
    )


def _passage_of(reading: Reading, sentence: Span) -> Passage:
    """Give the passage that holds a sentence."""
    return next(p for p in reading.passages if p.start <= sentence.start < p.end)


def _sentence_before(passage: Passage, index: int, previous: Passage | None) -> tuple[Span, ...]:
    """Give the sentence before one of a passage, be it the last of the passage before; empty at the
    beginning.
    """
    if index:
        return passage.sentences[index - 1 : index]
    return previous.sentences[-1:] if previous else ()


def _one_voice(reading: Reading, both: tuple[Span, ...]) -> bool:
    """Tell whether the same speaker says all of some sentences."""
    first = attribute_sentences(reading, both[:1])
    return all(attribute_sentences(reading, (other,)) == first for other in both[1:])


def _join_sentences(reading: Reading, both: tuple[Span, ...]) -> Draft | None:
    """Give two sentences as one quote, if they stand so and the same speaker says both."""
    if not _one_voice(reading, both):
        return None
    pair = ground_sentences(reading, both)
    return pair if isinstance(pair, Draft) else None


def _tell_along(
    reading: Reading, passage: Passage, index: int, previous: Passage | None
) -> tuple[Draft, ...] | None:
    """Give a sentence behind the one before it, if both stand so: as one quote, or as a part each.

    The one before may close the passage before; what different speakers say is never one quote.
    """
    before = _sentence_before(passage, index, previous)
    this = passage.sentences[index : index + 1]
    alone = ground_sentences(reading, this)
    if isinstance(alone, Refused) and alone.reason == "fragment":
        return _tell_short_along(reading, (*before, *this)) if index else None
    if isinstance(alone, Refused) and alone.reason not in _REPAIRABLE:
        return None
    if not before or _count_words(before, reading) + _count_words(this, reading) > _ALONG:
        return None
    pair = _join_sentences(reading, (*before, *this)) if index else None
    if pair is not None:
        return (pair,)
    first, second = ground_sentences(reading, before), ground_sentences(reading, this, before)
    return (first, second) if isinstance(first, Draft) and isinstance(second, Draft) else None


def _tell_short_along(reading: Reading, both: tuple[Span, ...]) -> tuple[Draft, ...] | None:
    """Give a sentence too short to be told alone behind the one before it, as one quote of one
    speaker.
    """
    first = ground_sentences(reading, both[:1])
    pair = (
        _join_sentences(reading, both)
        if isinstance(first, Draft) and _count_words(both, reading) <= _PAIR
        else None
    )
    return (pair,) if pair is not None else None


def _count_words(sentences: tuple[Span, ...], reading: Reading) -> int:
    """Count the words of consecutive sentences."""
    return len(reading.document.text[sentences[0].start : sentences[-1].end].split())


def make_candidate(
    drafts: tuple[Draft, ...],
    passage: Passage,
    position: int,
    sections: tuple[tuple[str, float], ...],
) -> Candidate:
    """Make a candidate of the parts that stand together."""
    brackets = (
        change.rule for draft in drafts for change in draft.changes if change.op == "insert"
    )
    inserted = sum(
        rule != "full-name" for rule in brackets
    )  # a given name is nothing that a reader stops at
    carried = sum(len(draft.sentences) for draft in drafts) - 1
    return Candidate(
        statement=make_statement(drafts),
        document=drafts[0].reading.document.id,
        passage=passage.number,
        position=position,
        sections=sections,
        cost=inserted + carried + (len(drafts) - 1),
        hanging=sum(len(vague_descriptions(draft)) for draft in drafts),
    )


def make_statement(drafts: tuple[Draft, ...]) -> Statement:
    """Make the statement of one or more drafts of an article, each a part with a citation of its
    own.
    """
    citations = tuple(_cite_draft(draft) for draft in drafts)
    parts = tuple(
        Part(citation=number, edits=relative_edits(draft)) for number, draft in enumerate(drafts)
    )
    text = replay_parts(parts, citations)
    return Statement(
        key=digest.short_digest(
            "k", text, *(fold_spaces(citation.quote) for citation in citations)
        ),
        text=text,
        parts=parts,
        citations=citations,
        date=next(
            (
                d
                for draft in drafts
                if (d := main_date(draft.start, draft.end, draft.reading)) is not None
            ),
            None,
        ),
    )


def _cite_draft(draft: Draft) -> Citation:
    """Cite a draft's sentences as basis, with who says them."""
    passage = next(p for p in draft.reading.passages if p.start <= draft.start < p.end)
    return Citation(
        document=draft.reading.document.id,
        passage=passage.number,
        start=draft.start,
        end=draft.end,
        quote=draft.text,
        role="basis",
        attribution=attribute_sentences(draft.reading, draft.sentences),
    )
