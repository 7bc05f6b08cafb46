import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import digest
from briefing.errors import UserError, WorkError
from briefing.model import Artifact, Document, Edition
from briefing.state import atomic, editions, fingerprints, publishing

BODIES = {"brief.md": b"# Brief\n", "brief.html": b"<p>", "brief.pdf": b"%PDF", "brief.json": b"{}"}


def artifacts(word: str, names: tuple[str, ...] = tuple(BODIES)) -> list[Artifact]:
    found = []
    for name in names:
        content = BODIES[name] + word.encode()
        found.append(
            Artifact(
                name=name, media_type="text/plain", content=content, sha256=digest.of_bytes(content)
            )
        )
    return found


def edition(number: int) -> Edition:
    return Edition(
        number=number,
        made_at="2026-11-22T06:30:00Z",
        fingerprint=f"print {number}",
        previous=number - 1 or None,
    )


EVIDENCE = (
    publishing.Exhibit(document="d-1", revision="r1", text="Line\r\nnext ends\u2028"),
    publishing.Exhibit(document="../d 2", revision="r2", text="caf\u00e9", original=b"caf\xe9"),
)


def published(output: Path, number: int, names: tuple[str, ...] = tuple(BODIES)) -> editions.Kept:
    pressed = publishing.Pressed(
        edition=edition(number),
        artifacts=artifacts(str(number), names),
        evidence=EVIDENCE,
        versions={"weasyprint": "70.0"},
    )
    return publishing.publish_folder(output, pressed, publishing.Seal())


def test_an_edition_is_a_folder_with_its_evidence_and_the_outputs_are_its_copies(
    tmp_path: Path,
) -> None:
    kept = published(tmp_path, 1)
    assert kept.folder == tmp_path / "editions" / "0001"
    assert editions.newest_edition(tmp_path) == kept
    assert editions.file_faults(kept.folder) == ()
    assert editions.source_texts(kept.folder) == {
        "d-1": "Line\r\nnext ends\u2028",
        "../d 2": "caf\u00e9",
    }
    for name in BODIES:
        assert (tmp_path / name).read_bytes() == (kept.folder / name).read_bytes()
    assert kept.versions == {"weasyprint": "70.0"}


def test_an_edition_is_never_changed(tmp_path: Path) -> None:
    published(tmp_path, 1)
    with pytest.raises(WorkError, match="never changed"):
        published(tmp_path, 1)


def test_numbers_go_up_by_one_and_never_come_back(tmp_path: Path) -> None:
    assert editions.next_number(tmp_path) == 1
    published(tmp_path, 1)
    assert editions.next_number(tmp_path) == 2
    assert editions.next_number(tmp_path, floor=7) == 8


def test_an_edition_verifies_in_another_place(tmp_path: Path) -> None:
    published(tmp_path / "here", 1)
    (tmp_path / "there").mkdir()
    moved = (tmp_path / "here/editions/0001").rename(tmp_path / "there/copy")
    assert editions.file_faults(moved) == ()
    assert editions.source_texts(moved)["d-1"].startswith("Line")


def test_what_was_altered_added_or_lost_in_an_edition_is_named(tmp_path: Path) -> None:
    folder = published(tmp_path, 1).folder
    altered, lost, added = folder / "brief.md", folder / "brief.html", folder / "extra"
    altered.unlink()
    altered.write_bytes(b"other")
    lost.unlink()
    added.write_bytes(b"")
    assert [line.split(": ")[1] for line in editions.file_faults(folder)] == [
        "missing",
        "altered since the edition was made",
        "not in the manifest",
    ]


def test_altered_evidence_is_not_handed_out(tmp_path: Path) -> None:
    folder = published(tmp_path, 1).folder
    path = folder / "evidence/d-1.txt"
    path.unlink()
    path.write_text("forged")
    with pytest.raises(WorkError, match="altered"):
        editions.source_texts(folder)


def test_a_manifest_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    folder = published(tmp_path, 1).folder
    (tmp_path / "secret").write_text("secret")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["documents"]["d-1"] = "../../secret"
    manifest["files"]["../../secret"] = digest.of_bytes(b"secret")
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(WorkError, match="missing or was altered"):
        editions.source_texts(folder)


