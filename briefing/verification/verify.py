"""Verifying a brief.json with everything at hand: its sources, its record, its desk's files.

What the file says never decides whether something is asked. What nothing at hand shows is named,
field by field.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from briefing import digest, split, tag
from briefing.errors import Problem, UserError
from briefing.ingest import Reader
from briefing.job.load import Job, load_job
from briefing.job.orders import PROGRAM, as_ordered, changed_orders
from briefing.language import edtf
from briefing.languages.packs import read_article as read_language
from briefing.model import Brief, Document, Pinned, Reading, SectionRules
from briefing.registry.rules import find_rules, list_absent
from briefing.render.json import BrokenBrief, decode_brief, write_node
from briefing.settings import Settings
from briefing.state.regular import read_regular
from briefing.verification import copies, desk, evidence, excerpts, proof, retell, unchecked
from briefing.verification.neighbours import find_past, list_differences, remember_ids
from briefing.verification.prove import check_words
from briefing.verification.standing import EditionStanding, find_standing
from briefing.verification.unchecked import PREFIX, Unchecked
from briefing.walk.comparison import Past

_SHOWN = 3  # sources that one line names
_MOST_FAILURES = 100  # that are looked for: who forged a thousand lines is refused by the first
_MOST_BYTES = 16_000_000  # of a brief.json; one of 400 statements has about 2
_KEEP = 256  # articles whose reading is kept while a process verifies brief after brief


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFiles:
    """The desk's files as they are now; `why` says why they can't be asked, "" where they can."""

    settings: Settings | None = None
    job: Job | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What some questions brought to light; notes and fields as `Verdict` has them."""

    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


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
        brief = decode_brief(data)
    except BrokenBrief as error:
        return Verdict(failures=(f"{path.name}: {error}",))
    form = tuple(_form_faults(brief, json.loads(data), path))
    if form:
        return Verdict(failures=form)
    at_hand = _read_desk(brief, config)
    kinds = at_hand.job.sections if at_hand.job else {}
    standing = find_standing(brief, path, at_hand.settings, kinds)
    case = _Case(brief=brief, path=path, base=base, standing=standing, desk=at_hand)
    return _sum_up(tuple(_ask_everything(case)))


