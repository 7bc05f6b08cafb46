import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import WorkError
from briefing.state import deliveries, editions, journal, store
from briefing.state import ledger as ledgers
from briefing.state.ledger import Delivery

AT = "2026-11-22T06:30:00Z"
INTENT = Delivery(
    edition=1,
    recipient="ann@example.org",
    courier="smtp",
    message_id="<1@example.org>",
    outcome="intended",
    attempts=1,
    answer="",
    at=AT,
    sections=("works", "people"),
)


@pytest.fixture
def desk(tmp_path: Path) -> tuple[store.Store, Path]:
    (tmp_path / "output" / editions.FOLDER).mkdir(parents=True)
    return store.open_store(tmp_path / "config.yaml.db"), tmp_path / "output"


def note(output: Path, *events: Delivery) -> None:
    with ledgers.open_ledger(output) as ledger:
        for event in events:
            ledger.note(event, lasting=True)


def test_the_last_word_on_a_message_stands(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT, replace(INTENT, outcome="sent", answer="250 ok"))
    assert deliveries.delivery_history(*desk) == {}
    deliveries.catch_up(*desk)
    assert deliveries.delivery_history(*desk) == {
        INTENT.recipient: (replace(INTENT, outcome="sent", answer="250 ok"),)
    }


def test_what_is_read_is_not_read_again_and_what_is_new_is(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT)
    deliveries.catch_up(*desk)
    before = desk[0].connection.total_changes
    deliveries.catch_up(*desk)
    assert desk[0].connection.total_changes == before
    note(desk[1], replace(INTENT, outcome="refused"))
    deliveries.catch_up(*desk)
    assert deliveries.delivery_history(*desk)[INTENT.recipient][0].outcome == "refused"


def test_a_deleted_store_is_read_back(desk: tuple[store.Store, Path], tmp_path: Path) -> None:
    note(desk[1], replace(INTENT, outcome="sent"))
    deliveries.catch_up(*desk)
    known = deliveries.delivery_history(*desk)
    again = store.open_store(tmp_path / "again.db")
    deliveries.catch_up(again, desk[1])
    assert deliveries.delivery_history(again, desk[1]) == known
    assert deliveries.rebuild_index(again, desk[1]) == 1
    assert deliveries.delivery_history(again, desk[1]) == known


def test_another_journal_takes_the_place_of_the_one_that_was_read(
    desk: tuple[store.Store, Path],
) -> None:
    note(desk[1], INTENT, replace(INTENT, recipient="bo@example.org"))
    deliveries.catch_up(*desk)
    (desk[1] / editions.FOLDER / journal.NAME).unlink()
    note(desk[1], replace(INTENT, recipient="cy@example.org"))
    deliveries.catch_up(*desk)
    assert list(deliveries.delivery_history(*desk)) == ["cy@example.org"]


def test_a_line_that_a_crash_cut_off_is_passed_over_and_does_not_swallow_the_next(
    desk: tuple[store.Store, Path],
) -> None:
    path = desk[1] / editions.FOLDER / journal.NAME
    note(desk[1], INTENT)
    with path.open("ab") as file:
        file.write(b'{"event": "mail", "edition": 1, "reci')
    deliveries.catch_up(*desk)
    note(desk[1], replace(INTENT, outcome="deferred"))
    deliveries.catch_up(*desk)
    assert deliveries.delivery_history(*desk)[INTENT.recipient][0].outcome == "deferred"
    assert len(path.read_bytes().splitlines()) == 3


def test_what_was_left_intended_becomes_ambiguous(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT, replace(INTENT, recipient="bo@example.org", outcome="sent"))
    deliveries.catch_up(*desk)
    with ledgers.open_ledger(desk[1]) as ledger:
        deliveries.strand_intended(*desk, ledger, "later")
    found = {who: one.outcome for who, (one,) in deliveries.delivery_history(*desk).items()}
    assert found == {"ann@example.org": "ambiguous", "bo@example.org": "sent"}


