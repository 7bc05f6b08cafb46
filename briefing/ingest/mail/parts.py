"""What lies in a letter beside its own words: files that are attached, and the letters that it
answers or passes on.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.header import Header
from email.message import Message
from email.utils import format_datetime
from functools import partial

from briefing.ingest.item import Item, Unreadable
from briefing.ingest.mail import parse
from briefing.ingest.mail.letter import ReadLetter, describe_letter, read_letter
from briefing.ingest.mail.quoted import Quoted
from briefing.ingest.parts import ContainerPart, refuse_part
from briefing.model import Known


def list_parts(item: Item) -> list[ContainerPart]:
    """What is attached to a letter, and the letters that its text quotes; pictures shown
    inside it are none.
    """
    message = parse.parse_letter(item.data)
    if isinstance(message, Unreadable):
        return []
    leaves = parse.list_leaves(message)
    made = read_letter(message)
    inner = made.inner if isinstance(made, ReadLetter) else None
    parts = [
        _attached_part(part, number, describe_letter(message, inner))
        for number, part in enumerate(leaves[: parse.MOST_PARTS], start=1)
        if parse.is_attached(part)
    ]
    if len(leaves) > parse.MOST_PARTS:
        parts.append(refuse_part("more", f"not read: beyond the first {parse.MOST_PARTS} parts"))
    return [*parts, *_quoted_parts(made)] if isinstance(made, ReadLetter) else parts


def _attached_part(part: Message, number: int, letter: Mapping[str, Known]) -> ContainerPart:
    """What is attached; winmail.dat is the letter's own text, so what is known of that counts."""
    is_letter = part.get_content_type() in _OUTLOOKS
    return ContainerPart(
        name=_part_name(part, number),
        size=0,
        take=partial(parse.data_of, part),
        charset=parse.charset_of(part) if part.get_content_maintype() == "text" else None,
        said=letter if is_letter else {},
    )


_OUTLOOKS = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})


def _quoted_parts(made: ReadLetter) -> list[ContainerPart]:
    return [
        ContainerPart(name=f"quoted-{number}.eml", size=0, take=partial(_as_letter, one))
        for number, one in enumerate(made.quotes, start=1)
    ]


def _as_letter(one: Quoted) -> bytes:
    """Write a quoted letter as a letter of its own, with what is known of its sender, day and
    subject.
    """
    sender = Header(one.sender, "utf-8").encode(linesep="\n") if one.sender else ""
    head = [
        f"From: {sender} <>",
        f"Subject: {Header(one.subject, 'utf-8').encode(linesep=chr(10))}",
    ]
    if one.day:
        midnight = datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC)
        head.append(f"Date: {format_datetime(midnight)}")
    head += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    head += ["Content-Transfer-Encoding: 8bit", "", ""]
    words = "\n".join(one.lines)
    return ("\n".join(head) + words).encode("utf-8", "replace")


def _part_name(part: Message, number: int) -> str:
    if part.get_content_maintype() == "message":
        return parse.name_of(part) or f"letter-{number}.eml"
    return parse.name_of(part).replace("/", "_").replace("\\", "_") or f"part-{number}"
