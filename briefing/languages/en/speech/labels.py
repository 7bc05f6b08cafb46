"""Speakers that a transcript or a chat names in front of what they say: "ORTEGA: …",
"Ana Ortega: …", "Dan_72: …".
"""

from collections.abc import Mapping, Sequence

from briefing.language import late
from briefing.languages.en.names.lists import PLACES
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.turns import SpokenTurn, find_turns
from briefing.model import Entity, Mention, Passage, Span, Speech

# A name in capitals, a title before it or not, a handle, or a name with a handle behind it; never
# an ordinary word or a number with a colon.
_LABEL = late.pattern(
    r"[\[(]?(?:RT )?(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep)\.? )?[A-Z][A-Z.'’-]+"
    r"(?: [A-Z][A-Z.'’-]*){0,3}|@\w{2,30}|[A-Za-z]\w{0,30}_\w{1,30}|[A-Za-z][a-z]{2,30}\d\w{0,30}"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?= \(@\w{2,30}\)))[\])]?(?: \(@\w{2,30}\))?:\s+(?=\S)"
)
_ASKED = late.pattern(r"(?:Q|A|Question|Answer)[.:]\s+(?=\S)")
_NO_SPEAKER = WORDS.words("no speaker")
_FEWEST = 2  # paragraphs that open with a name and a colon; one alone is a heading


def read_labelled(text: str, passage: Passage, turns: Mapping[int, SpokenTurn]) -> Speech | None:
    """Everything behind what labels a passage: a label that shows itself to be one, else one of the
    `turns` that names somebody.
    """
    labelled, turn = read_label(text, passage), turns.get(passage.start)
    if labelled is not None or turn is None or not turn.speaker:
        return labelled
    return read_turn(passage, turn)


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


def read_turn(passage: Passage, turn: SpokenTurn) -> Speech:
    """Everything behind a label that names somebody as said by that person."""
    return _make_turn(turn.start, passage.end, turn.label, turn.speaker, turn.entity)


def _make_turn(start: int, end: int, cue: Span, speaker: str, entity: str | None) -> Speech:
    """What a label's speaker says up to the end of the passage."""
    return Speech(
        start=start, end=end, cue=cue, speaker=speaker, entity=entity, role="", relayed="",
        kind="claim", carried=False, evidence=(cue,),
    )  # fmt: skip


def find_answers(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> Sequence[Span]:
    """The paragraphs of an interview or a transcript of which no label says who speaks them: those
    behind "Q:" and "A:", behind a label that names nobody ("Judge:"), and those without a label
    that stand among labelled ones.

    Nothing where fewer than two paragraphs have labels, or fewer than half of those among them.
    """
    turns = find_turns(text, passages, mentions, entities)
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
        if not _is_spoken(turns.get(one.start)) and read_label(text, one) is None
    )


def _is_spoken(turn: SpokenTurn | None) -> bool:
    return turn is not None and turn.speaker != ""
