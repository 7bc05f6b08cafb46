"""The analyst's file applied: what must be told, what must not, what they judge."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Candidate, Citation, Disagreement, Judgement, Position, Reading, Span
from briefing.offer.people import cite_span
from briefing.settings import analyst, seals
from briefing.settings.reviewed import Move
from briefing.walk.cited import cited_by

CORRECTION = "Correction by the analyst"
_SCALES = {"icd203": "ICD 203", "phia": "PHIA"}  # as their readers write them


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPin:
    """A pin that can't be obeyed: its number in the file, why, and what to do instead."""

    number: int
    why: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is left to tell, section by section what must be told, and the analyst's own words.

    `pins` has the statements that each section must tell, by its slug, `orders` the number of the
    pin that orders one, by its key, and `refused` the pins that can't be obeyed: see `obey_pins`.
    `excluded` maps the key of a statement that may not be told to the reason. `left_out` are the
    documents of which nothing may be told and on which no word of the analyst's rests.
    """

    candidates: tuple[Candidate, ...]
    corrections: tuple[Disagreement, ...]
    judgements: tuple[Judgement, ...]
    excluded: Mapping[str, str]
    left_out: frozenset[str]
    pins: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    orders: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[RefusedPin, ...] = ()


def apply_decisions(
    read: analyst.AnalystRead, readings: Sequence[Reading], possible: Sequence[Candidate]
) -> Decided:
    """Apply the file to what could be told. An entry that went stale decides nothing: `doubts` says
    so.
    """
    file = read.file
    texts = passage_texts(readings)
    by_path = {reading.document.path or reading.document.locator: reading for reading in readings}
    exclusions = list(_find_excluded(file.exclude, texts, by_path))
    whole = {name for name, passage, _ in exclusions if passage is None}
    excluded = _list_excluded(exclusions, possible)
    moved = dict(_moved_passages(file.move, texts, by_path))
    left = (one for one in possible if one.statement.key not in excluded)
    corrections = tuple(_make_corrections(file.correct, texts, by_path))
    judgements = tuple(
        _make_judgement(entry, file.scale, texts, by_path) for entry in file.judgements
    )
    return Decided(
        candidates=tuple(
            _move_candidate(one, moved.get((one.document, one.passage), "")) for one in left
        ),
        corrections=corrections,
        judgements=judgements,
        excluded=excluded,
        left_out=frozenset(whole).difference(cited_by((corrections, judgements))),
    )


def _list_excluded(
    exclusions: Sequence[tuple[str, int | None, str]], possible: Sequence[Candidate]
) -> dict[str, str]:
    """Why each statement that an exclusion means may not be told, by its key."""
    return {
        candidate.statement.key: reason
        for name, passage, reason in exclusions
        for candidate in possible
        if candidate.document == name and _tells_of(candidate, passage)
    }


def _find_excluded(
    entries: Sequence[analyst.Exclude], texts: seals.Texts, by_path: Mapping[str, Reading]
) -> Iterator[tuple[str, int | None, str]]:
    """The document of each exclusion, the passage, None being all of it, and the reason."""
    for entry in entries:
        at = seals.find_anchor(entry, texts)
        reading = by_path.get(entry.path)
        if reading is not None and not at.stale:
            yield reading.document.id, at.passage, entry.reason


def _moved_passages(
    entries: Sequence[Move], texts: seals.Texts, by_path: Mapping[str, Reading]
) -> Iterator[tuple[tuple[str, int], str]]:
    """The section that each moved passage, a document's id and a number, belongs to."""
    for entry in entries:
        at = seals.find_anchor(entry, texts)
        if not at.stale and at.passage is not None and entry.path in by_path:
            yield (by_path[entry.path].document.id, at.passage), entry.section


def _move_candidate(candidate: Candidate, slug: str) -> Candidate:
    """What could be told, in the section `slug` alone, as well as it fits any; '' moves nothing."""
    if not slug:
        return candidate
    best = max((score for _, score in candidate.sections), default=1.0)
    return replace(candidate, sections=((slug, dict(candidate.sections).get(slug, best)),))


def _tells_of(candidate: Candidate, passage: int | None) -> bool:
    """Whether a candidate tells anything of a passage of its article, None being all of it."""
    return passage is None or any(one.passage == passage for one in candidate.statement.citations)


def passage_texts(readings: Sequence[Reading]) -> dict[str, dict[int, str]]:
    """The text of every passage, by the source's path and the passage's number."""
    return {
        reading.document.path or reading.document.locator: {
            passage.number: reading.document.text[passage.start : passage.end]
            for passage in reading.passages
        }
        for reading in readings
    }


def _quote_words(
    path: str, number: int, words: str, by_path: Mapping[str, Reading]
) -> Citation | None:
    """Cite `words` where the passage has them, the whole passage where no words are given."""
    reading = by_path[path]
    passage = next(p for p in reading.passages if p.number == number)
    at = reading.document.text.find(words, passage.start, passage.end) if words else passage.start
    if at < 0:
        return None
    end = at + len(words) if words else passage.end
    return cite_span(reading, Span(start=at, end=end))


def _make_corrections(
    entries: Sequence[analyst.Correct], texts: seals.Texts, by_path: Mapping[str, Reading]
) -> Iterator[Disagreement]:
    """Set what a source says beside what the analyst says is right; the source's words stay."""
    for entry in entries:
        at = seals.find_anchor(entry, texts)
        if at.stale or at.passage is None:
            continue
        cited = _quote_words(entry.path, at.passage, entry.was, by_path)
        if cited is None:
            continue
        said = f"{entry.now} (analyst: {entry.reason})"
        yield Disagreement(
            topic=CORRECTION,
            positions=(
                Position(text=entry.was, statement=None, citations=(cited,)),
                Position(text=said, statement=None, citations=(cited,)),
            ),
        )


def _make_judgement(
    entry: analyst.JudgementEntry, scale: str, texts: seals.Texts, by_path: Mapping[str, Reading]
) -> Judgement:
    """A judgement with what it rests on; where that has changed, it says so."""
    anchors = [(cited, seals.find_anchor(cited, texts)) for cited in entry.cites]
    citations = [
        _quote_words(cited.path, at.passage, cited.quote, by_path)
        for cited, at in anchors
        if not at.stale and at.passage is not None and cited.path in by_path
    ]
    return Judgement(
        text=entry.text,
        likelihood=entry.likelihood,
        confidence=entry.confidence,
        reason=entry.reason,
        scale=_SCALES.get(scale, scale),
        citations=tuple(one for one in citations if one is not None),
        stale="; ".join(at.stale for _, at in anchors if at.stale),
    )