def test_editions_that_were_let_go_are_known(desk: tuple[store.Store, Path]) -> None:
    shelf = desk[1] / editions.FOLDER
    journal.append_event(
        shelf, {"event": "approved", "edition": 3, "who": "Ruth Adeyemi", "at": AT}
    )
    deliveries.catch_up(*desk)
    assert deliveries.released_editions(*desk) == {3}


def test_an_intent_that_can_not_be_written_stops_the_sending(
    desk: tuple[store.Store, Path],
) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    with pytest.raises(WorkError, match="the disk is full"):
        ledgers.Ledger(path=desk[1] / "x", handle=full).note(INTENT)
    os.close(full)


def test_a_line_holds_no_more_than_one_event(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], replace(INTENT, answer='550 "no"\n{"event": "approved", "edition": 1}\ud800'))
    (line,) = (desk[1] / editions.FOLDER / journal.NAME).read_bytes().splitlines()
    assert json.loads(line)["event"] == "mail"


def announce(output: Path, started: Path, *who: str) -> list[Delivery]:
    started.write_text("first start\n", encoding="ascii")
    coming = [replace(INTENT, recipient=f"{name}@example.org") for name in who]
    with ledgers.open_ledger(output) as ledger:
        ledger.announce(coming)
    return coming


def known(desk: tuple[store.Store, Path]) -> dict[str, str]:
    deliveries.catch_up(*desk)
    return {
        who.partition("@")[0]: one.outcome
        for who, (one,) in deliveries.delivery_history(*desk).items()
    }


def test_who_was_announced_was_not_begun_unless_the_machine_went_down_since(
    desk: tuple[store.Store, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "boot"
    monkeypatch.setattr(ledgers, "_BOOT", started)
    coming = announce(desk[1], started, "ann", "bo", "cy")
    note(desk[1], coming[0], replace(coming[1], outcome="sent"))
    assert known(desk) == {"ann": "intended", "bo": "sent"}
    started.write_text("second start\n", encoding="ascii")
    assert known(desk) == {"ann": "intended", "bo": "sent", "cy": "intended"}
    started.unlink()
    assert known(desk) == {"ann": "intended", "bo": "sent", "cy": "intended"}
    with ledgers.open_ledger(desk[1]) as ledger:
        deliveries.strand_intended(*desk, ledger, "later")
    assert known(desk) == {"ann": "ambiguous", "bo": "sent", "cy": "ambiguous"}


def test_what_rests_is_forgotten_by_whoever_finds_it_and_by_another_store(
    desk: tuple[store.Store, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "boot"
    monkeypatch.setattr(ledgers, "_BOOT", started)
    announce(desk[1], started, "ann", "bo")
    deliveries.catch_up(*desk)
    with ledgers.open_ledger(desk[1]) as ledger:
        deliveries.strand_intended(*desk, ledger, "later")
    started.write_text("second start\n", encoding="ascii")
    assert known(desk) == {}
    again = store.open_store(tmp_path / "again.db")
    assert known((again, desk[1])) == {}


def test_an_announcement_takes_the_place_of_what_was_put_off_before(
    desk: tuple[store.Store, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "_BOOT", tmp_path / "boot")
    note(desk[1], replace(INTENT, recipient="ann@example.org", outcome="deferred"))
    announce(desk[1], tmp_path / "boot", "ann", "bo")
    assert known(desk) == {"ann": "deferred"}
    (tmp_path / "boot").write_text("second start\n", encoding="ascii")
    assert known(desk) == {"ann": "intended", "bo": "intended"}


def test_a_machine_that_does_not_say_when_it_was_started_announces_nobody(
    desk: tuple[store.Store, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "_BOOT", tmp_path / "none")
    with ledgers.open_ledger(desk[1]) as ledger:
        ledger.announce([INTENT, replace(INTENT, recipient="bo@example.org")])
        ledger.intend(INTENT)()
    assert known(desk) == {"ann": "intended"}


@pytest.mark.parametrize(
    ("count", "seconds", "next_"), [(1, 0.2, 1), (1, 0.001, 2), (10, 0.01, 16), (16, 1.6, 1)]
)
def test_as_many_are_announced_as_are_served_while_a_disk_answers(
    count: int, seconds: float, next_: int
) -> None:
    assert ledgers.announce_count(count, seconds) == next_
