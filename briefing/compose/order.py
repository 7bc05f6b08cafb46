"""The numbers that the sources of a brief get."""

from collections.abc import Sequence

from briefing.model import Section, Statement


def number_documents(sections: Sequence[Section], opening: Sequence[Statement]) -> dict[str, int]:
    """Number documents from 1 by first citation: the bottom line, then the sections in order."""
    found: dict[str, int] = {}
    cited = [citation.document for statement in opening for citation in statement.citations]
    for section in sections:
        cited += [citation.document for citation in section.citations]
    for document in cited:
        found.setdefault(document, len(found) + 1)
    return found
