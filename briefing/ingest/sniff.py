"""What some bytes are, told by the bytes: a file's name proves nothing."""

import re
from collections.abc import Callable
from typing import Literal

from briefing.ingest import chat

Kind = Literal[
    "text", "html", "pdf", "docx", "odt", "rtf", "epub", "zip", "ole", "msg", "tnef",
    "mail", "mbox", "chat", "mhtml", "webarchive", "json", "feed", "xml", "own",
]  # fmt: skip
"""`own` is what a reader of the user's takes; the bytes alone never tell it."""

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"bplist00", "webarchive"),
)
_HEAD = 4096
_SPACE = b" \t\r\n\x0b\x0c"
_BOM = b"\xef\xbb\xbf"
_MARKUP = re.compile(
    rb"(?:<\?xml[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|header|nav|div|p|h[1-6]"
    rb"|table|ul|ol|script|"
    rb"style|link|center|font|span|b|br|blockquote|figure|template|noscript)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_LATER = re.compile(rb"(?:^|\n)[ \t]*<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]")
_XML = re.compile(rb"<\?xml\b|<!DOCTYPE\b|<!ENTITY\b|<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_MARKED: tuple[tuple[Callable[[bytes], re.Match[bytes] | None], Kind], ...] = (
    (_MARKUP.match, "html"),
    (_FEED.search, "feed"),
    (_PAGE_LATER.search, "html"),
    (_XML.match, "xml"),
)  # how what begins with a bracket is told; the first that finds something counts
_HEADERS = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,200}(?:\r?\n"
    rb"|\Z)){3}"
)
_OF_MAIL = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path|content-type"
    rb"|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_SURELY_MAIL = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"content-type", b"delivered-to"}
)
_WHOLE_HEAD = frozenset({b"from", b"to", b"subject", b"date"})
_ENVELOPE = re.compile(rb"From \S+[^\r\n]{0,200}\r?\n")
_POSTMARK = re.compile(
    rb"From \S+ [^\r\n]{0,80}\d:\d\d[^\r\n]{0,60}\r?\n(?=[A-Za-z][A-Za-z-]{1,60}:)"
)
_APPLE = re.compile(rb"\d{1,9}[ \t]*\r?\n")  # the count of bytes before a letter of Apple's
_SAVED = re.compile(
    rb"^(?:Snapshot-Content-Location:|From:[ \t]*<?Saved by |Content-Type:[ \t]*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_TRANSPORT = frozenset({b"message-id", b"received", b"return-path", b"delivered-to", b"to"})
_JSON = re.compile(rb"[\[{]\s*(?:[\[{]\s*)?\"[^\"\r\n]{0,200}\"\s*:")
_FEWEST_HEADERS = 2
_BEFORE_LETTERS = frozenset({b"received", b"return-path", b"delivered-to"})
_PDF = re.compile(rb"(?:\A|\n)%PDF-\d\.\d[ \t]*[\r\n]+(?:%[^\r\n]*[\r\n]+)*\d+ \d+ obj\b")
_WIDE_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_MOSTLY_ZEROS = 0.3  # share of zeros from which a text is in UTF-16 or UTF-32
_MOST_BEFORE_PDF = 1024  # bytes of junk that readers of PDF allow


def sniff_kind(data: bytes) -> Kind:
    """Say what `data` most likely is; what is nothing else is text (or is refused as such
    later).
    """
    head = data[:_HEAD].removeprefix(_BOM)
    if _is_pdf(head):
        return "pdf"
    for beginning, found in _BEGINNINGS:
        if head.startswith(beginning):
            return found
    start = _ascii_bytes(head).lstrip(_SPACE)
    if _JSON.match(start):
        return "json"
    if start.startswith(b"<"):
        return next((kind for asks, kind in _MARKED if asks(start)), "text")
    return _kind_of_letter(start) or _kind_of_text(start)


def _kind_of_text(start: bytes) -> Kind:
    """What begins with words: a page under them, a chat, or a text."""
    if b"<" in start and _PAGE_LATER.search(start):
        return "html"
    return "chat" if chat.begins_chat(start) else "text"


def is_markup(text: str) -> bool:
    """Whether a decoded text is HTML, or a piece of it that begins with an element."""
    return _MARKUP.match(text[:_HEAD].lstrip().encode("utf-8", "replace")) is not None


def _ascii_bytes(head: bytes) -> bytes:
    """The bytes that ASCII signs would be in, where a text stands in UTF-16 or UTF-32."""
    mark = next((one for one in _WIDE_MARKS if head.startswith(one)), b"")
    if mark or head.count(b"\x00") >= _MOSTLY_ZEROS * len(head):
        return head[len(mark) :].replace(b"\x00", b"")
    return head


def _is_pdf(head: bytes) -> bool:
    """Whether a PDF begins in `head`, some junk of a server before it allowed; the words of a
    program only where an object follows.
    """
    if b"%PDF-" not in head[:_MOST_BEFORE_PDF]:
        return False
    return not _text_before(head, b"%PDF-") or _PDF.search(head) is not None


def _text_before(head: bytes, sign: bytes) -> bool:
    """Whether words stand before `sign`: a text that speaks of it is no such file."""
    before = head[: head.index(sign)]
    # A few words may be junk of a server.
    return len(before.split()) > 8 and before.isascii()  # noqa: PLR2004


def _kind_of_letter(start: bytes) -> Literal["mail", "mbox", "mhtml"] | None:
    """Say which kind of letter begins with `start`, or None where none does."""
    letter, enveloped = _open_envelope(start)
    # A dated envelope makes a letter of fewer headers than stand over one alone.
    if not _HEADERS.match(letter) and not _POSTMARK.match(start):
        return None
    block = re.split(rb"\r?\n\r?\n", letter, maxsplit=1)[0]
    names = frozenset(map(bytes.lower, _OF_MAIL.findall(block)))
    if names.isdisjoint(_OF_TRANSPORT) and _SAVED.search(block):
        return "mhtml"
    if enveloped and b"from" in names:
        return "mbox"
    return "mail" if _are_of_mail(names) or _goes_on(letter, block) else None


def _open_envelope(start: bytes) -> tuple[bytes, bool]:
    """What follows the envelope of a mailbox's letter, or the count before one of Apple's; and
    whether it was the former.
    """
    envelope = _ENVELOPE.match(start)
    before = envelope or _APPLE.match(start)
    return start[before.end() :] if before else start, envelope is not None


def _goes_on(letter: bytes, block: bytes) -> bool:
    """Whether headers that begin with those of a letter's way go on behind what is read."""
    first = letter.split(b":", 1)[0].lower()
    return len(block) == len(letter) >= _HEAD // 2 and first in _BEFORE_LETTERS


def _are_of_mail(names: frozenset[bytes]) -> bool:
    """Whether headers are a letter's: enough of them, a sender, and one that nothing but mail
    has.
    """
    told = b"from" in names or b"received" in names
    surely = names & _SURELY_MAIL or names >= _WHOLE_HEAD
    return len(names) > _FEWEST_HEADERS and told and bool(surely)
