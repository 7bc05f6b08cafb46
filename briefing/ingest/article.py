"""From a found file to a document, or to the reason why there is none."""

from briefing import digest
from briefing.ingest import decode, text
from briefing.ingest.folder import Found
from briefing.ingest.supplied import Supplied
from briefing.model import Document, Quarantined

MOST_BYTES = 20_000_000
MOST_IN_LINE = 1_000_000


def read(found: Found, supplied: Supplied | None) -> Document | Quarantined:
    """Give the document in `found`, described by `supplied` first and by its own words second.

    Whatever is in the file, this returns: a file that is empty, unreadable, too large or no text
    comes back as Quarantined with the reason.
    """
    if found.size > MOST_BYTES:
        return _aside(found, None, f"too large: {_millions(found.size)}, of at most {_millions(MOST_BYTES)}")
    try:
        data = found.file.read_bytes()
    except OSError as error:
        return _aside(found, None, f"cannot be read: {error.strerror or type(error).__name__}")
    if not data.strip():
        return _aside(found, data, "the file is empty")
    decoded = decode.decode(data)
    if isinstance(decoded, decode.Undecodable):
        return _aside(found, data, decoded.reason)
    if reason := unfit(decoded.text):
        return _aside(found, data, reason)
    return text.document(found, data, decoded, supplied or Supplied())


def unfit(content: str) -> str | None:
    """Say why a decoded text is no article (no words, a line without end), or give None."""
    longest = max((len(line) for line in content.split("\n")), default=0)
    if longest > MOST_IN_LINE:
        return f"one line of it holds {longest:,} characters: this is no article"
    if not any(character.isalpha() for character in content):
        return "the file holds no words"
    return None


def _millions(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"


def _aside(found: Found, data: bytes | None, reason: str) -> Quarantined:
    return Quarantined(
        id=digest.short("d", found.locator),
        locator=found.locator,
        path=found.path,
        size=found.size,
        revision=None if data is None else digest.of_bytes(data),
        reason=reason,
    )
