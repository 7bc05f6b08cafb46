"""E-mails: the letter itself, and what is attached to it as documents of their own."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from briefing.ingest import charset, decode, text
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.html.declared import clean_value
from briefing.ingest.html.page import of_markup
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.parts import (
    RefusedPart,
    UnpackBudget,
    leads_to_target,
    part_item,
    part_locator,
)
from briefing.model import Known, Mark

_MOST_PARTS = 200
_PLAIN_ENOUGH = 0.7  # share of the page's words from which the plain version tells as much
_ADDRESS = re.compile(r"https?://\S+")
_FEW_ADDRESSES = 40  # words for each address from which plain text is no list of links
_AGAIN = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(r"^\s*(?:fw|fwd|wg|tr)\s*:", re.IGNORECASE)
_HEADER = re.compile(r"(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To):\s.{1,400}")
_RULE = re.compile(
    r"[-_]{5,}.{0,60}|[-_]{2,} ?(?:Forwarded|Original) [Mm]essage ?[-_]{2,}|Begin forwarded message:"
)
_SOFT = re.compile(r" \r?\n(?!>|-- ?\r?\n|\r?\n)")
_FEWEST_HEADERS = 2
_MALFORMED = (
    HeaderParseError,
    MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
)


def content(item: Item) -> Content | Unreadable:
    """Give the text of a letter: its plain version, or its page where that says more."""
    message = parse_letter(item.data)
    plain, pages = _letter_bodies(message)
    made = _choose_body(plain, pages)
    if isinstance(made, Unreadable):
        return made
    marks = (*made.marks, *_headers_inside(made))
    return replace(made, marks=marks, facts={**_header_facts(message), **made.facts})


def members(
    item: Item, budget: UnpackBudget, target: str | None = None
) -> Iterator[Item | RefusedPart]:
    """Give what is attached to a letter, or the one that is or holds `target`; pictures shown
    inside it are none.
    """
    for number, part in enumerate(_leaf_parts(parse_letter(item.data)), start=1):
        if not _is_attached(part):
            continue
        place = part_locator(item, _part_name(part, number), budget)
        if not leads_to_target(place, target):
            continue
        data = _part_data(part)
        if not budget.take(len(data)):
            yield RefusedPart(
                locator=place,
                path=place,
                size=len(data),
                reason="not opened: the e-mail holds too much",
            )
        else:
            said = part.get_content_charset() if part.get_content_maintype() == "text" else None
            yield part_item(item, place, data, charset=said)


def parse_letter(data: bytes) -> Message:
    """Parse a letter; the line that mailbox files put before one is passed over."""
    if data.startswith(b"From "):
        data = data.split(b"\n", 1)[-1]
    return email.message_from_bytes(data)


def _leaf_parts(message: Message) -> list[Message]:
    """Give the parts that hold no parts, an attached letter counting as one."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting = [one for one in inner if isinstance(one, Message)] + waiting
        else:
            found.append(part)
    return found


def _is_attached(part: Message) -> bool:
    if part.get_content_maintype() == "message":
        return part.get_content_subtype() == "rfc822"
    disposition = str(part.get("Content-Disposition") or "").strip().lower()
    if disposition.startswith("attachment"):
        return True
    if part.get_content_maintype() in {"image", "audio", "video"}:
        return False
    return bool(_part_filename(part)) or part.get_content_maintype() == "application"


def _letter_bodies(message: Message) -> tuple[Decoded | None, list[str]]:
    """Give the plain text of a letter and its pages."""
    plain: list[str] = []
    pages: list[str] = []
    for part in _leaf_parts(message):
        if part.get_content_maintype() != "text" or _is_attached(part):
            continue
        decoded = _decode_part(part)
        if isinstance(decoded, Undecodable) or not decoded.text.strip():
            continue
        if part.get_content_subtype() == "html":
            pages.append(decoded.text)
        else:
            whole = _SOFT.sub(" ", decoded.text) if _is_flowed(part) else decoded.text
            plain.append(whole.replace("\r\n", "\n"))
    whole = "\n".join(plain)
    return (Decoded(text=whole, encoding="utf-8") if whole.strip() else None), pages


