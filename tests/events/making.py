"""Articles of a line or two, as the rooms before this one read them."""

from dataclasses import replace

from briefing.languages.en import reading
from briefing.model import Known
from tests.languages.en.articles import article


def read(name, text, outlet="", published="2025-03-12", pinned=()):
    """Give an article's reading, its document called `name`."""
    document, passages = article(text, outlet or f"Outlet {name}")
    document = replace(
        document, id=name, locator=name, published=Known(value=published, basis="supplied")
    )
    passages = tuple(replace(one, document=name) for one in passages)
    return reading.read_language(document, passages, pinned)
