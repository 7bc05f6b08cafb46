"""Counts of one thing held together: a row by quantity, with each value, who says so, and as of
when.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import chain, combinations

from briefing.events.citing import cite_sentence
from briefing.events.count_standing import settle_counts, takes_back
from briefing.events.course import are_two_opinions, count_day
from briefing.events.days import appeared_near, last_day
from briefing.events.occasions import Occasion, is_same_occasion, read_occasion
from briefing.events.sides import find_lead
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.counts import TITLES
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.clauses.parties import name_key, person_key
from briefing.languages.en.names.lists import PLACES
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.languages.packs import find_answer, pack_for
from briefing.model import Count, Disagreement, Position, Reading, Span

_NEAR = timedelta(days=60)  # between articles that count the dead of one event
_ALIKE = 0.5  # share of words from which counts that share a place are of one event
_BLOCK = 200  # counts of one name and kind; of more nobody could make a row


def differ_in_counts(
    readings: Sequence[Reading], families: Mapping[str, str], older: frozenset[str]
) -> tuple[Disagreement, ...]:
    """A row for each quantity of one event on which voices differ, each value once, the oldest
    first.

    Two counts are of one event where their sentences (else their articles' openings) name the same
    and the articles appeared near each other; across languages, and in one whose clauses nobody
    knows, only where they name one day and one place (`occasions`). Voices are outlets and, within
    an article, speakers; of versions of one article only the latest counts, and one voice doesn't
    differ with itself. A count that went on while the story did is no difference
    (`course.are_two_opinions`); where two voices differ the row has the earlier ones, too. `older`
    are the documents of which a later version is among the sources.
    """
    by_id = {one.document.id: one for one in readings}
    counts = [
        count
        for one in sorted(readings, key=lambda r: r.document.id)
        if one.document.id not in older
        for count in pack_for(one.document.language).find_counts(one)
    ]
    groups = chain.from_iterable(map(_part_groups, _group_languages(counts, by_id)))
    rows = (_count_row(group, by_id, families) for group in groups)
    return tuple(row for row in rows if row is not None)


def _part_groups(counts: Sequence[Count]) -> list[list[Count]]:
    """The counts of one event apart by whom they count: soldiers and people, one side's soldiers
    and the other's can each be as many as they are.
    """
    parted: dict[str, list[Count]] = {}
    for count in counts:
        parted.setdefault(count.group, []).append(count)
    return list(parted.values())


def _group_languages(counts: Sequence[Count], readings: Mapping[str, Reading]) -> list[list[Count]]:
    """Group counts whose words are known by those, then put the others to the groups and counts
    whose occasion is theirs.
    """
    rewritten = {name: is_rewritten(one.document.language) for name, one in readings.items()}
    worded = [count for count in counts if rewritten[count.document]]
    plain = [count for count in counts if not rewritten[count.document]]
    groups = _group_counts(worded, readings)
    if not plain:
        return groups
    grouped = frozenset(chain.from_iterable(groups))
    alone = [[count] for count in worded if count not in grouped]
    occasions = {count: read_occasion(count, readings[count.document]) for count in counts}
    return list(filter(_makes_group, _add_by_occasion([*groups, *alone], plain, occasions)))


def _makes_group(counts: Sequence[Count]) -> bool:
    """Whether counts are several, and no more than anybody could make a row of."""
    return 1 < len(counts) <= _BLOCK


def _add_by_occasion(
    groups: Sequence[list[Count]], counts: Sequence[Count], occasions: Mapping[Count, Occasion]
) -> list[list[Count]]:
    """Groups with further counts, each put to the first that is of its occasion, else alone."""
    found = [[*group] for group in groups]
    for count in counts:
        home = next((one for one in found if _fits_occasion(count, one, occasions)), None)
        if home is None:
            found.append([count])
        else:
            home.append(count)
    return found


def _fits_occasion(
    count: Count, group: Sequence[Count], occasions: Mapping[Count, Occasion]
) -> bool:
    """Whether a count is of the event of every count in a group of which the day is known."""
    if count.quantity != group[0].quantity:
        return False
    known = [occasions[one] for one in group if occasions[one].day]
    return bool(known) and all(is_same_occasion(occasions[count], one) for one in known)


def _group_counts(counts: Sequence[Count], readings: Mapping[str, Reading]) -> list[list[Count]]:
    """Put counts of one quantity and event together: each with the first group whose first it
    fits.
    """
    groups: dict[tuple[str, str], list[Count]] = {}
    for count in counts:
        for name in count.about:
            groups.setdefault((count.quantity, name), []).append(count)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    taken: set[Count] = set()
    made = []
    for (_, name), group in ordered:
        fitting = (one for one in group if _fits_name(one, group[0], name, readings))
        free = [count for count in fitting if count not in taken]
        if _makes_group(free):
            taken.update(free)
            made.append(free)
    alike = _group_alike(counts)
    return [[*group, *_told_again(group, alike, readings)] for group in made]


def _group_alike(counts: Sequence[Count]) -> dict[tuple[str, str], list[Count]]:
    """Counts by what they count and their value."""
    alike: dict[tuple[str, str], list[Count]] = {}
    for count in counts:
        alike.setdefault((count.quantity, count.value), []).append(count)
    return alike


def _fits_name(count: Count, first: Count, name: str, readings: Mapping[str, Reading]) -> bool:
    """Whether a count is of the event of the first that is about the same name."""
    if not _are_near(count, first, readings):
        return False
    return name not in PLACES or _speak_alike(count, first, readings)


def _told_again(
    group: Sequence[Count],
    alike: Mapping[tuple[str, str], Sequence[Count]],
    readings: Mapping[str, Reading],
) -> Iterator[Count]:
    """The counts that are one of a group told once more: the same number of the same, of which a
    part of a name is shared. `alike` are all counts by what they count and their value.
    """
    seen = set(group)
    for one in group:
        for count in alike[one.quantity, one.value][:_BLOCK]:
            shared = count not in seen and (
                _share_name_part(count.about, one.about) or _names_speaker(count, one)
            )
            if shared and _are_near(count, one, readings):
                seen.add(count)
                yield count


def _names_speaker(count: Count, one: Count) -> bool:
    """Whether the sentence of a count names who gave another one: "the governor, Alba Renn,
    withdrew that figure".
    """
    keys = {key(one.speaker).split(" ")[0] for key in (name_key, person_key) if one.speaker}
    return not keys.isdisjoint(count.about)


def _share_name_part(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a name of one is the end of one of the other: "Alva", "Porto Alva"."""
    return any(a.endswith(b) or b.endswith(a) for a in ours for b in theirs)


def _speak_alike(one: Count, other: Count, readings: Mapping[str, Reading]) -> bool:
    """Whether the sentences of two counts share enough to be of one event where they share a place
    only: two bombs of one night in one city are two.
    """
    ours, theirs = (
        vocabulary(readings[c.document].document.text[c.start : c.end]) for c in (one, other)
    )
    return vocabulary_overlap(ours, theirs) >= _ALIKE


def _are_near(one: Count, other: Count, readings: Mapping[str, Reading]) -> bool:
    return appeared_near(readings[one.document].document, readings[other.document].document, _NEAR)


def _count_row(
    group: Sequence[Count], readings: Mapping[str, Reading], families: Mapping[str, str]
) -> Disagreement | None:
    """Make the row of one event's counts; None where no two voices differ."""
    values = _group_values(group)
    exact = {value: told for value, told in values.items() if not _is_bound(told, values)}
    # A floor is told where nothing else contests a value that it excludes: "at least nine", "five".
    excluding = {
        value: told for value, told in values.items() if not _is_floor_of_all(told, values)
    }
    kept = next((one for one in (exact, excluding) if _is_contested(one, readings, families)), None)
    if kept is None:
        return None
    standings = settle_counts(kept, readings)
    positions = [
        replace(_value_position(value, told, readings, families), standing=standings[value])
        for value, told in kept.items()
    ]
    positions.sort(key=lambda p: (last_day(p.as_of), p.value))
    return Disagreement(
        topic=TITLES[group[0].quantity], positions=tuple(positions), quantity=group[0].quantity
    )


def _group_values(group: Sequence[Count]) -> dict[str, list[Count]]:
    """The counts of a group that are clear, by their values."""
    values: dict[str, list[Count]] = {}
    for count in group:
        if not _is_unclear(count, group):
            values.setdefault(count.value, []).append(count)
    return values


def _is_contested(
    values: Mapping[str, Sequence[Count]],
    readings: Mapping[str, Reading],
    families: Mapping[str, str],
) -> bool:
    """Whether two voices say what can't both be right."""
    return any(
        _count_voice(one, families) != _count_voice(other, families)
        and are_two_opinions(one, other, readings)
        for one, other in combinations(chain.from_iterable(values.values()), 2)
    )


def _count_voice(count: Count, families: Mapping[str, str]) -> tuple[str, str]:
    return families[count.document], count.speaker


def _is_unclear(count: Count, group: Sequence[Count]) -> bool:
    """Whether the same voice in the same article counts otherwise elsewhere: of what, nobody can
    say.
    """
    return any(
        other.value != count.value
        and (other.document, other.speaker) == (count.document, count.speaker)
        for other in group
    )


def _is_bound(told: Sequence[Count], values: Mapping[str, Sequence[Count]]) -> bool:
    """Whether a value is only a floor that another value keeps to."""
    own = Decimal(told[0].value)
    floors = all(count.floor for count in told)
    return floors and any(Decimal(value) > own for value in values)


def _is_floor_of_all(told: Sequence[Count], values: Mapping[str, Sequence[Count]]) -> bool:
    """Whether a value is only a floor that all others keep to."""
    return _is_bound(told, values) and all(
        Decimal(value) >= Decimal(told[0].value) for value in values
    )


def _value_position(
    value: str,
    told: Sequence[Count],
    readings: Mapping[str, Reading],
    families: Mapping[str, str],
) -> Position:
    """Make one side: the value, and a sentence of each article that has it, with the denial behind
    it; last those that take it back.
    """
    back = [count for count in told if takes_back(count, told, readings)]
    first = _first_of_each([count for count in told if count not in back], readings, families)
    answered = [_with_answer(readings[count.document], count) for count in first]
    ended = [_own_sentence(one, readings) for one in _first_of_each(back, readings, families)]
    answered[0] = (*_led(answered[0][0]), *answered[0])
    sentences = [*chain.from_iterable(answered), *ended]
    since, until = _days_of(first, readings)
    return Position(
        text=" ".join(_quote(reading, span) for reading, span in (*answered[0], *ended)),
        statement=None,
        citations=tuple(cite_sentence(reading, span) for reading, span in sentences),
        value=value,
        as_of=until,
        since=since,
    )


def _led(told: tuple[Reading, Span]) -> tuple[tuple[Reading, Span], ...]:
    """What a sentence points at, so that it is told before it."""
    lead = find_lead(*told)
    return () if lead is None else ((told[0], lead),)


def _own_sentence(count: Count, readings: Mapping[str, Reading]) -> tuple[Reading, Span]:
    return readings[count.document], Span(start=count.start, end=count.end)


def _days_of(
    counts: Sequence[Count], readings: Mapping[str, Reading]
) -> tuple[str | None, str | None]:
    """The first day on which the articles of counts appeared and the last, where known; the first
    only where it is another.
    """
    found = {publication_day(readings[count.document].document) for count in counts}
    days = sorted(found - {""}, key=last_day)
    return (days[0] if len(days) > 1 else None), (days[-1] if days else None)


def _quote(reading: Reading, span: Span) -> str:
    """The words of a sentence, white space folded."""
    return " ".join(reading.document.text[span.start : span.end].split())


def _first_of_each(
    counts: Sequence[Count], readings: Mapping[str, Reading], families: Mapping[str, str]
) -> list[Count]:
    """The first count of each article, the oldest article's first."""
    first: dict[str, Count] = {}
    for count in sorted(counts, key=lambda c: (count_day(c, readings), c.start)):
        first.setdefault(families[count.document], count)
    return list(first.values())


def _with_answer(reading: Reading, count: Count) -> tuple[tuple[Reading, Span], ...]:
    """The sentence of a count, and the one behind it that takes it back."""
    own = Span(start=count.start, end=count.end)
    answer = find_answer(reading, own)
    return ((reading, own), (reading, answer)) if answer is not None else ((reading, own),)
