"""Independence counted: versions of one article are one outlet, and who relays an agency has its
origin.
"""

from collections.abc import Mapping, Sequence

from briefing.model import Attribution, Citation, Document


def outlets(
    citations: Sequence[Citation], documents: Mapping[str, Document], families: Mapping[str, str]
) -> tuple[str, ...]:
    """Give the independent outlets behind citations: versions once, an unstated outlet never."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    for citation in citations:
        outlet = documents[citation.document].outlet
        family = families[citation.document]
        if outlet is not None and family not in seen:
            seen.add(family)
            found[outlet.value] = None
    return tuple(found)


def origins(
    citations: Sequence[Citation], documents: Mapping[str, Document], families: Mapping[str, str]
) -> tuple[str, ...]:
    """Give where the words come from: the speaker or medium, else the outlet, else the family."""
    found: dict[str, None] = {}
    for citation in citations:
        found[_origin(citation.attribution, documents[citation.document], families)] = None
    return tuple(found)


def _origin(said: Attribution, document: Document, families: Mapping[str, str]) -> str:
    if said.relayed_by and said.outlet:
        return said.outlet
    if said.speaker:
        return said.speaker
    return said.outlet or f"outlet not stated ({families[document.id]})"
