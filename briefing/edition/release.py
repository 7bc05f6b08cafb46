"""Editions after they were made: listed, compared, let go, and in the end cleared away."""

import getpass
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.compare import compare
from briefing.edition import feeds, session
from briefing.errors import Problem, UserError, WorkError
from briefing.model import Brief, Changed, Changes
from briefing.render.json import BrokenBrief, decode_brief
from briefing.settings import Settings, load_config
from briefing.settings.checks import frame
from briefing.state import deliveries, editions, manifest, pruning, record, store, witness
from briefing.state.record import EditionRecord
from briefing.state.store import Store
from briefing.walk import absences

Json = dict[str, Any]

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the commands that look after editions work with, under the lock."""

    settings: Settings
    store: Store


@contextmanager
def _open_records(config: Path) -> Iterator[Records]:
    """Open the record of a config's editions, brought up to date with their folders."""
    settings = load_config(config)
    with session.hold_lock(settings.output, None):
        opened = store.open_store(Path(witness.store_path(config)))
        try:
            session.catch_up(opened, settings.output)
            deliveries.catch_up(opened, settings.output)
            yield Records(settings=settings, store=opened)
        finally:
            opened.close()


def list_editions(config: Path) -> list[Json]:
    """Every edition ever made, oldest first."""
    with _open_records(config) as records:
        return _list_records(records)


def _list_records(records: Records) -> list[Json]:
    output = records.settings.output
    there = set(editions.kept_numbers(output))
    sent = _count_readers(records)
    return [
        {
            "number": one.number,
            "made_at": one.made_at,
            "fingerprint": one.fingerprint,
            "folder": str(output / editions.FOLDER / f"{one.number:04d}")
            if one.number in there
            else None,
            "approved_by": one.approved_by or None,
            "approved_at": one.approved_at or None,
            "sent_to": sent.get(one.number, 0),
        }
        for one in record.made_editions(records.store, output)
    ]


def _count_readers(records: Records) -> dict[int, int]:
    """Count by edition the readers who were sent it, or may have been."""
    counts: dict[int, int] = {}
    for received in deliveries.delivery_history(records.store, records.settings.output).values():
        for number in {
            one.edition for one in received if one.outcome in {"sent", "intended", "ambiguous"}
        }:
            counts[number] = counts.get(number, 0) + 1
    return counts


def rebuild_record(config: Path) -> str:
    """Read the record back from the folders of editions; say what was found."""
    with _open_records(config) as records:
        made, receipts = session.rebuild_records(records.store, records.settings.output)
    return (
        f"{made} edition{'s' * (made != 1)} and {receipts} receipt{'s' * (receipts != 1)} on record"
    )


def approve_edition(config: Path, number: int | None, who: str = "") -> EditionRecord:
    """Let an edition go, the newest where none is named. Raises UserError where there is none,
    WorkError where it is damaged.
    """
    with _open_records(config) as records:
        numbers = editions.kept_numbers(records.settings.output)
        wanted = number if number is not None else max(numbers, default=0)
        if wanted in numbers:
            _refuse_damaged(records.settings.output / editions.FOLDER / f"{wanted:04d}")
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        released = record.approve_edition(
            records.store, records.settings.output, wanted, who or _user_name(), at
        )
        deliveries.catch_up(records.store, records.settings.output)
        feeds.write_feeds(records.settings, records.store)
    return released


def _refuse_damaged(folder: Path) -> None:
    """Raise WorkError where an edition is not as it was made: nobody can let go what it was."""
    faults = editions.file_faults(folder)
    if faults:
        message = f"{'; '.join(faults[:3])}; {manifest.REMEDY}"
        raise WorkError(message)