def _choose_body(plain: Decoded | None, pages: list[str]) -> Content | Unreadable:
    """Choose the plain version where it says about as much as the page and is no list of links."""
    page_made = of_markup("\n".join(pages), "utf-8") if pages else None
    if plain is None:
        return page_made or Unreadable(reason="the e-mail holds no text of its own")
    plain_made = text.of_text(plain)
    if not isinstance(page_made, Content):
        return plain_made
    words = len(plain.text.split())
    links = len(_ADDRESS.findall(plain.text))
    enough = (
        words >= _PLAIN_ENOUGH * sum(one.words for one in page_made.lines)
        and links * _FEW_ADDRESSES <= words
    )
    return plain_made if enough else page_made


def _header_facts(message: Message) -> dict[str, Known]:
    """Give what the headers say: the subject, the day, and who sends a newsletter.

    A letter's day is not surely its articles', so it is inferred; a forwarded letter's is not even
    that.
    """
    subject = _read_header(message, "Subject")
    found: dict[str, Known] = {}
    title = _AGAIN.sub("", subject)
    if title:
        found["title"] = Known(value=title, basis="stated", note="subject of the e-mail")
    if not _FORWARDED.match(subject):
        sent = _sent_time(message)
        if sent is not None:
            found["published"] = Known(
                value=sent.date().isoformat(), basis="inferred", note="day of the e-mail"
            )
        sender = clean_value(parseaddr(_read_header(message, "From"))[0])
        if sender and (message.get("List-Id") or message.get("List-Unsubscribe")):
            found["outlet"] = Known(value=sender, basis="inferred", note="sender of the newsletter")
    return found


def _headers_inside(made: Content) -> list[Mark]:
    """Mark the headers of a forwarded letter in the text, and the rule above them."""
    marks: list[Mark] = []
    run = list(made.lines[:0])
    for line in (*made.lines, None):
        if line is not None and (
            _HEADER.fullmatch(line.text) or (not run and _RULE.fullmatch(line.text))
        ):
            run.append(line)
            continue
        if sum(_HEADER.fullmatch(one.text) is not None for one in run) >= _FEWEST_HEADERS:
            reason = "the headers of a forwarded e-mail"
            marks += [
                Mark(start=one.start, end=one.end, kind="metadata", reason=reason) for one in run
            ]
        run = []
    return marks


def _sent_time(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_read_header(message, "Date"))
    except _MALFORMED:
        return None


def _read_header(message: Message, name: str) -> str:
    """Give a header as one line of plain words, decoded; nothing that could start another header is
    in it.
    """
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = decode_header(raw)
        words = "".join(_decode_word(value, label) for value, label in parts)
    except _MALFORMED:
        words = str(raw)
    return clean_value(words)[:400]


def _decode_word(value: bytes | str, label: str | None) -> str:
    if isinstance(value, str):
        return value
    found = charset.decode_labelled(value, label) if label and label != "unknown-8bit" else None
    return found.text if found else value.decode("utf-8", "replace")


def _part_filename(part: Message) -> str:
    try:
        return clean_value(_decoded_name(part.get_filename() or ""))
    except _MALFORMED:
        return ""


def _decoded_name(name: str) -> str:
    return (
        "".join(_decode_word(value, label) for value, label in decode_header(name))
        if "=?" in name
        else name
    )


def _part_name(part: Message, number: int) -> str:
    if part.get_content_maintype() == "message":
        return _part_filename(part) or f"letter-{number}.eml"
    return _part_filename(part).replace("/", "_").replace("\\", "_") or f"part-{number}"


def _part_data(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        try:
            return b"\n".join(one.as_bytes() for one in inner if isinstance(one, Message))
        except _MALFORMED:
            return b""
    try:
        data = part.get_payload(decode=True)
    except _MALFORMED:
        return b""
    return data if isinstance(data, bytes) else b""


def _decode_part(part: Message) -> Decoded | Undecodable:
    data = _part_data(part)
    try:
        label = part.get_content_charset()
    except _MALFORMED:
        label = None
    return (charset.decode_labelled(data, label) if label else None) or decode.decode_text(data)


def _is_flowed(part: Message) -> bool:
    try:
        return str(part.get_param("format") or "").lower() == "flowed"
    except _MALFORMED:
        return False
