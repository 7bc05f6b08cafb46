"""Where a brief stands: its last and next run, its editions, sources that fail, mail that is owed,
the disk.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing import schedule
from briefing.errors import UserError, WorkError
from briefing.mailing.send import SendOptions, send_due
from briefing.operations import run_log
from briefing.settings import Settings, load_config
from briefing.state import catalogue, editions, snapshot, witness

_KILO, _MEGA = 1_000, 1_000_000
_SCARCE = 500 * _MEGA  # bytes free below which a line says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Everything that an operator asks; what is not known is None, '' or empty. Times are aware,
    sizes in bytes.
    """

    last: run_log.RunEntry | None
    next_due: datetime | None
    zone: str
    editions: int
    newest: int
    made_at: str
    failing: tuple[tuple[str, str], ...]
    mail: tuple[str, ...]
    owed: bool
    free: int
    store: int
    articles: int
    shelf: int


def status(config: Path) -> Status:
    """Look, and change nothing. Raises UserError where the config can't be read."""
    settings = load_config(config)
    numbers = editions.kept_numbers(settings.output)
    last = run_log.read_newest(settings)
    newest = editions.newest_edition(settings.output) if numbers else None
    mail, owed = _mail_lines(config, settings)
    existing = next(
        folder for folder in (settings.output, *settings.output.parents) if folder.exists()
    )
    return Status(
        last=last,
        next_due=_next_run(settings, last),
        zone=settings.schedule.zone if settings.schedule else "",
        editions=len(numbers),
        newest=newest.number if newest else 0,
        made_at=newest.made_at if newest else "",
        failing=tuple(_failing_sources(newest)) if newest else (),
        mail=mail,
        owed=owed,
        free=shutil.disk_usage(existing).free,
        store=_file_size(Path(witness.store_path(config))),
        articles=_count_articles(Path(witness.store_path(config))),
        shelf=sum(_file_size(file) for file in (settings.output / editions.FOLDER).rglob("*")),
    )


def _next_run(settings: Settings, last: run_log.RunEntry | None) -> datetime | None:
    if settings.schedule is None:
        return None
    began = datetime.fromisoformat(last.began) if last else None
    return schedule.next_due(began, run_log.config_cadence(settings.schedule), datetime.now(UTC))


def _mail_lines(config: Path, settings: Settings) -> tuple[tuple[str, ...], bool]:
    """Ask the mail who is owed what, a line each; where it can't say, that is what is told."""
    if settings.mail is None and not settings.channels:
        return (), False
    try:
        report = send_due(config, SendOptions(status=True))
    except (UserError, WorkError) as error:
        return tuple(str(error).splitlines()), True
    quiet = {row.recipient.to for row in report.rows if not row.standing.owed}
    quiet |= {row.channel.name for row in report.channels if not row.standing.owed}
    lines = [
        line for line in report.outcome.message.splitlines() if line.partition(": ")[0] not in quiet
    ]
    return tuple(lines), report.outcome.exit_code != 0


def _failing_sources(newest: editions.Kept) -> Iterator[tuple[str, str]]:
    """The sources that the newest edition could not read, with the reason."""
    for source in (editions.read_brief(newest) or {}).get("sources", ()):
        if source.get("quarantined"):
            yield source.get("path") or source.get("locator") or source["id"], source["quarantined"]


def _count_articles(path: Path) -> int:
    """How many articles the store has read, those that can't be used or are not about the brief
    too; nothing of it is changed.
    """
    try:
        with snapshot.take_snapshot(path) as shown:
            return catalogue.count_entries(shown)
    except UserError:  # of another program, or of a newer one: a build says so
        return 0


def _file_size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def status_lines(found: Status, now: datetime | None = None) -> Iterator[str]:
    """The status as lines for people."""
    if found.last is None:
        yield "last run: none on record"
    else:
        how = "well" if found.last.exit_code == 0 else f"exit code {found.last.exit_code}"
        yield f"last run: {found.last.began} ({how}): {found.last.message.partition(chr(10))[0]}"
    if found.next_due is not None:
        due = found.next_due <= (now or datetime.now(UTC))
        local = found.next_due.astimezone(ZoneInfo(found.zone))
        yield f"next run: {'due since ' if due else ''}{local:%Y-%m-%d %H:%M} {found.zone}"
    else:
        yield "next run: the config has no schedule"
    if found.newest:
        yield f"editions: {found.editions}, the newest is {found.newest} of {found.made_at}"
    else:
        yield "editions: none"
    for name, reason in found.failing:
        yield f"can't be read: {name}: {reason}"
    yield from (f"mail: {line}" for line in found.mail)
    scarce = " (little is left)" if found.free < _SCARCE else ""
    yield (
        f"disk: {found.free / _MEGA:,.0f} MB free{scarce}, editions {found.shelf / _MEGA:,.1f} MB, "
        f"store {found.store / _MEGA:,.1f} MB{_say_share(found)}"
    )


def _say_share(found: Status) -> str:
    """Say how much of the store an article takes."""
    if not found.articles:
        return ""
    each = found.store / found.articles / _KILO
    return f" ({found.articles:,} article{'s' * (found.articles != 1)}, {each:,.1f} kB each)"
