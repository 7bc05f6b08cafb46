"""Counts that a later article has overtaken: "at least nine" dead of Tuesday, where Saturday has
sixteen; thirty missing, where the search has ended.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta

from briefing.compose.weights import scale_worths
from briefing.language import edtf, wordlist
from briefing.language.draft import things_inside
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.counts import RISING
from briefing.languages.en.clauses.find import exact_day
from briefing.languages.en.sameness import vocabulary, vocabulary_overlap
from briefing.languages.packs import pack_for
from briefing.model import Candidate, Document, Reading, Shortlist, Statement

_MOST = 400  # counts held against one another, the newest
# What the newest count gains; what an older one loses where it opens its article, and so tells the
# event too; and further down, where it stands beside nothing better.
_NEWEST, _OVERTAKEN, _STALE = 1.5, 0.5, 0.4
_ALIKE = 0.25  # share of words from which two counts are of one event
_NEAR = timedelta(days=21)  # counts of one event follow one another within that time
_SUBJECT = 2  # words that the openings of two articles share that tell of one event
# Words of names that two articles share whose counts are of one event, where the older was rising.
_NAMES = 2
_NEWS = 12  # sentences of an article that still tell of what it opens with
_PATTERNS = wordlist.patterns("en", "words/count_patterns")
_RUNNING, _RISEN, _BESIDE = (_PATTERNS[name] for name in ("running", "risen", "beside"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Toll:
    """What a statement counts: of which quantity how many, on which day, in which words of which
    language; the words that its article opens with, where it still tells of that; whom and what its
    article names; and whether it goes on from an earlier count, rose, or stands beside the news.
    """

    key: str
    quantity: str
    number: int
    day: date
    words: frozenset[str]
    language: str
    subject: frozenset[str]
    names: frozenset[str]
    running: bool
    risen: bool
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TollStandings:
    """The keys of statements with the newest count of an event, and of those that one overtook;
    `later` has for each of these the newest that did.
    """

    newest: AbstractSet[str] = field(default_factory=frozenset)
    overtaken: AbstractSet[str] = field(default_factory=frozenset)
    later: Mapping[str, str] = field(default_factory=dict)


def compare_tolls(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> TollStandings:
    """Which statements have the newest count, and which an older one.

    Two counts are of one event where they are of one quantity and language, lie within weeks of one
    another, and share words, or the newer goes on from an earlier one and their articles open with
    what shares words, or it is higher than one that was rising and their articles share names; of
    one day's counts that differ none is older: there the sources differ.
    """
    tolls = [
        toll
        for one in {statement.key: statement for statement in statements}.values()
        for toll in _statement_tolls(one, documents, readings)
    ]
    newest = sorted(tolls, key=lambda one: (one.day, one.key, one.quantity))[-_MOST:]
    pairs = [(new, old) for new in newest for old in newest if _overtakes_toll(new, old)]
    later = {old.key: new.key for new, old in pairs}
    late = frozenset(later)
    newest_keys = frozenset(new.key for new, _ in pairs) - late
    return TollStandings(newest=newest_keys, overtaken=late, later=later)


def weigh_tolls(
    shortlists: Sequence[Shortlist],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> tuple[Shortlist, ...]:
    """The shortlists, older counts of one event worth less and the newest more."""
    ranked = [item.candidate.statement for shortlist in shortlists for item in shortlist.ranked]
    standings = compare_tolls(ranked, documents, readings)

    def rate(candidate: Candidate) -> float:
        key = candidate.statement.key
        if key in standings.newest:
            return _NEWEST
        if key in standings.overtaken:
            return _STALE if candidate.position else _OVERTAKEN
        return 1.0

    return tuple(scale_worths(shortlist, rate, "overtaken") for shortlist in shortlists)


def _overtakes_toll(new: _Toll, old: _Toll) -> bool:
    """Whether a count is a later one of the same event."""
    if old.beside or not _counts_anew(new, old):
        return False
    if new.quantity in RISING and new.number < old.number and not new.running:
        return False  # the dead don't become fewer: some of them, or others
    if _rises_on(new, old):
        return True
    goes_on = new.running and len(new.subject & old.subject) >= _SUBJECT
    return goes_on or vocabulary_overlap(new.words, old.words) >= _ALIKE


def _counts_anew(new: _Toll, old: _Toll) -> bool:
    """Whether a count gives another number of what one gave some weeks before."""
    same = (new.language, new.quantity) == (old.language, old.quantity)
    return same and new.number != old.number and timedelta(0) < new.day - old.day <= _NEAR


def _rises_on(new: _Toll, old: _Toll) -> bool:
    """Whether a count is what one that "rose to 29" rises on to: their articles share two names,
    or one of two words.
    """
    shared = sum(len(name.split()) for name in new.names & old.names)
    return old.risen and new.number > old.number and shared >= _NAMES


def _statement_tolls(
    statement: Statement, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> Iterator[_Toll]:
    """The counts of a statement whose article is dated to the day, of what happened these weeks."""
    source = statement.citations[0].document
    document, reading = documents[source], readings.get(source)
    last, pack = exact_day(document), pack_for(document.language)
    if last is None:
        return
    if reading is not None and _tells_of_old(statement, reading, last):
        return
    subject = _find_subject(statement, reading) if reading is not None else frozenset[str]()
    for quantity, number in _read_numbers(statement, document, reading).items():
        yield _Toll(
            key=statement.key,
            quantity=quantity,
            number=number,
            day=last,
            words=pack.vocabulary(statement.text),
            language=pack.code,
            subject=subject,
            names=frozenset(one.name.casefold() for one in reading.entities)
            if reading
            else frozenset(),
            running=_RUNNING.search(statement.text) is not None,
            risen=_RISEN.search(statement.text) is not None,
            beside=_BESIDE.search(statement.text) is not None,
        )


def _read_numbers(
    statement: Statement, document: Document, reading: Reading | None
) -> dict[str, int]:
    """What a statement counts, by quantity."""
    pack = pack_for(document.language)
    cited = [one for one in statement.citations if one.role == "basis"]
    found = {
        one.quantity: int(one.value)
        for one in (pack.find_counts(reading) if reading else ())
        if one.value.isdigit() and any(c.start < one.end and one.start < c.end for c in cited)
    }
    dead = pack.read_toll(statement.text)
    return found if dead is None else {**found, "dead": dead}


def _find_subject(statement: Statement, reading: Reading) -> frozenset[str]:
    """The words of an article's title and first sentence, for a statement that stands where the
    article still tells of that.
    """
    document = reading.document
    told = [one for passage in reading.passages if passage.may_tell for one in passage.sentences]
    if not told or not is_rewritten(document.language):
        return frozenset()
    if statement.citations[0].start >= told[min(_NEWS, len(told)) - 1].end:
        return frozenset()
    title = document.title.value if document.title else ""
    return vocabulary(f"{title}. {document.text[told[0].start : told[0].end]}")


def _tells_of_old(statement: Statement, reading: Reading, appeared: date) -> bool:
    """Whether a date in a statement's own words lies weeks before its article appeared: what it
    counts may be of then.
    """
    return any(
        dated.edtf is not None and appeared - edtf.bounds(dated.edtf)[1] > _NEAR
        for cited in statement.citations
        if cited.role == "basis"
        for dated in things_inside(reading.dates, cited.start, cited.end)
    )
