"""Unit files, crontab lines, agents and workflows: held against the programs that read them."""

import plistlib
import re
import shutil
import subprocess
import warnings
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import yaml

from briefing import cli, schedule
from briefing.operations import install, timers
from briefing.schedule import Cadence
from briefing.settings import load_config
from tests.projects import growing

ODD = '50 % "dry" $HOME\'s; dock'
CADENCES = [
    Cadence(every="day", at="06:30", zone="Europe/London"),
    Cadence(every="weekday", at="02:30", zone="America/New_York"),
    Cadence(every="week", at="01:30", zone="Australia/Lord_Howe", on="sunday"),
    Cadence(every="month", at="00:05", zone="Asia/Kathmandu", on="28"),
    Cadence(every="hour", at="00:45", zone="Africa/Cairo"),
]
CRON_FIELD = re.compile(r"(\*|\d+(?:,\d+)*)\Z")


def job(folder, cadence=CADENCES[0], name="config.yaml"):
    return timers.ScheduledRun(
        program=(str(folder / "bin dir" / "briefing"),),
        config=folder / name,
        title=ODD,
        name="briefing-works-1a2b3c",
        cadence=cadence,
    )


@pytest.mark.parametrize("cadence", CADENCES, ids=lambda cadence: cadence.every)
def test_systemd_accepts_the_units(cadence, tmp_path, needs):
    analyze = needs("systemd-analyze")
    program = tmp_path / "bin dir/briefing"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    made = timers.systemd_units(job(tmp_path, cadence, "a % b.yaml"))
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", "--man=no", *(str(tmp_path / name) for name in made)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("cadence", CADENCES, ids=lambda cadence: cadence.every)
def test_systemd_and_our_calendar_give_the_same_next_times(cadence, needs):
    analyze = needs("systemd-analyze")
    for start in ("2026-03-05 00:00:00 UTC", "2026-10-20 00:00:00 UTC"):
        done = subprocess.run(
            [
                analyze,
                "calendar",
                "--iterations=16",
                f"--base-time={start}",
                timers.systemd_calendar(cadence),
            ],
            capture_output=True,
            text=True,
            check=True,
            env={"TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
        stamps = re.findall(
            r"(?:Next elapse|Iter\. #\d+|Iteration #\d+): (?:\w+ )?([0-9-]+ [0-9:]+) UTC",
            done.stdout,
        )
        theirs = [datetime.fromisoformat(stamp).replace(tzinfo=UTC) for stamp in stamps]
        after = datetime.fromisoformat(start.removesuffix(" UTC")).replace(tzinfo=UTC)
        ours = list(islice(schedule.upcoming_moments(cadence, after), len(theirs)))
        assert len(theirs) > 10
        skipped = [one for one in ours if one not in theirs]
        local = [one.astimezone(ZoneInfo(cadence.zone)) for one in skipped]
        # Where a change skips the time, systemd leaves the day out or takes another instant of that
        # night.
        assert len(skipped) <= 1, (local, theirs)


@pytest.mark.parametrize("cadence", CADENCES, ids=lambda cadence: cadence.every)
def test_the_crontab_line_asks_whenever_a_run_may_be_due(cadence, tmp_path):
    line = timers.crontab_line(job(tmp_path, cadence, "a % b.yaml"))
    fields = line.split(" ", 5)
    assert all(CRON_FIELD.match(field) for field in fields[:5])
    assert fields[1:5] == ["*"] * 4
    minutes = {int(minute) for minute in fields[0].split(",")}
    for moment in islice(schedule.upcoming_moments(cadence, datetime(2026, 1, 1, tzinfo=UTC)), 400):
        assert moment.minute in minutes
    assert re.search(r"(?<!\\)%", fields[5]) is None, "cron ends the command at a bare %"


# Some crontabs only read a file by installing it: this one then does so into a folder that ends
# with the process.
OWN_SPOOL = """\
mount -t tmpfs none /var/spool/cron
mkdir -m 1730 /var/spool/cron/crontabs
exec "$0" "$1"
"""


@pytest.fixture
def cron(tmp_path, needs):
    """A function from a crontab's text to what cron complains of; nobody's crontab is touched."""
    crontab = needs("crontab")
    tab = tmp_path / "tab"
    tab.write_text("0 1 * * * true\n", encoding="utf-8")
    ways = (
        [crontab, "-T"],
        ["unshare", "--map-root-user", "--mount", "sh", "-ec", OWN_SPOOL, crontab],
    )

    def read(way, text):
        tab.write_text(text, encoding="utf-8")
        done = subprocess.run([*way, str(tab)], capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stderr or "refused"

    for way in ways:
        if shutil.which(way[0]) and not read(way, "0 1 * * * true\n"):
            return lambda text: read(way, text)
    message = (
        "this crontab can't try a file and there is no place to let it install one, so no "
        "cron read the line"
    )
    warnings.warn(message, stacklevel=2)
    pytest.skip(message)


@pytest.mark.parametrize("cadence", CADENCES, ids=lambda cadence: cadence.every)
def test_cron_takes_the_line(cron, cadence, tmp_path):
    line = timers.crontab_line(job(tmp_path, cadence, "a % b.yaml")) + "\n"
    assert cron(line) == ""
    assert "bad minute" in cron(line.replace(line.split(" ")[0], "61", 1))


def test_the_shell_gives_the_words_of_the_crontab_line_back(tmp_path):
    command = timers.crontab_line(job(tmp_path, name="it's a b.yaml")).split(" ", 5)[5]
    command = command.rpartition(" # ")[0].replace("\\%", "%")
    done = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, text=True, check=True
    )
    program, *rest = done.stdout.splitlines()
    assert program == str(tmp_path / "bin dir/briefing")
    assert rest == ["run", "--due", "-c", str(tmp_path / "it's a b.yaml")]


def test_a_job_is_taken_out_of_a_crontab_and_nothing_else(tmp_path):
    own = timers.crontab_line(job(tmp_path)) + "\n"
    others = "MAILTO=me\n0 1 * * * other # briefing-works-1a2b3c-not\n"
    assert (
        timers.without_job(others + own + "# end\n", "briefing-works-1a2b3c") == others + "# end\n"
    )


def test_launchd_reads_the_agent(tmp_path):
    agent = plistlib.loads(timers.launchd_agent(job(tmp_path, name="a & b.yaml")).encode())
    assert agent["ProgramArguments"][-1] == str(tmp_path / "a & b.yaml")
    assert [time["Minute"] for time in agent["StartCalendarInterval"]] == [0, 15, 30, 45]


def test_the_workflow_brings_the_record_back_before_it_runs(tmp_path):
    text = timers.ci_workflow(job(tmp_path), "output")
    steps = yaml.safe_load(text)["jobs"]["run"]["steps"]
    scripts = [step.get("run", "") for step in steps]
    bringing = next(place for place, script in enumerate(scripts) if "worktree" in script)
    running = next(place for place, script in enumerate(scripts) if "briefing run" in script)
    keeping = next(place for place, script in enumerate(scripts) if "git push" in script)
    assert bringing < running < keeping
    assert "--resume" in scripts[running]
    for script in scripts:
        plain = re.sub(r"\$\{\{.*?\}\}", "x", script)
        done = subprocess.run(
            ["sh", "-n"], input=plain, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_a_config_without_schedule_has_no_job(tmp_path, capfd):
    config = growing.lay(tmp_path)
    assert cli.run_command(["schedule", "-c", str(config)]) == 2
    assert "there is no schedule" in capfd.readouterr().err


def test_installing_and_removing_for_the_user(tmp_path, monkeypatch, capfd):
    config = growing.lay(tmp_path, config=growing.CONFIG + 'schedule: {at: "06:30"}\n')
    bins = tmp_path / "bin"
    bins.mkdir()
    log = tmp_path / "log"
    (bins / "systemctl").write_text(f'#!/bin/sh\necho "$@" >> {log}\n', encoding="utf-8")
    tab = tmp_path / "tab"
    (bins / "crontab").write_text(
        f'#!/bin/sh\nif [ "$1" = -l ]; then cat {tab}; else cat > {tab}.new; mv {tab}.new {tab}; '
        f"fi\n",
        encoding="utf-8",
    )
    for program in bins.iterdir():
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bins}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    name = timers.scheduled_run(load_config(config), install.program_words()).name
    units = tmp_path / "home/systemd/user"
    assert cli.run_command(["schedule", "--as", "systemd", "--install", "-c", str(config)]) == 0
    assert {path.name for path in units.iterdir()} == {f"{name}.service", f"{name}.timer"}
    assert cli.run_command(["schedule", "--as", "systemd", "--remove", "-c", str(config)]) == 0
    assert list(units.iterdir()) == []
    assert log.read_text(encoding="utf-8").splitlines() == [
        "--user daemon-reload",
        f"--user enable --now {name}.timer",
        f"--user disable --now {name}.timer",
        "--user daemon-reload",
    ]
    tab.write_text("0 1 * * * other\n", encoding="utf-8")
    for _ in range(2):
        assert cli.run_command(["schedule", "--as", "cron", "--install", "-c", str(config)]) == 0
    assert len(tab.read_text(encoding="utf-8").splitlines()) == 2
    assert cli.run_command(["schedule", "--as", "cron", "--remove", "-c", str(config)]) == 0
    assert tab.read_text(encoding="utf-8") == "0 1 * * * other\n"
    assert capfd.readouterr().err == ""
