"""What calls `briefing run` on time: a systemd timer, a crontab line, a launchd agent, a CI
workflow; as text.

systemd keeps time zones and catches up by itself. The others know one zone and forget what they
missed, so they ask every quarter of an hour, and `run --due` decides by the config's schedule and
by when the last run was.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from briefing import digest, schedule
from briefing.errors import UserError
from briefing.operations import run_log
from briefing.settings import Settings

_STEP = 15  # minutes; every time zone is a multiple of it away from every other


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledRun:
    """What is to be called: the program's words, the config, a name that no other config's job
    has.
    """

    program: tuple[str, ...]
    config: Path
    title: str
    name: str
    cadence: schedule.Cadence


def scheduled_run(settings: Settings, program: tuple[str, ...]) -> ScheduledRun:
    """The job of a config. Raises UserError where the config has no schedule."""
    if settings.schedule is None:
        advice = 'add schedule: {every: day, at: "06:30", zone: Europe/London}'
        raise UserError(settings.tree.problem((), "there is no schedule", advice))
    return ScheduledRun(
        program=program,
        config=settings.path,
        title=" ".join(settings.brief.title.split()),
        name=f"briefing-{settings.brief.slug}-{digest.of_fields([str(settings.path)])[:6]}",
        cadence=run_log.config_cadence(settings.schedule),
    )


def systemd_units(one: ScheduledRun) -> dict[str, str]:
    """Service and timer, by file name."""
    words = " ".join(
        _unit_word(word) for word in (*one.program, "run", "--wait", "-c", str(one.config))
    )
    service = f"""\
[Unit]
Description=Brief: {_unit_text(one.title)}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_unit_text(str(one.config.parent))}
ExecStart={words}
"""
    timer = f"""\
[Unit]
Description=Time for the brief: {_unit_text(one.title)}

[Timer]
OnCalendar={systemd_calendar(one.cadence)}
Persistent=true
AccuracySec=1s

[Install]
WantedBy=timers.target
"""
    return {f"{one.name}.service": service, f"{one.name}.timer": timer}


def systemd_calendar(cadence: schedule.Cadence) -> str:
    """A cadence as systemd's OnCalendar (systemd.time(7))."""
    hour, minute = cadence.at.split(":")
    clock = f"{hour}:{minute}:00 {cadence.zone}"
    match cadence.every:
        case "hour":
            return f"*-*-* *:{minute}:00 {cadence.zone}"
        case "day":
            return f"*-*-* {clock}"
        case "weekday":
            return f"Mon..Fri *-*-* {clock}"
        case "week":
            return f"{cadence.on[:3].capitalize()} *-*-* {clock}"
        case "month":
            return f"*-*-{int(cadence.on):02d} {clock}"


def crontab_line(one: ScheduledRun) -> str:
    """The line for a user's crontab (crontab(5)): a % would end the command there."""
    words = " ".join(
        _shell_word(word) for word in (*one.program, "run", "--due", "-c", str(one.config))
    )
    command = words.replace("%", "\\%")
    return f"{possible_minutes(one.cadence)} * * * * {command} # {one.name}"


def possible_minutes(cadence: schedule.Cadence) -> str:
    """The minutes of an hour at which the time of a cadence may come in any zone."""
    first = int(cadence.at.split(":")[1]) % _STEP
    return ",".join(str(minute) for minute in range(first, 60, _STEP))


def launchd_agent(one: ScheduledRun) -> str:
    """The agent for ~/Library/LaunchAgents (launchd.plist(5))."""
    words = (*one.program, "run", "--due", "-c", str(one.config))
    arguments = "".join(f"\n    <string>{escape(word)}</string>" for word in words)
    times = "".join(
        f"\n    <dict><key>Minute</key><integer>{minute}</integer></dict>"
        for minute in possible_minutes(one.cadence).split(",")
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
"http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>{one.name}</string>
  <key>WorkingDirectory</key>
  <string>{escape(str(one.config.parent))}</string>
  <key>ProgramArguments</key>
  <array>{arguments}
  </array>
  <key>StartCalendarInterval</key>
  <array>{times}
  </array>
</dict>
</plist>
"""


def ci_workflow(one: ScheduledRun, output: str) -> str:
    """A workflow for GitHub Actions; `output` is the output folder, relative to the
    repository.

    The record of editions and mail lies in a branch of its own, is brought back before the run, and
    put there after it. Without it the run refuses, unless it is started by hand as the first one.
    """
    shelf = f"{output}/editions"
    branch = f"editions-{one.name}"
    return f"""\
name: {_yaml_text(one.title)}
on:
  schedule:
    - cron: "{possible_minutes(one.cadence)} * * * *"
  workflow_dispatch:
    inputs:
      first:
        description: The very first run, without a record of editions
        type: boolean
        default: false
permissions:
  contents: write
concurrency:
  group: {one.name}
  cancel-in-progress: false
jobs:
  run:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Bring the record of editions back
        run: |
          git config user.name "briefing"
          git config user.email "briefing@users.noreply.github.com"
          if git fetch --depth=1 origin {branch}; then
            git worktree add {_shell_word(shelf)} FETCH_HEAD
          elif [ "${{{{ inputs.first }}}}" = true ]; then
            git worktree add --orphan -b {branch} {_shell_word(shelf)}
          else
            echo "there is no record of editions: start the workflow by hand, as the first run" >&2
            exit 2
          fi
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
      - run: pip install briefing
      - name: Rebuild the store and run
        run: |
          resume=--resume
          if [ "${{{{ inputs.first }}}}" = true ]; then resume=; fi
          briefing editions --rebuild -c {_shell_word(one.config.name)}
          briefing run --due $resume -c {_shell_word(one.config.name)}
      - name: Keep the record of editions
        if: always()
        run: |
          cd {_shell_word(shelf)}
          git add -A
          git commit -q -m "Record of editions" || true
          git push origin HEAD:{branch}
"""


def _unit_text(text: str) -> str:
    """Write text as a unit file takes it: % begins a specifier there."""
    return text.replace("%", "%%")


def _unit_word(word: str) -> str:
    """Write one word of a command as systemd.syntax(7) and systemd.service(5) want it."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if re.search(r"[\s\"'\\;]", word) or not word else escaped


def _shell_word(word: str) -> str:
    """Quote one word for a shell, leaving plain ones as they are."""
    plain = re.fullmatch(r"[A-Za-z0-9_@+=:,./-]+", word)
    return word if plain else "'" + word.replace("'", "'\\''") + "'"


def _yaml_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without_job(crontab_text: str, name: str) -> str:
    """Give a crontab without the lines of a job."""
    return "".join(
        line for line in _keep_line_ends(crontab_text) if not line.rstrip().endswith(f"# {name}")
    )


def _keep_line_ends(text: str) -> Iterable[str]:
    return text.splitlines(keepends=True)
