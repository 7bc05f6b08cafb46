"""What was read, what of it is kept, and what was set aside and why."""

from collections import Counter
from pathlib import Path
from typing import Any

from briefing.edition import session
from briefing.languages import is_told
from briefing.model import Document, Family, Known, Quarantined, Reading

Json = dict[str, Any]


def list_sources(config: Path) -> list[Json]:
    """What is known of every source, as `briefing sources --json` prints it."""
    with session.look(config) as look:
        holdings = look.library.documents()
        families = {one: family for family in holdings.families for one in family.documents}
        return [
            *(
                _read(reading, families[reading.document.id])
                for reading in look.library.readings(lean=True)
            ),
            *map(_set_aside, holdings.quarantined),
            *map(_leave_apart, look.library.unrelated()),
        ]


def _read(reading: Reading, family: Family) -> Json:
    """What is known of a source that was read."""
    dropped = Counter(one.dropped for one in reading.passages if one.dropped is not None)
    return {
        **_describe_document(reading.document),
        "family": family.id,
        "relation": None if family.relation == "single" else family.relation,
        "kept": len(reading.passages) - dropped.total(),
        "unquoted": _unquoted_reason(reading.document),
        "dropped": dict(dropped),
        "quarantined": None,
    }


def _set_aside(one: Quarantined) -> Json:
    """What is known of a source that can't be used."""
    return {
        "id": one.id,
        "path": one.path,
        "sha256": one.revision,
        "size": one.size,
        "quarantined": one.reason,
    }


def _leave_apart(one: Quarantined) -> Json:
    """What is known of a source that is not about the brief."""
    return {
        "id": one.id,
        "path": one.path,
        "sha256": one.revision,
        "size": one.size,
        "quarantined": None,
        "unrelated": one.reason,
    }


def _unquoted_reason(document: Document) -> str | None:
    """Why nothing of a document is quoted, None where something may be."""
    if is_told(document.language):
        return None
    return f"not quoted: its language is {document.language}, which no language pack serves"


def _describe_document(document: Document) -> Json:
    """What is known of a document, each fact with how it is known."""
    known: dict[str, Known | None] = {
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "published": document.published,
        "updated": document.updated,
        "kind": document.kind,
    }
    return {
        "id": document.id,
        "path": document.path,
        "url": document.url,
        "sha256": document.revision,
        "size": document.size,
        "encoding": document.encoding,
        "language": document.language,
        **{
            name: {"value": fact.value, "basis": fact.basis, "note": fact.note} if fact else None
            for name, fact in known.items()
        },
        "reliability": document.reliability,
        "note": document.note,
        "translated": document.translated,
        "caveats": list(document.caveats),
    }
