"""The tagger that goes by terms: one tag, the terms that call for it, and how strongly they do."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property

from briefing.model import Passage, Reading, Span, Tag
from briefing.tag import compiled
from briefing.tag.pattern import Entry, parse

_USUAL_LENGTH = 400  # code points of a paragraph of news: up to there, length takes nothing
_LENGTH_SHARE = 0.25
_ROUNDING = 1e-9  # three weights of a third make one point
_DIGITS = 4


@dataclass(frozen=True, kw_only=True)  # no slots: what is made of the terms is kept where `cached_property` puts it
class Terms:
    """Tags passages by the terms that stand in them.

    terms: words, `begin*`, phrases, `this & that` in one sentence, `either|or`, `-exclusions`,
    `term^2` or `{term: 2}` for a weight, and "@signals" such as "@meeting".
    needs: the points a passage must reach to get the tag. A term gives its weight, said again a
    little more.
    """

    terms: tuple[Entry, ...] = field(default=())
    needs: float = 1.0

    def __post_init__(self) -> None:
        """Raise ValueError for terms that can never match: an argument for each, in words for the analyst."""
        wrong: list[str] = []
        for entry in self.terms:
            try:
                parse(entry)
            except ValueError as error:
                wrong.extend(error.args)
        if wrong:
            raise ValueError(*wrong)

    def __call__(self, reading: Reading, rarity: Mapping[str, float] | None = None) -> Mapping[int, Tag]:
        """Give a tag without a name for each passage that earns it, by passage number; none if dropped.

        The score lies between 0 and 1: points through p / (p + 1), less for a long passage. `rarity`
        (see `rarity` in this module) weighs each term as printed in the score alone: what a passage needs
        must not hang on the other articles.
        """
        tags = {}
        for passage, matches in self._matches(reading):
            if self._points(matches, {}) + _ROUNDING >= self.needs:
                score = _score(self._points(matches, rarity or {}), passage.end - passage.start)
                tags[passage.number] = Tag(name="", score=score, terms=self._words(matches, reading.document.text))
        return tags

    def carried(self, reading: Reading) -> Mapping[str, int]:
        """Count, for each term as printed, the passages of `reading` that hold it.

        Terms with a signal are left out: that most passages report something does not make it less so.
        """
        counts: dict[str, int] = {}
        for _, matches in self._matches(reading):
            for number in sorted({match.term for match in matches} - self._compiled.signalled):
                printed = self._compiled.terms[number].printed
                counts[printed] = counts.get(printed, 0) + 1
        return counts

    def __getstate__(self) -> dict[str, object]:
        """Leave the automaton at home when a stage travels to another process."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @cached_property
    def _compiled(self) -> compiled.Compiled:
        return compiled.build(self.terms)

    def _matches(self, reading: Reading) -> Iterator[tuple[Passage, tuple[compiled.Match, ...]]]:
        kept = [passage for passage in reading.passages if passage.dropped is None and passage.kind != "heading"]
        lines = [passage.sentences or (Span(start=passage.start, end=passage.end),) for passage in kept]
        met = compiled.find(self._compiled, reading, [sentence for line in lines for sentence in line])
        first = 0
        for passage, line in zip(kept, lines, strict=True):
            last = first + len(line)
            matches = tuple(match for place in range(first, last) for match in met.get(place, ()))
            if matches:
                yield passage, matches
            first = last

    def _points(self, matches: Sequence[compiled.Match], rarity: Mapping[str, float]) -> float:
        """Add up the weights of the terms met: once, one and a quarter for twice, never one and a half."""
        times: dict[int, int] = {}
        for match in matches:
            times[match.term] = times.get(match.term, 0) + 1
        asked = [(self._compiled.terms[number], count) for number, count in sorted(times.items())]
        return math.fsum(term.weight * rarity.get(term.printed, 1.0) * (1.5 - 0.5**count) for term, count in asked)

    def _words(self, matches: Sequence[compiled.Match], text: str) -> tuple[str, ...]:
        """Give the words that met the terms as the passage prints them, and a signal by its own name."""
        words: dict[str, None] = {}
        for match in matches:
            if match.term in self._compiled.signalled:
                words[self._compiled.terms[match.term].printed] = None
            else:
                words.update(dict.fromkeys(text[span.start : span.end] for span in match.spans))
        return tuple(words)


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


def _score(points: float, length: int) -> float:
    damped = points / (1 - _LENGTH_SHARE + _LENGTH_SHARE * math.sqrt(max(length / _USUAL_LENGTH, 1.0)))
    return round(damped / (damped + 1), _DIGITS)
