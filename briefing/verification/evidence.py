"""The evidence of a brief: its sources found again by the hash of their bytes, and read anew.

What a brief.json says of a source is believed only where nothing can be asked: a fact that an
analyst supplied, when neither sources.yaml nor the edition's own record is at hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import Literal

from briefing import digest, versions
from briefing.errors import WorkError
from briefing.ingest import Found, Reader, Supplied, original_file, read_article
from briefing.ingest.unpack import MOST_IN_CONTAINER
from briefing.job.load import Job
from briefing.language import edtf
from briefing.model import Brief, Document, Quarantined
from briefing.state import editions
from briefing.state.manifest import content_of
from briefing.state.regular import is_regular, read_regular
from briefing.walk import withdrawals
from briefing.walk.cited import cited_documents
from briefing.walk.library import set_aside_late
from briefing.walk.outlets import as_recorded, grade_document, is_by_host

_FACTS = ("title", "outlet", "author", "published", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredEvidence:
    """The sources read anew, each with its text, and what is wrong with them as the brief describes
    them.

    `aside` names those that the brief set aside and that nothing at hand shows. `kept` names the
    sources whose own file is gone, `edited` those whose own file reads otherwise now: both were
    checked with the text that an edition keeps. `absent` are those of which there is no text, and
    of which nothing in the brief needs one. `missing` says of which there should be.
    """

    documents: tuple[Document, ...]
    faults: tuple[str, ...]
    missing: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def gather_evidence(
    brief: Brief, path: Path, base: Path, desk: Job | None, readers: Sequence[Reader] = ()
) -> GatheredEvidence:
    """Find and read the sources of the brief at `path`; `base` is the folder that their paths start
    from.

    `desk` is what the config and sources.yaml say today; None where the brief itself is to be
    believed on what an analyst supplied. `readers` are the config's own. A source is one only with
    the very bytes that were read, or as an edition keeps it.
    """
    shelves = tuple(_keeping_editions(path))
    recorded = {entry.id: entry.document for entry in brief.sources if entry.document is not None}
    made: list[Document] = []
    standing: dict[str, list[str]] = {"kept": [], "edited": [], "absent": [], "missing": []}
    needed = cited_documents(brief)
    for name, document in recorded.items():
        asked = AskedSource(
            document=document, path=path, base=base, shelves=shelves, readers=tuple(readers)
        )
        found = next(_candidate_readings(asked, desk), None)
        if found is not None:
            made.append(found)
            standing.get(_file_standing(asked), []).append(document.locator)
        elif name in needed:
            standing["missing"].append(
                f"{document.locator}: the source is not at hand, or it is not the one that was read"
            )
        else:  # what nothing rests on need not be there: an edition keeps the evidence it cites
            standing["absent"].append(document.locator)
    aside = tuple(entry.quarantined for entry in brief.sources if entry.quarantined is not None)
    held = _hold_aside(aside, made, brief.as_of, base, desk, readers)
    told, differing = _tell_recorded(held.documents, recorded)
    return GatheredEvidence(
        documents=told,
        faults=(*held.faults, *differing),
        aside=held.unknown,
        **{name: tuple(locators) for name, locators in standing.items()},
    )


def _tell_recorded(
    documents: Sequence[Document], recorded: Mapping[str, Document]
) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """Documents as read anew with what is withdrawn marked, and how they differ from those
    `recorded`; where some of these are not at hand, as recorded, for they may have told more.
    """
    told, _ = withdrawals.mark_withdrawn(documents)
    if len(told) < len(recorded):
        return tuple(replace(recorded[one.id], text=one.text) for one in told), ()
    return told, tuple(chain(*(_metadata_differences(one, recorded[one.id]) for one in told)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSource:
    """A source as a brief describes it, where its bytes or its text may lie, and the user's own
    readers.
    """

    document: Document
    path: Path
    base: Path
    shelves: tuple["TextShelf", ...]
    readers: tuple[Reader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShelf:
    """An edition that keeps texts, and how the brief in it describes its sources; None where it has
    none.
    """

    kept: editions.Kept
    sources: frozenset[Document]

    def text_of(self, document: Document) -> Path | None:
        """Where the text of a source lies here, as the manifest has it."""
        name = self.kept.documents.get(document.id)
        content = None if name is None else content_of(self.kept.folder, name)
        if name is None or content is None or digest.of_bytes(content) != self.kept.files.get(name):
            return None
        return self.kept.folder / name


def _keeping_editions(path: Path) -> Iterator[TextShelf]:
    """The editions that may keep sources' texts: the one the brief is of, or those beside it,
    newest first.
    """
    shelf = path.parent / editions.FOLDER
    beside = [shelf / f"{number:04d}" for number in reversed(editions.kept_numbers(path.parent))]
    for folder in [path.parent] if (path.parent / editions.MANIFEST).exists() else beside:
        try:
            kept = editions.read_manifest(folder)
        except WorkError:
            continue
        found = read_record(folder)
        entries = found[1].sources if found else ()
        yield TextShelf(
            kept=kept,
            sources=frozenset(one.document for one in entries if one.document is not None),
        )


def _file_standing(asked: AskedSource) -> str:
    """Say what became of a source's own file: "same", "edited" or, where only an edition has it,
    "kept".
    """
    files = [file for file in _original_files(asked) if is_regular(file)]
    if any(_read_same_bytes(file, asked.document) is not None for file in files):
        return "same"
    return "edited" if files else "kept"


def _read_same_bytes(file: Path, document: Document) -> bytes | None:
    """The bytes of a file where they are those that were read."""
    try:
        data = read_regular(file, MOST_IN_CONTAINER)
    except OSError:
        return None
    return data if digest.of_bytes(data) == document.revision else None


def _metadata_differences(made: Document, recorded: Document) -> Iterator[str]:
    """Give one line for each thing that a brief says of a source and its text doesn't give."""
    for field in fields(Document):
        if field.name != "text" and getattr(made, field.name) != getattr(recorded, field.name):
            name = {"revision": "sha256"}.get(field.name, field.name)
            yield f"{recorded.locator}: its {name} is not what the source gives"


