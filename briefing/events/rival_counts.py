"""Where a party names the figure that it says is not right, and another gives that: "one missed
test, not two".

Nothing here knows kinds of things. Figures of one noun without that are not held beside each other
here: on news clusters none of four such pairs was of one thing, though the words round both were
rare.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, combinations

from briefing.events.days import appeared_near, last_day
from briefing.events.points import all_figures
from briefing.events.sides import tell_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.assertions.measures import HOW_MANY
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.contrasts.find import are_dated_apart, dates_in
from briefing.languages.en.contrasts.parties import name_party, says_not
from briefing.model import Disagreement, Figured, Reading, Span

TOPICS = frozenset({HOW_MANY})
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A figure in its sentence, and who gives it."""

    reading: Reading
    sentence: Span
    words: frozenset[str]
    figured: Figured
    party: frozenset[str]
    against: frozenset[str]


def list_rival_counts(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """A row for each pair of figures of two parties for what is surely one thing."""
    told = [one for one in readings if is_rewritten(one.document.language)]
    if not any(says_not(one.document.text) for one in told):
        return ()
    by_noun: dict[str, list[_Count]] = defaultdict(list)
    for count in chain.from_iterable(map(_read_counts, told)):
        by_noun[count.figured.counted].append(count)
    pairs = chain.from_iterable(map(_pair_named, by_noun.values()))
    rows = (_make_row(*pair) for pair in pairs if _may_be_one(*pair, families))
    return tuple(row for row in rows if row is not None)


def _pair_named(counts: Sequence[_Count]) -> Iterator[tuple[_Count, _Count]]:
    """The pairs of counts of a noun of which one names the other as wrong."""
    if any(one.against for one in counts):
        yield from (pair for pair in combinations(counts, 2) if _are_of_one(*pair))


def _read_counts(reading: Reading) -> Iterator[_Count]:
    for one in all_figures(reading):
        figured = one.figured
        text = " ".join(reading.document.text[one.line.span.start : one.line.span.end].split())
        party, against = fold_text(name_party(reading, text)), says_not(text)
        plain = bool(against) or not (figured.denied or figured.meant)
        if party and plain and figured.counted:
            yield _Count(
                reading=reading,
                sentence=one.line.span,
                words=one.line.words,
                figured=figured,
                party=party,
                against=against,
            )


def _may_be_one(one: _Count, other: _Count, families: Mapping[str, str]) -> bool:
    """Whether two parties give two values near in time."""
    ours, theirs = one.reading.document, other.reading.document
    if families[ours.id] == families[theirs.id] or one.figured.told == other.figured.told:
        return False
    apart = not one.party & other.party and appeared_near(ours, theirs, _WEEK)
    days = (dates_in(side.reading, side.sentence) for side in (one, other))
    return apart and one.figured.kind == other.figured.kind and not are_dated_apart(*days)


def _are_of_one(one: _Count, other: _Count) -> bool:
    """Whether one figure is named as wrong beside the other, and the sentences share a word."""
    shared = (one.words & other.words) - {one.figured.counted} - one.party - other.party
    named = _first_word(one) in other.against or _first_word(other) in one.against
    return named and bool(shared)


def _first_word(one: _Count) -> str:
    """A figure as it stands, in small letters: "two", "1,100"."""
    figure = one.figured.figure
    return one.reading.document.text[figure.start : figure.end].split()[0].lower()


def _make_row(one: _Count, other: _Count) -> Disagreement | None:
    sides = sorted((one, other), key=_place)
    told = [tell_side(side.reading, side.sentence) for side in sides]
    first, second = told
    if first is None or second is None:
        return None
    return Disagreement(topic=HOW_MANY, positions=(first, second))


def _place(one: _Count) -> tuple[str, str, int]:
    day = last_day(publication_day(one.reading.document))
    return day, one.reading.document.id, one.sentence.start
