"""A small SVG writer: elements as strings, every value escaped, numbers as short as they can be.

Styles are presentation attributes, never `style`: a page's Content-Security-Policy may forbid
inline styles, and a PDF writer may not see the page's style sheet. A class beside them lets a style
sheet change the colours for a dark page. One unit is one point in print.
"""

import html
import re
from collections.abc import Iterable

from briefing.figures import mirror
from briefing.figures.decimals import write_number

FAMILY = "'Fira Sans Condensed', 'Noto Naskh Arabic', 'DejaVu Sans', sans-serif"
INK, QUIET, ACCENT, RULE, LAND, WATER, PAPER = (
    "#14181f", "#4d545e", "#8c1c13", "#b9bec6", "#ece7da", "#dfe6ea", "#ffffff",
)  # fmt: skip
_NAMES = {
    INK: "ink",
    QUIET: "quiet",
    ACCENT: "accent",
    RULE: "rule",
    LAND: "land",
    WATER: "water",
    PAPER: "paper",
}
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufffe\uffff]"
)
# The width of a letter in ems: generous for the condensed face, right for a reader’s wider one.
LETTER = 0.5

Value = str | float | int


def element(name: str, *children: str, **attributes: Value | None) -> str:
    """Write an element; `children` are elements already written, attributes with None are left out.

    A trailing underscore in an attribute's name is dropped (`class_`), inner ones become hyphens. A
    colour of this module also names its class: `fill` gives "f-ink", `stroke` "s-ink".
    """
    classes = [str(attributes.pop("class_"))] if attributes.get("class_") else []
    for key, letter in (("fill", "f"), ("stroke", "s")):
        if attributes.get(key) in _NAMES:
            classes.append(f"{letter}-{_NAMES[str(attributes[key])]}")
    if classes:
        attributes["class"] = " ".join(classes)
    written = "".join(
        f' {key if key == "viewBox" else key.rstrip("_").replace("_", "-")}="{_write_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(x: float, y: float, words: str, size: float = 7.2, **attributes: Value | None) -> str:
    """Write a line of text whose baseline begins at (x, y)."""
    shown = _escape_text(words)
    return element("text", shown, x=x, y=y, font_size=size, **{"fill": INK, **attributes})


def picture(
    width: float, height: float, alt: str, children: Iterable[str], direction: str = "ltr"
) -> str:
    """Write a whole picture with its text alternative; one that reads from right to left is
    mirrored, its words are not.
    """
    drawn = list(children)
    if direction == "rtl":
        drawn = [mirror.mirror_drawing("".join(drawn), width)]
    return element(
        "svg",
        element("title", _escape_text(alt)),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {write_number(width)} {write_number(height)}",
        preserveAspectRatio="xMinYMid",
        direction="ltr",
        font_family=FAMILY,
    )


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Value | None) -> str:
    """Write a straight line."""
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": RULE, "stroke_width": 0.5, **attributes}
    )


def text_width(words: str, size: float) -> float:
    """Guess the width of a line of text."""
    return len(words) * size * LETTER


def break_name(words: str, size: float, room: float) -> list[str]:
    """Break a name over two lines at most, so that each fits `room`; what is too long still ends in
    "…".
    """
    if text_width(words, size) <= room:
        return [words]
    most = max(int(room / size / LETTER), 1)
    first = words[: most + 1].rpartition(" ")[0] or words[:most]
    rest = words[len(first) :].lstrip()
    return [first, rest if len(rest) <= most else rest[: most - 1] + "…"]


def _write_value(value: Value) -> str:
    return (
        write_number(value)
        if isinstance(value, int | float)
        else html.escape(_UNFIT.sub("�", value), quote=True)
    )


def _escape_text(words: str) -> str:
    return html.escape(_UNFIT.sub("�", words), quote=False)
