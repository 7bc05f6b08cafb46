"""What an article licenses of its own sentences: these edits, this speaker, no denial cut off."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from briefing.language.draft import Draft, relative_edits
from briefing.languages import packs
from briefing.model import Citation, Edit, Passage, Reading, Span


def leaves_denial_out(bases: Sequence[Citation], readings: Mapping[str, Reading]) -> bool:
    """Whether what stands behind `bases` in their article takes them back, and isn't told."""
    reading = readings.get(bases[0].document)
    if reading is None:
        return False
    told = [sentence for basis in bases for sentence in cited_sentences(basis, reading)]
    return packs.leaves_answer_out(reading, told)


def check_derivation(
    basis: Citation,
    made: Sequence[Edit],
    reading: Reading,
    before: Sequence[Citation],
    *,
    pinned: bool,
) -> Iterator[str]:
    """Ask the article itself whether it licenses these whole sentences, these edits and this
    speaker; `pinned` ones may be of what the program takes for no text of the article.
    """
    passage = cited_passage(basis, reading)
    sentences = _whole_sentences(passage, basis.start, basis.end)
    if not sentences or not (pinned or is_own_text(passage)):
        yield f"passage {basis.passage} holds no such sentences"
        return
    parts = [cited_sentences(part, reading) for part in before]
    if not all(parts):
        yield "its parts don't follow one another"
        return
    earlier = tuple(chain(*parts))
    if earlier and not _precede(earlier[-1], before[-1], reading, sentences[0]):
        yield "its parts don't follow one another"
    ask = packs.ordered_drafts if pinned else packs.licensed_drafts
    yield from _ask_licence(made, ask(reading, sentences, earlier))
    if packs.attribute_sentences(reading, sentences) != basis.attribution:
        yield "its attribution is not the one that the article gives"


def _ask_licence(made: Sequence[Edit], licensed: Collection[Draft]) -> Iterator[str]:
    """Ask whether one of the drafts that an article licenses is made with these edits."""
    if not licensed:
        yield "it can't stand alone"
    elif all(relative_edits(draft) != made for draft in licensed):
        yield "its edits are not the ones that the article licenses"


def is_own_text(passage: Passage | None) -> bool:
    """Whether a passage is text of its article, a heading of it too."""
    return passage is not None and passage.dropped is None


def cited_passage(citation: Citation, reading: Reading) -> Passage | None:
    """The passage that a citation names, None where its article has none of this number."""
    return next((one for one in reading.passages if one.number == citation.passage), None)


def cited_sentences(citation: Citation, reading: Reading) -> tuple[Span, ...]:
    """The whole sentences that a citation quotes; empty where it quotes no whole ones."""
    return _whole_sentences(cited_passage(citation, reading), citation.start, citation.end)


def _precede(last: Span, part: Citation, reading: Reading, first: Span) -> bool:
    """Whether `first` may be told behind the last sentence of a part."""
    passage = cited_passage(part, reading)
    return passage is not None and packs.stands_behind(reading, passage, last, first)


def _whole_sentences(passage: Passage | None, start: int, end: int) -> tuple[Span, ...]:
    """The passage's sentences from `start` to `end`; empty unless they fill it exactly."""
    if passage is None:
        return ()
    found = tuple(s for s in passage.sentences if start <= s.start and s.end <= end)
    return found if found and found[0].start == start and found[-1].end == end else ()
