"""Who says what in an article: source clauses, their speakers, and what they cover."""

from collections.abc import Sequence

from briefing.language.antecedents import index as layout
from briefing.language.names import words as wording
from briefing.language.speech import cues, kinds, quotes, voices
from briefing.model import Document, Entity, Mention, Passage, Span, Speech

__all__ = ["find"]

_LONGEST = 20_000


def find(
    document: Document, passages: Sequence[Passage], entities: Sequence[Entity], mentions: Sequence[Mention]
) -> tuple[Speech, ...]:
    """Give every stretch of content that the article lays in somebody's mouth, in reading order.

    Named speakers carry their entity; unnamed ones are called what the article calls them. What the outlet says in
    its own voice gives nothing.
    """
    index = layout.build(document.text, passages, entities, mentions)
    memory = voices.Memory()
    found: list[Speech] = []
    for passage in passages:
        if passage.dropped is not None or passage.kind not in {"body", "quote", "list"}:
            continue
        if passage.end - passage.start > _LONGEST:
            continue
        quoted = quotes.find(document.text, passage.start, passage.end)
        for sentence in passage.sentences:
            found.extend(_sentence(index, memory, quoted, sentence))
        found.extend(_quotations(index, memory, quoted, passage, found))
    return tuple(sorted(found, key=lambda speech: (speech.start, speech.end, speech.cue)))


def _sentence(
    index: layout.Index, memory: voices.Memory, quoted: tuple[quotes.Quote, ...], sentence: Span
) -> list[Speech]:
    words = wording.split(index.text, sentence.start, sentence.end)
    masked = frozenset(at for at, start in enumerate(words.starts) if quotes.inside(quoted, start))
    number = index.number(sentence.start)
    found: list[Speech] = []
    for cue in cues.find(words, masked, sentence):
        voice = _voice(index, memory, cue, number)
        if voice is None:
            continue
        if cue.quoted is not None:
            relay = voice
            voice = voices.Voice(
                speaker=index.text[cue.quoted.start : cue.quoted.end], relayed=relay.speaker,
                evidence=tuple(dict.fromkeys((cue.quoted, *relay.evidence))), carried=relay.carried,
            )  # fmt: skip
            memory.medium = relay
        entity = index.entities.get(voice.entity or "")
        content = index.text[cue.content.start : cue.content.end]
        kind = kinds.decide(cue.verb, voice, content, body=entity is not None and entity.kind != "person")
        found.append(_speech(cue.content, cue.cue, voice, kind))
        memory.note(voice, number, medium=voices.is_medium(index, voice, cue.verb), source=voices.is_unnamed(voice))
        if voice.entity is not None:
            index.speakers[number] = voice.entity
    return found


def _voice(index: layout.Index, memory: voices.Memory, cue: cues.Cue, number: int) -> voices.Voice | None:
    if cue.speaker is not None:
        return voices.read(index, memory, cue.speaker, number)
    if memory.last is not None and memory.sentence == number:
        return memory.last
    return _opening(index, number)


def _opening(index: layout.Index, number: int) -> voices.Voice | None:
    """Give the sentence's own subject, where it opens with a name, for "X recently …, noting that"."""
    sentence = index.sentences[number]
    named = index.named(sentence.start, sentence.end)
    people = [mention for mention in named if mention.kind == "person"]
    if not people or index.text[people[0].end : people[0].end + 2] in {"’s", "'s"}:
        return None
    first = people[0]
    ahead = index.text[sentence.start : first.start]
    if len(ahead.split()) > 5 or "," in ahead:
        return None
    return voices.read(index, voices.Memory(), Span(start=first.start, end=first.end), number)


def _speech(content: Span, cue: Span, voice: voices.Voice, kind: str) -> Speech:
    return Speech(
        start=content.start, end=content.end, cue=cue, speaker=voice.speaker, entity=voice.entity, role=voice.role,
        relayed=voice.relayed, kind=kind, carried=voice.carried, evidence=voice.evidence,  # type: ignore[arg-type]
    )  # fmt: skip


def _quotations(
    index: layout.Index, memory: voices.Memory, quoted: tuple[quotes.Quote, ...], passage: Passage, found: list[Speech]
) -> list[Speech]:
    """Give sentences inside a quotation the speaker of the sentence that names him."""
    spoken = {index.number(speech.cue.start): speech for speech in found if passage.start <= speech.cue.start < passage.end}
    more: list[Speech] = []
    previous: Speech | None = None
    for sentence in passage.sentences:
        number = index.number(sentence.start)
        if number in spoken:
            previous = spoken[number]
            continue
        if quotes.share(quoted, sentence) < 0.8 * (sentence.end - sentence.start):
            previous = None
            continue
        source = previous or _ahead(index, quoted, sentence, spoken)
        if source is None and sentence == passage.sentences[0] and found and memory.sentence == number - 1:
            source = next((speech for speech in reversed(found) if index.number(speech.cue.start) == number - 1), None)
        if source is None:
            continue
        more.append(
            Speech(
                start=sentence.start, end=sentence.end, cue=source.cue, speaker=source.speaker, entity=source.entity,
                role=source.role, relayed=source.relayed, kind=source.kind, carried=True, evidence=source.evidence,
            )  # fmt: skip
        )
        previous = more[-1]
        if source.entity is not None:
            index.speakers[number] = source.entity
        memory.sentence = number
    return more


def _ahead(
    index: layout.Index, quoted: tuple[quotes.Quote, ...], sentence: Span, spoken: dict[int, Speech]
) -> Speech | None:
    """Find the source clause that closes a quotation which this sentence opens."""
    for quote in quoted:
        if quote.start < sentence.end <= quote.end:
            return spoken.get(index.number(quote.end - 1))
    return None
