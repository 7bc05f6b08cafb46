"""Text made harmless for Markdown, so that no renderer finds markup in what an article says.

Characters that every Markdown escapes get a backslash; the rest become character references, which all
renderers turn back into the character. The result reads well raw: a square bracket stays bare where
it cannot begin a link, a footnote or a definition.
"""

import re

_BACKSLASH = r"\`*_"
_REFERENCES = {c: f"&#{ord(c)};" for c in "|~$@^{}="} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_|~$@^{}=&<>\[\]]|://|www\.|!(?=\[)", re.IGNORECASE)
_START = re.compile(r"(?P<digits>\d{1,9})(?P<end>[.)])|(?P<mark>[#+\-:!]|\[)")


def markdown(text: str) -> str:
    """Give `text`, a single line, as Markdown that shows exactly this text anywhere in a line.

    At the start of a block use `start` too.
    """
    return _SPECIAL.sub(lambda match: _escaped(match, text), text)


def start(escaped: str) -> str:
    """Escape what would make a list, a heading or a rule of the first characters of a block."""
    match = _START.match(escaped)
    if match is None:
        return escaped
    if match["mark"]:
        return f"&#{ord(match['mark'])};" + escaped[1:]
    return f"{match['digits']}&#{ord(match['end'])};" + escaped[match.end() :]


def _escaped(match: re.Match[str], text: str) -> str:
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
