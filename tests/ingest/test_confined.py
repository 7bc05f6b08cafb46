"""No file costs the brief: reading has limits on time and memory, and what goes over them is set
aside."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from email.message import EmailMessage
from functools import partial

import pytest

from briefing.errors import UserError
from briefing.ingest import Folder, confined, read_article
from briefing.ingest.confined import Broken, run_confined
from briefing.ingest.item import Item
from briefing.model import Document, Quarantined
from briefing.settings import decode
from tests.ingest import forms

TEXT = "The harbour of Vessim was shut on Friday, the council said. Nobody had been hurt there.\n"


def square(number):
    return number * number


def whoami(_):
    return os.getpid()


def spin(_):
    while True:
        pass


def swell(size):
    return len(bytearray(size))


def crash(_):
    os.kill(os.getpid(), signal.SIGSEGV)


def fail(_):
    raise LookupError


def test_work_is_done_by_one_other_process_that_goes_on():
    assert [run_confined(square, number) for number in (2, 3)] == [4, 9]
    workers = {run_confined(whoami, 0) for _ in range(3)}
    assert len(workers) == 1
    assert os.getpid() not in workers


@pytest.mark.parametrize(
    ("work", "given", "reason"),
    [
        (swell, 3 * confined.MEMORY, confined.TOOK_MEMORY),
        (crash, 0, confined.BROKE),
        (fail, 0, confined.BROKE),
    ],
)
def test_work_that_goes_wrong_is_told_and_the_next_is_done(work, given, reason):
    assert run_confined(work, given) == Broken(reason=reason)
    assert run_confined(square, 5) == 25


def test_work_without_end_is_ended(monkeypatch):
    program = confined._PROGRAM.replace(
        "serve_requests(sys", "confined.SECONDS = 1\nconfined.serve_requests(sys"
    )
    monkeypatch.setattr(
        confined,
        "_PROGRAM",
        program.replace("ingest.confined import serve_requests", "ingest import confined"),
    )
    confined._start_reader.cache_clear()
    try:
        assert run_confined(spin, 0) == Broken(reason=confined.TOOK_TIME)
    finally:
        confined._start_reader.cache_clear()


@pytest.fixture
def calling_back(monkeypatch):
    """A system where a child takes over no open pipe, as on Windows."""
    monkeypatch.setattr(confined, "_INHERITS", False)
    confined._start_reader.cache_clear()
    yield
    confined._start_reader.cache_clear()


@pytest.mark.usefixtures("calling_back")
def test_where_nothing_is_taken_over_the_other_process_calls_back():
    assert [run_confined(square, number) for number in (2, 3)] == [4, 9]
    assert run_confined(crash, 0) == Broken(reason=confined.BROKE)
    assert run_confined(square, 5) == 25
    assert confined._KEY not in os.environ


@pytest.mark.usefixtures("calling_back")
def test_a_process_that_ends_before_it_calls_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(confined, "_PROGRAM", "raise SystemExit(1)")
    assert run_confined(square, 2) == Broken(reason=confined.BROKE)


def test_the_other_process_ends_with_the_one_that_started_it():
    program = (
        "import os\nfrom briefing.ingest.confined import run_confined\n"
        "from tests.ingest.test_confined import whoami\n"
        "print(run_confined(whoami, 0), flush=True)\nos._exit(1)"
    )
    asked = [sys.executable, "-c", program]
    made = subprocess.run(asked, capture_output=True, text=True, check=False)
    worker = int(made.stdout)
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("it is still there")


def test_no_process_is_started_for_small_plain_files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_bytes(forms.page(TEXT))
    (tmp_path / "c.eml").write_bytes(forms.letter(TEXT, "Harbour"))
    confined._start_reader.cache_clear()
    made = [read_article(one, None) for one in Folder(path=".")(tmp_path)]
    assert all(isinstance(one, Document) for one in made)
    assert confined._start_reader.cache_info().currsize == 0


def nested_letter(deep):
    head = b"From: a@b\nSubject: harbour\nMessage-ID: <1>\nMIME-Version: 1.0\n"
    level = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    return head + "".join(map(level.format, range(deep))).encode() + b"\n" + TEXT.encode()


@pytest.mark.parametrize("deep", [60, 400, 3000])
def test_a_letter_nested_too_deeply_is_set_aside(article, deep):
    assert "too deeply" in article(nested_letter(deep), "a.eml").reason


def test_letters_inside_letters_are_opened_some_deep_and_what_lies_below_is_named(tmp_path):
    data = forms.letter(TEXT, "Harbour")
    for _ in range(12):
        head = b"From: a@b\nMessage-ID: <1>\nMIME-Version: 1.0\n"
        data = head + b"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n" + data
    (tmp_path / "a.eml").write_bytes(data)
    made = [read_article(one, None) for one in Folder(path=".")(tmp_path)]
    assert any("inside the other" in one.reason for one in made if isinstance(one, Quarantined))
    assert len(made) < 12


def test_an_archive_of_thousands_is_read_part_by_part_in_linear_time(tmp_path):
    def steps(count):
        """Count the calls that reading every tenth part takes, and the parts."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            for number in range(count):
                archive.writestr(f"a{number}.txt", f"Note {number}. {TEXT}")
        found = Folder(path=".")(tmp_path)
        calls = 0

        def counted(_frame, event, _argument):
            nonlocal calls
            calls += event == "call"

        from briefing.ingest.article import read_here

        sys.setprofile(counted)
        try:
            made = [read_here((one, None, ())) for one in found[::10]]
        finally:
            sys.setprofile(None)
        assert all(isinstance(one, Document) for one in made)
        return calls, len(found)

    few, count = steps(200)
    many, larger = steps(800)
    assert (count, larger) == (200, 800)
    assert many < 6 * few


