"""Carrying a speaker over the sentences of a quotation."""

import re
from collections.abc import Sequence
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
    spoken: dict[int, Speech] = {}
    for speech in known:
        spoken[index.number(speech.cue.start)] = spoken[
            index.number(max(speech.start, speech.end - 1))
        ] = speech
    more: list[Speech] = []
    previous: Speech | None = None
    for sentence in passage.sentences:
        number = index.number(sentence.start)
        own = spoken.get(number)
        if own is not None and own.start < own.end:
            previous = own
            continue
        led = _LED.match(index.text, sentence.start, sentence.end) is not None
        if led or quoted_share(quoted, sentence) < _MOSTLY * (sentence.end - sentence.start):
            previous = own
            continue
        source = _closing_source(index, quoted, sentence, spoken) or previous
        if source is None and sentence == passage.sentences[0]:
            source = spoken.get(number - 1)
            source = None if source and source.speaker.lower() in _ANYBODY else source
        if source is None or not (source.speaker or source.carried):
            continue
        previous = replace(source, start=sentence.start, end=sentence.end, carried=True)
        spoken[number] = previous
        more.append(previous)
        memory.sentence = number
        if source.entity is not None:
            index.speakers[number] = source.entity
    return more


def _closing_source(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, spoken: dict[int, Speech]
) -> Speech | None:
    """Find the source clause behind a quotation which this sentence opens."""
    for quote in quoted:
        if quote.start < sentence.end < quote.end:
            return spoken.get(index.number(quote.end - 1))
    return None
