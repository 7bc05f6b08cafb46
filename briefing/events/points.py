"""What sentences of different outlets assert, brought together where they speak of the same."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, combinations, product

from briefing.events.agree import days_overlap
from briefing.events.citing import cite_sentence
from briefing.events.days import appeared_near, last_day
from briefing.languages.en.assertions import find_told
from briefing.languages.en.assertions.measures import holds_number
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.late_denials import list_through
from briefing.languages.packs import attribute_sentences, find_answer
from briefing.model import (
    Assertion,
    Disagreement,
    Figured,
    Position,
    Reading,
    Span,
    ToldSentence,
)

_BLOCK = 60  # a word that more sentences than this hold says too little to meet by
_MET = 2  # words that two sentences share to be held beside each other
NEAR = timedelta(days=14)  # between articles that tell one thing

Asks = Callable[[frozenset[str], str], bool]
"""What is asked of a sentence: its folded words, and its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRule:
    """Which sentences are held beside each other: one that `seeks`, and one that `gives`."""

    seeks: Asks
    gives: Asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One assertion in its place: its article, passage and sentence, and all folded
    words of that sentence.
    """

    reading: Reading
    passage: int
    sentence: Span
    assertion: Assertion
    words: frozenset[str]

    @property
    def place(self) -> tuple[str, int, int]:
        """Its article's id, and where its sentence and itself begin."""
        return self.reading.document.id, self.sentence.start, self.assertion.start

    @property
    def day(self) -> str:
        """The date of its article (EDTF), "" where nobody knows it."""
        return publication_day(self.reading.document)

    @property
    def speaker(self) -> str:
        """Who says it, "" for the outlet."""
        return attribute_sentences(self.reading, (self.sentence,)).speaker


Found = tuple[int, str, Point, Point]
"""Two assertions that differ, with how many words both share, and the question they answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A sentence in its article, and the text of it."""

    reading: Reading
    sentence: ToldSentence
    text: str

    @property
    def words(self) -> frozenset[str]:
        """Its folded words."""
        return self.sentence.words


def meet_points(
    readings: Sequence[Reading], families: Mapping[str, str], rules: Sequence[MeetingRule]
) -> tuple[tuple[tuple[Point, Point], ...], ...]:
    """For each of `rules` the pairs of assertions whose sentences share words, each once, in
    order: the one sentence seeks what the other gives. They are of two families or one article;
    whether of two voices (`are_two_voices`) is asked of those alone that matter, for it takes
    longest.

    Their articles appeared near each other, neither sentence tells of what is long past, and the
    days that they name don't exclude each other. About linear in the text: words that many
    sentences hold bring none together.
    """
    lines = [line for one in readings for line in _lines(one)]
    meetings = [
        [pair for pair in _meeting_lines(lines, rule) if _are_near(pair, lines, families)]
        for rule in rules
    ]
    met = set(chain.from_iterable(chain.from_iterable(meetings)))
    points = {
        place: tuple(_points_of(lines[place], lines[place].sentence.assertions)) for place in met
    }
    return tuple(tuple(_pair_points(pairs, points)) for pairs in meetings)


def _pair_points(
    pairs: Sequence[tuple[int, int]], points: Mapping[int, Sequence[Point]]
) -> Iterator[tuple[Point, Point]]:
    """The assertions of sentences that meet, each of one beside each of the other."""
    for one, other in pairs:
        yield from (
            pair for pair in product(points[one], points[other]) if not are_dated_apart(*pair)
        )


def holds_figure(words: frozenset[str], text: str) -> bool:
    """Whether a sentence may give a figure of something."""
    return bool(words) and holds_number(text)


FIGURES = MeetingRule(seeks=holds_figure, gives=holds_figure)
"""Figures beside figures."""


def _lines(reading: Reading) -> Iterator[_Line]:
    text = reading.document.text
    for one in find_told(reading):
        yield _Line(reading=reading, sentence=one, text=text[one.span.start : one.span.end])


def _meeting_lines(lines: Sequence[_Line], rule: MeetingRule) -> list[tuple[int, int]]:
    """The pairs of sentences that share enough words, of which one seeks and one gives."""
    seekers = {n for n, one in enumerate(lines) if rule.seeks(one.words, one.text)}
    shared: Counter[tuple[int, int]] = Counter()
    for held in _holders_of_words(lines, rule, seekers).values():
        if len(held) <= _BLOCK:
            shared.update(_seeking_pairs(held, seekers))
    return sorted(pair for pair, count in shared.items() if count >= _MET)


def _seeking_pairs(held: Sequence[int], seekers: AbstractSet[int]) -> Iterable[tuple[int, int]]:
    """The pairs of sentences that hold one word of which one seeks; `held` are in order."""
    seeking = [place for place in held if place in seekers]
    if len(seeking) == len(held):
        return combinations(held, 2)
    return {(min(one, two), max(one, two)) for one in seeking for two in held if one != two}


