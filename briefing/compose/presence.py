"""How far the articles have what a statement tells in view: who opens with it, who looked ahead to
it, and whether it is the refrain of a series.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.compose.departures import find_outlived
from briefing.compose.examined import find_answered
from briefing.compose.foretold import find_foretold
from briefing.compose.leads import LeadNews, find_lead, group_leads
from briefing.compose.levels import find_older_levels
from briefing.compose.overtaken import is_set_right
from briefing.compose.registers import find_personal
from briefing.compose.replaced import find_replaced
from briefing.compose.retractions import find_taken_back
from briefing.compose.tolls import compare_tolls
from briefing.compose.worth import is_slight
from briefing.events.connect import Connections
from briefing.events.copies import sentence_words
from briefing.events.corrections import find_corrections
from briefing.language import edtf
from briefing.language.draft import things_inside
from briefing.languages.en.clauses.likeness import likeness_of
from briefing.languages.en.clauses.mood import is_done
from briefing.languages.en.sameness import vocabulary
from briefing.model import Citation, Clause, Party, Reading, Statement

_REFRAIN = 0.7  # share of words from which an article says a sentence again
_FEWEST = 3  # articles that say it before it is a refrain
_MEANT = 2  # what a party that both clauses name is worth: a name, or a noun and a further word


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What the articles make of a statement.

    `openers` counts the articles, families of versions once, that open with the news it opens its
    own with (0 where it opens none), `news` is that news; `done` says that it tells something as
    done; `awaited` counts those that had what it tells ahead of them when they appeared; `refrain`
    says that three articles of its outlet or more say it, `overtaken` that a later statement tells
    as done what it has ahead of it, counts or measures anew what it does, or its outlet set it
    right, its speaker took his words back, whom it says to stay in office left, or the day that it
    foretells is over, or what it says is examined was found; `slight` that it is colour, trivia or
    of an article that is about something else; `personal` that its article speaks in a voice of its
    own; `granted`, where it opens its article or tells of a
    day in the paragraph that does, how far the others say it again: the share of its words that the
    sentence of each has which has most of them, in the mean.
    """

    news: str = ""
    done: bool = False
    openers: int = 0
    awaited: int = 0
    refrain: bool = False
    overtaken: bool = False
    slight: bool = False
    personal: bool = False
    granted: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """The articles that statements are seen against. `news` is what `group_leads` gives by
    words and by clauses joined as one event, `events` what it gives by words or clauses; `ahead`
    has by class the clauses that are not told as happened; `subject` are the words of the brief's
    title, `asides` the articles about something else.

    What to tell goes by what is surely one event: other leads may each add to it. What opens a
    brief goes by all that may be one.
    """

    readings: Mapping[str, Reading]
    families: Mapping[str, str]
    connections: Connections
    news: LeadNews
    events: LeadNews
    ahead: Mapping[str, Sequence[Clause]]
    subject: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()


def survey_articles(
    readings: Sequence[Reading],
    families: Mapping[str, str],
    connections: Connections,
    title: str = "",
    asides: frozenset[str] = frozenset(),
) -> Landscape:
    """Put together what the presence of statements is measured against; `title` is the brief's,
    `asides` the articles about something else.
    """
    ahead: dict[str, list[Clause]] = {}
    for clauses in connections.clauses.values():
        for clause in clauses:
            if clause.modality != "happened":
                ahead.setdefault(clause.predicate, []).append(clause)
    return Landscape(
        readings={one.document.id: one for one in readings},
        families=families,
        connections=connections,
        news=group_leads(readings, connections.clauses, connections.agreeing),
        events=group_leads(readings, connections.clauses),
        ahead=ahead,
        subject=vocabulary(title),
        asides=asides,
        personal=find_personal(readings),
    )


def measure_presence(
    statements: Sequence[Statement], landscape: Landscape
) -> Mapping[str, Presence]:
    """The presence of each statement, by its key."""
    overtaken = _find_overtaken(statements, landscape)
    return {
        one.key: _presence_of(one, landscape, overtaken=one.key in overtaken) for one in statements
    }


def _presence_of(statement: Statement, landscape: Landscape, *, overtaken: bool) -> Presence:
    news = _find_news(statement.citations[0], landscape)
    return Presence(
        news=news,
        openers=_count_openers(news, landscape),
        done=bool(_done_clauses(statement, landscape)),
        awaited=len(set(_awaiting_families(statement, landscape))),
        refrain=_is_refrain(statement, landscape),
        slight=_is_slight(statement, landscape),
        personal=statement.citations[0].document in landscape.personal,
        granted=_measure_granted(statement, landscape)
        if _stands_first(statement, landscape)
        else 0.0,
        overtaken=overtaken,
    )


def _find_overtaken(statements: Sequence[Statement], landscape: Landscape) -> set[str]:
    """The keys of the statements that something later has overtaken."""
    readings = landscape.readings
    documents = {name: one.document for name, one in readings.items()}
    corrections = find_corrections(documents.values())
    done = [clause for one in statements for clause in _done_clauses(one, landscape)]
    return {
        *compare_tolls(statements, documents, readings).overtaken,
        *find_taken_back(statements, readings),
        *find_outlived(statements, readings),
        *find_foretold(statements, readings),
        *find_older_levels(statements, readings),
        *find_replaced(statements, readings),
        *find_answered(statements, readings),
        *(one.key for one in statements if is_set_right(one, documents, corrections)),
        *(one.key for one in statements if _is_done_since(one, done, landscape)),
    }


