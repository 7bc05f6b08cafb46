"""Addresses on the web: the host that answers for one."""

import re
from urllib.parse import urlsplit

from briefing.language import late

_WEB_ADDRESS = late.pattern(r"https?://[^\s<>\"\\]{3,2000}\Z", re.IGNORECASE)


def host_of(address: str | None) -> str:
    """The host of an address, in lower case and without "www."; empty where it has none."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.")


def is_web_address(value: str) -> bool:
    """Whether `value` is a web address and nothing else."""
    return _WEB_ADDRESS.match(value) is not None
