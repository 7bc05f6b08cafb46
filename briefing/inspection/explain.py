"""Why a statement is in the brief."""

import json
from pathlib import Path

from briefing.edition import session
from briefing.edition.make import make
from briefing.edition.session import Look
from briefing.errors import Problem, UserError
from briefing.model import Brief, Reading, Statement
from briefing.render.json import decode_brief
from briefing.settings import analyst
from briefing.state import editions
from briefing.walk.comparison import Past


def explain_statement(config: Path, name: str) -> str:
    """Say why a statement (by id or key, or the beginning of either) is in the brief.

    Raises UserError where the brief has no such statement.
    """
    with session.look(config) as look:
        for section in _read_brief(look).sections:
            for statement in section.statements:
                if name and (statement.id.startswith(name) or statement.key.startswith(name)):
                    (reading,) = look.library.readings({statement.citations[0].document})
                    return "\n".join(_explain_lines(section.slug, statement, reading))
    raise UserError(
        Problem(
            path=name,
            line=0,
            column=0,
            message="the brief has no such statement",
            advice="ids stand in brief.json and beside each statement of the page",
        )
    )


def _read_brief(look: Look) -> Brief:
    """The last edition where a build of today would make the same, else what it would make."""
    told = editions.read_brief(look.last) if look.last and look.is_unchanged else None
    if told is not None:
        return decode_brief(json.dumps(told).encode())
    return make(look.job, look.library, Past(last=look.last, ids=look.ids)).brief


def _explain_lines(slug: str, statement: Statement, reading: Reading) -> list[str]:
    """The lines that explain one statement."""
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
    seal = analyst.passage_seal(whole)
    lines += [
        "to keep it, paste into analyst.yaml:",
        f"  pin: [{{path: {path}, passage: {basis.passage}, hash: {seal}, section: {slug}}}]",
        "to leave it out:",
        f'  exclude: [{{path: {path}, passage: {basis.passage}, hash: {seal}, reason: "…"}}]',
    ]
    return lines
