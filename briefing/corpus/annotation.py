"""What is worked out article by article: reading, tags and candidates, wherever a process has time
for it.

Each is a stage of its own, with its own key in the store, so that another term redoes the tags and
no reading.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from briefing import split, tag, versions
from briefing.corpus import offering
from briefing.ingest import Found, Reader, Supplied, read_article
from briefing.languages.packs import Told, find_events
from briefing.languages.packs import read_article as read_language
from briefing.model import (
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
from briefing.stages import Tagger
from briefing.state import listing
from briefing.state.codec import Codec, make_codec
from briefing.tag import Terms
from briefing.walk import about

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
    return make_codec(Parts)


@cache
def tags_codec() -> Codec[Any]:
    """The codec of an article's tags by passage, and before them of whether its words alone tell
    that nothing of it can serve.
    """
    return make_codec(tuple[bool, Tags])


def unpack_tags(packed: bytes) -> Tags:
    """The tags that were packed, by passage."""
    return unpack_tagged(packed)[1]


def unpack_tagged(packed: bytes) -> tuple[bool, Tags]:
    """The same, and before them whether the words of an article alone tell that nothing of it can
    serve.
    """
    mute, found = tags_codec().decode(packed)
    return mute, found


@cache
def events_codec() -> Codec[Any]:
    """The codec of what an article is compared with others by."""
    return make_codec(Told)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to be read, what the desk knows of it, and the user's own readers.

    `about` is what an article must hold to belong to the brief, None where this one does whatever
    it holds; `known` tells that a reading of it is kept. `digest` is that of the file's bytes, by
    which another machine knows that it sees the same; `data` are these bytes, on their way to one
    that doesn't.
    """

    found: Found
    supplied: Supplied | None
    readers: tuple[Reader, ...] = ()
    about: Terms | None = None
    known: bool = False
    digest: str = ""
    data: bytes | None = field(default=None, repr=False)

    def __str__(self) -> str:
        """Name the file."""
        return self.found.locator

    def is_here(self) -> bool:
        """See `workers.labour.Portable`."""
        return listing.hash_of(str(self.found.file)) == self.digest

    def take_along(self) -> "SourceFile":
        """The source with the bytes of its file, where they are all that it takes."""
        if not self._is_plain():
            return self
        try:
            return replace(self, data=self.found.file.read_bytes())
        except OSError:
            return self

    def lay_down(self, folder: Path) -> "SourceFile | None":
        """See `workers.labour.Portable`: below `folder` under its path; None without its bytes."""
        if self.data is None:
            return None
        file = folder / self.found.path
        file.parent.mkdir(parents=True)
        file.write_bytes(self.data)
        return replace(self, found=replace(self.found, file=file), data=None)

    def _is_plain(self) -> bool:
        """Whether the file is all that the source is: no part of one, and nothing beside it."""
        here = self.found.file.as_posix().endswith(f"/{self.found.path}")
        return here and self.found.locator == self.found.path and not self.found.aside


