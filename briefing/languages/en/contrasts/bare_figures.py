"""A figure that another gives with no noun of its own: "speaks of twenty thousand", "says 37". What
it counts is what was counted before.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from briefing.languages.en.assertions import find_told
from briefing.languages.en.assertions.clocks import CLOCK
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.contrasts.voices import PATTERNS
from briefing.model import Figured, Reading, Span

_BARE, _CONTRARY, _COMPARES = (PATTERNS[n] for n in ("bare_figure", "contrary", "compares"))
_ASIDE = PATTERNS["aside"]
_TIMES_OF_DAY = frozenset({"time", CLOCK})
_TIMES = 20  # by which two figures of one thing may differ
_OWN = 1  # words before a bare figure that the claim hasn't: "points", "saw"
_CLOSE_BY = 18  # words at most from the head of an answer to its figure

Figures = Mapping[int, Sequence[Figured]]


def list_figures(reading: Reading) -> Figures:
    """The figures of an article's sentences, by where these begin."""
    return {told.span.start: (*told.figures, *told.past_figures) for told in find_told(reading)}


def counts_otherwise(text: str, claim: Span, answer: Span, ours: Figures, voice: str) -> bool:
    """Whether one figure stands in each of two stretches of a text, the second without a noun, and
    both differ.
    """
    given, other = _only_figure(text, claim, ours), _only_figure(text, answer, ours)
    if given is None or given.meant or other is None or not _is_bare(text, other, answer):
        return False
    if other.kind not in {"", given.kind} or other.counted or not other.told or not given.told:
        return False
    low, high = sorted((given.told, other.told))
    return low < high <= low * _TIMES and _is_of_the_same(text, claim, answer, other, voice)


def is_contrary(text: str) -> bool:
    """Whether a text opens with "but"."""
    return _CONTRARY.match(text) is not None


def _only_figure(text: str, span: Span, figures: Figures) -> Figured | None:
    """The one figure of a stretch that is no part of another and no time."""
    inside = (one for one in chain.from_iterable(figures.values()) if _lies_in(one, span))
    plain = [one for one in inside if _COMPARES.match(text, one.figure.end) is None]
    return plain[0] if len(plain) == 1 and not plain[0].denied else None


def _lies_in(one: Figured, span: Span) -> bool:
    """Whether a figure of a count stands in a stretch."""
    inside = span.start <= one.figure.start and one.figure.end <= span.end
    return inside and not one.part and one.kind not in _TIMES_OF_DAY


def _is_bare(text: str, one: Figured, span: Span) -> bool:
    return _BARE.match(" ".join(text[one.figure.end : span.end].split())) is not None


def _is_of_the_same(text: str, claim: Span, answer: Span, other: Figured, voice: str) -> bool:
    """Whether the answer says nothing of what it counts, or opens with "but"."""
    before = _ASIDE.sub(" ", text[answer.start : other.figure.start])
    if len(before.split()) > _CLOSE_BY:
        return False
    told = text[claim.start : claim.end]
    own = fold_text(before.replace(voice, " ")) - fold_text(told) - fold_text(voice)
    return len(own) <= _OWN or is_contrary(text[answer.start : answer.end])
