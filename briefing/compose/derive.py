"""What a brief says about itself, recomputed from what it tells and cites: health, counts, actors,
gaps.

`derive` is idempotent, which is how `verify` recomputes every count: it derives again and compares.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.compose.gaps import find_gaps
from briefing.compose.questions import answer_questions
from briefing.language import edtf
from briefing.model import Actor, Brief, Document, Health, Section, SectionRules, Statement


def derive_brief(brief: Brief, rules: Mapping[str, SectionRules]) -> Brief:
    """The brief with its counts, answers, actors and gaps recomputed; `rules` has each section's
    kind by slug.
    """
    documents = brief.documents
    cited = _count_citations(brief)
    counted = replace(
        brief,
        sections=tuple(
            replace(
                answer_questions(_number_statements(section, place), brief.sections),
                health=measure_health(section, documents),
            )
            for place, section in enumerate(brief.sections, 1)
        ),
        sources=tuple(replace(entry, cited=cited.get(entry.id, 0)) for entry in brief.sources),
        actors=_actors(brief.sections, rules),
    )
    return replace(counted, gaps=find_gaps(counted, rules))


def _number_statements(section: Section, place: int) -> Section:
    """A section whose statements are numbered as readers see them: 4.1 is the first of the
    fourth.
    """
    numbered = tuple(
        replace(statement, number=f"{place}.{row}")
        for row, statement in enumerate(section.statements, 1)
    )
    return replace(section, statements=numbered)


def list_views(rules: Mapping[str, SectionRules]) -> frozenset[str]:
    """Name the sections whose statements are views, by slug."""
    return frozenset(slug for slug, kind in rules.items() if kind.views)


def _actors(sections: Sequence[Section], rules: Mapping[str, SectionRules]) -> tuple[Actor, ...]:
    """The actors that the sections' tables tell as data, each once."""
    found: dict[str, Actor] = {}
    for section in sections:
        for actor in rules[section.slug].actors(section):
            found.setdefault(actor.name, actor)
    return tuple(found.values())


def _count_citations(brief: Brief) -> dict[str, int]:
    """Count the statements that cite each document."""
    counts: dict[str, int] = {}
    for section in brief.sections:
        for statement in section.statements:
            for document in {citation.document for citation in statement.citations}:
                counts[document] = counts.get(document, 0) + 1
    return counts


def measure_health(section: Section, documents: Mapping[str, Document]) -> Health:
    """Count a section's statements, its outlets, those that rest on one outlet, and its dates."""
    dates = sorted(
        {
            value
            for statement in section.statements
            for value in _publication_dates(statement, documents)
        },
        key=edtf.sort_key,
    )
    return Health(
        statements=len(section.statements),
        outlets=len({outlet for statement in section.statements for outlet in statement.outlets}),
        single_outlet=sum(len(statement.outlets) <= 1 for statement in section.statements),
        newest=dates[-1] if dates else None,
        oldest=dates[0] if dates else None,
    )


def _publication_dates(statement: Statement, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The publication dates behind a statement."""
    found = (documents[citation.document].published for citation in statement.citations)
    return tuple(known.value for known in found if known is not None and edtf.is_valid(known.value))
