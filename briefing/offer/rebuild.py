"""Candidates made anew from what a brief cites, for proofs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from briefing.language.draft import Draft
from briefing.languages import packs
from briefing.model import Candidate, Citation, Passage, Reading, Span
from briefing.offer.candidates import anchor_sentence, make_candidate


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
    holding: dict[Span, Passage] = {}
    for basis in bases:
        passage = _cited_passage(reading, basis, pinned=pinned)
        sentences = _cited_sentences(passage, basis)
        if passage is None or not _goes_on(reading, holding, sentences):
            return ()
        choices.append(license_drafts(reading, sentences, tuple(holding)))
        holding.update((sentence, passage) for sentence in sentences)
    told = list(holding)
    if not told or packs.leaves_answer_out(reading, told):
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


def _cited_passage(reading: Reading, basis: Citation, *, pinned: bool) -> Passage | None:
    """The passage that a basis names, if it is the article's own text or `pinned`."""
    numbered = (one for one in reading.passages if one.number == basis.passage)
    return next((one for one in numbered if pinned or one.dropped is None), None)


def _cited_sentences(passage: Passage | None, basis: Citation) -> tuple[Span, ...]:
    """The sentences of a passage that lie in what a basis quotes."""
    known = passage.sentences if passage is not None else ()
    return tuple(s for s in known if basis.start <= s.start and s.end <= basis.end)


def _goes_on(reading: Reading, holding: Mapping[Span, Passage], sentences: Sequence[Span]) -> bool:
    """Whether there are sentences, and they may stand behind the last that is held already."""
    if not sentences or not holding:
        return bool(sentences)
    last, passage = list(holding.items())[-1]
    return packs.stands_behind(reading, passage, last, sentences[0])


def _is_as_it_stands(draft: Draft) -> bool:
    """Whether a draft is of sentences that can't stand alone."""
    return not packs.licensed_drafts(draft.reading, draft.sentences, draft.before)


def _sentence_position(reading: Reading, passage: Passage, sentence: Span) -> int:
    """The place of a sentence in its article, from 0, counted over what can be told."""
    ahead = (p for p in reading.passages if p.number < passage.number and p.may_tell)
    return sum(len(p.sentences) for p in ahead) + passage.sentences.index(sentence)
