"""Whether markup is nested so deeply that parsing it would take time or memory without end."""

import re
from itertools import accumulate

_FORMATS = re.compile(r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s>/]", re.IGNORECASE)
_TAGS = re.compile(r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|!)\b)[a-z]", re.IGNORECASE)  # fmt: skip # noqa: E501
_START = re.compile(r"<[a-zA-Z][\w:-]*\s+(?=[a-zA-Z][\w:-]*[\s=])")
_ATTRIBUTE = re.compile(r"\s[a-zA-Z][\w:-]*(?=[\s=])")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_LONG_TAG = 4_000
_MOST_ATTRIBUTES = 400
_WIDEST_ATTRIBUTE = 50  # characters: code that is no element has fewer words than that
_MOST_OPEN = 400  # format elements open at once: a parser opens them again in every block
_MOST_DEEP = 1_500
_SMALL = 3_000  # tags of a page that can't be too much in any order


def too_deep(markup: str) -> bool:
    """Say whether `markup` is no page but a trap.

    That is, thousands of elements, each inside the one before, or thousands of attributes of one element.
    """
    if any(len(part) > _LONG_TAG and _crowded(part) for part in markup.split(">")):
        return True
    if markup.count("<") < _SMALL:
        return markup.count("<") > _MOST_OPEN and _most_open(_FORMATS, markup) > _MOST_OPEN
    return _most_open(_FORMATS, markup) > _MOST_OPEN or _most_open(_TAGS, markup) > _MOST_DEEP


def _crowded(part: str) -> bool:
    """Say whether an element begins in `part`, which ends where it does, and has too many attributes."""
    start = _START.search(part)
    if start is None:
        return False
    plain = _QUOTED.sub(" ", part[start.end() :])
    return len(_ATTRIBUTE.findall(plain)) > max(_MOST_ATTRIBUTES, len(plain) // _WIDEST_ATTRIBUTE)


def _most_open(pattern: re.Pattern[str], markup: str) -> int:
    steps = (-1 if closing else 1 for closing in pattern.findall(markup))
    return max(accumulate(steps, lambda total, step: max(0, total + step), initial=0))
