"""What no true brief has, whatever its sources: things twice, two meanings, days that are none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing import digest
from briefing.language import edtf
from briefing.model import Brief
from briefing.render.json import write_node
from briefing.verification import excerpts
from briefing.verification.quotes import all_quotes


def find_form_faults(brief: Brief, node: dict[str, Any], path: Path) -> Iterator[str]:
    """Say what no true brief has, whatever its sources: things once, one meaning, real dates."""
    if brief.as_of and not edtf.is_valid(brief.as_of):
        yield f"as_of: {brief.as_of!r} is no date"
        return
    yield from excerpts.copy_faults(brief)
    if not _is_alike(write_node(brief), node):
        yield f"{path.name}: says the same thing twice, and not alike"
    if len({entry.id for entry in brief.sources}) < len(brief.sources):
        yield "sources: are not listed each once"
    yield from _misnamed_sources(brief)
    yield from _unlisted_sources(brief)


def _misnamed_sources(brief: Brief) -> Iterator[str]:
    """Say which sources, those set aside too, have an id that is not their locator's."""
    for entry in brief.sources:
        one = entry.document or entry.quarantined
        if one is not None and one.id != digest.name_source(one.locator):
            yield f"{one.locator}: its id is not the one that its locator gives"


def _unlisted_sources(brief: Brief) -> Iterator[str]:
    """Say which sources are cited, and not listed."""
    listed = {entry.id for entry in brief.sources}
    for name in dict.fromkeys(one.document for one in all_quotes(brief)):
        if name not in listed:
            yield f"{name}: is cited, and is not listed among the sources"


def _is_alike(said: object, node: object) -> bool:
    """Whether a brief says what its file does; what an older program did not write is nothing."""
    if isinstance(said, dict) and isinstance(node, dict):
        return _has_fields(said, node)
    if isinstance(said, list) and isinstance(node, list):
        pairs = zip(said, node, strict=False)
        return len(said) == len(node) and all(_is_alike(one, other) for one, other in pairs)
    return type(said) is type(node) and said == node


def _has_fields(said: dict[str, object], node: dict[str, object]) -> bool:
    """Whether a file has no field that a brief hasn't, each alike, and lacks none that says
    something.
    """
    if any(value for key, value in said.items() if key not in node):
        return False
    return all(key in said and _is_alike(said[key], value) for key, value in node.items())
