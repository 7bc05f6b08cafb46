"""A page's markup, decoded and parsed once: whoever looks for its parts has done both before it is
read.
"""

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest import charset
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.html.visible import parse_page


@lru_cache(maxsize=1)
def decoded_page(data: bytes, said: str | None) -> Decoded | Undecodable:
    """Decode a page as `charset.decode_markup` does; the last one is kept."""
    return charset.decode_markup(data, said)


def look_at_page(markup: str) -> LexborHTMLParser:
    """The parsed page, to be looked at and not changed; the last one is kept for `take_page`."""
    held = _held_page(markup)
    if not held:
        held.append(parse_page(markup))
    return held[0]


def take_page(markup: str) -> LexborHTMLParser:
    """The parsed page, to be used up: nobody else gets this tree any more."""
    held = _held_page(markup)
    return held.pop() if held else parse_page(markup)


@lru_cache(maxsize=1)
def _held_page(_markup: str) -> list[LexborHTMLParser]:
    """Where the tree of the last page looked at is held; empty once it was taken."""
    return []
