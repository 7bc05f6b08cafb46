"""Candidates made anew from what a brief cites, for proofs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from briefing.language.draft import Draft
from briefing.language.following import following_sentence
from briefing.languages import packs
from briefing.model import Candidate, Citation, Passage, Reading, Span
from briefing.offer.candidates import TELLING, anchor_sentence, make_candidate


def rebuild_candidates(
    reading: Reading, bases: Sequence[Citation], *, pinned: bool = False
) -> tuple[Candidate, ...]:
    """Make anew the candidates that rest on `bases`, serving no section; empty where the article
    makes none such.

    Several bases stand one behind the other, each once; a claim without the denial behind it is no
    candidate. A row of a table, a date, a side of a difference is believed where one of these gives
    it. With `pinned`, sentences that can't stand alone are given as they stand.
    """
    license_drafts = packs.ordered_drafts if pinned else packs.licensed_drafts
    choices: list[tuple[Draft, ...]] = []
    place: tuple[Passage, Span] | None = None
    holding: dict[Span, Passage] = {}
    before: tuple[Span, ...] = ()
    told: list[Span] = []
    for basis in bases:
        passage = next(
            (
                p
                for p in reading.passages
                if p.number == basis.passage and (pinned or p.dropped is None)
            ),
            None,
        )
        if passage is None:
            return ()
        sentences = tuple(
            s for s in passage.sentences if basis.start <= s.start and s.end <= basis.end
        )
        if not sentences or (
            place is not None and following_sentence(reading, *place) != sentences[0]
        ):
            return ()
        choices.append(license_drafts(reading, sentences, before))
        place, before = (passage, sentences[-1]), (*before, *sentences)
        told.extend(sentences)
        holding.update((sentence, passage) for sentence in sentences)
    if place is None or packs.leaves_answer_out(reading, told):
        return ()
    last = anchor_sentence(reading, told)
    position = _sentence_position(reading, holding[last], last)
    return tuple(
        replace(
            make_candidate(drafts, holding[last], position, ()),
            quoted=pinned and any(map(_is_as_it_stands, drafts)),
        )
        for drafts in product(*choices)
    )


def _is_as_it_stands(draft: Draft) -> bool:
    """Whether a draft is of sentences that can't stand alone."""
    return not packs.licensed_drafts(draft.reading, draft.sentences, draft.before)


def _sentence_position(reading: Reading, passage: Passage, sentence: Span) -> int:
    """The place of a sentence in its article, from 0, counted over what can be told."""
    ahead = (
        p
        for p in reading.passages
        if p.number < passage.number and p.dropped is None and p.kind in TELLING
    )
    return sum(len(p.sentences) for p in ahead) + passage.sentences.index(sentence)
