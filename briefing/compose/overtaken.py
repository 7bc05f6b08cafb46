"""What the sources looked ahead to, and the brief looks back on."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.language import edtf
from briefing.model import Document, Shortlist, Statement

_PASSED = 0.5  # what is left of an announcement's worth when its day has passed


def age_shortlist(shortlist: Shortlist, documents: Mapping[str, Document], as_of: str) -> Shortlist:
    """A shortlist in which announcements whose day has passed are worth less.

    "She is to speak on Friday" tells a reader of Sunday that she spoke, and no source of it says
    so.
    """
    ranked = tuple(
        replace(item, candidate=replace(item.candidate, weight=item.candidate.weight * _PASSED))
        if has_passed(item.candidate.statement, documents[item.candidate.document], as_of)
        else item
        for item in shortlist.ranked
    )
    return replace(shortlist, ranked=ranked)


def has_passed(statement: Statement, document: Document, as_of: str) -> bool:
    """Whether a statement's date lies behind its article's day and not behind the cut-off."""
    published = document.published.value if document.published else ""
    if not (
        statement.date and all(edtf.is_valid(date) for date in (statement.date, published, as_of))
    ):
        return False
    first, last = edtf.bounds(statement.date)
    return edtf.bounds(published)[1] < first and last <= edtf.bounds(as_of)[1]
