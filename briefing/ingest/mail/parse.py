"""The parts of an e-mail, its headers as plain words, and the bytes and text of a part."""

import email
import re
from datetime import datetime
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache

from briefing.ingest import charset, decode
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.html.values import clean_value
from briefing.ingest.item import Unreadable

MOST_PARTS = 200
"""Parts of one letter that are read."""

MALFORMED = (
    HeaderParseError,
    MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
)
"""What the standard library may raise for a broken letter."""

_MOST_NESTED = 50  # parts in each other; the parser's own limit depends on the caller's stack
_TOO_DEEP = Unreadable(
    reason="an e-mail whose parts lie in each other too deeply: this is no letter"
)
_APPLE_COUNT = re.compile(rb"\s{0,8}(\d{1,9})[ \t]*\r?\n")
_APPLE_END = re.compile(rb"\r?\n?<\?xml version=[^>]{0,100}>\s*<!DOCTYPE plist")


@lru_cache(maxsize=1)
def parse_letter(data: bytes) -> Message | Unreadable:
    """Parse a letter; what mailbox files and Apple's put before and behind one is passed over.

    The last letter is kept, since its parts are asked for one by one.
    """
    try:
        message = email.message_from_bytes(_letter_alone(data))
    except RecursionError:
        return _TOO_DEEP
    return _TOO_DEEP if _is_too_deep(message) else message


def _letter_alone(data: bytes) -> bytes:
    """Give a letter without the line that a mailbox puts before it, the count and the property list
    of Apple's.
    """
    if data.startswith(b"From "):
        return data.split(b"\n", 1)[-1]
    counted = _APPLE_COUNT.match(data)
    if not counted:
        return data
    rest = data[counted.end() :]
    lists = list(_APPLE_END.finditer(rest))
    return rest[: lists[-1].start() if lists else int(counted[1])]


def _is_too_deep(message: Message) -> bool:
    """Whether more parts lie in each other than mail programs nest."""
    level = [message]
    for _ in range(_MOST_NESTED):
        level = [
            inner
            for part in level
            if isinstance(payload := part.get_payload(), list)
            for inner in payload
            if isinstance(inner, Message)
        ]
        if not level:
            return False
    return True


def list_leaves(message: Message) -> list[Message]:
    """The parts that hold no parts, an attached letter counting as one."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) <= MOST_PARTS:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting = [one for one in inner if isinstance(one, Message)] + waiting
        else:
            found.append(part)
    return found


def is_attached(part: Message) -> bool:
    """Whether a part is a file of its own and none of the letter's words."""
    if part.get_content_maintype() == "message":
        return part.get_content_subtype() == "rfc822"
    disposition = str(part.get("Content-Disposition") or "").strip().lower()
    if disposition.startswith("attachment"):
        return True
    if part.get_content_maintype() in {"image", "audio", "video"}:
        return False
    return bool(name_of(part)) or part.get_content_maintype() == "application"


def header_of(message: Message, name: str) -> str:
    """Give a header as one line of plain words, decoded; nothing that could start another header is
    in it.
    """
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = decode_header(raw)
        words = "".join(_decode_word(value, label) for value, label in parts)
    except MALFORMED:
        words = str(raw)
    return clean_value(words)[:400]


def _decode_word(value: bytes | str, label: str | None) -> str:
    if isinstance(value, str):
        return value
    found = charset.decode_labelled(value, label) if label and label != "unknown-8bit" else None
    plain = found or decode.decode_text(value)
    return value.decode("utf-8", "replace") if isinstance(plain, Undecodable) else plain.text


def name_of(part: Message) -> str:
    """The file name of a part as plain words, empty where it has none."""
    try:
        return clean_value(_decoded_name(part.get_filename() or ""))
    except MALFORMED:
        return ""


def _decoded_name(name: str) -> str:
    return (
        "".join(_decode_word(value, label) for value, label in decode_header(name))
        if "=?" in name
        else name
    )


def data_of(part: Message) -> bytes:
    """The bytes of a part; an attached letter is written out again."""
    inner = part.get_payload()
    if isinstance(inner, list):
        try:
            letters = [one for one in inner if isinstance(one, Message)]
            return b"\n".join(_encoded_letter(part, one) or _written_out(one) for one in letters)
        except MALFORMED:
            return b""
    try:
        data = part.get_payload(decode=True)
    except MALFORMED:
        return b""
    return data if isinstance(data, bytes) else b""


def _encoded_letter(part: Message, inner: Message) -> bytes:
    """The letter in a part that holds it in base64, which no standard allows and some programs do;
    empty for any other.
    """
    encoded = str(part.get("Content-Transfer-Encoding") or "").strip().lower() == "base64"
    if not encoded or inner.keys() or inner.is_multipart():
        return b""
    carrier = Message()
    carrier["Content-Transfer-Encoding"] = "base64"
    carrier.set_payload(inner.get_payload())
    data = carrier.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _written_out(message: Message) -> bytes:
    """Give a letter as bytes that are known for a letter, however few headers it has."""
    sign = b"" if message.get("MIME-Version") else b"MIME-Version: 1.0\n"
    return sign + message.as_bytes()


def text_of(part: Message) -> Decoded | Undecodable:
    """The text of a part; the encoding that it names counts only where the bytes bear it
    out.
    """
    data = data_of(part)
    label = charset_of(part)
    return (charset.decode_labelled(data, label) if label else None) or decode.decode_text(data)


def parameter_of(part: Message, name: str) -> str:
    """A parameter of a part's type in lower case, empty where there is none."""
    try:
        return str(part.get_param(name) or "").strip().lower()
    except MALFORMED:
        return ""


def charset_of(part: Message) -> str | None:
    """The encoding that a part says it is in, None where it says none."""
    try:
        return part.get_content_charset()
    except MALFORMED:
        return None


def sent_on(message: Message) -> datetime | None:
    """When a letter says it was sent, in the sender's own zone; None where it doesn't say."""
    try:
        return parsedate_to_datetime(header_of(message, "Date"))
    except MALFORMED:
        return None
