"""The walk: an article crosses each room once, from left to right.

    sources -ingest-> Document -split-> Passage -tag-> tagged Passage -offer-> Candidates,
    section by section
      -corroborate-> Claims -compose-> Brief -prove-> Brief

No clock, no network, no database: what comes in decides what goes out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.compose import compose
from briefing.compose.derive import derive
from briefing.compose.material import Ingredients
from briefing.corroborate import corroborate, differences, outdated, supported, suspects
from briefing.events.connect import connect
from briefing.events.support import Grounds, support_clauses
from briefing.job.load import Job
from briefing.model import Brief, Candidate, Reading, Shortlist
from briefing.offer import concepts
from briefing.offer.candidates import TELLING, candidates
from briefing.offer.material import Material
from briefing.offer.places import places
from briefing.offer.timeline import Told, timeline
from briefing.walk import decisions, routing, window
from briefing.walk.library import Library


def assemble(
    job: Job,
    library: Library,
    readings: Sequence[Reading],
    offers: Sequence[Candidate] | None = None,
) -> tuple[Brief, Mapping[str, str]]:
    """Make the brief of the articles as read, and say which statements the analyst excludes and why.

    Its statements are named by key, not yet by id. `offers` are the candidates of all readings,
    where they are at hand from an earlier walk.
    """
    offered = tuple(offers) if offers is not None else offer(job, readings)
    tongue = {one.document.id: one.document.language for one in readings}
    possible = tuple(c for c in offered if tongue[c.document] in {None, job.frame.language[:2]})
    decided = decisions.on(job.analyst, readings, possible)
    doubtful = suspects(decided.candidates, job.pinned)
    families = {document: family.id for family in library.families for document in family.documents}
    latest = {
        document: place
        for family in library.families
        for place, document in enumerate(family.documents)
    }
    sound = tuple(c for c in decided.candidates if c.statement.key not in doubtful)
    told = outdated(sound, families, latest)
    documents = {document.id: document for document in library.documents}
    as_of = window.cut_off(job.as_of, library.newest)
    material = Material(
        readings=tuple(readings),
        candidates=told,
        families=families,
        pinned=job.pinned,
        recent=window.recent(library.documents, as_of, job.window),
    )
    shortlists = tuple(section(material) for section in job.sections.values())
    claims = corroborate(_offered(shortlists), families, latest)
    ingredients = Ingredients(
        frame=job.frame,
        as_of=as_of,
        window=job.window,
        shortlists=shortlists,
        weights=concepts.weigh_concepts(tuple(_body_sentences(readings, families))),
        claims={claim.lead.statement.key: claim for claim in claims},
        documents=documents,
        families=library.families,
        quarantined=library.quarantined,
        others=library.others,
        unlisted=library.count - len(library.documents) - len(library.others),
        pins=decided.pins,
        disagreements=decided.corrections,
        judgements=decided.judgements,
    )
    grounds = Grounds(
        readings={one.document.id: one for one in readings},
        documents=documents,
        families=families,
        connections=connect(readings, families),
    )
    brief = compose(
        ingredients,
        lambda claim: support_clauses(supported(claim, documents, families), grounds),
    )
    keys = frozenset(
        statement.key for section in brief.sections for statement in section.statements
    )
    sides = (
        *(claim.lead for claim in claims),
        *(c for c in decided.candidates if c.statement.key in doubtful),
    )
    whole = replace(
        brief,
        disagreements=(*brief.disagreements, *differences(sides, families, job.pinned, keys)),
        timeline=timeline(
            Told(candidates=told, readings={one.document.id: one for one in readings}, keys=keys)
        ),
        places=places(brief, readings, job.pinned),
        names=job.pinned,
    )
    return derive(whole), decided.excluded


def offer(job: Job, readings: Sequence[Reading]) -> tuple[Candidate, ...]:
    """Give all that the articles could tell, in reading job."""
    return tuple(
        c for one in readings for c in candidates(one, lambda passage: routing.routes(job, passage))
    )


def _offered(shortlists: Sequence[Shortlist]) -> tuple[Candidate, ...]:
    """Give every candidate that some section considers, once, in order of place.

    Versions and reprints of an article make statements of the same words, and so of the same key:
    each is one.
    """
    ranked = (item.candidate for one in shortlists for item in one.ranked)
    found = {(candidate.document, candidate.statement.key): candidate for candidate in ranked}
    return tuple(sorted(found.values(), key=lambda c: (c.document, c.position, c.statement.key)))


def _body_sentences(
    readings: Sequence[Reading], families: Mapping[str, str]
) -> Iterator[concepts.Unit]:
    """The sentences that concepts are weighed over: all of the articles' bodies, tellable or not."""
    for reading in readings:
        position = 0
        for passage in reading.passages:
            if passage.dropped is not None or passage.kind not in TELLING:
                continue
            for sentence in passage.sentences:
                text = reading.document.text[sentence.start : sentence.end]
                family = families[reading.document.id]
                yield concepts.Unit(text=text, family=family, position=position)
                position += 1