def test_an_archive_of_too_many_parts_is_set_aside_as_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(20_002):
            archive.writestr(f"{number}.txt", "x")
    (found,) = Folder(path=".")(tmp_path)
    assert "20,002" in read_article(found, None).reason


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_bomb_of_archives_in_archives_stays_within_bounds(tmp_path):
    data = zipped((f"{n}.txt", TEXT) for n in range(40))
    for _ in range(4):
        data = zipped((f"{n}.zip", data) for n in range(40))
    (tmp_path / "a.zip").write_bytes(data)
    made = [read_article(one, None) for one in Folder(path=".")(tmp_path)]
    assert 0 < len(made) <= 40
    assert all("holds too much" in one.reason for one in made)


def test_a_letter_with_a_bomb_attached_is_read(tmp_path):
    data = b"x"
    for _ in range(6):
        data = zipped((f"{n}.zip", data) for n in range(12))
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "a@b.example", "Harbour", "<1@x>"
    made.set_content(TEXT)
    made.add_attachment(data, maintype="application", subtype="zip", filename="a.zip")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    read_all = [read_article(one, None) for one in Folder(path=".")(tmp_path)]
    assert [type(one) for one in read_all] == [Document, Quarantined]


def test_of_very_many_letters_the_first_are_read_and_the_rest_is_named(monkeypatch):
    from briefing.ingest import parts as capping
    from briefing.ingest.mail import mailbox

    monkeypatch.setattr(mailbox, "cap_parts", partial(capping.cap_parts, most=5))
    one = b"From a@b Thu Mar 20 09:00:00 2025\n" + forms.letter(TEXT, "Harbour") + b"\n"
    item = Item(locator="a", path="a", data=one * 9, revision="")
    parts = mailbox.list_parts(item)
    assert len(parts) == 6
    assert "first 5" in parts[-1].take().reason


def test_a_pipe_in_place_of_settings_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "config.yaml")
    with pytest.raises(UserError, match="pipe"):
        decode.read_file(tmp_path / "config.yaml", "config.yaml")
