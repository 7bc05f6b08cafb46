"""Text made harmless for Markdown, so that no renderer finds markup in what an article says.

Characters that every Markdown escapes get a backslash; the rest become character references, which
all renderers turn back into the character. The result reads well raw: a square bracket stays bare
where it cannot begin a link, a footnote or a definition.
"""

import re
import unicodedata
from collections.abc import Sequence

_BACKSLASH = r"\`*_"
_REFERENCES = {c: f"&#{ord(c)};" for c in "|~$@^{}="} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_|~$@^{}=&<>\[\]]|://|www\.|!(?=\[)", re.IGNORECASE)
_START = re.compile(r"(?P<digits>\d{1,9})(?P<end>[.)])|(?P<mark>[#+\-:!]|\[)")


def escape_markdown(text: str) -> str:
    """`text`, a single line, as Markdown that shows exactly this text anywhere in a line.

    At the start of a block use `start` too.
    """
    return _SPECIAL.sub(lambda match: _escape_match(match, text), text)


def escape_start(escaped: str) -> str:
    """Escape what would make a list, a heading or a rule of the first characters of a block."""
    match = _START.match(escaped)
    if match is None:
        return escaped
    if match["mark"]:
        return f"&#{ord(match['mark'])};" + escaped[1:]
    return f"{match['digits']}&#{ord(match['end'])};" + escaped[match.end() :]


def mark_stretches(stretches: Sequence[tuple[str, bool]]) -> str:
    """Stretches of one line as Markdown, those that are marked in bold.

    Asterisks are markup only beside words (CommonMark 6.2, "flanking"): where they would stay
    asterisks, as between a full stop and a letter, and between two marked stretches, `<b>` is
    written.
    """
    written = [(escape_markdown(text), bold) for text, bold in stretches]
    line = ""
    for number, (text, bold) in enumerate(written):
        marked = bold and text.strip()
        line += _embolden(text, line, written[number + 1 :]) if marked else text
    return line


def _embolden(text: str, before: str, behind: Sequence[tuple[str, bool]]) -> str:
    """A stretch in bold that stands between what is written `before` and the stretches `behind`."""
    words = text.strip()
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    line = before + lead
    after = (trail + "".join(other for other, _ in behind))[:1]
    good = _flanks_markup(words[0], line[-1:]) and _flanks_markup(words[-1], after)
    touching = line.endswith(("*", "</b>")) or (not trail and any(bold for _, bold in behind[:1]))
    bold = f"**{words}**" if good and not touching else f"<b>{words}</b>"
    return lead + bold + trail


def _flanks_markup(inner: str, outer: str) -> bool:
    """Whether asterisks between these two characters are markup; nothing outside counts as a
    space.
    """
    return not _is_punctuation(inner) or not outer.strip() or _is_punctuation(outer)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _escape_match(match: re.Match[str], text: str) -> str:
    found = match.group()
    if found in _BACKSLASH:
        return "\\" + found
    if found in _REFERENCES:
        return _REFERENCES[found]
    following = text[match.end() : match.end() + 1]
    if found == "[":
        return "[" if following not in ("^", "!", " ", "x", "X", "") else "&#91;"
    if found == "]":
        return "]" if following not in ("(", "[", ":") else "&#93;"
    if found == "!":
        return "&#33;"
    return found[:-1] + "&#46;" if found.lower() == "www." else "&#58;//"
