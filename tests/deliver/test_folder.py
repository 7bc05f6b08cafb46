"""Copies of an edition in a folder elsewhere: whole, once, and as open as the edition itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.deliver.courier import Unreached
from briefing.deliver.folder import FolderChannel
from briefing.deliver.plan import DeliveryPolicy
from tests.deliver.test_postings import POSTING


@pytest.fixture
def edition(tmp_path):
    """An edition's two files as they lie here, and a folder for copies."""
    (tmp_path / "kept/evidence/deep").mkdir(parents=True)
    (tmp_path / "copies").mkdir()
    files = {}
    for name in ("brief.md", "evidence/deep/d-1.txt"):
        path = tmp_path / "kept" / name
        path.write_text(name, encoding="utf-8")
        files[name] = path
    return replace(POSTING, files=files)


def copy(tmp_path, posting, **options):
    with FolderChannel(path="copies", **options)(tmp_path) as shelves:
        return shelves.post(posting, lambda: None)


def lying(tmp_path):
    place = tmp_path / "copies"
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


COPIED = ["quay-0007/brief.md", "quay-0007/evidence/deep/d-1.txt"]


def test_a_copy_is_as_open_to_others_as_the_edition(tmp_path, edition):
    kept = tmp_path / "kept"
    for path, mode in {"brief.md": 0o640, "evidence": 0o750, "evidence/deep": 0o711}.items():
        (kept / path).chmod(mode)
    answer = copy(tmp_path, edition)
    assert (answer.fate, answer.words, lying(tmp_path)) == ("sent", "in quay-0007", COPIED)
    place = tmp_path / "copies/quay-0007"
    assert (place / "brief.md").stat().st_mode & 0o777 == 0o640
    assert (place / "evidence/deep").stat().st_mode & 0o777 == 0o711


def test_what_a_killed_run_left_is_replaced_by_a_whole_copy(tmp_path, edition):
    (tmp_path / "copies/.part-quay-0007").mkdir()
    (tmp_path / "copies/.part-quay-0007/half.txt").touch()
    assert copy(tmp_path, edition).fate == "sent"
    assert lying(tmp_path) == COPIED
    assert copy(tmp_path, edition).fate == "sent"  # the same again is the same copy


@pytest.mark.parametrize("damage", ["gone", "other"])
def test_a_copy_that_is_not_the_edition_is_left_as_it_is(tmp_path, edition, damage):
    copy(tmp_path, edition)
    last = tmp_path / "copies" / COPIED[1]
    last.unlink() if damage == "gone" else last.write_text("x", encoding="utf-8")
    answer = copy(tmp_path, edition, latest=True)
    assert answer.fate == "refused"
    assert answer.words == "quay-0007 is there already and is another edition"
    assert "quay.md" not in lying(tmp_path)


def test_the_newest_lies_beside_the_copies_where_that_is_asked_for(tmp_path, edition):
    edition.files["brief.md"].chmod(0o604)
    assert copy(tmp_path, edition, latest=True).fate == "sent"
    assert lying(tmp_path) == [*COPIED, "quay.md"]
    assert (tmp_path / "copies/quay.md").stat().st_mode & 0o777 == 0o604


def test_files_that_an_edition_lacks_are_named(tmp_path, edition):
    answer = copy(tmp_path, edition, files=("brief.md", "brief.pdf", "brief.docx"))
    assert answer.fate == "refused"
    assert answer.words == "the edition has no brief.pdf, brief.docx"
    assert lying(tmp_path) == []


def test_a_folder_that_takes_nothing_puts_the_copy_off_and_keeps_no_part(tmp_path, edition):
    gone = {**edition.files, "lost.txt": tmp_path / "kept/lost.txt"}
    answer = copy(tmp_path, replace(edition, files=gone))
    assert answer.fate == "deferred"
    assert answer.words == "'copies' can't be written: no such file or directory"
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_folder_says_what_it_would_copy_and_is_asked_again_at_every_run(tmp_path, edition):
    channel = FolderChannel(path="copies", files=("brief.md",))
    assert channel.preview(edition) == ("txt", b"copies/quay-0007/brief.md\n")
    assert channel.policy == DeliveryPolicy(
        unanswered="resend", attempts=1_000_000_000, retry_after=timedelta(0)
    )
    assert (channel.kind, channel.language, channel.name) == ("folder", "", "folder")
    assert (channel.after, channel.send_when) == ("approval", "always")
    with pytest.raises(Unreached, match=r"^folder: there is no folder 'gone'$"):
        FolderChannel(path="gone")(tmp_path).__enter__()
