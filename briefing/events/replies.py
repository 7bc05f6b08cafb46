"""What one voice says in an article and another right behind it says is not so, or counts
otherwise.
"""

from collections.abc import Sequence

from briefing.events.contradictions import HAPPENED
from briefing.events.sides import tell_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.measures import HOW_MANY, HOW_MUCH
from briefing.languages.en.contrasts.voices import find_quoted
from briefing.languages.en.replies import Reply, find_replies
from briefing.languages.packs import attribute_sentences
from briefing.model import Disagreement, Reading, Span

TOPICS = frozenset({HAPPENED, HOW_MANY, HOW_MUCH})


def list_replies(readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    """A row for each claim that another voice denies, or counts otherwise, in the next words."""
    rewritten = (one for one in readings if is_rewritten(one.document.language))
    rows = (
        _make_row(reading, reply)
        for reading in rewritten
        for reply in find_replies(reading)
        if _are_two_voices(reading, reply)
    )
    return tuple(row for row in rows if row is not None)


def _are_two_voices(reading: Reading, reply: Reply) -> bool:
    """Whether whoever replies is not who made the claim."""
    said = reading.document.text[reply.claim.start : reply.claim.end]
    claimed = attribute_sentences(reading, (reply.claim,)).speaker or find_quoted(said)
    replied = reply.who or attribute_sentences(reading, (reply.answer,)).speaker
    if not claimed or not replied:
        return bool(claimed or (replied and reply.measured))
    ours, theirs = ({word.casefold() for word in one.split()} for one in (claimed, replied))
    short = min((ours, theirs), key=len)
    return not short <= (ours & theirs)


def _make_row(reading: Reading, reply: Reply) -> Disagreement | None:
    topic = (HOW_MUCH if reply.great else HOW_MANY) if reply.measured else HAPPENED
    claim = tell_side(reading, reply.claim)
    answer = tell_side(reading, reply.answer, _beside(reading, reply))
    if claim is None or answer is None:
        return None
    return Disagreement(topic=topic, positions=(claim, answer))


def _beside(reading: Reading, reply: Reply) -> Span | None:
    """The claim, where it stands straight before the answer, which points at nothing else."""
    between = reading.document.text[reply.claim.end : reply.answer.start]
    return None if any(one.isalpha() for one in between) else reply.claim
