"""The walk's steps between what articles could tell and a brief: decided, ranked, composed.

No clock, no network, no database: what comes in decides what goes out. `edition.make` is the whole
walk; `verification.retell` takes these steps again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing import tag
from briefing.compose import compose_sections
from briefing.compose.departures import find_outlived
from briefing.compose.derive import derive_brief
from briefing.compose.editing.seat import EditorSeat
from briefing.compose.material import Ingredients
from briefing.compose.order import renumber_sources
from briefing.compose.retractions import find_taken_back
from briefing.compose.worth import (
    weigh_anecdotes,
    weigh_asides,
    weigh_elsewhere,
    weigh_old_sayings,
    weigh_quips,
    weigh_revising,
    weigh_slight,
)
from briefing.corroborate import (
    find_differences,
    group_claims,
    support_statement,
    suspect_keys,
    weigh_outdated,
    weigh_recurring,
)
from briefing.events.connect import Connections
from briefing.events.differing import keep_chief, leave_counted
from briefing.events.disputes import keep_foremost, list_disputes
from briefing.events.importance import tell_how_widely, weigh_widely_told
from briefing.events.support import Grounds, support_clauses
from briefing.job.load import Job
from briefing.languages import is_rewritten, is_told
from briefing.model import Brief, Candidate, Claim, Reading, Shortlist
from briefing.offer.material import Material
from briefing.offer.places import named_places
from briefing.offer.timeline import TimelineMaterial, make_timeline
from briefing.walk import decisions, pins, reworded, translations, window
from briefing.walk.decisions import Decided
from briefing.walk.library import Considered, Holdings
from briefing.walk.notes import (
    note_asides,
    note_connections,
    note_counts,
    note_differing,
    note_landscape,
    note_reversals,
    note_weights,
)
from briefing.walk.shortlist import shortlist

_MOST_REVERSALS = 6  # rows of what later versions turn round


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionsRanking:
    """What the sections make of what could be told.

    `told` are the candidates that are neither in doubt nor out of date, `doubtful` those at which
    their own article gives reason to doubt. `connections` are the clauses of all articles, joined.
    """

    told: tuple[Candidate, ...]
    doubtful: tuple[Candidate, ...]
    shortlists: tuple[Shortlist, ...]
    connections: Connections


def decide(job: Job, considered: Considered) -> Decided:
    """Apply the analyst's file to what could be told of texts that some pack serves."""
    possible = tuple(c for c in considered.offers if is_told(c.language))
    decided = decisions.apply_decisions(job.analyst, considered.readings, possible)
    return pins.obey_pins(job, considered.readings, decided) if job.analyst.file.pin else decided


def rank(job: Job, considered: Considered, decided: Decided) -> SectionsRanking:
    """Ask every section what it would tell, of what is neither in doubt nor out of date."""
    considered = _keep_in_view(considered, decided)
    possible = reworded.drop_retold(decided.candidates, considered)
    considered = reworded.join_copies(considered)
    holdings = considered.holdings
    families = _families(holdings)
    doubtful = suspect_keys(_keep_rewritten(possible), job.pinned)
    sound = tuple(
        c
        for c in _leave_asides(possible, considered.readings)
        if c.statement.pinned or c.statement.key not in doubtful
    )
    documents = {document.id: document for document in holdings.documents}
    connections = note_connections(considered.notebook, considered.readings, families)
    told = weigh_widely_told(
        weigh_recurring(weigh_outdated(sound, families, _places(holdings)), documents),
        tell_how_widely(connections, families),
    )
    readings, title = considered.readings, job.frame.title
    asides = note_asides(considered.notebook, readings, families, title)
    whole = weigh_asides(
        weigh_old_sayings(weigh_revising(weigh_slight(told)), readings), asides, title
    )
    told = weigh_anecdotes(weigh_quips(whole, readings, title), readings)
    told = weigh_elsewhere(told, readings)
    material = Material(
        readings=considered.readings,
        candidates=told,
        families=families,
        pinned=job.pinned,
        pages=job.pages,
        recent=window.recent_documents(holdings.documents, _as_of(job, holdings), job.window),
    )
    # Quips keep their worth in a digest of so many words: without them its words were further from
    # those of 28 summaries written by people (bigrams shared 18.9 in place of 19.8 %).
    digests = replace(material, candidates=whole)
    return SectionsRanking(
        told=told,
        doubtful=tuple(
            c for c in possible if c.statement.key in doubtful and not c.statement.pinned
        ),
        shortlists=tuple(
            pins.add_pinned(
                shortlist(
                    kind,
                    material if kind.words is None else digests,
                    job.questions.get(slug, ()),
                ),
                decided.pins.get(slug, ()),
            )
            for slug, kind in job.sections.items()
        ),
        connections=connections,
    )


