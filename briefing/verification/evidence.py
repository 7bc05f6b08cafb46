"""The evidence of a brief: its sources found again by the hash of their bytes, and read anew.

What a brief.json says of a source is believed only where nothing can be asked: a fact that an
analyst supplied, when neither sources.yaml nor the edition's own record is at hand.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain

from briefing.ingest import Supplied, read_article
from briefing.job.load import Job
from briefing.language import edtf
from briefing.model import Document
from briefing.verification.aside import hold_aside
from briefing.verification.audit import Audit
from briefing.verification.originals import (
    AskedSource,
    file_standing,
    found_file,
    keeping_editions,
    kept_texts,
    original_files,
    read_same_bytes,
)
from briefing.walk import withdrawals
from briefing.walk.cited import cited_documents
from briefing.walk.outlets import as_recorded, grade_document, is_by_host

_MISSING = "the source is not at hand, or it is not the one that was read"
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


def gather_evidence(audit: Audit, desk: Job | None) -> GatheredEvidence:
    """Find and read the sources of a brief.

    `desk` is what the config and sources.yaml say today; None where the brief itself is to be
    believed on what an analyst supplied. A source is one only with the very bytes that were read,
    or as an edition keeps it.
    """
    brief = audit.brief
    shelves = tuple(keeping_editions(audit.path))
    recorded = brief.documents
    made: list[Document] = []
    standing: dict[str, list[str]] = defaultdict(list)
    needed = cited_documents(brief)
    for name, document in recorded.items():
        asked = AskedSource(
            document=document,
            path=audit.path,
            base=audit.base,
            shelves=shelves,
            readers=audit.readers,
            bound=audit.desk.job is not None,
        )
        found = next(_candidate_readings(asked, desk), None)
        made += [] if found is None else [found]
        standing[_find_standing(asked, found, needed=name in needed)].append(document.locator)
    held = hold_aside(audit, made, desk)
    told, differing = _tell_recorded(held.documents, recorded)
    return GatheredEvidence(
        documents=told,
        faults=(*held.faults, *differing),
        missing=tuple(f"{locator}: {_MISSING}" for locator in standing["missing"]),
        kept=tuple(standing["kept"]),
        edited=tuple(standing["edited"]),
        absent=tuple(standing["absent"]),
        aside=held.unknown,
    )


def _find_standing(asked: AskedSource, found: Document | None, *, needed: bool) -> str:
    """What became of a source that was `found` so, or not at all: as `file_standing` says, else
    "missing" or, where nothing rests on it, "absent": an edition keeps the evidence it cites.
    """
    if found is not None:
        return file_standing(asked)
    return "missing" if needed else "absent"


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
    for file in (*original_files(asked), *kept_texts(asked)):
        data = read_same_bytes(file, document)
        if data is None:
            continue
        made = read_article(found_file(document, file, len(data)), supplied, asked.readers)
        if isinstance(made, Document) and made.id == document.id:
            yield grade_document(made, outlets)


def _stated_supplied(document: Document) -> Supplied:
    """What the brief says was supplied, as sources.yaml would."""
    facts = {name: getattr(document, name) for name in _FACTS}
    given = {
        name: fact.value
        for name, fact in facts.items()
        if fact is not None and fact.basis == "supplied" and not is_by_host(fact)
    }
    return Supplied(url=document.url, reliability=document.reliability, note=document.note, **given)
