"""What a walk begins with: the articles as read, their families, and what was set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing import split, tag, versions
from briefing.ingest import read
from briefing.job.load import Job
from briefing.language import edtf
from briefing.languages.en import reading
from briefing.model import Document, Family, Quarantined, Reading

_LATE = "it appeared after the information cut-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What was read: documents in order of their locators, families, what could not be read.

    Of very many documents only some are looked at: `documents` are those, `others` are listed as
    well, without their texts, and `families` are of both. `count` is how many were read in all,
    `newest` the last day from which one of them may be, None where no date is known.
    """

    documents: tuple[Document, ...]
    families: tuple[Family, ...]
    quarantined: tuple[Quarantined, ...]
    others: tuple[Document, ...]
    count: int
    newest: date | None


def ingest(job: Job) -> Library:
    """Read every source once; what can't be read, or is known to be too late, is set aside with its reason."""
    found = sorted(
        {
            one.locator: one for source in job.sources for one in source(job.base, job.readers)
        }.items()
    )
    made = [read(one, job.supplied.get(locator), job.readers) for locator, one in found]
    documents = tuple(graded(one, job.outlets) for one in made if isinstance(one, Document))
    sets = {one.id: versions.shingles(one) for one in documents}
    told, families, aside = up_to(job.as_of, documents, sets, tuple(versions.kin(sets)))
    proved = [edtf.bounds(one.published.value)[0] for one in told if one.published is not None]
    return Library(
        documents=told,
        families=families,
        quarantined=tuple(
            sorted(
                (*aside, *(one for one in made if isinstance(one, Quarantined))),
                key=lambda one: one.locator,
            )
        ),
        others=(),
        count=len(told),
        newest=max(proved, default=None),
    )


def up_to(
    as_of: str,
    documents: Sequence[Document],
    sets: Mapping[str, versions.Shingles],
    kin: Sequence[versions.Kin],
) -> tuple[tuple[Document, ...], tuple[Family, ...], tuple[Quarantined, ...]]:
    """Give documents with what their versions say of each other, their families, and what is too late.

    What is known to have appeared after the cut-off is set aside, also where only a version of it
    bears the date.
    """
    families = versions.families(documents, sets, kin)
    told = versions.infer(documents, families)
    aside = {one.id: found for one in told if (found := late(as_of, one)) is not None}
    if aside:
        kept = [one for one in documents if one.id not in aside]
        tied = (one for one in kin if one.one not in aside and one.other not in aside)
        families = versions.families(kept, sets, tied)
    return tuple(one for one in told if one.id not in aside), families, tuple(aside.values())


def late(as_of: str, document: Document) -> Quarantined | None:
    """Give a document as set aside if it is known to have appeared after the cut-off; without one, None.

    One whose range of dates begins before the cut-off stays: nothing shows that it came later.
    """
    if as_of == "latest" or not edtf.valid(as_of) or document.published is None:
        return None
    if edtf.bounds(document.published.value)[0] <= edtf.bounds(as_of)[1]:
        return None
    return Quarantined(
        id=document.id,
        locator=document.locator,
        path=document.path,
        size=document.size,
        revision=document.revision,
        reason=_LATE,
    )


def graded(document: Document, outlets: Mapping[str, tuple[str | None, str]]) -> Document:
    """Give a document its outlet's reliability and note from the config, unless it has its own."""
    if document.outlet is None or document.outlet.value not in outlets:
        return document
    letter, note = outlets[document.outlet.value]
    return replace(
        document, reliability=document.reliability or letter, note=document.note or note or None
    )


def understand(job: Job, document: Document) -> Reading:
    """Split, read and tag one article."""
    passages = split.split(document)
    return tag.tag(reading.read(document, passages, job.pinned), job.taggers)
