"""Levels that newer articles measure anew: how far a lake has fallen, how high a river stands."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.language import wordlist
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.sameness import read_gist
from briefing.model import Reading, Shortlist, Statement

_PATTERNS = wordlist.patterns("en", "words/level_patterns")
_LEVEL, _WATER = _PATTERNS["level"], _PATTERNS["water"]
_OLDER = 0.4  # by judgement: of an older level, too little to stand beside anything else
_UNIT = 2  # letters that tell units apart


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """A level that a statement tells: its figure, the unit by its first letters, the day of its
    article, and what the statement names.
    """

    key: str
    value: str
    unit: str
    day: date
    names: frozenset[str]


def weigh_levels(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what tells a level of which a newer article tells another;
    pinned statements stay.
    """
    older = find_older_levels(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, older, _OLDER, "overtaken")


def find_older_levels(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of statements that tell a level of a water which a newer one tells otherwise.

    Two levels are of one water where their statements share a name, or one of them names nothing.
    """
    levels = [level for one in statements for level in _read_levels(one, readings)]
    return {old.key for old in levels if any(_overtakes_level(new, old) for new in levels)}


def _read_levels(statement: Statement, readings: Mapping[str, Reading]) -> Iterator[_Level]:
    """The level that a statement tells, if its article is dated."""
    found = _LEVEL.search(statement.text)
    reading = readings.get(statement.citations[0].document)
    day = last_day(reading.document) if reading is not None else None
    if found is None or day is None:
        return
    unit = (found["unit"] or found["by"]).lower()[:_UNIT]
    yield _Level(
        key=statement.key,
        value=found["moved"] or found["off"],
        unit=unit,
        day=day,
        names=frozenset(
            one for one in read_gist(statement.text).names if _WATER.search(one) is None
        ),
    )


def _overtakes_level(new: _Level, old: _Level) -> bool:
    if new.day <= old.day or new.unit != old.unit or new.value == old.value:
        return False
    return not (new.names and old.names) or bool(new.names & old.names)
