"""Plain text and Markdown to their content."""

from dataclasses import replace

from briefing.ingest import asides, decode, noprose, openings, sheets_of_text
from briefing.ingest.clean import page
from briefing.ingest.decode import Decoded, Undecodable
from briefing.ingest.describe import read_statements
from briefing.ingest.item import Content, Item, Unreadable
from briefing.language import late
from briefing.model import Mark

MOST_IN_LINE = 1_000_000
_ASIDE_SIGN = late.pattern(r"~~\S|\[\^")
_STRUCK = late.pattern(r"~~(?=[^\s~])([^~\n]{0,500}[^\s~]|[^\s~])~~")
_NOTE = late.pattern(r"(?<=\S)\[\^([\w-]{1,30})\](?!:)")
_FOOTNOTE = late.pattern(r"\[\^[\w-]{1,30}\]: ")


def content(item: Item) -> Content | Unreadable:
    """The text of a file exactly as it stands, byte-order mark aside, or why it is no
    article.

    What Markdown strikes out (`~~12~~`) and its marks of footnotes (`[^1]`) leave the text, with
    marks where they stood; the footnotes themselves are marked.
    """
    decoded = decode.decode_text(item.data)
    if isinstance(decoded, Undecodable):
        return Unreadable(reason=decoded.reason)
    shown, marks = _take_asides(decoded.text)
    found = of_text(replace(decoded, text=shown))
    return found if isinstance(found, Unreadable) else replace(found, marks=(*marks, *found.marks))


def sets_aside(text: str) -> bool:
    """Whether a text may have words struck out or marks of footnotes, which leave it."""
    return _ASIDE_SIGN.search(text) is not None


def _take_asides(text: str) -> tuple[str, list[Mark]]:
    """A text without what its Markdown sets aside, and the marks of that and of its footnotes."""
    if not sets_aside(text):
        return text, []
    plain = _STRUCK.sub(rf"{asides.STRUCK}\1{asides.STRUCK}", asides.strip_signs(text))
    plain = _NOTE.sub(rf"{asides.NOTE}\1{asides.NOTE}", plain)
    lines, marks, start = [], [], 0
    for signed in plain.split("\n"):
        line, beside = asides.cut_asides(signed)
        marks += asides.aside_marks(beside, start)
        if _FOOTNOTE.match(line):
            end = start + len(line)
            marks.append(Mark(start=start, end=end, kind="other_page", reason="is a footnote"))
        lines.append(line)
        start += len(line) + 1
    return "\n".join(lines), marks


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
            marks=(*opening.marks, *sheets_of_text.mark_edges(text)),
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
    if decoded.guessed:
        return (f"The encoding, {decoded.encoding}, is a guess from the words of the file.",)
    if not decoded.broken:
        return ()
    return (f"Breaks in the UTF-8 encoding of the file: {decoded.broken}.",)
