"""Runs hit by random faults, kills and losses of power: nobody gets an edition twice, nobody is
lost sight of."""

import os
import random
import shutil
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rogue_loopback import send_in_child, start_rogue

from briefing.mailing.send import SendOptions, send_due
from briefing.state import journal
from briefing.state import ledger as ledgers

READERS = [f"r{number}@example.org" for number in range(6)]
RUNS_OF_SEND = 4


@pytest.fixture(scope="module")
def server():
    """A misbehaving server in a process of its own; a function that gives it another script."""
    with start_rogue("rogue.py") as found:
        yield found


def in_child(config, clock, victim):
    """Run `send` in a process that may be killed; give its exit code, negative for a signal.

    Beside `victim` a file says how much of the journal the disk has for certain.
    """
    durable, synchronise = victim.with_name("durable"), os.fsync

    def watched(handle):
        size = os.fstat(handle).st_size
        synchronise(handle)
        if Path(f"/proc/self/fd/{handle}").readlink().name == journal.NAME:
            durable.with_name("durable.new").write_text(
                str(size)
            )  # a kill must not leave half a number
            durable.with_name("durable.new").replace(durable)

    def send():
        return send_due(config, SendOptions(clock=clock)).outcome.exit_code

    return send_in_child(send, victim, watched)


def lose_power(folder, started):
    """Leave what a disk has after the lights went out: the journal as far as it was brought there,
    and no store."""
    path, durable = folder / "output/editions" / journal.NAME, folder / "durable"
    if path.exists():
        os.truncate(path, int(durable.read_text() or 0) if durable.exists() else 0)
    for one in folder.glob("config.yaml.db*"):
        one.unlink()
    started.write_text(f"start {time.monotonic_ns()}\n")


@pytest.mark.soak
def test_random_faults_and_kills_serve_nobody_twice_and_forget_nobody(
    project, server, tmp_path, count, monkeypatch
):
    port, script = server
    started = tmp_path / "boot"
    started.write_text("start 0\n")
    monkeypatch.setattr(ledgers, "_BOOT", started)
    recipients = ", ".join(f"{{to: {reader}}}" for reader in READERS)
    line = f"host: 127.0.0.1, port: {port}, security: none, timeout: 2"
    project.configure(
        f"after: build\nattempts: 3\nserver: {{{line}}}\nrecipients: [{recipients}]"
    ).build()
    fates = Counter()
    for seed in range(count(16, 300)):
        folder = tmp_path / f"run-{seed}"
        shutil.copytree(project.folder, folder)
        log, victim = folder / "taken", folder / "pid"
        log.touch()
        now = datetime(2026, 1, 1, tzinfo=UTC)
        chance, dark = random.Random(seed).choice([0.02, 0.1, 0.3]), seed % 2
        for attempt in range(RUNS_OF_SEND):
            script(seed=seed * 10 + attempt, chance=chance, victim=str(victim), log=str(log))
            code = in_child(folder / "config.yaml", lambda at=now: at, victim)
            assert code in {0, 1, -9}, f"seed {seed}"
            fates["killed"] += code == -9
            if dark and code == -9:
                lose_power(folder, started)
                fates["dark"] += 1
            now += timedelta(days=2)
        script(log=str(log))
        report = send_due(folder / "config.yaml", SendOptions(clock=lambda at=now: at))
        taken = Counter(log.read_text(encoding="utf-8").split())
        assert max(taken.values(), default=0) <= 1, f"seed {seed}: somebody got it twice"
        states = {row.recipient.to: row.standing for row in report.rows}
        assert list(states) == READERS
        for reader, standing in states.items():
            fates[standing.state] += 1
            assert standing.state != "served" or taken[reader] == 1, (
                f"seed {seed}: {reader} counts as served"
            )
            assert taken[reader] or standing.owed, f"seed {seed}: {reader} is forgotten"
            assert standing.state in {"served", "ambiguous", "refused"}, (
                f"seed {seed}: nothing was left to do"
            )
        assert report.outcome.exit_code == (1 if any(one.owed for one in states.values()) else 0)
        shutil.rmtree(folder)
    assert min(fates[name] for name in ("killed", "dark", "served", "ambiguous", "refused")) > 0, (
        fates
    )
