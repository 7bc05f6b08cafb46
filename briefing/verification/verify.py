"""Verifying a brief.json with everything at hand: its sources, its record, its desk's files.

What the file says never decides whether something is asked. What nothing at hand shows is named,
field by field.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import Problem, UserError
from briefing.render.json import BrokenBrief
from briefing.state.regular import read_regular
from briefing.verification import desk, evidence
from briefing.verification.articles import ask_sources, tag_again
from briefing.verification.audit import MOST_FAILURES, Audit, Findings, read_desk_files
from briefing.verification.form import find_form_faults
from briefing.verification.neighbours import find_past, list_differences
from briefing.verification.originals import decode_once
from briefing.verification.standing import find_standing
from briefing.verification.today import weigh_desk, weigh_walk
from briefing.verification.unasked import name_unasked
from briefing.verification.unchecked import PREFIX

_MOST_BYTES = 16_000_000  # of a brief.json; one of 400 statements has about 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found in a brief: its failures, a line each, and what the reader must know of how it
    was checked.

    `notes` say which evidence stood in for a source's own file, what was not as it is now, and,
    beginning with "not checked:", which fields nothing at hand could be asked about. They are no
    failures. `unchecked` are those fields.
    """

    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything was checked."""
        return not any(note.startswith(PREFIX) for note in self.notes)


def list_failures(path: Path, base: Path, config: Path | None = None) -> list[str]:
    """Every failure of the brief at `path`, one line each; empty when every statement holds.
    See `verify_brief`.
    """
    return list(verify_brief(path, base, config).failures)


def verify_brief(path: Path, base: Path, config: Path | None = None) -> Verdict:
    """Check the brief at `path`, and say with what.

    The articles come from the sources themselves under `base`, the config's folder, else from the
    evidence beside the brief (an edition's folder). `config` is the desk's: its store, its record
    of editions, its word on sources and judgements. Raises UserError where there is no brief to
    read.
    """
    try:
        data = read_regular(path, _MOST_BYTES)
    except OSError as error:
        message = f"can't be read: {error.strerror}"
        raise UserError(Problem(path=str(path), line=0, column=0, message=message)) from error
    return verify_content(data, path, base, config)


def verify_content(data: bytes, path: Path, base: Path, config: Path | None = None) -> Verdict:
    """Check the bytes of a brief.json as if they lay at `path`; see `verify_brief`."""
    try:
        brief = decode_once(data)
    except BrokenBrief as error:
        return Verdict(failures=(f"{path.name}: {error}",))
    form = tuple(find_form_faults(brief, json.loads(data), path))
    if form:
        return Verdict(failures=form)
    at_hand = read_desk_files(brief, config)
    kinds = at_hand.job.sections if at_hand.job else {}
    standing = find_standing(brief, path, at_hand.settings, kinds)
    audit = Audit(brief=brief, path=path, base=base, standing=standing, desk=at_hand)
    return _sum_up(tuple(_ask_everything(audit)))


def _sum_up(found: Sequence[Findings]) -> Verdict:
    """One verdict of all that was found."""
    unasked = [one for finding in found for one in finding.unchecked]
    return Verdict(
        failures=_shorten_lines(line for one in found for line in one.failures),
        notes=tuple(line for one in found for line in (*one.notes, *map(str, one.unchecked))),
        unchecked=tuple(dict.fromkeys(field for one in unasked for field in one.fields)),
    )


def _ask_everything(audit: Audit) -> Iterator[Findings]:
    """Ask the record, the articles and the desk, each as far as it is at hand."""
    standing = audit.standing
    yield Findings(failures=standing.faults, notes=standing.notes)
    job = None if audit.told_otherwise else audit.desk.job
    if job is not None and audit.brief.names != job.pinned:
        # Every article reads otherwise with other names, and there may be very many of them.
        yield Findings(failures=(desk.OTHER_NAMES,))
        return
    found = evidence.gather_evidence(audit, job)
    readings = tuple(tag_again(audit, document) for document in found.documents)
    past = find_past(audit.brief, standing.kept)
    before = list_differences(audit.brief, past) if past is not None else ()
    asked = ask_sources(audit, found, readings, (*found.missing, *before))
    yield asked
    yield from weigh_desk(audit, readings)
    if not asked.failures and not standing.faults:
        yield weigh_walk(audit, found, readings, past)
    yield Findings(unchecked=tuple(name_unasked(audit, found, compared=past is not None)))


def _shorten_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line once; of very many the first."""
    found = tuple(dict.fromkeys(lines))
    if len(found) <= MOST_FAILURES:
        return found
    return (*found[:MOST_FAILURES], f"and {len(found) - MOST_FAILURES} more")
