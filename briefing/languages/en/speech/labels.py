"""Speakers that a transcript or a chat names in front of what they say: "ORTEGA: …", "Dan_72:
…".
"""

import re

from briefing.languages.en.speech.lists import WORDS
from briefing.model import Passage, Span, Speech

# A name in capitals, a title before it or not, or a handle; never an ordinary word with a colon.
_LABEL = re.compile(
    r"[\[(]?(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep)\.? )?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"
    r"|@?\w{1,30}[_\d]\w{0,30}|@\w{2,30})[\])]?:\s+(?=\S)"
)
_NO_SPEAKER = WORDS.words("no speaker")


def read_label(text: str, passage: Passage) -> Speech | None:
    """Everything behind a passage's label as said by whoever it names, None where it has no label.

    The speaker is the label as written, whoever else speaks inside: what a transcript quotes is at
    second hand. Whom a label means is not looked up.
    """
    match = _LABEL.match(text, passage.start, passage.end)
    if match is None or not _NO_SPEAKER.isdisjoint(match["who"].split()):
        return None
    cue = Span(start=match.start("who"), end=match.end("who"))
    return Speech(
        start=match.end(), end=passage.end, cue=cue, speaker=match["who"], entity=None, role="",
        relayed="",
        kind="claim", carried=False, evidence=(cue,),
    )  # fmt: skip
