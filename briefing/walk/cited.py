"""Which sources a brief rests on: those whose texts an edition must keep, so that it can be
verified alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from briefing.model import Brief, Citation, Document, Evidence

_PLAIN = (str, int, float, type(None))  # what cites nothing; nearly all there is


def cited_documents(brief: Brief) -> frozenset[str]:
    """The ids of the documents that anything in the brief rests on."""
    return frozenset(cited_by(replace(brief, sources=())))


def cited_by(thing: object) -> Iterator[str]:
    """The id of the document of each citation and piece of evidence anywhere in a part of a
    brief.
    """
    if isinstance(thing, Citation | Evidence):
        yield thing.document
    parts: Iterable[object] = ()
    if isinstance(thing, tuple):
        parts = thing
    elif is_dataclass(thing) and not isinstance(thing, Document):
        parts = (getattr(thing, field.name) for field in fields(thing))
    for part in parts:
        if not isinstance(part, _PLAIN):
            yield from cited_by(part)
