"""Families: which articles are versions of one, and what each says of the others."""

from collections.abc import Sequence
from dataclasses import replace

from briefing import versions
from briefing.corpus import annotation
from briefing.corpus.differences import digest_ingestion
from briefing.corpus.stage_cache import StageCache, article_key, split_batches
from briefing.job.load import Job
from briefing.job.progress import count_items, report_nothing
from briefing.language import edtf
from briefing.model import Document, Family, Quarantined
from briefing.state import catalogue, kindred, store
from briefing.state.catalogue import Settled
from briefing.walk.library import up_to
from briefing.walk.outlets import grade_document

_MANY = 5000  # articles whose comparing is worth a line of progress


def settle_families(memory: StageCache, job: Job) -> None:
    """Tell the families of all that is in none, with what versions of an article say of each other.

    What appeared after the cut-off is set aside.
    """
    done = set[int]()
    unsettled = catalogue.unsettled_documents(memory.store)
    tell = memory.tell if len(unsettled) > _MANY else report_nothing
    for batch in split_batches(count_items(iter(unsettled), "comparing", len(unsettled), tell)):
        tied = {one for number in batch for one in kindred.tied_articles(memory.store, number)}
        told, families, aside = _compare_articles(memory, job, sorted(tied - done))
        done |= tied
        family_of = {one: family for family in families for one in family.documents}
        settled = [_settled_document(one, family_of[one.id]) for one in told]
        with catalogue.change_catalogue(memory.store):
            catalogue.settle_families(memory.store, settled)
            for late in aside:
                packed = annotation.aside_codec().encode(late)
                catalogue.set_aside(memory.store, catalogue.document_number(late.id), packed)


def _compare_articles(
    memory: StageCache, job: Job, members: Sequence[int]
) -> tuple[tuple[Document, ...], tuple[Family, ...], tuple[Quarantined, ...]]:
    """The articles with these numbers as their versions leave them, their families, and what is too
    late.
    """
    held = catalogue.kept_results(memory.store, members)
    documents = _graded_documents(memory, job, [result for result, _ in held.values()])
    ids = {catalogue.document_number(one.id): one.id for one in documents}
    sets = {ids[number]: kindred.unpack_shingles(packed) for number, (_, packed) in held.items()}
    kin = tuple(
        versions.Kin(one=ids[one], other=ids[other], share=share)
        for one, other, share in kindred.kin_pairs(memory.store, members)
    )
    return up_to(job.as_of, documents, sets, kin)


def _graded_documents(memory: StageCache, job: Job, results: Sequence[str]) -> tuple[Document, ...]:
    """Documents as they were read, in order of their locators."""
    kept = store.get_many(memory.store, digest_ingestion(), results)
    made = (annotation.document_codec().decode(kept[result])[0] for result in results)
    return tuple(
        sorted((grade_document(one, job.outlets) for one in made), key=lambda one: one.locator)
    )


def _settled_document(document: Document, family: Family) -> Settled:
    days = edtf.bounds(document.published.value) if document.published is not None else None
    return Settled(
        number=catalogue.document_number(document.id),
        family=family.id,
        place=family.documents.index(document.id),
        relation=family.relation,
        head=annotation.head_codec().encode(replace(document, text="")),
        first_day=days[0].toordinal() if days else 0,
        last_day=days[1].toordinal() if days else 0,
        key=article_key(document),
    )
