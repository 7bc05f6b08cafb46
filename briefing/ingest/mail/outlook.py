"""Letters in Outlook's own forms: .msg files, and the winmail.dat that it attaches; made letters
like any other.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from typing import Any, Literal

from briefing.ingest import charset, decode, richtext
from briefing.ingest.decode import Undecodable
from briefing.ingest.html.values import clean_value
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.mail import letter
from briefing.ingest.mail import parts as letter_parts
from briefing.ingest.parts import ContainerPart

_BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, OSError, EOFError),
    *(struct.error, ArithmeticError, RecursionError, NotImplementedError),
)
"""What the libraries may raise for a damaged file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenedLetter:
    """What a letter in Outlook's form holds: headers by name, its words, its page, files with their
    names.
    """

    headers: dict[str, str]
    words: str
    page: str
    files: tuple[tuple[str, bytes], ...]


def kind_of_compound(data: bytes) -> Literal["msg"] | Unreadable:
    """Whether an office document of the old form is a letter, or what to do with it."""
    import olefile  # noqa: PLC0415 - few sources are in this form

    try:
        with olefile.OleFileIO(data) as opened:
            names = {entry[0] for entry in opened.listdir()}
    except _BROKEN:
        return Unreadable(reason="a damaged or truncated office document")
    if "__properties_version1.0" in names:
        return "msg"
    advice = next((said for name, said in _OLD.items() if name in names), _OLD_FORM)
    return Unreadable(reason=f"not read: {advice}")


_OLD_FORM = "an old office document (save it as .docx or PDF)"
_OLD = {
    "WordDocument": "an old Word document (save it as .docx or PDF)",
    "EncryptedPackage": "encrypted: it needs a password",
    "Workbook": "a spreadsheet",
    "Book": "a spreadsheet",
    "PowerPoint Document": "a presentation (save it as PDF)",
}


def content(item: Item) -> Content | Unreadable:
    """The text of a letter in Outlook's form, or why there is none."""
    made = _as_letter(item)
    return made if isinstance(made, Unreadable) else letter.content(made)


def list_parts(item: Item) -> list[ContainerPart]:
    """What is attached to a letter in Outlook's form, and the letters that its text quotes."""
    made = _as_letter(item)
    return [] if isinstance(made, Unreadable) else letter_parts.list_parts(made)


def _as_letter(item: Item) -> Item | Unreadable:
    """The same letter as the internet would carry it."""
    try:
        opened = (
            _open_tnef(item.data) if item.data.startswith(b"\x78\x9f") else _open_msg(item.data)
        )
    except _BROKEN:
        return Unreadable(reason="a damaged or truncated letter in Outlook's form")
    return replace(item, data=_write_letter(opened))


def _open_tnef(data: bytes) -> _OpenedLetter:
    from tnefparse import TNEF  # noqa: PLC0415 - few letters bring one

    found = TNEF(data)
    files = ((one.long_filename(), one.data) for one in found.attachments)
    subject = next((_value_text(one.data) for one in found.mapiprops if one.name == _SUBJECT), "")
    return _OpenedLetter(
        headers={"Subject": subject},
        words=_value_text(found.body) or _words_of_rtf(found.rtfbody),
        page=_value_text(found.htmlbody),
        files=tuple((_value_text(name), bytes(held)) for name, held in files if held),
    )


def _words_of_rtf(held: bytes | None) -> str:
    """The words of the rich text that Outlook writes beside, or in place of, plain text."""
    words = richtext.to_words(held) if held else None
    return words or ""


_HTML = 0x1013  # MAPI's number for a letter's page as bytes
_SENDER = 0x0C1A  # for the name of who sent it
_SUBJECT = 0x0037  # MAPI's number for a letter's subject


def _open_msg(data: bytes) -> _OpenedLetter:
    from oxmsg import Message  # noqa: PLC0415 - few letters are in this form

    found = Message.load(data)
    headers = {name.title(): value for name, value in found.message_headers.items()}
    said = {
        "From": found.sender or f"{found.properties.str_prop_value(_SENDER) or ''} <>",
        "Subject": found.subject,
        "Date": format_datetime(found.sent_date) if found.sent_date else headers.get("Date"),
        "List-Id": headers.get("List-Id"),
    }
    return _OpenedLetter(
        headers={name: value for name, value in said.items() if value},
        words=_value_text(found.body),
        page=_value_text(found.properties.binary_prop_value(_HTML) or found.html_body),
        files=tuple(_attached_files(found.attachments)),
    )


def _attached_files(attachments: Iterable[Any]) -> Iterable[tuple[str, bytes]]:
    for one in attachments:
        held = one.file_bytes if one.attached_by_value else None
        if held:
            yield _value_text(one.file_name), held


def _value_text(value: object) -> str:
    """What a library takes for text as text: some of it comes as bytes."""
    if isinstance(value, bytes):
        decoded = charset.decode_labelled(value, "utf-8") or decode.decode_text(value)
        return "" if isinstance(decoded, Undecodable) else decoded.text.strip("\x00")
    return value.strip("\x00") if isinstance(value, str) else ""


def _write_letter(opened: _OpenedLetter) -> bytes:
    made = MIMEMultipart("mixed")
    for name, value in opened.headers.items():
        made[name] = Header(clean_value(value), "utf-8").encode()
    if opened.words.strip():
        made.attach(MIMEText(_sound_words(opened.words), "plain", "utf-8"))
    if opened.page.strip():
        made.attach(MIMEText(_sound_words(opened.page), "html", "utf-8"))
    for name, data in opened.files:
        file = MIMEApplication(data)
        file.add_header(
            "Content-Disposition", "attachment", filename=("utf-8", "", clean_value(name))
        )
        made.attach(file)
    return made.as_bytes()


def _sound_words(words: str) -> str:
    return words.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