def _are_near(
    pair: tuple[int, int],
    lines: Sequence[_Line],
    families: Mapping[str, str],
) -> bool:
    """Whether two sentences are of articles that may tell one thing."""
    one, other = (lines[place].reading for place in pair)
    return _are_of_one(one, other, families)


def _holders_of_words(
    lines: Sequence[_Line], rule: MeetingRule, seekers: AbstractSet[int]
) -> dict[str, list[int]]:
    """The numbers of the sentences that hold each word, of those that seek or give."""
    holders: dict[str, list[int]] = defaultdict(list)
    apart = rule.gives is not rule.seeks
    for place, line in enumerate(lines):
        if place in seekers or (apart and rule.gives(line.words, line.text)):
            for word in line.words:
                holders[word].append(place)
    return holders


def _are_of_one(one: Reading, other: Reading, families: Mapping[str, str]) -> bool:
    """Whether two articles are one, or of two families and appeared near each other."""
    if one is other:
        return True
    if families[one.document.id] == families[other.document.id]:
        return False
    return appeared_near(one.document, other.document, NEAR)


def _points_of(line: _Line, assertions: Iterable[Assertion]) -> Iterator[Point]:
    """Some assertions of a sentence, each in its place."""
    told = line.sentence
    for one in assertions:
        yield Point(
            reading=line.reading,
            passage=told.passage,
            sentence=told.span,
            assertion=one,
            words=told.words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSentence:
    """A sentence of an article: its passage's number, its place, its folded words."""

    reading: Reading
    passage: int
    span: Span
    words: frozenset[str]

    @property
    def day(self) -> str:
        """The date of its article (EDTF), "" where nobody knows it."""
        return publication_day(self.reading.document)


def all_points(reading: Reading) -> Iterator[Point]:
    """Every assertion of an article, each in its place, also of what is long past."""
    for line in _lines(reading):
        yield from _points_of(line, (*line.sentence.assertions, *line.sentence.past))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFigure:
    """A figure of an article in its sentence, with the shortest assertion that holds it, if any
    does.
    """

    line: PlacedSentence
    figured: Figured
    act: Assertion | None


def all_figures(reading: Reading) -> Iterator[PlacedFigure]:
    """Every figure of an article, each in its place, also of what is long past."""
    for told in find_told(reading):
        line = PlacedSentence(
            reading=reading, passage=told.passage, span=told.span, words=told.words
        )
        assertions = (*told.assertions, *told.past)
        for one in (*told.figures, *told.past_figures):
            yield PlacedFigure(line=line, figured=one, act=_act_of(one, assertions))


def _act_of(one: Figured, assertions: Sequence[Assertion]) -> Assertion | None:
    """The shortest of some assertions that holds a figure."""
    place = one.figure.start
    holding = [made for made in assertions if made.start <= place < made.end]
    return min(holding, key=lambda made: made.end - made.start, default=None)


def are_two_voices(one: Point, other: Point) -> bool:
    """Whether two outlets say so, or in one article two that are named; who says otherwise on
    another day has changed his mind.
    """
    speakers = (one.speaker, other.speaker)
    if one.reading is not other.reading:
        return not speakers[0] or speakers[0] != speakers[1] or one.day == other.day
    return all(speakers) and speakers[0] != speakers[1]


def are_dated_apart(one: Point, other: Point) -> bool:
    """Whether two assertions name days, and none in common."""
    ours, theirs = one.assertion.dates, other.assertion.dates
    return bool(ours and theirs) and not any(days_overlap(a, b) for a in ours for b in theirs)


def rank_points(found: Found) -> tuple[int, int, tuple[str, int, int], tuple[str, int, int]]:
    """What a pair with what it shares is sorted by: the most shared, then the shortest."""
    worth, _, one, other = found
    length = sum(point.sentence.end - point.sentence.start for point in (one, other))
    return -worth, length, one.place, other.place


def make_row(topic: str, one: Point, other: Point) -> Disagreement:
    """The row of two assertions, the earlier article's first."""
    sides = sorted((one, other), key=lambda point: (last_day(point.day), point.place))
    positions = tuple(
        make_side(point.reading, point.sentence, beside.sentence)
        for point, beside in zip(sides, reversed(sides), strict=True)
    )
    return Disagreement(topic=topic, positions=positions)


def make_side(reading: Reading, sentence: Span, beside: Span) -> Position:
    """One side of a difference: a sentence in its own words, with the one behind it that takes it
    back unless that is the other side, `beside`, and the date of its article.
    """
    answer = find_answer(reading, sentence)
    answers = list_through(reading, sentence)[1:] or (() if answer is None else (answer,))
    spans = (sentence, *(() if beside in answers else answers))
    text = reading.document.text
    return Position(
        text=" ".join(" ".join(text[one.start : one.end].split()) for one in spans),
        statement=None,
        citations=tuple(cite_sentence(reading, one) for one in spans),
        as_of=publication_day(reading.document) or None,
    )