def compose_brief(
    job: Job,
    considered: Considered,
    decided: Decided,
    ranking: SectionsRanking,
    seat: EditorSeat | None = None,
) -> Brief:
    """Select and order what is told, with the tables around it; an editor in its `seat` chooses
    along. Statements are named by key, not yet by id.
    """
    considered = reworded.join_copies(_keep_in_view(considered, decided))
    holdings, readings, notebook = considered.holdings, considered.readings, considered.notebook
    families, older = _families(holdings), _older_versions(holdings)
    documents = {document.id: document for document in holdings.documents}
    claims = _group_considered(holdings, ranking)
    ingredients = _gather(job, considered, decided, ranking, claims)
    by_id = {one.document.id: one for one in readings}
    grounds = Grounds(
        readings=by_id,
        documents=documents,
        families=families,
        connections=ranking.connections,
    )
    brief = compose_sections(
        ingredients,
        support=lambda claim: support_clauses(
            support_statement(claim, documents, families), grounds
        ),
        order=lambda slug, chosen: job.sections[slug].order(chosen),
        seat=seat,
    )
    keys = frozenset(statement.key for statement in brief.statements)
    leads = (claim.lead for claim in claims if not claim.lead.quoted)
    sides = _keep_rewritten((*leads, *ranking.doubtful))
    disputes = keep_foremost(list_disputes(ranking.connections.disputed, by_id, older))
    differing = note_differing(notebook, readings, families, older)
    counted = note_counts(notebook, readings, families, older)
    whole = replace(
        brief,
        disagreements=(
            *brief.disagreements,
            *counted,
            *disputes,
            *keep_chief(leave_counted(differing, counted), disputes),
            *note_reversals(notebook, readings, families, older)[:_MOST_REVERSALS],
            *find_differences(sides, families, job.pinned, keys),
        ),
        timeline=make_timeline(
            TimelineMaterial(
                candidates=_leave_taken_back(ranking.told, by_id),
                readings=by_id,
                keys=keys,
                tellings=tell_how_widely(grounds.connections, families),
                main=next(iter(brief.bottom_line), ""),
            )
        ),
        places=named_places(brief, readings, job.pinned),
        names=job.pinned,
    )
    whole = replace(whole, sources=renumber_sources(whole))
    told = translations.add_translations(whole, job.analyst.file, readings)
    return derive_brief(told, job.sections)


def _leave_taken_back(
    told: Sequence[Candidate], readings: Mapping[str, Reading]
) -> tuple[Candidate, ...]:
    """Candidates without words that their speaker has taken back since, and without what was said
    of an office before it was left.
    """
    statements = [one.statement for one in told]
    gone = find_taken_back(statements, readings) | find_outlived(statements, readings)
    return tuple(one for one in told if one.statement.key not in gone or one.statement.pinned)


def _leave_asides(
    candidates: Sequence[Candidate], readings: Sequence[Reading]
) -> Iterator[Candidate]:
    """Candidates without those that no section may tell because their passage is about something
    else: no timeline holds them either. One that the analyst moved or pinned has a section.
    """
    aside = {
        (one.document, one.number)
        for reading in readings
        for one in reading.passages
        if tag.is_aside(one)
    }
    return (c for c in candidates if c.sections or (c.document, c.passage) not in aside)