def ingest_source(source: SourceFile) -> bytes | None:
    """Read one source: its document, or why there is none, and its shingles, as the store keeps
    them; empty where they are known.

    None for a source that is not about the brief. A plain text is looked through for the words
    before anything else is asked of it.
    """
    if about.is_elsewhere(source.about, source.found, source.readers):
        return None
    if source.known:
        return b""
    made = read_article(source.found, source.supplied, source.readers)
    if isinstance(made, Document) and not about.belongs(source.about, made):
        return None
    shingles = tuple(sorted(versions.shingles(made))) if isinstance(made, Document) else ()
    return document_codec().encode((made, shingles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with what is kept of it; None stands for what must be worked out.

    `asked` are the passages that are asked for what they could tell; None asks all.
    """

    document: Document
    parts: bytes | None = None
    tags: bytes | None = None
    offers: bytes | None = None
    outlines: bytes | None = None
    events: bytes | None = None
    asked: tuple[int, ...] | None = None

    def __str__(self) -> str:
        """Name the source."""
        return self.document.locator


def take_up(document: Document, kept: Mapping[str, bytes | None]) -> Article:
    """A document with what is kept of it, by stage."""
    return Article(
        document=document,
        parts=kept.get("parts"),
        tags=kept.get("tags"),
        offers=kept.get("offers"),
        outlines=kept.get("outlines"),
        events=kept.get("events"),
    )


STAGES = ("parts", "tags", "offers", "outlines", "events")
"""What is kept of an article's annotation, in the order of `Results`."""
Results = tuple[bytes | None, bytes | None, bytes | None, bytes | None, bytes | None]
Depth = Literal["tagged", "read", "offered", "compared"]
"""How far an article is worked out: cut into passages and tagged; its language read; then what it
could tell, or what it is compared with others by: its clauses, counts and assertions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Works out what is not kept of an article. `desk` is what `desk` gave of names and taggers.

    Those travel packed, because a process unpacks them once, however many articles it gets. To be
    tagged, an article's language is read only where its words alone don't tell its tags.
    """

    desk: bytes
    depth: Depth = "offered"

    def __call__(self, article: Article) -> Results:
        """What is kept of `article` and what was asked for, stage by stage."""
        pinned, taggers = _unpack_desk(self.desk)
        done, plain = _tag_article(article, pinned, taggers)
        if self.depth != "tagged" and done.parts is None:
            plain = read_document(done.document, pinned)
            done = replace(done, parts=parts_codec().encode(_reading_parts(plain)))
        if self.depth == "offered":
            done = _with_offers(done, plain)
        if self.depth == "compared" and done.events is None:
            told = find_events(plain or _kept_reading(done))
            done = replace(done, events=events_codec().encode(told))
        return done.parts, done.tags, done.offers, done.outlines, done.events

    def accepts(self, _article: Article, results: object) -> bool:
        """Whether what came from another machine has the shape of results: asked of what is read
        again soon, so that rubbish is found before it is kept.
        """
        if not isinstance(results, tuple) or len(results) != len(STAGES) or results[1] is None:
            return False
        try:
            unpack_tags(results[1])
            if results[2]:
                next(offering.unpack_offers(results[2]), None)
            if results[3] is not None:
                tuple(outline.unpack_outlines(results[3]))
            if results[4] is not None:
                events_codec().decode(results[4])
        except (ValueError, TypeError, KeyError, IndexError):
            return False
        return True


def read_document(document: Document, pinned: tuple[Pinned, ...]) -> Reading:
    """Everything that the program knows of a document's language, untagged."""
    return read_language(document, split.split_passages(document), pinned)


def _kept_reading(article: Article) -> Reading:
    return join_reading(article.document, parts_codec().decode(article.parts or b""), ())


def _tag_article(
    article: Article, pinned: tuple[Pinned, ...], taggers: Mapping[str, Tagger]
) -> tuple[Article, Reading | None]:
    """Give an article with its tags, and its reading where that was needed to know them."""
    if article.tags is not None:
        return article, None
    document = article.document
    kept = None if article.parts is None else _kept_reading(article)
    passages = kept.passages if kept else split.split_passages(document)
    bare = Reading(document=document, passages=passages)
    told, mute = about.tag_by_words(bare, taggers)
    if told is not None:
        return replace(article, tags=_pack_tags(told, mute=mute)), None
    plain = kept or read_language(document, passages, pinned)
    parts = article.parts or parts_codec().encode(_reading_parts(plain))
    tags = _pack_tags(tag.tag_reading(plain, taggers), mute=False)
    return replace(article, parts=parts, tags=tags), plain


def _pack_tags(tagged: Reading, *, mute: bool) -> bytes:
    given = tuple((one.number, one.tags) for one in tagged.passages if one.tags)
    return tags_codec().encode((mute, given))


def _with_offers(article: Article, plain: Reading | None) -> Article:
    """An article with what those of its passages could tell that are asked for; `plain` is its
    reading, where that is at hand.
    """
    known = offering.known_offers(article.offers, article.outlines)
    if known.covers(article.asked):
        return article
    offers, outlines = offering.ground_passages(
        plain or _kept_reading(article), known, article.outlines or b"", article.asked
    )
    return replace(article, offers=offers, outlines=outlines)


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
