"""Looking without making: what was read, which passages there are, why a statement is in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.compare import compare
from briefing.errors import Problem, UserError
from briefing.model import Document, Known, Passage, Reading, Statement
from briefing.pipeline import decide, press, walk
from briefing.pipeline.made import fill_them, make_anew
from briefing.pipeline.order import Order, take
from briefing.settings import analyst
from briefing.state import editions

Json = dict[str, Any]


def check(config: Path) -> list[Problem]:
    """Give every problem of the config and of all that it reads; empty when all is well.

    Raises UserError where the config can't be read at all.
    """
    _, order = take(config)
    library = walk.ingest(order)
    readings = tuple(walk.understand(order, document) for document in library.documents)
    _try_templates(order, library, readings)
    doubts = analyst.doubts(order.analyst, decide.passages(readings))
    aside = [
        Problem(
            path=one.path or one.locator,
            line=0,
            column=0,
            message=f"set aside: {one.reason}",
            severity="warning",
        )
        for one in library.quarantined
    ]
    none = (
        []
        if library.documents
        else [
            Problem(
                path=str(config),
                line=0,
                column=0,
                message="no readable source at all",
                advice=fill_them(order),
            )
        ]
    )
    return [*order.warnings, *doubts, *aside, *none]


def _try_templates(order: Order, library: walk.Library, readings: tuple[Reading, ...]) -> None:
    """Run every template once over the brief as it would be. Raises UserError where one of the user's fails."""
    if readings:
        brief, _ = walk.tell(order, library, readings)
        writers = {kind: writer for kind, writer in order.writers.items() if kind != "pdf"}
        press.render(replace(order, writers=writers), compare(brief, None))


def sources(config: Path) -> list[Json]:
    """Give what is known of every source, as `briefing sources --json` prints it."""
    _, order = take(config)
    library = walk.ingest(order)
    family = {document: one for one in library.families for document in one.documents}
    rows: list[Json] = []
    for document in library.documents:
        passages = walk.understand(order, document).passages
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


def _described(document: Document) -> Json:
    """Give what is known of a document, each fact with how it is known."""
    known: dict[str, Known | None] = {
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "published": document.published,
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


def passages(config: Path) -> list[Json]:
    """Give every passage of every source, as `briefing passages --json` prints it."""
    _, order = take(config)
    library = walk.ingest(order)
    return [
        _passage(order, reading, passage)
        for reading in (walk.understand(order, document) for document in library.documents)
        for passage in reading.passages
    ]


def _passage(order: Order, reading: Reading, passage: Passage) -> Json:
    """Give one passage as JSON."""
    document = reading.document
    return {
        "source": document.id,
        "path": document.path or document.locator,
        "number": passage.number,
        "start": passage.start,
        "end": passage.end,
        "text": document.text[passage.start : passage.end],
        "kind": passage.kind,
        "language": passage.language,
        "sentences": [[span.start, span.end] for span in passage.sentences],
        "tags": [{"name": t.name, "score": t.score, "terms": list(t.terms)} for t in passage.tags],
        "sections": [slug for slug, _ in walk.routes(order, passage)],
        "dates": [
            {"start": d.start, "end": d.end, "edtf": d.edtf}
            for d in reading.dates
            if passage.start <= d.start < passage.end
        ],
        "dropped": passage.dropped,
    }


def explain(config: Path, name: str) -> str:
    """Say why a statement (by id or key, or the beginning of either) is in the brief.

    Raises UserError where the brief has no such statement.
    """
    settings, order = take(config)
    made = make_anew(order)
    last = editions.newest(settings.output)
    brief = compare(made.brief, editions.brief(last) if last else None)
    for section in brief.sections:
        for statement in section.statements:
            if name and (statement.id.startswith(name) or statement.key.startswith(name)):
                reading = next(
                    r for r in made.readings if r.document.id == statement.citations[0].document
                )
                return "\n".join(_explained(section.slug, statement, reading))
    raise UserError(
        Problem(
            path=name,
            line=0,
            column=0,
            message="the brief has no such statement",
            advice="ids stand in brief.json and beside each statement of the page",
        )
    )


def _explained(slug: str, statement: Statement, reading: Reading) -> list[str]:
    """Give the lines that explain one statement."""
    basis = statement.citations[0]
    path = reading.document.path or reading.document.locator
    passage = next(p for p in reading.passages if p.number == basis.passage)
    whole = reading.document.text[passage.start : passage.end]
    said = basis.attribution
    lines = [
        f"{statement.id} in {slug}: {statement.text}",
        f"  from {path}, passage {basis.passage}, characters {basis.start} to {basis.end}",
        f"  quote: {basis.quote}",
        f"  said by: {said.speaker or 'the outlet itself'}"
        + (f", {said.role}" if said.role else "")
        + f" ({said.kind}); outlet: {said.outlet or 'not stated'}"
        + (f", relayed by {said.relayed_by}" if said.relayed_by else ""),
    ]
    lines.extend(
        f"  tag {tag.name}: {tag.score} for {', '.join(tag.terms)}" for tag in passage.tags
    )
    for part in statement.parts:
        for edit in part.edits:
            words = basis.quote[edit.start : edit.end]
            lines.append(
                f"  edit {edit.op} at {edit.start}: {words!r} -> {edit.text!r} (rule: {edit.rule})"
            )
    lines += [
        f"  supported by passage {c.passage} of {c.document}: {c.quote}"
        for c in statement.citations
        if c.role == "supports"
    ]
    outlets, origins = ", ".join(statement.outlets) or "none stated", ", ".join(statement.origins)
    lines.append(f"  independent outlets: {outlets}; origins: {origins}")
    seal = analyst.seal(whole)
    lines += [
        "to keep it, paste into analyst.yaml:",
        f"  pin: [{{path: {path}, passage: {basis.passage}, hash: {seal}, section: {slug}}}]",
        "to leave it out:",
        f'  exclude: [{{path: {path}, passage: {basis.passage}, hash: {seal}, reason: "…"}}]',
    ]
    return lines
