"""Somebody who says something, and who spoke last."""

from dataclasses import dataclass

from briefing.language import late, wordlist
from briefing.languages.en.antecedents import index as layout
from briefing.languages.en.names.lists import OUTLET_HEADS
from briefing.model import Span

_FICTIONS = "|".join(sorted(wordlist.read("en", "words/sources").words("fiction")))
_FICTION = late.pattern(
    rf"(?i:(?:[\w’'-]+ ){{0,3}}(?:{_FICTIONS})"
    r"(?= (?:about|by|of|on|in|called|titled|based|from|[a-z]+ing)\b|$))"
)
_SUPPOSITIONS = "|".join(wordlist.read("en", "words/sources").entries("suppositions"))
_SUPPOSED = late.pattern(rf"(?i:(?:and |but |now )?(?:{_SUPPOSITIONS}))\b")
_SCENE = late.pattern(
    rf"(?i:(?:and |but )?(?:in|on)) (?:[\w’'-]+ ){{1,4}}?(?i:{_FICTIONS})\b"
    r"(?:[^,“”\"]|[“\"][^“”\"]{1,40}[”\"]){0,60}, "
)
_MEDIA = OUTLET_HEADS | {"report", "article", "newspaper's", "press"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who says something: as `Speech` has it, and whether it was taken from before."""

    speaker: str
    entity: str | None = None
    role: str = ""
    relayed: str = ""
    carried: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(slots=True, kw_only=True)
class VoiceMemory:
    """Who spoke so far in an article: the last voice, its sentence, the last medium and the last
    unnamed source.
    """

    last: Voice | None = None
    sentence: int = -1
    medium: Voice | None = None
    source: Voice | None = None

    def note(self, voice: Voice, sentence: int, *, medium: bool, source: bool) -> None:
        """Remember a voice."""
        self.last, self.sentence = voice, sentence
        if medium:
            self.medium = fuller_voice(self.medium, voice)
        if source:
            self.source = voice


def fuller_voice(known: Voice | None, voice: Voice) -> Voice:
    """The voice that says more of one and the same medium."""
    same = known is not None and known.entity == voice.entity
    return known if same and known is not None and len(known.role) >= len(voice.role) else voice


def tells_fiction(ahead: str) -> bool:
    """Whether the words that open a sentence set what follows in a film, a novel or the like, or
    only suppose it: "In the novel, X says", "Suppose X said".
    """
    plain = ahead.replace("’", "'")
    return _SCENE.match(ahead) is not None or _SUPPOSED.match(plain) is not None


def is_fiction(voice: Voice) -> bool:
    """Whether what speaks is a film, a novel or the like, which says nothing."""
    return voice.entity is None and _FICTION.match(voice.speaker) is not None


def is_medium(index: layout.SentenceIndex, voice: Voice, verb: str) -> bool:
    """Whether a voice is an outlet: described as one, or a body that reports or quotes."""
    entity = index.entities.get(voice.entity or "")
    if entity is None:  # "The Sunday Times newspaper": a name, and a noun for outlets behind it
        *ahead, last = voice.speaker.split(" ")
        return last in OUTLET_HEADS and any(word[:1].isupper() for word in ahead[1:])
    if entity.kind == "person":
        return False
    described = set(voice.role.lower().split())
    return bool(described & _MEDIA) or (
        entity.kind == "body" and verb in {"reported", "reports", "quoted", "quotes", "wrote"}
    )


def is_unnamed(voice: Voice) -> bool:
    """Whether a voice is a source without a name."""
    return voice.entity is None and "source" in voice.speaker.lower()
