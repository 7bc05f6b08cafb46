"""Kinds of difference between two statements of different articles; each gives the contrast, or
None.

`KINDS` has beside each what two statements must share to be held against each other at all, so that
nobody compares every statement with every other one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from briefing.corroborate.numbers import contrast_number, mark_figures
from briefing.corroborate.side import (
    CAPITALISED,
    Contrast,
    Side,
    sentence_at,
    shared_words,
    word_overlap,
)
from briefing.language import late, wordlist
from briefing.languages.en.sameness import read_gist
from briefing.model import Pinned

_PATTERNS = wordlist.patterns("en", "words/difference_patterns")
_LIST = _PATTERNS["parties"]
_SECRET = _PATTERNS["secret"]
_STATED = _PATTERNS["stated"]
_VISIT = _PATTERNS["visit"]
_CAME = _PATTERNS["came"]
_SPAN = _PATTERNS["distance"]
_HOLDS = _PATTERNS["holds"]
_WORDS = wordlist.read("en", "words/differences")
_LARGE = _WORDS.words("large")
_LEADING = _WORDS.words("leading")
_DOUBT = _PATTERNS["doubt"]
_SAME_QUESTION = 0.5


def contrast_participants(left: Side, right: Side) -> Contrast | None:
    """Two lists of parties to the same act, of which one holds more."""
    first, second = _LIST.search(left.text), _LIST.search(right.text)
    # Fewer words make no act.
    if not first or not second or len(shared_words(left, right)) < 3:  # noqa: PLR2004
        return None
    one, two = (
        frozenset(CAPITALISED.findall(first.group(1))),
        frozenset(CAPITALISED.findall(second.group(1))),
    )
    return (
        Contrast(topic="Who took part", left=first.end(), right=second.end())
        if one < two or two < one
        else None
    )


def contrast_announcement(left: Side, right: Side) -> Contrast | None:
    """One says that a purpose was not made public, the other states the purpose."""
    topic = "Whether the purpose was public"
    if (kept := _SECRET.search(left.text)) and (said := _STATED.search(right.text)):
        return Contrast(topic=topic, left=kept.end(), right=said.end())
    if (said := _STATED.search(left.text)) and (kept := _SECRET.search(right.text)):
        return Contrast(topic=topic, left=said.end(), right=kept.end())
    return None


def contrast_visitor(left: Side, right: Side) -> Contrast | None:
    """One makes somebody the visitor to his own country, the other names a visitor from
    elsewhere.
    """
    for one, two in ((left, right), (right, left)):
        own, came = own_visit(one), _CAME.search(two.text)
        if own and came and own in two.text and not own_visit(two) and _names_foreigner(two, own):
            ends = {one.key: len(one.text), two.key: len(two.text)}
            return Contrast(topic=f"Who visited {own}", left=ends[left.key], right=ends[right.key])
    return None


def own_visit(side: Side) -> str:
    """The place that somebody is said to visit although it is in his own country, or ""."""
    found = _VISIT.search(side.text)
    if not found:
        return ""
    place, caller = found.group(1), found.group(2)
    home = next(
        (p.country for p in side.pinned if p.kind == "person" and _names_person(p, caller)), ""
    )
    return place if home and home == _country_of(side, place) else ""


def _country_of(side: Side, place: str) -> str:
    """The country of a pinned place, or ""."""
    return next(
        (p.country for p in side.pinned if p.kind == "place" and place in {p.name, *p.aliases}), ""
    )


def _names_foreigner(side: Side, place: str) -> bool:
    """Whether the statement names a person from another country than the place's."""
    home = {"", _country_of(side, place)}
    return any(
        p.kind == "person" and p.country not in home and _names_person(p, side.text)
        for p in side.pinned
    )


def _names_person(pin: Pinned, text: str) -> bool:
    """Whether a text names a pinned person by full name or surname."""
    return (
        any(form in text for form in (pin.name, *pin.aliases))
        or pin.name.split()[-1] in text.split()
    )


def contrast_timing(left: Side, right: Side) -> Contrast | None:
    """The same event, set at spans of time that differ: the sentences of the spans tell of one."""
    first, second = _SPAN.search(left.text), _SPAN.search(right.text)
    if not first or not second or first.group(3) != second.group(3):
        return None
    sides = ((left.text, first), (right.text, second))
    one, two = (read_gist(sentence_at(text, span.start())) for text, span in sides)
    # A span alone is no event.
    if len(one.words & two.words) < 4 or len(one.names & two.names) < 2:  # noqa: PLR2004
        return None
    from_one, from_two = (read_gist(_counted_from(text, span)) for text, span in sides)
    same_event = len(from_one.words & from_two.words) >= 2  # noqa: PLR2004 - one may be chance
    if not same_event or first.group(1, 2) == second.group(1, 2):
        return None
    return Contrast(topic="How long before", left=first.end(), right=second.end())