def _sum_up(found: Sequence[Findings]) -> Verdict:
    """One verdict of all that was found."""
    unasked = [one for finding in found for one in finding.unchecked]
    return Verdict(
        failures=_shorten_lines(line for one in found for line in one.failures),
        notes=tuple(line for one in found for line in (*one.notes, *map(str, one.unchecked))),
        unchecked=tuple(dict.fromkeys(field for one in unasked for field in one.fields)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A brief to be checked, where it lies, and what is known of its edition and its desk."""

    brief: Brief
    path: Path
    base: Path
    standing: EditionStanding
    desk: DeskFiles

    @property
    def rules(self) -> Mapping[str, SectionRules]:
        """The kind of each section by its slug: the config's own, or ours."""
        return find_rules(self.brief, self.desk.job.sections if self.desk.job else {})

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The config's own readers: what their formats say, no other can tell."""
        return self.desk.job.readers if self.desk.job else ()

    @property
    def changed(self) -> tuple[str, ...]:
        """What its edition was made with and is otherwise now; empty where it is no edition at
        hand.
        """
        kept, job = self.standing.kept, self.desk.job
        if kept is None or job is None:
            return ()
        return changed_orders(kept.versions, as_ordered(job, self.brief))

    @property
    def is_older(self) -> bool:
        """Whether another program made the edition, and a store knows of it."""
        known = self.standing.vouched or self.standing.unsealed
        return known and PROGRAM in self.changed

    @property
    def told_otherwise(self) -> bool:
        """Whether what the desk says today binds nothing: a store vouches for it, or the files
        changed since.
        """
        return self.standing.vouched or bool(set(self.changed) - {PROGRAM})


def _form_faults(brief: Brief, node: dict[str, Any], path: Path) -> Iterator[str]:
    """Say what no true brief has, whatever its sources: things once, one meaning, real dates."""
    if brief.as_of and not edtf.is_valid(brief.as_of):
        yield f"as_of: {brief.as_of!r} is no date"
        return
    yield from excerpts.copy_faults(brief)
    if not _is_alike(write_node(brief), node):
        yield f"{path.name}: says the same thing twice, and not alike"
    if len({entry.id for entry in brief.sources}) < len(brief.sources):
        yield "sources: are not listed each once"
    yield from _misnamed_sources(brief)


def _misnamed_sources(brief: Brief) -> Iterator[str]:
    """Say which sources, those set aside too, have an id that is not their locator's."""
    for entry in brief.sources:
        one = entry.document or entry.quarantined
        if one is not None and one.id != digest.name_source(one.locator):
            yield f"{one.locator}: its id is not the one that its locator gives"


def _is_alike(said: object, node: object) -> bool:
    """Whether a brief says what its file does; what an older program did not write is nothing."""
    if isinstance(said, dict) and isinstance(node, dict):
        return _has_fields(said, node)
    if isinstance(said, list) and isinstance(node, list):
        pairs = zip(said, node, strict=False)
        return len(said) == len(node) and all(_is_alike(one, other) for one, other in pairs)
    return type(said) is type(node) and said == node


def _has_fields(said: dict[str, object], node: dict[str, object]) -> bool:
    """Whether a file has no field that a brief hasn't, each alike, and lacks none that says
    something.
    """
    if any(value for key, value in said.items() if key not in node):
        return False
    return all(key in said and _is_alike(said[key], value) for key, value in node.items())


def _read_desk(brief: Brief, config: Path | None) -> DeskFiles:
    """Read what the desk says today; a config of another brief (by its slug) is not this
    brief's.
    """
    if config is None or not config.is_file():
        return DeskFiles(why="no config at hand")
    try:
        settings, job = load_job(config)
    except UserError as error:
        return DeskFiles(why=f"the config can't be used: {error.problems[0]}")
    if job.frame.slug != brief.frame.slug:
        return DeskFiles(why=f"the config is of another brief: {job.frame.slug}")
    return DeskFiles(settings=settings, job=job)


def _ask_everything(case: _Case) -> Iterator[Findings]:
    """Ask the record, the articles and the desk, each as far as it is at hand."""
    standing = case.standing
    yield Findings(failures=standing.faults, notes=standing.notes)
    job = None if case.told_otherwise else case.desk.job
    if job is not None and case.brief.names != job.pinned:
        # Every article reads otherwise with other names, and there may be very many of them.
        yield Findings(failures=(desk.OTHER_NAMES,))
        return
    found = evidence.gather_evidence(case.brief, case.path, case.base, job, case.readers)
    readings = tuple(_tag_again(case, document) for document in found.documents)
    past = find_past(case.brief, standing.kept)
    before = list_differences(case.brief, past) if past is not None else ()
    asked = _ask_sources(case, found, readings, (*found.missing, *before))
    yield asked
    yield from _settled(case, readings)
    if not asked.failures and not standing.faults:
        yield _walk_again(case, found, readings, past)
    yield Findings(unchecked=tuple(_name_unasked(case, found, compared=past is not None)))


def _ask_sources(
    case: _Case,
    found: evidence.GatheredEvidence,
    readings: tuple[Reading, ...],
    hard: tuple[str, ...],
) -> Findings:
    """Ask the articles; `hard` is what fails whoever made the edition. What another program's
    edition tells otherwise is a note: its quotes alone must hold.
    """
    told = [*found.faults, *_ask_articles(case, found, readings)]
    notes = list(_stood_in(case.brief, found))
    if case.is_older:
        failures = [*hard, *_ask_quotes(case, found)]
        notes.extend(_told_otherwise(told))
    else:
        failures = [*hard, *told]
        notes.extend(_note_program(case, found) if told and not hard else ())
    return Findings(failures=tuple(failures), notes=tuple(notes))


def _tag_again(case: _Case, document: Document) -> Reading:
    """Read an article anew, with the tags of a config at hand: so the proof and the walk walked
    again ask one reading, and what is remembered of it serves both.
    """
    plain = _read_again(document, case.brief.names)
    return tag.tag_reading(plain, case.desk.job.taggers) if case.desk.job else plain


def _ask_articles(
    case: _Case, found: evidence.GatheredEvidence, readings: tuple[Reading, ...]
) -> Iterator[str]:
    """Ask the articles; of very many failures the first are enough."""
    if found.faults or found.missing:
        return
    texts = {document.id: document for document in found.documents}
    sources = (
        replace(entry, document=texts.get(entry.id, entry.document)) for entry in case.brief.sources
    )
    whole = replace(case.brief, sources=tuple(sources))
    failures = proof.yield_failures(whole, readings, case.rules)
    yield from map(str, islice(failures, _MOST_FAILURES))


def _ask_quotes(case: _Case, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Ask of an edition of another program only what no rule has a say in."""
    readings = {one.id: _read_again(one, case.brief.names) for one in found.documents}
    if not found.missing:
        yield from map(str, islice(check_words(case.brief, readings), _MOST_FAILURES))


def _note_program(case: _Case, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Say of what is refused that another program made it, where only rules refuse it."""
    if PROGRAM in case.changed and not tuple(_ask_quotes(case, found)):
        yield (
            "the edition's manifest says that another program made it: what is refused may be what "
            "its rules gave; every quote stands, and every text follows from its quotes"
        )


def _told_otherwise(lines: Sequence[str]) -> Iterator[str]:
    """Say what the rules of today give otherwise than those that an edition was made by."""
    for line in lines[:_SHOWN]:
        yield f"told otherwise by today's program: {line}"
    if len(lines) > _SHOWN:
        yield f"told otherwise by today's program: {len(lines) - _SHOWN} things more"


def _settled(case: _Case, readings: Sequence[Reading]) -> Iterator[Findings]:
    """Hold what the desk says of itself to its files as they are now."""
    job = case.desk.job
    if job is None or case.standing.vouched:
        return
    lines = list(desk.compare_desk(case.brief, job, readings))
    if not case.told_otherwise:
        yield Findings(failures=tuple(what for _, what in lines))
        return
    anew = evidence.gather_evidence(case.brief, case.path, case.base, job, case.readers)
    lines += [("sources", what) for what in (*anew.missing, *anew.faults)]
    yield Findings(unchecked=tuple(_say_since(case, lines)))


def _say_since(case: _Case, lines: Sequence[tuple[str, str]]) -> Iterator[Unchecked]:
    """Say what today's files say otherwise of an edition that nobody vouches for."""
    changed = ", ".join(case.changed) or "nothing"
    for field, what in lines:
        yield Unchecked(
            fields=(field,), reason=f"{what} ({changed} changed since, by its manifest)"
        )


def _walk_again(
    case: _Case,
    found: evidence.GatheredEvidence,
    readings: Sequence[Reading],
    past: Past | None,
) -> Findings:
    """Walk the walk again, and say what is left out or told otherwise."""
    job = case.desk.job
    if job is None:
        return _not_walked(case, case.desk.why)
    if case.is_older or (case.standing.vouched and case.changed):
        changed = ", ".join(case.changed)
        return Findings(notes=(f"made before {changed} changed: today's brief may tell otherwise",))
    if found.absent:
        return _not_walked(case, "not every source is at hand")
    again = retell.retell_brief(case.brief, job, readings, _recall_past(case, past))
    return _not_walked(case, again.why) if again.why else _weigh_differing(case, again)


def _recall_past(case: _Case, past: Past | None) -> Past | None:
    """The edition before, for who makes the brief anew; of what is vouched for it isn't asked."""
    said = case.brief.edition
    if past is None or said is None or case.standing.vouched:
        return None
    return remember_ids(past, said.number)


def _not_walked(case: _Case, why: str) -> Findings:
    """Name what only the walk walked again shows."""
    causes = () if case.standing.vouched else unchecked.CAUSES
    return Findings(unchecked=(Unchecked(fields=(*unchecked.CHOICE, *causes), reason=why),))


def _weigh_differing(case: _Case, again: retell.Retold) -> Findings:
    """Weigh what a walk of today gives otherwise by who vouches for the brief."""
    lines = again.differences
    if case.standing.vouched:
        return Findings(notes=tuple(f"told otherwise today: {what}" for _, what in lines))
    unlisted = tuple(_note_unlisted(again))
    other = any(field == retell.WHICH_STATEMENTS for field, _ in lines)
    if case.changed or (case.standing.kept is None and other):
        return Findings(unchecked=(*_say_since(case, lines), *unlisted))
    return Findings(failures=tuple(what for _, what in lines), unchecked=unlisted)


def _note_unlisted(again: retell.Retold) -> Iterator[Unchecked]:
    """Name sources that lie there and are not listed, or not counted: they came since, or were left
    out.
    """
    if again.unlisted:
        reason = f"{_name_some(again.unlisted)}: not listed: came since, or was left out"
        yield Unchecked(fields=("sources", "unlisted"), reason=reason)
    if again.recounted:
        yield Unchecked(fields=("unrelated",), reason=again.recounted)


def _stood_in(brief: Brief, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Say what stood in for sources."""
    if brief.rendition is not None:
        yield excerpts.copy_note(brief.rendition)
    for what, names in (("changed since", found.edited), ("no longer at hand", found.kept)):
        if names:
            yield f"{_name_some(names)}: {what}; checked with the text that an edition keeps"


def _name_unasked(
    case: _Case, found: evidence.GatheredEvidence, *, compared: bool
) -> Iterator[Unchecked]:
    """Name the fields that nothing at hand shows."""
    brief, vouched = case.brief, case.standing.vouched
    if brief.rendition is not None and not copies.is_owed(
        brief, brief.rendition, case.standing.kept
    ):
        reason = "no edition at hand shows what this reader had before"
        yield Unchecked(fields=unchecked.PERSONAL, reason=reason)
    if not excerpts.lists_every_source(brief) and not vouched:
        reason = "the copy lists the sources of its sections only"
        yield Unchecked(fields=unchecked.WHOLE, reason=reason)
    if absent := list_absent(case.rules):
        reason = f"{_name_some(absent)}: of a kind that is not ours, and no config has it"
        yield Unchecked(fields=unchecked.OF_KINDS, reason=reason)
    if found.absent:
        reason = f"{_name_some(found.absent)}: not at hand, and not cited"
        yield Unchecked(fields=("sources", *unchecked.WHOLE), reason=reason)
    if not vouched:
        yield from _name_unvouched(case, found, compared=compared)


def _name_unvouched(
    case: _Case, found: evidence.GatheredEvidence, *, compared: bool
) -> Iterator[Unchecked]:
    """Name the fields of an edition that no store and no signature vouches for."""
    brief = case.brief
    if case.is_older:
        reason = "another program made it, and its store kept no digest of it"
        yield Unchecked(fields=unchecked.BY_RULES, reason=reason)
    if found.aside:
        reason = f"{_name_some(found.aside)}: set aside, and not at hand"
        yield Unchecked(fields=unchecked.ASIDE, reason=reason)
    if brief.edition is not None and not brief.edition.number:
        yield Unchecked(fields=("edition",), reason="a trial, which is on no record")
    else:
        who = "no store at hand has its manifest" if case.standing.kept else "no edition on record"
        fields = () if compared else unchecked.CHANGES
        yield Unchecked(fields=("edition", *fields), reason=who)
    if found.kept or found.edited:
        names = _name_some((*found.kept, *found.edited))
        yield Unchecked(fields=unchecked.TEXTS, reason=f"{names}: only the kept text is at hand")
    if case.desk.job is None:
        yield Unchecked(fields=(*unchecked.DESK, *unchecked.SUPPLIED), reason=case.desk.why)


def _shorten_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line once; of very many the first."""
    found = tuple(dict.fromkeys(lines))
    if len(found) <= _MOST_FAILURES:
        return found
    return (*found[:_MOST_FAILURES], f"and {len(found) - _MOST_FAILURES} more")


def _name_some(names: Sequence[str]) -> str:
    """Name the first few of many."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


@lru_cache(maxsize=_KEEP)
def _read_again(document: Document, names: tuple[Pinned, ...]) -> Reading:
    """Read an article anew, with the names that the desk had pinned. Pure, so it is kept."""
    return read_language(document, split.split_passages(document), names)
