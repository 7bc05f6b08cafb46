"""Whether what is said is reported fact, a claim or a judgement."""

from collections.abc import Set as AbstractSet

from briefing.language import late
from briefing.languages.en.speech import verbs
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.voice import Voice
from briefing.model import Saying

_WORD = late.pattern(r"\w[\w'’-]*")
_JUDGES = WORDS.words("judges")
_MODAL = WORDS.words("modal")
_OFFICIAL = WORDS.words("official")
_ACTS = WORDS.words("acts of announcing")
_TOLD = WORDS.words("told in the past")
"""Verbs of saying in the past, behind which "would" is no more than "will" in their tense."""


def decide_kind(verb: str, voice: Voice, content: str, *, body: bool) -> Saying:
    """The kind of a saying from its verb, its speaker and its words; `body` where the speaker
    is no person.

    Analysts judge, whatever the verb; verbs of thinking and modal words make a judgement; bodies,
    agencies and acts of announcing report; the rest is a claim.
    """
    described = set(_WORD.findall(f"{voice.role} {voice.speaker}".lower()))
    if described & _JUDGES:
        return "judgement"
    weight = verbs.verb_kind(verb)
    if weight == "judgement" and not verb.startswith("suggest"):
        return "judgement"
    official = body or _is_official(verb, described)
    if not official and _is_modal(verb, content):
        return "judgement"
    sourced = "source" in voice.speaker.lower()
    return "claim" if not official or sourced or weight != "reported" else "reported"


def _is_official(verb: str, described: AbstractSet[str]) -> bool:
    """Whether an act is announced, or somebody speaks who holds an office."""
    return verb in _ACTS or not described.isdisjoint(_OFFICIAL)


def _is_modal(verb: str, content: str) -> bool:
    """Whether what is said is only possible; "would" behind a verb of telling is a future told."""
    words = set(map(str.lower, set(_WORD.findall(content)) - {"May"}))  # the month
    if verb in _TOLD:
        words.discard("would")
    return not words.isdisjoint(_MODAL)
