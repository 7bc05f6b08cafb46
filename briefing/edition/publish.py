"""From a brief that is proved and compared to an edition that is kept: rendered, written once."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import digest
from briefing.corpus import differences, stage_cache
from briefing.edition import render_edition
from briefing.edition.make import MadeBrief
from briefing.edition.session import Work
from briefing.job import orders
from briefing.model import Artifact, Brief, Edition
from briefing.render.json import encode_brief
from briefing.settings import Settings
from briefing.state import editions, record, store
from briefing.state.signature import sign_file
from briefing.walk.cited import cited_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What became of a brief: the edition that holds it now, whether it is new, what could not be
    made.
    """

    kept: editions.Kept
    brief: Brief
    new: bool
    missing: tuple[str, ...]


def publish_edition(work: Work, made: MadeBrief, *, force: bool) -> Published:
    """Render, and keep the edition if there is anything new in it.

    An edition that lacks a format which can be made by now is followed by one that has it.
    """
    last = work.last
    brief = made.brief
    found = editions.fingerprint_brief(
        json.loads(encode_brief(brief)), render_edition.digest_look(work.job)
    )
    same = last is not None and last.fingerprint == found and not force
    if last is not None and same and _wanted_files(work) <= last.files.keys():
        return Published(kept=last, brief=brief, new=False, missing=())
    known = max(
        (one.number for one in record.made_editions(work.store, work.settings.output)), default=0
    )
    edition = Edition(
        number=editions.next_number(work.settings.output, known),
        made_at=render_edition.made_at(),
        fingerprint=found,
        previous=last.number if last else None,
    )
    artifacts, missing = render_edition.render_formats(work.job, replace(brief, edition=edition))
    if last is not None and same and {artifact.name for artifact in artifacts} <= last.files.keys():
        return Published(kept=last, brief=brief, new=False, missing=missing)
    kept = _keep_edition(work, made, edition, artifacts)
    return Published(kept=kept, brief=brief, new=True, missing=missing)


def _signer(settings: Settings) -> Callable[[Path], None] | None:
    """What signs a manifest with the desk's key, None where editions are not signed here."""
    asked = settings.signature
    if asked is None or not asked.key:
        return None
    key = settings.base / Path(asked.key).expanduser()
    return lambda path: sign_file(path, key)


def _wanted_files(work: Work) -> set[str]:
    """The names of the files that an edition should have."""
    return {writer.name for writer in work.job.writers.values()}


def _keep_edition(
    work: Work, made: MadeBrief, edition: Edition, artifacts: tuple[Artifact, ...]
) -> editions.Kept:
    """Write the edition, then the record of it: a kill in between is made up for at the next
    start.
    """
    brief = made.brief
    named = cited_documents(brief)
    evidence = editions.make_exhibits(
        document for document in made.considered.holdings.documents if document.id in named
    )
    versions = {**render_edition.program_versions(artifacts), **orders.digest_orders(work.job)}
    signer, asked = _signer(work.settings), work.settings.signature
    if signer is not None and asked is not None:
        versions[orders.SIGNATURE] = digest.of_bytes(asked.public_key.encode())
    seal = editions.Seal(
        before=record.last_manifest(work.store, work.settings.output),
        private=brief.frame.is_private,
        sign=signer,
    )
    kept = editions.publish_folder(
        work.settings.output, edition, artifacts, evidence, versions, seal
    )
    store.keep_ids(
        work.store, {one.id: one.key for section in brief.sections for one in section.statements}
    )
    record.note_edition(work.store, work.settings.output, kept)
    store.forget_unused(
        work.store,
        [differences.digest_ingestion(), *stage_cache.digest_stages(work.job).values()],
    )
    return kept


def count_told(brief: Brief) -> str:
    """Say how much the brief tells, and how much of it is new."""
    total = sum(len(section.statements) for section in brief.sections)
    if not brief.changes.previous:
        return f"{total} statements"
    new, reworded, gone = (
        len(brief.changes.new),
        len(brief.changes.changed),
        len(brief.changes.withdrawn),
    )
    return f"{total} statements ({new} new, {reworded} changed, {gone} withdrawn)"


def name_output(output: Path, names: Iterable[str]) -> str:
    """Name the brief as the user would type it: the file that most readers want of those that were
    made.
    """
    made = set(names)
    best = next(
        (name for name in ("brief.pdf", "brief.html", "brief.md", "brief.json") if name in made), ""
    )
    return os.path.relpath(output / best)
