"""Rich text (RTF) to its content."""

from briefing.ingest import text
from briefing.ingest.decode import Decoded
from briefing.ingest.item import Content, Item, Unreadable

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError)


def content(item: Item) -> Content | Unreadable:
    """Give the text of a rich-text document, one line a paragraph, or why there is none."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - few sources are in this form

    try:
        words = rtf_to_text(item.data.decode("latin-1"), errors="replace")
    except _BROKEN:
        return Unreadable(reason="a damaged or truncated rich-text document")
    sound = words.encode("utf-8", "replace").decode("utf-8")
    return text.of_text(Decoded(text=sound, encoding="utf-8"))
