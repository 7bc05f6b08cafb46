"""An edition as its readers get it: one rendition for each selection of sections and each thing
already known.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing import digest
from briefing.compare import is_material
from briefing.compose.bottom_line import bottom_line
from briefing.compose.derive import derive_brief, list_views
from briefing.compose.opening import Opening
from briefing.deliver import message, selection
from briefing.deliver.message import Body, Letter
from briefing.deliver.selection import EditionIndex, ReaderKnowledge
from briefing.edition import render_edition
from briefing.errors import WorkError
from briefing.job.load import Job
from briefing.language.phrases import find_phrases
from briefing.model import Artifact, Brief, Candidate, SectionRules, Statement
from briefing.registry.rules import find_rules
from briefing.render import media
from briefing.render.json import decode_brief
from briefing.render.mail import Slip, write_mail
from briefing.state import editions
from briefing.state.ledger import Delivery

BRIEF = "brief.json"
_ARRIVED = {"sent": True, "ambiguous": False, "intended": False}

# The sections chosen, and (edition, sections, whether it surely arrived) of each mail before.
Key = tuple[tuple[str, ...], tuple[tuple[int, tuple[str, ...], bool], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The brief as some readers get it. `own` where it is the edition itself, word for word."""

    brief: Brief
    own: bool

    @property
    def news(self) -> bool:
        """Whether anything is new, changed or withdrawn for these readers."""
        return bool(
            self.brief.changes.new or self.brief.changes.changed or self.brief.changes.withdrawn
        )

    @property
    def material(self) -> bool:
        """Whether any of that changes what they know."""
        return is_material(self.brief.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One edition ready to be rendered, and what the editions before it told. `made` keeps what was
    made.
    """

    job: Job
    kept: editions.Kept
    brief: Brief
    indexes: Mapping[int, EditionIndex]
    made: dict[Key, Copy] = field(default_factory=dict)


def open_shelf(job: Job, kept: editions.Kept, others: Sequence[editions.Kept]) -> Shelf:
    """Read an edition and what others told. Raises WorkError where the edition is not as it was
    made.
    """
    faults = editions.file_faults(kept.folder)
    if faults:
        raise WorkError("; ".join(faults[:3]))
    texts = editions.source_texts(kept.folder)
    brief = decode_brief((kept.folder / BRIEF).read_bytes())
    sources = tuple(
        replace(entry, document=replace(entry.document, text=texts.get(entry.id, "")))
        if entry.document
        else entry
        for entry in brief.sources
    )
    return Shelf(
        job=job,
        kept=kept,
        brief=replace(brief, sources=sources),
        indexes={
            one.number: found for one in (*others, kept) if (found := _read_index(one)) is not None
        },
    )


def _read_index(kept: editions.Kept) -> EditionIndex | None:
    try:
        return selection.index_edition(json.loads((kept.folder / BRIEF).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def rendition_key(sections: Sequence[str], before: Sequence[Delivery], number: int) -> Key:
    """What decides what a reader gets of edition `number`: readers with the same key get the
    same.
    """
    known = tuple(
        (d.edition, d.sections, _ARRIVED[d.outcome]) for d in before if d.outcome in _ARRIVED
    )
    return tuple(sections), tuple(sorted(one for one in known if one[0] < number))


def make_rendition(shelf: Shelf, wanted: Key) -> Copy:
    """The brief for a key, made once."""
    if wanted not in shelf.made:
        sections, before = wanted
        known: ReaderKnowledge = selection.known_statements(before, shelf.indexes)
        rules = find_rules(shelf.brief, shelf.job.sections)
        cut = selection.cut_rendition(shelf.brief, sections, known, shelf.indexes)
        made = derive_brief(_choose_opening(cut, rules), rules)
        own = replace(made, rendition=None) == shelf.brief
        shelf.made[wanted] = Copy(brief=shelf.brief if own else made, own=own)
    return shelf.made[wanted]


def _choose_opening(brief: Brief, rules: Mapping[str, SectionRules]) -> Brief:
    """Choose an opening where the whole brief's has nothing of the sections chosen, as a brief of
    them alone would.
    """
    if brief.bottom_line:
        return brief
    documents = brief.documents
    told = {one.key: _restore_candidate(one) for one in brief.statements}
    opening = Opening(
        sections=brief.sections,
        views=list_views(rules),
        told=told,
        documents=documents,
        as_of=brief.as_of,
    )
    return replace(brief, bottom_line=tuple(one.id for one in bottom_line(opening)))


def _restore_candidate(statement: Statement) -> Candidate:
    """What an edition keeps of the candidate that a statement was: passages stand in for
    sentences.
    """
    basis = statement.citations[0]
    return Candidate(
        statement=statement,
        document=basis.document,
        passage=basis.passage,
        position=basis.passage - 1,
        sections=(),
        cost=sum(edit.op == "insert" for part in statement.parts for edit in part.edits),
    )


def make_artifacts(shelf: Shelf, made: Copy, formats: Sequence[str]) -> tuple[Artifact, ...]:
    """The brief in the formats asked for: the edition's own files where they say the same.

    Raises WorkError where a format can't be made.
    """
    if made.own:
        return tuple(_kept_artifact(shelf, kind) for kind in formats)
    writers = {kind: shelf.job.writers[kind] for kind in formats}
    found, missing = render_edition.render_formats(replace(shelf.job, writers=writers), made.brief)
    if missing:
        raise WorkError("; ".join(missing))
    return found


def _kept_artifact(shelf: Shelf, kind: str) -> Artifact:
    name = file_of(shelf.job, kind)
    content = (shelf.kept.folder / name).read_bytes()
    media_type = media.find_type(name)
    return Artifact(
        name=name, media_type=media_type, content=content, sha256=digest.of_bytes(content)
    )


def file_of(job: Job, kind: str) -> str:
    """Name the file that a format is kept in."""
    return job.writers[kind].name


def pack_mail(shelf: Shelf, made: Copy, attached: Sequence[Artifact], slip: Slip) -> Body:
    """Write the mail and pack it with its attachments, named after the brief."""
    templates = render_edition.templates_of(shelf.job)
    # Files are named in the brief's language: what is in them is, and readers can talk of one file.
    label = find_phrases(made.brief.frame.language).say("edition", number=shelf.kept.number)
    named = tuple(
        replace(
            one, name=message.file_name(made.brief.frame.title, label, one.name.rpartition(".")[2])
        )
        for one in attached
    )
    written = write_mail(
        made.brief,
        made.brief.documents,
        replace(slip, attached=tuple(one.name for one in named)),
        templates,
    )
    return message.make_body(
        Letter(subject=written.subject, text=written.text, html=written.html), named
    )