def test_a_format_that_the_edition_lacks_does_not_stay_behind(tmp_path: Path) -> None:
    published(tmp_path, 1)
    (tmp_path / "notes.txt").write_text("mine")
    published(tmp_path, 2, ("brief.md", "brief.json"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "brief.json",
        "brief.md",
        "editions",
        "notes.txt",
    ]


def test_the_next_start_clears_leftovers_and_puts_the_last_edition_in_place(tmp_path: Path) -> None:
    published(tmp_path, 1)
    half = tmp_path / "editions" / f"{atomic.PREFIX}0002-1"
    (half / "evidence").mkdir(parents=True)
    (half / "brief.md").write_bytes(b"half")
    (tmp_path / "brief.pdf").write_bytes(b"old")
    (tmp_path / "brief.md").unlink()
    assert set(publishing.recover_editions(tmp_path)) == {half.name, "brief.pdf", "brief.md"}
    assert publishing.recover_editions(tmp_path) == ()
    assert editions.next_number(tmp_path) == 2


BRIEF = {
    "title": "T",
    "edition": {"number": 1, "made_at": "x"},
    "changes": {"new": ["s-1"]},
    "sections": [{"slug": "a", "statements": [{"id": "s-1", "text": "One.", "change": "new"}]}],
}


def test_a_fingerprint_is_of_what_is_said_not_of_when_or_after_what() -> None:
    told_again = {
        **BRIEF,
        "edition": {"number": 2, "made_at": "y"},
        "changes": {},
        "sections": [
            {"slug": "a", "statements": [{"id": "s-1", "text": "One.", "change": "kept"}]}
        ],
    }
    other = {
        **BRIEF,
        "sections": [{"slug": "a", "statements": [{"id": "s-1", "text": "Two.", "change": "new"}]}],
    }
    assert fingerprints.fingerprint_brief(BRIEF) == fingerprints.fingerprint_brief(told_again)
    assert fingerprints.fingerprint_brief(BRIEF) != fingerprints.fingerprint_brief(other)
    assert fingerprints.fingerprint_brief(BRIEF) != fingerprints.fingerprint_brief(
        BRIEF, look="other templates"
    )


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_editions import published
from briefing.state import editions, publishing
output = Path(sys.argv[1])
publishing.recover_editions(output)
print("ready", flush=True)
while True:
    published(output, editions.next_number(output))
    print("made", flush=True)
"""


@pytest.mark.soak
def test_a_kill_at_any_instant_leaves_whole_editions_in_an_unbroken_row(
    tmp_path: Path, count: Callable[[int, int], int]
) -> None:
    code = WRITER.format(tests=str(Path(__file__).parent))
    for turn in range(count(12, 200)):
        writer = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        if not turn:  # so that there is one, however slow the machine
            assert writer.stdout.readline() == b"made\n"
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(timeout=0.003 + 0.037 * ((turn * 0.618034) % 1))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        folders = tmp_path / editions.FOLDER
        kept = [
            editions.read_manifest(folders / f"{number:04d}")
            for number in editions.kept_numbers(tmp_path)
        ]
        assert [one.number for one in kept] == list(range(1, len(kept) + 1))
        assert [line for one in kept[-12:] for line in editions.file_faults(one.folder)] == []
        for name, body in BODIES.items():
            if (tmp_path / name).exists():
                number = int((tmp_path / name).read_bytes().removeprefix(body))
                assert len(kept) - 1 <= number <= len(kept)
    publishing.recover_editions(tmp_path)
    assert not list(tmp_path.rglob(f"{atomic.PREFIX}*"))
    last = editions.newest_edition(tmp_path)
    assert last is not None
    assert all(
        (tmp_path / name).read_bytes() == (last.folder / name).read_bytes() for name in BODIES
    )


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_editions import artifacts, edition
from briefing.errors import WorkError
from briefing.state import publishing
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    pressed = publishing.Pressed(
        edition=edition(2), artifacts=artifacts("x" * 6000), evidence=(), versions={{}}
    )
    publishing.publish_folder(Path(sys.argv[1]), pressed, publishing.Seal())
except WorkError as error:
    print(error)
"""


def test_a_full_disk_leaves_the_last_edition_and_says_so(tmp_path: Path) -> None:
    published(tmp_path, 1)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code = LIMITED.format(tests=str(Path(__file__).parent))
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "the disk is full" in ran.stdout
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert editions.next_number(tmp_path) == 2


def test_a_place_that_cannot_be_written_is_the_users_to_mend(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="cannot be written"):
        published(tmp_path / "output", 1)


def test_the_evidence_of_an_edition_is_its_documents_texts() -> None:
    documents = [
        Document(
            id=name,
            locator=name,
            path=None,
            url=None,
            revision="r",
            size=1,
            encoding="utf-8",
            text="t",
            language=None,
        )
        for name in ("b", "a")
    ]
    assert [one.document for one in publishing.make_exhibits(documents)] == ["a", "b"]


def test_a_manifest_of_a_newer_program_or_none_at_all_is_said_plainly(tmp_path: Path) -> None:
    folder = published(tmp_path, 1).folder
    (folder / "manifest.json").unlink()
    with pytest.raises(WorkError, match="not a whole edition"):
        editions.read_manifest(folder)
    (folder / "manifest.json").write_text('{"manifest": 99}')
    with pytest.raises(WorkError, match="newer program"):
        editions.read_manifest(folder)
