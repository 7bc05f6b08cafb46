"""Finding who says what, sentence by sentence, with a memory of who spoke before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from briefing.language import late
from briefing.languages.en.antecedents import index as layout
from briefing.languages.en.antecedents import quotes
from briefing.languages.en.names import name_key
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import BODY_HEADS, OUTLET_HEADS
from briefing.languages.en.speech import (
    agencies,
    carry,
    cues,
    hearsay,
    kinds,
    labels,
    opening,
    voices,
)
from briefing.languages.en.speech.cue import Cue
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.sources import RESEARCH
from briefing.languages.en.speech.turns import find_turns
from briefing.languages.en.speech.voice import (
    Voice,
    VoiceMemory,
    fuller_voice,
    is_fiction,
    is_medium,
    is_unnamed,
    tells_fiction,
)
from briefing.languages.en.stamps import find_stamps, skip_stamp
from briefing.model import Document, Entity, Mention, Passage, Saying, Span, Speech

_LONGEST = 20_000
_PRONOUNS = frozenset({"he", "she", "they"})
_OBJECTS = frozenset({"him", "her", "them", "it"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_OWNS = frozenset("'’")
_INCLUDING = WORDS.words("including")
_MEMBERS = late.pattern(rf" (?:{'|'.join(WORDS.entries('members'))})\b")
_BEHIND_OUTLET = WORDS.words("behind an outlet")
_PUBLISHING = WORDS.words("plural outlets") | OUTLET_HEADS
_PLURAL_OUTLETS = WORDS.words("plural outlets")
_RELATIVES, _CLAUSE_WORDS = WORDS.words("label relatives"), WORDS.words("label verbs")
_SUBORDINATE = late.pattern(
    rf"\W*(?:{'|'.join(WORDS.entries('before a clause'))})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What the rules look at: the article laid out, who spoke so far, the outlet's key ("" where
    unknown).
    """

    index: layout.SentenceIndex
    memory: VoiceMemory
    outlet: str


