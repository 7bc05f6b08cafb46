"""What the desk's files and a walk of today say otherwise, weighed by who vouches for the brief."""

from collections.abc import Iterator, Sequence

from briefing.model import Reading
from briefing.verification import desk, evidence, excerpts, retell, unchecked
from briefing.verification.audit import Audit, Findings, name_some
from briefing.verification.neighbours import remember_ids
from briefing.verification.unchecked import Unchecked
from briefing.walk.comparison import Past

_CUT_ANSWERS = "a reader's copy has the editor's answers about its own sections only"


def weigh_desk(audit: Audit, readings: Sequence[Reading]) -> Iterator[Findings]:
    """Hold what the desk says of itself to its files as they are now."""
    job = audit.desk.job
    if job is None or audit.standing.vouched:
        return
    lines = list(desk.compare_desk(audit.brief, job, readings))
    if not audit.told_otherwise:
        yield Findings(failures=tuple(what for _, what in lines))
        return
    anew = evidence.gather_evidence(audit, job)
    lines += [("sources", what) for what in (*anew.missing, *anew.faults)]
    yield Findings(unchecked=tuple(_say_since(audit, lines)))


def _say_since(audit: Audit, lines: Sequence[tuple[str, str]]) -> Iterator[Unchecked]:
    """Say what today's files say otherwise of an edition that nobody vouches for."""
    changed = ", ".join(audit.changed) or "nothing"
    for field, what in lines:
        yield Unchecked(
            fields=(field,), reason=f"{what} ({changed} changed since, by its manifest)"
        )


def weigh_walk(
    audit: Audit,
    found: evidence.GatheredEvidence,
    readings: Sequence[Reading],
    past: Past | None,
) -> Findings:
    """Walk the walk again, and say what is left out or told otherwise."""
    job = audit.desk.job
    if job is None:
        return _not_walked(audit, audit.desk.why)
    if audit.is_older or (audit.standing.vouched and audit.changed):
        changed = ", ".join(audit.changed)
        return Findings(notes=(f"made before {changed} changed: today's brief may tell otherwise",))
    if found.absent:
        return _not_walked(audit, "not every source is at hand")
    if audit.brief.editor is not None and excerpts.cut_slugs(audit.brief):
        # What is told here rests on what was told in sections whose answers the copy hasn't.
        return Findings() if audit.standing.vouched else _not_walked(audit, _CUT_ANSWERS)
    again = retell.retell_brief(
        audit.brief, job, readings, _recall_past(audit, past), audit.notebook
    )
    return _not_walked(audit, again.why) if again.why else _weigh_differing(audit, again)


def _recall_past(audit: Audit, past: Past | None) -> Past | None:
    """The edition before, for who makes the brief anew; of what is vouched for it isn't asked."""
    said = audit.brief.edition
    if past is None or said is None or audit.standing.vouched:
        return None
    return remember_ids(past, said.number)


def _not_walked(audit: Audit, why: str) -> Findings:
    """Name what only the walk walked again shows."""
    causes = () if audit.standing.vouched else unchecked.CAUSES
    placed = unchecked.PLACED if excerpts.cut_slugs(audit.brief) else ()
    fields = (*unchecked.CHOICE, *placed, *causes)
    return Findings(unchecked=(Unchecked(fields=fields, reason=why),))


def _weigh_differing(audit: Audit, again: retell.Retold) -> Findings:
    """Weigh what a walk of today gives otherwise by who vouches for the brief."""
    lines = again.differences
    if audit.standing.vouched:
        return Findings(notes=tuple(f"told otherwise today: {what}" for _, what in lines))
    unlisted = tuple(_note_unlisted(again))
    other = any(field == retell.WHICH_STATEMENTS for field, _ in lines)
    if audit.changed or (audit.standing.kept is None and other):
        return Findings(unchecked=(*_say_since(audit, lines), *unlisted))
    return Findings(failures=tuple(what for _, what in lines), unchecked=unlisted)


def _note_unlisted(again: retell.Retold) -> Iterator[Unchecked]:
    """Name sources that lie there and are not listed, or not counted: they came since, or were left
    out.
    """
    if again.unlisted:
        reason = f"{name_some(again.unlisted)}: not listed: came since, or was left out"
        yield Unchecked(fields=("sources", "unlisted"), reason=reason)
    if again.recounted:
        yield Unchecked(fields=("unrelated",), reason=again.recounted)
