"""From passages to tagged passages, and from tags to the sections they may serve."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Passage, Reading, Tag
from briefing.tag.beforehand import holds_terms, tag_words
from briefing.tag.defaults import PassageTagger, for_sections
from briefing.tag.pattern import SIGNALS
from briefing.tag.route import is_aside, route_passage, section_takers
from briefing.tag.subheads import mute_asides
from briefing.tag.terms import Terms, asks_for_signal, count_points, tag_together

__all__ = [
    "SIGNALS",
    "PassageTagger",
    "Terms",
    "asks_for_signal",
    "count_points",
    "for_sections",
    "holds_terms",
    "is_aside",
    "route_passage",
    "section_takers",
    "tag_beforehand",
    "tag_reading",
]


def tag_reading(reading: Reading, taggers: Mapping[str, PassageTagger]) -> Reading:
    """Give `reading` with its passages tagged, best first; dropped passages get no tags.

    `taggers` maps a tag's name to what finds it. Tags that stood there before are replaced. One
    that a paragraph has in passing, under a subhead about something else, scores 0.
    """
    ours = {name: tagger for name, tagger in taggers.items() if isinstance(tagger, Terms)}
    found = tag_together(ours, reading)
    given = {
        name: found[name] if name in found else tagger(reading) for name, tagger in taggers.items()
    }
    return _give_tags(reading, mute_asides(reading, given, taggers))


def tag_beforehand(reading: Reading, taggers: Mapping[str, PassageTagger]) -> Reading | None:
    """As `tag_reading`, of an article of which only the passages are known; None where its words
    alone don't tell its tags.
    """
    given = tag_words(reading, taggers)
    return None if given is None else _give_tags(reading, mute_asides(reading, given, taggers))


def _give_tags(reading: Reading, given: Mapping[str, Mapping[int, Tag]]) -> Reading:
    return replace(
        reading, passages=tuple(_tag_passage(passage, given) for passage in reading.passages)
    )


def _tag_passage(passage: Passage, given: Mapping[str, Mapping[int, Tag]]) -> Passage:
    tags: list[Tag] = []
    if passage.is_live:
        for name, tagged in given.items():
            if one := tagged.get(passage.number):
                tags.append(one if one.name == name else replace(one, name=name))
    if not tags and not passage.tags:
        return passage
    tags.sort(key=lambda one: (-one.score, one.name))
    return replace(passage, tags=tuple(tags))
