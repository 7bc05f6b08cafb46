"""The library in the catalogue: what was worked out of an article once is kept there, and only
asked for.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.corpus import annotate, annotation, holdings, shortlist, update_catalogue
from briefing.corpus.stage_cache import StageCache, split_batches
from briefing.job.load import Job
from briefing.model import Quarantined, Reading
from briefing.state import catalogue, snapshot, witness
from briefing.walk.library import Considered, Holdings


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The articles of a job as its catalogue has them, which is up to date: see `update` and
    `look_up`.
    """

    job: Job
    memory: StageCache

    def documents(self) -> Holdings:
        """See `Library`; without their texts."""
        return holdings.list_all(self.memory.store)

    def unrelated(self) -> Iterator[Quarantined]:
        """See `Library`."""
        packed = catalogue.unrelated_articles(self.memory.store)
        return map(annotation.aside_codec().decode, packed)

    def readings(
        self, documents: Collection[str] | None = None, *, lean: bool = False
    ) -> Iterator[Reading]:
        """See `Library`."""
        opened = self.memory.store
        numbers = (
            catalogue.all_documents(opened)
            if documents is None
            else [catalogue.document_number(one) for one in documents]
        )
        rows = catalogue.shelved_documents(opened, numbers)
        for some in split_batches(rows, annotate.ROUND):
            documents_of = update_catalogue.load_documents(opened, some)
            yield from annotate.read(self.memory, self.job, documents_of, lean=lean)

    def candidates(self) -> Considered:
        """See `Library`; what must be worked out for it is kept, except where the store is a
        snapshot.
        """
        opened = self.memory.store
        if not opened.fixed or annotate.is_done(opened, self.job):
            with suppress(annotate.FixedStoreError):
                return self._work_out(self.memory)
        with snapshot.make_writable(opened) as writable:
            return self._work_out(replace(self.memory, store=writable))

    def _work_out(self, memory: StageCache) -> Considered:
        annotate.annotate(memory, self.job)
        return shortlist.shortlist_articles(memory, self.job)


def update(memory: StageCache, job: Job, seen: witness.Observation | None) -> Catalogue:
    """Bring the catalogue up to date and give its library; `seen` is how the sources' folders stood
    before.
    """
    update_catalogue.refresh_catalogue(memory, job, seen)
    return Catalogue(job=job, memory=memory)


@contextmanager
def look_up(path: Path, job: Job, seen: witness.Observation | None) -> Iterator[Catalogue]:
    """The library of the store at `path` for who only looks: nothing is written and nobody
    waited for.

    What changed since the last build is read in a copy of the store, which is gone at the end.
    """
    with snapshot.take_snapshot(path) as shown:
        if update_catalogue.is_current(shown, job, seen):
            yield Catalogue(job=job, memory=StageCache(store=shown))
            return
        with snapshot.make_writable(shown) as opened:
            yield update(StageCache(store=opened), job, seen)
