"""What an article of a pack counts: the dead, the injured, the missing, by `counts.txt`.

A figure is a count only where its own words say who is counted (a noun for people right behind it,
or one like "victims" that says what became of them) and what happened to them. What a clause
denies or supposes, ranges, rates, parts of a number and figures for two things at once count
nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from briefing.language import late
from briefing.language.draft import Placed, things_inside
from briefing.language.lookalike import spelling_key
from briefing.language.plain.attributing import attribute_sentences
from briefing.language.plain.lexicon import Lexicon
from briefing.language.plain.phrases import PhraseList
from briefing.model import Count, Passage, Reading, Span

_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f.,’'٬]\d{3})+(?!\d)"
_TOKEN = late.pattern(
    rf"(?P<figure>{_GROUPED}|\d+(?:[.,٫]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)|(?P<sign>[^\w\s])"
)
_GROUPS = late.pattern(_GROUPED)
_LISTS = (
    "people", "pairs", "floors", "parts", "ranges", "units", "stops", "opening", "not", "supposed"
)  # fmt: skip
_WAYS = ("counted", "done", "before", "total")
_DEAD = "dead"
_BEHIND, _AHEAD = 12, 6  # words on either side of a figure among which it is said what happened
_NEXT = 4  # words behind an "and" among which a figure of its own stands
_BETWEEN = 1  # words that may stand between a figure and its noun ("12 young men")
_YEARS = range(1800, 2101)  # a bare figure of these is more likely a year


@dataclass(frozen=True, slots=True, kw_only=True)
class CountToken:
    """A word, figure or sign of a sentence; `value` is what a figure amounts to, None for any
    other.
    """

    text: str
    kind: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlace:
    """A figure and its `value` among the tokens of its sentence, before `last`; where people are
    `counted`, `noun` is where the words end that say so, else it is `last`.
    """

    tokens: Sequence[CountToken]
    first: int
    last: int
    noun: int
    counted: bool
    value: Decimal

    @property
    def words(self) -> list[str]:
        """The words and signs of the sentence."""
        return [token.text for token in self.tokens]


@dataclass(frozen=True, kw_only=True)
class CountRules:
    """The words by which a language counts people. Not slotted: they are read when first asked
    for.
    """

    lexicon: Lexicon

    def find(self, reading: Reading, passage: Passage) -> Iterator[Count]:
        """The counts of a passage in order; what one sentence counts twice with different numbers
        is left out.
        """
        for sentence in passage.sentences if self._kinds else ():
            dates = things_inside(reading.dates, sentence.start, sentence.end)
            values = {*self._in_sentence(reading.document.text, sentence, dates)}
            told = Counter(quantity for quantity, _, _ in values)
            for quantity, value, floor in sorted(values):
                if told[quantity] == 1:
                    yield _make_count(reading, passage, sentence, (quantity, value, floor))

    def read_toll(self, text: str, dates: Sequence[Placed]) -> int | None:
        """How many dead a text counts whose dates stand at `dates`, None where it counts none or
        more than one number.
        """
        whole = Span(start=0, end=len(text))
        found = {v for q, v, _ in self._in_sentence(text, whole, dates) if q == _DEAD}
        return int(found.pop()) if len(found) == 1 else None

    def _in_sentence(
        self, text: str, sentence: Span, dates: Sequence[Placed]
    ) -> Iterator[tuple[str, str, bool]]:
        """Quantity, value, and whether more is possible, for each figure that counts people."""
        tokens = tuple(self._tokens(text, sentence, dates))
        figures = [(at, one.value) for at, one in enumerate(tokens) if one.value is not None]
        if not figures or self._lists["supposed"].is_in([token.text for token in tokens]):
            return
        for first, value in figures:
            place = self._place(tokens, first, value)
            quantity = self._quantity(place) if place is not None else ""
            if place is not None and quantity:
                yield quantity, format(value, "f"), self._is_floor(place)

    def _tokens(self, text: str, sentence: Span, dates: Sequence[Placed]) -> Iterator[CountToken]:
        """The tokens of a sentence without those of its dates, numbers put together."""
        found = [
            match
            for match in _TOKEN.finditer(text, sentence.start, sentence.end)
            if not any(d.start <= match.start() < d.end for d in dates)
        ]
        words = [match[0].lower() for match in found]
        place = 0
        while place < len(found):
            kind = str(found[place].lastgroup)
            length, value = self._number(words, place, kind)
            yield CountToken(text=words[place], kind="figure" if length else kind, value=value)
            place += max(1, length)

    def _number(self, words: Sequence[str], place: int, kind: str) -> tuple[int, Decimal | None]:
        """How many words a number takes that begins at a place, and what it amounts to; (0, None)
        where none does, (n, None) where it is no whole number.
        """
        is_figure = kind == "figure"
        length = 1 if is_figure else self._numbers.length_at(words, place)
        there = tuple(words[place : place + length])
        value = _figure_value(there[0]) if is_figure else self._values.get(there)
        if value is None:
            return length, None
        behind = place + length
        scale = self._scales.get(words[behind]) if behind < len(words) else None
        if scale is not None:
            length += 1
            if _GROUPS.fullmatch(words[place]) and value >= Decimal(1000):
                return length, None
            value *= scale
        whole = value.to_integral_value()
        return length, whole if whole == value else None

    def _place(
        self, tokens: Sequence[CountToken], first: int, value: Decimal
    ) -> FigurePlace | None:
        """A figure with its noun; None where it is part of a range, of another number or no number
        of people.
        """
        last, words = first + 1, [token.text for token in tokens]
        near = (*tokens[max(0, first - 2) : first], *tokens[last : last + 2])
        ranged = self._lists["ranges"].is_in([token.text for token in near])
        if ranged and any(token.kind == "figure" for token in near):
            return None
        part = self._lists["parts"].length_before(words[:first])
        if part or self._lists["units"].length_at(words, last):
            return None
        paired = bool(self._lists["pairs"].length_at(words, first))
        noun = last if paired else self._noun_end(tokens, words, last)
        return FigurePlace(
            tokens=tokens,
            first=first,
            last=last,
            noun=noun,
            counted=paired or noun > last,
            value=value,
        )

    def _noun_end(self, tokens: Sequence[CountToken], words: Sequence[str], last: int) -> int:
        """Where the noun ends that says who is counted, `last` where none does."""
        for place in range(last, min(last + _BETWEEN + 1, len(words))):
            length = self._lists["people"].length_at(words, place)
            if length:
                return place + length
            if tokens[place].kind != "word" or words[place] in self._small:
                break
        return last

    def _quantity(self, place: FigurePlace) -> str:
        """What became of those whom a figure counts, "" where that is not certain."""
        behind = self._stretch(place.tokens[place.noun :], _BEHIND, ("stops", "opening"))
        ahead = self._stretch(place.tokens[: place.first][::-1], _AHEAD, ("stops",))[::-1]
        found = {
            name
            for name, ways in self._kinds.items()
            if self._is_said_behind(place, ways, behind) or _is_said_ahead(place, ways, ahead)
        }
        found.update(self._joined(place))
        before = place.words[: place.first]
        floor = self._lists["floors"].length_before(before)
        near = before[max(0, len(before) - floor - 2) : len(before) - floor]
        denied = self._lists["not"].is_in([*near, *behind])
        return found.pop() if len(found) == 1 and not denied else ""

    def _is_said_behind(
        self, place: FigurePlace, ways: Mapping[str, PhraseList], behind: Sequence[str]
    ) -> bool:
        """Whether the noun of a figure, or the words behind it, name a quantity."""
        if place.counted:
            return ways["done"].is_in(behind)
        if ways["counted"].length_at(behind, 0) or ways["done"].length_at(behind, 0):
            return True
        way = "done" if behind and behind[0] in self._small else "counted"
        return ways[way].length_at(behind, 1) > 0

    def _joined(self, place: FigurePlace) -> Iterator[str]:
        """What else is said of the same people without a figure of its own: "12 dead and
        injured", "killed and injured were 12".
        """
        yield from self._joined_ahead(place)
        yield from self._joined_behind(place)

    def _joined_ahead(self, place: FigurePlace) -> Iterator[str]:
        words = place.words
        for at in range(max(0, place.first - _AHEAD), place.first):
            own = any(token.kind == "figure" for token in place.tokens[max(0, at - _NEXT) : at])
            if self._lists["stops"].length_at(words, at) and not own:
                yield from self._named_before(words[:at])

    def _joined_behind(self, place: FigurePlace) -> Iterator[str]:
        words = place.words
        for at in range(place.last, len(words)):
            if place.tokens[at].kind == "figure":
                return
            other = at + self._lists["stops"].length_at(words, at)
            if other == at and not self._lists["opening"].length_at(words, at):
                continue
            if not any(token.kind == "figure" for token in place.tokens[other : other + _NEXT]):
                yield from self._named_at(words, other)

    def _named_at(self, words: Sequence[str], at: int) -> Iterator[str]:
        """The quantities that a word names."""
        for name, ways in self._kinds.items():
            if ways["counted"].length_at(words, at) or ways["done"].length_at(words, at):
                yield name

    def _named_before(self, words: Sequence[str]) -> Iterator[str]:
        """The quantities that some words end with."""
        for name, ways in self._kinds.items():
            if any(ways[way].length_before(words) for way in ("done", "before", "counted")):
                yield name

    def _stretch(self, tokens: Sequence[CountToken], most: int, ends: Sequence[str]) -> list[str]:
        """The words from a figure on to the end of its clause."""
        words: list[str] = []
        for token in tokens[:most]:
            ended = any(self._lists[end].is_in([token.text]) for end in ends)
            if token.kind != "word" or ended:
                break
            words.append(token.text)
        return words

    def _is_floor(self, place: FigurePlace) -> bool:
        """Whether a figure is only the least: "at least 12"."""
        words, floors = place.words, self._lists["floors"]
        return floors.length_before(words[: place.first]) > 0 or any(
            floors.length_at(words, at) for at in (place.last, place.noun) if at < len(words)
        )

    @cached_property
    def _lists(self) -> Mapping[str, PhraseList]:
        return {name: self._phrases(name) for name in _LISTS}

    @cached_property
    def _small(self) -> frozenset[str]:
        return self.lexicon.small_words

    @cached_property
    def _kinds(self) -> Mapping[str, Mapping[str, PhraseList]]:
        """The words of each quantity by the way in which they name it."""
        rows = self.lexicon.entries("counts", "quantities")
        return {name: {way: self._phrases(f"{name} {way}") for way in _WAYS} for name in rows}

    def _phrases(self, section: str) -> PhraseList:
        return PhraseList.of(
            self.lexicon.entries("counts", section), self.lexicon.entries("clitics", "")
        )

    @cached_property
    def _values(self) -> Mapping[tuple[str, ...], Decimal]:
        return {
            tuple(form.lower().split()): Decimal(number)
            for number, *forms in self.lexicon.rows("counts", "numbers")
            for form in forms
        }

    @cached_property
    def _numbers(self) -> PhraseList:
        return PhraseList.of([" ".join(words) for words in self._values], ())

    @cached_property
    def _scales(self) -> Mapping[str, Decimal]:
        return {
            form.lower(): Decimal(number)
            for number, *forms in self.lexicon.rows("counts", "scales")
            for form in forms
        }


def _is_said_ahead(
    place: FigurePlace, ways: Mapping[str, PhraseList], ahead: Sequence[str]
) -> bool:
    """Whether the words before a figure name a quantity."""
    if place.counted:
        return ways["done"].is_in(ahead) or ways["before"].is_in(ahead)
    return int(place.value) not in _YEARS and ways["total"].is_in(ahead)


def _figure_value(figure: str) -> Decimal:
    """What digits amount to, in any script, groups of three joined."""
    plain = "".join(str(int(sign)) if sign.isdigit() else sign for sign in figure)
    if _GROUPS.fullmatch(figure):
        return Decimal(re.sub(r"\D", "", plain))
    return Decimal(plain.replace(",", ".").replace("٫", "."))


def _make_count(
    reading: Reading, passage: Passage, sentence: Span, found: tuple[str, str, bool]
) -> Count:
    quantity, value, floor = found
    inside = (m for m in reading.mentions if sentence.start <= m.start < sentence.end)
    names = {one.key: one.name for one in reading.entities}
    return Count(
        document=reading.document.id,
        passage=passage.number,
        start=sentence.start,
        end=sentence.end,
        quantity=quantity,
        value=value,
        floor=floor,
        speaker=attribute_sentences(reading, (sentence,)).speaker,
        about=tuple(sorted({spelling_key(names[one.entity]) for one in inside})),
    )
