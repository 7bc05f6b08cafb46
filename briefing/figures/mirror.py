"""A drawing seen from the other side: its first column on the right, its words as they were."""

import re

from briefing.figures.decimals import write_number

_ELEMENT = re.compile(r"<(text|rect|line|circle)\b([^>]*?)(/?)>")
_NUMBER = re.compile(r'(?<![\w-])(x|x1|x2|cx|width)="(-?[0-9.]+)"')
_ANCHOR = re.compile(r'\btext-anchor="(\w+)"')
_OTHER = {"start": "end", "end": "start", "middle": "middle"}


def mirror_drawing(drawing: str, width: float) -> str:
    """Elements of our own writing, each as far from the right edge as it was from the left."""
    return _ELEMENT.sub(lambda found: _mirror_element(found, width), drawing)


def _mirror_element(found: re.Match[str], width: float) -> str:
    name, written, end = found[1], found[2], found[3]
    values = {key: float(value) for key, value in _NUMBER.findall(written)}
    room = values.get("width", 0.0) if name == "rect" else 0.0
    turned = _NUMBER.sub(
        lambda one: (
            one[0]
            if one[1] == "width"
            else f'{one[1]}="{write_number(width - float(one[2]) - room)}"'
        ),
        written,
    )
    if name == "text":
        turned = _turn_anchor(turned)
    return f"<{name}{turned}{end}>"


def _turn_anchor(written: str) -> str:
    anchor = _ANCHOR.search(written)
    if anchor is None:
        return f'{written} text-anchor="end"'
    return _ANCHOR.sub(lambda one: f'text-anchor="{_OTHER[one[1]]}"', written)
