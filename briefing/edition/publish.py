"""From a brief that is proved and compared to an edition that is kept: rendered, written once."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import digest
from briefing.corpus import differences, stage_cache
from briefing.edition import render_edition
from briefing.edition.make import MadeBrief
from briefing.edition.session import Work
from briefing.job import orders
from briefing.job.orders import as_ordered
from briefing.model import Artifact, Brief, Edition
from briefing.render.json import decode_brief, write_node
from briefing.settings import Settings
from briefing.state import deliveries, editions, fingerprints, lock, publishing, record, store
from briefing.state.signature import sign_file
from briefing.walk.cited import cited_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What became of a brief: the edition that holds it now, whether it is new, what could not be
    made. `renewed` says that it took the place of one that said the same.
    """

    kept: editions.Kept
    brief: Brief
    new: bool
    missing: tuple[str, ...]
    renewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Press:
    """An edition as it is about to be kept; `content` is the digest of what it says."""

    edition: Edition
    artifacts: tuple[Artifact, ...]
    content: str
    renewing: bool


def publish_edition(work: Work, made: MadeBrief, *, force: bool) -> Published:
    """Render, and keep the edition if there is anything new in it.

    What says the same and only looks otherwise renews the newest edition while nobody was given
    that; else a new one is made, and with `force` always. An edition that lacks a format which can
    be made by now is made anew so, too.
    """
    brief = made.brief
    node = write_node(brief)
    found = fingerprints.fingerprint_brief(node, render_edition.digest_look(work.job))
    content = fingerprints.fingerprint_content(node)
    same = None if force else _find_same(work, found)
    if same is not None and _wanted_files(work) <= same.files.keys():
        return Published(kept=same, brief=brief, new=False, missing=())
    with ExitStack() as held:
        renewing = not force and _may_renew(work, content) and held.enter_context(_mail_rests(work))
        if renewing:
            brief = _as_compared_before(work, brief)
        edition = _number_edition(work, found, renewing=renewing)
        rendered = replace(brief, edition=edition)
        artifacts, missing = render_edition.render_formats(work.job, rendered)
        names = {artifact.name for artifact in artifacts}
        if same is not None and names <= same.files.keys():
            return Published(kept=same, brief=brief, new=False, missing=missing)
        press = _Press(edition=edition, artifacts=artifacts, content=content, renewing=renewing)
        kept = _keep_edition(work, replace(made, brief=brief), press)
    return Published(kept=kept, brief=brief, new=True, missing=missing, renewed=renewing)


def draft_edition(work: Work, brief: Brief) -> Brief:
    """The brief as the edition that `publish_edition` would make of it now, or would find there.

    Nothing is written, and mail that is under way is not waited for.
    """
    node = write_node(brief)
    found = fingerprints.fingerprint_brief(node, render_edition.digest_look(work.job))
    same = _find_same(work, found)
    if same is not None:
        return replace(_as_compared_before(work, brief), edition=edition_of(same))
    renewing = _may_renew(work, fingerprints.fingerprint_content(node))
    compared = _as_compared_before(work, brief) if renewing else brief
    return replace(compared, edition=_number_edition(work, found, renewing=renewing))


def _find_same(work: Work, fingerprint: str) -> editions.Kept | None:
    """The newest edition, where it has this fingerprint."""
    last = work.last
    return last if last is not None and last.fingerprint == fingerprint else None


def edition_of(kept: editions.Kept) -> Edition:
    """A kept edition as its brief names it."""
    return Edition(
        number=kept.number,
        made_at=kept.made_at,
        fingerprint=kept.fingerprint,
        previous=kept.previous,
    )


def _may_renew(work: Work, content: str) -> bool:
    """Whether the newest edition says the same and nobody was given it."""
    last = work.last
    if last is None or last.before is None or last.number in work.settled:
        return False
    newest = editions.next_number(work.settings.output, _highest_known(work)) - 1
    return last.number == newest and last.versions.get(fingerprints.CONTENT) == content


