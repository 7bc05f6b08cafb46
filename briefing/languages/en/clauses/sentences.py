"""Sentences laid out for the clause rules: their tokens, chunks, names and dates."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.languages import primary_code
from briefing.languages.en.clauses.chunks import Chunk, chunk_tokens
from briefing.languages.en.clauses.parties import Names
from briefing.languages.en.clauses.quantities import place_quantities
from briefing.languages.en.clauses.tokens import Token, tag_tokens
from briefing.languages.en.own_reports import tells_own_report
from briefing.languages.en.stems import stem_word
from briefing.model import Dated, Passage, Quantity, Reading, Span

_SHORT = 3  # letters of a word that says something


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence laid out: its chunks, its tokens, its dates, what it counts (each with the offset
    of its number).
    """

    span: Span
    passage: int
    chunks: tuple[Chunk, ...]
    tokens: tuple[Token, ...]
    dates: tuple[Dated, ...]
    names: Names
    around: tuple[str, ...]
    counted: tuple[tuple[int, Quantity], ...]

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """What is counted between two offsets."""
        return tuple([one for place, one in self.counted if start <= place < end])

    def tokens_before(self, chunk: Chunk) -> tuple[Token, ...]:
        """The words ahead of a chunk."""
        start = chunk.start
        return tuple([token for token in self.tokens if token.end <= start])


def lay_out_sentences(
    reading: Reading, wanted: Callable[[str], object] = bool
) -> Iterator[Sentence]:
    """The sentences of an English article's body laid out, none of another's, and none of what its
    own outlet had reported before.

    `wanted` is asked of a sentence's text first, for laying out takes most of the time.
    """
    if primary_code(reading.document.language or "en") != "en":
        return
    names = _index_names(reading)
    for passage in reading.passages:
        if passage.may_tell:
            for span in passage.sentences:
                told = reading.document.text[span.start : span.end]
                if wanted(told) and not tells_own_report(reading, span):
                    yield _lay_out(reading, passage, span, names)


def _index_names(reading: Reading) -> Names:
    """What an article names, by place and by key."""
    mentions = {m.start: m for m in reading.mentions}
    return Names(
        mentions=mentions,
        entities={e.key: e for e in reading.entities},
        starts=sorted(mentions),
    )


def _lay_out(reading: Reading, passage: Passage, span: Span, names: Names) -> Sentence:
    text = reading.document.text
    dates = tuple(d for d in reading.dates if span.start <= d.start and d.end <= span.end)
    named = _span_offsets((m.start, m.end) for m in names.beginning_in(span.start, span.end))
    dated = _span_offsets((d.start, d.end) for d in dates)
    tokens = tag_tokens(text, span.start, span.end, named.__contains__, dated.__contains__)
    return Sentence(
        span=span,
        passage=passage.number,
        chunks=chunk_tokens(tokens),
        tokens=tokens,
        dates=dates,
        names=names,
        around=_content_stems(tokens),
        counted=place_quantities(tokens),
    )


def _span_offsets(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def _content_stems(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = {stem_word(t.lower) for t in tokens if t.tag in {"noun", "name", "verb", "ing"}}
    return tuple(sorted(word for word in words if len(word) >= _SHORT))
