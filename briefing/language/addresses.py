"""Addresses on the web: the host that answers for one."""

from urllib.parse import urlsplit


def host_of(address: str | None) -> str:
    """The host of an address, in lower case and without "www."; empty where it has none."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.")
