"""Rich text (RTF) to its content."""

from typing import Any

from briefing.ingest import text
from briefing.ingest.decode import Decoded
from briefing.ingest.item import Content, Item, Unreadable

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError)


def content(item: Item) -> Content | Unreadable:
    """The text of a rich-text document, one line a paragraph, or why there is none."""
    words = to_words(item.data)
    if words is None:
        return Unreadable(reason="a damaged or truncated rich-text document")
    return text.of_text(Decoded(text=words, encoding="utf-8"))


def to_words(data: bytes) -> str | None:
    """The words of rich text, None where it is damaged."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - few sources are in this form

    convert: Any = rtf_to_text  # it ships no types
    try:
        words: str = convert(data.decode("latin-1"), errors="replace")
    except _BROKEN:
        return None
    return words.encode("utf-8", "replace").decode("utf-8")
