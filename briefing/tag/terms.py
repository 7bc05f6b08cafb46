"""The tagger that goes by terms: one tag, the terms that call for it, and how strongly they do."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property

from briefing.model import Passage, Reading, Span, Tag
from briefing.tag import matching, signals
from briefing.tag.pattern import Entry, Phrase, Signal, Term, parse

_USUAL_LENGTH = 400  # code points of a paragraph of news: where length neither adds nor takes
_LENGTH_SHARE = 0.25
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Term number `term` is met in sentence `sentence` by the words at `spans`."""

    term: int
    sentence: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    """The terms taken apart: all phrases in one matcher, each known to its term and group."""

    terms: tuple[Term, ...]
    matcher: matching.Matcher
    owners: tuple[tuple[int, int], ...]
    signals: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, kw_only=True)  # no slots: the lexicon is kept where `cached_property` puts it
class Terms:
    """Tags passages by the terms that stand in them.

    terms: words, `begin*`, phrases, `this & that` in one sentence, `either|or`, `-exclusions`,
    `term^2` or `{term: 2}` for a weight, and "@signals" such as "@meeting".
    needs: the points a passage must reach to get the tag. A term counts its weight, more of the
    same a little more.
    """

    terms: tuple[Entry, ...] = field(default=())
    needs: float = 1.0

    def __post_init__(self) -> None:
        """Raise ValueError, in words for the analyst, for a term that can never match."""
        for entry in self.terms:
            parse(entry)

    def __call__(self, reading: Reading, rarity: Mapping[str, float] | None = None) -> Mapping[int, Tag]:
        """Give a tag without a name for each passage that earns it, by passage number; none if dropped.

        `rarity` weighs each term as printed (see `rarity` in this module); without it all weigh 1.
        """
        tags = {}
        for passage, matches in self._matches(reading):
            tag = _tag(self, self._lexicon.terms, passage, matches, rarity or {}, reading.document.text)
            if tag is not None:
                tags[passage.number] = tag
        return tags

    def carried(self, reading: Reading) -> Mapping[str, int]:
        """Count, for each term as printed, the passages of `reading` that hold it."""
        counts: dict[str, int] = {}
        for _, matches in self._matches(reading):
            for number in sorted({match.term for match in matches}):
                printed = self._lexicon.terms[number].printed
                counts[printed] = counts.get(printed, 0) + 1
        return counts

    @cached_property
    def _lexicon(self) -> _Lexicon:
        return _lexicon(self.terms)

    def __getstate__(self) -> dict[str, object]:
        """Leave the automaton at home when a stage travels to another process."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def _matches(self, reading: Reading) -> Iterator[tuple[Passage, tuple[_Match, ...]]]:
        kept = tuple(passage for passage in reading.passages if passage.dropped is None)
        sentences = tuple(sentence for passage in kept for sentence in passage.sentences or (_whole(passage),))
        met = _met(self._lexicon, reading, sentences)
        first = 0
        for passage in kept:
            last = first + max(1, len(passage.sentences))
            matches = tuple(match for number in range(first, last) for match in met.get(number, ()))
            if matches:
                yield passage, matches
            first = last


def rarity(carried: Mapping[str, int], passages: int) -> Mapping[str, float]:
    """Weigh each term by how few of all `passages` carry it: 1 for a rare one, towards ½ for a common one.

    `carried` is the sum over all articles of what `Terms.carried` gives. The damping is mild: a term
    was chosen by an analyst, who may well ask for what most passages hold.
    """
    if passages < 1:
        return {}
    return {
        term: round(1 / (1 + (min(count, passages) / passages) ** 2), _DIGITS)
        for term, count in sorted(carried.items())
    }


def _whole(passage: Passage) -> Span:
    return Span(start=passage.start, end=passage.end)


def _lexicon(entries: Sequence[Entry]) -> _Lexicon:
    terms = tuple(term for entry in entries for term in parse(entry))
    phrases: list[Phrase] = []
    owners: list[tuple[int, int]] = []
    asked: list[tuple[str, int, int]] = []
    for number, term in enumerate(terms):
        for place, group in enumerate(term.groups):
            for leaf in group:
                if isinstance(leaf, Signal):
                    asked.append((leaf.name, number, place))
                else:
                    phrases.append(leaf)
                    owners.append((number, place))
    return _Lexicon(terms=terms, matcher=matching.build(phrases), owners=tuple(owners), signals=tuple(asked))


def _met(lexicon: _Lexicon, reading: Reading, sentences: Sequence[Span]) -> Mapping[int, tuple[_Match, ...]]:
    """Give the terms that each sentence meets, exclusions applied, by the sentence's place in `sentences`."""
    found: dict[int, dict[tuple[int, int], list[Span]]] = {}
    starts = [sentence.start for sentence in sentences]
    for owner, span in _places(lexicon, reading):
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.end <= sentences[place].end:
            found.setdefault(place, {}).setdefault(owner, []).append(span)
    met = {}
    for place, owned in sorted(found.items()):
        matches = _resolve(lexicon.terms, owned, place)
        if matches:
            met[place] = matches
    return met


