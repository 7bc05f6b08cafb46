"""The places on the network at which an address may be asked."""

import socket
from urllib.parse import urlsplit

from briefing.ingest.http.answers import LaterError, NetworkPolicy, RefusedError
from briefing.ingest.public_address import is_public


def find_places(policy: NetworkPolicy, url: str) -> tuple[str, ...]:
    """The addresses at which `url` may be asked, () where its host is allowed by name.

    They are looked up once, and no other is connected to: a name may lead elsewhere a moment later.
    Raises RefusedError for what is no web address, or leads into a private network that isn't
    allowed by name.
    """
    host, port = _split_address(url)
    if host in policy.allow or f"{host}:{port}" in policy.allow:
        return ()
    try:
        _require_public(host)
    except ValueError:  # a name, to be looked up
        pass
    else:
        return (host,)
    addresses = _look_up(host, port or 80)
    for address in addresses:
        _require_public(address)
    return addresses


def _split_address(url: str) -> tuple[str, int | None]:
    """The host and the port of an address of the web; raises RefusedError where it is none."""
    message = "not a web address"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise RefusedError(message) from None
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        raise RefusedError(message)
    return host, port


def _look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses that a host's name leads to, each once; raises LaterError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = "its host has no address"
        raise LaterError(message, down=True) from None
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def _require_public(address: str) -> None:
    """Raise RefusedError for an address that is not of the public network, or wraps one that isn't;
    ValueError for what is none.
    """
    if not is_public(address):
        message = "its address is private: name the host under `allow` if it is meant"
        raise RefusedError(message)
