"""From passages to tagged passages, and from tags to the sections they may serve."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Reading
from briefing.tag.defaults import Tagger, for_sections
from briefing.tag.pattern import SIGNALS
from briefing.tag.route import consider, route, takers
from briefing.tag.terms import Terms, rarity

__all__ = ["SIGNALS", "Tagger", "Terms", "consider", "for_sections", "rarity", "route", "tag", "takers"]


def tag(reading: Reading, taggers: Mapping[str, Tagger]) -> Reading:
    """Give `reading` with its passages tagged, best first; dropped passages get no tags.

    `taggers` maps a tag's name to what finds it. Tags that stood there before are replaced.
    """
    given = {name: tagger(reading) for name, tagger in taggers.items()}
    passages = []
    for passage in reading.passages:
        tags = [
            replace(tagged[passage.number], name=name)
            for name, tagged in given.items()
            if passage.dropped is None and passage.kind != "heading" and passage.number in tagged
        ]
        ordered = sorted(tags, key=lambda one: (-one.score, one.name))
        passages.append(replace(passage, tags=tuple(ordered)))
    return replace(reading, passages=tuple(passages))
