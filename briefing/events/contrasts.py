"""Where one voice says right behind another's words, or in another article, what excludes them."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.events.contradictions import HAPPENED, WHY
from briefing.events.days import appeared_near, last_day
from briefing.events.points import NEAR
from briefing.events.sides import tell_side
from briefing.languages import is_rewritten
from briefing.languages.en.assertions import find_told
from briefing.languages.en.assertions.fold import fold_text
from briefing.languages.en.assertions.measures import HOW_MANY
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.contrasts import ContrastKind, VoiceContrast, find_contrasts
from briefing.languages.en.contrasts.denied import Denied, find_denied, says_no
from briefing.languages.en.contrasts.find import are_dated_apart, dates_in
from briefing.languages.en.contrasts.parties import is_release
from briefing.languages.en.contrasts.voices import find_voice, holds_pronoun
from briefing.languages.en.stances import find_first_names, name_sentence
from briefing.model import Disagreement, Position, Reading, Span, ToldSentence

_TOPICS: Mapping[ContrastKind, str] = {"event": HAPPENED, "cause": WHY, "count": HOW_MANY}
TOPICS = frozenset(_TOPICS.values())
_BLOCK = 200  # sentences that hold a word; more would make this grow with their square
_SHARED = 2  # words of what is denied that another article tells
_OWN = 0.6  # share of them, where somebody denies it of himself and the verb is told
_REFUTED = 0.5  # the same, where it is denied in so many words

_Told = tuple[Reading, ToldSentence]
_Holders = Mapping[str, Sequence[_Told]]


def list_contrasts(readings: Sequence[Reading]) -> tuple[Disagreement, ...]:
    """A row for each two voices that stand beside each other in an article and exclude each
    other.
    """
    rewritten = (one for one in readings if is_rewritten(one.document.language))
    rows = (_make_row(reading, one) for reading in rewritten for one in find_contrasts(reading))
    return tuple(row for row in rows if row is not None)


def _make_row(reading: Reading, one: VoiceContrast) -> Disagreement | None:
    text = _text_of(reading, one.claim)
    claim = tell_side(reading, one.claim, led=one.part and holds_pronoun(text))
    answer = tell_side(reading, one.answer, one.claim)
    return _row_of(_TOPICS[one.kind], claim, answer)


def _row_of(topic: str, *sides: Position | None) -> Disagreement | None:
    """The row of two sides, None where one can't be told."""
    told = tuple(one for one in sides if one is not None)
    return Disagreement(topic=topic, positions=told) if len(told) == len(sides) else None


def list_denied(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """A row for each thing that somebody denies in one article and another one tells."""
    rewritten = [one for one in readings if is_rewritten(one.document.language)]
    denials = [(reading, one) for reading in rewritten for one in _denials_of(reading)]
    holders = _holders_of_words(rewritten) if denials else {}
    rows = (_answer_denial(reading, one, holders, families) for reading, one in denials)
    return tuple(row for row in rows if row is not None)


def _answer_denial(
    reading: Reading, one: Denied, holders: _Holders, families: Mapping[str, str]
) -> Disagreement | None:
    """The row of a denial; None where nobody tells what it denies."""
    told = _find_told(reading, one, holders, families)
    return None if told is None else _make_denied(reading, one, told)


def _denials_of(reading: Reading) -> Iterator[Denied]:
    """The denials of an article that somebody answers for."""
    answered = is_release(reading)
    return (one for one in find_denied(reading) if one.voice or answered)


def _holders_of_words(readings: Sequence[Reading]) -> dict[str, list[_Told]]:
    """The sentences that hold each word."""
    holders: dict[str, list[_Told]] = {}
    for reading in readings:
        for told in find_told(reading):
            for word in told.words:
                holders.setdefault(word, []).append((reading, told))
    return holders


def _find_told(
    reading: Reading,
    one: Denied,
    holders: _Holders,
    families: Mapping[str, str],
) -> _Told | None:
    """The sentence of another article that tells most of what is denied; None where none does."""
    near = {
        (told[0].document.id, told[1].span.start): told
        for word in one.words
        for told in _few(holders.get(word, ()))
        if _may_answer(reading, told[0], families)
    }
    fitting = [told for told in near.values() if _is_told(reading, one, told)]
    return max(fitting, key=lambda told: _rank(one, told), default=None)


def _few(held: Sequence[_Told]) -> Sequence[_Told]:
    """Who holds a word, nobody where so many do that it says too little to look by."""
    return held if len(held) <= _BLOCK else ()


def _may_answer(reading: Reading, other: Reading, families: Mapping[str, str]) -> bool:
    ours, theirs = reading.document, other.document
    return families[ours.id] != families[theirs.id] and appeared_near(ours, theirs, NEAR)


def _is_told(reading: Reading, one: Denied, told: _Told) -> bool:
    """Whether a sentence tells what is denied, not of another day and not before it came to be."""
    other, sentence = told
    shared = one.words & sentence.words
    first = find_first_names(reading) & find_first_names(other)
    named = name_sentence(other, sentence.span)
    if len(shared - first) < _SHARED or shared <= named or not _holds_enough(one, shared):
        return False
    text = _text_of(other, sentence.span)
    if says_no(text) or fold_text(one.voice) & fold_text(find_voice(text)):
        return False
    if not one.refutes and _day(reading) < _day(other):
        return False
    return not are_dated_apart(dates_in(reading, one.sentence), dates_in(other, sentence.span))


def _holds_enough(one: Denied, shared: frozenset[str]) -> bool:
    if shared == one.words:
        return True
    share = len(shared) / len(one.words)
    return (one.refutes and share >= _REFUTED) or (
        one.own and share >= _OWN and bool(one.verb & shared)
    )


def _day(reading: Reading) -> str:
    return last_day(publication_day(reading.document))


def _text_of(reading: Reading, span: Span) -> str:
    return " ".join(reading.document.text[span.start : span.end].split())


def _rank(one: Denied, told: _Told) -> tuple[int, bool, int, str, int]:
    """What tells most of what is denied first, then what somebody says, then the earliest."""
    reading, sentence = told
    voiced = bool(find_voice(_text_of(reading, sentence.span))) or is_release(reading)
    shared = len(one.words & sentence.words)
    return shared, voiced, -sentence.span.start, reading.document.id, sentence.span.start


def _make_denied(reading: Reading, one: Denied, found: _Told) -> Disagreement | None:
    other, told = found
    sides = sorted(
        ((reading, one.sentence), (other, told.span)),
        key=lambda side: (_day(side[0]), side[0].document.id),
    )
    return _row_of(HAPPENED, *(tell_side(*side) for side in sides))