def _counted_from(text: str, span: re.Match[str]) -> str:
    """The words of what a span of time is counted from: what stands behind "a month after", before
    "a month ago".
    """
    sentence = sentence_at(text, span.start())
    start = text.index(sentence)
    is_led = span.group(4) in _LEADING
    return text[span.end() : start + len(sentence)] if is_led else text[start : span.start()]


def contrast_extent(left: Side, right: Side) -> Contrast | None:
    """The same holder, of ground that one calls large and the other a part."""
    first, second = _HOLDS.search(left.text), _HOLDS.search(right.text)
    if not first or not second or (first.group(1) in _LARGE) == (second.group(1) in _LARGE):
        return None
    one, two = _words_before(left.text, first.start()), _words_before(right.text, second.start())
    holders = sorted(
        min(a, b, key=len) for a in one for b in two if a.startswith(b) or b.startswith(a)
    )
    if not holders:
        return None
    return Contrast(topic=f"How much {holders[0]} controls", left=first.end(), right=second.end())


def _words_before(text: str, place: int) -> frozenset[str]:
    """The capitalised words shortly before a verb; compared by their beginnings, an adjective
    is its country.
    """
    return frozenset(
        word.removesuffix("’s") for word in CAPITALISED.findall(text[max(0, place - 40) : place])
    )


def contrast_view(left: Side, right: Side) -> Contrast | None:
    """Two holders of a view on the same thing, of whom one doubts it."""
    if left.kind != "judgement" or right.kind != "judgement" or left.speaker == right.speaker:
        return None
    if (
        not left.speaker
        or not right.speaker
        or bool(_DOUBT.search(left.text)) == bool(_DOUBT.search(right.text))
    ):
        return None
    common = shared_words(left, right) - left.gist.names - right.gist.names
    if word_overlap(left, right) < _SAME_QUESTION or not common:
        return None
    return Contrast(topic="What to expect of it", left=len(left.text), right=len(right.text))


Marks = Callable[[Side], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of difference, and the marks by which two statements meet.

    `contrast(a, b)` is None unless a mark that one of them seeks is one that the other gives.
    `versions` says that versions of one article may differ so too: a number that was revised.
    """

    contrast: Callable[[Side, Side], Contrast | None]
    seeks: Marks
    gives: Marks
    versions: bool = False


def _mark_by_pattern(pattern: late.Pattern) -> Marks:
    """Mark the statements that a pattern fits, all with one mark."""
    return lambda side: frozenset({"fits"}) if pattern.search(side.text) else frozenset()


def _mark_visits(side: Side) -> frozenset[str]:
    return frozenset({"fits"}) if own_visit(side) else frozenset()


def _mark_parties(side: Side) -> frozenset[str]:
    found = _LIST.search(side.text)
    return frozenset(CAPITALISED.findall(found.group(1))) if found else frozenset()


def _mark_spans(side: Side) -> frozenset[str]:
    found = _SPAN.search(side.text)
    return (
        frozenset(f"{found.group(3)} {pair}" for pair in _named_twice(side))
        if found
        else frozenset()
    )


def _named_twice(side: Side) -> tuple[str, ...]:
    """Give every two names of a statement: those of which two are shared share one of these."""
    return tuple(" ".join(pair) for pair in combinations(sorted(side.gist.names), 2))


def _mark_holder(*, large: bool) -> Marks:
    def marks(side: Side) -> frozenset[str]:
        found = _HOLDS.search(side.text)
        fits = found is not None and (found.group(1) in _LARGE) == large
        return (
            frozenset(word[:1] for word in _words_before(side.text, found.start()))
            if found and fits
            else frozenset()
        )

    return marks


def _mark_views(*, doubting: bool) -> Marks:
    def marks(side: Side) -> frozenset[str]:
        held = (
            side.kind == "judgement" and side.speaker and bool(_DOUBT.search(side.text)) == doubting
        )
        return side.gist.words - side.gist.names if held else frozenset()

    return marks


KINDS: tuple[Kind, ...] = (
    Kind(contrast=contrast_participants, seeks=_mark_parties, gives=_mark_parties),
    Kind(
        contrast=contrast_announcement,
        seeks=_mark_by_pattern(_SECRET),
        gives=_mark_by_pattern(_STATED),
    ),
    Kind(contrast=contrast_visitor, seeks=_mark_visits, gives=_mark_by_pattern(_CAME)),
    Kind(contrast=contrast_timing, seeks=_mark_spans, gives=_mark_spans),
    Kind(contrast=contrast_extent, seeks=_mark_holder(large=True), gives=_mark_holder(large=False)),
    Kind(contrast=contrast_number, seeks=mark_figures, gives=mark_figures, versions=True),
    Kind(
        contrast=contrast_view, seeks=_mark_views(doubting=True), gives=_mark_views(doubting=False)
    ),
)
