"""The order in which a section reads, and the numbers its sources get."""

from collections.abc import Sequence

from briefing.model import Candidate, Section, Statement


def reading_order(chosen: Sequence[Candidate], kind: str) -> tuple[Candidate, ...]:
    """Order a section: article by article in the order of choice, each in its own order.

    `chosen` comes best first, so the strongest statement's article leads. Positions stand speaker
    by speaker instead, so that one voice is heard out before the next.
    """
    first: dict[tuple[str, str], int] = {}
    for place, candidate in enumerate(chosen):
        first.setdefault(_voice(candidate, kind), place)
    return tuple(
        sorted(
            chosen, key=lambda c: (first[_voice(c, kind)], c.document, c.position, c.statement.key)
        )
    )


def _voice(candidate: Candidate, kind: str) -> tuple[str, str]:
    """Give what a section is grouped by: the article, in positions the speaker too."""
    speaker = candidate.statement.citations[0].attribution.speaker if kind == "positions" else ""
    return candidate.document, speaker


def numbers(sections: Sequence[Section], opening: Sequence[Statement]) -> dict[str, int]:
    """Number documents from 1 by first citation: the bottom line, then the sections in order."""
    found: dict[str, int] = {}
    cited = [citation.document for statement in opening for citation in statement.citations]
    for section in sections:
        cited += [
            citation.document
            for statement in section.statements
            for citation in statement.citations
        ]
        cited += [
            citation.document for row in section.rows for cell in row for citation in cell.citations
        ]
    for document in cited:
        found.setdefault(document, len(found) + 1)
    return found
