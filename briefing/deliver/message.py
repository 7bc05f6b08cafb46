"""Messages: a body made once for everybody who gets the same, and a head for each reader."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from briefing.deliver import headers
from briefing.model import Artifact

_DOTS = re.compile(rb"^\.", re.MULTILINE)
_UNFIT = re.compile(r'[\\/:*?"<>|]+')
_NAME = 80  # characters of an attachment's name before its number
_THREAD = 10  # of a thread's messages named in References: its root and the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is said: a subject on one line, the same as plain text and as HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A letter with its attachments as MIME, without the headers of any one reader.

    `head` are the lines that belong to the MIME structure; `wire` is `content` with leading dots
    doubled, as SMTP wants it. Both end with a line end.
    """

    subject: str
    head: bytes
    content: bytes
    wire: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends. `leave` is an address, a mailto: or an https link; `{address}` in it is the
    reader's.
    """

    address: str
    name: str
    list_id: str
    list_name: str
    leave: str
    reply_to: str = ""

    @property
    def domain(self) -> str:
        """The domain in which Message-IDs are unique."""
        return wire_address(self.address).rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to one reader, ready to go. `sender` and `recipient` are bare addresses, as SMTP
    has them.
    """

    id: str
    sender: str
    recipient: str
    head: bytes
    body: Body

    @property
    def content(self) -> bytes:
        """The whole message, with CRLF line ends and no dots doubled."""
        return self.head + self.body.head + b"\r\n" + self.body.content

    @property
    def wire(self) -> bytes:
        """The whole message as DATA wants it, without the final dot."""
        return self.head + self.body.head + b"\r\n" + self.body.wire

    @property
    def size(self) -> int:
        """Its octets, as SIZE counts them."""
        return len(self.head) + len(self.body.head) + 2 + len(self.body.content)

    @property
    def international(self) -> bool:
        """Whether it needs a server that takes addresses beyond ASCII (RFC 6531)."""
        return not (self.sender.isascii() and self.recipient.isascii())


def make_body(letter: Letter, attachments: Sequence[Artifact]) -> Body:
    """Make the body: plain text and HTML as alternatives, then the attachments, byte for byte.

    The same letter and attachments give the same bytes.
    """
    made = EmailMessage(policy=SMTP)
    made.set_content(letter.text, cte="quoted-printable")
    made.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for artifact in attachments:
        kind, _, subtype = artifact.media_type.partition("/")
        made.add_attachment(
            artifact.content, maintype=kind, subtype=subtype, filename=artifact.name
        )
    seed = hashlib.sha256(
        repr((letter, [(a.name, a.sha256) for a in attachments])).encode("utf-8", "replace")
    )
    for number, part in enumerate(part for part in made.walk() if part.is_multipart()):
        # "=_" stands in neither quoted-printable nor base64, so no part can hold a boundary.
        part.set_boundary(f"=_{number}_{seed.hexdigest()[:32]}")
    head, _, content = made.as_bytes().partition(b"\r\n\r\n")
    return Body(
        subject=letter.subject, head=head + b"\r\n", content=content, wire=_DOTS.sub(b"..", content)
    )


def file_name(title: str, edition: str, suffix: str) -> str:
    """Name an attachment after the brief, in any script, with nothing that a file system
    refuses.
    """
    stem = headers.one_line(_UNFIT.sub(" ", title)).strip(". ")[:_NAME].strip(". ") or "brief"
    return f"{stem} - {edition}.{suffix}" if edition else f"{stem}.{suffix}"


def message_id(sender: Sender, slug: str, edition: int, recipient: str) -> str:
    """The Message-ID of an edition for a reader: the same on every attempt, so that copies can
    be known.
    """
    code = hashlib.sha256(f"{slug}\0{edition}\0{recipient}".encode()).hexdigest()[:20]
    return f"<{slug}.{edition}.{code}@{sender.domain}>"


def address_message(
    made: Body, sender: Sender, to: tuple[str, str], when: datetime, ids: tuple[str, Sequence[str]]
) -> Message:
    """Address a body to one reader. `to` is address and name; `ids` its Message-ID and those before
    it in the thread.

    Whatever the values hold, the head has exactly the lines below.
    """
    address, own, before = wire_address(to[0]), ids[0], ids[1]
    thread = [before[0], *before[1:][1 - _THREAD :]] if before else []
    link, one_click = _leave_link(sender.leave, address)
    lines = [
        headers.fold_header("Date", [format_datetime(when)]),
        headers.fold_header(
            "From", headers.split_mailbox(wire_address(sender.address), sender.name)
        ),
        *(
            [headers.fold_header("Reply-To", headers.split_mailbox(wire_address(sender.reply_to)))]
            if sender.reply_to
            else []
        ),
        headers.fold_header("To", headers.split_mailbox(address, to[1])),
        headers.fold_header("Subject", headers.split_free_text(made.subject)),
        headers.fold_header("Message-ID", [own]),
        *(
            [
                headers.fold_header("In-Reply-To", [thread[-1]]),
                headers.fold_header("References", thread),
            ]
            if thread
            else []
        ),
        headers.fold_header(
            "List-Id", [*headers.split_display_name(sender.list_name), f"<{sender.list_id}>"]
        ),
        headers.fold_header("List-Unsubscribe", [f"<{link}>"]),
        *(
            [headers.fold_header("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"])]
            if one_click
            else []
        ),
        headers.fold_header("Auto-Submitted", ["auto-generated"]),
    ]
    head = "".join(lines).encode()
    return Message(
        id=own, sender=wire_address(sender.address), recipient=address, head=head, body=made
    )


def _leave_link(leave: str, address: str) -> tuple[str, bool]:
    """The link for List-Unsubscribe, and whether one click on it is enough (RFC 8058)."""
    link = headers.one_line(leave).replace(" ", "").replace("{address}", quote(address, safe="@"))
    if link.startswith(("https://", "mailto:")):
        return link, link.startswith("https://")
    return f"mailto:{link}?subject=unsubscribe", False


def wire_address(address: str) -> str:
    """An address with its domain in ASCII, as name servers know it."""
    local, _, domain = headers.one_line(address).replace(" ", "").rpartition("@")
    return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"
