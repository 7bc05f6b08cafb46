"""What the sources looked ahead to, and the brief looks back on."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from briefing.compose.weights import scale_worths
from briefing.events.corrections import Correction, is_overtaken
from briefing.language import edtf, wordlist
from briefing.languages.en.clauses.find import last_day
from briefing.model import Candidate, Document, Shortlist, Statement

_PASSED = 0.5  # what is left of an announcement's worth when its day has passed
_STOOD = 0.5  # the same of how things stood days ago
_STANDING = timedelta(days=2)  # in which things may stand as they are told
_PATTERNS = wordlist.patterns("en", "words/standing_patterns")
_STANDS, _AHEAD = _PATTERNS["stands"], _PATTERNS["ahead"]
_INTERIM = _PATTERNS["under_way"]
_WEEK = timedelta(days=7)  # in which a day that is called by its name alone is gone by
_NEXT_WEEK = timedelta(days=14)  # the same of "next week"
_NO_TIME, _MONTH = timedelta(0), timedelta(days=31)
_OLDEST = 0.6  # the same of the oldest article; tuned on three topics of six and seven
_CORRECTED = 0.25  # the same of what its outlet set right in a later article


def age_shortlist(shortlist: Shortlist, documents: Mapping[str, Document], as_of: str) -> Shortlist:
    """A shortlist in which announcements whose day has passed are worth less, and so is how things
    stood days ago.

    "She is to speak on Friday" tells a reader of Sunday that she spoke, and no source of it says
    so; "he now has 412 votes" of a week ago tells him what may have changed since.
    """

    def rate(candidate: Candidate) -> float:
        statement, document = candidate.statement, documents[candidate.document]
        if stood_then(statement, document, as_of):
            return _STOOD
        return _PASSED if has_passed(statement, document, as_of) else 1.0

    return scale_worths(shortlist, rate, "passed")


def weigh_older(
    shortlists: Sequence[Shortlist], documents: Mapping[str, Document]
) -> tuple[Shortlist, ...]:
    """The shortlists, statements worth the less the older their article is among all: what was told
    last knows of what was told before, and not the other way round.

    Only of articles of one month: what is told over a longer time is told of one thing after the
    other. And only where statements are counted: people who mark what a summary of so many words
    should hold mark old and new alike.
    """
    days = {name: day for name, one in documents.items() if (day := last_day(one)) is not None}
    first, last = min(days.values(), default=date.min), max(days.values(), default=date.min)
    if not _NO_TIME < last - first <= _MONTH:
        return tuple(shortlists)

    def rate(candidate: Candidate) -> float:
        if not candidate.weight:
            return 1.0  # what is worth nothing is so for its own reasons
        back = (last - days.get(candidate.document, last)) / (last - first)
        return 1.0 - (1.0 - _OLDEST) * back

    return tuple(
        one if one.wanted.words is not None else scale_worths(one, rate, "older")
        for one in shortlists
    )


def has_passed(statement: Statement, document: Document, as_of: str) -> bool:
    """Whether a statement's date lies behind its article's day and not behind the cut-off; or it
    looks ahead to a day that it only names, and no day of that name is left.
    """
    published = document.published.value if document.published else ""
    if not all(edtf.is_valid(date) for date in (published, as_of)):
        return False
    days = edtf.bounds(published)
    if statement.date and edtf.is_valid(statement.date):
        first, last = edtf.bounds(statement.date)
        if days[1] < first:
            return last <= edtf.bounds(as_of)[1]
    looks = _AHEAD.search(statement.text)
    if looks is None or statement.text.startswith(" [", looks.end()):
        return False
    return edtf.bounds(as_of)[0] - days[1] >= (_WEEK if looks["day"] else _NEXT_WEEK)


def stood_then(statement: Statement, document: Document, as_of: str) -> bool:
    """Whether a statement says how things stand, and its article is days older than the cut-off: a
    count before its end whatever its date, else one without a date.
    """
    published = document.published.value if document.published else ""
    if not all(edtf.is_valid(date) for date in (published, as_of)):
        return False
    if edtf.bounds(as_of)[1] - edtf.bounds(published)[1] <= _STANDING:
        return False
    stands = statement.date is None and _STANDS.search(statement.text) is not None
    return stands or is_interim(statement.text)


def is_interim(text: str) -> bool:
    """Whether a text tells a count before its end, or a hope that has come out since."""
    return _INTERIM.search(text) is not None


def set_back_corrected(
    shortlist: Shortlist, documents: Mapping[str, Document], corrections: Sequence[Correction]
) -> Shortlist:
    """A shortlist in which what an outlet corrected in a later article is worth less."""
    if not corrections:
        return shortlist

    def rate(candidate: Candidate) -> float:
        wrong = is_set_right(candidate.statement, documents, corrections)
        return _CORRECTED if wrong else 1.0

    return scale_worths(shortlist, rate, "corrected")


def is_set_right(
    statement: Statement, documents: Mapping[str, Document], corrections: Sequence[Correction]
) -> bool:
    """Whether its outlet corrected in a later article what a statement is told by."""
    return any(
        is_overtaken(documents[cited.document], cited.quote, corrections)
        for cited in statement.bases
    )
