"""Verifying a brief.json with nothing but its sources."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing import split
from briefing.errors import Problem, UserError
from briefing.job.load import Job
from briefing.language import edtf
from briefing.languages.en import reading
from briefing.model import Brief, Document, Pinned, Reading, Rendition, SectionRules
from briefing.registry.rules import find_rules, list_absent
from briefing.render.json import Undecodable, decode, encode_brief
from briefing.stages import SectionKind
from briefing.state import editions
from briefing.verification import completeness, evidence, excerpts, proof

_SHOWN = 3  # sources that one line names
_KEEP = 256  # articles whose reading is kept while a process verifies brief after brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found in a brief: its failures, a line each, and what the reader must know of how it
    was checked.

    `notes` say which evidence stood in for a source's own file, and begin with "not checked:" where
    nothing at hand could be asked. They are no failures.
    """

    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()


def list_failures(path: Path, base: Path, config: Path | None = None) -> list[str]:
    """Give every failure of the brief at `path`, one line each; empty when every statement holds.
    See `verify_brief`.
    """
    return list(verify_brief(path, base, config).failures)


def verify_brief(path: Path, base: Path, config: Path | None = None) -> Verdict:
    """Check the brief at `path`, and say with what.

    The articles come from the sources themselves under `base`, the config's folder, else from the
    evidence beside the brief (an edition's folder). `config` says what the desk supplied, where no
    edition on record does. Raises UserError where there is no brief to read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"can't be read: {error.strerror}"
        raise UserError(Problem(path=str(path), line=0, column=0, message=message)) from error
    try:
        brief = decode(data)
    except Undecodable as error:
        return Verdict(failures=(f"{path.name}: {error}",))
    if brief.as_of and not edtf.is_valid(brief.as_of):
        return Verdict(failures=(f"as_of: {brief.as_of!r} is no date",))
    node = json.loads(data)
    desk = evidence.load_desk(config)
    same = desk if desk is not None and desk.frame.slug == brief.frame.slug else None
    own = same.sections if same is not None else {}
    recorded, faults = _on_record(brief, node, path, own)
    job = None if recorded else desk
    found = evidence.gather_evidence(
        brief, path, base, job, same.readers if same is not None else ()
    )
    readings = tuple(_read_again(document, brief.names) for document in found.documents)
    rules = find_rules(brief, own)
    failures = (*faults, *found.faults, *_settled(brief, job, readings))
    if not found.faults:
        failures = (*failures, *_check_against_sources(brief, found, readings, rules))
    notes = [*_list_notes(brief, found, job, recorded=recorded), *_strangers(brief, rules)]
    if not failures and not recorded:
        left_out, why = _left_out(brief, job, readings, whole=not found.absent)
        failures = left_out
        notes += [f"not checked: whether differences and dates are all there: {why}"] if why else []
    return Verdict(failures=failures, notes=tuple(notes))


def _on_record(
    brief: Brief, node: dict[str, Any], path: Path, own: Mapping[str, SectionKind]
) -> tuple[bool, list[str]]:
    """Tell whether an edition on record says all that the brief does, and what is wrong with the
    record or the file.
    """
    faults = list(excerpts.copy_faults(brief))
    if json.loads(encode_brief(brief)) != node:
        faults.append(f"{path.name}: says the same thing twice, and not alike")
    if (path.parent / editions.MANIFEST).exists():
        return True, [*faults, *editions.file_faults(path.parent)]
    twins = list(_recorded_twins(node, path.parent))
    said = (
        _edition_content(node)
        if brief.rendition is None
        else excerpts.shared_content(brief, None, own)
    )
    recorded = any(_is_same_edition(twin, said, brief.rendition, own) for twin in twins)
    if twins and not recorded:
        faults.append(f"{path.name}: the edition on record that it says it is reads otherwise")
    return recorded, faults


def _left_out(
    brief: Brief, job: Job | None, readings: tuple[Reading, ...], *, whole: bool
) -> tuple[tuple[str, ...], str]:
    """Ask the config for rows that the brief leaves out; see `completeness.find_omissions`."""
    if brief.rendition is not None:
        return (), "this is a reader's copy"
    if job is None or brief.frame.slug != job.frame.slug:
        return (), "no config of this brief"
    return (
        completeness.find_omissions(brief, job, readings)
        if whole
        else ((), "not every source is at hand")
    )


def _settled(brief: Brief, job: Job | None, readings: tuple[Reading, ...]) -> Iterator[str]:
    """Ask the desk where no record has its word."""
    if job is not None:
        yield from evidence.compare_settled(brief, job, readings)


def _check_against_sources(
    brief: Brief,
    found: evidence.GatheredEvidence,
    readings: tuple[Reading, ...],
    rules: Mapping[str, SectionRules],
) -> Iterator[str]:
    """Ask the articles."""
    texts = {document.id: document for document in found.documents}
    whole = replace(
        brief,
        sources=tuple(
            replace(entry, document=texts.get(entry.id, entry.document)) for entry in brief.sources
        ),
    )
    yield from (str(failure) for failure in proof.find_failures(whole, readings, rules))


def _strangers(brief: Brief, rules: Mapping[str, SectionRules]) -> Iterator[str]:
    """Say which sections are of a kind that is not at hand."""
    absent = list_absent(rules)
    kinds = ", ".join(sorted({one.kind for one in brief.sections if one.slug in absent}))
    if absent:
        yield (
            f"not checked: gaps, order of the opening and whole tables in {_name_some(absent)}:"
            f" not our kind ({kinds}), and no config of this brief that has it"
        )


def _list_notes(
    brief: Brief, found: evidence.GatheredEvidence, job: Job | None, *, recorded: bool
) -> Iterator[str]:
    """Say what stood in for sources, and what could not be checked."""
    if brief.rendition is not None:
        yield excerpts.copy_note(brief.rendition)
    if not excerpts.lists_every_source(brief) and not recorded:
        yield "not checked: which sources are versions of one text: the copy lists those of its sections only"
    for what, names in (("changed since", found.edited), ("no longer at hand", found.kept)):
        if names:
            yield f"{_name_some(names)}: {what}; checked with the text that an edition keeps"
    if found.absent:
        yield f"not checked: {_name_some(found.absent)}: not at hand, not cited; nor tables and versions of a text"
    if not recorded:
        yield "not checked: the edition's number and time, and what changed since the one before: no edition on record"
    if not recorded and job is None:
        yield "not checked: kind, outlet and date of sources as supplied, judgements and title: no record and no config"
    elif job is not None and brief.frame.slug != job.frame.slug:
        yield "not checked: judgements, title and sections: the config is of another brief"


def _name_some(names: Sequence[str]) -> str:
    """Name the first few of many."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


