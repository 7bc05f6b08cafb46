"""Putting a timer in place for the user who asks, and taking it away again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from briefing.errors import WorkError
from briefing.operations import timers
from briefing.settings import load_config
from briefing.state import atomic

Form = Literal["systemd", "cron", "launchd", "ci"]

_PATIENCE = 30.0  # seconds


def program_words() -> tuple[str, ...]:
    """The words that call this program: its own command where there is one, which knows of
    unpacked libraries.
    """
    beside = Path(sys.executable).with_name("briefing")
    return (str(beside),) if os.access(beside, os.X_OK) else (sys.executable, "-m", "briefing")


def usual_form() -> Form:
    """What this machine keeps time with."""
    if sys.platform == "darwin":
        return "launchd"
    return "systemd" if shutil.which("systemctl") else "cron"


def timer_texts(config: Path, form: Form) -> Mapping[str, str]:
    """What would be put in place, by file name. Raises UserError where the config has no
    schedule.
    """
    settings = load_config(config)
    job = timers.scheduled_run(settings, program_words())
    match form:
        case "systemd":
            return timers.systemd_units(job)
        case "cron":
            return {"crontab": timers.crontab_line(job) + "\n"}
        case "launchd":
            return {f"{job.name}.plist": timers.launchd_agent(job)}
        case "ci":
            return {
                f".github/workflows/{job.name}.yml": timers.ci_workflow(job, settings.output.name)
            }


def install_timer(config: Path, form: Form) -> list[str]:
    """Put a timer in place; give what to tell the user. Raises WorkError where the machine
    refuses.
    """
    made = timer_texts(config, form)
    if os.name == "nt":
        message = f"Windows has none of these; type: {_windows_task(config)}"
        raise WorkError(message)
    if form == "cron":
        _write_crontab(_crontab_without(made["crontab"]) + made["crontab"])
        return ["added a line to your crontab"]
    lines = []
    for name, text in made.items():
        path = _timer_folder(config, form) / name
        atomic.make_folder(path.parent)
        atomic.write_atomically(path, text.encode())
        lines.append(f"wrote {path}")
    if form == "systemd":
        _call_machine("systemctl", "--user", "daemon-reload")
        _call_machine("systemctl", "--user", "enable", "--now", _name_unit(made))
        lines.append("it runs while you are logged in; `loginctl enable-linger` lets it run always")
    elif form == "launchd":
        _call_machine(
            "launchctl", "load", "-w", str(_timer_folder(config, form) / next(iter(made)))
        )
    return lines


def _windows_task(config: Path) -> str:
    """The command that makes a task of the timer; inside its quotation marks stand single ones."""
    words = (*program_words(), "run", "--due", "-c", str(config.absolute()))
    told = " ".join(f"'{word}'" if " " in word else word for word in words)
    return f'schtasks /create /sc minute /mo 15 /tn briefing /tr "{told}"'


def remove_timer(config: Path, form: Form) -> list[str]:
    """Take a timer away; give what to tell the user."""
    made = timer_texts(config, form)
    if form == "cron":
        _write_crontab(_crontab_without(made["crontab"]))
        return ["took the line out of your crontab"]
    there = [path for name in made if (path := _timer_folder(config, form) / name).exists()]
    if not there:
        return ["nothing was installed"]
    if form == "systemd":
        _call_machine("systemctl", "--user", "disable", "--now", _name_unit(made))
    elif form == "launchd":
        _call_machine("launchctl", "unload", "-w", str(there[0]))
    for path in there:
        path.unlink()
    if form == "systemd":
        _call_machine("systemctl", "--user", "daemon-reload")
    return [f"removed {path}" for path in there]


def _name_unit(made: Iterable[str]) -> str:
    """Which of systemd's files is the timer, that is switched on and off."""
    return next(name for name in made if name.endswith(".timer"))


def _crontab_without(line: str) -> str:
    """The user's crontab without the job that a line of ours is of."""
    return timers.without_job(_read_crontab(), line.rstrip().rpartition("# ")[2])


def _timer_folder(config: Path, form: Form) -> Path:
    """Where files of a form belong for this user."""
    if form == "ci":
        return config.absolute().parent
    if form == "launchd":
        return Path.home() / "Library" / "LaunchAgents"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _read_crontab() -> str:
    """Read the user's crontab; one that does not exist is empty."""
    done = _run_words(["crontab", "-l"])
    return done.stdout if done.returncode == 0 else ""


def _write_crontab(text: str) -> None:
    done = _run_words(["crontab", "-"], text)
    if done.returncode:
        message = f"crontab: {done.stderr.strip() or 'refused'}"
        raise WorkError(message)


def _call_machine(*words: str) -> None:
    done = _run_words(words)
    if done.returncode:
        message = f"{' '.join(words)}: {done.stderr.strip() or 'failed'}"
        raise WorkError(message)


def _run_words(words: Sequence[str], given: str = "") -> subprocess.CompletedProcess[str]:
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
