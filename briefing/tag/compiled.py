"""A tag's terms made ready, and the sentences of an article that meet them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Reading, Span
from briefing.tag import matching, signals
from briefing.tag.pattern import Entry, Phrase, Signal, Term, parse

_Owner = tuple[int, int]  # a term's number, and the number of its group that the leaf belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Term number `term` is met in one sentence, by the words at `spans`: one for each of its groups."""

    term: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """Terms taken apart: their phrases in one matcher, each phrase and signal known to its owner.

    `signalled` are the numbers of the terms that ask for a signal.
    """

    terms: tuple[Term, ...]
    matcher: matching.Matcher
    owners: tuple[_Owner, ...]
    signals: tuple[tuple[str, _Owner], ...]
    signalled: frozenset[int]


def build(entries: Sequence[Entry]) -> Compiled:
    """Make `entries` ready. Raises ValueError for one that can never match (see `pattern.parse`)."""
    terms = tuple(term for entry in entries for term in parse(entry))
    phrases: list[Phrase] = []
    owners: list[_Owner] = []
    asked: list[tuple[str, _Owner]] = []
    for number, term in enumerate(terms):
        for place, group in enumerate(term.groups):
            for leaf in group:
                if isinstance(leaf, Signal):
                    asked.append((leaf.name, (number, place)))
                else:
                    phrases.append(leaf)
                    owners.append((number, place))
    return Compiled(
        terms=terms,
        matcher=matching.build(phrases),
        owners=tuple(owners),
        signals=tuple(asked),
        signalled=frozenset(owner[0] for _, owner in asked),
    )


def find(compiled: Compiled, reading: Reading, sentences: Sequence[Span]) -> Mapping[int, tuple[Match, ...]]:
    """Give the terms that each of `sentences` (in order, disjoint) meets, by the sentence's place.

    A conjunction is met as often as its rarest part stands there. A sentence that meets an exclusion
    meets nothing else, and a phrase that stands inside a longer one is not counted beside it.
    """
    found: dict[int, dict[_Owner, list[Span]]] = {}
    starts = [sentence.start for sentence in sentences]
    for owner, span in _places(compiled, reading):
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.end <= sentences[place].end:
            found.setdefault(place, {}).setdefault(owner, []).append(span)
    met = {place: _resolve(compiled, owned) for place, owned in sorted(found.items())}
    return {place: matches for place, matches in met.items() if matches}


def _places(compiled: Compiled, reading: Reading) -> Iterator[tuple[_Owner, Span]]:
    for phrase, start, end in matching.find(compiled.matcher, reading.document.text):
        yield compiled.owners[phrase], Span(start=start, end=end)
    if compiled.signals:
        spans = signals.find(reading, tuple(sorted({name for name, _ in compiled.signals})))
        for name, owner in compiled.signals:
            for span in spans[name]:
                yield owner, span


def _resolve(compiled: Compiled, owned: Mapping[_Owner, Sequence[Span]]) -> tuple[Match, ...]:
    """Give the terms met in one sentence, from the places of their parts."""
    matches: list[Match] = []
    for number in sorted({owner[0] for owner in owned}):
        term = compiled.terms[number]
        groups = [owned.get((number, group), ()) for group in range(len(term.groups))]
        if not all(groups):
            continue
        if term.excluded:
            return ()
        matches += [Match(term=number, spans=spans) for spans in zip(*groups, strict=False)]
    if len(matches) < 2:  # noqa: PLR2004 - one alone stands in no other
        return tuple(matches)
    alone = {m.spans[0] for m in matches if len(m.spans) == 1 and m.term not in compiled.signalled}
    short = _inside(alone)
    return tuple(m for m in matches if m.term in compiled.signalled or len(m.spans) > 1 or m.spans[0] not in short)


def _inside(spans: set[Span]) -> frozenset[Span]:
    """Give those of `spans` that lie within another one."""
    inside = []
    furthest = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.end <= furthest:
            inside.append(span)
        furthest = max(furthest, span.end)
    return frozenset(inside)
