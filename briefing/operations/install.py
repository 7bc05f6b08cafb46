"""Putting a timer in place for the user who asks, and taking it away again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from briefing.errors import WorkError
from briefing.operations import timers
from briefing.settings import load
from briefing.state import atomic

Form = Literal["systemd", "cron", "launchd", "ci"]

_PATIENCE = 30.0  # seconds


def program() -> tuple[str, ...]:
    """Give the words that call this program: its own command where there is one, which knows of unpacked libraries."""
    beside = Path(sys.executable).with_name("briefing")
    return (str(beside),) if os.access(beside, os.X_OK) else (sys.executable, "-m", "briefing")


def usual() -> Form:
    """Give what this machine keeps time with."""
    if sys.platform == "darwin":
        return "launchd"
    return "systemd" if shutil.which("systemctl") else "cron"


def texts(config: Path, form: Form) -> Mapping[str, str]:
    """Give what would be put in place, by file name. Raises UserError where the config has no schedule."""
    settings = load(config)
    job = timers.job(settings, program())
    match form:
        case "systemd":
            return timers.systemd(job)
        case "cron":
            return {"crontab": timers.crontab(job) + "\n"}
        case "launchd":
            return {f"{job.name}.plist": timers.launchd(job)}
        case "ci":
            return {f".github/workflows/{job.name}.yml": timers.workflow(job, settings.output.name)}


def install(config: Path, form: Form) -> list[str]:
    """Put a timer in place; give what to tell the user. Raises WorkError where the machine refuses."""
    made = texts(config, form)
    if form == "cron":
        own = made["crontab"]
        _write_crontab(timers.without(_crontab(), own.rstrip().rpartition("# ")[2]) + own)
        return ["added a line to your crontab"]
    lines = []
    for name, text in made.items():
        path = _folder(config, form) / name
        atomic.make_folder(path.parent)
        atomic.write(path, text.encode())
        lines.append(f"wrote {path}")
    if form == "systemd":
        timer = next(name for name in made if name.endswith(".timer"))
        _call("systemctl", "--user", "daemon-reload")
        _call("systemctl", "--user", "enable", "--now", timer)
        lines.append("it runs while you are logged in; `loginctl enable-linger` lets it run always")
    elif form == "launchd":
        _call("launchctl", "load", "-w", str(_folder(config, form) / next(iter(made))))
    return lines


def remove(config: Path, form: Form) -> list[str]:
    """Take a timer away; give what to tell the user."""
    made = texts(config, form)
    if form == "cron":
        _write_crontab(timers.without(_crontab(), made["crontab"].rstrip().rpartition("# ")[2]))
        return ["took the line out of your crontab"]
    there = [path for name in made if (path := _folder(config, form) / name).exists()]
    if not there:
        return ["nothing was installed"]
    if form == "systemd":
        _call(
            "systemctl",
            "--user",
            "disable",
            "--now",
            next(name for name in made if name.endswith(".timer")),
        )
    elif form == "launchd":
        _call("launchctl", "unload", "-w", str(there[0]))
    for path in there:
        path.unlink()
    if form == "systemd":
        _call("systemctl", "--user", "daemon-reload")
    return [f"removed {path}" for path in there]


def _folder(config: Path, form: Form) -> Path:
    """Give where files of a form belong for this user."""
    if form == "ci":
        return config.absolute().parent
    if form == "launchd":
        return Path.home() / "Library" / "LaunchAgents"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _crontab() -> str:
    """Read the user's crontab; one that does not exist is empty."""
    done = _run(["crontab", "-l"])
    return done.stdout if done.returncode == 0 else ""


def _write_crontab(text: str) -> None:
    done = _run(["crontab", "-"], text)
    if done.returncode:
        message = f"crontab: {done.stderr.strip() or 'refused'}"
        raise WorkError(message)


def _call(*words: str) -> None:
    done = _run(words)
    if done.returncode:
        message = f"{' '.join(words)}: {done.stderr.strip() or 'failed'}"
        raise WorkError(message)


def _run(words: Sequence[str], given: str = "") -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - words of ours
            words, input=given, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except FileNotFoundError as error:
        message = f"{words[0]} is not installed here"
        raise WorkError(message) from error
    except subprocess.TimeoutExpired as error:
        message = f"{' '.join(words)}: no answer in {_PATIENCE:.0f} seconds"
        raise WorkError(message) from error
