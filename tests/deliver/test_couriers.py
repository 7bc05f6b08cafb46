"""The couriers that stay on this machine, and what they say when they can't."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.deliver.courier import Unreached, one_line_answer
from briefing.deliver.couriers import OutboxCourier, SendmailCourier
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


def test_a_message_says_its_octets_and_its_names_as_servers_know_them():
    message = one()
    assert message.size == len(message.content)
    assert replace(SENDER, address=" desk @bücher.example").domain == "xn--bcher-kva.example"


def test_couriers_of_this_machine_are_what_a_config_leaves_open(tmp_path):
    assert OutboxCourier()(tmp_path, tmp_path) == Outbox(folder=tmp_path / "outbox", form="maildir")
    assert OutboxCourier(form="eml")(tmp_path, tmp_path).form == "eml"
    assert SendmailCourier()(tmp_path, tmp_path) == Sendmail(command="/usr/sbin/sendmail")
    assert (OutboxCourier.name, SendmailCourier.name) == ("outbox", "sendmail")
    assert (Sendmail(command="/x").timeout, Sendmail(command="/x").name) == (60.0, "sendmail")
    with pytest.raises(ValueError, match="is not a full path"):
        SendmailCourier(command="sendmail")


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
    said = r"^the outbox .*/file/box can't be made: not a directory$"
    with pytest.raises(Unreached, match=said), Outbox(folder=tmp_path / "file/box"):
        pass


def test_a_folder_that_went_away_puts_the_message_off(tmp_path):
    with Outbox(folder=tmp_path / "box") as box:
        (tmp_path / "box/tmp").rmdir()
        answer = box.carry(one(), lambda: None)
    assert answer.fate == "deferred"
    assert answer.words.endswith("/box can't be written: no such file or directory")


def test_an_outbox_that_is_full_keeps_no_half_message(tmp_path):
    with Outbox(folder=tmp_path / "box") as box:
        (tmp_path / "box/new").rmdir()
        assert box.carry(one(), lambda: None).fate == "deferred"
    assert list((tmp_path / "box/tmp").iterdir()) == []


@pytest.mark.parametrize(
    ("reader", "form", "name"),
    [
        ("Ann+B_c@Example.ORG", "eml", r"box/ann\+b_c@example\.org-[0-9a-f]{8}\.eml"),
        ("o'hara <x>@example.org", "eml", r"box/o-hara-x-@example\.org-[0-9a-f]{8}\.eml"),
        ("a" * 90 + "@example.org", "eml", r"box/a{80}-[0-9a-f]{8}\.eml"),
        ("'@'", "eml", r"box/@-[0-9a-f]{8}\.eml"),
        ("''", "eml", r"box/[0-9a-f]{16}\.eml"),
        ("ann@example.org", "maildir", r"box/new/[0-9a-f]{16}\.briefing"),
    ],
)
def test_a_message_lies_under_a_name_that_tells_its_reader(tmp_path, reader, form, name):
    with Outbox(folder=tmp_path / "box", form=form) as box:
        answer = box.carry(replace(one(), recipient=reader), lambda: None)
    assert re.fullmatch(f"in {name}", answer.words)
    [path] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (one().content, 0o600)
    assert f"in {path.relative_to(tmp_path).as_posix()}" == answer.words


@pytest.mark.parametrize(
    ("script", "fate", "said"),
    [
        ("cat >/dev/null", "sent", "exit code 0"),
        ("exit 65", "refused", "exit code 65"),
        ("exit 68; # no such host", "refused", "exit code 68"),
        ("exit 1", "deferred", "exit code 1"),
        ("echo out; echo err >&2; exit 75", "deferred", "exit code 75: err"),
        ("echo later >&2; exit 75", "deferred", "exit code 75: later"),
        ("echo nobody; exit 67", "refused", "exit code 67: nobody"),
        ("exit 70", "deferred", "exit code 70"),
        ("kill -9 $$", "ambiguous", "was killed by signal 9"),
        ("exec sleep 5", "ambiguous", "did not end in 2 seconds"),
    ],
)
def test_a_sendmail_command_is_taken_at_its_exit_code(tmp_path, script, fate, said):
    answer = command(tmp_path, script).carry(one(), lambda: None)
    assert (answer.fate, answer.words.partition(f"{tmp_path}/sendmail ")[2] or answer.words) == (
        fate,
        said,
    )


def test_a_program_that_is_none_is_tried_again(tmp_path):
    path = tmp_path / "sendmail"
    path.write_bytes(b"\x7fELF")
    path.chmod(0o755)
    answer = Sendmail(command=str(path)).carry(one(), lambda: None)
    assert answer.fate == "deferred"
    assert answer.words == f"{path} can't be run: exec format error"


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