def find_speech(
    document: Document,
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> tuple[Speech, ...]:
    """Every stretch of content that the article lays in somebody's mouth, in reading order.

    Named speakers carry their entity; unnamed ones are called what the article calls them; hearsay
    without a source ("reportedly") and a pronoun that nobody can resolve have an empty speaker.
    What the outlet says in its own voice gives nothing. Dropped passages, headings and captions are
    not read.
    """
    text = layout.plainly_spaced(quotes.straightened(document.text))
    index = layout.build_index(text, passages, entities, mentions)
    outlet = name_key(document.outlet.value) if document.outlet else ""
    scene = _Scene(index=index, memory=VoiceMemory(), outlet=outlet)
    turns = find_turns(text, passages, mentions, entities)
    stamps = find_stamps(text, passages)
    found: list[Speech] = []
    for passage in passages:
        if not passage.may_tell or passage.end - passage.start > _LONGEST:
            continue
        labelled = labels.read_labelled(text, passage, turns)
        if labelled is not None:
            found.append(labelled)
            continue
        quoted = quotes.find_quotes(text, passage.start, passage.end)
        fresh: list[Speech] = []
        for sentence in passage.sentences:
            fresh.extend(_read_sentence(scene, quoted, skip_stamp(stamps, sentence)))
        fresh.extend(
            carry.carry_quotations(index, scene.memory, quoted, passage, [*found[-1:], *fresh])
        )
        fresh = agencies.read_credits(index, passage, fresh)
        found.extend(sorted(fresh, key=lambda speech: (speech.start, speech.end, speech.cue)))
    return tuple(found)


def _read_sentence(scene: _Scene, quoted: tuple[quotes.Quote, ...], sentence: Span) -> list[Speech]:
    """What is said in a sentence, and by whom; hearsay where nobody says anything."""
    index = scene.index
    if tells_fiction(index.text[sentence.start : sentence.end]):
        return []
    words = wording.split_words(index.text, sentence.start, sentence.end)
    masked = _masked_words(words, quoted)
    number = index.number(sentence.start)
    found: list[Speech] = []
    for told in cues.find_cues(words, masked, sentence):
        cue, medium = _settle_relay(scene, told, number)
        voice = _settle_voice(scene, words, masked, cue, number)
        if voice is None or voice.speaker.lower() in {"it", "both"} or is_fiction(voice):
            continue
        voice = _relay_voice(voice, medium)
        _remember_voice(scene, cue, voice, number)
        unnamed = _points_away(voice)
        found.append(_bare_speech(index, cue, replace(voice, speaker="") if unnamed else voice))
    if not found and not hearsay.SIGNS.isdisjoint(words.lowers):
        found.extend(_find_hearsay(index, quoted, sentence))
    return found


def _masked_words(words: wording.Words, quoted: tuple[quotes.Quote, ...]) -> frozenset[int]:
    """The words inside quotations."""
    starts = words.starts
    inside = (range(bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quoted)
    return frozenset(chain.from_iterable(inside))


def _points_away(voice: Voice) -> bool:
    """Whether a speaker's words only point to somebody: "he", "his lawyer"; a label says nothing
    then.
    """
    first = voice.speaker.lower().partition(" ")[0]
    if first in _PRONOUNS:
        return True
    return voice.entity is None and first != "" and (first in _OWNERS or _is_clause(voice.speaker))


def _is_clause(speaker: str) -> bool:
    """Whether a speaker's words hold a clause of their own ("rather than say that he"), relative
    ones aside: no label is made of them.
    """
    first, *more = speaker.lower().split()
    if first in _INCLUDING or (first in {"a", "an"} and more[1:2] == ["the"]):
        return True  # "including X", "a point the office | denied"
    for word, following in pairwise([*more, ""]):
        if word == "that":
            return following in _PRONOUNS
        if word in _RELATIVES or word in _CLAUSE_WORDS:
            return word in _CLAUSE_WORDS
    return False


def _settle_voice(
    scene: _Scene, words: wording.Words, masked: frozenset[int], cue: Cue, number: int
) -> Voice | None:
    """Who speaks by a source clause, and through whom it is heard; None where nobody can say."""
    index, memory = scene.index, scene.memory
    voice = _read_speaker(scene, words, masked, cue, number)
    if voice is None:
        return None
    if cue.quoted is not None:
        evidence = tuple(dict.fromkeys((cue.quoted, *voice.evidence)))
        memory.medium = fuller_voice(memory.medium, voice)
        return _relay_quoted(index, cue.quoted, voice, evidence)
    listener = cue.listener
    if listener is not None and (
        scene.outlet or _is_agency(index.text[listener.start : listener.end])
    ):
        return _name_relay(scene, voice, listener)
    return voice


def _read_speaker(
    scene: _Scene, words: wording.Words, masked: frozenset[int], cue: Cue, number: int
) -> Voice | None:
    """The voice of a source clause's subject: its own, the one heard last in the sentence, or the
    subject that opens it.
    """
    index, memory = scene.index, scene.memory
    if cue.speaker is not None:
        if index.text[cue.speaker.end - 1] in _OWNS:
            return None  # "Rills’ | family said": whose they are who speak
        return voices.read_voice(index, memory, cue.speaker, number)
    if memory.last is not None and memory.sentence == number:
        return memory.last
    subject = opening.opening_subject(words, masked) or _first_person(index, number)
    return None if subject is None else voices.read_voice(index, memory, subject, number)


def _relay_quoted(
    index: layout.SentenceIndex, quoted: Span, through: Voice, evidence: tuple[Span, ...]
) -> Voice:
    """Whoever is quoted, through the one that quotes: "The agency quoted X, a nurse, as saying …";
    nobody where that is a pronoun.
    """
    said = index.text[quoted.start : quoted.end].strip(" ,")
    body = index.entities.get(through.entity or "")
    passes_on = is_medium(index, through, "quoted") or agencies.is_outlet_name(through.speaker)
    relayed = through.speaker if passes_on or (body and body.kind != "person") else ""
    if said.lower() in _OBJECTS:
        return Voice(speaker="", relayed=relayed, evidence=evidence, carried=True)
    span = Span(start=quoted.start, end=quoted.start + len(said))
    own = voices.read_voice(index, VoiceMemory(), span, index.number(quoted.start))
    return replace(
        own, relayed=relayed, carried=through.carried,
        evidence=tuple(dict.fromkeys((*evidence, *own.evidence))),
    )  # fmt: skip


def _settle_relay(scene: _Scene, cue: Cue, number: int) -> tuple[Cue, Voice | None]:
    """Settle who speaks in "According to X, Y said that …": Y through X where X is an outlet, else
    X alone.

    So it is in "Y said that …, according to X" where X is an outlet or a document; what anybody
    else may have said there is told by Y.
    """
    outer = cue.outer
    if outer is None or outer.speaker is None:
        return cue, None
    voice = voices.read_voice(scene.index, scene.memory, outer.speaker, number)
    ahead = outer.shape == "lead"
    if not (is_medium(scene.index, voice, "") or agencies.is_outlet_name(voice.speaker)):
        written = voice.entity is None and any(
            word in RESEARCH for word in voice.speaker.lower().split()[:4]
        )
        return (outer if ahead or written else cue), None
    scene.memory.medium = fuller_voice(scene.memory.medium, voice)
    return (replace(cue, cue=Span(start=outer.cue.start, end=cue.cue.end)) if ahead else cue), voice


def _relay_voice(voice: Voice, medium: Voice | None) -> Voice:
    """Say through which outlet a voice is heard, where it is heard through one."""
    if medium is None or voice.relayed or medium.speaker == voice.speaker:
        return voice
    return replace(
        voice,
        relayed=medium.speaker,
        evidence=tuple(dict.fromkeys((*voice.evidence, *medium.evidence))),
    )


def _is_agency(listener: str) -> bool:
    """Whether the words call a listener an agency, which is never the article's own outlet."""
    return "agency" in listener.lower().split()


def _first_person(index: layout.SentenceIndex, number: int) -> Span | None:
    """The person who opens a sentence, with his title, before any comma ("Minister X on Monday
    left, saying").
    """
    sentence = index.sentences[number]
    people = [
        mention for mention in index.named(sentence.start, sentence.end) if mention.kind == "person"
    ]
    if not people:
        return None
    ahead = index.text[sentence.start : people[0].start]
    role = index.entities[people[0].entity].role
    titled = not ahead.strip() or (
        role is not None
        and sentence.start <= role.start < people[0].start
        and not _SUBORDINATE.match(ahead)
    )
    owner = index.text.startswith(("’s", "'s"), people[0].end)
    return (
        None
        if owner or not titled or "," in ahead
        else Span(start=people[0].start, end=people[0].end)
    )


def _name_relay(scene: _Scene, voice: Voice, listener: Span) -> Voice:
    """Name another outlet than the article's own that was told ("told LA Weekly") as the relay."""
    for mention in scene.index.named(listener.start, listener.end):
        body = scene.index.entities[mention.entity]
        whole = _MEMBERS.match(scene.index.text, mention.end, listener.end) is None
        whole = whole and not _is_of_people(body.name) and _may_publish(scene, mention, listener)
        if mention.kind == "body" and body.key != scene.outlet and not voice.relayed and whole:
            span = Span(start=mention.start, end=mention.end)
            return replace(voice, relayed=body.name, evidence=(*voice.evidence, span))
    return voice


def _may_publish(scene: _Scene, mention: Mention, listener: Span) -> bool:
    """Whether a body that is told something may be an outlet: no parliament and the like, and no
    name that another noun takes up ("the Quay Council meeting", "the Grain party’s board").
    """
    text = scene.index.text
    whole = scene.index.entities[mention.entity].name
    name = f"{text[mention.start : mention.end]} {whole}".lower().split()
    behind = text[mention.end : listener.end].lower().replace("’", " ").replace("'", " ").split()
    if not _PUBLISHING.isdisjoint(name) or agencies.is_outlet_name(name[-1].capitalize()):
        return True
    taken = bool(behind) and behind[0].isalpha() and behind[0] not in _BEHIND_OUTLET
    return not taken and BODY_HEADS.isdisjoint(name)


def _is_of_people(name: str) -> bool:
    """Whether a body's name is a plural noun for its members, who publish nothing: "Senate
    Democrats".
    """
    last = name.lower().rsplit(" ", 1)[-1]
    return last in BODY_HEADS and last.endswith("s") and last not in _PLURAL_OUTLETS


def _bare_speech(index: layout.SentenceIndex, cue: Cue, voice: Voice) -> Speech:
    entity = index.entities.get(voice.entity or "")
    content = index.text[cue.content.start : cue.content.end]
    kind = kinds.decide_kind(
        cue.verb, voice, content, body=entity is not None and entity.kind != "person"
    )
    return _make_speech(cue.content, cue.cue, voice, kind)


def _make_speech(content: Span, cue: Span, voice: Voice, kind: Saying) -> Speech:
    return Speech(
        start=content.start, end=content.end, cue=cue, speaker=voice.speaker, entity=voice.entity,
        role=voice.role,
        relayed=voice.relayed, kind=kind, carried=voice.carried, evidence=voice.evidence,
    )  # fmt: skip


def _remember_voice(scene: _Scene, cue: Cue, voice: Voice, number: int) -> None:
    medium = is_medium(scene.index, voice, cue.verb)
    scene.memory.note(voice, number, medium=medium, source=is_unnamed(voice))
    scene.index.spoken(number, voice.entity, voice.speaker)


def _find_hearsay(
    index: layout.SentenceIndex, quoted: tuple[quotes.Quote, ...], sentence: Span
) -> list[Speech]:
    sign = hearsay.find_sign(index.text, sentence, quoted)
    if sign is None:
        return []
    voice = Voice(speaker="", evidence=(sign.cue,))
    if sign.speaker is not None:
        voice = voices.read_voice(index, VoiceMemory(), sign.speaker, index.number(sentence.start))
    return [_make_speech(sentence, sign.cue, voice, sign.kind)]
