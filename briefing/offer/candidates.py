"""Every statement that one article could make: its sentences, grounded, with who says them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from briefing import digest
from briefing.language.draft import Draft, relative_edits
from briefing.language.following import following_sentence, passage_of
from briefing.language.replay import fold_spaces, replay_parts
from briefing.languages import packs
from briefing.model import Candidate, Citation, Part, Passage, Reading, Span, Statement
from briefing.offer import chains
from briefing.offer.timeline import main_date

Route = Callable[[Passage], tuple[tuple[str, float], ...]]

_PAIR = 40  # words; two sentences that short are offered together as well
_EXPLAINED = 70  # words of a sentence and the one before it that says which one is meant
_ANSWERS = 3  # sentences of denial that are told along; behind more nobody knows what holds


def offer_candidates(
    reading: Reading, route: Route, asked: Collection[int] | None = None
) -> tuple[Candidate, ...]:
    """The statements of one article in reading order.

    `route` gives the sections a passage may serve, best first. A sentence that can't stand alone is
    taken together with the one before it where that helps, else left out; `refused` says why. Short
    neighbours are offered together as well. `asked` are the numbers of the passages that are asked
    for what they could tell; None asks all.
    """
    made: list[Candidate] = []
    position = 0
    run: list[Span] = []
    for passage in reading.passages:
        if not (passage.may_tell and passage.sentences):
            run = []
            continue
        if asked is not None and passage.number not in asked:
            run.extend(passage.sentences)  # what follows may be told behind them
            position += len(passage.sentences)
            continue
        sections = route(passage)
        for index, sentence in enumerate(passage.sentences):
            run.append(sentence)
            for parts in _standing_drafts(reading, passage, index, run):
                last = passage.sentences.index(
                    anchor_sentence(reading, [span for draft in parts for span in draft.sentences])
                )
                made.append(make_candidate(parts, passage, position + last, sections))
        position += len(passage.sentences)
    return tuple(made)


def _standing_drafts(
    reading: Reading, passage: Passage, index: int, run: Sequence[Span]
) -> tuple[tuple[Draft, ...], ...]:
    """What a sentence leads to, each as the drafts of its parts.

    That is the sentence alone, whole and without a trailing clause that it can spare, and, where
    both are short, of one speaker and of one passage, with the one before it. What can't stand
    alone takes along as few of those before it as let it stand; an item of a list, the line that
    introduces it, alone and behind other items. `run` ends with the sentence.
    """
    this, ahead = run[-1], run[-2:-1]
    alone = packs.licensed_drafts(reading, (this,))
    offered: Iterable[tuple[Draft, ...]]
    if alone and packs.find_answer(reading, this) is not None:
        offered = _with_answer(reading, passage, alone[0])
    elif ahead and packs.find_answer(reading, ahead[0]) == this:
        offered = ()  # what it denies is told with it, or neither
    elif alone:
        offered = _licensed_parts(reading, alone, ahead if index else (), this)
    else:
        offered = _parts_along(reading, run)
    return _keep_answered(reading, offered)


def _licensed_parts(
    reading: Reading, alone: Sequence[Draft], before: Sequence[Span], this: Span
) -> Iterable[tuple[Draft, ...]]:
    """What a sentence that can stand alone leads to: behind the denial that it needs, else as
    above.
    """
    denial = packs.find_denial_ahead(reading, this)
    if denial is None:
        return _alone_or_joined(reading, alone, (*before, this) if before else ())
    parts = chains.build_parts(reading, (denial, this))
    return (parts,) if parts else ()


def _parts_along(reading: Reading, run: Sequence[Span]) -> Iterable[tuple[Draft, ...]]:
    """What the last sentence of `run`, which can't stand alone, leads to."""
    lead = packs.find_lead_in(reading, run[-1])
    if lead is not None:
        return chains.build_items(reading, lead, run)
    along = chains.chain_sentences(reading, run, len(run) - 1)
    return (along,) if along else ()