def _is_done_since(statement: Statement, done: Sequence[Clause], landscape: Landscape) -> bool:
    """Whether one of the clauses that are `done` tells what a statement has ahead of it."""
    return any(
        _looks_ahead(clause, later) or _was_done_that_day(clause, later)
        for clause in _own_clauses(statement, landscape)
        for later in done
    )


def _is_slight(statement: Statement, landscape: Landscape) -> bool:
    beside = statement.citations[0].document in landscape.asides
    return is_slight(statement.text) or (
        beside and not landscape.subject & vocabulary(statement.text)
    )


def _find_news(cited: Citation, landscape: Landscape) -> str:
    """The news that a statement opens its article with, "" where it opens none."""
    lead = find_lead(landscape.readings[cited.document])
    opens = lead is not None and cited.start <= lead.start < cited.end
    return landscape.events.groups.get(cited.document, "") if opens else ""


def _stands_first(statement: Statement, landscape: Landscape) -> bool:
    """Whether a statement opens its article, or tells of a day in the paragraph that does."""
    if _find_news(statement.citations[0], landscape):
        return True
    cited = statement.citations[0]
    reading = landscape.readings[cited.document]
    lead = find_lead(reading)
    beside = lead is not None and any(
        one.start <= lead.start < one.end and one.start <= cited.start < one.end
        for one in reading.passages
    )
    dated = things_inside(reading.dates, cited.start, cited.end) if beside else ()
    return any(one.edtf and edtf.is_day(one.edtf) for one in dated)


def _measure_granted(statement: Statement, landscape: Landscape) -> float:
    """How far the other articles take for granted what a statement tells: the mean share of its
    words that the sentence of each has which has most of them.
    """
    own, family = vocabulary(statement.text), landscape.families[statement.citations[0].document]
    shares = [
        max((len(own & words) for words in sentence_words(one)), default=0)
        for one in landscape.readings.values()
        if landscape.families[one.document.id] != family
    ]
    return sum(shares) / len(shares) / len(own) if shares and own else 0.0


def _count_openers(news: str, landscape: Landscape) -> int:
    families = landscape.families
    return len({families[name] for name, group in landscape.events.groups.items() if group == news})


def _awaiting_families(statement: Statement, landscape: Landscape) -> Iterator[str]:
    """The families of earlier articles that have a clause of a statement ahead of them."""
    for clause in _done_clauses(statement, landscape):
        for other in landscape.ahead.get(clause.predicate, ()):
            if _looks_ahead(other, clause):
                yield landscape.families[other.document]


def _own_clauses(statement: Statement, landscape: Landscape) -> Iterator[Clause]:
    """The clauses of a statement's own words."""
    for cited in statement.citations:
        if cited.role == "basis":
            for clause in landscape.connections.clauses.get(cited.document, ()):
                if cited.start <= clause.start < cited.end:
                    yield clause


def _done_clauses(statement: Statement, landscape: Landscape) -> list[Clause]:
    """The clauses that a statement tells as done."""
    return [
        clause
        for clause in _own_clauses(statement, landscape)
        if not clause.nominal and is_done(clause, landscape.readings[clause.document].document.text)
    ]


def _was_done_that_day(other: Clause, clause: Clause) -> bool:
    """Whether another article of one day tells as done what one has ahead of it."""
    return (
        other.document != clause.document
        and other.modality == "planned"
        and other.predicate == clause.predicate
        and bool(other.published)
        and other.published == clause.published
        and any(
            likeness_of(one, two) >= _MEANT for one in _done_to(clause) for two in _done_to(other)
        )
    )


def _looks_ahead(other: Clause, clause: Clause) -> bool:
    """Whether an earlier article has what a clause tells before it: the same done to the same."""
    return (
        other.predicate == clause.predicate
        and other.modality != "happened"
        and _appeared_before(other.published, clause.published)
        and any(
            likeness_of(one, two) >= _MEANT for one in _done_to(clause) for two in _done_to(other)
        )
    )


def _done_to(clause: Clause) -> tuple[Party, ...]:
    return tuple(party for party in clause.parties if party.slot == "patient")


def _appeared_before(one: str, other: str) -> bool:
    return bool(one and other) and edtf.bounds(one)[1] < edtf.bounds(other)[0]


def _is_refrain(statement: Statement, landscape: Landscape) -> bool:
    """Whether several articles of a statement's outlet say it in much the same words."""
    own = vocabulary(statement.text)
    outlet = landscape.readings[statement.citations[0].document].document.outlet
    if outlet is None or not own:
        return False
    issues = (
        one
        for one in landscape.readings.values()
        if one.document.outlet is not None and one.document.outlet.value == outlet.value
    )
    said = (any(len(own & w) >= _REFRAIN * len(own) for w in sentence_words(one)) for one in issues)
    return sum(said) >= _FEWEST
