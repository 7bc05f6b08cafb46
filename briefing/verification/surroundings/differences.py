"""Where sources differ: each row asked of the articles again."""

from collections.abc import Iterator

from briefing.corroborate.differences import find_differences
from briefing.events import differing, disputes, reversals
from briefing.events.connect import connect_clauses
from briefing.events.counts import differ_in_counts
from briefing.model import Disagreement, Position, Reading
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case, is_plain_citation
from briefing.walk import decisions

_SIDES = 2  # of a correction: the source and the analyst


def check_differences(case: Case) -> Iterator[ProofFailure]:
    """Check that the articles differ as each row says."""
    for row in case.brief.disagreements:
        if not _is_told(case, row):
            what = f"{row.topic!r}: the articles don't differ so"
            yield ProofFailure(where="disagreements", what=what)


def _is_told(case: Case, disagreement: Disagreement) -> bool:
    """Whether the articles differ as a row says, or an analyst's correction says so."""
    if disagreement.quantity:
        return _counts_differ(case, disagreement)
    if disagreement.topic in differing.TOPICS and _is_differing(case, disagreement):
        return True
    if disagreement.topic in disputes.TOPICS:
        return _disputed(case, disagreement)
    if disagreement.topic in reversals.TOPICS:
        return disagreement in case.reversals
    return _differs_as_said(case, disagreement) or _is_correction(case, disagreement)


def _counts_differ(case: Case, row: Disagreement) -> bool:
    """Whether the articles count as a row says; with a text missing, whether those that it cites
    do.
    """
    if case.whole:
        return row in case.counts
    return row in differ_in_counts(_cited_readings(case, row), case.families, case.older)


def _disputed(case: Case, row: Disagreement) -> bool:
    """Whether the articles dispute what a row says; with a text missing, whether those that it
    cites do.
    """
    if case.whole:
        return row in case.disputes
    disputed = connect_clauses(_cited_readings(case, row), case.families).disputed
    return row in disputes.list_disputes(disputed, case.readings, case.older)


def _is_differing(case: Case, row: Disagreement) -> bool:
    """Whether two sentences differ as a row says; with a text missing, whether those of the
    articles that it cites do.
    """
    if case.whole:
        return row in case.differing
    return row in differing.list_differing(_cited_readings(case, row), case.families, case.older)


def _cited_readings(case: Case, row: Disagreement) -> tuple[Reading, ...]:
    """The articles at hand that a row cites, in order of their ids."""
    cited = {citation.document for position in row.positions for citation in position.citations}
    return tuple(one for name, one in sorted(case.readings.items()) if name in cited)


def _differs_as_said(case: Case, disagreement: Disagreement) -> bool:
    """Whether the statements that a disagreement cites differ as it says."""
    sides = [case.again(position.citations) for position in disagreement.positions]
    if len(sides) != 2 or not all(sides):  # noqa: PLR2004 - a difference has two sides
        return False
    return any(
        _is_same_difference(case, made, disagreement)
        for left in sides[0]
        for right in sides[1]
        for made in find_differences(
            (left, right), case.families, case.brief.names, frozenset(case.names)
        )
    )


def _is_same_difference(case: Case, made: Disagreement, stated: Disagreement) -> bool:
    """Whether two disagreements are the same but for how they name statements."""
    pairs = zip(made.positions, stated.positions, strict=True)
    return made.topic == stated.topic and all(
        (one.text, one.citations, case.names.get(one.statement or ""))
        == (two.text, two.citations, two.statement)
        for one, two in pairs
    )


def _is_correction(case: Case, disagreement: Disagreement) -> bool:
    """Whether a correction shows the source's own words beside the analyst's, which are
    theirs.
    """
    if disagreement.topic != decisions.CORRECTION or len(disagreement.positions) != _SIDES:
        return False
    theirs, ours = disagreement.positions
    return (
        _cites_itself(theirs)
        and theirs.citations == ours.citations
        and (theirs.statement, ours.statement) == (None, None)
        and all(is_plain_citation(case, citation) for citation in theirs.citations)
    )


def _cites_itself(position: Position) -> bool:
    """Whether a position's text is its one quote, or nothing."""
    return len(position.citations) == 1 and position.text in {"", position.citations[0].quote}
