"""What one voice says in an article and another right behind it says is not so, or counts
otherwise.
"""

from collections.abc import Sequence

from briefing.events.contradictions import HAPPENED
from briefing.events.points import make_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions.measures import HOW_MANY, HOW_MUCH
from briefing.languages.en.replies import Reply, find_replies
from briefing.languages.packs import attribute_sentences
from briefing.model import Disagreement, Reading

TOPICS = frozenset({HAPPENED, HOW_MANY, HOW_MUCH})


def list_replies(readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    """A row for each claim that another voice denies, or counts otherwise, in the next words."""
    rewritten = (one for one in readings if is_rewritten(one.document.language))
    return tuple(
        _make_row(reading, reply)
        for reading in rewritten
        for reply in find_replies(reading)
        if _are_two_voices(reading, reply)
    )


def _are_two_voices(reading: Reading, reply: Reply) -> bool:
    """Whether whoever replies is not who made the claim."""
    claimed = attribute_sentences(reading, (reply.claim,)).speaker
    replied = reply.who or attribute_sentences(reading, (reply.answer,)).speaker
    if not claimed or not replied:
        return bool(claimed or (replied and reply.measured))
    ours, theirs = ({word.casefold() for word in one.split()} for one in (claimed, replied))
    short = min((ours, theirs), key=len)
    return not short <= (ours & theirs)


def _make_row(reading: Reading, reply: Reply) -> Disagreement:
    topic = (HOW_MUCH if reply.great else HOW_MANY) if reply.measured else HAPPENED
    return Disagreement(
        topic=topic,
        positions=(
            make_side(reading, reply.claim, reply.answer),
            make_side(reading, reply.answer, reply.claim),
        ),
    )
