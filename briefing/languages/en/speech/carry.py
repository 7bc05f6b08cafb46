"""Carrying a speaker over the sentences of a quotation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.quotes import Quote, quoted_share
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.voice import VoiceMemory
from briefing.model import Passage, Span, Speech

_MOSTLY = 0.8
_LED = re.compile(r"[^“«\"\n]{1,80}:\s*[“«\"]")  # somebody or something else leads the quotation


_ANYBODY = WORDS.words("anybody")


def carry_quotations(
    index: SentenceIndex,
    memory: VoiceMemory,
    quoted: tuple[Quote, ...],
    passage: Passage,
    known: Sequence[Speech],
) -> list[Speech]:
    """The sentences of a passage that are quotation without a source clause, with the speaker
    carried to them.

    The speaker stands in the sentence before, in the one that closes the quotation, or, for a
    passage that opens with a quotation, at the end of the passage before. `known` are the speeches
    so far.
    """
    spoken = _index_spoken(index, known)
    more: list[Speech] = []
    previous: Speech | None = None
    for sentence in passage.sentences:
        number = index.number(sentence.start)
        own = spoken.get(number)
        if not _waits_for_source(index, quoted, sentence, own):
            previous = own
            continue
        opening = _source_ahead(spoken, number) if sentence == passage.sentences[0] else None
        source = _closing_source(index, quoted, sentence, spoken) or previous or opening
        if source is None or not (source.speaker or source.carried):
            continue
        previous = replace(source, start=sentence.start, end=sentence.end, carried=True)
        spoken[number] = previous
        more.append(previous)
        memory.sentence = number
        if source.entity is not None:
            index.speakers[number] = source.entity
    return more


def _index_spoken(index: SentenceIndex, known: Sequence[Speech]) -> dict[int, Speech]:
    """Speeches by the sentence of their source clause and by the one they end in, the last of
    several.
    """
    spoken: dict[int, Speech] = {}
    for speech in known:
        spoken[index.number(max(speech.start, speech.end - 1))] = speech
        spoken[index.number(speech.cue.start)] = speech
    return spoken


def _waits_for_source(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, own: Speech | None
) -> bool:
    """Whether a sentence is quotation for the most part, nobody or nothing leads it, and its `own`
    source clause, if it has one, is about none of it.
    """
    if own is not None and own.start < own.end:
        return False
    led = _LED.match(index.text, sentence.start, sentence.end)
    enough = _MOSTLY * (sentence.end - sentence.start)
    return led is None and quoted_share(quoted, sentence) >= enough


def _source_ahead(spoken: Mapping[int, Speech], number: int) -> Speech | None:
    """Who speaks in the sentence before one, if it is somebody."""
    source = spoken.get(number - 1)
    return None if source is None or source.speaker.lower() in _ANYBODY else source


def _closing_source(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, spoken: dict[int, Speech]
) -> Speech | None:
    """Find the source clause behind a quotation which this sentence opens."""
    for quote in quoted:
        if quote.start < sentence.end < quote.end:
            return spoken.get(index.number(quote.end - 1))
    return None