def _candidate_readings(asked: AskedSource, desk: Job | None) -> Iterator[Document]:
    """The document as read anew from each place that has its bytes, else its text as an
    edition keeps it.
    """
    document = asked.document
    if document.published is not None and not edtf.is_valid(document.published.value):
        return
    yield from _read_anew(asked, desk)
    for shelf in asked.shelves:
        text = shelf.text_of(document)
        if text is not None and document in shelf.sources:
            yield replace(document, text=text.read_bytes().decode("utf-8", "surrogatepass"))


def _read_anew(asked: AskedSource, desk: Job | None) -> Iterator[Document]:
    """The document as read anew from each file that has its bytes."""
    document = asked.document
    if desk is None:
        supplied, outlets = _stated_supplied(document), as_recorded(document)
    else:
        supplied, outlets = desk.supplied.get(document.locator, Supplied()), desk.outlets
    for file in (*_original_files(asked), *_kept_texts(asked)):
        data = _read_same_bytes(file, document)
        if data is None:
            continue
        made = read_article(_found_file(document, file, len(data)), supplied, asked.readers)
        if isinstance(made, Document) and made.id == document.id:
            yield grade_document(made, outlets)


def _found_file(document: Document | Quarantined, file: Path, size: int) -> Found:
    """Give a source's file as a folder would have found it."""
    return Found(
        locator=document.locator,
        path=document.path or document.locator,
        file=file,
        size=size,
        mtime_ns=0,
    )


def _original_files(asked: AskedSource) -> Iterator[Path]:
    """Where the source itself may lie: below the config's folder, or beside the brief."""
    wanted = asked.document.path or asked.document.locator
    for folder in (asked.base, asked.path.parent, asked.path.parent.parent):
        file = original_file(folder, wanted)
        if file.resolve().is_relative_to(folder.resolve()):
            yield file


def _kept_texts(asked: AskedSource) -> Iterator[Path]:
    """Where editions keep the source's text."""
    found = (shelf.text_of(asked.document) for shelf in asked.shelves)
    yield from (file for file in found if file is not None)


def read_record(folder: Path) -> tuple[editions.Kept, Brief] | None:
    """An edition's manifest and brief; None where it has none, or one that its manifest
    doesn't have.
    """
    from briefing.render.json import BrokenBrief, decode_brief  # noqa: PLC0415 - a room of the press's

    try:
        kept = editions.read_manifest(folder)
        data = content_of(folder, "brief.json")
        same = data is not None and digest.of_bytes(data) == kept.files.get("brief.json")
        return (kept, decode_brief(data)) if data is not None and same else None
    except (WorkError, BrokenBrief):
        return None


