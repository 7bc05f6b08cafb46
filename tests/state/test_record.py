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


def test_the_whole_record_is_read_back_from_the_folders(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    record.approve_edition(opened, output, 1, "Ruth Adeyemi", AT)
    before = record.made_editions(opened, output)
    opened.close()
    opened.path.unlink()
    anew = store.open_store(opened.path)
    assert record.rebuild_record(anew, output) == 2
    assert record.made_editions(anew, output) == before
    anew.close()


def test_two_outputs_of_one_store_do_not_mix(desk: tuple[store.Store, Path]) -> None:
    opened, output = desk
    other = output.with_name("other")
    made = Edition(number=1, made_at=AT, fingerprint="other")
    record.note_edition(opened, other, publish(other, made))
    assert [one.fingerprint for one in record.made_editions(opened, other)] == ["other"]


def test_a_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    journal.append_event(tmp_path, {"event": "approved", "edition": 1})
    with (tmp_path / journal.NAME).open("ab") as file:
        file.write(b'{"event": "appro')
    journal.append_event(tmp_path, {"event": "approved", "edition": 2})
    assert [event["edition"] for event in journal.read_events(tmp_path)] == [1, 2]
    assert journal.read_events(tmp_path / "nowhere") == ()
