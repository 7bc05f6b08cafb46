"""What a server's answers are taken for, one message after another over a real connection."""

import socket
import ssl
import threading
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from rogue import Script, Server, trusting

from briefing.deliver.courier import Unreached
from briefing.deliver.message import Body, Message
from briefing.deliver.smtp import ServerLine, Smtp
from briefing.deliver.webhook import OpenRoom, _judge_answer

BODY = Body(subject="News", head=b"X: y\r\n", content=b".news\r\n", wire=b"..news\r\n")
MESSAGE = Message(
    id="<1@desk.example>",
    sender="desk@example.org",
    recipient="ann@example.org",
    head=b"To: ann@example.org\r\n",
    body=BODY,
)
LOST = "the connection was lost {} the whole message was sent: {}"


def take_nothing():
    """Note an intent that needs no disk."""


def session(server, **options):
    line = ServerLine(
        host="127.0.0.1", port=server.port, security="none", hello="desk.example", timeout=5.0
    )
    return Smtp(line=line, **options)


def test_the_class_of_an_answer_decides_and_the_connection_stays():
    replies = {
        "199 odd": "deferred",
        "200 as well": "sent",
        "299 as well": "sent",
        "300 odd": "deferred",
        "452 full": "deferred",
        "499 odd": "deferred",
        "500 what": "refused",
        "554 spam": "refused",
    }
    with Server(Script({"dot": replies})) as server, session(server, losses=1) as courier:
        told = [courier.carry(MESSAGE, take_nothing) for _ in replies]
        assert courier.connection.sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert {one.words: one.fate for one in told} == replies
        assert (server.script.sessions, courier.losses) == (1, 0)


@pytest.mark.parametrize(
    ("plan", "fate", "words", "open_after", "losses"),
    [
        ({"dot": ["odd"]}, "ambiguous", LOST.format("after", "no answer"), False, 1),
        ({"mail": ["odd"]}, "deferred", LOST.format("before", "the server hung up"), False, 1),
        ({"rcpt": ["251 elsewhere"]}, "sent", "250 queued", True, 0),
        ({"rcpt": ["252 perhaps"]}, "deferred", "252 perhaps", True, 0),
        ({"data": ["250 have it"]}, "deferred", "250 have it", True, 0),
        ({"mail": ["552 large"]}, "refused", "552 large", True, 0),
        ({"data": ["421 closing"]}, "deferred", "421 closing", False, 1),
        ({"dot": ["452 full"], "rset": ["drop"]}, "deferred", "452 full", False, 0),
    ],
)
def test_an_odd_answer_loses_no_message_and_is_said(plan, fate, words, open_after, losses):
    with Server(Script(plan)) as server, session(server) as courier:
        told = courier.carry(MESSAGE, take_nothing)
        assert (told.fate, told.words) == (fate, words)
        assert (courier.connection is not None, courier.losses) == (open_after, losses)


def test_an_address_beyond_ascii_is_named_as_it_is():
    reader = replace(MESSAGE, recipient="änn@example.org")
    with Server(Script()) as server, session(server) as courier:
        assert courier.carry(reader, take_nothing).fate == "sent"
        assert [taken[1] for taken in server.script.taken] == ["änn@example.org"]


def test_what_stops_the_record_stops_the_message():
    def assure():
        message = "the disk is full"
        raise OSError(message)

    with Server(Script()) as server, session(server) as courier:
        told = courier.carry(MESSAGE, lambda: assure)
        assert (told.fate, courier.connection) == ("deferred", None)
        assert server.script.taken == []


def test_a_server_that_takes_no_leave_is_left():
    with Server(Script({"quit": ["drop"]})) as server, session(server) as courier:
        courier.carry(MESSAGE, take_nothing)
    assert courier.connection is None


def test_a_password_is_not_shown():
    line = ServerLine(host="h", port=1, security="tls", hello="h", user="u", password="quay")
    assert "quay" not in repr(line)


def test_a_login_beyond_ascii_is_said():
    with Server(Script()) as server:
        line = ServerLine(
            host="127.0.0.1", port=server.port, security="none", hello="h", user="désk"
        )
        with pytest.raises(Unreached, match=r"can't be asked with a login or name beyond ASCII$"):
            Smtp(line=line).carry(MESSAGE, take_nothing)


@pytest.mark.parametrize(
    ("status", "said", "fate"),
    [
        (199, b"", "refused"),
        (200, b"ok", "sent"),
        (200, b" Invalid_payload", "sent"),
        (299, b"", "sent"),
        (300, b"", "refused"),
        (404, b"", "refused"),
        (429, b"", "deferred"),
        (499, b"", "refused"),
        (500, b"", "ambiguous"),
    ],
)
def test_what_a_status_says_became_of_a_posting(status, said, fate):
    assert _judge_answer(status, said) == fate


def test_a_service_with_a_certificate_of_its_own_is_told_nothing(certificate):
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer():
            line, _ = listener.accept()
            with line, pytest.raises(ssl.SSLError):
                trusting(*certificate).wrap_socket(line, server_side=True)

        server = threading.Thread(target=answer, daemon=True)
        server.start()
        address = urlsplit(f"https://127.0.0.1:{listener.getsockname()[1]}/hook")
        room = OpenRoom(
            name="room",
            address=address,
            trusted=ssl.create_default_context(),
            timeout=5.0,
            write=lambda _: b"{}",
        )
        with pytest.raises(Unreached) as stopped:
            room.post(None, take_nothing)
        server.join()
    assert str(stopped.value) == (
        "room: 127.0.0.1 has a certificate that can't be trusted: self-signed certificate"
    )
