"""What chat services take: an edition's bottom line, what is new in it and a link, as JSON.

Article text stands where the service reads no markup: Slack's `plain_text`, the text runs of an
adaptive card. Mattermost has Markdown only, so there every sign that could mean something is
escaped, and nobody is called by name. Lists are shortened to what the services take.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.deliver.channel import Posting

Json = dict[str, Any]

_SLACK_TEXT = 2900  # characters of one block; Slack takes 3,000 and 50 blocks
_SLACK_TITLE = 150
_LARGEST = 15_000  # octets of all lists: Mattermost takes 16,383 characters, Teams 28 KB
_LIMITS = (12, 6, 3, 1, 0)
_CARD = "http://adaptivecards.io/schemas/adaptive-card.json"
# What Mattermost's reader of Markdown takes a backslash before. It takes none before a colon, which
# makes addresses and pictures, or before "<": an unseen space and a name stand for those.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# A colon that opens something: not that of a time (23:09), nor of a marking (TLP:AMBER).
_COLON = re.compile(r":(?=\S)(?!(?<=\d:)\d|(?<=\w:)[A-Z]{2})")
_UNSEEN = "\u200b"
_CUT = "…"


def write_json(form: str, posting: Posting, link: str) -> bytes:
    """Write a posting in the form of a service; `link` is '' where the edition lies nowhere.

    The same posting gives the same bytes.
    """
    content = b""
    for limit in _LIMITS:
        made = _FORMS[form](_shorten_lists(posting, limit), link)
        content = json.dumps(made, ensure_ascii=False).encode("utf-8", "replace")
        if len(content) <= _LARGEST:
            break
    return content


def _shorten_lists(posting: Posting, limit: int) -> Posting:
    """At most `limit` lines of news in each list, the rest counted."""
    news = tuple(
        replace(one, lines=one.lines[:limit], hidden=one.hidden + len(one.lines[limit:]))
        for one in posting.news
    )
    return replace(posting, news=news)


def _write_slack(posting: Posting, link: str) -> Json:
    """Blocks of plain text; the link alone is markup."""
    blocks: list[Json] = [
        {"type": "header", "text": _plain_text(posting.title, _SLACK_TITLE)},
        {"type": "context", "elements": [_plain_text(_subtitle(posting), _SLACK_TEXT)]},
    ]
    for heading, lines in _list_parts(posting):
        texts = _fill_blocks((heading, *(f"• {line}" for line in lines)))
        blocks += [{"type": "section", "text": _plain_text(one, _SLACK_TEXT)} for one in texts]
    if link:
        label = posting.edition.translate(_SLACK_SIGNS)
        target = link.translate(_SLACK_SIGNS)
        blocks.append(
            {"type": "section", "text": {"type": "mrkdwn", "text": f"<{target}|{label}>"}}
        )
    summary = f"{_subtitle(posting)}: {posting.title}".translate(_SLACK_SIGNS)
    return {"text": summary, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def _fill_blocks(lines: Sequence[str]) -> Iterator[str]:
    """Put as many whole lines together as one block takes: half a statement says another thing."""
    text = ""
    for line in lines:
        if text and len(text) + 1 + len(line) > _SLACK_TEXT:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    yield text


_SLACK_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "¦"})


def _plain_text(text: str, longest: int) -> Json:
    return {"type": "plain_text", "text": _cut_text(text, longest), "emoji": False}


def _write_teams(posting: Posting, link: str) -> Json:
    """An adaptive card in the envelope that a workflow of Teams takes."""
    body: list[Json] = [
        _card_text(posting.title, size="Large", weight="Bolder"),
        _card_text(_subtitle(posting), isSubtle=True),
    ]
    for heading, lines in _list_parts(posting):
        body.append(_card_text(heading, weight="Bolder"))
        body += [_card_text(f"• {line}") for line in lines]
    card: Json = {"$schema": _CARD, "type": "AdaptiveCard", "version": "1.4", "body": body}
    if link:
        card["actions"] = [{"type": "Action.OpenUrl", "title": posting.edition, "url": link}]
    kind = "application/vnd.microsoft.card.adaptive"
    attached = {"contentType": kind, "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attached]}


def _card_text(text: str, **style: object) -> Json:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **style}]}


def _write_mattermost(posting: Posting, link: str) -> Json:
    """Markdown in which nothing of an article's is markup."""
    lines = [f"#### {_escape_markdown(posting.title)}", _escape_markdown(_subtitle(posting))]
    for heading, items in _list_parts(posting):
        lines += ["", f"**{_escape_markdown(heading)}**", ""]
        lines += [f"- {_escape_markdown(item)}" for item in items]
    if link:
        lines += ["", f"[{_escape_markdown(posting.edition)}](<{link}>)"]
    return {"text": "\n".join(lines)}


def _escape_markdown(text: str) -> str:
    """Escape what Markdown reads; an unseen space keeps an @ from calling anybody, and a colon from
    making an address or a picture of the words around it.
    """
    opened = _ENTITY.sub("&amp;", _COLON.sub(f":{_UNSEEN}", text)).replace("@", f"@{_UNSEEN}")
    return _MARKUP.sub(r"\\\1", opened).replace("<", "&lt;")


def _write_plain(posting: Posting, link: str) -> Json:
    """The same as data, for programs."""
    return {
        "id": posting.id,
        "title": posting.title,
        "slug": posting.slug,
        "marking": posting.marking,
        "edition": posting.number,
        "date": posting.date,
        "opening": posting.opening,
        "bottom_line": [line.text for line in posting.bottom_line],
        "bottom_line_notes": [line.note for line in posting.bottom_line],
        "news": [
            {
                "heading": one.heading,
                "lines": [line.text for line in one.lines],
                "notes": [line.note for line in one.lines],
                "hidden": one.hidden,
            }
            for one in posting.news
        ],
        "link": link,
    }


_FORMS: Mapping[str, Callable[[Posting, str], Json]] = {
    "slack": _write_slack,
    "teams": _write_teams,
    "mattermost": _write_mattermost,
    "json": _write_plain,
}


def _subtitle(posting: Posting) -> str:
    return " | ".join(part for part in (posting.marking, posting.edition, posting.date) if part)


def _list_parts(posting: Posting) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every heading with its lines, as all services show them."""
    yield posting.heading, tuple(line.shown for line in posting.bottom_line)
    yield posting.opening, ()
    for one in posting.news:
        yield one.heading, one.shown


def _cut_text(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + _CUT
