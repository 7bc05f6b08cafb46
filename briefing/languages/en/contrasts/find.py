"""From neighbouring words of two voices to contrasts: what the one says excludes the other.

Nothing here asks of what they speak: only how the second takes up the first. It says no with a word
of the first, answers it in so many words, blames another, or has the other of two words of which
only one can be right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.language import edtf
from briefing.language.identity import Remembered
from briefing.languages.en.assertions.fold import fold_text, fold_word
from briefing.languages.en.contrasts.bare_figures import (
    Figures,
    counts_otherwise,
    is_contrary,
    list_figures,
)
from briefing.languages.en.contrasts.voices import PATTERNS, find_voice
from briefing.model import Passage, Reading, Span

_PARTS, _QUESTION = PATTERNS["parts"], PATTERNS["question"]
_NEGATES, _NO_DENIAL, _MEANT = (PATTERNS[name] for name in ("negates", "no_denial", "meant"))
_NO_SUCH, _ANSWERS, _FIRST_PERSON = (
    PATTERNS[name] for name in ("no_such", "answers", "first_person")
)
_BLAMES, _SPEAKS_OF, _CAUSE = (PATTERNS[name] for name in ("blames", "speaks_of", "cause"))
_OPENS_CLAUSE = PATTERNS["opens_clause"]
_ENDS_CLAUSE, _ASKS = PATTERNS["ends_clause"], PATTERNS["asks"]
_VERBAL, _FINITE, _WORD = (PATTERNS[name] for name in ("verbal_no", "finite", "word"))
_APART = tuple(
    (PATTERNS[one], PATTERNS[other])
    for one, other in (("first", "last"), ("alone", "together"), ("only_then", "earlier"))
)
_BACK = 2  # sentences from an answer to its claim, tried on ten topics
_REACH = 2  # telling words behind a word that says no of which it may say so
_SUBJECT = 2  # words that are told of what is denied of a subject: itself, and what is denied
_PART = 3  # of so many words that are denied one at least is told
_LONGEST = 45  # words of a sentence in which what is denied can be told from what stands beside
_WHOLE = 6  # words of a claim that says what it counts
_BRIEF = 12  # words of a sentence that names a cause and tells nothing else
_KEEP = 2_000  # articles remembered


ContrastKind = Literal["event", "cause", "count"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceContrast:
    """What stands at `claim`, and at `answer` what another voice says against it. `led` is the
    sentence before the claim, where that one points at what stands there. `kind` says on what they
    differ, `part` that they are parts of one sentence.
    """

    claim: Span
    answer: Span
    kind: ContrastKind
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence or a part of one, and who says it, "" for nobody."""

    span: Span
    text: str
    voice: str
    passage: int
    part: bool
    dates: tuple[str, ...]
    place: int = 0


_Pair = tuple[_Said, _Said]


def find_contrasts(reading: Reading) -> tuple[VoiceContrast, ...]:
    """The contrasts of an article's body, in order."""
    return _CONTRASTS(reading)


def _read_article(reading: Reading) -> tuple[VoiceContrast, ...]:
    found: list[VoiceContrast] = []
    answers: set[Span] = set()
    figures = list_figures(reading)
    said = [replace(one, place=place) for place, one in enumerate(_list_said(reading))]
    for claim, answer in _pair_near(said):
        if claim.span in answers or not _are_two(claim, answer):
            continue
        kind = _exclude(claim, answer) or _count_apart(reading, claim, answer, figures)
        if kind is not None:
            answers.add(answer.span)
            made = VoiceContrast(claim=claim.span, answer=answer.span, kind=kind, part=claim.part)
            found.append(made)
    return tuple(found)


def _count_apart(
    reading: Reading, claim: _Said, answer: _Said, figures: Figures
) -> ContrastKind | None:
    """Whether the answer has another figure for what is counted straight before it."""
    near = _is_straight(claim, answer) or is_contrary(answer.text)
    whole = len(claim.text.split()) >= _WHOLE and bool(claim.voice)
    if not near or not whole:
        return None
    counted = counts_otherwise(
        reading.document.text, claim.span, answer.span, figures, answer.voice
    )
    return "count" if counted else None


def _is_straight(claim: _Said, answer: _Said) -> bool:
    """Whether a claim stands straight before its answer."""
    return answer.place - claim.place == 1


_CONTRASTS = Remembered(find=_read_article, most=_KEEP)


def _list_said(reading: Reading) -> Iterator[_Said]:
    """The sentences of an article's body, in parts where two voices speak in one."""
    for passage in reading.passages:
        if passage.may_tell:
            yield from _list_passage(reading, passage)


def _list_passage(reading: Reading, passage: Passage) -> Iterator[_Said]:
    text = reading.document.text
    for span in passage.sentences:
        parts = _part(text, span)
        for one in parts:
            told = " ".join(text[one.start : one.end].split())
            yield _Said(
                span=one,
                text=told,
                voice=find_voice(told),
                passage=passage.number,
                part=len(parts) > 1,
                dates=dates_in(reading, one),
            )


def dates_in(reading: Reading, span: Span) -> tuple[str, ...]:
    """The dates (EDTF) that stand in a span."""
    held = (one for one in reading.dates if span.start <= one.start and one.end <= span.end)
    return tuple(one.edtf for one in held if one.edtf)


