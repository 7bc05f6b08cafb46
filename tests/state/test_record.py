from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import UserError
from briefing.model import Edition
from briefing.state import editions, journal, publishing, record, store

AT = "2026-11-22T06:30:00Z"


def publish(output: Path, made: Edition) -> editions.Kept:
    """Put an edition of nothing in its place."""
    pressed = publishing.Pressed(edition=made, artifacts=(), evidence=(), versions={})
    return publishing.publish_folder(output, pressed, publishing.Seal())


@pytest.fixture
def desk(tmp_path: Path) -> tuple[store.Store, Path]:
    opened = store.open_store(tmp_path / "config.yaml.db")
    output = tmp_path / "output"
    for number in (1, 2):
        made = Edition(
            number=number, made_at=AT, fingerprint=f"f{number}", previous=number - 1 or None
        )
        record.note_edition(opened, output, publish(output, made))
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
    assert [(one.number, one.fingerprint) for one in record.made_editions(*desk)] == [
        (1, "f1"),
        (2, "f2"),
    ]


def test_an_edition_is_approved_once(desk: tuple[store.Store, Path]) -> None:
    first = record.approve_edition(*desk, 2, "Ruth Adeyemi", AT)
    assert (first.approved_by, first.approved_at) == ("Ruth Adeyemi", AT)
    assert record.approve_edition(*desk, 2, "someone else", "later") == first
    with pytest.raises(UserError, match="there is no edition 9"):
        record.approve_edition(*desk, 9, "Ruth Adeyemi", AT)


def test_a_message_is_sent_once(desk: tuple[store.Store, Path]) -> None:
    assert record.intend_receipt(*desk, receipt())
    assert not record.intend_receipt(*desk, receipt()), (
        "intended already, by somebody whose end is not known"
    )
    record.settle_receipt(*desk, replace(receipt(), outcome="sent", answer="250 OK"))
    assert not record.intend_receipt(*desk, receipt())
    assert record.intend_receipt(*desk, receipt(edition=2))
    assert record.intend_receipt(*desk, receipt(who="b@example.org"))


def test_what_was_deferred_may_be_tried_again_and_is_counted(
    desk: tuple[store.Store, Path],
) -> None:
    for attempt in (1, 2, 3):
        assert record.intend_receipt(*desk, receipt())
        record.settle_receipt(*desk, replace(receipt(), outcome="deferred", answer="451 later"))
        (kept,) = record.list_receipts(*desk, 1)
        assert (kept.outcome, kept.attempts, kept.answer) == ("deferred", attempt, "451 later")


def test_what_a_killed_run_left_intended_is_ambiguous_and_not_sent_again(
    desk: tuple[store.Store, Path],
) -> None:
    record.intend_receipt(*desk, receipt())
    (stranded,) = record.strand_intended(*desk, AT)
    assert stranded.outcome == "ambiguous"
    assert not record.intend_receipt(*desk, receipt())
    assert record.strand_intended(*desk, AT) == ()


def test_the_whole_record_is_read_back_from_the_folders(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    record.approve_edition(opened, output, 1, "Ruth Adeyemi", AT)
    record.intend_receipt(opened, output, receipt())
    record.settle_receipt(opened, output, replace(receipt(), outcome="sent", answer="250 OK"))
    before = record.made_editions(opened, output), record.list_receipts(opened, output)
    opened.close()
    opened.path.unlink()
    anew = store.open_store(opened.path)
    assert record.rebuild_record(anew, output) == (2, 1)
    assert (record.made_editions(anew, output), record.list_receipts(anew, output)) == before
    anew.close()


def test_two_outputs_of_one_store_do_not_mix(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    other = output.with_name("other")
    made = Edition(number=1, made_at=AT, fingerprint="other")
    record.note_edition(opened, other, publish(other, made))
    assert [one.fingerprint for one in record.made_editions(opened, other)] == ["other"]
    assert record.intend_receipt(opened, output, receipt())
    assert record.intend_receipt(opened, other, receipt())


def test_a_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    journal.append_event(tmp_path, {"event": "approved", "edition": 1})
    with (tmp_path / journal.NAME).open("ab") as file:
        file.write(b'{"event": "appro')
    journal.append_event(tmp_path, {"event": "approved", "edition": 2})
    assert [event["edition"] for event in journal.read_events(tmp_path)] == [1, 2]
    assert journal.read_events(tmp_path / "nowhere") == ()
