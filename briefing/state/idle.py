"""The timer's run of a brief that has not changed: noted before anything heavy is imported.

Where a config asks nothing of a run but to build (no mail, no channel, no feed, nothing to prune),
the entry of the last run says so, and a run that finds nothing changed is that entry with another
time. Whatever is in doubt is left to the real run.
"""

import json
import os
import sqlite3
import time

from briefing.state import witness

NAME = "last-run.json"
EARLY = "Not due yet"
"""What a run says that the config's schedule does not want yet."""
_TIME = "%Y-%m-%dT%H:%M:%S+00:00"


def is_early(config: str) -> bool:
    """Whether the entry of the last run shows that the schedule of an unchanged config does not
    want another one yet. False where that is in doubt. Raises nothing.
    """
    now = time.strftime(_TIME, time.gmtime())
    entry = _read_idle_entry(config)
    due = entry.get("due")
    return isinstance(due, str) and str(entry.get("began", "~")) <= now < due


def has_no_schedule(config: str) -> bool:
    """Whether the entry of the last run shows that an unchanged config has no schedule, so that a
    run is always due. False where that is in doubt. Raises nothing.
    """
    return _read_idle_entry(config).get("due") == ""


def _read_idle_entry(config: str) -> "dict[str, object]":
    """The entry of the last run of `config` where that was an idle one that went well, else
    nothing.
    """
    try:
        with open(_entry_place(config), encoding="utf-8") as file:  # noqa: PTH123
            entry: dict[str, object] = json.load(file)
        sound = entry["exit_code"] == 0 and entry.get("idle") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, sqlite3.Error):
        return {}
    return entry if sound else {}


def _entry_place(config: str) -> str:
    # Pathlib costs start-up, here and below.
    return os.path.join(witness.kept_output(config), "editions", NAME)  # noqa: PTH118


def note_run(config: str, line: str) -> bool:
    """Note that a run of `config` found nothing changed and printed `line`.

    False where that must be left to a real run: the last one failed, or was no idle one, or its
    entry can't be read or written. Raises nothing.
    """
    began = time.strftime(_TIME, time.gmtime())
    try:
        entry = _read_idle_entry(config)
        ended = time.strftime(_TIME, time.gmtime())
        if entry:
            told = {**entry, "began": began, "ended": ended, "message": line}
            _replace_entry(_entry_place(config), told)
    except (OSError, ValueError, TypeError, sqlite3.Error):
        return False
    return bool(entry)


def _replace_entry(place: str, entry: "dict[str, object]") -> None:
    """Write an entry beside its place and move it there, so that it is never half there."""
    beside = f"{place}.{os.getpid()}"
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entry, file, ensure_ascii=False, indent=1)
        os.replace(beside, place)  # noqa: PTH105
    except OSError:
        if os.path.exists(beside):  # noqa: PTH110
            os.unlink(beside)  # noqa: PTH108
        raise
