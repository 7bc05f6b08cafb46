from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import UserError
from briefing.model import Edition
from briefing.state import editions, journal, record, store

AT = "2026-11-22T06:30:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> tuple[store.Store, Path]:
    opened = store.open_store(tmp_path / "config.yaml.db")
    output = tmp_path / "output"
    for number in (1, 2):
        made = Edition(
            number=number, made_at=AT, fingerprint=f"f{number}", previous=number - 1 or None
        )
        record.note_edition(opened, output, editions.publish(output, made, (), (), {}))
    return opened, output


def receipt(edition: int = 1, who: str = "a@example.org") -> record.Receipt:
    return record.Receipt(
        edition=edition,
        recipient=who,
        courier="smtp",
        message_id="<1@example.org>",
        outcome="intended",
        at=AT,
    )


def test_editions_are_recorded_in_order(desk: tuple[store.Store, Path]) -> None:
    assert [(one.number, one.fingerprint) for one in record.made(*desk)] == [(1, "f1"), (2, "f2")]


def test_an_edition_is_approved_once(desk: tuple[store.Store, Path]) -> None:
    first = record.approve(*desk, 2, "Ruth Adeyemi", AT)
    assert (first.approved_by, first.approved_at) == ("Ruth Adeyemi", AT)
    assert record.approve(*desk, 2, "someone else", "later") == first
    with pytest.raises(UserError, match="there is no edition 9"):
        record.approve(*desk, 9, "Ruth Adeyemi", AT)


def test_a_message_is_sent_once(desk: tuple[store.Store, Path]) -> None:
    assert record.intend(*desk, receipt())
    assert not record.intend(*desk, receipt()), (
        "intended already, by somebody whose end is not known"
    )
    record.settle(*desk, replace(receipt(), outcome="sent", answer="250 OK"))
    assert not record.intend(*desk, receipt())
    assert record.intend(*desk, receipt(edition=2))
    assert record.intend(*desk, receipt(who="b@example.org"))


def test_what_was_deferred_may_be_tried_again_and_is_counted(
    desk: tuple[store.Store, Path],
) -> None:
    for attempt in (1, 2, 3):
        assert record.intend(*desk, receipt())
        record.settle(*desk, replace(receipt(), outcome="deferred", answer="451 later"))
        (kept,) = record.receipts(*desk, 1)
        assert (kept.outcome, kept.attempts, kept.answer) == ("deferred", attempt, "451 later")


def test_what_a_killed_run_left_intended_is_ambiguous_and_not_sent_again(
    desk: tuple[store.Store, Path],
) -> None:
    record.intend(*desk, receipt())
    (stranded,) = record.strand(*desk, AT)
    assert stranded.outcome == "ambiguous"
    assert not record.intend(*desk, receipt())
    assert record.strand(*desk, AT) == ()


def test_the_whole_record_is_read_back_from_the_folders(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    record.approve(opened, output, 1, "Ruth Adeyemi", AT)
    record.intend(opened, output, receipt())
    record.settle(opened, output, replace(receipt(), outcome="sent", answer="250 OK"))
    before = record.made(opened, output), record.receipts(opened, output)
    opened.close()
    opened.path.unlink()
    anew = store.open_store(opened.path)
    assert record.rebuild(anew, output) == (2, 1)
    assert (record.made(anew, output), record.receipts(anew, output)) == before
    anew.close()


def test_two_outputs_of_one_store_do_not_mix(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    other = output.with_name("other")
    made = Edition(number=1, made_at=AT, fingerprint="other")
    record.note_edition(opened, other, editions.publish(other, made, (), (), {}))
    assert [one.fingerprint for one in record.made(opened, other)] == ["other"]
    assert record.intend(opened, output, receipt())
    assert record.intend(opened, other, receipt())


def test_a_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    journal.append(tmp_path, {"event": "approved", "edition": 1})
    with (tmp_path / journal.NAME).open("ab") as file:
        file.write(b'{"event": "appro')
    journal.append(tmp_path, {"event": "approved", "edition": 2})
    assert [event["edition"] for event in journal.read(tmp_path)] == [1, 2]
    assert journal.read(tmp_path / "nowhere") == ()
