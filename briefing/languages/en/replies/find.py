"""From neighbouring sentences to replies: a denial of what is claimed, or another figure for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefing.language import late, wordlist
from briefing.language.identity import Remembered
from briefing.languages.en.contrasts.voices import find_quoted
from briefing.languages.en.late_denials import find_claim
from briefing.languages.en.replies.doubted import pair_doubted, pair_viewed
from briefing.model import Reading, Span

_PATTERNS = wordlist.patterns("en", "replies/patterns")
_DENIALS = tuple(
    _PATTERNS[name]
    for name in ("denies", "rejects", "calls", "says_false", "no_such", "says_against")
)
_FIGURES = tuple(_PATTERNS[name] for name in ("puts", "truly", "makes", "has_it", "says_number"))
_NUMBER, _PARTS, _DOUBTS = (_PATTERNS[name] for name in ("number", "parts", "doubts"))
_FIRST_PERSON, _OF_FIGURES = _PATTERNS["first_person"], _PATTERNS["of_figures"]
_COUNTED = _PATTERNS["counted"]
_NAMED = _PATTERNS["named"]
_SHORT = 2  # digits of a number that may be part of a name
_STEM = 4  # letters that two forms of a word share: "hurt", "injur"
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_KEEP = 2_000  # articles remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What stands at `claim`, and at `answer` what another voice says against it.

    `who` are its words for that voice, "" where only its sentence's speaker tells; `measured` says
    that it gives another figure, `great` that this is of money, a share or a round great number.
    """

    claim: Span
    answer: Span
    who: str
    measured: bool
    great: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    value: Decimal
    unit: str


def find_replies(reading: Reading) -> tuple[Reply, ...]:
    """The replies of an article's body, in order."""
    return _REPLIES(reading)


def _read_article(reading: Reading) -> tuple[Reply, ...]:
    told = [span for passage in reading.passages if passage.may_tell for span in passage.sentences]
    found = (*_read_replies(reading, told), *_read_doubts(reading, told))
    return tuple(one for one in found if one is not None)


def _read_replies(reading: Reading, told: Sequence[Span]) -> Iterator[Reply | None]:
    """The replies whose own words say that they are one."""
    text = reading.document.text
    halves = (pair for span in told for pair in _halves(text, span))
    days = tuple(Span(start=one.start, end=one.end) for one in reading.dates)
    for claim, answer in (*_pair_near(reading, told), *halves, *_past_doubts(text, told)):
        yield _read_pair(text, claim, answer, days)


def _read_doubts(reading: Reading, told: Sequence[Span]) -> Iterator[Reply]:
    """The replies behind a sentence that only doubts: another figure, or another view."""
    for pair in pair_doubted(reading):
        yield _reply_doubted(*pair, measured=True)
    for pair in pair_viewed(reading.document.text, told):
        yield _reply_doubted(*pair, measured=False)


_REPLIES = Remembered(find=_read_article, most=_KEEP)


def _pair_near(reading: Reading, told: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each sentence behind the one before it, or behind the claim further up that it denies."""
    text = reading.document.text
    for before, answer in pairwise(told):
        spoken = find_quoted(text[before.start : before.end])
        yield (None if spoken else find_claim(reading, answer)) or before, answer


def _halves(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """The two parts of a sentence in which two voices may speak."""
    cut = _PARTS.search(text, span.start, span.end)
    if cut is not None:
        yield Span(start=span.start, end=cut.start()), Span(start=cut.end(), end=span.end)


def _past_doubts(text: str, told: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The sentences that have a short word of doubt between them: "Analysts doubt it"."""
    for claim, doubt, answer in zip(told, told[1:], told[2:], strict=False):
        if _DOUBTS.search(text[doubt.start : doubt.end]) is not None:
            yield claim, answer


def _read_pair(text: str, claim: Span, answer: Span, days: Sequence[Span]) -> Reply | None:
    said, against = text[claim.start : claim.end], text[answer.start : answer.end]
    if _find_first(_DENIALS, said) is not None:
        return None
    denial = _find_first(_DENIALS, against)
    if denial is not None:
        meant = _may_deny(said, denial, against)
        return _make_reply(claim, answer, denial, measured=False, great=False) if meant else None
    given = _find_first(_FIGURES, against)
    if given is None or not _is_of_one_kind(said, given):
        return None
    other = _other_figure(_leave_days(text, claim, days), given)
    if other is None:
        return None
    return _make_reply(claim, answer, given, measured=True, great=bool(other.unit))


def _may_deny(said: str, denial: re.Match[str], against: str) -> bool:
    """Whether a denial may be of what was said: that is no opinion in the first person, and holds a
    figure where figures are denied.
    """
    if _FIRST_PERSON.search(said) is not None:
        return False
    of_figures = _OF_FIGURES.search(against, denial.start()) is not None
    return not of_figures or _NUMBER.search(said) is not None


def _reply_doubted(claim: Span, answer: Span, *, measured: bool) -> Reply:
    return Reply(claim=claim, answer=answer, who="", measured=measured, great=False)


def _leave_days(text: str, claim: Span, days: Sequence[Span]) -> str:
    """The words of a claim without its dates, whose figures count nothing."""
    said = text[claim.start : claim.end]
    for day in days:
        if claim.start <= day.start and day.end <= claim.end:
            first, last = day.start - claim.start, day.end - claim.start
            said = said[:first] + " " * (last - first) + said[last:]
    return said


def _is_of_one_kind(said: str, given: re.Match[str]) -> bool:
    """Whether what an answer says that it counts ("the number of hurt") is told of in the claim;
    one that says nothing of it ("puts it at 40") counts what the claim does.
    """
    counted = _COUNTED.search(given[0])
    if counted is None:
        return True
    return any(word[:_STEM] in said.lower() for word in counted["what"].lower().split())


def _make_reply(
    claim: Span, answer: Span, found: re.Match[str], *, measured: bool, great: bool
) -> Reply:
    who = found.groupdict().get("who") or ""
    return Reply(claim=claim, answer=answer, who=who, measured=measured, great=great)


def _find_first(patterns: tuple[late.Pattern, ...], text: str) -> re.Match[str] | None:
    return next(filter(None, (one.search(text) for one in patterns)), None)


def _other_figure(said: str, given: re.Match[str]) -> _Figure | None:
    """The figure of an answer, where the claim has just one of its sort and it is another."""
    theirs = _read_figure(given)
    ours = [one for one in _list_figures(said) if _are_of_sort(one, theirs)]
    if len(ours) != 1 or ours[0].value == theirs.value:
        return None
    return theirs


def _list_figures(said: str) -> Iterator[_Figure]:
    """The figures of a claim, without a short one that is part of a name: "the Cub 2"."""
    for one in _NUMBER.finditer(said):
        short = len(one["figure"]) <= _SHORT and not one["unit"] and not one["scale"]
        if not (short and _NAMED.search(said, 0, one.start())):
            yield _read_figure(one)


def _read_figure(found: re.Match[str]) -> _Figure:
    scale = found["scale"] or ""
    value = Decimal(found["figure"].replace(",", "").rstrip(".")) * _SCALES[scale]
    unit = (found["sign"] or found["unit"] or scale).strip()
    return _Figure(value=value, unit=unit)


def _are_of_sort(one: _Figure, other: _Figure) -> bool:
    """Whether two figures may be of one sort: both great or of money, both shares, or neither."""
    shares = [("%" in figure.unit or "cent" in figure.unit) for figure in (one, other)]
    return shares[0] == shares[1] and bool(one.unit) == bool(other.unit)
