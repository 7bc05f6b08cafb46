"""Plain text and Markdown to their content."""

from briefing.ingest import decode, noprose, openings
from briefing.ingest.clean import page
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.describe import read_statements
from briefing.ingest.item import Content, Item, Unreadable

MOST_IN_LINE = 1_000_000


def content(item: Item) -> Content | Unreadable:
    """The text of a file exactly as it stands, byte-order mark aside, or why it is no
    article.
    """
    decoded = decode.decode_text(item.data)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    return of_text(decoded)


def of_text(decoded: Decoded) -> Content | Unreadable:
    """The content that a decoded text is, with what it says of itself."""
    text = decoded.text
    if reason := why_unfit(text):
        return Unreadable(reason=reason)
    lines = page.read_lines(text)
    if reason := noprose.tell_reason(text, lines):
        return Unreadable(reason=reason)
    opening = openings.front_matter(lines)
    return read_statements(
        Content(
            text=text,
            encoding=decoded.encoding,
            lines=lines,
            marks=opening.marks,
            facts=opening.facts,
            caveats=_damage_caveats(decoded),
        )
    )


def why_unfit(text: str) -> str | None:
    """Say why a decoded text is no article (no words, a line without end), or give None."""
    longest = max((len(line) for line in text.split("\n")), default=0)
    if longest > MOST_IN_LINE:
        return f"one line of it holds {longest:,} characters: this is no article"
    if not any(character.isalpha() for character in text):
        return "the file holds no words"
    return None


def _damage_caveats(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.broken:
        return ()
    return (f"Breaks in the UTF-8 encoding of the file: {decoded.broken}.",)
