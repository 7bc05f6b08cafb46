"""What the sources looked ahead to, and the brief looks back on."""

from collections.abc import Mapping, Sequence

from briefing.compose.weights import scale_worths
from briefing.events.corrections import Correction, is_overtaken
from briefing.language import edtf
from briefing.model import Candidate, Document, Shortlist, Statement

_PASSED = 0.5  # what is left of an announcement's worth when its day has passed
_CORRECTED = 0.25  # the same of what its outlet set right in a later article


def age_shortlist(shortlist: Shortlist, documents: Mapping[str, Document], as_of: str) -> Shortlist:
    """A shortlist in which announcements whose day has passed are worth less.

    "She is to speak on Friday" tells a reader of Sunday that she spoke, and no source of it says
    so.
    """

    def rate(candidate: Candidate) -> float:
        passed = has_passed(candidate.statement, documents[candidate.document], as_of)
        return _PASSED if passed else 1.0

    return scale_worths(shortlist, rate, "passed")


def has_passed(statement: Statement, document: Document, as_of: str) -> bool:
    """Whether a statement's date lies behind its article's day and not behind the cut-off."""
    published = document.published.value if document.published else ""
    if not (
        statement.date and all(edtf.is_valid(date) for date in (statement.date, published, as_of))
    ):
        return False
    first, last = edtf.bounds(statement.date)
    return edtf.bounds(published)[1] < first and last <= edtf.bounds(as_of)[1]


def set_back_corrected(
    shortlist: Shortlist, documents: Mapping[str, Document], corrections: Sequence[Correction]
) -> Shortlist:
    """A shortlist in which what an outlet corrected in a later article is worth less."""
    if not any(one.elsewhere for one in corrections):
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
