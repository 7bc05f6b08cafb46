"""The tagger that goes by terms: one tag, the terms that call for it, and how strongly they do."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache

from briefing.model import Passage, Reading, Span, Tag
from briefing.tag import compiled
from briefing.tag.compiled import Compiled
from briefing.tag.pattern import Entry, Signal, Term, parse_entry

_USUAL_LENGTH = 400  # code points of a paragraph of news: up to there, length takes nothing
_LENGTH_SHARE = 0.25
_ROUNDING = 1e-9  # three weights of a third make one point
_DIGITS = 4


@dataclass(frozen=True, kw_only=True)  # no slots: the hash is kept where `cached_property` puts it
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
        """Raise ValueError for terms that can never match: an argument for each, in words for the
        analyst.
        """
        wrong: list[str] = []
        for entry in self.terms:
            try:
                parse_entry(entry)
            except ValueError as error:
                wrong.extend(error.args)
        if wrong:
            raise ValueError(*wrong)

    def __hash__(self) -> int:
        """Hash by what is printed: entries may be lists."""
        return self._hash

    def __call__(self, reading: Reading) -> Mapping[int, Tag]:
        """Give a tag without a name for each passage that earns it, by passage number; none if
        dropped.

        The score lies between 0 and 1: points through p / (p + 1), less for a long passage.
        """
        return tag_together({"": self}, reading)[""]

    def __getstate__(self) -> dict[str, object]:
        """Leave what is worked out at home when a stage travels to another process."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @cached_property
    def _hash(self) -> int:
        return hash(repr(self.terms))


def tag_together(taggers: Mapping[str, Terms], reading: Reading) -> Mapping[str, Mapping[int, Tag]]:
    """What each of `taggers` gives of `reading`, under the tagger's name; it is searched once
    for all.
    """
    return tag_compiled(compile_taggers(tuple(taggers.values())), taggers, reading)


def tag_compiled(
    made: Compiled, taggers: Mapping[str, Terms], reading: Reading, *, signalled: bool = True
) -> Mapping[str, Mapping[int, Tag]]:
    """As `tag_together`, of taggers made ready; without `signalled` as if no signal held."""
    met = _meet_passages(made, reading, signalled=signalled)
    given = {}
    for (name, tagger), terms, asking, by_passage in zip(
        taggers.items(), made.terms, made.signalled, met, strict=True
    ):
        tags = {}
        for number, (passage, several) in by_passage.items():
            points = _add_points(terms, several)
            if points + _ROUNDING >= tagger.needs:
                words = _met_words(terms, asking, several, reading.document.text)
                tags[number] = Tag(
                    name=name, score=_damp_score(points, passage.end - passage.start), terms=words
                )
        given[name] = tags
    return given


def tally_points(made: Compiled, reading: Reading) -> tuple[float, ...]:
    """By tag, the most points that a passage has by its words alone."""
    return tuple(
        max((_add_points(terms, several) for _, several in by_passage.values()), default=0.0)
        for terms, by_passage in zip(
            made.terms, _meet_passages(made, reading, signalled=False), strict=True
        )
    )


def asks_for_signal(entry: Entry) -> bool:
    """Whether an entry of terms asks for a signal anywhere."""
    return any(
        isinstance(leaf, Signal)
        for term in parse_entry(entry)
        for group in term.groups
        for leaf in group
    )


def count_points(about: Terms, reading: Reading) -> float:
    """The points that the words of a whole article give: its title and headings count, what else
    is dropped doesn't.
    """
    made = compile_taggers((about,))
    live = [one for one in reading.passages if one.dropped is None or one.kind == "heading"]
    (met,) = compiled.find_terms(
        made, reading, [line for one in live for line in _lines_of(one)], signalled=False
    )
    return _add_points(made.terms[0], [one for several in met.values() for one in several])


_Met = dict[int, tuple[Passage, list[compiled.Match]]]
"""By a passage's number, the passage and the terms that it meets."""


def _meet_passages(made: Compiled, reading: Reading, *, signalled: bool) -> tuple[_Met, ...]:
    """By tag, the passages that meet any of its terms."""
    kept = [one for one in reading.passages if one.is_live]
    placed = [(passage, line) for passage in kept for line in _lines_of(passage)]
    lines = [line for _, line in placed]
    met = compiled.find_terms(made, reading, lines, signalled=signalled)
    found: tuple[_Met, ...] = tuple({} for _ in met)
    for by_passage, places in zip(found, met, strict=True):
        for place, matches in places.items():
            passage, _ = placed[place]
            by_passage.setdefault(passage.number, (passage, []))[1].extend(matches)
    return found


def _lines_of(passage: Passage) -> tuple[Span, ...]:
    return passage.sentences or (Span(start=passage.start, end=passage.end),)


@lru_cache(maxsize=8)
def compile_taggers(taggers: tuple[Terms, ...]) -> Compiled:
    """Taggers made ready to be asked together. Pure, so it is kept."""
    return compiled.compile_entries(tuple(tagger.terms for tagger in taggers))


def _add_points(terms: Sequence[Term], matches: Sequence[compiled.Match]) -> float:
    """Add up the weights of the terms met: once, one and a quarter for twice, never one and a
    half.
    """
    if not matches:
        return 0.0
    if len(matches) == 1:
        return terms[matches[0][0]].weight
    times: dict[int, int] = {}
    for number, _ in matches:
        times[number] = times.get(number, 0) + 1
    return math.fsum(
        terms[number].weight * (1.5 - 0.5**count) for number, count in sorted(times.items())
    )


def _met_words(
    terms: Sequence[Term], signalled: frozenset[int], matches: Sequence[compiled.Match], text: str
) -> tuple[str, ...]:
    """The words that met the terms as the passage prints them, and a signal by its own
    name.
    """
    words: dict[str, None] = {}
    for number, spans in matches:
        if number in signalled:
            words[terms[number].printed] = None
        else:
            for start, end in spans:
                words[text[start:end]] = None
    return tuple(words)


def undamp_score(score: float, length: int) -> float:
    """The points behind the score of a passage of `length` code points, but for rounding."""
    return score / (1 - score) * _length_damping(length)


def _damp_score(points: float, length: int) -> float:
    damped = points / _length_damping(length)
    return round(damped / (damped + 1), _DIGITS)


def _length_damping(length: int) -> float:
    return 1 - _LENGTH_SHARE + _LENGTH_SHARE * math.sqrt(max(length / _USUAL_LENGTH, 1.0))
