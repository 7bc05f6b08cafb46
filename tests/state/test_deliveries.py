import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import WorkError
from briefing.state import deliveries, editions, journal, record, store
from briefing.state.deliveries import Delivery

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
    with deliveries.open_ledger(output) as ledger:
        for event in events:
            ledger.note(event, lasting=True)


def test_the_last_word_on_a_message_stands(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT, replace(INTENT, outcome="sent", answer="250 ok"))
    assert deliveries.history(*desk) == {}
    deliveries.catch_up(*desk)
    assert deliveries.history(*desk) == {INTENT.recipient: (replace(INTENT, outcome="sent", answer="250 ok"),)}


def test_what_is_read_is_not_read_again_and_what_is_new_is(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT)
    deliveries.catch_up(*desk)
    before = desk[0].connection.total_changes
    deliveries.catch_up(*desk)
    assert desk[0].connection.total_changes == before
    note(desk[1], replace(INTENT, outcome="refused"))
    deliveries.catch_up(*desk)
    assert deliveries.history(*desk)[INTENT.recipient][0].outcome == "refused"


def test_a_deleted_store_is_read_back(desk: tuple[store.Store, Path], tmp_path: Path) -> None:
    note(desk[1], replace(INTENT, outcome="sent"))
    deliveries.catch_up(*desk)
    known = deliveries.history(*desk)
    again = store.open_store(tmp_path / "again.db")
    deliveries.catch_up(again, desk[1])
    assert deliveries.history(again, desk[1]) == known
    record.rebuild(again, desk[1])
    assert deliveries.history(again, desk[1]) == known


def test_another_journal_takes_the_place_of_the_one_that_was_read(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT, replace(INTENT, recipient="bo@example.org"))
    deliveries.catch_up(*desk)
    (desk[1] / editions.FOLDER / journal.NAME).unlink()
    note(desk[1], replace(INTENT, recipient="cy@example.org"))
    deliveries.catch_up(*desk)
    assert list(deliveries.history(*desk)) == ["cy@example.org"]


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
    assert deliveries.history(*desk)[INTENT.recipient][0].outcome == "deferred"
    assert len(path.read_bytes().splitlines()) == 3


def test_what_was_left_intended_becomes_ambiguous(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], INTENT, replace(INTENT, recipient="bo@example.org", outcome="sent"))
    deliveries.catch_up(*desk)
    with deliveries.open_ledger(desk[1]) as ledger:
        deliveries.strand(*desk, ledger, "later")
    found = {who: one.outcome for who, (one,) in deliveries.history(*desk).items()}
    assert found == {"ann@example.org": "ambiguous", "bo@example.org": "sent"}


def test_editions_that_were_let_go_are_known(desk: tuple[store.Store, Path]) -> None:
    shelf = desk[1] / editions.FOLDER
    journal.append(shelf, {"event": "approved", "edition": 3, "who": "Ruth Adeyemi", "at": AT})
    deliveries.catch_up(*desk)
    assert deliveries.released(*desk) == {3}


def test_an_intent_that_can_not_be_written_stops_the_sending(desk: tuple[store.Store, Path]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    with pytest.raises(WorkError, match="the disk is full"):
        deliveries.Ledger(path=desk[1] / "x", handle=full).note(INTENT)
    os.close(full)


def test_a_line_holds_no_more_than_one_event(desk: tuple[store.Store, Path]) -> None:
    note(desk[1], replace(INTENT, answer='550 "no"\n{"event": "approved", "edition": 1}\ud800'))
    (line,) = (desk[1] / editions.FOLDER / journal.NAME).read_bytes().splitlines()
    assert json.loads(line)["event"] == "mail"
