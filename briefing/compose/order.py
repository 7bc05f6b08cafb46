"""The numbers that the sources of a brief get."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model import Brief, Citation, Section, SourceEntry, Statement


def number_documents(
    sections: Sequence[Section], opening: Sequence[Statement], others: Iterable[Citation] = ()
) -> dict[str, int]:
    """Number documents from 1 by first citation: the bottom line, then the sections in order, then
    what else cites.
    """
    found: dict[str, int] = {}
    cited = [citation.document for statement in opening for citation in statement.citations]
    for section in sections:
        cited += [citation.document for citation in section.citations]
    cited += [citation.document for citation in others]
    for document in cited:
        found.setdefault(document, len(found) + 1)
    return found


def number_brief(brief: Brief) -> dict[str, int]:
    """The numbers of all that a brief cites: a source that only a judgement, a line of the timeline
    or a difference cites comes behind those that statements rest on.
    """
    return number_documents(brief.sections, _list_opening(brief), _cited_beside(brief))


def number_told(brief: Brief) -> dict[str, int]:
    """The numbers of what statements and tables of a brief cite, and of nothing else."""
    return number_documents(brief.sections, _list_opening(brief))


def _list_opening(brief: Brief) -> list[Statement]:
    """The statements of the bottom line."""
    by_name = {name: one for one in brief.statements for name in (one.id, one.key)}
    return [by_name[name] for name in brief.bottom_line if name in by_name]


def renumber_sources(brief: Brief) -> tuple[SourceEntry, ...]:
    """The list of sources with the numbers of `number_brief`: the cited in order, then the rest."""
    numbers = number_brief(brief)
    entries = [replace(one, number=numbers.get(one.id, 0)) for one in brief.sources]
    return tuple(sorted(entries, key=lambda one: (one.number == 0, one.number)))


def _cited_beside(brief: Brief) -> Iterator[Citation]:
    """What is cited by no statement and in no table of a section."""
    for judgement in brief.judgements:
        yield from judgement.citations
    for row in brief.timeline:
        yield from row.citations
    for difference in brief.disagreements:
        for position in difference.positions:
            yield from position.citations