def _alone_or_joined(
    reading: Reading, alone: Sequence[Draft], both: tuple[Span, ...]
) -> Iterator[tuple[Draft, ...]]:
    """A sentence's own drafts, and joined with the one before it, `both`, where both are short and
    of one speaker; where they aren't, behind it if that explains it.
    """
    yield from ((draft,) for draft in alone)
    short = bool(both) and chains.count_words(both, reading) <= _PAIR
    pair = _join_sentences(reading, both) if short else None
    if pair is not None:
        yield (pair,)
    elif told := _explain_sentence(reading, alone[0], both):
        yield told


def _explain_sentence(
    reading: Reading, draft: Draft, told: tuple[Span, ...]
) -> tuple[Draft, ...] | None:
    """The last of `told`, a sentence whose own draft is given, behind the one before it, where that
    says which "the loan" is; None where nothing asks so, or the sentence before doesn't help.
    """
    if not told or not packs.vague_descriptions(draft):
        return None
    if chains.count_words(told, reading) > _EXPLAINED:
        return None
    parts = chains.build_parts(reading, told)
    helped = parts is not None and not any(packs.vague_descriptions(part) for part in parts)
    return parts if helped else None


def _keep_answered(
    reading: Reading, offered: Iterable[tuple[Draft, ...]]
) -> tuple[tuple[Draft, ...], ...]:
    """Those of `offered` that leave no denial out."""
    return tuple(
        parts
        for parts in offered
        if not packs.leaves_answer_out(
            reading, [span for draft in parts for span in draft.sentences]
        )
    )


def _with_answer(reading: Reading, passage: Passage, claim: Draft) -> tuple[tuple[Draft, ...], ...]:
    """A sentence with the denials behind it, each a part; one denial by the same speaker as
    one quote.

    Empty where a denial can't stand behind it, or where more than `_ANSWERS` follow.
    """
    parts, told, place = [claim], list(claim.sentences), passage
    answer = packs.find_answer(reading, told[-1])
    while answer is not None and len(parts) <= _ANSWERS:
        if following_sentence(reading, place, told[-1]) != answer:
            return ()
        draft = packs.ground_sentences(reading, (answer,), tuple(told))
        parts.extend([draft] if isinstance(draft, Draft) else [])
        told.append(answer)
        place = passage_of(reading, answer)
        answer = packs.find_answer(reading, answer)
    if answer is not None:
        return ()
    pair = _join_sentences(reading, tuple(told)) if told[-1] in passage.sentences else None
    if pair is not None:
        return ((pair,),)
    return (tuple(parts),) if len(parts) == len(told) else ()


def anchor_sentence(reading: Reading, told: Sequence[Span]) -> Span:
    """The sentence whose place and passage are a statement's: the last that is no denial of
    the one before.
    """
    pairs = zip(reversed(told[:-1]), reversed(told), strict=False)
    return next(
        (this for before, this in pairs if packs.find_answer(reading, before) != this), told[0]
    )


def anchor_passage(reading: Reading, bases: Sequence[Citation]) -> Passage | None:
    """The passage that a statement on `bases` is a statement of: that of its last sentence which is
    no denial of the one before; None where the article has no such sentences.
    """
    told = [
        sentence
        for passage in reading.passages
        for sentence in passage.sentences
        if any(one.start <= sentence.start and sentence.end <= one.end for one in bases)
    ]
    return passage_of(reading, anchor_sentence(reading, told)) if told else None


def _join_sentences(reading: Reading, both: tuple[Span, ...]) -> Draft | None:
    """Two sentences as one quote, if they stand so and the same speaker says both."""
    if not chains.is_one_voice(reading, both):
        return None
    pair = packs.ground_sentences(reading, both)
    return pair if isinstance(pair, Draft) else None


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
        language=drafts[0].reading.document.language,
        hanging=_count_hanging(drafts, position),
        nameless=position > 0 and all(map(packs.names_nothing, drafts)),
    )


def _count_hanging(drafts: tuple[Draft, ...], position: int) -> int:
    """The descriptions that only the article explains, what a statement opens with as known among
    them, unless it opens its article.
    """
    found = sum(len(packs.vague_descriptions(draft)) for draft in drafts)
    return max(found, 1) if position > 0 and packs.opens_as_known(drafts[0]) else found


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
        attribution=packs.attribute_sentences(draft.reading, draft.sentences),
    )
