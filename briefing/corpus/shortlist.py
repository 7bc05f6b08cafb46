"""How much of a large corpus is looked at together: each tag hands on the passages that it fits
best.

Of what these offer each section then looks at as many statements as are worth most by themselves,
many times more than it has room for. A small corpus is looked at whole.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing import digest, tag
from briefing.corpus import annotate, stage_cache
from briefing.corpus import holdings as shelves
from briefing.corpus.stage_cache import StageCache, Studied
from briefing.job import code_version
from briefing.job.load import Job
from briefing.model import Candidate
from briefing.offer import outline
from briefing.offer.outline import Offered
from briefing.offer.packed import Place
from briefing.settings import analyst
from briefing.state import catalogue, kindred, notes, offers
from briefing.state.offers import Held
from briefing.walk import routing, window
from briefing.walk.library import Considered, Holdings

_WHOLE = 1500  # statements up to which all that is offered is looked at
_EACH = 12  # statements looked at for each that a section has room for
_ROOM = 8  # statements that a section is taken to have room for where the config doesn't say
_LISTED = 500  # documents up to which all are listed, looked at or not
_SECOND = 0.8  # what a section that isn't the passage's best leaves of its worth
_FOREIGN = 100  # documents in languages that no pack serves that are listed of many


def shortlist_articles(memory: StageCache, job: Job) -> Considered:
    """What the brief is made of: all that may serve it, or of very much the part that fits it
    best.

    What must be worked out for it is kept; raises FixedStoreError where the store is a snapshot.
    """
    count, _ = catalogue.count_documents(memory.store)
    paths = set(analyst.list_paths(job.analyst.file))
    named = catalogue.named_documents(memory.store, paths)
    crowded = offers.is_crowded(memory.store, job.taggers, job.consider)
    if not crowded and annotate.tells_little(memory, job, _WHOLE, apart=count <= _LISTED):
        return _gather_whole(memory, job, named, count)
    wanted = _wanted(memory, job)
    tied = {
        one for number in (*wanted, *named) for one in kindred.tied_articles(memory.store, number)
    }
    others = _listed_besides(memory, count)
    return _gather_considered(
        memory, job, sorted(tied), {**wanted, **dict.fromkeys(named)}, sorted(others - tied)
    )


def _gather_whole(memory: StageCache, job: Job, named: Sequence[int], count: int) -> Considered:
    """All articles; of very many those of which something may serve."""
    numbers = catalogue.all_documents(memory.store)
    if count <= _LISTED:
        return _gather_considered(memory, job, numbers, None)
    apart = set(catalogue.documents_apart(memory.store)).difference(named)
    others = apart.intersection(_listed_besides(memory, count))
    looked_at = [one for one in numbers if one not in apart]
    return _gather_considered(memory, job, looked_at, None, sorted(others))


def _listed_besides(memory: StageCache, count: int) -> set[int]:
    """The documents that are listed though nobody looks at them: of many only foreign ones."""
    if count <= _LISTED:
        return set(catalogue.all_documents(memory.store))
    return set(catalogue.newest_documents(memory.store, _FOREIGN, foreign=True))


def _gather_considered(
    memory: StageCache,
    job: Job,
    numbers: Sequence[int],
    wanted: Mapping[int, Collection[Place] | None] | None,
    others: Sequence[int] = (),
) -> Considered:
    rows = catalogue.shelved_documents(memory.store, numbers)
    listed = catalogue.shelved_documents(memory.store, others)
    holdings = shelves.look_at(memory.store, rows, listed)
    asked: dict[str, Collection[Place] | None] | None = None
    if wanted is not None:
        asked = {
            one.id: wanted[catalogue.document_number(one.id)]
            for one in holdings.documents
            if catalogue.document_number(one.id) in wanted
        }
        asked.update(dict.fromkeys(_outdating(holdings, asked)))
    _work_out(memory, job, holdings, asked)
    articles = tuple(stage_cache.annotated_articles(memory, job, holdings.documents, asked))
    return Considered(
        holdings=holdings,
        readings=tuple(article.reading for article in articles),
        offers=tuple(one for article in articles for one in _route_article(job, article)),
    )


def _work_out(
    memory: StageCache, job: Job, holdings: Holdings, asked: stage_cache.Wanted | None
) -> None:
    """Read the language of all that is looked at, with what is compared of it, and ground what is
    asked for.
    """
    numbers = [catalogue.document_number(one.id) for one in holdings.documents]
    if asked is None:
        annotate.offer(memory, job, numbers)
    else:
        whole = [one for one, wanted in asked.items() if wanted is None]
        annotate.offer(memory, job, [catalogue.document_number(one) for one in whole])
    annotate.understand(memory, job, numbers)


def _outdating(holdings: Holdings, asked: stage_cache.Wanted) -> list[str]:
    """The latest versions of articles of which older ones are looked at: they tell what is out
    of date.
    """
    several = (family.documents for family in holdings.families if family.relation == "version")
    return [latest for latest, *older in several if any(one in asked for one in older)]


def _wanted(memory: StageCache, job: Job) -> dict[int, set[Place]]:
    """By article the places of the offers that some section looks at.

    They are noted, with a digest of what they were asked by, and taken from there as long as no
    article is another one.
    """
    since = _window_start(memory, job)
    asked = _digest_order(job, since)
    noted = json.loads(notes.read_note(memory.store, notes.FOUND) or b"{}")
    if noted.get("asked") == asked:
        return {number: set(map(tuple, places)) for number, places in noted["wanted"]}
    wanted = _choose_wanted(memory, job, since)
    if not memory.store.fixed:
        rows = [(number, sorted(wanted[number])) for number in sorted(wanted)]
        packed = json.dumps({"asked": asked, "wanted": rows}).encode()
        with notes.change_notes(memory.store):
            notes.put_note(memory.store, notes.FOUND, packed)
    return wanted


def _digest_order(job: Job, since: int) -> str:
    """Digest all that decides which offers are looked at, the catalogue aside: the config's words,
    and the program's.
    """
    older = {slug: stage.older for slug, stage in job.sections.items()}
    order = (dict(job.tags), _rooms(job), older, [*job.taggers], job.consider, since)
    rules = code_version.digest_rooms(
        "corpus", "offer", "state", "tag", "walk/routing.py", "walk/window.py"
    )
    return digest.of_fields((rules, repr(order)))


def _window_start(memory: StageCache, job: Job) -> int:
    """The first day of the brief's window as a number, 0 where it has none."""
    opening = window.window_start(
        window.cut_off(
            job.as_of, window.day_of_ordinal(catalogue.count_documents(memory.store)[1])
        ),
        job.window,
    )
    return opening.toordinal() if opening else 0


