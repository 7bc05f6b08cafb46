"""What a candidate's worth was lowered for, in words, and where that stands."""

from collections.abc import Callable, Mapping

from briefing.compose.departures import find_departure
from briefing.compose.retractions import find_retraction
from briefing.compose.tolls import compare_tolls
from briefing.compose.worth import find_slight
from briefing.events.corrections import find_corrections, find_later
from briefing.inspection.absence.case import PassageCase, name_statement, shorten
from briefing.model import Candidate, Reading, Setback, Span


def say_setbacks(case: PassageCase, candidate: Candidate) -> list[str]:
    """Every reason for which a candidate is worth less, with its evidence."""
    return [_SAYING[one](case, candidate) for one in dict.fromkeys(candidate.setbacks)]


def _say_outdated(case: PassageCase, candidate: Candidate) -> str:
    newest = case.ingredients.family_of()[candidate.document].documents[0]
    return f"the latest version of its article, {case.paths[newest]}, tells it in other words"


def _say_slight(_: PassageCase, candidate: Candidate) -> str:
    return f"“{find_slight(candidate.statement.text).strip()}” marks it as colour"


def _say_old_saying(_: PassageCase, candidate: Candidate) -> str:
    day = candidate.statement.date
    return f"its date, {day}, lies half a year or more before its article: it counts as said then"


def _say_corrected(case: PassageCase, candidate: Candidate) -> str:
    """That its outlet corrected it, and in which note."""
    documents = case.ingredients.documents
    notes = find_corrections(documents.values())
    own = documents[candidate.document]
    bases = candidate.statement.bases
    cited, note = next(
        (one, found) for one in bases if (found := find_later(own, one.quote, notes)) is not None
    )
    what = "it" if len(bases) == 1 else case.place_of(own.id, cited.passage)
    reading = case.ingredients.landscape.readings[note.document]
    start = max(0, reading.document.text.find(note.text))
    place = case.place_at(reading, start)
    return f"its outlet corrected {what} later, in {place}: {shorten(note.text)}"


def _say_passed(_: PassageCase, candidate: Candidate) -> str:
    day = candidate.statement.date
    if day:
        return f"it looks ahead to {day}, which has passed"
    return "it tells what was ahead, or how things stood, and newer days have passed"


def _say_overtaken(case: PassageCase, candidate: Candidate) -> str:
    """That a later article counts anew what it counts, and which."""
    listed = [item.candidate.statement for one in case.shortlists[0] for item in one.ranked]
    readings = case.ingredients.landscape.readings
    standings = compare_tolls(listed, case.ingredients.documents, readings)
    later = standings.later.get(candidate.statement.key, "")
    told = case.told.get(later)
    if told is not None:
        return f"a later count has overtaken it: {name_statement(told)}"
    newer = next((one for one in listed if one.key == later), None)
    if newer is None:
        return "a later count has overtaken it"
    cited = newer.citations[0]
    place = case.place_of(cited.document, cited.passage)
    return f"a later count has overtaken it, in {place}: {shorten(newer.text)}"


def _say_taken_back(case: PassageCase, candidate: Candidate) -> str:
    found = find_retraction(candidate.statement, case.ingredients.landscape.readings)
    return f"its speaker took his words back later{_say_where(case, found)}"


def _say_outlived(case: PassageCase, candidate: Candidate) -> str:
    found = find_departure(candidate.statement, case.ingredients.landscape.readings)
    return f"it tells of an office that was left since{_say_where(case, found)}"


def _say_where(case: PassageCase, found: tuple[Reading, Span] | None) -> str:
    """Where a sentence of another article stands, with its words."""
    if found is None:
        return ""
    reading, sentence = found
    words = shorten(reading.document.text[sentence.start : sentence.end])
    return f", in {case.place_at(reading, sentence.start)}: {words}"


def _say(words: str) -> Callable[[PassageCase, Candidate], str]:
    return lambda _case, _candidate: words


_SAYING: Mapping[Setback, Callable[[PassageCase, Candidate], str]] = {
    "outdated": _say_outdated,
    "recurring": _say("three articles of its outlet or more say it again in much the same words"),
    "old_saying": _say_old_saying,
    "slight": _say_slight,
    "unheard": _say("somebody says it, and no word of it shows who"),
    "quip": _say("it is a quotation with hardly a word of what the articles open with"),
    "aside": _say(
        "it counts as about something else, for its article opens unlike the others and it has "
        "no word of the title"
    ),
    "elsewhere": _say("it tells of long ago and names nobody whom another article names"),
    "corrected": _say_corrected,
    "personal": _say("its article speaks in a voice of its own, and facts are asked for"),
    "released": _say("it is told by a release, and reports are known"),
    "older": _say("newer articles count for more than its own"),
    "passed": _say_passed,
    "overtaken": _say_overtaken,
    "taken_back": _say_taken_back,
    "own_denial": _say(
        "it denies, in a release of days before the newest article, what nothing beside it tells"
    ),
    "outlived": _say_outlived,
}
