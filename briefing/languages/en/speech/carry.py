"""Carrying a speaker over the sentences of a quotation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from re import Match

from briefing.language import late
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.quotes import Quote, quoted_share
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.languages.en.names.lists import DEMONYMS
from briefing.languages.en.speech.lists import WORDS
from briefing.languages.en.speech.phrases import DAYS
from briefing.languages.en.speech.voice import VoiceMemory
from briefing.model import Mention, Passage, Span, Speech

_MOSTLY = 0.8
_SPOKEN = 5  # words: shorter quotations are names and single words
_LED = late.pattern(r"[^“«\"\n]{1,80}:\s*[“«\"]")  # somebody or something else leads the quotation


_CAPITAL = late.pattern(r"\b[A-Z][\w’'-]+")
_INTERRUPTED = late.pattern(
    r",? (?:and|but|as|while|before|until) [^“”\"]{1,60}? "
    rf"(?:{'|'.join(sorted(WORDS.words('interrupting')))})\b"
)
_ANYBODY = WORDS.words("anybody")


def carry_quotations(
    index: SentenceIndex,
    memory: VoiceMemory,
    quoted: tuple[Quote, ...],
    passage: Passage,
    known: Sequence[Speech],
) -> list[Speech]:
    """The sentences of a passage that are quotation without a source clause, with the speaker
    carried to them.

    The speaker stands in the sentence before, in the one that closes the quotation, or, for a
    passage that opens with a quotation, at the end of the passage before. `known` are the speeches
    so far.
    """
    spoken = _index_spoken(index, known)
    more: list[Speech] = []
    previous: Speech | None = None
    for sentence in passage.sentences:
        number = index.number(sentence.start)
        own = spoken.get(number)
        if not _lacks_source(index, quoted, sentence, own, previous):
            previous = _last_heard(index.text, sentence, own)
            continue
        opening = _source_ahead(spoken, number) if sentence == passage.sentences[0] else None
        source = _closing_source(index, quoted, sentence, spoken) or previous or opening
        if source is None or not (source.speaker or source.carried):
            continue
        previous = replace(source, start=sentence.start, end=sentence.end, carried=True)
        spoken[number] = previous
        more.append(previous)
        memory.sentence = number
        if source.entity is not None:
            index.speakers[number] = source.entity
    return more


def _lacks_source(
    index: SentenceIndex,
    quoted: tuple[Quote, ...],
    sentence: Span,
    own: Speech | None,
    previous: Speech | None,
) -> bool:
    """Whether a sentence is quotation that nobody says there: its own words say nothing of it
    (`own`), and name nobody else who may.
    """
    if own is None:
        if _names_another(index, quoted, sentence):
            return False
        if _quotes_on(index, quoted, sentence, previous):
            return True
    return _waits_for_source(index, quoted, sentence, own)


def _last_heard(text: str, sentence: Span, own: Speech | None) -> Speech | None:
    """Who goes on speaking behind a sentence with a source clause of its own, if anybody does."""
    return None if own is None or _is_cut_off(text, sentence, own) else own


def _index_spoken(index: SentenceIndex, known: Sequence[Speech]) -> dict[int, Speech]:
    """Speeches by the sentence of their source clause and by the one they end in, the last of
    several.
    """
    spoken: dict[int, Speech] = {}
    for speech in known:
        spoken[index.number(max(speech.start, speech.end - 1))] = speech
        spoken[index.number(speech.cue.start)] = speech
    return spoken


def _waits_for_source(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, own: Speech | None
) -> bool:
    """Whether a sentence is quotation for the most part, nobody or nothing leads it, and its `own`
    source clause, if it has one, is about none of it.
    """
    if own is not None and own.start < own.end:
        return False
    led = _LED.match(index.text, sentence.start, sentence.end)
    enough = _MOSTLY * (sentence.end - sentence.start)
    return led is None and quoted_share(quoted, sentence) >= enough


def _names_another(index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span) -> bool:
    """Whether somebody or a body is named straight ahead of a quotation that fills the rest of a
    sentence, and may be who says it: "As X pointed out, “…".
    """
    first = next((q for q in quoted if sentence.start < q.start < sentence.end), None)
    if first is None or not _fills_end(first, sentence):
        return False
    if not index.text[sentence.start : first.start].rstrip().endswith(","):
        return False
    places = [m for m in index.named(sentence.start, first.start) if m.kind == "place"]
    capitals = _CAPITAL.finditer(index.text, sentence.start + 1, first.start)
    return any(_may_name_speaker(match, places) for match in capitals)


def _fills_end(quote: Quote, sentence: Span) -> bool:
    """Whether a quotation reaches to the end of a sentence."""
    return quote.end >= sentence.end - 1


def _may_name_speaker(capital: Match[str], places: Sequence[Mention]) -> bool:
    """Whether a word with a capital is no day, no people and no part of a place's name."""
    word = capital[0].lower()
    if word in DAYS or word.removesuffix("s").rpartition("-")[2] in DEMONYMS:
        return False
    return not any(place.start <= capital.start() < place.end for place in places)


def _quotes_on(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, previous: Speech | None
) -> bool:
    """Whether a sentence ends with words in quotation marks and names nobody outside them, so that
    the person who spoke in the sentence before goes on: "For most people, “you don’t take it for
    granted.”".
    """
    if previous is None or not _is_persons(index, previous):
        return False
    inside = [quote for quote in quoted if sentence.start < quote.start < sentence.end]
    if not inside or not _fills_end(inside[-1], sentence):
        return False
    text = index.text[inside[-1].start : inside[-1].end]
    ahead = index.text[sentence.start : inside[0].start]
    if len(text.split()) < _SPOKEN or _leads_speech(ahead):
        return False
    named = index.named(sentence.start, inside[-1].start)
    return all(mention.kind == "place" for mention in named)


def _is_persons(index: SentenceIndex, speech: Speech) -> bool:
    """Whether a person whom the article names speaks."""
    speaker = index.entities.get(speech.entity or "")
    return speaker is not None and speaker.kind == "person"


def _leads_speech(ahead: str) -> bool:
    """Whether words ahead of a quotation hold a verb of saying or a colon."""
    return ":" in ahead or not SAYING_VERBS.keys().isdisjoint(ahead.lower().split())


def _is_cut_off(text: str, sentence: Span, own: Speech) -> bool:
    """Whether another speaks up behind what one has said: "…, X said, and Y | cut in"."""
    return _INTERRUPTED.match(text, own.cue.end, sentence.end) is not None


def _source_ahead(spoken: Mapping[int, Speech], number: int) -> Speech | None:
    """Who speaks in the sentence before one, if it is somebody."""
    source = spoken.get(number - 1)
    return None if source is None or source.speaker.lower() in _ANYBODY else source


def _closing_source(
    index: SentenceIndex, quoted: tuple[Quote, ...], sentence: Span, spoken: dict[int, Speech]
) -> Speech | None:
    """Find the source clause behind a quotation which this sentence opens."""
    for quote in quoted:
        if quote.start < sentence.end < quote.end:
            return spoken.get(index.number(quote.end - 1))
    return None