def _keep_rewritten(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those in languages of which the rules know what words deny, weigh and contradict."""
    return tuple(one for one in candidates if is_rewritten(one.language))


def gather_ingredients(
    job: Job, considered: Considered, decided: Decided, ranking: SectionsRanking
) -> Ingredients:
    """What a brief is composed of, for who asks why it tells what it does."""
    considered = reworded.join_copies(_keep_in_view(considered, decided))
    claims = _group_considered(considered.holdings, ranking)
    return _gather(job, considered, decided, ranking, claims)


def _group_considered(holdings: Holdings, ranking: SectionsRanking) -> tuple[Claim, ...]:
    """What sections consider, as claims."""
    possible = _considered_candidates(ranking.shortlists)
    return group_claims(possible, _families(holdings), _places(holdings))


def _keep_in_view(considered: Considered, decided: Decided) -> Considered:
    """What is considered without the articles that the analyst leaves out whole: those are listed
    and neither told nor counted.
    """
    holdings, out = considered.holdings, decided.left_out
    if not out:
        return considered
    listed = tuple(one for one in holdings.documents if one.id in out)
    seen = tuple(one for one in holdings.documents if one.id not in out)
    return replace(
        considered,
        holdings=replace(holdings, documents=seen, others=(*holdings.others, *listed)),
        readings=tuple(one for one in considered.readings if one.document.id not in out),
    )


def _gather(
    job: Job,
    considered: Considered,
    decided: Decided,
    ranking: SectionsRanking,
    claims: Sequence[Claim],
) -> Ingredients:
    """Put together what a brief is composed of."""
    holdings, readings, notebook = considered.holdings, considered.readings, considered.notebook
    families, title = _families(holdings), job.frame.title
    return Ingredients(
        frame=job.frame,
        as_of=_as_of(job, holdings),
        window=job.window,
        shortlists=ranking.shortlists,
        rules=job.sections,
        weights=note_weights(notebook, readings, families),
        landscape=note_landscape(notebook, readings, families, ranking.connections, title),
        claims={claim.lead.statement.key: claim for claim in claims},
        documents={document.id: document for document in holdings.documents},
        families=holdings.families,
        quarantined=holdings.quarantined,
        others=holdings.others,
        unlisted=holdings.count - len(holdings.documents) - len(holdings.others),
        unrelated=holdings.unrelated,
        pins={
            slug: tuple(one.statement.key for one in pinned)
            for slug, pinned in decided.pins.items()
        },
        disagreements=decided.corrections,
        judgements=decided.judgements,
    )


def _as_of(job: Job, holdings: Holdings) -> str:
    return window.cut_off(job.as_of, holdings.newest)


def _families(holdings: Holdings) -> dict[str, str]:
    """The id of each document's family."""
    return {document: family.id for family in holdings.families for document in family.documents}


def _older_versions(holdings: Holdings) -> frozenset[str]:
    """The documents of which a later version is among the sources."""
    versions = (one.documents for one in holdings.families if one.relation == "version")
    return frozenset(document for documents in versions for document in documents[1:])


def _places(holdings: Holdings) -> dict[str, int]:
    """Give each document's place among the versions of its text, 0 the latest."""
    return {
        document: place
        for family in holdings.families
        for place, document in enumerate(family.documents)
    }


def _considered_candidates(shortlists: Sequence[Shortlist]) -> tuple[Candidate, ...]:
    """Every candidate that some section considers, once, in order of place.

    Versions and reprints of an article make statements of the same words, and so of the same key:
    each is one.
    """
    ranked = (item.candidate for one in shortlists for item in one.ranked)
    found = {(candidate.document, candidate.statement.key): candidate for candidate in ranked}
    return tuple(sorted(found.values(), key=lambda c: (c.document, c.position, c.statement.key)))
