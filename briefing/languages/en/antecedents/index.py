"""One article laid out for looking back: its sentences in order, who is named in each, and who
speaks in each.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.language.identity import Remembered
from briefing.languages.en.antecedents.quotes import Quote, find_quotes, is_inside, straightened
from briefing.model import Entity, Mention, Passage, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceIndex:
    """Sentences of the passages that are not dropped, with names and speakers by sentence number.

    `sentences`, `paragraph` (number of the passage) run in step; `speakers` maps a sentence number
    to the key of the person or body that speaks there ("" for one nobody knows); `roles` maps a
    role's start to the key of whoever holds it; `quotes` a paragraph's number to its quotations.
    """

    text: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraph: tuple[int, ...]
    entities: Mapping[str, Entity]
    mentions: tuple[Mention, ...]
    places: tuple[int, ...]
    speakers: dict[int, str]
    roles: Mapping[int, str]
    quotes: Mapping[int, tuple[Quote, ...]]

    def quoted(self, number: int, offset: int) -> bool:
        """Whether an offset in sentence `number` lies inside a quotation."""
        return is_inside(self.quotes.get(self.paragraph[number], ()), offset)

    def spoken(self, number: int, entity: str | None, speaker: str) -> None:
        """Note who speaks in a sentence; a single speaker without an entity is noted as unknown
        (empty).
        """
        if entity is not None:
            self.speakers[number] = entity
        elif speaker and not _is_several(speaker):
            self.speakers.setdefault(number, "")

    def number(self, offset: int) -> int:
        """The number of the sentence that holds an offset, -1 where none does."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].end else -1

    def named(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start in [start, end)."""
        return self.mentions[bisect_left(self.places, start) : bisect_left(self.places, end)]


def build_index(
    text: str, passages: Sequence[Passage], entities: Sequence[Entity], mentions: Sequence[Mention]
) -> SentenceIndex:
    """Lay out an article; `speakers` starts empty and is filled in reading order by whoever knows
    them.
    """
    live = _live_passages(passages)
    rows = [(span, number) for number, one in enumerate(live) for span in _told_sentences(one)]
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    return SentenceIndex(
        text=text,
        sentences=tuple(span for span, _ in rows),
        starts=tuple(span.start for span, _ in rows),
        paragraph=tuple(number for _, number in rows),
        entities={entity.key: entity for entity in entities},
        mentions=ordered,
        places=tuple(mention.start for mention in ordered),
        speakers={},
        roles=_index_roles(entities),
        quotes={number: find_quotes(text, one.start, one.end) for number, one in enumerate(live)},
    )


def _live_passages(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of the article's own text, headings aside."""
    return [one for one in passages if one.is_live]


def _told_sentences(passage: Passage) -> tuple[Span, ...]:
    """The sentences of a passage that tells something; of captions and tables none."""
    return passage.sentences if passage.may_tell else ()


def _index_roles(entities: Sequence[Entity]) -> dict[int, str]:
    """Persons by where their role stands."""
    people = [entity for entity in entities if entity.kind == "person"]
    return {entity.role.start: entity.key for entity in people if entity.role}


def index_of(reading: Reading) -> SentenceIndex:
    """Lay out a finished reading, its speakers included; the last ones asked for are remembered."""
    return _INDEXED(reading)


def plainly_spaced(text: str) -> str:
    """A text with spaces for those that break no line; no place moves."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _index_reading(reading: Reading) -> SentenceIndex:
    text = plainly_spaced(straightened(reading.document.text))
    index = build_index(text, reading.passages, reading.entities, reading.mentions)
    for speech in reading.speech:
        number = (
            index.number(speech.cue.start) if not speech.carried else index.number(speech.start)
        )
        if number >= 0:
            index.spoken(number, speech.entity, speech.speaker)
    return index


_INDEXED = Remembered(find=_index_reading, most=2)


def _is_several(speaker: str) -> bool:
    """Whether an unnamed speaker is several, so that "he" and "she" cannot mean it."""
    last = speaker.partition(",")[0].split(" ")[-1].lower()
    return last.endswith("s") or last in {
        "media",
        "police",
        "people",
        "army",
        "report",
        "government",
        "they",
        "it",
    }
