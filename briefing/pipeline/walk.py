"""The walk: an article crosses each room once, from left to right.

    sources -ingest-> Document -split-> Passage -tag-> tagged Passage -summarize-> Candidates, section by section
      -corroborate-> Claims -compose-> Brief -prove-> Brief

No clock, no network, no database: what comes in decides what goes out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import split, tag, versions
from briefing.compose import compose
from briefing.compose.derive import derive
from briefing.compose.material import Ingredients
from briefing.corroborate import corroborate, supported
from briefing.ingest import Found, Supplied, read
from briefing.language import edtf, reading
from briefing.language.names import Pinned
from briefing.model import (
    Brief,
    Candidate,
    Document,
    Family,
    Frame,
    Passage,
    Quarantined,
    Reading,
    Shortlist,
)
from briefing.prove import Failure, prove
from briefing.stages import Summarizer
from briefing.summarize import concepts
from briefing.summarize.candidates import candidates
from briefing.summarize.material import Material
from briefing.summarize.places import places
from briefing.summarize.timeline import timeline
from briefing.tag import Tagger


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the config asks of a brief, stages ready to call."""

    base: Path
    frame: Frame
    as_of: str
    window: str
    sources: tuple[Callable[[Path], tuple[Found, ...]], ...]
    supplied: Mapping[str, Supplied]
    taggers: Mapping[str, Tagger]
    sections: tuple[Summarizer, ...]
    pinned: tuple[Pinned, ...]
    outlets: Mapping[str, tuple[str | None, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What was read: documents in order of their locators, families, what could not be read."""

    documents: tuple[Document, ...]
    families: tuple[Family, ...]
    quarantined: tuple[Quarantined, ...]


def ingest(order: Order) -> Library:
    """Read every source once; what can't be read is set aside with its reason."""
    found = sorted({one.locator: one for source in order.sources for one in source(order.base)}.items())
    made = [read(one, order.supplied.get(locator)) for locator, one in found]
    documents = tuple(_graded(one, order.outlets) for one in made if isinstance(one, Document))
    families = versions.group(documents)
    return Library(
        documents=versions.infer(documents, families),
        families=families,
        quarantined=tuple(one for one in made if isinstance(one, Quarantined)),
    )


def _graded(document: Document, outlets: Mapping[str, tuple[str | None, str]]) -> Document:
    """Give a document its outlet's reliability and note from the config, unless it has its own."""
    if document.outlet is None or document.outlet.value not in outlets:
        return document
    letter, note = outlets[document.outlet.value]
    return replace(document, reliability=document.reliability or letter, note=document.note or note or None)


def understand(order: Order, document: Document) -> Reading:
    """Split, read and tag one article."""
    passages = split.split(document)
    return tag.tag(reading.read(document, passages, order.pinned), order.taggers)


def routes(order: Order, passage: Passage) -> tuple[tuple[str, float], ...]:
    """Give the sections a passage may serve, best first, each with its tag's score."""
    scores = {one.name: one.score for one in passage.tags}
    tags = {section.slug: section.tags for section in order.sections}
    return tuple(
        (slug, max((scores.get(name, 0.0) for name in tags[slug]), default=1.0))
        for slug in tag.route(passage, order.sections)
    )


def tell(order: Order, library: Library, readings: Sequence[Reading]) -> Brief:
    """Make the brief of the articles as read: its statements named by key, not yet by id."""
    told = tuple(c for one in readings for c in candidates(one, lambda passage: routes(order, passage)))
    families = {document: family.id for family in library.families for document in family.documents}
    latest = {document: place for family in library.families for place, document in enumerate(family.documents)}
    documents = {document.id: document for document in library.documents}
    as_of = cut_off(order.as_of, library.documents)
    material = Material(
        readings=tuple(readings), candidates=told, families=families, pinned=order.pinned,
        recent=recent(library.documents, as_of, order.window),
    )
    shortlists = tuple(section(material) for section in order.sections)
    claims = corroborate(_offered(shortlists), families, latest)
    ingredients = Ingredients(
        frame=order.frame,
        as_of=as_of,
        window=order.window,
        shortlists=shortlists,
        weights=concepts.weigh(_units(told, families)),
        claims={claim.lead.statement.key: claim for claim in claims},
        documents=documents,
        families=library.families,
        quarantined=library.quarantined,
    )
    brief = compose(ingredients, lambda claim: supported(claim, documents, families))
    return derive(replace(brief, timeline=timeline(brief, readings), places=places(brief, readings, order.pinned)))


def _offered(shortlists: Sequence[Shortlist]) -> tuple[Candidate, ...]:
    """Give every candidate that some section considers, once, in order of place."""
    found = {item.candidate.statement.key: item.candidate for one in shortlists for item in one.ranked}
    return tuple(sorted(found.values(), key=lambda c: (c.document, c.position, c.statement.key)))


def _units(told: Sequence[Candidate], families: Mapping[str, str]) -> tuple[concepts.Unit, ...]:
    """Give what concepts are weighed over."""
    return tuple(
        concepts.Unit(text=c.statement.text, family=families[c.document], position=c.position) for c in told
    )


def cut_off(as_of: str, documents: Sequence[Document]) -> str:
    """Give the information cut-off: as configured, or the newest date that a source proves."""
    if as_of != "latest":
        return as_of
    proved = [edtf.bounds(d.published.value)[0] for d in documents if d.published is not None]
    return max(proved).isoformat() if proved else ""


def recent(documents: Sequence[Document], as_of: str, window: str) -> frozenset[str]:
    """Give the documents that count as news: those whose date reaches into the window before `as_of`.

    Undated ones count: nothing shows that they are old. Without a window everything counts.
    """
    days = {"d": 1, "w": 7, "m": 30, "y": 365}
    if not window or not as_of:
        return frozenset(d.id for d in documents)
    length = int(window[:-1]) * days[window[-1]]
    end = edtf.bounds(as_of)[1]
    return frozenset(
        d.id for d in documents
        if d.published is None or (end - edtf.bounds(d.published.value)[1]).days <= length
    )


def proved(brief: Brief, readings: Sequence[Reading]) -> tuple[Failure, ...]:
    """Replay a brief against the articles as read; empty means that every statement holds."""
    return prove(brief, {one.document.id: one for one in readings}, derive)

