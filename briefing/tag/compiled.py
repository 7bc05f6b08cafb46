"""The terms of several tags made ready, and the sentences of an article that meet them.

All tags share one matcher, so that an article is searched once however many tags there are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.languages import is_rewritten, is_told
from briefing.languages.packs import pack_for
from briefing.model import Reading, Span
from briefing.tag import matching, signals, stemmed
from briefing.tag.pattern import Entry, Phrase, Signal, Term, parse_entry

_Owner = tuple[
    int, int, int
]  # a tag's number, its term's, and that of the term's group that the leaf belongs to
_Part = tuple[int, int, int, int]  # term, group, and where the part of it stands
Match = tuple[int, tuple[tuple[int, int], ...]]
"""A term's number, and the starts and ends of the words that meet it: one for each of its
groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """Terms by tag, taken apart: their phrases in one matcher, each phrase and signal known to its
    owner.

    `signalled` are, by tag, the numbers of the terms that ask for a signal; `simple` says which
    tags have terms of one phrase each and no exclusion.
    """

    terms: tuple[tuple[Term, ...], ...]
    matcher: matching.Matcher
    phrases: tuple[Phrase, ...]
    owners: tuple[_Owner, ...]
    signals: tuple[tuple[str, _Owner], ...]
    signalled: tuple[frozenset[int], ...]
    simple: tuple[bool, ...]


def compile_entries(entries: Sequence[Sequence[Entry]]) -> Compiled:
    """Make the entries of each tag ready. Raises ValueError for one that can never match (see
    `pattern.parse_entry`).
    """
    terms = tuple(
        tuple(term for entry in several for term in parse_entry(entry)) for several in entries
    )
    phrases: list[Phrase] = []
    owners: list[_Owner] = []
    asked: list[tuple[str, _Owner]] = []
    for owner, leaf in _list_leaves(terms):
        if isinstance(leaf, Signal):
            asked.append((leaf.name, owner))
        else:
            phrases.append(leaf)
            owners.append(owner)
    signalled = tuple(_signalled_terms(asked, tag) for tag in range(len(terms)))
    return Compiled(
        terms=terms,
        matcher=matching.build_matcher(phrases),
        phrases=tuple(phrases),
        owners=tuple(owners),
        signals=tuple(asked),
        signalled=signalled,
        simple=tuple(
            not some and all(map(_is_simple, several))
            for some, several in zip(signalled, terms, strict=True)
        ),
    )


def _signalled_terms(asked: Sequence[tuple[str, _Owner]], tag: int) -> frozenset[int]:
    """The numbers of a tag's terms that ask for a signal."""
    return frozenset(number for _, (owner, number, _) in asked if owner == tag)


def _list_leaves(terms: Sequence[Sequence[Term]]) -> Iterator[tuple[_Owner, Phrase | Signal]]:
    """What terms are made of, each with its tag, its term and its place in that."""
    for tag, several in enumerate(terms):
        for number, term in enumerate(several):
            for place, group in enumerate(term.groups):
                for leaf in group:
                    yield (tag, number, place), leaf


def _is_simple(term: Term) -> bool:
    """Whether a term is one group that takes nothing out."""
    return len(term.groups) == 1 and not term.excluded


def find_terms(
    compiled: Compiled, reading: Reading, sentences: Sequence[Span], *, signalled: bool = True
) -> tuple[Mapping[int, tuple[Match, ...]], ...]:
    """Give, for each tag, the terms that each of `sentences` (in order, disjoint) meets, by the
    sentence's place; without `signalled` as if no signal held anywhere.

    A conjunction is met as often as its rarest part stands there. A sentence that meets an
    exclusion meets nothing else, and a phrase that stands inside a longer one is not counted beside
    it.
    """
    found: dict[tuple[int, int], list[_Part]] = {}
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    for (tag, term, group), start, end in _part_places(compiled, reading, signalled=signalled):
        place = bisect_right(starts, start) - 1
        if place >= 0 and end <= ends[place]:
            found.setdefault((place, tag), []).append((term, group, start, end))
    met: tuple[dict[int, tuple[Match, ...]], ...] = tuple({} for _ in compiled.terms)
    for place, tag in sorted(found):
        parts = found[place, tag]
        matches = (
            _single_parts(parts) if compiled.simple[tag] else _resolve_parts(compiled, tag, parts)
        )
        if matches:
            met[tag][place] = matches
    return met


def _part_places(
    compiled: Compiled, reading: Reading, *, signalled: bool
) -> Iterator[tuple[_Owner, int, int]]:
    text, language = reading.document.text, reading.document.language
    if is_rewritten(language) or not is_told(language):
        found = matching.find_phrases(compiled.matcher, text)
    else:
        found = stemmed.find_phrases(compiled.phrases, pack_for(language), text)
    for start, end, phrase in found:
        owner = compiled.owners[phrase]
        if compiled.terms[owner[0]][owner[1]].asks_of(language):
            yield owner, start, end
    if compiled.signals and signalled:
        spans = signals.find_signals(reading, tuple(sorted({name for name, _ in compiled.signals})))
        for name, owner in compiled.signals:
            for span in spans[name]:
                yield owner, span.start, span.end


def _single_parts(parts: Sequence[_Part]) -> tuple[Match, ...]:
    """The terms met in one sentence where each has one part only."""
    if len(parts) == 1:
        term, _, start, end = parts[0]
        return ((term, ((start, end),)),)
    within = _spans_inside({part[2:] for part in parts})
    return tuple(
        (part[0], (part[2:],)) for part in sorted(parts, key=_term_of) if part[2:] not in within
    )


def _term_of(part: _Part) -> int:
    return part[0]


def _resolve_parts(compiled: Compiled, tag: int, parts: Sequence[_Part]) -> tuple[Match, ...]:
    """The terms met in one sentence, from the places of their parts."""
    owned: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for number, group, start, end in parts:
        owned.setdefault(number, {}).setdefault(group, []).append((start, end))
    matches: list[Match] = []
    for number in sorted(owned):
        term = compiled.terms[tag][number]
        groups = [owned[number].get(group, ()) for group in range(len(term.groups))]
        if not all(groups):
            continue
        if term.excluded:
            return ()
        matches += [(number, spans) for spans in zip(*groups, strict=False)]
    return _drop_inner(matches, compiled.signalled[tag])


def _drop_inner(matches: Sequence[Match], signalled: frozenset[int]) -> tuple[Match, ...]:
    """Matches without terms of one part, signals aside, whose place lies inside another such."""
    alone = [spans[0] for number, spans in matches if number not in signalled and len(spans) == 1]
    within = _spans_inside(set(alone))
    return tuple(
        (number, spans)
        for number, spans in matches
        if number in signalled or len(spans) > 1 or spans[0] not in within
    )


def _spans_inside(spans: set[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Those of `spans` that lie within another one."""
    if len(spans) < 2:  # noqa: PLR2004 - one alone lies in no other
        return frozenset()
    inside = []
    furthest = -1
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if span[1] <= furthest:
            inside.append(span)
        furthest = max(furthest, span[1])
    return frozenset(inside)
