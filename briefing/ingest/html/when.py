"""The day on which a page appeared: what it declares, held against what it prints and the weekdays
it names.
"""

import re
from datetime import date

from briefing.language import wordlist
from briefing.languages.en.lexicon import WEEKDAYS
from briefing.model import Known

_ON = re.compile(rf"\b[Oo]n ({'|'.join(day.capitalize() for day in WEEKDAYS)})\b")
_SENTENCE = re.compile(r"[.!?]\s")
_NOT_PAST = wordlist.patterns("en", "words/past_patterns")["not_past"]
_MOST_READ = 20_000


def settle_day(declared: Known, printed: Known | None, text: str) -> Known:
    """The day of publication: the declared one, and of two that a UTC stamp leaves open the one
    that fits.

    The day that the page prints decides, else a weekday that its text names as past: the later
    day's own name, since a paper seldom calls last week's day so.
    """
    if "/" not in declared.value:
        return declared
    first, last = declared.value.split("/")
    if printed is not None and first <= printed.value <= last:
        return Known(
            value=printed.value,
            basis="stated",
            note=f"{declared.note}; the page prints this day",
            evidence=printed.evidence,
        )
    if _names_past(date.fromisoformat(last), text[:_MOST_READ]):
        return Known(
            value=last, basis="stated", note=f"{declared.note}; the text names its weekday as past"
        )
    return declared


def _names_past(day: date, text: str) -> bool:
    """Whether some sentence tells what happened on a day of this name, and none what will."""
    told = [
        _NOT_PAST.search(_sentence_before(text, match.start())) is None
        for match in _ON.finditer(text)
        if match[1].casefold() == WEEKDAYS[day.weekday()]
    ]
    return bool(told) and all(told)


def _sentence_before(text: str, at: int) -> str:
    """The sentence that `at` stands in, up to there."""
    stretch = text[max(0, at - 200) : at].rsplit("\n", 1)[-1]
    return _SENTENCE.split(stretch)[-1]
