"""The evidence of a brief: its sources found again by the hash of their bytes, and read anew.

What a brief.json says of a source is believed only where nothing can be asked: a fact that an
analyst supplied, when neither sources.yaml nor the edition's own record is at hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from briefing import digest, versions
from briefing.errors import UserError, WorkError
from briefing.ingest import Found, Reader, Supplied, original_file, read_article
from briefing.job.load import Job, load_job
from briefing.language import edtf
from briefing.model import Brief, Document, Quarantined, Reading
from briefing.state import editions
from briefing.verification import excerpts
from briefing.walk import decisions, withdrawals
from briefing.walk.cited import cited_documents
from briefing.walk.outlets import as_recorded, graded, is_by_host

_FACTS = ("title", "outlet", "author", "published", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredEvidence:
    """The sources read anew, each with its text, and what is wrong with them as the brief describes
    them.

    `kept` names the sources whose own file is gone, `edited` those whose own file reads otherwise
    now: both were checked with the text that an edition keeps. `absent` are those of which there is
    no text, and of which nothing in the brief needs one.
    """

    documents: tuple[Document, ...]
    faults: tuple[str, ...]
    kept: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def gather_evidence(
    brief: Brief, path: Path, base: Path, desk: Job | None, readers: Sequence[Reader] = ()
) -> GatheredEvidence:
    """Find and read the sources of the brief at `path`; `base` is the folder that their paths start
    from.

    `desk` is what the config and sources.yaml say today; None where the brief itself is to be
    believed on what an analyst supplied. `readers` are the config's own. A source is one only with
    the very bytes that were read, or as an edition keeps it.
    """
    faults: list[str] = []
    made: list[Document] = []
    kept: list[str] = []
    edited: list[str] = []
    absent: list[str] = []
    needed = cited_documents(
        brief
    )  # what nothing rests on need not be there: an edition keeps the evidence that it cites
    for entry in brief.sources:
        if entry.document is not None:
            found = next(_candidate_readings(entry.document, path, base, desk, readers), None)
            locator = entry.document.locator
            if found is None and entry.id in needed:
                faults.append(
                    f"{locator}: the source is not at hand, or it is not the one that was read"
                )
            elif found is None:
                absent.append(locator)
            else:
                made.append(found)
                state = _file_standing(entry.document, path, base)
                (kept if state == "gone" else edited if state == "edited" else []).append(locator)
        elif entry.quarantined is not None and not _is_still_unread(
            entry.quarantined, base, readers
        ):
            faults.append(f"{entry.quarantined.locator}: was not set aside for that reason")
    made.sort(key=lambda document: document.locator)
    told = versions.infer_metadata(
        made, versions.group_families([versions.before_inference(one) for one in made])
    )
    told, _ = withdrawals.marked(told)
    recorded = {entry.id: entry.document for entry in brief.sources if entry.document is not None}
    if len(told) == len(recorded):
        faults.extend(
            fault for one in told for fault in _metadata_differences(one, recorded[one.id])
        )
    else:
        told = tuple(replace(recorded[one.id], text=one.text) for one in told)
    return GatheredEvidence(
        documents=told,
        faults=tuple(faults),
        kept=tuple(kept),
        edited=tuple(edited),
        absent=tuple(absent),
    )


def _file_standing(document: Document, path: Path, base: Path) -> str:
    """Say what became of a source's own file: `same`, `edited` or `gone`."""
    files = [file for file in _original_files(document, path, base) if file.is_file()]
    if any(digest.of_bytes(file.read_bytes()) == document.revision for file in files):
        return "same"
    return "edited" if files else "gone"


def _metadata_differences(made: Document, recorded: Document) -> Iterator[str]:
    """Give one line for each thing that a brief says of a source and its text doesn't give."""
    for field in fields(Document):
        if field.name != "text" and getattr(made, field.name) != getattr(recorded, field.name):
            name = {"revision": "sha256"}.get(field.name, field.name)
            yield f"{recorded.locator}: its {name} is not what the source gives"


def _candidate_readings(
    document: Document, path: Path, base: Path, desk: Job | None, readers: Sequence[Reader]
) -> Iterator[Document]:
    """Give the document as read anew from each place that has its bytes, else its text as an
    edition keeps it.
    """
    if document.published is not None and not edtf.is_valid(document.published.value):
        return
    supplied = (
        _stated_supplied(document)
        if desk is None
        else desk.supplied.get(document.locator, Supplied())
    )
    for file in (*_original_files(document, path, base), *_kept_texts(document, path)):
        if file.is_file() and digest.of_bytes(data := file.read_bytes()) == document.revision:
            found = Found(
                locator=document.locator,
                path=document.path or document.locator,
                file=file,
                size=len(data),
                mtime_ns=file.stat().st_mtime_ns,
            )
            made = read_article(found, supplied, readers)
            if isinstance(made, Document) and made.id == document.id:
                yield graded(made, as_recorded(document) if desk is None else desk.outlets)
    for file in _kept_texts(document, path):
        if file.is_file() and _same_revision(file.parent.parent, document):
            yield replace(document, text=file.read_bytes().decode("utf-8", "surrogatepass"))