@contextmanager
def _mail_rests(work: Work) -> Iterator[bool]:
    """Keep mail from being begun meanwhile; False where some is under way."""
    if work.settings.mail is None and not work.settings.channels:
        yield True
        return
    held = lock.acquire_lock(work.settings.output / deliveries.MAIL_LOCK)
    if isinstance(held, lock.Holder):
        yield False
        return
    with held:
        deliveries.catch_up(work.store, work.settings.output)
        settled = deliveries.settled_editions(work.store, work.settings.output)
        yield work.last is not None and work.last.number not in settled


def _as_compared_before(work: Work, brief: Brief) -> Brief:
    """A brief that is, or renews, the very edition it was compared with: what that says is new."""
    last = work.last
    if last is None or last != work.baseline or "brief.json" not in last.files:
        return brief
    was = decode_brief((last.folder / "brief.json").read_bytes())
    states = {one.id: one.change for one in was.statements}
    sections = tuple(
        replace(
            section,
            statements=tuple(
                replace(one, change=states.get(one.id, one.change)) for one in section.statements
            ),
        )
        for section in brief.sections
    )
    return replace(brief, sections=sections, changes=was.changes)


def _number_edition(work: Work, fingerprint: str, *, renewing: bool) -> Edition:
    """What the next edition is: the newest anew, or the one after it."""
    last, before = work.last, work.baseline
    previous = before.number if before else None
    if renewing and last is not None and last == before:  # it was compared with itself
        previous = last.previous
    number = editions.next_number(work.settings.output, _highest_known(work))
    return Edition(
        number=number - 1 if renewing else number,
        made_at=render_edition.made_at(),
        fingerprint=fingerprint,
        previous=previous,
    )


def _highest_known(work: Work) -> int:
    """The highest number that was ever given out, by the record."""
    made = record.made_editions(work.store, work.settings.output)
    return max((one.number for one in made), default=0)


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


def _keep_edition(work: Work, made: MadeBrief, press: _Press) -> editions.Kept:
    """Write the edition, then the record of it: a kill in between is made up for at the next
    start.
    """
    brief, output = made.brief, work.settings.output
    named = cited_documents(brief)
    evidence = publishing.make_exhibits(
        document for document in made.considered.holdings.documents if document.id in named
    )
    pressed = publishing.Pressed(
        edition=press.edition,
        artifacts=press.artifacts,
        evidence=evidence,
        versions=_list_versions(work, brief, press),
    )
    seal = _seal_edition(work, brief, press)
    if press.renewing:
        kept = publishing.renew_folder(
            output,
            pressed,
            seal,
            lambda ready: record.renew_edition(work.store, output, ready),
        )
    else:
        kept = publishing.publish_folder(output, pressed, seal)
    store.keep_ids(work.store, {one.id: one.key for one in brief.statements})
    record.note_edition(work.store, output, kept)
    deliveries.catch_up(work.store, output)  # so that a build that fails later changes no byte
    store.forget_unused(
        work.store,
        [differences.digest_ingestion(), *stage_cache.digest_stages(work.job).values()],
    )
    return kept


def _list_versions(work: Work, brief: Brief, press: _Press) -> dict[str, str]:
    """What an edition was made with, as its manifest keeps it."""
    versions = {
        **render_edition.program_versions(press.artifacts),
        **orders.digest_orders(as_ordered(work.job, brief)),
        fingerprints.CONTENT: press.content,
    }
    asked = work.settings.signature
    if asked is not None and asked.key:
        versions[orders.SIGNATURE] = digest.of_bytes(asked.public_key.encode())
    return versions


def _seal_edition(work: Work, brief: Brief, press: _Press) -> publishing.Seal:
    """What ties an edition to the one before it: of a renewed one, to the one that it followed."""
    last = work.last
    return publishing.Seal(
        before=last.before
        if press.renewing and last is not None
        else record.last_manifest(work.store, work.settings.output),
        private=brief.frame.is_private,
        sign=_signer(work.settings),
    )


def count_told(brief: Brief) -> str:
    """Say how much the brief tells, and how much of it is new."""
    total = len(brief.statements)
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
