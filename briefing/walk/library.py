"""What a walk reads from: the articles as read, their families, what was set aside, what they could
tell.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from briefing import versions
from briefing.job.load import Job
from briefing.language import edtf
from briefing.model import Candidate, Document, Family, Quarantined, Reading, Unrelated
from briefing.offer.candidates import offer_candidates
from briefing.walk import routing
from briefing.walk.notebook import Notebook

LATE = "it appeared after the information cut-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What was read: documents in order of their locators, families, what could not be read.

    Of very many documents only some are looked at: `documents` are those, `others` are listed as
    well, without their texts, and `families` are of both. `count` is how many were read in all,
    `newest` the last day from which one of them may be, None where no date is known. `unrelated`
    are not about the brief and counted nowhere else.
    """

    documents: tuple[Document, ...]
    families: tuple[Family, ...]
    quarantined: tuple[Quarantined, ...]
    others: tuple[Document, ...]
    count: int
    newest: date | None
    unrelated: Unrelated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What a brief is made of: the articles looked at, as read, and what they could tell, section
    by section. What is worked out of that stands in the `notebook`.
    """

    holdings: Holdings
    readings: tuple[Reading, ...]
    offers: tuple[Candidate, ...]
    notebook: Notebook = field(default_factory=Notebook, compare=False, repr=False)


class Library(Protocol):
    """All articles of a config, wherever they are kept. Whoever asks pays for what was never worked
    out, no more.
    """

    def documents(self) -> Holdings:
        """All that was read, all of it in `documents`, whose texts may be left out."""

    def unrelated(self) -> Iterator[Quarantined]:
        """All that is not about the brief, in order of its locators."""

    def readings(
        self, documents: Collection[str] | None = None, *, lean: bool = False
    ) -> Iterator[Reading]:
        """Articles as read and tagged, in order of their locators: all, or those with the
        given ids.

        An id that is no document's is left out. With `lean` an article whose language nobody had
        to read comes with its passages and tags alone.
        """

    def candidates(self) -> Considered:
        """What a brief is made of: all that there is, or of very much the part that fits it
        best.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLibrary:
    """A library in memory: articles that were read and tagged, all of them looked at."""

    job: Job
    holdings: Holdings
    tagged: tuple[Reading, ...]

    def documents(self) -> Holdings:
        """See `Library`; with their texts."""
        return self.holdings

    def unrelated(self) -> Iterator[Quarantined]:
        """See `Library`; what was read is about the brief."""
        return iter(())

    def readings(
        self, documents: Collection[str] | None = None, *, lean: bool = False
    ) -> Iterator[Reading]:
        """See `Library`."""
        del lean  # all was read in full
        return (one for one in self.tagged if documents is None or one.document.id in documents)

    def candidates(self) -> Considered:
        """See `Library`."""
        return Considered(
            holdings=self.holdings,
            readings=self.tagged,
            offers=tuple(
                found
                for one in self.tagged
                for found in offer_candidates(
                    one, lambda passage: routing.passage_routes(self.job, passage)
                )
            ),
        )


def up_to(
    as_of: str,
    documents: Sequence[Document],
    sets: Mapping[str, versions.Shingles],
    kin: Sequence[versions.Kin],
) -> tuple[tuple[Document, ...], tuple[Family, ...], tuple[Quarantined, ...]]:
    """Give documents with what their versions say of each other, their families, and what is too
    late.

    What is known to have appeared after the cut-off is set aside, also where only a version of it
    bears the date.
    """
    families = versions.find_families(documents, sets, kin)
    told = versions.infer_metadata(documents, families)
    aside = {one.id: found for one in told if (found := set_aside_late(as_of, one)) is not None}
    if aside:
        kept = [one for one in documents if one.id not in aside]
        families = versions.find_families(kept, sets, _keep_kin(kin, aside))
    return tuple(one for one in told if one.id not in aside), families, tuple(aside.values())


def _keep_kin(kin: Sequence[versions.Kin], aside: Collection[str]) -> Iterator[versions.Kin]:
    """Pairs of documents neither of which is set aside."""
    return (one for one in kin if one.one not in aside and one.other not in aside)


def set_aside_late(as_of: str, document: Document) -> Quarantined | None:
    """A document as set aside if it is known to have appeared after the cut-off; without one,
    None.

    One whose range of dates begins before the cut-off stays: nothing shows that it came later.
    """
    if as_of == "latest" or not edtf.is_valid(as_of) or document.published is None:
        return None
    if edtf.bounds(document.published.value)[0] <= edtf.bounds(as_of)[1]:
        return None
    return Quarantined(
        id=document.id,
        locator=document.locator,
        path=document.path,
        size=document.size,
        revision=document.revision,
        reason=LATE,
    )
