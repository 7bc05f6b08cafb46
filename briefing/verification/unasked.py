"""The fields of a brief that nothing at hand shows."""

from collections.abc import Iterator

from briefing.registry.rules import list_absent
from briefing.verification import copies, evidence, excerpts, unchecked
from briefing.verification.audit import Audit, name_some
from briefing.verification.unchecked import Unchecked


def name_unasked(
    audit: Audit, found: evidence.GatheredEvidence, *, compared: bool
) -> Iterator[Unchecked]:
    """Name the fields that nothing at hand shows."""
    brief, vouched = audit.brief, audit.standing.vouched
    if brief.rendition is not None and not copies.is_owed(
        brief, brief.rendition, audit.standing.kept
    ):
        reason = "no edition at hand shows what this reader had before"
        yield Unchecked(fields=unchecked.PERSONAL, reason=reason)
    if not excerpts.lists_every_source(brief) and not vouched:
        reason = "the copy lists the sources of its sections only"
        yield Unchecked(fields=unchecked.WHOLE, reason=reason)
    if absent := list_absent(audit.rules):
        reason = f"{name_some(absent)}: of a kind that is not ours, and no config has it"
        yield Unchecked(fields=unchecked.OF_KINDS, reason=reason)
    if found.absent:
        reason = f"{name_some(found.absent)}: not at hand, and not cited"
        yield Unchecked(fields=("sources", *unchecked.WHOLE), reason=reason)
    if not vouched:
        yield from _name_unvouched(audit, found, compared=compared)


def _name_unvouched(
    audit: Audit, found: evidence.GatheredEvidence, *, compared: bool
) -> Iterator[Unchecked]:
    """Name the fields of an edition that no store and no signature vouches for."""
    brief = audit.brief
    if audit.is_older:
        reason = "another program made it, and its store kept no digest of it"
        yield Unchecked(fields=unchecked.BY_RULES, reason=reason)
    if found.aside:
        reason = f"{name_some(found.aside)}: set aside, and not at hand"
        yield Unchecked(fields=unchecked.ASIDE, reason=reason)
    if brief.edition is not None and not brief.edition.number:
        yield Unchecked(fields=("edition",), reason="a trial, which is on no record")
    else:
        who = "no store at hand has its manifest" if audit.standing.kept else "no edition on record"
        fields = () if compared else unchecked.CHANGES
        yield Unchecked(fields=("edition", *fields), reason=who)
    if brief.editor is not None:
        reason = f"what {brief.editor.model} answered is on the record of its edition only"
        yield Unchecked(fields=unchecked.ANSWERED, reason=reason)
    yield from _name_stood_in(found)
    if audit.desk.job is None:
        yield Unchecked(fields=(*unchecked.DESK, *unchecked.SUPPLIED), reason=audit.desk.why)


def _name_stood_in(found: evidence.GatheredEvidence) -> Iterator[Unchecked]:
    """Name the fields for which only the text that an edition keeps could be asked."""
    if found.kept:
        reason = f"{name_some(found.kept)}: only the kept text is at hand"
        yield Unchecked(fields=unchecked.TEXTS, reason=reason)
    if found.edited:
        reason = f"{name_some(found.edited)}: reads otherwise now; only a kept text says this"
        yield Unchecked(fields=(*unchecked.TEXTS, "sections[].statements"), reason=reason)