def are_dated_apart(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both of two texts name days (EDTF), and none in common."""
    if not ours or not theirs:
        return False
    bounds = [[edtf.bounds(day) for day in days] for days in (ours, theirs)]
    return not any(
        one[0] <= other[1] and other[0] <= one[1] for one in bounds[0] for other in bounds[1]
    )


def _part(text: str, span: Span) -> tuple[Span, ...]:
    """A sentence, or both of its parts where each has a voice."""
    cut = _PARTS.search(text, span.start, span.end)
    if cut is None:
        return (span,)
    parts = Span(start=span.start, end=cut.start()), Span(start=cut.end(), end=span.end)
    spoken = all(find_voice(" ".join(text[one.start : one.end].split())) for one in parts)
    return parts if spoken else (span,)


def _pair_near(said: Sequence[_Said]) -> Iterator[_Pair]:
    """What stands beside each other, and in one passage with one sentence between."""
    for place, answer in enumerate(said):
        for back in range(1, min(_BACK, place) + 1):
            claim = said[place - back]
            if answer.passage - claim.passage <= 1:
                yield claim, answer


def _are_two(claim: _Said, answer: _Said) -> bool:
    """Whether somebody else speaks in the answer, and the claim is no question or own view."""
    if not answer.voice or _QUESTION.search(claim.text) or _FIRST_PERSON.search(claim.text):
        return False
    ours, theirs = fold_text(claim.voice), fold_text(answer.voice)
    return not ours & theirs and claim.voice.lower() != answer.voice.lower()


def _exclude(claim: _Said, answer: _Said) -> ContrastKind | None:
    """On what two voices exclude each other; None where they don't."""
    if any(holds(claim, answer) for holds in _WAYS):
        return "event"
    return "cause" if _blame_apart(claim, answer) else None


def _says_no_such(claim: _Said, answer: _Said) -> bool:
    """Whether "no such warning" stands behind what tells of a warning."""
    found = _NO_SUCH.search(answer.text)
    if found is None or _NEGATES.search(claim.text):
        return False
    return bool(fold_text(found["what"]) & fold_text(claim.text))


def _says_no(claim: _Said, answer: _Said) -> bool:
    """Whether one of two voices says no, near a word that both have, and the other doesn't."""
    denied = [_NEGATES.search(one.text) is not None for one in (claim, answer)]
    if not claim.voice or denied[0] == denied[1] or not _may_exclude(claim, answer):
        return False
    no, yes = (claim, answer) if denied[0] else (answer, claim)
    told = fold_text(yes.text) - fold_text(f"{claim.voice} {answer.voice}")
    return _NO_DENIAL.search(no.text) is None and any(
        _holds_denied(needed, words, told) for needed, words in _denied(no.text)
    )


def _may_exclude(claim: _Said, answer: _Said) -> bool:
    """Whether both tell what is so, briefly enough to see of what, and of no two days."""
    for one in (claim, answer):
        if len(one.text.split()) > _LONGEST or _MEANT.search(one.text):
            return False
    return not are_dated_apart(claim.dates, answer.dates)


def _denied(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The folded words of which each word that says no says so, with how many of them another must
    tell: those behind it in its clause, with the verb before a bare "no" first ("asked for no
    money"). Of a subject of which something is denied, that is needed too.
    """
    for no in _NEGATES.finditer(text):
        end = _ENDS_CLAUSE.search(text, no.end())
        clause = text[no.end() : end.start() if end else len(text)]
        behind = tuple(_fold_in_order(clause))
        if _VERBAL.fullmatch(no[0]):
            yield 1, behind
        elif _FINITE.search(clause):
            yield _SUBJECT, behind
        else:
            yield 1, (*_fold_in_order(text[: no.start()])[-1:], *behind)


def _holds_denied(needed: int, words: Sequence[str], told: frozenset[str]) -> bool:
    """Whether the first word that is denied is told, or the next, and not too few with it."""
    held = [word in told for word in words]
    return any(held[:_REACH]) and sum(held) >= max(needed, len(held) / _PART)


def _fold_in_order(text: str) -> list[str]:
    return [folded for word in _WORD.findall(text.lower()) if (folded := fold_word(word))]


def _is_answer(claim: _Said, answer: _Said) -> bool:
    """Whether somebody answers in so many words what is told as so straight before."""
    near = _is_straight(claim, answer)
    return (
        near
        and _ANSWERS.match(answer.text) is not None
        and not (_MEANT.search(claim.text) or _ASKS.search(claim.text))
    )


def _go_apart(claim: _Said, answer: _Said) -> bool:
    """Whether each has one of two words that exclude each other, said of the same."""
    if not claim.voice or not _share_subject(claim, answer):
        return False
    return any(
        (one.search(claim.text) and other.search(answer.text))
        or (other.search(claim.text) and one.search(answer.text))
        for one, other in _APART
    )


def _share_subject(claim: _Said, answer: _Said) -> bool:
    """Whether the clauses of both open with one pronoun."""
    ours, theirs = (
        {one["pronoun"].lower() for one in _OPENS_CLAUSE.finditer(said.text)}
        for said in (claim, answer)
    )
    return bool(ours & theirs)


def _blame_apart(claim: _Said, answer: _Said) -> bool:
    """Whether the answer names another cause than the claim, or whoever the claim blames blames
    another.
    """
    ours, theirs = _BLAMES.match(claim.text), _BLAMES.match(answer.text)
    if ours and theirs:
        return bool(fold_text(ours["who"]) & fold_text(theirs["whom"]))
    if not claim.voice or not (theirs or _SPEAKS_OF.match(answer.text)):
        return False
    return _CAUSE.search(claim.text) is not None and len(answer.text.split()) <= _BRIEF


_WAYS: tuple[Callable[[_Said, _Said], object], ...] = (
    _says_no_such,
    _says_no,
    _is_answer,
    _go_apart,
)