def _stated_supplied(document: Document) -> Supplied:
    """What the brief says was supplied, as sources.yaml would."""
    facts = {name: getattr(document, name) for name in _FACTS}
    given = {
        name: fact.value
        for name, fact in facts.items()
        if fact is not None and fact.basis == "supplied" and not is_by_host(fact)
    }
    return Supplied(url=document.url, reliability=document.reliability, note=document.note, **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The documents with what versions of them say, those set aside included in what is said; what
    is wrong with what was set aside, and what of it nothing at hand shows.
    """

    documents: tuple[Document, ...]
    faults: tuple[str, ...]
    unknown: tuple[str, ...]


def _hold_aside(
    aside: Sequence[Quarantined],
    made: Sequence[Document],
    as_of: str,
    base: Path,
    desk: Job | None,
    readers: Sequence[Reader],
) -> _Held:
    """Read again what a brief set aside, and say of what it does so wrongly.

    What appeared after the cut-off can be read, and its versions are told by it; that it did may
    be the desk's word.
    """
    again = {one.id: _read_aside(one, base, desk, readers) for one in aside}
    told = _tell_together(made, again.values())
    cut = _cut_off(as_of, desk)
    after = {one.id: set_aside_late(cut, one) for one in told if one.id in again}
    judged = {one.id: _judge_aside(one, again[one.id], after.get(one.id)) for one in aside}
    readable = _judged_so(aside, judged, "readable")
    wrong = _judged_so(aside, judged, "unreadable", *(("readable",) if desk else ()))
    return _Held(
        documents=tuple(one for one in told if one.id not in again),
        faults=tuple(f"{locator}: was not set aside for that reason" for locator in wrong),
        unknown=(*_judged_so(aside, judged, "unread"), *(() if desk else readable)),
    )


def _cut_off(as_of: str, desk: Job | None) -> str:
    """The day after which nothing is looked at; the brief's own where the config gives none."""
    return as_of if desk is None or desk.as_of != "latest" else "latest"


def _judged_so(
    aside: Sequence[Quarantined], judged: Mapping[str, str], *verdicts: str
) -> tuple[str, ...]:
    """The locators of what was judged to be one of `verdicts`, in order."""
    return tuple(one.locator for one in aside if judged[one.id] in verdicts)


def _tell_together(
    made: Iterable[Document], again: Iterable[Document | Quarantined | None]
) -> tuple[Document, ...]:
    """All that are documents in order of their locators, with what versions of them say of each
    other.
    """
    read = [one for one in again if isinstance(one, Document)]
    ordered = sorted((*made, *read), key=lambda one: one.locator)
    families = versions.group_families([versions.before_inference(one) for one in ordered])
    return versions.infer_metadata(ordered, families)


def _judge_aside(
    one: Quarantined, again: Document | Quarantined | None, after: Quarantined | None
) -> Literal["right", "unread", "readable", "unreadable"]:
    """Judge what was set aside by how it reads `again`, and by how it is set aside `after` the
    cut-off: "right" where either says the same, else what it is.
    """
    if again is None:
        return "unread"
    if one in (again, after):
        return "right"
    return "readable" if isinstance(again, Document) else "unreadable"


def _read_aside(
    one: Quarantined, base: Path, desk: Job | None, readers: Sequence[Reader]
) -> Document | Quarantined | None:
    """Read a source that was set aside; None where it is not at hand as it was."""
    file = original_file(base, one.path or one.locator)
    inside = file.resolve().is_relative_to(base.resolve())
    if one.revision is None or not inside or not is_regular(file):
        return None
    try:
        data = read_regular(file, MOST_IN_CONTAINER)
    except OSError:
        return None
    if digest.of_bytes(data) != one.revision:
        return None
    supplied = None if desk is None else desk.supplied.get(one.locator)
    found = read_article(_found_file(one, file, len(data)), supplied, readers)
    if isinstance(found, Document) and desk is not None:
        return grade_document(found, desk.outlets)
    return found
