"""What sentences of different outlets assert, brought together where they speak of the same."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, product

from briefing.events.agree import days_overlap
from briefing.events.citing import cite_sentence
from briefing.events.days import appeared_near, last_day
from briefing.language import edtf
from briefing.language.identity import Remembered
from briefing.languages import is_rewritten
from briefing.languages.en.assertions import Assertion, find_assertions
from briefing.languages.en.assertions.figured import Figured, find_figured
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.assertions.measures import holds_number
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.clauses.sentences import Sentence, lay_out_sentences
from briefing.languages.packs import attribute_sentences, find_answer
from briefing.model import Disagreement, Position, Reading, Span

_BLOCK = 60  # a word that more sentences than this hold says too little to meet by
_MET = 2  # words that two sentences share to be held beside each other
NEAR = timedelta(days=14)  # between articles that tell one thing
_LONG_AGO = timedelta(days=90)  # before an article, from which a date is of another event

_KEEP = 2_000  # articles whose assertions are remembered: more than a brief is made of

_Told = tuple[tuple[Assertion, ...], tuple[Figured, ...]]
"""The assertions of a sentence, and its figures."""
_Asserted = tuple[int, _Told]
"""The number of a sentence's passage, and what it tells."""
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
    """A sentence not laid out yet: its article's number, its place, its text and folded words."""

    article: int
    span: Span
    text: str
    words: frozenset[str]


def meet_points(
    readings: Sequence[Reading], families: Mapping[str, str], rules: Sequence[MeetingRule]
) -> tuple[tuple[tuple[Point, Point], ...], ...]:
    """For each of `rules` the pairs of assertions whose sentences share words, each once, in
    order: the one sentence seeks what the other gives. They are of two families or one article;
    whether of two voices (`are_two_voices`) is asked of those alone that matter, for it takes
    longest.

    Their articles appeared near each other, neither sentence tells of what is long past, and the
    days that they name don't exclude each other. About linear in the text: words that many
    sentences hold bring none together. No sentence is laid out twice.
    """
    fresh = [one for one in readings if is_rewritten(one.document.language)]
    lines = [line for number, one in enumerate(fresh) for line in _lines(number, one)]
    meetings = [
        [pair for pair in _meeting_lines(lines, rule) if _are_near(pair, lines, fresh, families)]
        for rule in rules
    ]
    met = chain.from_iterable(chain.from_iterable(meetings))
    points = _lay_out(fresh, lines, sorted(set(met)))
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


def _lines(number: int, reading: Reading) -> Iterator[_Line]:
    text = reading.document.text
    for passage in reading.passages:
        for span in passage.sentences if passage.may_tell else ():
            told = text[span.start : span.end]
            yield _Line(article=number, span=span, text=told, words=fold_text(told))


def _meeting_lines(lines: Sequence[_Line], rule: MeetingRule) -> list[tuple[int, int]]:
    """The pairs of sentences that share enough words, of which one seeks and one gives."""
    seekers = {n for n, one in enumerate(lines) if rule.seeks(one.words, one.text)}
    shared: Counter[tuple[int, int]] = Counter()
    for held in _holders_of_words(lines, rule, seekers).values():
        if len(held) <= _BLOCK:
            shared.update(_seeking_pairs(held, seekers))
    return sorted(pair for pair, count in shared.items() if count >= _MET)


def _seeking_pairs(held: Sequence[int], seekers: AbstractSet[int]) -> set[tuple[int, int]]:
    """The pairs of sentences that hold one word of which one seeks."""
    seeking = [place for place in held if place in seekers]
    return {(min(one, two), max(one, two)) for one in seeking for two in held if one != two}


def _are_near(
    pair: tuple[int, int],
    lines: Sequence[_Line],
    readings: Sequence[Reading],
    families: Mapping[str, str],
) -> bool:
    """Whether two sentences are of articles that may tell one thing."""
    one, other = (readings[lines[place].article] for place in pair)
    return _are_of_one(one, other, families)