def _choose_wanted(memory: StageCache, job: Job, since: int) -> dict[int, set[Place]]:
    """Work out by article the places of the offers that some section looks at: of all that is
    offered by the passages handed on, which alone are grounded.
    """
    held = _hold_passages(memory, job, since)
    lacking: dict[int, set[int]] = {}
    for (number, passage), found in held.items():
        if found.offer.outlines == offers.UNASKED:
            lacking.setdefault(number, set()).add(passage)
    if lacking:
        annotate.offer_passages(memory, job, lacking)
        held = _hold_passages(memory, job, since)
    offered = list(_outline_offers(job, [passage for _, passage in sorted(held.items())], since))
    wanted: dict[int, set[Place]] = {}
    for one in outline.keep_worthiest(offered, _rooms(job)):
        wanted.setdefault(one.article, set()).add((one.outline.passage, one.outline.index))
    return wanted


def _hold_passages(memory: StageCache, job: Job, since: int) -> dict[tuple[int, int], Held]:
    """The passages that tags hand on, by article and passage; with a section that takes
    everything, those of the newest articles too.
    """
    held = {
        (one.number, one.offer.passage): one
        for name in job.taggers
        for one in _handed_on(memory, job, name, since)
    }
    if annotate.takes_everything(job):
        newest = catalogue.newest_documents(memory.store, job.consider, foreign=False)
        annotate.offer(memory, job, newest)
        held.update(
            ((one.number, one.offer.passage), one)
            for one in offers.all_offers(memory.store, newest)
        )
    return held


def _handed_on(memory: StageCache, job: Job, name: str, since: int) -> list[Held]:
    """The passages that a tag fits best, at most `consider` of them.

    Where a section takes what is older than the window too, half of them at most are kept for the
    window.
    """
    recent = list(offers.best_offers(memory.store, name, job.consider, since))
    if not since or not _asks_for_older(job, name):
        return recent
    first = {(one.number, one.offer.passage): one for one in recent[: (job.consider + 1) // 2]}
    whenever = offers.best_offers(memory.store, name, job.consider, 0)
    found = first | {(one.number, one.offer.passage): one for one in whenever}
    return list(found.values())[: job.consider]


def _asks_for_older(job: Job, name: str) -> bool:
    """Whether a section that takes the tag takes articles from before the window."""
    return any(job.sections[slug].older for slug, tags in job.tags.items() if name in tags)


def _rooms(job: Job) -> dict[str, int]:
    """How many statements each section looks at."""
    budget = {slug: stage.statements or _ROOM for slug, stage in job.sections.items()}
    return {slug: _EACH * statements for slug, statements in budget.items()}


def _outline_offers(job: Job, passages: Iterable[Held], since: int) -> Iterator[Offered]:
    """The outlines of what passages offer, with how much sections want of it."""
    sections = routing.section_wants(job)
    new_only = {slug for slug, stage in job.sections.items() if not stage.older}
    for held in passages:
        left_out = new_only if 0 < held.day < since else ()
        takers = tag.section_takers(held.offer.tags, sections)
        wanted = {
            slug: _SECOND if at else 1.0 for at, slug in enumerate(takers) if slug not in left_out
        }
        for one in outline.unpack_outlines(held.offer.outlines):
            yield Offered(article=held.number, family=held.family, outline=one, sections=wanted)


def _route_article(job: Job, article: Studied) -> Iterator[Candidate]:
    """What an article could tell, each with the sections that it may serve."""
    by_number = {passage.number: passage for passage in article.reading.passages}
    routes = {
        number: routing.passage_routes(job, by_number[number])
        for number in {one.passage for one in article.offers}
    }
    return (replace(one, sections=routes[one.passage]) for one in article.offers)
