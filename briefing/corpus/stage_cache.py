"""What was worked out of articles, kept in the store: only what is not there is done, by as many
processes as help.

A result's key is the digest of its stage (the code and its options) and the digest of its input.
Results are kept batch by batch, so that a build which is stopped goes on where it was.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from briefing import digest
from briefing.corpus import annotation, offering
from briefing.corpus.annotation import Depth
from briefing.job import code_version
from briefing.job.load import Job
from briefing.job.progress import Progress, report_nothing
from briefing.languages.packs import remember_events
from briefing.model import Candidate, Document, Reading
from briefing.offer import packed
from briefing.state import store
from briefing.state.store import Store
from briefing.workers import Crew

T = TypeVar("T")

Wanted = Mapping[str, Collection[packed.Place] | None]
"""The places of the offers that are asked for, by document; None: all of them."""

_BATCH = 200  # articles asked for, or kept, at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One article as read and tagged, with what it could tell, whatever section that serves."""

    reading: Reading
    offers: tuple[Candidate, ...]


StudyKey = tuple[tuple[str, ...], str, frozenset[packed.Place] | None]
"""The digests of the stages, that of the article, and which of its offers were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worktable:
    """The articles that lay open when the brief was made `before`, and those that do now.

    An article that lies open still is the very same object, so what others remember of it (its
    clauses, its words) holds, and it is not read from the store again.
    """

    before: Mapping[StudyKey, Studied] = field(default_factory=dict)
    now: dict[StudyKey, Studied] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCache:
    """The store as the walk uses it, who works out what it lacks, and the table of who makes one
    brief again and again.
    """

    store: Store
    crew: Crew = field(default_factory=Crew)
    tell: Progress = report_nothing
    table: Worktable | None = None


def digest_stages(job: Job) -> dict[str, str]:
    """The digest of each stage that an article goes through by itself."""
    reading = digest.of_fields(
        (
            "read",
            code_version.digest_rooms("split.py"),
            annotation.parts_codec().shape,
            repr(job.pinned),
        )
    )
    taggers = [
        part
        for name, one in job.taggers.items()
        for part in (name, code_version.describe_stage(one))
    ]
    rules = code_version.digest_rooms("offer")
    return {
        "parts": reading,
        "tags": digest.of_fields(
            (
                "tag",
                reading,
                code_version.digest_rooms("tag", "walk/about.py", "walk/withdrawals.py"),
                annotation.tags_codec().shape,
                *taggers,
            )
        ),
        "offers": digest.of_fields(("offer", reading, rules, offering.candidate_codec().shape)),
        "outlines": digest.of_fields(("outline", reading, rules)),
        "events": digest.of_fields(("compare", reading, annotation.events_codec().shape)),
    }


def article_key(document: Document) -> str:
    """Digest all that a document is: its text by the digest of its bytes, the rest as it stands."""
    return digest.of_fields((document.revision, repr(replace(document, text=""))))


DEPTHS: Mapping[Depth, tuple[str, ...]] = {
    "tagged": ("tags",),
    "read": ("parts", "tags"),
    "offered": ("parts", "tags", "offers", "outlines"),
    "compared": ("parts", "tags", "events"),
}
"""The stages of which an article that is worked out so far has results."""

_OPENED = ("parts", "tags", "offers", "events")  # what an article is put together from


Asked = Mapping[str, tuple[int, ...]]
"""The passages of which is asked what they could tell, by an article's key; one that isn't there is
asked whole.
"""
WHOLE: Asked = {}


def missing_keys(
    opened: Store, named: Mapping[str, str], keys: Collection[str], depth: Depth, asked: Asked
) -> set[str]:
    """The keys of the articles that are not worked out as far as `depth`, those grounded in part
    among them of which more is `asked`.
    """
    every = list(keys)
    lacking = {
        key for name in DEPTHS[depth] for key in store.lacking_inputs(opened, named[name], every)
    }
    return lacking | _missing_offers(opened, named, every, asked) if depth == "offered" else lacking


def _missing_offers(
    opened: Store, named: Mapping[str, str], keys: Collection[str], asked: Asked
) -> set[str]:
    """The keys of the articles of which not all is known that they are asked to offer."""
    lacking: set[str] = set()
    for some in split_batches(keys):
        kept = store.get_many(opened, named["offers"], some)
        lacking.update(
            key
            for key in some
            if not packed.unpack_offers(kept.get(key, b"")).covers(asked.get(key))
        )
    return lacking


def kept_results(
    opened: Store, named: Mapping[str, str], keys: Collection[str]
) -> dict[str, dict[str, bytes | None]]:
    """By article's key what is kept of each stage."""
    by_stage = {name: store.get_many(opened, stage, keys) for name, stage in named.items()}
    return {key: {name: found.get(key) for name, found in by_stage.items()} for key in keys}


def keep_results(
    opened: Store, named: Mapping[str, str], done: Mapping[str, Mapping[str, bytes]]
) -> None:
    """Keep what was made of articles, by their keys, stage by stage."""
    for name, stage in named.items():
        made = {key: results[name] for key, results in done.items() if name in results}
        store.put_many(opened, stage, made)


def annotated_articles(
    memory: StageCache, job: Job, documents: Sequence[Document], wanted: Wanted | None = None
) -> Iterator[Studied]:
    """Articles whose language was read, in the order of `documents`, with what they could tell.

    `wanted` names by document which of its offers are asked for, none for one that it doesn't name;
    without it all come.
    """
    stages_of_job = digest_stages(job)
    named = {name: stages_of_job[name] for name in _OPENED}
    table = memory.table or Worktable()
    stages = tuple(named.values())
    for some in split_batches(documents):
        keys = [(stages, article_key(one), _asked_offers(one, wanted)) for one in some]
        lacking = [key[1] for key in keys if key not in table.before]
        found = kept_results(memory.store, named, lacking)
        for document, key in zip(some, keys, strict=True):
            studied = table.before.get(key) or _open_article(document, found[key[1]], key[2])
            if memory.table is not None:
                table.now[key] = studied
            yield studied


def _asked_offers(document: Document, wanted: Wanted | None) -> frozenset[packed.Place] | None:
    """The offers that are asked for of a document; None: all."""
    asked = None if wanted is None else wanted.get(document.id, ())
    return None if asked is None else frozenset(asked)


def _open_article(
    document: Document, kept: Mapping[str, bytes | None], asked: frozenset[packed.Place] | None
) -> Studied:
    """An article put together from what the store has of it."""
    reading = annotation.join_reading(
        document,
        annotation.parts_codec().decode(kept["parts"] or b""),
        annotation.unpack_tags(kept["tags"] or b""),
    )
    if kept["events"]:
        remember_events(reading, annotation.events_codec().decode(kept["events"]))
    return Studied(
        reading=reading, offers=tuple(offering.unpack_offers(kept["offers"] or b"", asked))
    )


def split_batches(items: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    """Give `items` `size` at a time."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
