"""What the desk says of itself, held to its files as they are now."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from briefing.job.load import Job
from briefing.model import Brief, Frame, Reading, Section
from briefing.stages import SectionKind
from briefing.verification import excerpts
from briefing.walk import decisions, translations

Line = tuple[str, str]
"""A field of brief.json, and what is wrong with it."""

OTHER_NAMES = "the pinned names are not the config's"


def compare_desk(brief: Brief, job: Job, readings: Sequence[Reading]) -> Iterator[Line]:
    """Compare what the desk says of itself with its files; `readings` are those of its sources at
    hand.
    """
    cut = excerpts.cut_slugs(brief)
    yield from _compare_analyst(brief, job, readings, some=bool(cut))
    yield from _compare_config(brief, job)
    ordered = [slug for slug in job.sections if not cut or slug in cut]
    if [section.slug for section in brief.sections] != ordered:
        yield "sections", "the sections are not the config's"
        return
    yield from _compare_translations(brief, job, readings)
    for section in brief.sections:
        yield from _settle_section(section, job.sections[section.slug])


def _compare_analyst(
    brief: Brief, job: Job, readings: Sequence[Reading], *, some: bool
) -> Iterator[Line]:
    """Compare judgements and corrections with the analyst's file; `some`: a reader's copy may have
    only some of them.
    """
    decided = decisions.apply_decisions(job.analyst, readings, ())
    if not _tells_decided(brief.judgements, decided.judgements, some=some):
        yield "judgements", "the judgements are not the analyst's"
    corrections = tuple(one for one in brief.disagreements if one.topic == decisions.CORRECTION)
    if not _tells_decided(corrections, decided.corrections, some=some):
        yield "disagreements", "the corrections are not the analyst's"


def _compare_config(brief: Brief, job: Job) -> Iterator[Line]:
    """Compare a brief's frame, window, cut-off and names with the config's."""
    for field in fields(Frame):
        if getattr(brief.frame, field.name) != getattr(job.frame, field.name):
            yield field.name, f"the brief's {field.name} is not the config's"
    if brief.window != job.window:
        yield "window", "the brief's window is not the config's"
    if job.as_of not in {"latest", brief.as_of}:
        yield "as_of", "the cut-off is not the config's"
    yield from _settle_editor(brief, job)
    if brief.names != job.pinned:
        yield "names", OTHER_NAMES


def _compare_translations(brief: Brief, job: Job, readings: Sequence[Reading]) -> Iterator[Line]:
    """Compare the translations beside statements with those of the analyst's file."""
    plain = replace(brief, sections=tuple(map(_drop_translations, brief.sections)))
    made = translations.add_translations(plain, job.analyst.file, readings)
    for stated, own in zip(brief.sections, made.sections, strict=True):
        for one, other in zip(stated.statements, own.statements, strict=True):
            if one.translations != other.translations:
                name = one.number or one.key
                yield (
                    "sections[].statements[].translations",
                    f"{stated.slug}/{name}: its translation is not the analyst's",
                )


def _drop_translations(section: Section) -> Section:
    bare = tuple(replace(one, translations=()) for one in section.statements)
    return replace(section, statements=bare)


def _settle_editor(brief: Brief, job: Job) -> Iterator[Line]:
    model = job.editing.editor.model if job.editing is not None else None
    if brief.editor is not None and brief.editor.model != model:
        yield "editor", "the brief's editor is not the config's"


def _settle_section(section: Section, kind: SectionKind) -> Iterator[Line]:
    """Compare how a section is called and what kind it is with what the config says of it."""
    stated = {"kind": section.kind, "title": section.title, "introduction": section.introduction}
    ordered = {"kind": kind.kind, "title": kind.title, "introduction": kind.introduction}
    for name, said in stated.items():
        if said != ordered[name]:
            yield f"sections[].{name}", f"{section.slug}: its {name} is not the config's"


def _tells_decided(stated: Sequence[object], decided: Sequence[object], *, some: bool) -> bool:
    """Whether a brief has what the desk decided, all of it or (a cut) some, in order."""
    return list(stated) == [one for one in decided if not some or one in stated]
