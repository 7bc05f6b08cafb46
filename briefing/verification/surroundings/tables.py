"""What is no statement and no row of differences: the sections' tables, places, judgements."""

from collections.abc import Iterator

from briefing.offer.places import named_places
from briefing.verification import excerpts
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case, is_plain_citation


def check_places(case: Case) -> Iterator[ProofFailure]:
    """Check that the places are those that the statements name."""
    if not _is_placed(case):
        yield ProofFailure(where="places", what="are not the ones that the statements name")


def check_judgements(case: Case) -> Iterator[ProofFailure]:
    """Check what the analyst's judgements cite; their words are the analyst's."""
    for judgement in case.brief.judgements:
        if not all(is_plain_citation(case, citation) for citation in judgement.citations):
            what = "a citation's attribution is not its source's"
            yield ProofFailure(where="judgements", what=what)


def _is_placed(case: Case) -> bool:
    """Whether the places are those that the statements name, in a cut whether each is one that
    is cited.
    """
    brief = case.brief
    if excerpts.cut_slugs(brief):
        return all(
            excerpts.is_placed(brief, place)
            and is_plain_citation(case, place.citations[0])
            and place.citations[0].quote
            for place in brief.places
        )
    return named_places(brief, tuple(case.readings.values()), brief.names) == brief.places


def check_tables(case: Case) -> Iterator[ProofFailure]:
    """Ask each section's kind what is wrong with what it adds, its table above all."""
    sections = case.brief.sections
    if len(case.rules) < len(sections):
        yield ProofFailure(where="sections", what="two have one slug")
    readings = sorted(case.looked_at, key=lambda reading: reading.document.locator)
    for section in sections if case.whole else ():
        for what in case.rules[section.slug].faults(section, readings, case.brief.names):
            yield ProofFailure(where=section.slug, what=what)
