"""What a reader of one format is."""

from typing import Protocol

from briefing.ingest.item import Content, Item, Unreadable


class Reader(Protocol):
    """Reads the articles of one format. Fetching is not reading: it opens nothing but the bytes it
    gets.
    """

    def takes(self, item: Item, /) -> bool:
        """Whether the bytes are of its format, told by the bytes: a file's name proves nothing."""

    def __call__(self, item: Item, /) -> Content | Unreadable:
        """All visible text in reading order, or in a reader's words why there is no article.

        The same bytes give the same text, since `verify` reads them again.
        """
