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
_TIME = "%Y-%m-%dT%H:%M:%S+00:00"


def note_run(config: str, line: str) -> bool:
    """Note that a run of `config` found nothing changed and printed `line`.

    False where that must be left to a real run: the last one failed, or was no idle one, or its
    entry can't be read or written. Raises nothing.
    """
    began = time.strftime(_TIME, time.gmtime())
    try:
        # Pathlib costs start-up, here and below.
        place = os.path.join(witness.kept_output(config), "editions", NAME)  # noqa: PTH118
        with open(place, encoding="utf-8") as file:  # noqa: PTH123
            entry = json.load(file)
        if entry["exit_code"] != 0 or entry.get("idle") is not True:
            return False
        ended = time.strftime(_TIME, time.gmtime())
        _replace_entry(place, {**entry, "began": began, "ended": ended, "message": line})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, sqlite3.Error):
        return False
    return True


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
