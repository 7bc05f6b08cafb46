"""Paragraphs under an article's own subhead about something else: a tag's word in them says little.

Whether a stretch of text is about something else shows in its words: it repeats few of those of the
rest (Hearst, TextTiling, 1997, measures breaks between subtopics so).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.languages.packs import pack_for
from briefing.model import Passage, Reading, Tag
from briefing.tag.defaults import PassageTagger
from briefing.tag.terms import Terms, count_points, undamp_score

_Given = Mapping[str, Mapping[int, Tag]]

_MOST_SHARED = 0.1
"""The share of a stretch's words, the terms aside, that the rest of the article may hold too where
it is about something else. Of 194 paragraphs of 28 articles held beside the rest of their own
article 2 in 100 have so few, held beside another article every second."""
_MANY = 2  # words of a tag by which the rest of an article is about it
_STRONG = 1.5  # points: one plain term never gives them, however often it is said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """What stands under a subhead up to the next, and the rest of the article, title included."""

    subhead: Passage
    under: tuple[Passage, ...]
    rest: tuple[Passage, ...]


def mute_asides(
    reading: Reading, given: _Given, taggers: Mapping[str, PassageTagger]
) -> Mapping[str, Mapping[int, Tag]]:
    """`given`, the tags of an article by name and passage, with a score of 0 for each that rests
    on one plain word in a stretch about something else.

    Such a stretch stands under a subhead that meets none of the tag's terms and repeats no word of
    the rest of the article, the longer part of it. It holds one word of the terms where the rest
    holds more, and has hardly another word in common with the rest. Tags of signals, and those of
    taggers of another make, stay as they are.
    """
    muted = {
        (name, passage.number)
        for stretch in _cut_stretches(reading.passages)
        for name in _passing_tags(reading, stretch, given, taggers)
        for passage in stretch.under
    }
    if not muted:
        return given
    return {
        name: {
            number: replace(tag, score=0.0) if (name, number) in muted else tag
            for number, tag in tagged.items()
        }
        for name, tagged in given.items()
    }


def _cut_stretches(passages: Sequence[Passage]) -> Iterator[_Stretch]:
    """The stretches under subheads: headings behind the article's first paragraph."""
    for place, end in pairwise([*_subhead_places(passages), len(passages)]):
        around = (*passages[:place], *passages[end:])
        yield _Stretch(
            subhead=passages[place],
            under=tuple(one for one in passages[place + 1 : end] if one.is_live),
            rest=tuple(one for one in around if one.is_live or one.kind == "heading"),
        )


def _subhead_places(passages: Sequence[Passage]) -> list[int]:
    """The places of an article's headings behind its first paragraph."""
    first = next((place for place, one in enumerate(passages) if one.is_live), len(passages))
    return [
        place
        for place in range(first, len(passages))
        if passages[place].kind == "heading" and passages[place].dropped is None
    ]


def _passing_tags(
    reading: Reading, stretch: _Stretch, given: _Given, taggers: Mapping[str, PassageTagger]
) -> tuple[str, ...]:
    """The tags that a stretch about something else has by one plain word."""
    passing = tuple(
        name
        for name, tagged in given.items()
        if _rests_on_word(stretch, tagged) and _is_foreign(reading, stretch, taggers[name])
    )
    return passing if passing and _stands_apart(reading, stretch, given) else ()


def _rests_on_word(stretch: _Stretch, tagged: Mapping[int, Tag]) -> bool:
    """Whether a stretch has a tag by one word alone, and the rest of the article by several."""
    words = _tag_words(stretch.under, tagged)
    return (
        len(words) == 1
        and not any("@" in word for word in words)  # a signal, or a term that asks for one
        and len(_tag_words(stretch.rest, tagged)) >= _MANY
        and not any(_is_strong(one, tagged) for one in stretch.under)
    )


def _tag_words(passages: Sequence[Passage], tagged: Mapping[int, Tag]) -> frozenset[str]:
    """The words that meet a tag's terms in passages, in lower case."""
    met = (tagged[one.number].terms for one in passages if one.number in tagged)
    return frozenset(word.casefold() for words in met for word in words)


def _is_strong(passage: Passage, tagged: Mapping[int, Tag]) -> bool:
    tag = tagged.get(passage.number)
    return tag is not None and undamp_score(tag.score, passage.end - passage.start) > _STRONG


def _is_foreign(reading: Reading, stretch: _Stretch, tagger: PassageTagger) -> bool:
    """Whether the subhead meets none of a tag's terms."""
    alone = replace(reading, passages=(stretch.subhead,))
    return isinstance(tagger, Terms) and not count_points(tagger, alone)


def _stands_apart(reading: Reading, stretch: _Stretch, given: _Given) -> bool:
    """Whether a subhead has no word in common with the rest of the article, which is the longer,
    and what stands under it hardly one but the terms'; never in a language whose words nothing
    parts.
    """
    pack = pack_for(reading.document.language)
    if not pack.spaced:
        return False
    met = (word for tagged in given.values() for word in _tag_words(stretch.under, tagged))
    rest = pack.vocabulary(_words_of(reading, stretch.rest))
    head = pack.vocabulary(_words_of(reading, (stretch.subhead,)))
    own = pack.vocabulary(_words_of(reading, stretch.under)) - pack.vocabulary(" ".join(met))
    return (
        head.isdisjoint(rest)
        and len(own) <= len(rest)
        and len(own & rest) <= _MOST_SHARED * len(own)
    )


def _words_of(reading: Reading, passages: Sequence[Passage]) -> str:
    return "\n".join(reading.document.text[one.start : one.end] for one in passages)
