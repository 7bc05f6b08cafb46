"""How the last run went: what `status` tells, and by what an alert is known to have been given."""

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing import digest, schedule
from briefing.errors import UserError, WorkError
from briefing.settings import Settings
from briefing.settings.running import ScheduleSettings
from briefing.state import atomic, editions
from briefing.state.idle import NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """One run: when it began and ended (ISO 8601, UTC), how, and of which cause the operator was
    told. `idle` says that the config asks nothing of a run but to build, `due` is when its schedule
    wants the next one ("" without a schedule, None where nobody noted it): see `state.idle`.
    """

    began: str
    ended: str
    exit_code: int
    message: str
    told: str = ""
    idle: bool = False
    due: str | None = None


def _log_places(settings: Settings) -> tuple[Path, ...]:
    """Where the entry may stand: beside the editions, else where somebody may always write."""
    elsewhere = digest.short_digest("briefing-", str(settings.path)) + f"-{NAME}"
    return settings.output / editions.FOLDER / NAME, Path(tempfile.gettempdir(), elsewhere)


def read_newest(settings: Settings) -> RunEntry | None:
    """The newest entry there is."""
    found = []
    for place in _log_places(settings):
        try:
            found.append(RunEntry(**json.loads(place.read_bytes())))
        except (OSError, ValueError, TypeError):
            continue
    return max(found, key=lambda entry: entry.ended, default=None)


def write_entry(settings: Settings, entry: RunEntry) -> None:
    """Keep the entry at the first place that takes it; a full disk and a read-only folder are no
    new failure.
    """
    content = json.dumps(asdict(entry), ensure_ascii=False, indent=1).encode()
    for place in _log_places(settings):
        try:
            atomic.make_folder(place.parent)
            atomic.write_atomically(place, content, 0o600)
        except (UserError, WorkError):
            continue
        return


def config_cadence(settings: ScheduleSettings) -> schedule.Cadence:
    """The schedule as the calendar's arithmetic takes it."""
    on = settings.on or ("1" if settings.every == "month" else "monday")
    return schedule.Cadence(every=settings.every, at=settings.at, zone=settings.zone, on=on)
