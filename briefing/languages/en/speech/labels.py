"""Speakers that a transcript or a chat names in front of what they say: "ORTEGA: …",
"Ana Ortega: …", "Dan_72: …".
"""

from collections.abc import Mapping, Sequence

from briefing.language import late
from briefing.languages.en.names.lists import PLACES
from briefing.languages.en.speech.lists import WORDS
from briefing.model import Entity, Mention, Passage, Span, Speech

# A name in capitals, a title before it or not, or a handle; never an ordinary word with a colon.
_LABEL = late.pattern(
    r"[\[(]?(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep)\.? )?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"
    r"|@?\w{1,30}[_\d]\w{0,30}|@\w{2,30})[\])]?:\s+(?=\S)"
)
_COLON = late.pattern(r":\s+(?=\S)")
_ASKED = late.pattern(r"(?:Q|A|Question|Answer)[.:]\s+(?=\S)")
_NO_SPEAKER = WORDS.words("no speaker")
_LIST = 3  # paragraphs from which names that stand there once each are a list of people
_FEWEST = 2  # paragraphs that open with a name and a colon; one alone is a heading


def find_turns(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention]
) -> Mapping[int, Mention]:
    """The persons whose names, as an article prints them, and a colon open its paragraphs, by where
    those start; none where fewer than two do, or three and more of whom none speaks twice.
    """
    starts = {passage.start for passage in passages}
    turns = {
        mention.start: mention
        for mention in mentions
        if mention.kind == "person" and mention.start in starts and _COLON.match(text, mention.end)
    }
    listed = len({one.entity for one in turns.values()}) == len(turns) >= _LIST
    return turns if len(turns) >= _FEWEST and not listed else {}


def read_labelled(
    text: str, passage: Passage, turns: Mapping[int, Mention], entities: Mapping[str, Entity]
) -> Speech | None:
    """Everything behind what labels a passage: the name of one of the `turns`, else any label."""
    turn = turns.get(passage.start)
    return (
        read_turn(text, passage, turn, entities[turn.entity]) if turn else read_label(text, passage)
    )


def read_label(text: str, passage: Passage) -> Speech | None:
    """Everything behind a passage's label as said by whoever it names, None where it has no label.

    The speaker is the label as written, whoever else speaks inside: what a transcript quotes is at
    second hand. Whom a label means is not looked up.
    """
    match = _LABEL.match(text, passage.start, passage.end)
    if match is None or not _NO_SPEAKER.isdisjoint(match["who"].split()):
        return None
    if match["who"].lower() in PLACES:
        return None  # "LONDON: The police named …" is where it was filed
    cue = Span(start=match.start("who"), end=match.end("who"))
    return _make_turn(match.end(), passage.end, cue, match["who"], None)


def read_turn(text: str, passage: Passage, mention: Mention, entity: Entity) -> Speech | None:
    """Everything behind a person's name and a colon as said by that person."""
    colon = _COLON.match(text, mention.end)
    if colon is None:
        return None
    cue = Span(start=mention.start, end=mention.end)
    return _make_turn(colon.end(), passage.end, cue, entity.name, entity.key)


def _make_turn(start: int, end: int, cue: Span, speaker: str, entity: str | None) -> Speech:
    """What a label's speaker says up to the end of the passage."""
    return Speech(
        start=start, end=end, cue=cue, speaker=speaker, entity=entity, role="", relayed="",
        kind="claim", carried=False, evidence=(cue,),
    )  # fmt: skip


def find_answers(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention]
) -> Sequence[Span]:
    """The paragraphs of an interview or a transcript of which no label says who speaks them: those
    behind "Q:" and "A:", and those without a label that stand among labelled ones.

    Nothing where fewer than two paragraphs have labels, or fewer than half of those among them.
    """
    turns = find_turns(text, passages, mentions)
    labelled = [
        at
        for at, one in enumerate(passages)
        if one.start in turns or _ASKED.match(text, one.start) or read_label(text, one)
    ]
    if len(labelled) < _FEWEST:
        return ()
    among = passages[labelled[0] : labelled[-1] + 1]
    if 2 * len(labelled) < len(among):
        return ()
    return tuple(
        Span(start=one.start, end=one.end)
        for one in among
        if one.start not in turns and read_label(text, one) is None
    )
