"""Whether what is said is reported fact, a claim or a judgement."""

import re

from briefing.languages.en.speech import verbs
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.voice import Voice
from briefing.model import Saying

_WORD = re.compile(r"\w[\w'’-]*")
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
    weight = verbs.verb_kind(verb)
    described = set(_WORD.findall(f"{voice.role} {voice.speaker}".lower()))
    words = {word.lower() for word in _WORD.findall(content) if word != "May"}  # the month
    if weight == "judgement" and verb.startswith("suggest") and not described & _JUDGES:
        weight = "claim"
    if described & _JUDGES or weight == "judgement":
        return "judgement"
    official = body or bool(described & _OFFICIAL) or verb in _ACTS
    if (words - {"would"} if verb in _TOLD else words) & _MODAL and not official:
        return "judgement"
    if weight == "claim":
        return "claim"
    return "reported" if official and "source" not in voice.speaker.lower() else "claim"
