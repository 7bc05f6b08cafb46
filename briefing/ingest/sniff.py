"""What some bytes are, told by the bytes: a file's name proves nothing."""

import re
from typing import Literal

Kind = Literal["text", "html", "pdf", "docx", "zip", "mail", "json", "feed", "xml", "own"]
"""`own` is what a reader of the user's takes; the bytes alone never tell it."""

_HEAD = 4096
_SPACE = b" \t\r\n\x0b\x0c"
_BOM = b"\xef\xbb\xbf"
_MARKUP = re.compile(
    rb"(?:<\?xml[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|header|nav|div|p|h[1-6]|table|ul|ol|script|"
    rb"style|link|center|font|span|b|br|blockquote|figure|template|noscript)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_LATER = re.compile(rb"(?:^|\n)[ \t]*<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]")
_XML = re.compile(rb"<\?xml\b|<!DOCTYPE\b|<!ENTITY\b|<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HEADERS = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,200}(?:\r?\n|\Z)){3}"
)
_OF_MAIL = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path|content-type|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_SURELY_MAIL = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"content-type", b"delivered-to"}
)
_ENVELOPE = re.compile(rb"From \S+[^\r\n]{0,200}\r?\n")
_JSON = re.compile(rb"[\[{]\s*(?:[\[{]\s*)?\"[^\"\r\n]{0,200}\"\s*:")
_FEWEST_HEADERS = 2
_MOST_BEFORE_PDF = 1024  # bytes of junk that readers of PDF allow


def sniff_kind(data: bytes) -> Kind:
    """Say what `data` most likely is; what is nothing else is text (or is refused as such
    later).
    """
    head = data[:_HEAD].removeprefix(_BOM)
    if b"%PDF-" in head[:_MOST_BEFORE_PDF] and not _text_before(head, b"%PDF-"):
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    start = _ascii_bytes(head).lstrip(_SPACE)
    if _JSON.match(start):
        return "json"
    if start.startswith(b"<"):
        if _MARKUP.match(start):
            return "html"
        if _FEED.search(start):
            return "feed"
        if _PAGE_LATER.search(start):
            return "html"
        if _XML.match(start):
            return "xml"
        return "text"
    if _is_mail(start):
        return "mail"
    return "html" if _PAGE_LATER.search(start) else "text"


def is_markup(text: str) -> bool:
    """Say whether a decoded text is HTML, or a piece of it that begins with an element."""
    return _MARKUP.match(text[:_HEAD].lstrip().encode("utf-8", "replace")) is not None


def _ascii_bytes(head: bytes) -> bytes:
    """Give the bytes that ASCII signs would be in, where a text stands in UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head


def _text_before(head: bytes, sign: bytes) -> bool:
    """Say whether words stand before `sign`: a text that speaks of it is no such file."""
    before = head[: head.index(sign)]
    return len(before.split()) > 8 and before.isascii()  # noqa: PLR2004 - a few words may be junk of a server


def _is_mail(start: bytes) -> bool:
    envelope = _ENVELOPE.match(start)
    if envelope:
        start = start[envelope.end() :]
    if not _HEADERS.match(start):
        return False
    block = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {match.lower() for match in _OF_MAIL.findall(block)}
    return (
        len(names) > _FEWEST_HEADERS
        and (b"from" in names or b"received" in names)
        and bool(names & _SURELY_MAIL)
    )
