"""A name server that answers otherwise each time: what was asked for first is all that is connected
to."""

import socket

import httpx
import pytest

from briefing.ingest import http


@pytest.fixture
def rebinding(monkeypatch):
    """A resolver of our own: a public address at first, this machine's ever after; and who was
    connected to."""
    answers, connected = iter(["93.184.215.14"]), []

    def resolve(_host, port, *_arguments, **_options):
        address = next(answers, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def send(_client, request, **_options):
        connected.append((request.url.host, request.headers["host"]))
        message = "nobody there"
        raise httpx.ConnectError(message)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(httpx.Client, "send", send)
    return connected


def test_a_name_is_looked_up_once_and_only_that_address_is_asked(rebinding):
    policy = http.NetworkPolicy(backoff=0.0)
    (failure,) = http.fetch_all([http.Asked(url="http://news.example/a")], policy)
    assert rebinding[0] == ("93.184.215.14", "news.example")
    assert all(address != "127.0.0.1" for address, _ in rebinding)
    assert "private" in failure.reason or "reached" in failure.reason
