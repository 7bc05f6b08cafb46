"""Why a statement is in the brief, and why a passage is not."""

from collections.abc import Iterator
from pathlib import Path

from briefing.edition import session
from briefing.edition.session import Look
from briefing.inspection import anchors, untold
from briefing.inspection.edited import explain_absence, explain_choice
from briefing.inspection.untold import UntoldPassage
from briefing.model import Brief, Passage, Reading, Statement
from briefing.settings import seals
from briefing.walk import assemble, routing, withdrawals


def explain_statement(config: Path, name: str) -> str:
    """Say why a statement is in the brief, or why a passage is not.

    `name` is a statement's number ("4.1"), its id or key or the beginning of either, or the path of
    a source and the number of a passage of it ("sources/a.txt:7"). Raises UserError where there is
    no such thing.
    """
    with session.look(config) as look:
        place = anchors.split_place(name)
        if place is not None:
            return "\n".join(_explain_place(look, *place))
        brief = anchors.read_brief(look)
        slug, statement = anchors.find_statement(brief, name)
        (reading,) = look.library.readings({statement.citations[0].document})
        return "\n".join(_explain_lines(brief, slug, statement, reading))


def _explain_place(look: Look, path: str, number: int) -> list[str]:
    """The lines that explain a passage: what tells it, or why nothing does. Raises UserError where
    there is no such passage.
    """
    reading = anchors.find_reading(look, path)
    passage = anchors.find_passage(reading, number)
    head = _head_lines(path, reading, passage)
    gone = withdrawals.mark_withdrawn(look.library.documents().documents)[1]
    if reading.document.id in gone:
        advice = "to tell it: cite a source that still stands by it"
        return [*head, f"not told: {gone[reading.document.id]}", advice]
    brief = anchors.read_brief(look)
    own, backed = _find_tellers(brief, reading, number)
    if own:
        slug, statement = own[0]
        lines = _explain_lines(brief, slug, statement, reading)
        return [*head, f"told as {statement.number}:", *lines]
    return [
        *head,
        *(f"supports {one.number} ({one.id}): {one.text}" for _, one in backed),
        *_untold_lines(look, brief, reading, passage),
    ]


Told = list[tuple[str, Statement]]


def _find_tellers(brief: Brief, reading: Reading, number: int) -> tuple[Told, Told]:
    """The statements that rest on a passage, and those that it only supports."""
    found: dict[str, Told] = {"basis": [], "supports": []}
    for slug, statement in anchors.all_statements(brief):
        for one in statement.citations:
            if (one.document, one.passage) == (reading.document.id, number):
                found[one.role].append((slug, statement))
                break
    return found["basis"], found["supports"]


def _head_lines(path: str, reading: Reading, passage: Passage) -> list[str]:
    text = reading.document.text[passage.start : passage.end]
    tags = (f"{one.name} {one.score} for {', '.join(one.terms)}" for one in passage.tags)
    return [f"{path}, passage {passage.number}: {text}", *(f"  tag {one}" for one in tags)]


def _untold_lines(look: Look, brief: Brief, reading: Reading, passage: Passage) -> list[str]:
    """Why a passage is not told, and what would change that."""
    considered = withdrawals.take_out(look.library.candidates())
    case = UntoldPassage(
        job=look.job,
        considered=considered,
        decided=assemble.decide(look.job, considered),
        brief=brief,
        reading=reading,
        passage=passage,
    )
    edited = tuple(explain_absence(brief, case.own))
    found = untold.say_untold(case)
    lines = [f"not told: {one}" for one in edited] or [f"not told: {found.why}"]
    if found.final:
        return [*lines, *(f"to tell it: {one}" for one in found.more)]
    routes = routing.passage_routes(look.job, passage)
    slug = routes[0][0] if routes else next(iter(look.job.sections))
    place = f"{reading.document.path or reading.document.locator}:{passage.number}"
    return [
        *lines,
        f"to tell it: briefing pin {place} --section {slug}",
        "or paste into analyst.yaml:",
        f"  {_pin_line(reading, passage, slug)}",
        *(f"to let more of its kind be told: {one}" for one in found.more),
    ]


def _pin_line(reading: Reading, passage: Passage, slug: str) -> str:
    return f"pin: [{{{_anchor_words(reading, passage)}, section: {slug}}}]"


def _anchor_words(reading: Reading, passage: Passage) -> str:
    document = reading.document
    seal = seals.passage_seal(document.text[passage.start : passage.end])
    return f"path: {document.path or document.locator}, passage: {passage.number}, hash: {seal}"


def _explain_lines(brief: Brief, slug: str, statement: Statement, reading: Reading) -> list[str]:
    """The lines that explain one statement."""
    basis = statement.citations[0]
    path = reading.document.path or reading.document.locator
    passage = anchors.find_passage(reading, basis.passage)
    said = basis.attribution
    lines = [
        f"{statement.id} in {slug}: {statement.text}",
        f"  number: {statement.number}" + ("; pinned by the analyst" * statement.pinned),
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
    lines.extend(explain_choice(brief, slug, statement))
    lines.extend(_edit_lines(statement))
    lines += [
        f"  supported by passage {c.passage} of {c.document}: {c.quote}"
        for c in statement.citations
        if c.role == "supports"
    ]
    outlets, origins = ", ".join(statement.outlets) or "none stated", ", ".join(statement.origins)
    lines.append(f"  independent outlets: {outlets}; origins: {origins}")
    anchor = _anchor_words(reading, passage)
    lines += [
        "to keep it, paste into analyst.yaml:",
        f"  pin: [{{{anchor}, section: {slug}}}]",
        "to leave it out:",
        f'  exclude: [{{{anchor}, reason: "…"}}]',
    ]
    return lines


def _edit_lines(statement: Statement) -> Iterator[str]:
    for part in statement.parts:
        quote = statement.citations[part.citation].quote
        for edit in part.edits:
            words = quote[edit.start : edit.end]
            yield (
                f"  edit {edit.op} at {edit.start}: {words!r} -> {edit.text!r} (rule: {edit.rule})"
            )
