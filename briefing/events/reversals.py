"""Sentences that a later version of an article turns round: what stayed open is shut; and those in
which it only calls a thing otherwise: what was a first step is a betrayal.

A version is no second voice, so it disputes nothing. But an outlet that says the reverse of what it
said tells its reader something, and the brief tells the later word only.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefing.events.citing import cite_sentence
from briefing.languages import is_rewritten
from briefing.languages.en.callings import is_called_otherwise
from briefing.languages.en.excerpt import cut_excerpt
from briefing.languages.en.opposites import are_opposed
from briefing.languages.en.sameness import Gist, read_gist
from briefing.model import Disagreement, Position, Reading, Span

TOPIC = "What a later version turns round"
CALLED = "What a later version calls otherwise"
TOPICS = (TOPIC, CALLED)
_ALIKE = 0.7  # share of the shorter sentence's words that both must have to be one sentence
_FEWEST = 5  # words of a sentence that can be told from others


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSentence:
    """A sentence of an article's body, where it stands, and what it is compared by."""

    span: Span
    gist: Gist


def list_reversals(
    readings: Mapping[str, Reading],
    families: Mapping[str, str],
    older: AbstractSet[str],
) -> tuple[Disagreement, ...]:
    """A row for each sentence of an older version that the newest one turns round, or in which it
    calls a thing otherwise; those that are turned round first.

    One sentence turns the other round where most words are the same, and a pair of words that are
    each other's reverse, or a denial, tells them apart. `older` are the documents of which a later
    version is among the sources.
    """
    newest = {families[one]: one for one in sorted(readings) if one not in older}
    rows = (
        row
        for before in sorted(older & readings.keys())
        if (after := newest.get(families[before])) is not None
        for row in _compare_versions(readings[before], readings[after])
    )
    return tuple(sorted(rows, key=lambda row: TOPICS.index(row.topic)))


def _compare_versions(before: Reading, after: Reading) -> Iterator[Disagreement]:
    if not all(is_rewritten(one.document.language) for one in (before, after)):
        return
    earlier, later = _body_sentences(before), _body_sentences(after)
    came = _leave_told(later, earlier)
    for one in _leave_told(earlier, later):
        other = _find_counterpart(one, came)
        if other is None:
            continue
        positions = (_make_position(after, other), _make_position(before, one))
        if _turns_round(one.gist, other.gist):
            yield Disagreement(topic=TOPIC, positions=positions)
        elif _share(one.gist, other.gist) >= _ALIKE and _is_recalled(positions):
            yield Disagreement(topic=CALLED, positions=positions)


def _leave_told(
    sentences: Sequence[ComparedSentence], others: Sequence[ComparedSentence]
) -> list[ComparedSentence]:
    """The sentences of one version that the other hasn't in the same words."""
    told = {one.gist.plain for one in others}
    return [one for one in sentences if one.gist.plain not in told]


def _find_counterpart(
    one: ComparedSentence, later: Sequence[ComparedSentence]
) -> ComparedSentence | None:
    """The later sentence that shares the most words with an earlier one."""
    shares = [_share(one.gist, other.gist) for other in later]
    return later[shares.index(max(shares))] if shares else None


def _body_sentences(reading: Reading) -> list[ComparedSentence]:
    text, found = reading.document.text, []
    for passage in reading.passages:
        for span in passage.sentences if passage.dropped is None else ():
            gist = read_gist(text[span.start : span.end])
            if len(gist.words) >= _FEWEST:
                found.append(ComparedSentence(span=span, gist=gist))
    return found


def _share(one: Gist, other: Gist) -> float:
    """The share of the shorter sentence's words that both have."""
    return len(one.words & other.words) / min(len(one.words), len(other.words))


def _turns_round(one: Gist, other: Gist) -> bool:
    if _share(one, other) < _ALIKE:
        return False
    return one.turns % 2 != other.turns % 2 or are_opposed(one.plain, other.plain)


def _is_recalled(positions: Sequence[Position]) -> bool:
    """Whether the whole sentences of two versions differ only in what they call a thing."""
    quotes = [" ".join(one.citations[0].quote.split()) for one in positions]
    return is_called_otherwise(*quotes)


def _make_position(reading: Reading, told: ComparedSentence) -> Position:
    """One version's sentence, with the day of that version."""
    document, span = reading.document, told.span
    text = " ".join(document.text[span.start : span.end].split())
    return Position(
        text=cut_excerpt(text, len(text)),
        statement=None,
        citations=(cite_sentence(reading, span),),
        as_of=document.published.value if document.published else None,
    )
