"""Colours as CSS writes them, and whether a reader tells two of them apart."""

import colorsys
import re

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_FUNCTION = re.compile(
    r"(rgb|hsl)a?\( ?(-?[\d.]+)(%|deg)?[, ]+([\d.]+)(%?)[, ]+([\d.]+)(%?) ?(?:[,/] "
    r"?(?P<alpha>[\d.]+)%? ?)?\)"
)
_NAMES = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0),
    "blue": (0, 0, 255), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "yellow": (255, 255, 0), "navy": (0, 0, 128),
    "whitesmoke": (245, 245, 245), "ivory": (255, 255, 240), "snow": (255, 250, 250),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250),
}  # fmt: skip
_ALIKE = 12  # steps of 255 by which two colours differ that no reader tells apart
_SHORT, _LONG = frozenset({3, 4}), frozenset({6, 8})


def look_alike(one: Colour | None, other: Colour | None) -> bool:
    """Whether two colours are known and can't be told apart."""
    return (
        one is not None
        and other is not None
        and all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
    )


def read_colour(value: str) -> Colour | None:
    """The first colour that a value of CSS in lower case names, as red, green and blue up to
    255, or None.
    """
    value = value.strip().lower()
    if found := _HEX.search(value):
        digits = found[1]
        if len(digits) in _SHORT:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) not in _LONG:
            return None
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _FUNCTION.search(value):
        return _read_function(found)
    return next((_NAMES[word] for word in value.split() if word in _NAMES), None)


def _opacity_digits(digits: str) -> str:
    """What of #rgba or #rrggbbaa says how opaque it is; nothing where it says none."""
    return {4: digits[3:], 8: digits[6:]}.get(len(digits), "")


def is_transparent(value: str) -> bool:
    """Whether a colour is wholly transparent."""
    value = value.strip().lower()
    if value == "transparent":
        return True
    if found := _HEX.fullmatch(value):
        return _opacity_digits(found[1]) in {"0", "00"}
    called = _FUNCTION.fullmatch(value)
    return called is not None and called["alpha"] is not None and _read_number(called["alpha"]) == 0


def _read_function(found: re.Match[str]) -> Colour:
    one, two, three = _read_number(found[2]), _read_number(found[4]), _read_number(found[6])
    if found[1] == "hsl":
        red, green, blue = colorsys.hls_to_rgb(
            one % 360 / 360, min(three, 100) / 100, min(two, 100) / 100
        )
        return round(red * 255), round(green * 255), round(blue * 255)
    of_all = 2.55 if found[3] == "%" else 1.0
    return _colour_step(one * of_all), _colour_step(two * of_all), _colour_step(three * of_all)


def _colour_step(value: float) -> int:
    return max(0, min(255, round(value)))


def _read_number(value: str) -> float:
    try:
        return float(value)
    except ValueError:  # more than one point
        return 0.0
