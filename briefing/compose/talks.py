"""Talks and demands that a section speaks of, and whether something came of them that is told."""

from collections.abc import Mapping, Sequence
from datetime import date

from briefing.language import edtf
from briefing.languages.en.open_matters import reports_decision, speaks_of_talks
from briefing.languages.en.sameness import read_gist
from briefing.model import Brief, Document, Section, Statement


def list_talks(section: Section) -> list[Statement]:
    """The statements that speak of talks."""
    return [statement for statement in section.statements if speaks_of_talks(statement.text)]


def are_settled(talks: Sequence[Statement], brief: Brief) -> bool:
    """Whether a statement of the brief reports a decision of a party to the talks, in an article
    that is no older than what it is held against.
    """
    days = days_appeared(brief)
    told = (one for section in brief.sections for one in section.statements)
    decided = [one for one in told if reports_decision(one.text)]
    return any(_settles(one, talk, days) for one in decided for talk in talks)


def _settles(decided: Statement, talk: Statement, days: Mapping[str, date]) -> bool:
    """Whether a decision names a party to talks, and its article appeared no earlier."""
    then, since = (days.get(one.citations[0].document) for one in (talk, decided))
    if then is None or since is None or since < then:
        return False
    return bool(read_gist(decided.text).names & read_gist(talk.text).names)


def days_appeared(brief: Brief) -> dict[str, date]:
    """The day on which each document that is cited appeared, where it is known."""
    return {
        entry.id: edtf.bounds(entry.document.published.value)[1]
        for entry in brief.sources
        if entry.number and entry.document is not None and is_to_the_day(entry.document)
        if entry.document.published is not None
    }


def is_to_the_day(document: Document) -> bool:
    """Whether the day on which a document appeared is known."""
    published = document.published
    if published is None or not edtf.is_valid(published.value):
        return False
    first, last = edtf.bounds(published.value)
    return first == last
