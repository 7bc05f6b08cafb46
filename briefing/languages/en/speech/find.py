"""Finding who says what, sentence by sentence, with a memory of who spoke before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.languages.en.antecedents import index as layout
from briefing.languages.en.antecedents import quotes
from briefing.languages.en.names import key
from briefing.languages.en.names import words as wording
from briefing.languages.en.speech import (
    agencies,
    carry,
    cues,
    hearsay,
    kinds,
    labels,
    subjects,
    voices,
)
from briefing.languages.en.speech.voices import Memory, Voice
from briefing.model import Document, Entity, Mention, Passage, Saying, Span, Speech

_LONGEST = 20_000
_READ = frozenset({"body", "quote", "list"})
_PRONOUNS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What the rules look at: the article laid out, who spoke so far, the outlet's key ("" where unknown)."""

    index: layout.Index
    memory: Memory
    outlet: str


def find(
    document: Document,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> tuple[Speech, ...]:
    """Give every stretch of content that the article lays in somebody's mouth, in reading order.

    Named speakers carry their entity; unnamed ones are called what the article calls them; hearsay
    without a source ("reportedly") and a pronoun that nobody can resolve have an empty speaker.
    What the outlet says in its own voice gives nothing. Dropped passages, headings and captions are
    not read.
    """
    text = quotes.straightened(document.text)
    index = layout.build(text, passages, entities, mentions)
    outlet = key(document.outlet.value) if document.outlet else ""
    scene = _Scene(index=index, memory=Memory(), outlet=outlet)
    found: list[Speech] = []
    for passage in passages:
        if (
            passage.dropped is not None
            or passage.kind not in _READ
            or passage.end - passage.start > _LONGEST
        ):
            continue
        labelled = labels.read(text, passage)
        if labelled is not None:
            found.append(labelled)
            continue
        quoted = quotes.find(text, passage.start, passage.end)
        fresh: list[Speech] = []
        for sentence in passage.sentences:
            fresh.extend(_sentence(scene, quoted, sentence))
        fresh.extend(carry.quotations(index, scene.memory, quoted, passage, [*found[-1:], *fresh]))
        fresh = agencies.credited(index, passage, fresh)
        found.extend(sorted(fresh, key=lambda speech: (speech.start, speech.end, speech.cue)))
    return tuple(found)


def _sentence(scene: _Scene, quoted: tuple[quotes.Quote, ...], sentence: Span) -> list[Speech]:
    index = scene.index
    words = wording.split(index.text, sentence.start, sentence.end)
    masked = (
        frozenset(at for at, start in enumerate(words.starts) if quotes.inside(quoted, start))
        if quoted
        else frozenset()
    )
    number = index.number(sentence.start)
    found: list[Speech] = []
    for told in cues.find(words, masked, sentence):
        cue, medium = _through(scene, told, number)
        voice = _voice(scene, words, masked, cue, number)
        if voice is None or voice.speaker.lower() in {"it", "both"} or voices.is_fiction(voice):
            continue
        voice = _relayed(voice, medium)
        _remember(scene, cue, voice, number)
        found.append(
            _speech(
                index,
                cue,
                voice if voice.speaker.lower() not in _PRONOUNS else replace(voice, speaker=""),
            )
        )
    if not found and not hearsay.SIGNS.isdisjoint(words.lowers):
        found.extend(_hearsay(index, quoted, sentence))
    return found


def _voice(
    scene: _Scene, words: wording.Words, masked: frozenset[int], cue: cues.Cue, number: int
) -> Voice | None:
    index, memory = scene.index, scene.memory
    if cue.speaker is not None:
        voice = voices.read(index, memory, cue.speaker, number)
    elif memory.last is not None and memory.sentence == number:
        voice = memory.last
    else:
        opening = subjects.opening(words, masked) or _first_person(index, number)
        if opening is None:
            return None
        voice = voices.read(index, memory, opening, number)
    if cue.quoted is not None:
        evidence = tuple(dict.fromkeys((cue.quoted, *voice.evidence)))
        scene.memory.medium = voices.fuller(memory.medium, voice)
        said = index.text[cue.quoted.start : cue.quoted.end]
        return Voice(speaker=said, relayed=voice.speaker, evidence=evidence, carried=voice.carried)
    if cue.listener is not None and (
        scene.outlet or _agency(index.text[cue.listener.start : cue.listener.end])
    ):
        return _told(scene, voice, cue.listener)
    return voice


def _through(scene: _Scene, cue: cues.Cue, number: int) -> tuple[cues.Cue, Voice | None]:
    """Settle who speaks in "According to X, Y said that …": Y through X where X is an outlet, else X alone.

    So it is in "Y said that …, according to X" where X is an outlet or a document; what anybody
    else may have said there is told by Y.
    """
    outer = cue.outer
    if outer is None or outer.speaker is None:
        return cue, None
    voice = voices.read(scene.index, scene.memory, outer.speaker, number)
    ahead = outer.shape == "lead"
    if not (voices.is_medium(scene.index, voice, "") or agencies.outlet(voice.speaker)):
        written = voice.entity is None and any(
            word in subjects.RESEARCH for word in voice.speaker.lower().split()[:4]
        )
        return (outer if ahead or written else cue), None
    scene.memory.medium = voices.fuller(scene.memory.medium, voice)
    return (replace(cue, cue=Span(start=outer.cue.start, end=cue.cue.end)) if ahead else cue), voice


def _relayed(voice: Voice, medium: Voice | None) -> Voice:
    """Say through which outlet a voice is heard, where it is heard through one."""
    if medium is None or voice.relayed or medium.speaker == voice.speaker:
        return voice
    return replace(
        voice,
        relayed=medium.speaker,
        evidence=tuple(dict.fromkeys((*voice.evidence, *medium.evidence))),
    )


def _agency(listener: str) -> bool:
    """Tell whether the words call a listener an agency, which is never the article's own outlet."""
    return "agency" in listener.lower().split()


def _first_person(index: layout.Index, number: int) -> Span | None:
    """Give the person who opens a sentence, with his title, before any comma ("Minister X on Monday left, saying")."""
    sentence = index.sentences[number]
    people = [
        mention for mention in index.named(sentence.start, sentence.end) if mention.kind == "person"
    ]
    if not people:
        return None
    ahead = index.text[sentence.start : people[0].start]
    entity = index.entities[people[0].entity]
    titled = not ahead.strip() or (
        entity.role is not None and sentence.start <= entity.role.start < people[0].start
    )
    owner = index.text.startswith(("’s", "'s"), people[0].end)
    return (
        None
        if owner or not titled or "," in ahead
        else Span(start=people[0].start, end=people[0].end)
    )


def _told(scene: _Scene, voice: Voice, listener: Span) -> Voice:
    """Name another outlet than the article's own that was told ("told LA Weekly") as the relay."""
    for mention in scene.index.named(listener.start, listener.end):
        body = scene.index.entities[mention.entity]
        if mention.kind == "body" and body.key != scene.outlet and not voice.relayed:
            span = Span(start=mention.start, end=mention.end)
            return replace(voice, relayed=body.name, evidence=(*voice.evidence, span))
    return voice


def _speech(index: layout.Index, cue: cues.Cue, voice: Voice) -> Speech:
    entity = index.entities.get(voice.entity or "")
    content = index.text[cue.content.start : cue.content.end]
    kind = kinds.decide(
        cue.verb, voice, content, body=entity is not None and entity.kind != "person"
    )
    return _made(cue.content, cue.cue, voice, kind)


def _made(content: Span, cue: Span, voice: Voice, kind: Saying) -> Speech:
    return Speech(
        start=content.start, end=content.end, cue=cue, speaker=voice.speaker, entity=voice.entity, role=voice.role,
        relayed=voice.relayed, kind=kind, carried=voice.carried, evidence=voice.evidence,
    )  # fmt: skip


def _remember(scene: _Scene, cue: cues.Cue, voice: Voice, number: int) -> None:
    medium = voices.is_medium(scene.index, voice, cue.verb)
    scene.memory.note(voice, number, medium=medium, source=voices.is_unnamed(voice))
    scene.index.spoken(number, voice.entity, voice.speaker)


def _hearsay(index: layout.Index, quoted: tuple[quotes.Quote, ...], sentence: Span) -> list[Speech]:
    sign = hearsay.find(index.text, sentence, quoted)
    if sign is None:
        return []
    voice = Voice(speaker="", evidence=(sign.cue,))
    if sign.speaker is not None:
        voice = voices.read(index, Memory(), sign.speaker, index.number(sentence.start))
    return [_made(sentence, sign.cue, voice, sign.kind)]
