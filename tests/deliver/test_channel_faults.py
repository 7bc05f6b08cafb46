"""Channels hit by random faults and kills: no room is told twice, none is lost sight of."""

import os
import random
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from rogue_loopback import send_in_child, start_rogue

from briefing.mailing.send import SendOptions, send_due

ROOMS = [f"room-{number}" for number in range(4)]
RUNS_OF_SEND = 4
PLACE = "copies"


@pytest.fixture(scope="module")
def service():
    """A misbehaving service in a process of its own; a function that gives it another script."""
    with start_rogue("rogue_web.py") as found:
        yield found


def in_child(config, clock, victim, dies_at):
    """Run `send` in a process that the service may kill, or that ends itself as a file is brought
    to the disk for the `dies_at`-th time; give its exit code, negative for a signal."""
    synchronise, seen = os.fsync, Counter()

    def watched(handle):
        seen["fsync"] += 1
        if seen["fsync"] == dies_at:
            os.kill(os.getpid(), 9)
        synchronise(handle)

    def send():
        return send_due(config, SendOptions(clock=clock)).outcome.exit_code

    return send_in_child(send, victim, watched)


def entries(url, monkeypatch):
    for room in ROOMS:
        monkeypatch.setenv(room.replace("-", "_"), f"{url}/{room}")
    return (
        "channels:\n"
        + "".join(
            f"  - {{kind: webhook, name: {room}, url_env: {room.replace('-', '_')}, form: slack, "
            "after: build, attempts: 3, timeout: 2}\n"
            for room in ROOMS
        )
        + f"  - {{kind: folder, path: {PLACE}, after: build, latest: true}}\n"
    )


@pytest.mark.soak
def test_random_faults_and_kills_tell_no_room_twice_and_forget_none(
    project, service, tmp_path, count, monkeypatch
):
    url, script = service
    project.configure("after: build")
    text = project.config.read_text(encoding="utf-8")
    text = text[: text.index("mail:\n")] + entries(url, monkeypatch)
    project.config.write_text(text, encoding="utf-8")
    (project.folder / PLACE).mkdir()
    project.build()
    fates = Counter()
    for seed in range(count(8, 100)):
        folder = tmp_path / f"run-{seed}"
        shutil.copytree(project.folder, folder)
        log, victim = folder / "taken", folder / "pid"
        log.touch()
        now = datetime(2026, 1, 1, tzinfo=UTC)
        chosen = random.Random(seed)
        chance = chosen.choice([0.05, 0.3, 0.6])
        for attempt in range(RUNS_OF_SEND):
            script(seed=seed * 10 + attempt, chance=chance, victim=str(victim), log=str(log))
            dies_at = chosen.choice([0, chosen.randrange(1, 40)])
            code = in_child(folder / "config.yaml", lambda at=now: at, victim, dies_at)
            assert code in {0, 1, -9}, f"seed {seed}"
            fates["killed"] += code == -9
            assert_copies_are_whole(folder)
            now += timedelta(days=2)
        script(log=str(log))
        report = send_due(folder / "config.yaml", SendOptions(clock=lambda at=now: at))
        taken = Counter(line.rpartition("/")[2] for line in log.read_text().split())
        assert max(taken.values(), default=0) <= 1, f"seed {seed}: a room was told twice"
        states = {row.channel.name: row.standing for row in report.channels}
        assert list(states) == [*ROOMS, "folder"]
        for room in ROOMS:
            standing = states[room]
            fates[standing.state] += 1
            assert standing.state != "served" or taken[room] == 1, (
                f"seed {seed}: {room} was not told"
            )
            assert taken[room] or standing.owed, f"seed {seed}: {room} is forgotten"
            assert standing.state in {"served", "ambiguous", "refused"}, f"seed {seed}: {standing}"
        assert states["folder"].state == "served", f"seed {seed}: a folder can be asked"
        assert_copies_are_whole(folder)
        assert (folder / PLACE / "harbour-0001").is_dir()
        shutil.rmtree(folder)
    assert min(fates[name] for name in ("killed", "served", "ambiguous", "refused")) > 0, fates


def assert_copies_are_whole(folder):
    """Whatever has an edition's name holds the edition."""
    kept = folder / "output/editions/0001"
    for copy in (folder / PLACE).glob("harbour-*"):
        for path in kept.rglob("*"):
            if path.is_file():
                assert (copy / path.relative_to(kept)).read_bytes() == path.read_bytes()
    for name in ("md", "json"):
        latest = folder / PLACE / f"harbour.{name}"
        assert not latest.exists() or latest.read_bytes() == (kept / f"brief.{name}").read_bytes()
