"""Mail addresses: which are well-formed, and which are the same.

The form is that of RFC 5321 without quoted local parts, comments and address literals, which no
reader has; beyond ASCII, letters and digits of any script stand (RFC 6531).
"""

import re
import unicodedata
from urllib.parse import urlsplit

_LOCAL, _DOMAIN, _LABEL = 64, 253, 63  # octets at most, RFC 5321 4.5.3.1 and RFC 1035 2.3.4
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]\Z")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\Z", re.IGNORECASE)
_LINK = re.compile(r"[!-~]+\Z")


def is_address(address: str) -> bool:
    """Whether `address` is a mail address that a message can be sent to."""
    local, at, domain = address.rpartition("@")
    if (
        not at
        or not local
        or len(local.encode("utf-8", "replace")) > _LOCAL
        or local.startswith("-")
    ):
        return False
    words = local.split(".")
    return all(
        word and all(_is_plain_letter(char) for char in word) for word in words
    ) and _valid_domain(domain)


def _is_plain_letter(char: str) -> bool:
    """Whether a character may stand in a local part: an ASCII atom, or a letter, mark or
    digit.
    """
    if char.isascii():
        return _ATOM.match(char) is not None
    return unicodedata.category(char)[0] in "LMN"


def _valid_domain(domain: str) -> bool:
    try:
        labels = wire_domain(domain).split(".")
    except UnicodeError:
        return False
    total = sum(len(label) + 1 for label in labels)
    return total <= _DOMAIN and all(len(label) <= _LABEL and _HOST.match(label) for label in labels)


def wire_domain(domain: str) -> str:
    """A domain as name servers know it: in ASCII. Raises UnicodeError for what is no
    domain.
    """
    return domain.lower() if domain.isascii() else domain.encode("idna").decode()


def mailbox_key(address: str) -> str:
    """What two spellings of one mailbox have in common: no server that matters parts them by
    case.
    """
    local, _, domain = unicodedata.normalize("NFC", address).rpartition("@")
    return f"{local.casefold()}@{wire_domain(domain)}"


def is_leave_link(link: str) -> bool:
    """Whether `link` can be printed as the way to leave: an address, `mailto:` one, or an
    https link.
    """
    bare = link.removeprefix("mailto:").partition("?")[0]
    if not _LINK.match(link) or any(char in '<>,"' for char in link):
        return False
    if link.startswith("https://"):
        try:
            return bool(urlsplit(link).hostname)
        except ValueError:
            return False
    return is_address(bare)
