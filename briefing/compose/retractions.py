"""What somebody said and has taken back since: worth less, and no point of an opening.

A later article says that its speaker apologised for it, withdrew it or called it wrong. Which of
his earlier words he meant nobody can say, so all that he said before that day counts as taken back.
What this does not see: words of which another shows that they were untrue.
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

_TAKEN_BACK = 0.4  # of a statement's worth: it stands beside nothing better
_KEEP = 2048  # texts remembered
_RETRACTS = wordlist.patterns("en", "words/retraction_patterns")["retracts"]


def find_taken_back(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of the statements whose speaker takes his words back in an article of a later
    day.
    """
    since = list_latest(readings, _list_retractions)
    return frozenset(one.key for one in statements if _is_taken_back(one, readings, since))


def find_retraction(
    statement: Statement, readings: Mapping[str, Reading]
) -> tuple[Reading, Span] | None:
    """The sentence in which the speaker of a statement takes his words back, and its article; None
    where he doesn't.
    """
    return find_event(statement, readings, _list_retractions, _is_taken_back)


def weigh_taken_back(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, words that were taken back worth less."""
    keys = find_taken_back(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, keys, _TAKEN_BACK, "taken_back")


def _is_taken_back(
    statement: Statement, readings: Mapping[str, Reading], since: Mapping[str, date]
) -> bool:
    """Whether somebody says a statement who took his words back on a later day; a body, where the
    statement gives its short name, too.
    """
    cited = statement.citations[0]
    reading = readings.get(cited.document)
    day = exact_day(reading.document) if reading is not None else None
    speaker = cited.attribution.speaker
    if day is None or not speaker:
        return False
    told = f" {statement.text.replace(',', ' ')} "
    short = (name for name in since if name.isupper() and f" {name} " in told)
    own = (speaker, speaker.split()[-1], *short)
    return any(day < since.get(name, day) for name in own)


def _list_retractions(reading: Reading) -> Iterator[tuple[str, date, Span]]:
    """The last names of those who take something back in an article, whole ones of bodies, its day,
    and the sentence.
    """
    document = reading.document
    day = exact_day(document)
    if day is None or not is_rewritten(document.language):
        return
    for start, end in _find_retractions(document.text):
        sentence = find_sentence(reading, start)
        if sentence is None:
            continue
        named = things_inside(reading.mentions, sentence.start, end)
        speakers = [one for one in named if one.kind != "place"]
        for one in speakers[-1:]:
            name = document.text[one.start : one.end]
            yield name if one.kind == "body" else name.split()[-1], day, sentence


@lru_cache(maxsize=_KEEP)
def _find_retractions(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text says that something is taken back; asked of every article several times."""
    return tuple(found.span() for found in _RETRACTS.finditer(text))
