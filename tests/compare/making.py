"""Briefs in the making, small and real, for what compares them."""

import json
from dataclasses import replace
from typing import Any

from briefing import digest
from briefing.model import (
    Attribution,
    Brief,
    Citation,
    Document,
    Edition,
    Frame,
    Known,
    Part,
    Section,
    SourceEntry,
    Statement,
)
from briefing.render import json as brief_json


def source(name: str, text: str, outlet: str = "", **more: Any) -> SourceEntry:
    document = Document(
        id=name,
        locator=f"in/{name}.txt",
        path=f"in/{name}.txt",
        url=None,
        revision=digest.of_bytes(text.encode()),
        size=len(text),
        encoding="utf-8",
        text=text,
        language="en",
        outlet=Known(value=outlet, basis="stated") if outlet else None,
    )
    entry = SourceEntry(
        id=name, number=1, document=document, quarantined=None, family=None, relation=None, cited=1
    )
    return replace(entry, **more)


def statement(text: str, *sources: SourceEntry, quote: str | None = None) -> Statement:
    said = quote or text
    citations = []
    for place, entry in enumerate(sources):
        assert entry.document is not None
        start = entry.document.text.index(said) if place == 0 else 0
        citations.append(
            Citation(
                document=entry.id,
                passage=1,
                start=start,
                end=start + len(said),
                quote=said,
                role="basis" if place == 0 else "supports",
                attribution=Attribution(),
            )
        )
    return Statement(
        key=digest.of_fields([text, said, sources[0].id]),
        text=text,
        parts=(Part(citation=0),),
        citations=tuple(citations),
    )


def brief(statements: list[Statement], *sources: SourceEntry) -> Brief:
    section = Section(slug="news", title="News", kind="digest", statements=tuple(statements))
    return Brief(
        frame=Frame(title="Flood", slug="flood"),
        as_of="2026-03-05",
        window="",
        bottom_line=tuple(one.key for one in statements[:1]),
        sections=(section,),
        sources=sources,
    )


def edition(made: Brief, number: int) -> dict[str, Any]:
    numbered = replace(made, edition=Edition(number=number, made_at="x", fingerprint="f"))
    return dict(json.loads(brief_json.encode_brief(numbered)))


def ids(made: Brief) -> dict[str, str]:
    return {one.text: one.id for section in made.sections for one in section.statements}


def told(made: Brief) -> tuple[Statement, ...]:
    return tuple(one for section in made.sections for one in section.statements)
