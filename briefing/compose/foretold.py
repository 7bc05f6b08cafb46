"""What an article told ahead of a day, or under a condition, and later articles have behind them:
no word of it is wrong, and nobody who reads it later learns what came of it.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.language import edtf, wordlist
from briefing.language.draft import things_inside
from briefing.languages.en.clauses.find import last_day
from briefing.model import Citation, Reading, Shortlist, Span, Statement

_PATTERNS = wordlist.patterns("en", "words/standing_patterns")
_FORETELLS, _CONDITION = _PATTERNS["foretells"], _PATTERNS["on_condition"]
# By judgement: of a condition that days of news have gone beyond, too little to stand beside
# anything else; of what was told ahead of a day that is over, nothing.
_CONDITIONAL, _GONE = 0.4, 0.0
_OPEN = timedelta(days=2)  # in which a condition may be as open as it is told


def weigh_foretold(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth nothing what the sources foretell for a day that newer ones have
    reached, and little what older ones tell under a condition; pinned statements stay.
    """
    statements = list_statements(shortlists)
    newest = _find_newest(readings)
    open_ones = {one.key for one in statements if _is_open_condition(one, readings, newest)}
    weighed = weigh_overtaken(shortlists, open_ones, _CONDITIONAL, "passed")
    return weigh_overtaken(weighed, find_foretold(statements, readings), _GONE, "passed")


def find_foretold(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of statements that foretell something for a day that the newest article has
    reached.
    """
    newest = _find_newest(readings)
    return {
        one.key
        for one in statements
        if any(_foretells(cited, readings, newest) for cited in one.bases)
    }


def _is_open_condition(statement: Statement, readings: Mapping[str, Reading], newest: date) -> bool:
    """Whether a statement tells what will be if something is so, and its article is days older than
    the newest: by then it may be so or not.
    """
    appeared = last_day(readings[statement.citations[0].document].document)
    older = appeared is not None and newest - appeared > _OPEN
    return older and _CONDITION.search(statement.text) is not None


def _find_newest(readings: Mapping[str, Reading]) -> date:
    """The day of the newest article."""
    days = (last_day(one.document) for one in readings.values())
    return max((day for day in days if day is not None), default=date.min)


def _foretells(cited: Citation, readings: Mapping[str, Reading], newest: date) -> bool:
    """Whether a sentence of what is cited says by itself what will be on a day that was ahead of
    its article and not of the newest one.
    """
    reading = readings[cited.document]
    appeared = last_day(reading.document)
    if appeared is None or appeared >= newest:
        return False
    return any(
        _FORETELLS.search(reading.document.text[sentence.start : sentence.end])
        and any(appeared < day <= newest for day in _list_ends(reading, sentence))
        for passage in reading.passages
        for sentence in things_inside(passage.sentences, cited.start, cited.end)
    )


def _list_ends(reading: Reading, sentence: Span) -> list[date]:
    """The last days of the times that a sentence names: of "this week" its Sunday."""
    dated = things_inside(reading.dates, sentence.start, sentence.end)
    return [edtf.bounds(one.edtf)[1] for one in dated if one.edtf and edtf.is_valid(one.edtf)]
