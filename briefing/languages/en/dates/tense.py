"""The tense at a place in a sentence: whether what is told there lies behind or ahead."""

from dataclasses import dataclass

from briefing.language import late, wordlist
from briefing.languages.en.dates.terms import DAYTIMES

_CUE_REACH = 70
_NEAR_REACH = 12
_CLAUSE_MARK = late.pattern(r"[,;:–—]")
_PATTERNS = wordlist.patterns("en", "words/tense_patterns", daytimes=DAYTIMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense:
    """Whether a place lies behind or ahead; neither where nobody knows."""

    past: bool
    future: bool


_BEHIND = Tense(past=True, future=False)
_AHEAD = Tense(past=False, future=True)
_UNKNOWN = Tense(past=False, future=False)


def _shows(name: str, text: str) -> bool:
    """Whether the pattern of that name is found in a text."""
    return _PATTERNS[name].search(text) is not None


def _shows_any(*signs: tuple[str, str]) -> bool:
    """Whether any pattern is found in its text."""
    return any(_shows(name, text) for name, text in signs)


def _judge_tense(before: str, after: str) -> Tense:
    """Judge the tense at a place from its sentence before and behind it.

    A verb in the past just before the place decides; else a sign of the future near it; else any
    verb in the past, unless the sentence is about what may be. Both may be False: nobody knows.
    """
    near = before[-_CUE_REACH:]
    if _shows("recent_here", near):
        return _BEHIND
    if _shows("deadline", before[-_NEAR_REACH:] + after[:_NEAR_REACH]):
        return _UNKNOWN if _shows("past", before) else _AHEAD
    was_planned = _shows("was_planned_here", near) or _shows("was_planned_far", before)
    if _is_past_here(near) and not was_planned:
        return _BEHIND
    if _is_told_here(before, after):
        return _BEHIND
    if _shows("soon_here", before):
        return _AHEAD
    return _judge_whole(before, after, was_planned=was_planned)


def _judge_whole(before: str, after: str, *, was_planned: bool) -> Tense:
    """Judge the tense at a place beside which nothing decides, from all of its sentence."""
    near = before[-_CUE_REACH:]
    past = _shows("past", _PATTERNS["passive"].sub(" ", f"{before} {after}"))
    if past and _is_open(before, near):
        return _UNKNOWN
    opens = len(before.split()) <= 1
    opened = _tense_of_opening(after) if opens else None
    if opened is not None:
        return opened
    if was_planned:
        return _UNKNOWN
    ahead = _look_ahead(near, after, opens=opens)
    if _shows("future", ahead):
        return _UNKNOWN if _shows("done_before_here", near) else _AHEAD
    return _BEHIND if past and not _is_possible(before, near, ahead) else _UNKNOWN


def _tense_of_opening(after: str) -> Tense | None:
    """Judge the tense at a place that opens its sentence, from what stands close behind it; None
    where nothing there decides.
    """
    if _shows("meant_behind_opening", after):
        return _UNKNOWN
    return _BEHIND if _is_done_behind(after) else None


def _look_ahead(near: str, after: str, *, opens: bool) -> str:
    """The words near a place in which a sign of the future counts: those behind it too where it
    opens its sentence.
    """
    return f"{near} {after[:_CUE_REACH]}" if opens else near


def _is_done_behind(after: str) -> bool:
    """Whether a verb in the past stands close behind a place that opens its sentence, and nothing
    that looks ahead before it.
    """
    told = _PATTERNS["passive"].sub(" ", after)
    done = _PATTERNS["done_behind_opening"].match(told)
    return done is not None and not _shows("future", told[: done.end()])


def _is_open(before: str, near: str) -> bool:
    """Whether a sentence in the past speaks of what was, or is, only to come."""
    return _shows_any(
        ("as_planned_here", near),
        ("before_it_here", near),
        ("before_him_here", near),
        ("looks_ahead", before),
    )


def _is_past_here(near: str) -> bool:
    """Whether a verb in the past stands just before a place, and none that looks ahead from it."""
    looks_ahead = _shows_any(("planned_here", near), ("was_about_here", near))
    told = _PATTERNS["told_of"].sub(" ", near)
    return _shows("past_here", told) and not looks_ahead


def _is_told_here(before: str, after: str) -> bool:
    """Whether a place stands between a subject and its verb in the past ("…, the ministry on Sunday
    issued"), and nothing of its clause looks ahead.
    """
    clause = _CLAUSE_MARK.split(before[-_CUE_REACH:])[-1]
    between = len(clause.split()) > 1 and not clause.rstrip().endswith(" for")
    return between and _shows("verb_behind", after) and not _shows("future", clause)


def _is_possible(before: str, near: str, ahead: str) -> bool:
    """Whether a sentence is about what may be, or is going on."""
    return _shows_any(
        ("may_be_future", ahead),
        ("may_be_future", near),
        ("now_here", near),
        ("was_about_here", near),
        ("would_here", before),
    )


def _tense_of_until(near: str) -> Tense | None:
    """Judge the tense at what "until" names; a participle ("stay closed until") says nothing. None:
    no "until".
    """
    if not _shows("until_here", near):
        return None
    if _shows("was_let_here", near):
        return _UNKNOWN
    lasts = _shows("lasts_here", near)
    return Tense(past=not lasts and _shows("lasted", near), future=lasts)


def _tense_of_term(before: str) -> Tense | None:
    """Judge the tense at a weekday that something is to begin or end with, or to be done on, from
    what stands before.

    "By Friday" and "from Monday" lie ahead where anything near looks ahead; "by" and "before" leave
    the day open elsewhere, as does what was agreed or asked to be done. None: no such words.
    """
    near = before[-_CUE_REACH:]
    bounded = _tense_of_until(near) or _tense_of_bound(before, near)
    if bounded is not None:
        return bounded
    if _shows("asked_here", near):
        return _AHEAD
    return _UNKNOWN if _is_left_open(before, near) else None


def _tense_of_bound(before: str, near: str) -> Tense | None:
    """Judge the tense at what "by", "before" or "from" names. None: no such word, or "from" where
    nothing looks ahead.
    """
    bound = _PATTERNS["term_here"].search(near)
    if bound is None or len(before.split()) <= 1:
        return None
    ahead = _shows("ahead", near)
    if not ahead and bound["word"] not in {"by", "before"}:
        return None
    return Tense(past=False, future=ahead and not _shows("gone", near))


def _is_left_open(before: str, near: str) -> bool:
    """Whether something was set, readied, agreed or asked for that day, so that nobody knows."""
    if _shows_any(("named_for_here", near), ("readied_here", near)):
        return True
    if _shows("later_here", near) and not _is_past_here(near):
        return True
    return _shows_any(
        ("agreed_here", near), ("called_for_here", before), ("was_deadline_here", near)
    )


def is_done_beside(before: str, after: str) -> bool:
    """Whether a verb in the past stands beside a place, and tells no state that still lasts."""
    near = before[-_CUE_REACH:]
    behind = "done_behind_opening" if len(before.split()) <= 1 else "done_behind"
    told = _is_past_here(near) or _shows(behind, after)
    return told and not _shows("still_here", near)


def find_tense(before: str, after: str, *, weekday: bool) -> Tense:
    """The tense at a place; neither where what it tells hangs on something or never was."""
    hung = weekday and _shows_any(("hung_here", before), ("hangs_behind", after))
    if hung or _shows("never_was", f"{before}…{after}"):
        return _UNKNOWN
    if weekday and _shows("when_behind", after):
        return _UNKNOWN if _shows("future", before[-_CUE_REACH:]) else _BEHIND
    found = _tense_of_term(before) if weekday else _tense_of_month(before)
    return found or _judge_tense(before, after)


def _tense_of_month(before: str) -> Tense | None:
    """Judge the tense at a month, or a day of one, that something is fixed for ("leaves office
    in"), is to be done by, or that was agreed. None: no such words.
    """
    near = before[-_CUE_REACH:]
    if _shows_any(("fixed_here", near), ("will_here", near)):
        return _AHEAD
    if _shows("opened_here", before):
        return _BEHIND
    if _shows("deal_here", near):
        return _UNKNOWN
    return _tense_of_bound(before, near) if near.endswith("by ") else None
