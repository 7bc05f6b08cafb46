"""Which sections a tagged passage may serve."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from briefing.model import Passage

_SHARE = 0.5
_TAKES_ALL = 0.0
_ABSENT = -1.0


class RoutedSection(Protocol):
    """What routing asks of a section of the configuration."""

    @property
    def slug(self) -> str:
        """The section's name in files and links."""

    @property
    def tags(self) -> Sequence[str]:
        """Names of the tags it takes; none takes every passage."""


def route_passage(
    passage: Passage, sections: Iterable[RoutedSection], share: float = _SHARE
) -> tuple[str, ...]:
    """The slugs of the sections that `passage` may serve, best first, then in their order.

    A section takes a passage when one of its tags scores at least `share` of the passage's best
    score. A section without tags takes every passage, after those that asked for it. Dropped
    passages, headings and the like serve none, nor do those whose every tag scores 0: they stand
    under a subhead about something else and name the tag's word in passing.
    """
    if passage.dropped is not None or passage.kind == "heading":
        return ()
    return section_takers({tag.name: tag.score for tag in passage.tags}, sections, share)


def is_aside(passage: Passage) -> bool:
    """Whether a passage only names the words of its tags in passing, under a subhead about
    something else.
    """
    return _all_muted([tag.score for tag in passage.tags])


def section_takers(
    scores: Mapping[str, float], sections: Iterable[RoutedSection], share: float = _SHARE
) -> tuple[str, ...]:
    """The slugs of the sections that a passage may serve on which tags score so, as `route`
    does.
    """
    if _all_muted(scores.values()):
        return ()
    listed = tuple(sections)
    strengths = [
        max((scores.get(name) or _ABSENT for name in section.tags), default=_TAKES_ALL)
        for section in listed
    ]
    best = max(strengths, default=0.0)
    taken = [
        (-strength, place)
        for place, strength in enumerate(strengths)
        if strength == _TAKES_ALL or (strength > 0 and strength >= share * best)
    ]
    return tuple(listed[place].slug for _, place in sorted(taken))


def _all_muted(scores: Collection[float]) -> bool:
    return bool(scores) and not any(scores)
