"""The articles of a brief, asked whether they bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from briefing import split, tag
from briefing.job.orders import PROGRAM
from briefing.languages.packs import read_article as read_language
from briefing.model import Brief, Document, Pinned, Reading
from briefing.verification import evidence, excerpts, proof
from briefing.verification.audit import MOST_FAILURES, SHOWN, Audit, Findings, name_some
from briefing.verification.prove import check_words

_KEEP = 256  # articles whose reading is kept while a process verifies brief after brief


def ask_sources(
    audit: Audit,
    found: evidence.GatheredEvidence,
    readings: tuple[Reading, ...],
    hard: tuple[str, ...],
) -> Findings:
    """Ask the articles; `hard` is what fails whoever made the edition. What another program's
    edition tells otherwise is a note: its quotes alone must hold.
    """
    told = [*found.faults, *_ask_articles(audit, found, readings)]
    notes = list(_stood_in(audit.brief, found))
    if audit.is_older:
        failures = [*hard, *_ask_quotes(audit, found)]
        notes.extend(_told_otherwise(told))
    else:
        failures = [*hard, *told]
        notes.extend(_note_program(audit, found) if told and not hard else ())
    return Findings(failures=tuple(failures), notes=tuple(notes))


def tag_again(audit: Audit, document: Document) -> Reading:
    """Read an article anew, with the tags of a config at hand: so the proof and the walk walked
    again ask one reading, and what is remembered of it serves both.
    """
    plain = _read_again(document, audit.brief.names)
    return tag.tag_reading(plain, audit.desk.job.taggers) if audit.desk.job else plain


def _ask_articles(
    audit: Audit, found: evidence.GatheredEvidence, readings: tuple[Reading, ...]
) -> Iterator[str]:
    """Ask the articles; of very many failures the first are enough."""
    if found.faults or found.missing:
        return
    texts = {document.id: document for document in found.documents}
    sources = (
        replace(entry, document=texts.get(entry.id, entry.document))
        for entry in audit.brief.sources
    )
    whole = replace(audit.brief, sources=tuple(sources))
    failures = proof.yield_failures(whole, readings, audit.rules, audit.notebook)
    yield from map(str, islice(failures, MOST_FAILURES))


def _ask_quotes(audit: Audit, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Ask of an edition of another program only what no rule has a say in."""
    readings = {one.id: _read_again(one, audit.brief.names) for one in found.documents}
    if not found.missing:
        yield from map(str, islice(check_words(audit.brief, readings), MOST_FAILURES))


def _note_program(audit: Audit, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Say of what is refused that another program made it, where only rules refuse it."""
    if PROGRAM in audit.changed and not tuple(_ask_quotes(audit, found)):
        yield (
            "the edition's manifest says that another program made it: what is refused may be what "
            "its rules gave; every quote stands, and every text follows from its quotes"
        )


def _told_otherwise(lines: Sequence[str]) -> Iterator[str]:
    """Say what the rules of today give otherwise than those that an edition was made by."""
    for line in lines[:SHOWN]:
        yield f"told otherwise by today's program: {line}"
    if len(lines) > SHOWN:
        yield f"told otherwise by today's program: {len(lines) - SHOWN} things more"


def _stood_in(brief: Brief, found: evidence.GatheredEvidence) -> Iterator[str]:
    """Say what stood in for sources."""
    if brief.rendition is not None:
        yield excerpts.copy_note(brief.rendition)
    for what, names in (("changed since", found.edited), ("no longer at hand", found.kept)):
        if names:
            yield f"{name_some(names)}: {what}; checked with the text that an edition keeps"


@lru_cache(maxsize=_KEEP)
def _read_again(document: Document, names: tuple[Pinned, ...]) -> Reading:
    """Read an article anew, with the names that the desk had pinned. Pure, so it is kept."""
    return read_language(document, split.split_passages(document), names)
