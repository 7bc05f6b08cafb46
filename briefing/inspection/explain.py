"""Why a statement is in the brief."""

from pathlib import Path

from briefing.compare import compare
from briefing.edition.make import make_anew
from briefing.errors import Problem, UserError
from briefing.job.load import load_job
from briefing.model import Reading, Statement
from briefing.settings import analyst
from briefing.state import editions


def explain_statement(config: Path, name: str) -> str:
    """Say why a statement (by id or key, or the beginning of either) is in the brief.

    Raises UserError where the brief has no such statement.
    """
    settings, job = load_job(config)
    made = make_anew(job)
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
