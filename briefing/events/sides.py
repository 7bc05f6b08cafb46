"""A side of a difference told so that it stands alone: with its brackets, or with what it points
at told before it.
"""

from collections.abc import Iterator
from itertools import chain

from briefing.events.citing import cite_sentence
from briefing.language.draft import Draft, Refused, relative_edits
from briefing.language.replay import apply_edits, fold_spaces
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.contrasts.voices import drop_mark, points_back
from briefing.languages.packs import ground_sentences
from briefing.model import Passage, Position, Reading, Span

_AHEAD = 2  # passages before a sentence in which what it points at may stand


def tell_side(
    reading: Reading, span: Span, beside: Span | None = None, *, led: bool = False
) -> Position | None:
    """The side that a sentence, or a part of one, is; `beside` is the other side, where that stands
    before it in the same article and so is told before it in the row. `led` says that it points at
    what stands before it, whatever its words show.

    None where it points at somebody and nothing near says at whom.
    """
    text = _text_of(reading, span)
    if beside is None and (led or points_back(text)):
        return _tell_led(reading, span)
    told = _ground(reading, span, beside) or text
    return _make_position(reading, told, (span,))


def find_lead(reading: Reading, span: Span) -> Span | None:
    """The sentence that a sentence points at, where it opens with a pronoun: what stands straight
    before it, or what grounding finds it in; None where neither is there, or it points at nothing.
    """
    return _seek_lead(reading, span) if points_back(_text_of(reading, span)) else None


def _seek_lead(reading: Reading, span: Span) -> Span | None:
    for far, lead in enumerate(_leads(reading, span)):
        ungrounded = _ground(reading, span, lead) is None
        lost = ungrounded and (far > 0 or _dangles(reading, span, lead))
        if not lost and not points_back(_text_of(reading, lead)):
            return lead
    return None


def _tell_led(reading: Reading, span: Span) -> Position | None:
    """A side behind what it points at; None where that isn't found and it doesn't stand alone."""
    lead = _seek_lead(reading, span)
    if lead is None:
        plain = _ground(reading, span, None)
        return None if plain is None else _make_position(reading, plain, (span,))
    first = _ground(reading, lead, None) or _text_of(reading, lead)
    told = _ground(reading, span, lead) or _text_of(reading, span)
    return _make_position(reading, f"{first} {told}", (lead, span))


def _dangles(reading: Reading, span: Span, before: Span) -> bool:
    """Whether some words of a sentence point at what the one before it doesn't say."""
    made = ground_sentences(reading, (span,), (before,))
    return isinstance(made, Refused) and bool(made.words)


def _ground(reading: Reading, span: Span, before: Span | None) -> str | None:
    """A sentence with what makes it stand alone or behind another; None where nothing does."""
    made = ground_sentences(reading, (span,), () if before is None else (before,))
    if not isinstance(made, Draft):
        return None
    return fold_spaces(apply_edits(made.text, relative_edits(made)))


def _text_of(reading: Reading, span: Span) -> str:
    return fold_spaces(reading.document.text[span.start : span.end])


def _leads(reading: Reading, span: Span) -> Iterator[Span]:
    """What may be told before a sentence: what stands straight before it, then what opens its
    passage and those before.
    """
    told = [one for one in reading.passages if one.may_tell and one.start <= span.start]
    here = [one for one in told[-1].sentences if one.end <= span.start] if told else []
    opening = (_opening_of(one) for one in reversed(told[-1 - _AHEAD : -1]))
    yield from dict.fromkeys((*here[-1:], *here[:1], *chain.from_iterable(opening)))


def _opening_of(passage: Passage) -> tuple[Span, ...]:
    return passage.sentences[:1]


def _make_position(reading: Reading, text: str, spans: tuple[Span, ...]) -> Position:
    text = drop_mark(text)
    return Position(
        text=text[:1].upper() + text[1:],  # a part of a sentence may open with a small letter
        statement=None,
        citations=tuple(cite_sentence(reading, one) for one in spans),
        as_of=publication_day(reading.document) or None,
    )
