"""What a page holds and doesn't show: found by its attributes, inline styles and style sheets.

No layout is computed and no outer sheet is fetched. What can't be seen in any case (nothing displayed,
type of no size, text off the screen or in the colour of its ground) is taken out before the text is
read: whoever hides words from readers must not have them quoted.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_ATTRIBUTES = '[hidden],[aria-hidden="true" i],dialog:not([open]),input,[style*="ont-size"][style*=":0"]'
_STYLE = re.compile(
    r"(?:^|;)(?:"
    r"display:none"
    r"|visibility:(?:hidden|collapse)"
    r"|content-visibility:hidden"
    r"|opacity:(?:0|0?\.0\d*|0?%)(?=;|!|$)"
    r"|font(?:-size)?:(?:[^;]* )?(?:0?\.[0-2]\d*(?:[a-z]{2,4}|%)|0(?:[a-z]{2,4}|%)?|1(?:\.\d+)?p[xt])(?=;|!|/| |$)"
    r"|(?:text-indent|left|top|right|bottom|margin-left|margin-top|margin):-\d{3,}"
    r"|(?:text-indent|left|top|right|bottom):[1-9]\d{3,}"
    r"|clip:rect\(0|clip:rect\(1px,?1px,?1px"
    r"|clip-path:inset\((?:50|100)%"
    r"|transform:(?:scale\(0|translate[xy]?\(-\d{4})"
    r"|color:transparent|-webkit-text-fill-color:transparent"
    r"|(?:max-)?(?:width|height):[01](?:px|em|%)?;(?:.*;)?overflow:hidden"
    r"|overflow:hidden;(?:.*;)?(?:max-)?(?:width|height):[01](?:px|em|%)?(?=;|!|$)"
    r")"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB = re.compile(r"rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})")
_NAMES = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "yellow": (255, 255, 0),
    "navy": (0, 0, 128), "whitesmoke": (245, 245, 245), "ivory": (255, 255, 240), "snow": (255, 250, 250),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250),
}  # fmt: skip
_WHITE = (255, 255, 255)
_ALIKE = 12  # steps of 255 by which two colours differ that no reader tells apart
_SPACE = re.compile(r"\s*([:;,])\s*|\s+")
_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/")
_RULES = re.compile(r"([^{}]*)([{}])")
_HINT = re.compile(
    r"display\s*:\s*none|hidden|opacity\s*:\s*[0.]|-\d{3}|\d{4}(?:px|em|%)|font[^:]*:[^;]*(?<![\d.])[01.]|clip|color|"
    r"scale|collapse|transparent",
    re.IGNORECASE,
)
_SHEET_HINT = re.compile(
    r"display\s*:\s*none|hidden|opacity\s*:\s*[0.]|-\d{3}|\d{4}(?:px|em|%)|font[^:]*:[^;]*(?<![\d.])[01.]|clip|"
    r"scale|collapse|transparent",
    re.IGNORECASE,
)
_MOST_CSS = 150_000
_MOST_SELECTORS = 300
_LONGEST_SELECTOR = 200
_NOT_A_STATE = re.compile(r"::|:(?!not\(|first-child|last-child|nth-)|@")
_OUTER = frozenset({"html", "body", "-document"})

Colour = tuple[int, int, int]


def remove(tree: LexborHTMLParser) -> None:
    """Take everything out of `tree` that the page does not show."""
    body = tree.body
    if body is None:
        return
    sheets = [node.text()[:_MOST_CSS] for node in tree.css("style")]
    ground = _ground(body)
    gone = [*body.css(_ATTRIBUTES), *(node for node in body.css("[style]") if _hides(node, ground))]
    gone += [node for node in body.css("font[color]") if _faint(node, node.attributes.get("color"), ground)]
    for sheet in sheets:
        for selector in _hiding_rules(sheet):
            try:
                gone += body.css(selector)
            except SelectolaxError:
                continue
    for node in gone:
        if node.tag not in _OUTER and node.parent is not None:
            node.decompose()


def hides(style: str) -> bool:
    """Say whether declarations of CSS leave nothing of an element to be seen."""
    return _STYLE.search(squeeze(style)) is not None


def squeeze(style: str) -> str:
    """Give declarations in lower case with no space round their signs and no comments."""
    plain = _COMMENT.sub("", style) if "/*" in style else style
    return _SPACE.sub(lambda match: match[1] or " ", plain.strip().lower())


def _hides(node: LexborNode, ground: Colour) -> bool:
    style = squeeze((node.attributes.get("style") or "")[:2000])
    if not style or not _HINT.search(style):
        return False
    if _STYLE.search(style):
        return True
    colour = _COLOUR.search(style)
    if colour is None:
        return False
    own = _GROUND.search(style)
    if own is not None:
        return _alike(_colour(colour[1]), _colour(own[1]))
    return _faint(node, colour[1], ground)


def _faint(node: LexborNode, value: str | None, ground: Colour) -> bool:
    """Say whether a colour is that of the nearest ground an attribute or inline style names."""
    colour = _colour(value or "")
    if colour is None:
        return False
    above = node.parent
    while above is not None and above.tag not in _OUTER:
        named = above.attributes.get("bgcolor") or ""
        found = _GROUND.search(squeeze((above.attributes.get("style") or "")[:2000]))
        if named or found:
            return _alike(colour, _colour(named or (found[1] if found else "")))
        above = above.parent
    return _alike(colour, ground)


def _ground(body: LexborNode) -> Colour:
    found = _GROUND.search(squeeze((body.attributes.get("style") or "")[:2000]))
    named = body.attributes.get("bgcolor") or (found[1] if found else "")
    return _colour(named) or _WHITE


def _alike(one: Colour | None, other: Colour | None) -> bool:
    return one is not None and other is not None and all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


def _colour(value: str) -> Colour | None:
    value = value.strip().lower()
    if found := _HEX.search(value):
        digits = found[1]
        if len(digits) in {3, 4}:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) in {6, 8}:
            return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
        return None
    if found := _RGB.search(value):
        return int(found[1]), int(found[2]), int(found[3])
    return next((_NAMES[word] for word in value.split() if word in _NAMES), None)


def _hiding_rules(sheet: str) -> Iterator[str]:
    """Give the selectors of a sheet's plain rules that hide; conditional rules (@media) are passed over."""
    depth, selector, count = 0, "", 0
    shown: set[str] = set()
    hidden: list[str] = []
    for before, brace in _RULES.findall(_COMMENT.sub("", sheet)):
        if brace == "{":
            depth += 1
            selector = before.strip() if depth == 1 else ""
            continue
        depth = max(0, depth - 1)
        if depth or not selector or selector.startswith("@") or len(selector) > _LONGEST_SELECTOR:
            continue
        if _SHEET_HINT.search(before, 0, 2000) and _STYLE.search(squeeze(before[:2000])):
            hidden.extend(one.strip() for one in selector.split(","))
        elif "display" in before:
            shown.update(one.strip() for one in selector.split(","))
        selector = ""
    for name in hidden:
        if name and name not in shown and not _NOT_A_STATE.search(name) and count < _MOST_SELECTORS:
            count += 1
            yield name
