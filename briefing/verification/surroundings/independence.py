"""Who says a statement, and each clause of it: the counts of outlets and origins."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.events.independence import distinct_origins, independent_outlets
from briefing.events.support import contains_support, support_clauses
from briefing.model import Statement
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case


def check_independence(case: Case) -> Iterator[ProofFailure]:
    """Check of each statement who says it, whole and clause by clause, and its date."""
    for statement in case.statements:
        for what in _check_counts(case, statement):
            yield ProofFailure(where=statement.name, what=what)


def _check_counts(case: Case, statement: Statement) -> Iterator[str]:
    """Check the counts of independence and the date of one statement."""
    if statement.outlets != independent_outlets(statement.whole, case.documents, case.families):
        yield "its outlets are not those of its citations"
    if statement.origins != distinct_origins(statement.whole, case.documents, case.families):
        yield "its origins are not those of its citations"
    yield from _check_clauses(case, statement)
    made = case.told.get(statement.key)
    if made is None or made.statement.date != statement.date:
        yield f"its date is not {statement.date}"


def _check_clauses(case: Case, statement: Statement) -> Iterator[str]:
    """Check the support of a statement's clauses; with a text missing, whether each part of it can
    be.
    """
    plain = replace(statement, citations=statement.whole, support=())
    made = support_clauses(plain, case.grounds)
    if case.whole and made != statement:
        yield "the support of its clauses is not what the articles tell"
    elif not contains_support(made, statement, case.grounds):
        yield "a clause of it is not told by whom it says"
