"""What is worked out article by article: reading, tags and candidates, wherever a process has time
for it.

Each is a stage of its own, with its own key in the store, so that another term redoes the tags and
no reading.
"""

import pickle
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, cast

from briefing import split, tag, versions
from briefing.ingest import Found, Reader, Supplied, read_article
from briefing.languages.packs import read_article as read_language
from briefing.model import (
    Candidate,
    Dated,
    Document,
    Entity,
    Mention,
    Passage,
    Pinned,
    Quarantined,
    Reading,
    Speech,
    Tag,
)
from briefing.offer import outline
from briefing.offer.candidates import offer_candidates
from briefing.stages import Tagger
from briefing.state.codec import Codec, make_codec

Parts = tuple[
    tuple[Passage, ...],
    tuple[Entity, ...],
    tuple[Mention, ...],
    tuple[Speech, ...],
    tuple[Dated, ...],
]
Tags = tuple[tuple[int, tuple[Tag, ...]], ...]


@cache
def document_codec() -> Codec[Any]:
    """The codec of what a source is read as, with its shingles."""
    return make_codec(tuple[Document | Quarantined, tuple[int, ...]])


@cache
def head_codec() -> Codec[Any]:
    """The codec of a document without its text."""
    return make_codec(Document)


@cache
def aside_codec() -> Codec[Any]:
    """The codec of why a source can't be used."""
    return make_codec(Quarantined)


@cache
def parts_codec() -> Codec[Any]:
    """The codec of a reading without its document."""
    return make_codec(
        tuple[
            tuple[Passage, ...],
            tuple[Entity, ...],
            tuple[Mention, ...],
            tuple[Speech, ...],
            tuple[Dated, ...],
        ]
    )


@cache
def tags_codec() -> Codec[Any]:
    """The codec of an article's tags by passage."""
    return make_codec(tuple[tuple[int, tuple[Tag, ...]], ...])


@cache
def candidate_codec() -> Codec[Any]:
    """The codec of one candidate, which serves no section yet."""
    return make_codec(Candidate)


def unpack_offers(packed: bytes, wanted: Collection[int] | None = None) -> tuple[Candidate, ...]:
    """The candidates of an article that were packed line by line: all, or those with the
    wanted indices.
    """
    rows = enumerate(packed.split(b"\n") if packed else ())
    return tuple(
        candidate_codec().decode(row) for index, row in rows if wanted is None or index in wanted
    )


def offers_in(packed: bytes) -> int:
    """Count the candidates that were packed."""
    return packed.count(b"\n") + 1 if packed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to be read, what the desk knows of it, and the user's own readers."""

    found: Found
    supplied: Supplied | None
    readers: tuple[Reader, ...] = ()

    def __str__(self) -> str:
        """Name the file."""
        return self.found.locator


def ingest_source(source: SourceFile) -> bytes:
    """Read one source: its document, or why there is none, and its shingles, as the store keeps
    them.
    """
    made = read_article(source.found, source.supplied, source.readers)
    shingles = tuple(sorted(versions.shingles(made))) if isinstance(made, Document) else ()
    return document_codec().encode((made, shingles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with what is kept of it; None stands for what must be worked out."""

    document: Document
    parts: bytes | None = None
    tags: bytes | None = None
    offers: bytes | None = None
    outlines: bytes | None = None

    def __str__(self) -> str:
        """Name the source."""
        return self.document.locator


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Works out what is not kept of an article. `desk` is what `desk` gave of names and taggers.

    Those travel packed, because a process unpacks them once, however many articles it gets. Without
    `offering` it is read and tagged, and what it could tell is left out.
    """

    desk: bytes
    offering: bool = True

    def __call__(self, article: Article) -> Article:
        """`article` with nothing left out but the document's text, which the caller has."""
        document = article.document
        pinned, taggers = _unpack_desk(self.desk)
        kept = article.parts
        if kept is None:
            plain = read_language(document, split.split_passages(document), pinned)
            kept = parts_codec().encode(_reading_parts(plain))
        else:
            plain = join_reading(document, parts_codec().decode(kept), ())
        tagged = article.tags
        if tagged is None:
            found = tag.tag_reading(plain, taggers).passages
            tagged = tags_codec().encode(tuple((one.number, one.tags) for one in found if one.tags))
        done = replace(article, document=replace(document, text=""), parts=kept, tags=tagged)
        return _with_offers(done, plain) if self.offering else done


def _with_offers(article: Article, plain: Reading) -> Article:
    """Give `article` with what its reading could tell, unless it is there."""
    if article.offers is not None and article.outlines is not None:
        return article
    made = offer_candidates(plain, _route_nowhere)
    return replace(
        article,
        offers=b"\n".join(candidate_codec().encode(one) for one in made),
        outlines=outline.pack_outlines(outline.outline_candidates(made)),
    )


def pack_desk(pinned: tuple[Pinned, ...], taggers: Mapping[str, Tagger]) -> bytes:
    """Pack what every article is read with: fresh copies, without what a tagger has worked out for
    itself.
    """
    return pickle.dumps(
        (pinned, {name: replace(cast("Any", tagger)) for name, tagger in taggers.items()})
    )


@lru_cache(maxsize=2)
def _unpack_desk(packed: bytes) -> tuple[tuple[Pinned, ...], Mapping[str, Tagger]]:
    pinned, taggers = pickle.loads(packed)  # noqa: S301 - packed by this very program, a moment ago
    return pinned, taggers


def _reading_parts(one: Reading) -> Parts:
    return one.passages, one.entities, one.mentions, one.speech, one.dates


def _route_nowhere(_passage: Passage) -> tuple[tuple[str, float], ...]:
    """Send a passage to no section: which ones it serves is asked of its tags, each time."""
    return ()


def join_reading(document: Document, read_parts: Parts, given: Tags) -> Reading:
    """Put a reading together again, with its tags."""
    by_number = dict(given)
    passages, entities, mentions, speech, dates = read_parts
    tagged = tuple(
        replace(one, tags=by_number[one.number]) if one.number in by_number else one
        for one in passages
    )
    return Reading(
        document=document,
        passages=tagged,
        entities=entities,
        mentions=mentions,
        speech=speech,
        dates=dates,
    )
