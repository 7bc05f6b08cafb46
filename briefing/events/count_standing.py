"""What became of a count: taken back, denied, corrected, or overtaken by a later one.

Being right comes before saying much: whose figure was meant must be sure, else a value just stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from briefing.events.corrections import Correction, find_corrections, is_corrected
from briefing.events.course import count_day, has_risen
from briefing.language import late, wordlist
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.counts import RISING
from briefing.languages.en.dates.terms import NUMBERS, number_value
from briefing.languages.packs import find_answer
from briefing.model import Count, Reading, Span, Standing

_PATTERNS = wordlist.patterns("en", "words/count_patterns")
_WITHDRAWS, _DENIES, _KEPT_UP = (_PATTERNS[name] for name in ("withdraws", "denies", "kept_up"))
_CORRECTED, _RISEN = _PATTERNS["corrected_from"], _PATTERNS["risen_from"]
_CORRECTS, _OWN, _OLDER = (
    _PATTERNS[name] for name in ("corrects_count", "own_pronoun", "older_figure")
)
_ARTICLE = 2  # letters at most of those words for one that are articles
_NUMBERS = [word for word in NUMBERS if len(word) > _ARTICLE]
_FIGURE = late.pattern(rf"(?i)\b(?:\d[\d,]*\d|\d|{'|'.join(sorted(_NUMBERS, key=len)[::-1])})\b")
_REACH = 40  # characters ahead of a verb in which stands what keeps it from being so
_LIVE: frozenset[Standing] = frozenset({"", "denied", "overtaken"})

Values = Mapping[str, Sequence[Count]]


def settle_counts(values: Values, readings: Mapping[str, Reading]) -> dict[str, Standing]:
    """What became of each value of one event's counts; "" for one that stands."""
    corrections = find_corrections(one.document for one in readings.values())
    found: dict[str, Standing] = {
        value: "corrected"
        if all(_is_set_right(one, readings, corrections) for one in told)
        else _own_standing(value, values, readings)
        for value, told in values.items()
    }
    for value in values:
        if not found[value] and _is_overtaken(value, values, found, readings):
            found[value] = "overtaken"
    return found


def takes_back(count: Count, told: Sequence[Count], readings: Mapping[str, Reading]) -> bool:
    """Whether the sentence of a count withdraws the value, which others of `told` gave before: "It
    had been reported that 35 were dead, but the governor withdrew that figure".
    """
    if not _tells_withdrawal(count, readings):
        return False
    given = [one for one in told if not _tells_withdrawal(one, readings)]
    text = _text_of(count, readings).casefold()
    speakers = {one.speaker for one in given} - {""}
    return bool(given) and all(_last_word(one) in text for one in speakers)


def _tells_withdrawal(count: Count, readings: Mapping[str, Reading]) -> bool:
    """Whether a sentence with a count tells that a figure was taken back, and no older one."""
    if not is_rewritten(readings[count.document].document.language):
        return False
    found = _find_verb(_WITHDRAWS, _text_of(count, readings))
    return found is not None and _OLDER.search(found[0]) is None


def _own_standing(value: str, values: Values, readings: Mapping[str, Reading]) -> Standing:
    """What somebody says of a value, "" for nothing that is sure."""
    told = values[value]
    if any(takes_back(one, told, readings) for one in told):
        return "withdrawn"
    answers = {_read_answer(one, readings) for one in told}
    if len(answers) == 1 and "" not in answers:
        return answers.pop()
    if any(_corrects(one, told, readings) for one in _others(value, values)):
        return "corrected"
    return ""


def _others(value: str, values: Values) -> Iterator[Count]:
    """The counts of all values but one."""
    return chain.from_iterable(counts for other, counts in values.items() if other != value)


def _is_set_right(
    count: Count, readings: Mapping[str, Reading], corrections: Sequence[Correction]
) -> bool:
    """Whether its outlet corrected the sentence of a count."""
    return is_corrected(readings[count.document].document, _text_of(count, readings), corrections)


def _read_answer(count: Count, readings: Mapping[str, Reading]) -> Standing:
    """What the sentence behind a count says of its figure: that it was taken back by whoever gave
    it, or that it is wrong.
    """
    reading = readings[count.document]
    if not is_rewritten(reading.document.language):
        return ""
    answer = find_answer(reading, Span(start=count.start, end=count.end))
    if answer is None:
        return ""
    text = reading.document.text[answer.start : answer.end]
    if any(one != count.value for one, _ in _figures_in(text)):
        return ""
    found = _find_verb(_WITHDRAWS, text)
    if found is not None and _is_own(text, count.speaker):
        return "withdrawn"
    return "denied" if found is None and _find_verb(_DENIES, text) else ""