def _user_name() -> str:
    """Name whoever calls the program; a machine may know no name for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows without a name in the environment
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "somebody"


def prune_editions(
    config: Path, keep: int | str | None, *, dry_run: bool = False
) -> tuple[int, ...]:
    """Remove editions that are beyond `keep`; give their numbers.

    `keep` is a count or a length of time, None what the config says. The newest and those that were
    mailed stay. Where much of the store's file is empty, it is written anew without.
    """
    with _open_records(config) as records:
        bound = records.settings.keep if keep is None else keep
        going = prunable_editions(records, bound)
        if going and not dry_run:
            pruning.remove_editions(records.settings.output, going)
        if not dry_run:
            store.shrink_store(records.store)
    return going


def prunable_editions(
    records: Records,
    keep: int | str | None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> tuple[int, ...]:
    """The numbers of the editions that `keep` lets go. Raises UserError where it says
    nothing.
    """
    output = records.settings.output
    there = set(editions.kept_numbers(output))
    rows = [
        (one.number, one.made_at)
        for one in record.made_editions(records.store, output)
        if one.number in there
    ]
    spared = {*_count_readers(records), *_unsent_approved(records)}
    if keep is None:
        return ()
    if isinstance(keep, int) or keep.isdecimal():
        return pruning.prunable_numbers(rows, spared, keep=int(keep))
    length = frame.parse_window(keep)
    if length is None:
        advice = "write a number of editions such as 20, or a length of time such as 90d"
        raise UserError(
            Problem(path="--keep", line=0, column=0, message=f"{keep!r} is neither", advice=advice)
        )
    before = now() - timedelta(days=length.count * _DAYS[length.unit])
    return pruning.prunable_numbers(rows, spared, before=before.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _unsent_approved(records: Records) -> set[int]:
    """The editions that were let go and that nobody was sent yet: they may be on their way."""
    made = record.made_editions(records.store, records.settings.output)
    newest = max((one.number for one in made if one.approved_at), default=0)
    return {newest} if newest else set()


def compare_editions(config: Path, older: int | None, newer: int | None) -> Changes:
    """Compare two editions: the last two where none are named.

    Raises UserError where one of them is not there.
    """
    output = load_config(config).output
    numbers = editions.kept_numbers(output)
    second = max(numbers, default=0) if newer is None else newer
    first = _last_before(second, numbers) if older is None else older
    old, new = (_load_edition(output, number, numbers) for number in (first, second))
    was, now = _read_texts(output, first), _read_texts(output, second)
    same = _unchanged_texts(old, new, was)
    causes_told = _told_causes(output, old, [n for n in numbers if first < n <= second])
    brief = compare(_restore_brief(new, {**same, **now}), old, causes=causes_told)
    documents = [one.document for one in brief.sources if one.document is not None]
    revised = absences.find_revisions(old, was, {one.id: one for one in documents if one.text})
    return replace(brief.changes, new=tuple(_new_statements(brief)), revised=revised)


def _last_before(second: int, numbers: Iterable[int]) -> int:
    """The number of the last edition before another, 0 where there is none."""
    return max((one for one in numbers if one < second), default=0)


def _read_texts(output: Path, number: int) -> dict[str, str]:
    """The texts that an edition keeps, by their sources."""
    return editions.source_texts(output / editions.FOLDER / f"{number:04d}")


def _unchanged_texts(
    old: Mapping[str, Any], new: Mapping[str, Any], was: Mapping[str, str]
) -> dict[str, str]:
    """The texts that the older edition keeps of sources that the newer one read the same."""
    known = {source["id"]: source.get("sha256") for source in old["sources"]}
    kept = [one for one in new["sources"] if one["id"] in was]
    return {one["id"]: was[one["id"]] for one in kept if one["sha256"] == known[one["id"]]}


def _told_causes(output: Path, old: Json, numbers: Sequence[int]) -> dict[str, str]:
    """Why statements of an edition went, by key, where an edition since says what no source shows:
    the analyst's exclusion. The last word on each stands.
    """
    keys = {one["id"]: one["key"] for section in old["sections"] for one in section["statements"]}
    found: dict[str, str] = {}
    for number in numbers:
        kept = editions.read_manifest(output / editions.FOLDER / f"{number:04d}")
        changes = (editions.read_brief(kept) or {}).get("changes", {})
        for gone in changes.get("withdrawn", ()):
            if gone["id"] in keys and gone["cause"].startswith(absences.EXCLUDED):
                found[keys[gone["id"]]] = gone["cause"]
    return found


def _load_edition(output: Path, number: int, numbers: tuple[int, ...]) -> Json:
    """Read the brief.json of an edition. Raises UserError where there is none."""
    if number not in numbers:
        made = ", ".join(map(str, numbers)) or "none"
        message = (
            f"there is no edition {number}" if number else "there are not two editions to compare"
        )
        raise UserError(
            Problem(
                path=str(output), line=0, column=0, message=message, advice=f"there are: {made}"
            )
        )
    found = editions.read_brief(editions.read_manifest(output / editions.FOLDER / f"{number:04d}"))
    if found is None:
        message = f"edition {number} has no brief.json to compare"
        raise UserError(Problem(path=str(output), line=0, column=0, message=message))
    return found


def _restore_brief(node: Json, texts: dict[str, str]) -> Brief:
    """The brief of an edition with the texts that it keeps. Raises UserError where it is none
    of ours.
    """
    try:
        brief = decode_brief(json.dumps(node).encode())
    except BrokenBrief as error:
        raise UserError(Problem(path="brief.json", line=0, column=0, message=str(error))) from error
    sources = tuple(
        replace(entry, document=replace(entry.document, text=texts.get(entry.id, "")))
        if entry.document is not None
        else entry
        for entry in brief.sources
    )
    return replace(brief, sources=sources)


def _new_statements(brief: Brief) -> Iterator[str]:
    """The new statements by their words, for those who have no page to look them up on."""
    return (one.text for one in brief.statements if one.change == "new")


def list_changes(changes: Changes) -> Iterator[str]:
    """The differences between two editions, a line each."""
    for text in changes.new:
        yield f"new: {text}"
    groups: tuple[tuple[str, tuple[Changed, ...]], ...] = (
        ("changed", changes.changed),
        ("withdrawn", changes.withdrawn),
        ("support changed", changes.support),
        ("source revised", changes.revised),
        ("outlet renamed", changes.renamed),
    )
    for what, found in groups:
        for one in found:
            now = f" -> “{one.now}”" if one.now else ""
            yield f"{what}: “{one.was}”{now} ({one.cause})"
