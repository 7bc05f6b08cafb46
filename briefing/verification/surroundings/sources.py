"""The list of sources: which are versions of which, and how they are numbered."""

from collections.abc import Iterator, Sequence

from briefing import versions
from briefing.compose.order import number_brief, number_told
from briefing.model import Family, SourceEntry
from briefing.verification import excerpts
from briefing.verification.quotes import ProofFailure
from briefing.verification.surroundings.case import Case
from briefing.walk.reworded import note_copies

_NO_KIN = (None, None, False)  # family, relation and version of what was set aside


def check_sources(case: Case) -> Iterator[ProofFailure]:
    """Check families and numbers of the source list."""
    sources = case.brief.sources
    yield from _check_families(case)
    for entry in sources:
        if entry.document is None and (entry.family, entry.relation, entry.superseded) != _NO_KIN:
            yield ProofFailure(where=entry.id, what="was set aside, and is nothing's version")
    if not _is_numbered(case):
        yield ProofFailure(where="sources", what="are not numbered by first citation")
    if not _is_in_order(sources):
        yield ProofFailure(where="sources", what="are not listed in order, each once")


def _check_families(case: Case) -> Iterator[ProofFailure]:
    """Check that families are those that the texts give, where all of these are at hand."""
    if not case.whole or case.brief.unlisted:
        return
    texts = (versions.before_inference(reading.document) for reading in case.readings.values())
    apart = case.notebook.ask(versions.group_families, tuple(texts))
    grouped = note_copies(case.notebook, case.looked_at, apart).families
    families = {one: family for family in grouped for one in family.documents}
    for entry in case.brief.sources:
        if entry.document is not None and not _is_related(entry, families[entry.id]):
            yield ProofFailure(where=entry.id, what="its family is not the one that the texts give")


def _is_numbered(case: Case) -> bool:
    """Whether sources are numbered by first citation, in a cut as the whole has it; earlier
    versions numbered only those that statements and tables cite.
    """
    if excerpts.cut_slugs(case.brief):
        return excerpts.keeps_numbers(case.brief)
    return any(
        all(entry.number == number.get(entry.id, 0) for entry in case.brief.sources)
        for number in (number_brief(case.brief), number_told(case.brief))
    )


def _is_in_order(sources: Sequence[SourceEntry]) -> bool:
    """Whether numbered sources come first, in order, and none comes twice."""
    behind = 1 + max((entry.number for entry in sources), default=0)  # a copy keeps its numbers
    order = [entry.number or behind for entry in sources]
    return order == sorted(order) and len({entry.id for entry in sources}) == len(sources)


def _is_related(entry: SourceEntry, made: Family) -> bool:
    """Whether a source's family, and its place in it, are those that the texts give."""
    older = made.relation == "version" and made.documents[0] != entry.id
    relation = None if made.relation == "single" else made.relation
    return (entry.family, entry.relation, entry.superseded) == (made.id, relation, older)