def _is_own(text: str, speaker: str) -> bool:
    """Whether whoever gave a figure is the subject of a sentence."""
    if not speaker:
        return False
    return _OWN.match(text) is not None or _last_word(speaker) in text.casefold()


def _corrects(count: Count, told: Sequence[Count], readings: Mapping[str, Reading]) -> bool:
    """Whether the sentence of another value corrects one in the name of whoever gave it: "18,000
    people took part, not 12,000, police said".
    """
    if not is_rewritten(readings[count.document].document.language):
        return False
    text = _text_of(count, readings)
    named = [at for value, at in _figures_in(text) if value == told[0].value]
    if not any(_CORRECTED.search(text, 0, at) for at in named):
        return False
    said = text.casefold() if _CORRECTS.search(text) else count.speaker.casefold()
    day = count_day(count, readings)
    return all(
        one.speaker and _last_word(one.speaker) in said and count_day(one, readings) <= day
        for one in told
    )


def _is_overtaken(
    value: str, values: Values, found: Mapping[str, Standing], readings: Mapping[str, Reading]
) -> bool:
    """Whether a later count of another value goes on from one: whoever gave it has another one
    since, a later sentence names it as the older, or it is of what only rises.
    """
    told = values[value]
    days = [count_day(one, readings) for one in told]
    others = [values[other] for other in values if other != value and found[other] in _LIVE]
    return all(days) and any(_go_on_from(counts, told, max(days), readings) for counts in others)


def _go_on_from(
    counts: Sequence[Count], told: Sequence[Count], last: str, readings: Mapping[str, Reading]
) -> bool:
    """Whether one of the counts of a value follows another value, or the value outgrew it."""
    follow = any(_follows(one, told, last, readings) for one in counts)
    return follow or _outgrows(counts, told, last, readings)


def _follows(
    count: Count, told: Sequence[Count], last: str, readings: Mapping[str, Reading]
) -> bool:
    """Whether a count is the later one of everybody who gave the older value, or its sentence says
    from which value it rose.
    """
    day = count_day(count, readings)
    if day > last and count.speaker and all(_are_one_voice(count, one) for one in told):
        return True
    if day < last or not is_rewritten(readings[count.document].document.language):
        return False
    text = _text_of(count, readings)
    named = (at for value, at in _figures_in(text) if value == told[0].value)
    return any(_RISEN.search(text, 0, at) for at in named)


def _outgrows(
    counts: Sequence[Count], told: Sequence[Count], last: str, readings: Mapping[str, Reading]
) -> bool:
    """Whether a value is the later state of a lower one, of what only rises: nobody gave it before,
    or its sentence says that it rose.
    """
    if told[0].quantity not in RISING or Decimal(counts[0].value) <= Decimal(told[0].value):
        return False
    days = [count_day(one, readings) for one in counts]
    if all(day > last for day in days):
        return True
    return any(
        day >= last and has_risen(one, readings) for one, day in zip(counts, days, strict=True)
    )


def _are_one_voice(one: Count, other: Count) -> bool:
    """Whether two counts are given by one speaker: "Haldane Coal", "the company Haldane Coal"."""
    ours, theirs = one.speaker.casefold().split(), other.speaker.casefold().split()
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and long[-len(short) :] == short


def _find_verb(pattern: late.Pattern, text: str) -> re.Match[str] | None:
    """Where a pattern is found in a sentence, None where what stands ahead keeps it from being
    so.
    """
    found = pattern.search(text)
    if found is None or _KEPT_UP.search(text, max(0, found.start() - _REACH), found.end()):
        return None
    return found


def _figures_in(text: str) -> Iterator[tuple[str, int]]:
    """The whole numbers of a text as plain digits, with where each stands."""
    for found in _FIGURE.finditer(text):
        yield str(number_value(found[0].replace(",", ""))), found.start()


def _last_word(speaker: str) -> str:
    return speaker.casefold().split()[-1]


def _text_of(count: Count, readings: Mapping[str, Reading]) -> str:
    return readings[count.document].document.text[count.start : count.end]
