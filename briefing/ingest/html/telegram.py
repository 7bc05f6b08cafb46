"""Telegram's exports, JSON and pages: the messages of a chat or of all, forwarded ones their first
writer's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from selectolax.lexbor import LexborNode

from briefing.ingest.chat import ChatMessage
from briefing.ingest.html import visible

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T)")
_SHOWN = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) \d\d:\d\d")
_PAGE = b'class="message default clearfix'


def export_messages(data: object) -> list[ChatMessage]:
    """The messages of an export as JSON gives it, none where it is no such export."""
    if not isinstance(data, dict):
        return []
    held = data.get("chats")
    chats = held.get("list") if isinstance(held, dict) else [data]
    return [one for chat in chats or () if isinstance(chat, dict) for one in _of_chat(chat)]


def _of_chat(chat: Mapping[str, Any]) -> Iterator[ChatMessage]:
    """The messages of one chat."""
    messages = chat.get("messages")
    channel = "channel" in str(chat.get("type") or "")
    for one in messages if isinstance(messages, list) else ():
        if isinstance(one, dict) and one.get("type") == "message" and "date" in one:
            yield _of_record(one, channel=channel)


def _of_record(one: Mapping[str, Any], *, channel: bool) -> ChatMessage:
    """A message; when a forwarded one was written is not known."""
    passed_on = one.get("forwarded_from")
    day = _DAY.match(str(one["date"]))
    return ChatMessage(
        day="" if passed_on or day is None else day[0],
        who=" ".join(str(passed_on or one.get("from") or "").split()),
        words=_plain_words(one.get("text")).strip(),
        channel=channel and not passed_on,
    )


def _plain_words(text: object) -> str:
    """The words of a message, given as one string or as pieces with and without a form."""
    if isinstance(text, list):
        return "".join(_plain_words(one) for one in text)
    if isinstance(text, dict):
        return _plain_words(text.get("text"))
    return text if isinstance(text, str) else ""


def is_page(data: bytes) -> bool:
    """Whether a page is one of an export."""
    return _PAGE in data


def page_messages(markup: str) -> list[ChatMessage]:
    """The messages of a page of an export; one without a name is of who wrote before."""
    tree = visible.parse_page(markup)
    found: list[ChatMessage] = []
    who = ""
    for node in tree.css("div.message.default"):
        who = _text_at(node, "div.body > div.from_name") or who
        found.append(_of_node(node, who))
    header = tree.css_first("div.page_header")
    house = _words_of(header) if header is not None else ""
    return _as_channel(found, house) if _speak_for(found, house) else found


def _of_node(node: LexborNode, who: str) -> ChatMessage:
    inner = node.css_first("div.forwarded.body")
    holder = inner if inner is not None else node
    dated = holder.css_first("[title].date")
    day = _SHOWN.match((dated.attributes.get("title") or "") if dated is not None else "")
    first = _text_at(holder, "div.from_name", own=True) if inner is not None else who
    text = holder.css_first("div.text")
    return ChatMessage(
        day=f"{day[3]}-{day[2]}-{day[1]}" if day else "",
        who=first,
        words=_text_lines(text) if text is not None else "",
    )


def _speak_for(found: Sequence[ChatMessage], house: str) -> bool:
    """Whether a chat that bears a name is written by nobody but by that name."""
    return bool(house) and any(one.who == house for one in found)


def _as_channel(found: Sequence[ChatMessage], house: str) -> list[ChatMessage]:
    return [
        ChatMessage(day=one.day, who=one.who, words=one.words, channel=one.who == house)
        for one in found
    ]


def _text_at(node: LexborNode, selector: str, *, own: bool = False) -> str:
    """The words of the first element that is selected, without those of elements in it if `own`."""
    found = node.css_first(selector)
    if found is None:
        return ""
    return " ".join((found.text(deep=False) if own else found.text()).split())


def _words_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _text_lines(node: LexborNode) -> str:
    """The words of a message, its lines parted as they are shown."""
    for line in node.css("br"):
        line.replace_with("\n")
    return "\n".join(" ".join(line.split()) for line in node.text().split("\n")).strip()
