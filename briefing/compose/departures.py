"""What was said of somebody's staying in office, and he has left since: worth less, and no point of
an opening.

"The minister remains in office" of Friday is no news where Sunday tells that he resigned. What this
does not see: a return, and who left without a word for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache

from briefing.compose.later_news import (
    find_event,
    find_sentence,
    list_latest,
    list_statements,
    weigh_overtaken,
)
from briefing.language import wordlist
from briefing.language.draft import things_inside
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.find import exact_day
from briefing.model import Reading, Shortlist, Span, Statement

_OUTLIVED = 0.4  # of a statement's worth, as of words taken back
_KEEP = 2048  # texts remembered
_PATTERNS = wordlist.patterns("en", "words/departure_patterns")
_LEFT, _UNSURE, _STAYS = (_PATTERNS[name] for name in ("left", "unsure", "stays"))


def find_outlived(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of the statements that somebody stays in office, or ought to go, of whom an article
    of a later day tells that he left.
    """
    said = [one for one in statements if _STAYS.search(one.text)]
    if not said:
        return frozenset()
    since = list_latest(readings, _list_departures)
    return frozenset(one.key for one in said if _is_outlived(one, readings, since))


def find_departure(
    statement: Statement, readings: Mapping[str, Reading]
) -> tuple[Reading, Span] | None:
    """The sentence that tells that somebody left of whom a statement says that he stays, and its
    article; None where none does.
    """
    return find_event(statement, readings, _list_departures, _is_outlived)


def weigh_outlived(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, what was said of an office before it was left worth less."""
    keys = find_outlived(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, keys, _OUTLIVED, "outlived")


def _is_outlived(
    statement: Statement, readings: Mapping[str, Reading], since: Mapping[str, date]
) -> bool:
    """Whether a statement names somebody who left on a later day than its article's, and doesn't
    itself tell that.
    """
    reading = readings.get(statement.citations[0].document)
    day = exact_day(reading.document) if reading is not None else None
    if day is None:
        return False
    words = set(statement.text.replace("[", "").replace("]", "").replace("’s", "").split())
    return any(name in words and day < left for name, left in since.items())


def _list_departures(reading: Reading) -> Iterator[tuple[str, date, Span]]:
    """The last names of those of whom an article tells that they left, its day, and the
    sentence.
    """
    document = reading.document
    day = exact_day(document)
    if day is None or not is_rewritten(document.language):
        return
    for start, end in _find_departures(document.text):
        sentence = find_sentence(reading, start)
        if sentence is None or _UNSURE.search(document.text[sentence.start : sentence.end]):
            continue
        named = things_inside(reading.mentions, sentence.start, end)
        people = [one for one in named if one.kind == "person"]
        for one in people[-1:]:
            yield document.text[one.start : one.end].split()[-1], day, sentence


@lru_cache(maxsize=_KEEP)
def _find_departures(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text says that somebody left; asked of every article several times."""
    return tuple(found.span() for found in _LEFT.finditer(text))
