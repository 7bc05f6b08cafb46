"""Readings of one paragraph, by the pack of its language."""

from briefing.languages import packs
from briefing.model import Document, Known, Passage, Reading


def lay_out(text: str, language: str, day: str = "") -> Reading:
    """A paragraph that appeared on a day, cut into sentences; nothing else of it is read."""
    document = Document(
        id="d", locator="a.txt", path="a.txt", url=None, revision="", size=0, encoding="utf-8",
        text=text, language=language, published=Known(value=day, basis="stated") if day else None,
    )  # fmt: skip
    passage = Passage(
        document="d", number=1, start=0, end=len(text), kind="body", language=language,
        sentences=packs.pack_for(language).split_sentences(text, 0, len(text)),
    )  # fmt: skip
    return Reading(document=document, passages=(passage,))


def read(text: str, language: str, day: str = "") -> Reading:
    """All that the pack reads in a paragraph that appeared on a day."""
    bare = lay_out(text, language, day)
    return packs.read_article(bare.document, bare.passages, ())
