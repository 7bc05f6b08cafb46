"""Reading an article: its names, who says what, and its dates, put together once."""

from collections.abc import Sequence

from briefing.languages.en import dates, names, speech
from briefing.languages.en.dates.doubts import doubt_dates
from briefing.model import Dated, Document, Passage, Reading


def read_language(
    document: Document, passages: Sequence[Passage], pinned: Sequence[names.Pinned]
) -> Reading:
    """Give everything the program knows of an article's language.

    Headings and dropped passages are kept but not read. Works passage by passage in time linear in
    the text. Raises nothing on any text.
    """
    live = tuple(passage for passage in passages if passage.is_live)
    entities, mentions = names.find_names(document, live, pinned)
    published = document.published
    found: list[Dated] = []
    for passage in live:
        found.extend(dates.resolve_dates(document, passage.start, passage.end))
    return Reading(
        document=document,
        passages=tuple(passages),
        entities=entities,
        mentions=mentions,
        speech=speech.find_speech(document, live, entities, mentions),
        dates=doubt_dates(document.text, found, published.value if published else None),
    )
