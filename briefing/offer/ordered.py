"""A passage that the analyst orders told: by what its article offers, else as it stands."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.language.draft import Refused
from briefing.language.following import following_sentence, passage_of
from briefing.languages import packs
from briefing.model import Candidate, Passage, Reading, Span
from briefing.offer.candidates import make_statement
from briefing.offer.rebuild import rebuild_candidates

if TYPE_CHECKING:
    from briefing.language.draft import Draft

_LABELS = frozenset({"byline", "dateline", "metadata"})
_ANSWERS = 6  # denials that are told along; a passage that more follow is a dispute of its own


def order_passage(
    reading: Reading, passage: Passage, offered: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """What tells a passage that the analyst orders, of `offered`, the candidates of its article, or
    as it stands: all of it, and of other passages what takes it back and what a reader needs to
    know who or what it means. Empty where it can't be told.
    """
    before = _sentence_ahead(reading, passage)
    if passage.sentences and packs.denies_unsaid(reading, passage.sentences[0], before):
        return _hold_one(quote_passage(reading, passage, before))
    own = [one for one in offered if not _list_ahead(reading, passage, (one,))]
    if found := cover_passage(passage, own):
        return found
    quoted = quote_passage(reading, passage)
    if quoted is not None and not quoted.quoted:
        return (quoted,)
    return _tell_behind(reading, passage, offered, quoted)


def _tell_behind(
    reading: Reading, passage: Passage, offered: Sequence[Candidate], quoted: Candidate | None
) -> tuple[Candidate, ...]:
    """What tells a passage that may need what stands before it: candidates that tell more than the
    passage, or `quoted`, the passage as it stands.
    """
    wide = cover_passage(passage, offered)
    ahead = _list_ahead(reading, passage, wide) or _sentence_ahead(reading, passage)
    if packs.points_back(reading, passage.sentences, ahead):
        return wide or _hold_one(quote_passage(reading, passage, ahead) or quoted)
    if quoted is None or (wide and _has_lead_in(reading, passage)):
        return wide
    return (quoted,)


def _hold_one(candidate: Candidate | None) -> tuple[Candidate, ...]:
    return () if candidate is None else (candidate,)


def _has_lead_in(reading: Reading, passage: Passage) -> bool:
    return any(packs.find_lead_in(reading, one) is not None for one in passage.sentences)


def _list_ahead(reading: Reading, passage: Passage, told: Sequence[Candidate]) -> tuple[Span, ...]:
    """The sentences before a passage that candidates tell, in their order."""
    cited = [cite for one in told for cite in one.statement.citations if cite.end <= passage.start]
    every = (one for held in reading.passages for one in held.sentences)
    return tuple(
        one for one in every if any(c.start <= one.start and one.end <= c.end for c in cited)
    )


def _sentence_ahead(reading: Reading, passage: Passage) -> tuple[Span, ...]:
    """The sentence of the article's text that stands straight before a passage, if one does."""
    before = next((one for one in reading.passages if one.number == passage.number - 1), None)
    stands = before is not None and before.may_tell and passage.dropped is None
    return before.sentences[-1:] if before is not None and stands else ()


def cover_passage(passage: Passage, offered: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The fewest words of `offered`, the candidates of its article, that tell every sentence of
    the passage once; empty where none do.
    """
    chosen: list[Candidate] = []
    for sentence in reversed(passage.sentences):
        if any(_tells_sentence(one, sentence) for one in chosen):
            continue
        fitting = [
            one
            for one in offered
            if _tells_sentence(one, sentence) and not any(_overlap(one, other) for other in chosen)
        ]
        if not fitting:
            return ()
        chosen.append(min(fitting, key=_measure_extent))
    return tuple(reversed(chosen))


def _tells_sentence(candidate: Candidate, sentence: Span) -> bool:
    return any(
        one.start <= sentence.start and sentence.end <= one.end
        for one in candidate.statement.citations
    )


def _overlap(one: Candidate, other: Candidate) -> bool:
    return any(
        mine.start < theirs.end and theirs.start < mine.end
        for mine in one.statement.citations
        for theirs in other.statement.citations
    )


def _measure_extent(candidate: Candidate) -> tuple[int, int]:
    """How much of its article a candidate tells; of two that tell the same, the one without a cut
    comes first.
    """
    told = sum(one.end - one.start for one in candidate.statement.citations)
    return told, -len(candidate.statement.text)


def quote_passage(
    reading: Reading, passage: Passage, ahead: tuple[Span, ...] = ()
) -> Candidate | None:
    """All sentences of a passage as one candidate, behind those `ahead` and with the denials that
    follow it.

    What the article licenses is mended; the rest stands as the source has it. None where the
    sentences can't be told apart from the brief's own signs, or a denial of them can't follow.
    """
    told = (*ahead, *_with_answers(reading, passage))
    if len(told) == len(ahead) or packs.leaves_answer_out(reading, told):
        return None
    drafts: list[Draft] = []
    for run in _split_voices(reading, told):
        before = tuple(span for draft in drafts for span in draft.sentences)
        made = packs.ordered_drafts(reading, run, before)
        if not made:
            return None
        drafts.append(made[0])
    wanted = make_statement(tuple(drafts))
    again = rebuild_candidates(reading, wanted.citations, pinned=True)
    return next((one for one in again if one.statement.key == wanted.key), None)


def find_denial(reading: Reading, passage: Passage) -> Passage | None:
    """The passage whose first sentence may take back what a passage ends with; None for none."""
    answer = packs.find_answer(reading, passage.sentences[-1]) if passage.sentences else None
    return None if answer is None else passage_of(reading, answer)


def is_mere_label(reading: Reading, passage: Passage) -> bool:
    """Whether a passage is taken for a line that names author, day or outlet, and nothing in it
    can be a sentence.
    """
    return passage.dropped in _LABELS and all(
        isinstance(made, Refused) and made.reason == "fragment"
        for made in (packs.ground_sentences(reading, (one,)) for one in passage.sentences)
    )


def _with_answers(reading: Reading, passage: Passage) -> tuple[Span, ...]:
    """The sentences of a passage and the denials behind them; empty where one can't follow."""
    told, place = list(passage.sentences), passage
    answer = packs.find_answer(reading, told[-1]) if told else None
    while answer is not None:
        followed = following_sentence(reading, place, told[-1]) == answer
        if not followed or len(told) - len(passage.sentences) >= _ANSWERS:
            return ()
        told.append(answer)
        place = passage_of(reading, answer)
        answer = packs.find_answer(reading, answer)
    return tuple(told)


def _split_voices(reading: Reading, told: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Sentences as runs of one speaker in one passage: each is a quote."""
    run: tuple[Span, ...] = ()
    for sentence in told:
        if run and not _goes_on(reading, run[-1], sentence):
            yield run
            run = ()
        run = (*run, sentence)
    if run:
        yield run


def _goes_on(reading: Reading, one: Span, other: Span) -> bool:
    """Whether a sentence stands in the passage of the one before it, said by the same speaker."""
    if passage_of(reading, one) != passage_of(reading, other):
        return False
    return packs.attribute_sentences(reading, (one,)) == packs.attribute_sentences(
        reading, (other,)
    )