def _holders_of_words(
    lines: Sequence[_Line], rule: MeetingRule, seekers: AbstractSet[int]
) -> dict[str, list[int]]:
    """The numbers of the sentences that hold each word, of those that seek or give."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if place in seekers or rule.gives(line.words, line.text):
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


def _lay_out(
    readings: Sequence[Reading], lines: Sequence[_Line], wanted: Sequence[int]
) -> dict[int, tuple[Point, ...]]:
    """The assertions of the wanted sentences, by their number; none of what is long past."""
    by_article: dict[int, dict[int, int]] = defaultdict(dict)
    for place in wanted:
        by_article[lines[place].article][lines[place].span.start] = place
    found: dict[int, tuple[Point, ...]] = dict.fromkeys(wanted, ())
    for number, starts in by_article.items():
        reading = readings[number]
        asserted = _assert_sentences(reading, [lines[at].span for at in starts.values()])
        for start, at in starts.items():
            passage, (assertions, _) = asserted[start]
            found[at] = tuple(
                Point(
                    reading=reading,
                    passage=passage,
                    sentence=lines[at].span,
                    assertion=one,
                    words=lines[at].words,
                )
                for one in assertions
            )
    return found


def _assert_sentences(reading: Reading, wanted: Sequence[Span]) -> Mapping[int, _Asserted]:
    """The passages and the assertions of sentences of an article by where these start, none of what
    is long past.

    Figures that agree and sentences that differ are asked for in turn, of mostly the same ones, so
    each is laid out once.
    """
    held = _ASSERTED(reading)
    lacking = [span for span in wanted if span.start not in held]
    if lacking:
        text = reading.document.text
        told = {text[span.start : span.end] for span in lacking}
        held.update((span.start, (0, ((), ()))) for span in lacking)
        for sentence in lay_out_sentences(reading, told.__contains__):
            held[sentence.span.start] = (sentence.passage, _tell_sentence(reading, sentence))
    return held


def _tell_sentence(reading: Reading, sentence: Sentence) -> _Told:
    """What a sentence tells, without what is long past."""
    asserted, figures = find_assertions(sentence), find_figured(sentence)
    return (
        tuple(one for one in asserted if not _is_long_past(reading, one.dates)),
        tuple(one for one in figures if not _is_long_past(reading, one.dates)),
    )


def _nothing_yet(_reading: Reading) -> dict[int, _Asserted]:
    return {}


_ASSERTED = Remembered(find=_nothing_yet, most=_KEEP)


def _is_long_past(reading: Reading, dates: Sequence[str]) -> bool:
    day = publication_day(reading.document)
    if not day:
        return False
    first = edtf.bounds(day)[0] - _LONG_AGO
    return any(edtf.bounds(date)[1] < first for date in dates)


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
    """Every assertion of an article, none of what is long past, each in its place."""
    for line, (assertions, _) in _all_lines(reading):
        for one in assertions:
            yield Point(
                reading=reading,
                passage=line.passage,
                sentence=line.span,
                assertion=one,
                words=line.words,
            )


def all_figures(reading: Reading) -> Iterator[tuple[PlacedSentence, Figured]]:
    """Every figure of an article, each in its place."""
    for line, (_, figures) in _all_lines(reading):
        yield from ((line, one) for one in figures)


def _all_lines(reading: Reading) -> Iterator[tuple[PlacedSentence, _Told]]:
    if not is_rewritten(reading.document.language):
        return
    rough = list(_lines(0, reading))
    asserted = _assert_sentences(reading, [one.span for one in rough])
    for one in rough:
        passage, told = asserted[one.span.start]
        made = PlacedSentence(reading=reading, passage=passage, span=one.span, words=one.words)
        yield made, told


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
    spans = (sentence,) if answer in {None, beside} else (sentence, answer)
    text = reading.document.text
    return Position(
        text=" ".join(" ".join(text[one.start : one.end].split()) for one in spans),
        statement=None,
        citations=tuple(cite_sentence(reading, one) for one in spans),
        as_of=publication_day(reading.document) or None,
    )
