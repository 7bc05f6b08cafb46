"""Stretches of an article that signals are made of: its sentences, and those that others touch."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.language import late, wordlist
from briefing.model import Entity, Reading, Span

ANALYSTS = wordlist.read("en", "words/signals").words("analysts")
"""Nouns for those whose business is to judge, not to act; of a speaker's role."""

_TOKEN = late.pattern(r"[a-z]+(?:-[a-z]+)*")


def live_sentences(reading: Reading) -> Iterator[Span]:
    """The sentences of the passages that are not dropped, in order; a passage without any is
    one.
    """
    for passage in reading.passages:
        if passage.is_live:
            yield from passage.sentences or (Span(start=passage.start, end=passage.end),)


def sentences_within(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """The sentences that one of `spans` touches; `spans` must be sorted by start."""
    at = 0
    furthest = 0
    for sentence in live_sentences(reading):
        while at < len(spans) and spans[at].start < sentence.end:
            furthest = max(furthest, spans[at].end)
            at += 1
        if furthest > sentence.start:
            yield sentence


def names_any(text: str, words: frozenset[str]) -> bool:
    """Whether `text` holds one of `words` (lower case), in the singular or with a plural s."""
    return any(
        token in words or token.removesuffix("s") in words
        for token in _TOKEN.findall(text.casefold())
    )


def principal_people(reading: Reading) -> Mapping[str, Entity]:
    """The named persons by key, but for those whose stated role is to judge."""
    return {
        entity.key: entity
        for entity in reading.entities
        if entity.kind == "person" and not names_any(_stated_role(reading, entity), ANALYSTS)
    }


def analyst_keys(reading: Reading) -> frozenset[str]:
    """The keys of the persons and bodies whose stated role is to judge."""
    return frozenset(
        entity.key
        for entity in reading.entities
        if names_any(_stated_role(reading, entity), ANALYSTS)
    )


def _stated_role(reading: Reading, entity: Entity) -> str:
    return reading.document.text[entity.role.start : entity.role.end] if entity.role else ""
