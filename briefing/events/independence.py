"""Independence counted: versions of one article are one outlet, and who relays an agency has its
origin.
"""

from collections.abc import Mapping, Sequence

from briefing.language import addresses, lookalike
from briefing.model import Attribution, Citation, Document


def independent_outlets(
    citations: Sequence[Citation], documents: Mapping[str, Document], families: Mapping[str, str]
) -> tuple[str, ...]:
    """The independent outlets behind citations: versions once, an unstated outlet never.

    One name is one outlet however it is spelt, and so is one host, unless the analyst names those
    who stand there.
    """
    found: list[str] = []
    seen: set[str] = set()
    for citation in citations:
        document = documents[citation.document]
        if document.outlet is None:
            continue
        signs = {
            families[citation.document],
            f"name {lookalike.spelling_key(document.outlet.value)}",
        }
        host = addresses.host_of(document.url)
        if host and document.outlet.basis != "supplied":
            signs.add(f"host {host}")
        if not signs & seen:
            found.append(document.outlet.value)
        seen |= signs
    return tuple(found)


def distinct_origins(
    citations: Sequence[Citation], documents: Mapping[str, Document], families: Mapping[str, str]
) -> tuple[str, ...]:
    """Where the words come from: the speaker or medium, else the outlet, else the family."""
    found: dict[str, None] = {}
    for citation in citations:
        found[_origin_of(citation.attribution, documents[citation.document], families)] = None
    return tuple(found)


def _origin_of(said: Attribution, document: Document, families: Mapping[str, str]) -> str:
    if said.relayed_by and said.outlet:
        return said.outlet
    if said.speaker:
        return said.speaker
    return said.outlet or f"outlet not stated ({families[document.id]})"
