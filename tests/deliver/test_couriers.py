"""The couriers that stay on this machine, and what they say when they can't."""

from datetime import UTC, datetime

import pytest

from briefing.deliver.courier import Unreached, one_line_answer
from briefing.deliver.message import Letter, Sender, address_message, make_body
from briefing.deliver.outbox import Outbox
from briefing.deliver.sendmail import Sendmail

SENDER = Sender(
    address="desk@example.org",
    name="",
    list_id="x.example.org",
    list_name="X",
    leave="desk@example.org",
)


def one(number=1):
    made = make_body(Letter(subject="S", text=".\ntext\n", html="<p>text</p>"), ())
    when = datetime(2026, 11, 22, tzinfo=UTC)
    return address_message(
        made, SENDER, ("ann@example.org", ""), when, (f"<{number}@example.org>", ())
    )


def command(tmp_path, script):
    path = tmp_path / "sendmail"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return Sendmail(command=str(path), timeout=2)


def test_an_outbox_holds_each_message_once_and_whole(tmp_path):
    with Outbox(folder=tmp_path / "box") as box:
        for number in (1, 2, 1):
            assert box.carry(one(number), lambda: None).fate == "sent"
    assert sorted(path.read_bytes() for path in (tmp_path / "box/new").iterdir()) == [
        one(1).content,
        one(2).content,
    ]
    assert list((tmp_path / "box/tmp").iterdir()) == []


def test_an_intent_that_can_not_be_written_keeps_the_message_back(tmp_path):
    def refuse():
        raise RuntimeError

    with Outbox(folder=tmp_path / "box") as box, pytest.raises(RuntimeError):
        box.carry(one(), refuse)
    assert list((tmp_path / "box/new").iterdir()) == []
    ran = tmp_path / "ran"
    with pytest.raises(RuntimeError):
        command(tmp_path, f"touch {ran}").carry(one(), refuse)
    assert not ran.exists()


def test_an_outbox_that_can_not_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Unreached, match="can't be made"), Outbox(folder=tmp_path / "file/box"):
        pass


def test_a_folder_that_went_away_puts_the_message_off(tmp_path):
    with Outbox(folder=tmp_path / "box") as box:
        (tmp_path / "box/tmp").rmdir()
        answer = box.carry(one(), lambda: None)
    assert (answer.fate, "can't be written" in answer.words) == ("deferred", True)


@pytest.mark.parametrize(
    ("script", "fate", "said"),
    [
        ("cat >/dev/null", "sent", "exit code 0"),
        ("echo later >&2; exit 75", "deferred", "exit code 75: later"),
        ("echo nobody; exit 67", "refused", "exit code 67: nobody"),
        ("exit 70", "deferred", "exit code 70"),
        ("kill -9 $$", "ambiguous", "killed by signal 9"),
        ("exec sleep 5", "ambiguous", "did not end in 2 seconds"),
    ],
)
def test_a_sendmail_command_is_taken_at_its_exit_code(tmp_path, script, fate, said):
    answer = command(tmp_path, script).carry(one(), lambda: None)
    assert (answer.fate, said in answer.words) == (fate, True)


def test_a_sendmail_command_gets_the_message_with_plain_lines_and_the_bare_recipient(tmp_path):
    sent = command(tmp_path, f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/content')
    assert sent.carry(one(), lambda: None).fate == "sent"
    assert (tmp_path / "arguments").read_text(
        encoding="utf-8"
    ) == "-i -f desk@example.org -- ann@example.org\n"
    assert (tmp_path / "content").read_bytes() == one().content.replace(b"\r\n", b"\n")


def test_a_command_that_is_none_reaches_nobody(tmp_path):
    with pytest.raises(Unreached, match="is no command that can be run"):
        Sendmail(command=str(tmp_path / "nothing")).carry(one(), lambda: None)


def test_an_answer_is_printed_on_one_short_line_whatever_it_holds():
    assert (
        one_line_answer(b"550 5.1.1 no\r\n\x1b[2J such\xff user\x00")
        == "550 5.1.1 no [2J such\N{REPLACEMENT CHARACTER} user"
    )
    assert len(one_line_answer("x" * 5000)) == 300