def _places(lexicon: _Lexicon, reading: Reading) -> Iterator[tuple[tuple[int, int], Span]]:
    for hit in matching.find(lexicon.matcher, reading.document.text):
        yield lexicon.owners[hit.phrase], Span(start=hit.start, end=hit.end)
    if lexicon.signals:
        spans = signals.find(reading, tuple(sorted({name for name, _, _ in lexicon.signals})))
        for name, term, group in lexicon.signals:
            for span in spans[name]:
                yield (term, group), span


def _resolve(terms: Sequence[Term], owned: Mapping[tuple[int, int], Sequence[Span]], place: int) -> tuple[_Match, ...]:
    """Give the terms met in one sentence; an exclusion met there leaves none."""
    matches = []
    for number in sorted({owner[0] for owner in owned}):
        groups = [owned.get((number, group), ()) for group in range(len(terms[number].groups))]
        if not all(groups):
            continue
        if terms[number].excluded:
            return ()
        times = min(len(group) for group in groups)
        matches += [
            _Match(term=number, sentence=place, spans=tuple(group[turn] for group in groups)) for turn in range(times)
        ]
    return tuple(_longest(terms, matches))


def _longest(terms: Sequence[Term], matches: Sequence[_Match]) -> Iterator[_Match]:
    """Leave out a single phrase that stands inside a longer one: the longer says more."""
    alone = [match.spans[0] for match in matches if len(match.spans) == 1 and not _signalled(terms[match.term])]
    for match in matches:
        span = match.spans[0]
        inside = len(match.spans) == 1 and any(
            other.start <= span.start and span.end <= other.end and other != span for other in alone
        )
        if not inside or _signalled(terms[match.term]):
            yield match


def _signalled(term: Term) -> bool:
    return any(isinstance(leaf, Signal) for group in term.groups for leaf in group)


def _tag(
    stage: Terms,
    terms: Sequence[Term],
    passage: Passage,
    matches: Sequence[_Match],
    rarities: Mapping[str, float],
    text: str,
) -> Tag | None:
    times: dict[int, int] = {}
    words: dict[str, None] = {}
    for match in matches:
        times[match.term] = times.get(match.term, 0) + 1
        signalled = _signalled(terms[match.term])
        for span in () if signalled else match.spans:
            words[text[span.start : span.end]] = None
        if signalled:
            words[terms[match.term].printed] = None
    points = math.fsum(
        terms[term].weight * rarities.get(terms[term].printed, 1.0) * (1.5 - 0.5**count)
        for term, count in sorted(times.items())
    )
    if points + 1e-9 < stage.needs:
        return None
    length = (passage.end - passage.start) / _USUAL_LENGTH
    points /= 1 - _LENGTH_SHARE + _LENGTH_SHARE * max(length, 1.0) ** 0.5
    return Tag(name="", score=round(points / (points + 1), _DIGITS), terms=tuple(words))
