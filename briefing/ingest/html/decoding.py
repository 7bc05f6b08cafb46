"""A page's markup, decoded once: whoever looks for its parts has decoded it before it is read."""

from functools import lru_cache

from briefing.ingest import charset
from briefing.ingest.decode import Decoded, Undecodable


@lru_cache(maxsize=1)
def decoded_page(data: bytes, said: str | None) -> Decoded | Undecodable:
    """Decode a page as `charset.decode_markup` does; the last one is kept."""
    return charset.decode_markup(data, said)