@lru_cache(maxsize=_KEEP)
def _read_again(document: Document, names: tuple[Pinned, ...]) -> Reading:
    """Read an article anew, with the names that the desk had pinned. Pure, so it is kept."""
    return reading.read_language(document, split.split_passages(document), names)


def _recorded_twins(node: dict[str, Any], output: Path) -> Iterator[dict[str, Any]]:
    """Give the brief.json of each edition on record that says it is the same one."""
    own = node["edition"]
    for number in editions.kept_numbers(output) if own else ():
        folder = output / editions.FOLDER / f"{number:04d}"
        if evidence.recorded_brief(folder) is not None:
            twin: dict[str, Any] = json.loads((folder / "brief.json").read_bytes())
            their = twin["edition"] or {}
            same = (own["number"], own["made_at"]) == (their.get("number"), their.get("made_at"))
            if same or (own["fingerprint"] and own["fingerprint"] == their.get("fingerprint")):
                yield twin


def _is_same_edition(
    twin: dict[str, Any],
    said: dict[str, Any],
    given: Rendition | None,
    own: Mapping[str, SectionKind],
) -> bool:
    """Tell whether an edition on record says what a brief does, or what a reader's copy has of
    it.
    """
    return (
        _edition_content(twin)
        if given is None
        else excerpts.shared_content(decode(json.dumps(twin).encode()), given, own)
    ) == said


def _edition_content(node: dict[str, Any]) -> dict[str, Any]:
    """Give all that an edition says, whether it was released aside."""
    edition = {key: value for key, value in (node["edition"] or {}).items() if key != "released"}
    return {**node, "edition": edition}
