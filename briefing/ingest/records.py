"""JSON: one article an object, several in a list or on lines of their own, or a JSON Feed."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from html import escape
from typing import Any

from briefing.ingest import chat, text
from briefing.ingest.decode import Decoded, Undecodable, decode_text
from briefing.ingest.feedfile import ParsedEntry
from briefing.ingest.html import telegram, values
from briefing.ingest.html.page import of_markup
from briefing.ingest.item import Content, Item, Unreadable
from briefing.ingest.parts import ContainerPart, cap_parts, first_value
from briefing.ingest.sniff import is_markup
from briefing.language.addresses import is_web_address
from briefing.model import Known

Record = Mapping[str, Any]

_TEXTS = (
    "text content_text body articleBody article_body full_text fulltext maintext main_text "
    "content article".split()
)
_PAGES = "content_html html body_html raw_html".split()
_SHORT = "summary description abstract".split()
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        *(
            "published",
            "published_at",
            "publishedAt",
            "date_published",
            "datePublished",
            "publication_date",
        ),
        *("publish_date", "date_publish", "pubDate", "pubdate", "date"),
    ),
    "outlet": (
        "outlet",
        "source",
        "site_name",
        "publisher",
        "publication",
        "source_name",
        "sitename",
        "newspaper",
    ),
    "url": ("url", "link", "canonical_url", "external_url", "source_url"),
}
_FITTING: Mapping[str, Callable[[str], str]] = {
    "published": lambda plain: values.declared_day(plain) or "",
    "url": lambda plain: plain if is_web_address(plain) else "",
}  # what a field takes of a value in plain words
_LISTS = ("articles", "items", "documents", "results", "entries", "data")
_LONGEST = 300
_JSON_FEED = "jsonfeed.org"  # in the version that each JSON Feed states
_NO_ARTICLE = "JSON without an article in it"


def content(item: Item) -> Content | Unreadable:
    """The article of a file that is one object; where it holds several, say so."""
    records = _read_records(item.data)
    if isinstance(records, Unreadable):
        return records
    if len(records) != 1:
        return Unreadable(reason="several articles in one file")
    return _read_article(records[0])


def list_parts(item: Item) -> list[ContainerPart]:
    """Give each article of a file that holds several; nothing where it holds one."""
    records = _read_records(item.data)
    if isinstance(records, Unreadable):
        return []
    if len(records) == 1:
        return chat.pack_messages(telegram.export_messages(records[0]))
    parts = [
        ContainerPart(name=str(number), size=0, take=partial(_pack_record, record))
        for number, record in enumerate(records, start=1)
    ]
    return cap_parts(parts, " articles")


def _pack_record(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _read_records(data: bytes) -> list[Record] | Unreadable:
    """Read the objects of a file; the last file's are kept, since they are asked for one by one."""
    decoded = decode_text(data)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    try:
        found = _article_objects(json.loads(decoded.text, strict=False))
    except RecursionError:
        return Unreadable(reason="JSON nested too deeply: this is no article")
    except ValueError:
        lines = _read_lines(decoded.text)
        if lines is None:
            return Unreadable(reason="damaged or truncated JSON")
        found = lines
    if not found:
        return Unreadable(reason=_NO_ARTICLE)
    return found


def entries(data: bytes) -> list[ParsedEntry] | Unreadable:
    """The entries of a JSON Feed, with the words it gives of each as HTML."""
    found = _read_records(data)
    if isinstance(found, Unreadable):
        return found
    made = []
    for record in found:
        said = _record_facts(record)
        markup = _words_text(first_value(record, _PAGES)) or "".join(
            f"<p>{escape(line)}</p>"
            for line in _words_text(first_value(record, (*_TEXTS, *_SHORT))).split("\n")
        )
        made.append(
            ParsedEntry(url=said["url"].value if "url" in said else "", markup=markup, said=said)
        )
    return made


def _read_lines(whole: str) -> list[Record] | None:
    """Read an object from each line, or give None where the lines are none."""
    found: list[Record] = []
    for line in whole.split("\n"):
        if not line.strip():
            continue
        try:
            one = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            return None
        found.extend(_article_objects(one))
    return found


def _article_objects(data: object) -> list[Record]:
    """The objects of a list, that of an object with articles and no text too; else the object."""
    listed = data
    house: Record = {}
    if isinstance(data, dict):
        if first_value(data, (*_TEXTS, *_PAGES)) is not None:
            return [data]
        listed = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), [data])
        house = _read_house(data)
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return [{**house, **one} for one in found]


def _read_house(feed: Record) -> Record:
    """Whose entries a JSON Feed holds: its title names its site."""
    title, version = feed.get("title"), feed.get("version")
    is_feed = isinstance(version, str) and _JSON_FEED in version
    return {"site_name": title} if is_feed and isinstance(title, str) else {}


def _read_article(record: Record) -> Content | Unreadable:
    """The article that an object is: its text as it stands, its page as a reader sees it."""
    made = _read_words(record)
    if isinstance(made, Unreadable):
        return made
    language = str(first_value(record, ("language", "lang")) or "")[:2].lower()
    return Content(
        text=made.text,
        encoding=made.encoding,
        lines=made.lines,
        marks=made.marks,
        facts={**made.facts, **_record_facts(record)},
        # Two letters are an ISO 639-1 code.
        language=made.language or (language if len(language) == 2 else None),  # noqa: PLR2004
        caveats=made.caveats,
    )


def _read_words(record: Record) -> Content | Unreadable:
    """What an object says at length, else its page, else what it says in short; markup in place of
    words is a page.
    """
    page = _words_text(first_value(record, _PAGES))
    words = _words_text(first_value(record, _TEXTS))
    if not words and not page:
        words = _words_text(first_value(record, _SHORT))
    if is_markup(words):
        return of_markup(words, "utf-8")
    if words:
        return text.of_text(Decoded(text=words, encoding="utf-8"))
    return of_markup(page, "utf-8") if page else Unreadable(reason=_NO_ARTICLE)


def _record_facts(record: Record) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for field, names in _FIELDS.items():
        name = next((one for one in names if record.get(one)), None)
        value = _value_text(field, record[name]) if name else ""
        if value:
            found[field] = Known(value=value, basis="stated", note=f"the file's {name}")
    return found


def _value_text(field: str, value: object) -> str:
    """A value as one line, of several persons all; empty where it doesn't fit its field."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or ""
    if isinstance(value, list):
        names = (_value_text(field, one) for one in value[:10])
        return ", ".join(dict.fromkeys(filter(None, names)))
    if not isinstance(value, str | int):
        return ""
    plain = values.clean_value(str(value))[:_LONGEST]
    return _FITTING[field](plain) if field in _FITTING else plain


def _words_text(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_words_text(one) for one in value)
    if isinstance(value, dict):
        return _words_text(first_value(value, ("text", "value", "rendered", "content", "html")))
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
