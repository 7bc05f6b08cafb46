"""The walk: an article crosses each room once, from left to right.

    sources -ingest-> Document -split-> Passage -tag-> tagged Passage -offer-> Candidates,
    section by section
      -corroborate-> Claims -compose-> Brief -prove-> Brief

No clock, no network, no database: what comes in decides what goes out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing import split, tag, versions
from briefing.compose import compose
from briefing.compose.derive import derive
from briefing.compose.material import Ingredients
from briefing.corroborate import corroborate, differences, outdated, supported, suspects
from briefing.ingest import read
from briefing.language import edtf
from briefing.languages.en import reading
from briefing.model import (
    Brief,
    Candidate,
    Document,
    Family,
    Passage,
    Quarantined,
    Reading,
    Shortlist,
    Wanted,
)
from briefing.offer import concepts
from briefing.offer.candidates import candidates
from briefing.offer.material import Material
from briefing.offer.places import places
from briefing.offer.timeline import Told, timeline
from briefing.pipeline import decide, proof
from briefing.pipeline.order import Order
from briefing.prove import Failure

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """A section as routing sees it."""

    slug: str
    tags: tuple[str, ...]


def ingest(order: Order) -> Library:
    """Read every source once; what can't be read, or is known to be too late, is set aside with its reason."""
    found = sorted(
        {one.locator: one for source in order.sources for one in source(order.base)}.items()
    )
    made = [read(one, order.supplied.get(locator)) for locator, one in found]
    documents = tuple(graded(one, order.outlets) for one in made if isinstance(one, Document))
    sets = {one.id: versions.shingles(one) for one in documents}
    told, families, aside = up_to(order.as_of, documents, sets, tuple(versions.kin(sets)))
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


def understand(order: Order, document: Document) -> Reading:
    """Split, read and tag one article."""
    passages = split.split(document)
    return tag.tag(reading.read(document, passages, order.pinned), order.taggers)


def routes(order: Order, passage: Passage) -> tuple[tuple[str, float], ...]:
    """Give the sections a passage may serve, best first, each with its tag's score."""
    scores = {one.name: one.score for one in passage.tags}
    slugs = tag.route(passage, wanting(order))
    return tuple(
        (slug, max((scores.get(name, 0.0) for name in order.tags[slug]), default=1.0))
        for slug in slugs
    )


def wanting(order: Order) -> tuple[Wanting, ...]:
    """Give the sections as routing sees them."""
    return tuple(Wanting(slug=slug, tags=tags) for slug, tags in order.tags.items())


def tell(
    order: Order,
    library: Library,
    readings: Sequence[Reading],
    offers: Sequence[Candidate] | None = None,
) -> tuple[Brief, Mapping[str, str]]:
    """Make the brief of the articles as read, and say which statements the analyst excludes and why.

    Its statements are named by key, not yet by id. `offers` are the candidates of all readings,
    where they are at hand from an earlier walk.
    """
    offered = tuple(offers) if offers is not None else offer(order, readings)
    tongue = {one.document.id: one.document.language for one in readings}
    possible = tuple(c for c in offered if tongue[c.document] in {None, order.frame.language[:2]})
    decided = decide.on(order.analyst, readings, possible)
    doubtful = suspects(decided.candidates, order.pinned)
    families = {document: family.id for family in library.families for document in family.documents}
    latest = {
        document: place
        for family in library.families
        for place, document in enumerate(family.documents)
    }
    sound = tuple(c for c in decided.candidates if c.statement.key not in doubtful)
    told = outdated(sound, families, latest)
    documents = {document.id: document for document in library.documents}
    as_of = cut_off(order.as_of, library.newest)
    material = Material(
        readings=tuple(readings),
        candidates=told,
        families=families,
        pinned=order.pinned,
        recent=recent(library.documents, as_of, order.window),
    )
    shortlists = tuple(section(material) for section in order.sections.values())
    claims = corroborate(_offered(shortlists), families, latest)
    ingredients = Ingredients(
        frame=order.frame,
        as_of=as_of,
        window=order.window,
        shortlists=shortlists,
        weights=concepts.weigh(
            _units(told, families), sum(_room(one.wanted) for one in shortlists)
        ),
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
    brief = compose(ingredients, lambda claim: supported(claim, documents, families))
    keys = frozenset(
        statement.key for section in brief.sections for statement in section.statements
    )
    sides = (
        *(claim.lead for claim in claims),
        *(c for c in decided.candidates if c.statement.key in doubtful),
    )
    whole = replace(
        brief,
        disagreements=(*brief.disagreements, *differences(sides, families, order.pinned, keys)),
        timeline=timeline(
            Told(candidates=told, readings={one.document.id: one for one in readings}, keys=keys)
        ),
        places=places(brief, readings, order.pinned),
        names=order.pinned,
    )
    return derive(whole), decided.excluded


def offer(order: Order, readings: Sequence[Reading]) -> tuple[Candidate, ...]:
    """Give all that the articles could tell, in reading order."""
    return tuple(
        c for one in readings for c in candidates(one, lambda passage: routes(order, passage))
    )


def _offered(shortlists: Sequence[Shortlist]) -> tuple[Candidate, ...]:
    """Give every candidate that some section considers, once, in order of place.

    Versions and reprints of an article make statements of the same words, and so of the same key:
    each is one.
    """
    ranked = (item.candidate for one in shortlists for item in one.ranked)
    found = {(candidate.document, candidate.statement.key): candidate for candidate in ranked}
    return tuple(sorted(found.values(), key=lambda c: (c.document, c.position, c.statement.key)))


def _room(wanted: Wanted) -> int:
    """Give the words that a section has room for; a statement has about 25."""
    return wanted.words if wanted.words is not None else 25 * wanted.statements


def _units(told: Sequence[Candidate], families: Mapping[str, str]) -> tuple[concepts.Unit, ...]:
    """Give what concepts are weighed over."""
    return tuple(
        concepts.Unit(text=c.statement.text, family=families[c.document], position=c.position)
        for c in told
    )


def cut_off(as_of: str, newest: date | None) -> str:
    """Give the information cut-off: as configured, or the newest date that a source proves."""
    if as_of != "latest":
        return as_of
    return newest.isoformat() if newest else ""


def day(ordinal: int) -> date | None:
    """Give the day of an ordinal, 0 standing for none."""
    return date.fromordinal(ordinal) if ordinal else None


def recent(documents: Sequence[Document], as_of: str, window: str) -> frozenset[str]:
    """Give the documents that count as news: those whose date reaches into the window before `as_of`.

    Undated ones count: nothing shows that they are old. Without a window everything counts.
    """
    since = opening(as_of, window)
    return frozenset(
        d.id
        for d in documents
        if since is None or d.published is None or edtf.bounds(d.published.value)[1] >= since
    )


def opening(as_of: str, window: str) -> date | None:
    """Give the first day of the window before `as_of`; None where everything counts as news."""
    days = {"d": 1, "w": 7, "m": 30, "y": 365}
    if not window or not as_of:
        return None
    end = edtf.bounds(as_of)[1]
    return end - min(timedelta(days=int(window[:-1]) * days[window[-1]]), end - date.min)


def proved(brief: Brief, readings: Sequence[Reading]) -> tuple[Failure, ...]:
    """Replay a brief against the articles as read; empty means that every statement holds."""
    return proof.failures(brief, readings)
