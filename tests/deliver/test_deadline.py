"""A mail server that answers a little at a time, for ever, is left when the time for all of it is
over."""

import socket
import threading

import pytest

from briefing.deliver.courier import Unreached
from briefing.deliver.smtp import ServerLine, Smtp


def trickle(listener, spoken, over):
    """Say `spoken` and then a line of a reply that never ends, each well within the time for one
    answer."""
    connection, _ = listener.accept()
    with connection:
        for answer in spoken:
            connection.sendall(answer)
            connection.recv(4096)
        while not over.wait(0.02):
            try:
                connection.sendall(b"250-still here\r\n")
            except OSError:
                return


@pytest.mark.parametrize("spoken", [[], [b"220 hello\r\n"]])
def test_a_trickling_server_is_given_up(spoken):
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=trickle, args=(listener, spoken, over), daemon=True)
        server.start()
        host, port = listener.getsockname()
        line = ServerLine(
            host=host, port=port, security="none", hello="desk.example", timeout=20.0, longest=0.5
        )
        with pytest.raises(Unreached, match=r"no answer in time$"), Smtp(line=line) as courier:
            courier._connect()
        over.set()
        server.join()
