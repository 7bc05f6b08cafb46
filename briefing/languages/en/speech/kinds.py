"""Whether what is said is reported fact, a claim or a judgement."""

import re

from briefing.languages.en.speech import verbs
from briefing.languages.en.speech.voices import Voice
from briefing.model import Saying

_WORD = re.compile(r"\w[\w'’-]*")
_JUDGES = frozenset({
    "analyst", "analysts", "expert", "experts", "specialist", "specialists", "economist", "economists", "observer",
    "observers", "commentator", "commentators", "critic", "critics", "scholar", "scholars", "academic", "academics",
    "strategist", "columnist", "historian", "think-tank", "researcher", "researchers", "fellow", "author", "professor",
})  # fmt: skip
_MODAL = frozenset({
    "may", "might", "could", "would", "should", "likely", "unlikely", "probably", "possibly", "perhaps", "appears",
    "appear", "seems", "seem", "suggests", "suggest", "believed", "expected", "hope", "hopes",
})  # fmt: skip
_OFFICIAL = frozenset({
    "ministry", "government", "agency", "police", "kremlin", "authorities", "department", "office", "army", "military",
    "court", "council", "commission", "parliament", "senate", "company", "newspaper", "daily", "news", "media",
    "officials", "spokesman", "spokeswoman", "spokesperson", "statement", "report", "website", "bureau", "letter",
    "document", "documents", "study", "survey", "data", "figures",
})  # fmt: skip
_ACTS = frozenset(
    {
        "announced",
        "announces",
        "announce",
        "confirmed",
        "confirms",
        "declared",
        "reported",
        "reports",
        "disclosed",
    }
)
_TOLD = frozenset(
    {"said", "told", "announced", "stated", "added", "reported", "explained", "wrote", "confirmed"}
)
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
