"""What was read, what of it is kept, and what was set aside and why."""

from pathlib import Path
from typing import Any

from briefing.job.load import Job, load_job
from briefing.languages import primary_code
from briefing.model import Document, Known
from briefing.walk.library import ingest, understand

Json = dict[str, Any]


def list_sources(config: Path) -> list[Json]:
    """Give what is known of every source, as `briefing sources --json` prints it."""
    _, job = load_job(config)
    library = ingest(job)
    family = {document: one for one in library.families for document in one.documents}
    rows: list[Json] = []
    for document in library.documents:
        passages = understand(job, document).passages
        dropped: dict[str, int] = {}
        for passage in passages:
            if passage.dropped is not None:
                dropped[passage.dropped] = dropped.get(passage.dropped, 0) + 1
        rows.append(
            {
                **_described(document),
                "family": family[document.id].id,
                "relation": None
                if family[document.id].relation == "single"
                else family[document.id].relation,
                "kept": sum(passage.dropped is None for passage in passages),
                "unquoted": _unquoted(job, document),
                "dropped": dropped,
                "quarantined": None,
            }
        )
    rows.extend(
        {
            "id": one.id,
            "path": one.path,
            "sha256": one.revision,
            "size": one.size,
            "quarantined": one.reason,
        }
        for one in library.quarantined
    )
    return rows


def _unquoted(job: Job, document: Document) -> str | None:
    """Why nothing of a document is quoted, None where something may be."""
    own = primary_code(job.frame.language)
    if document.language in {None, own}:
        return None
    return f"not quoted: its language is {document.language}, the brief's {own}"


def _described(document: Document) -> Json:
    """Give what is known of a document, each fact with how it is known."""
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
