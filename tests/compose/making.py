"""Statements, candidates and shortlists made by hand, for tests of what comes after the
articles."""

from briefing import digest
from briefing.model import (
    Attribution,
    Candidate,
    Citation,
    Document,
    Known,
    Part,
    Ranked,
    Shortlist,
    Statement,
    Wanted,
)
from briefing.offer.concepts import find_concepts


def document(name, outlet=None, published=None, text=""):
    """Make a document of which little is known."""
    return Document(
        id=name,
        locator=f"{name}.txt",
        path=f"{name}.txt",
        url=None,
        revision="0" * 64,
        size=len(text),
        encoding="utf-8",
        text=text,
        language="en",
        outlet=Known(value=outlet, basis="stated") if outlet else None,
        published=Known(value=published, basis="stated") if published else None,
    )


def citation(text, name, **said):
    """Make a citation that is the whole of `text`."""
    attribution = Attribution(**said)
    return Citation(
        document=name,
        passage=1,
        start=0,
        end=len(text),
        quote=text,
        role="basis",
        attribution=attribution,
    )


def candidate(text, name="d1", *, position=0, sections=(("s", 1.0),), cost=0, parts=1, **said):
    """Make a candidate that tells `text` as it stands, in as many parts as asked."""
    return Candidate(
        statement=Statement(
            key=digest.short_digest("k", text, *[text] * parts),
            text=text,
            parts=tuple(Part(citation=number) for number in range(parts)),
            citations=(citation(text, name, **said),) * parts,
        ),
        document=name,
        passage=1,
        position=position,
        sections=tuple(sections),
        cost=cost,
    )


def shortlist(candidates, slug="s", *, views=False, statements=8, words=None):
    """Make a shortlist of candidates in the order given."""
    return Shortlist(
        wanted=Wanted(
            slug=slug,
            title=slug.title(),
            kind="digest",
            views=views,
            statements=statements,
            words=words,
        ),
        ranked=tuple(
            Ranked(
                candidate=c,
                concepts=find_concepts(c.statement.text),
                words=len(c.statement.text.split()),
            )
            for c in candidates
        ),
    )


def weights(*lists):
    """Give every concept the weight one."""
    return {concept: 1.0 for one in lists for ranked in one.ranked for concept in ranked.concepts}
