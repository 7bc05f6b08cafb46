"""Exports of chats: what each person wrote on a day is a document of its own.

Two forms of text are read, `[13/03/2025, 10:15:02] Name: words` and `13/03/2025, 10:15 - Name:
words`; a message may go on in further lines. Telegram's JSON and pages are read too. Notices of the
program and names of files left out are passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from briefing.ingest.decode import Undecodable, decode_text
from briefing.ingest.item import Item
from briefing.ingest.parts import ContainerPart, cap_parts
from briefing.language import late, wordlist
from briefing.model import Known

_BEGINS = late.pattern(
    r"^\u200e?\[?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4}),?[ \u202f]"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f]?[AaPp]\.?\s?[Mm]\.?)?(?:\] | - )"
    r"(?:(?P<who>[^:\n]{1,60}): )?",
    re.MULTILINE,
)
_HEAD = re.compile(
    _BEGINS.pattern.encode()
    .replace(b"[ \\u202f]", b"(?: |\xe2\x80\xaf)")
    .replace(b"\\u200e", b"(?:\xe2\x80\x8e)")
)
_NOTICES = wordlist.read("mul", "chat").words("notices")
_LAST_NOTICE = late.pattern(r"\s*\u200e?<[^<>\n:@]{5,60}>\s*$")
_FILE = late.pattern(r"\u200e?\S[^\n/]{0,80}\.\w{2,4} \([^()\n]{3,40}\)")  # "a.jpg (file attached)"
_UNSEEN = "\u200e\u200f\u202a\u202c\ufeff "
_FEWEST = 2  # messages from which a text is a chat
_CENTURY = 2000
_TWO_DIGITS = 100
_ORDERS = {"day": (2, 1, 0), "month": (2, 0, 1), "year": (0, 1, 2)}  # where year, month, day stand


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMessage:
    """What somebody wrote on a day (YYYY-MM-DD, empty where it is not known), and whether a channel
    speaks.
    """

    day: str
    who: str
    words: str
    channel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """One message: the three numbers of its date as they stand, who wrote it, and the words."""

    numbers: tuple[int, int, int]
    dotted: bool
    who: str
    words: str


def begins_chat(head: bytes) -> bool:
    """Whether some bytes begin as an export of a chat does."""
    return _HEAD.match(head) is not None


def list_parts(item: Item) -> list[ContainerPart]:
    """What each person wrote on a day, in the order of the first messages; nothing for no chat.

    Where the numbers of the dates don't tell day from month, none has a day.
    """
    decoded = decode_text(item.data)
    messages = [] if isinstance(decoded, Undecodable) else list(_cut_messages(decoded.text))
    if len(messages) < _FEWEST:
        return []
    order = _tell_order(messages)
    return pack_messages(
        ChatMessage(day=_name_day(one.numbers, order), who=one.who, words=one.words)
        for one in messages
    )


def pack_messages(messages: Iterable[ChatMessage]) -> list[ContainerPart]:
    """A part for each that wrote on a day, in the order of the first messages; without notices."""
    written: dict[tuple[str, str, bool], list[str]] = {}
    for one in messages:
        words = _LAST_NOTICE.sub("", one.words)
        if not _is_notice(words):
            written.setdefault((one.day, one.who, one.channel), []).append(words)
    parts = [_make_part(*key, words) for key, words in written.items()]
    return cap_parts(parts, f" of {len(parts):,}")


def _cut_messages(text: str) -> Iterator[_Message]:
    """The messages of persons in a text that begins with one of a chat."""
    plain = text.replace("\r\n", "\n")
    found = list(_BEGINS.finditer(plain))
    if not found or plain[: found[0].start()].strip(_UNSEEN + "\n"):
        return
    ends = [*(one.start() for one in found[1:]), len(plain)]
    for match, end in zip(found, ends, strict=True):
        if match["who"] is not None:
            yield _Message(
                numbers=(int(match[1]), int(match[3]), int(match[4])),
                dotted=match[2] == ".",
                who=" ".join(match["who"].strip(_UNSEEN + "~").split()),
                words=plain[match.end() : end].strip(),
            )


def _is_notice(words: str) -> bool:
    """Whether a message is the program's: of a file left out, or a deleted message."""
    plain = words.strip(_UNSEEN)
    bare = plain.casefold().rstrip(".")
    told = not plain or words.startswith("\u200e") or bare in _NOTICES
    return told or _is_bracketed(plain) or _FILE.fullmatch(plain) is not None


def _is_bracketed(plain: str) -> bool:
    return plain.startswith("<") and plain.endswith(">") and "\n" not in plain


def _tell_order(messages: Sequence[_Message]) -> str | None:
    """Which number of the dates comes first: year, day or month; None where either may be meant.

    A number over twelve is a day; of the two ways that are left, one in which time never goes back.
    """
    if messages[0].numbers[0] >= _TWO_DIGITS:
        return "year"
    if messages[0].dotted:
        return "day"
    fit = [order for order in ("day", "month") if _never_goes_back(messages, order)]
    return fit[0] if len(fit) == 1 else None


def _never_goes_back(messages: Sequence[_Message], order: str) -> bool:
    days = [_name_day(one.numbers, order) for one in messages]
    return all(days) and days == sorted(days)


def _name_day(numbers: tuple[int, int, int], order: str | None) -> str:
    """The day as YYYY-MM-DD, empty where the order is not known or there is no such day."""
    if order is None:
        return ""
    year, month, day = (numbers[at] for at in _ORDERS[order])
    try:
        return date(year + _CENTURY if year < _TWO_DIGITS else year, month, day).isoformat()
    except ValueError:
        return ""


def _make_part(
    day: str,
    who: str,
    channel: bool,  # noqa: FBT001 - one of a key
    words: Sequence[str],
) -> ContainerPart:
    """The part of what one wrote on a day; a number of a telephone names nobody."""
    data = "\n\n".join(words).encode("utf-8", "replace")
    said = {}
    if channel:
        said["outlet"] = Known(value=who, basis="inferred", note="name of the channel")
    elif any(map(str.isalpha, who)):
        said["author"] = Known(value=who, basis="inferred", note="who wrote it in the chat")
    if day:
        said["published"] = Known(value=day, basis="inferred", note="day of the message")
    return ContainerPart(
        name=f"{day or 'undated'} {who}.txt", size=len(data), take=partial(bytes, data),
        charset="utf-8", said=said,
    )  # fmt: skip