def _original_files(document: Document, path: Path, base: Path) -> Iterator[Path]:
    """Give where the source itself may lie: below the config's folder, or beside the brief."""
    for folder in (base, path.parent, path.parent.parent):
        file = original_file(folder, document.path or document.locator)
        if file.resolve().is_relative_to(folder.resolve()):
            yield file


def _kept_texts(document: Document, path: Path) -> Iterator[Path]:
    """Give where editions keep the source's text: the one the brief is of, or those beside it,
    newest first.
    """
    shelf = path.parent / editions.FOLDER
    beside = [shelf / f"{number:04d}" for number in reversed(editions.kept_numbers(path.parent))]
    for folder in [path.parent] if (path.parent / editions.MANIFEST).exists() else beside:
        try:
            kept = editions.read_edition(folder)
        except WorkError:
            continue
        name = kept.documents.get(document.id)
        if name is not None and not any(
            fault.startswith(f"{folder / name}:") for fault in editions.file_faults(folder)
        ):
            yield folder / name


def _same_revision(folder: Path, document: Document) -> bool:
    """Tell whether the edition in `folder` read the source as the brief describes it, in every
    fact.
    """
    brief = recorded_brief(folder)
    return brief is not None and any(entry.document == document for entry in brief.sources)


def recorded_brief(folder: Path) -> Brief | None:
    """Give the brief that an edition's folder keeps; None where it has none, or one that was
    altered.
    """
    from briefing.render.json import Undecodable, decode  # noqa: PLC0415 - a room of the press's

    try:
        kept = editions.read_edition(folder)
        data = (folder / "brief.json").read_bytes()
        return decode(data) if digest.of_bytes(data) == kept.files.get("brief.json") else None
    except (OSError, WorkError, Undecodable):
        return None


def _stated_supplied(document: Document) -> Supplied:
    """Give what the brief says was supplied, as sources.yaml would."""
    facts = {name: getattr(document, name) for name in _FACTS}
    given = {
        name: fact.value
        for name, fact in facts.items()
        if fact is not None and fact.basis == "supplied" and not is_by_host(fact)
    }
    return Supplied(url=document.url, reliability=document.reliability, note=document.note, **given)


def _is_still_unread(one: Quarantined, base: Path, readers: Sequence[Reader]) -> bool:
    """Tell whether a source still can't be read, where it is at hand as it was."""
    file = original_file(base, one.path or one.locator)
    if (
        one.revision is None
        or not file.resolve().is_relative_to(base.resolve())
        or not file.is_file()
    ):
        return True
    if digest.of_bytes(file.read_bytes()) != one.revision:
        return True
    found = Found(
        locator=one.locator,
        path=one.path or one.locator,
        file=file,
        size=file.stat().st_size,
        mtime_ns=0,
    )
    return read_article(found, None, readers) == one


def load_desk(config: Path | None) -> Job | None:
    """Give what the config says today; None without one, or where it can't be read."""
    if config is None or not config.is_file():
        return None
    try:
        return load_job(config)[1]
    except UserError:
        return None


def compare_settled(brief: Brief, job: Job, readings: Sequence[Reading]) -> Iterator[str]:
    """Compare what the desk says of itself with its files, where the brief is of that config (by
    its slug).
    """
    if brief.frame.slug != job.frame.slug:
        return
    decided, cut = decisions.apply_decisions(job.analyst, readings, ()), excerpts.cut_slugs(brief)
    if not _tells_decided(brief.judgements, decided.judgements, some=bool(cut)):
        yield "the judgements are not the analyst's"
    corrections = tuple(one for one in brief.disagreements if one.topic == decisions.CORRECTION)
    if not _tells_decided(corrections, decided.corrections, some=bool(cut)):
        yield "the corrections are not the analyst's"
    if (brief.frame, brief.window) != (job.frame, job.window):
        yield "the title, marking or another line of the brief's frame is not the config's"
    if brief.names != job.pinned:
        yield "the pinned names are not the config's"
    if [section.slug for section in brief.sections] != [
        slug for slug in job.sections if not cut or slug in cut
    ]:
        yield "the sections are not the config's"
        return
    for section in brief.sections:
        stage = job.sections[section.slug]
        if section.kind != stage.kind:
            yield f"{section.slug}: its kind is not the config's"
        if (section.title, section.introduction) != (stage.title, stage.introduction):
            yield f"{section.slug}: its title or introduction is not the config's"


def _tells_decided(stated: Sequence[object], decided: Sequence[object], *, some: bool) -> bool:
    """Tell whether a brief has what the desk decided, all of it or (a cut) some, in order."""
    return list(stated) == [one for one in decided if not some or one in stated]
